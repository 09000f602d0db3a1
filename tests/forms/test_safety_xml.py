"""XML from outside: what swells, reads files, hides or digs deep is refused, and each attack works on a naive parser."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from fieldapp.errors import FormError
from fieldapp.forms import limits, load_form_xml
from fieldapp.forms.reading import xml_text
from fieldapp.forms.reading.xml import read_tree, read_xml

LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 8}">' for a, b in zip("abc", "bcd", strict=True))
    + "]><l>&d;</l>"
).encode()
QUADRATIC = b'<!DOCTYPE l [<!ENTITY a "' + b"ha" * 500 + b'">]><l>' + b"&a;" * 500 + b"</l>"
UTF7 = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE l+AD4APA-l+AD4-ha+ADw-/l+AD4-'


def refused(xml: bytes) -> str:
    with pytest.raises(FormError) as caught:
        read_xml(xml, "The form")
    assert caught.value.sentence()
    return caught.value.code


def naive(xml: bytes) -> "etree._Element":
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=True, load_dtd=True, huge_tree=True))


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


@pytest.mark.parametrize(
    ("xml", "grown"), [(LAUGHS, 1024), (QUADRATIC, 500_000)], ids=["laughs", "quadratic"]
)
def test_entities_that_swell_are_refused_and_swell_in_a_naive_parser(xml: bytes, grown: int) -> None:
    assert refused(xml) == "form.xml.dtd"
    assert len(ElementTree.fromstring(xml).text or "") == grown


def test_a_file_that_an_entity_names_is_not_read_though_a_naive_parser_reads_it(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    xml = f'<!DOCTYPE l [<!ENTITY f SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]><l>&f;</l>'.encode()
    assert refused(xml) == "form.xml.dtd"
    assert naive(xml).text == "the secret"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_document_type_is_seen_in_every_disguise_of_unicode(encoding: str) -> None:
    assert refused(LAUGHS.decode().encode(encoding)) == "form.xml.dtd"
    assert read_xml("<l>é</l>".encode(encoding)).text == "é"


@pytest.mark.parametrize(
    "encoding", ["UTF-7", "UTF-32", "EBCDIC-CP-US", "ISO-2022-JP", "HZ", "punycode", "rot13"]
)
def test_an_encoding_in_which_signs_can_hide_is_refused(encoding: str) -> None:
    assert refused(f'<?xml version="1.0" encoding="{encoding}"?><l/>'.encode()) == "form.xml.encoding"


def test_utf_7_hides_a_document_type_from_a_search_of_bytes_yet_not_from_a_naive_parser() -> None:
    assert refused(UTF7) == "form.xml.encoding"
    assert b"<!DOCTYPE" not in UTF7
    assert naive(UTF7).getroottree().docinfo.doctype


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "big5", "windows-1252", "iso-8859-1"])
def test_the_encodings_of_old_forms_are_read(encoding: str) -> None:
    letters = "村" if encoding[0] in "gb" else "é"
    xml = f'<?xml version="1.0" encoding="{encoding}"?><l>{letters}</l>'.encode(encoding)
    assert read_xml(xml).text == letters


def test_a_form_that_says_utf_16_and_is_utf_8_is_read_as_what_it_is() -> None:
    assert read_xml(b'<?xml version="1.0" encoding="UTF-16"?><l>\xc3\xa9</l>').text == "é"


def test_letters_that_are_not_of_the_encoding_are_said() -> None:
    assert refused(b"<l>\xff\xfe\xfd</l>") == "form.xml.encoding"


def test_200_000_levels_are_refused_and_break_a_naive_walk() -> None:
    assert refused(nested(200_000)) == "form.xml.deep"
    assert refused(nested(limits.DEEPEST_XML + 1)) == "form.xml.deep"
    assert read_xml(nested(limits.DEEPEST_XML)).tag == "a"
    with pytest.raises(RecursionError):
        read_tree(naive(nested(2_000)))


def test_a_prolog_of_instructions_takes_one_pass_and_doubles_the_time_of_a_naive_search_each_time() -> None:
    began = time.process_time()
    refused(b"<?a?>" * 200_000)
    refused(b"<!-- -->" * 100_000 + LAUGHS)
    refused(b" " * 2_000_000)
    assert time.process_time() - began < 2

    search = re.compile(rb"\A(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE", re.DOTALL)

    def taken(many: int) -> float:
        started = time.process_time()
        search.match(b"<?a?>" * many)
        return time.process_time() - started

    assert taken(18) > 4 * taken(12)


def test_a_file_of_tags_is_refused_before_each_becomes_a_node(monkeypatch: pytest.MonkeyPatch) -> None:
    many = b"<r>" + b"<a/>" * 3_000 + b"</r>"
    assert len(read_xml(many)) == 3_000
    assert sum(1 for _ in read_tree(read_xml(many)).descendants()) == 3_001
    monkeypatch.setattr(xml_text, "MOST_TAGS", 2_000)
    assert refused(many) == "form.xml.tags"


def test_a_file_over_the_size_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"<r>" + b"a" * 2_000 + b"</r>"
    assert len(read_xml(text).text or "") == 2_000
    monkeypatch.setattr(xml_text, "LARGEST_XML", 1_000)
    assert refused(text) == "form.xml.size"


def test_thousands_of_prefixes_are_refused_because_each_element_is_asked_for_all_of_them() -> None:
    declared = " ".join(f'xmlns:p{at}="urn:{at}"' for at in range(300))
    assert refused(f"<r {declared}><a/></r>".encode()) == "form.xml.prefixes"
    assert len(naive(f"<r {declared}><a/></r>".encode())[0].nsmap) == 300
    one_each = "".join('<a xmlns:p="urn:p"/>' for _ in range(300))
    assert len(read_xml(f"<r>{one_each}</r>".encode())) == 300


@pytest.mark.parametrize(
    "xml", [LAUGHS, QUADRATIC, UTF7, nested(300)], ids=["laughs", "quadratic", "utf7", "deep"]
)
def test_an_attached_list_and_a_submission_are_read_with_the_same_care(
    xml: bytes, xform: Callable[..., bytes], begun: Callable[..., object]
) -> None:
    form = xform("<a/>", model='<instance id="x" src="jr://file/x.xml"/>')
    with pytest.raises(FormError):
        load_form_xml(form, {"x.xml": xml})
    plain = load_form_xml(form, {"x.xml": b"<root><item/></root>"})
    now = begun(plain)._filling.world.now  # type: ignore[attr-defined]
    for opened in (plain.edit, plain.reopen):
        with pytest.raises(FormError):
            opened(xml, today=now.date(), now=now)


def test_a_text_that_names_itself_in_its_own_output_ends(
    filled: Callable[..., object],
) -> None:
    itext = (
        '<itext><translation lang="en"><text id="t"><value>again '
        "<output value=\"jr:itext('t')\"/></value></text></translation></itext>"
    )
    session = filled("<a/>", "", '<input ref="/data/a"><label ref="jr:itext(\'t\')"/></input>', itext)
    assert session.node("/data/a").label.startswith("again")  # type: ignore[attr-defined]


def test_a_submission_of_more_rows_than_there_is_room_for_is_refused(
    xform: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import datetime

    from fieldapp.forms.filling import filling

    body = '<group ref="/data/r"><repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat></group>'
    form = load_form_xml(xform("<r><x/></r>", "", body))
    sent = b'<data id="a"><meta><instanceID>uuid:1</instanceID></meta>' + b"<r><x>1</x></r>" * 60 + b"</data>"
    now = datetime(2026, 3, 5, 9, 30)
    assert form.edit(sent, today=now.date(), now=now).node("/data/r#range").count == 60
    monkeypatch.setattr(filling, "MOST_NODES", 100)
    with pytest.raises(FormError, match="more than 100"):
        form.edit(sent, today=now.date(), now=now)
