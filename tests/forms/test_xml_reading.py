"""XML from outside: what could read files, call out or swell is refused, each beside a harmless control."""

from collections.abc import Callable

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import load_form_xml
from fieldapp.forms.limits import DEEPEST_XML
from fieldapp.forms.reading.xml import read_xml

LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><l x="&c;">&c;</l>'
)
OUTSIDE = b'<!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/hostname">]><l>&f;</l>'


@pytest.mark.parametrize(
    "xml",
    [
        LAUGHS,
        OUTSIDE,
        b'<!DOCTYPE l SYSTEM "http://127.0.0.1/x.dtd"><l/>',
        b"\xef\xbb\xbf <!-- first --><!doctype l><l/>".replace(b"\xef\xbb\xbf ", b"\xef\xbb\xbf"),
        OUTSIDE.decode().encode("utf-16"),
        b'<?xml version="1.0"?>\n<!-- a --><?b c?>' + LAUGHS,
    ],
)
def test_a_document_type_declaration_is_refused(xml: bytes) -> None:
    with pytest.raises(FormError) as caught:
        read_xml(xml)
    assert caught.value.code in ("form.xml.dtd", "form.xml.wrong")


def test_the_same_documents_without_it_are_read() -> None:
    assert read_xml(b'<?xml version="1.0"?>\n<!-- a --><?b c?><l x="ha">ha</l>').text == "ha"
    assert read_xml("<l>é</l>".encode("utf-16")).text == "é"
    assert read_xml(b"<l><![CDATA[<!DOCTYPE x>]]></l>").text == "<!DOCTYPE x>"


def test_depth_is_bounded_with_room_for_real_forms() -> None:
    def nested(depth: int) -> bytes:
        return b"<a>" * depth + b"</a>" * depth

    assert read_xml(nested(DEEPEST_XML)).tag == "a"
    with pytest.raises(FormError, match="deeper"):
        read_xml(nested(DEEPEST_XML + 1))
    with pytest.raises(FormError):
        read_xml(nested(5_000))


@pytest.mark.parametrize("xml", [b"", b"<a>", b"\0\0", b"<a/><b/>", b"no xml", b"<h:html/>"])
def test_what_is_no_xml_is_refused_with_a_sentence(xml: bytes) -> None:
    with pytest.raises(FormError):
        load_form_xml(xml)


def test_xml_that_is_no_form_says_so(xform: Callable[..., bytes]) -> None:
    with pytest.raises(FormError, match="no XForm"):
        load_form_xml(b"<html/>")
    assert load_form_xml(xform("<a/>")).id == "a"


def test_an_attached_xml_with_a_declaration_is_refused(xform: Callable[..., bytes]) -> None:
    form = xform("<a/>", model='<instance id="x" src="jr://file/x.xml"/>')
    assert load_form_xml(form, {"x.xml": b"<root><item/></root>"}).findings == ()
    with pytest.raises(FormError, match=r"x\.xml"):
        load_form_xml(form, {"x.xml": OUTSIDE})


def test_an_attachment_is_never_found_outside_its_folder(xform: Callable[..., bytes], tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "secret.csv").write_text("name,label\nx,X\n")
    inside = tmp_path / "media"
    inside.mkdir()
    form = xform("<a/>", model='<instance id="x" src="jr://file/../secret.csv"/>')
    assert [one.code for one in load_form_xml(form, inside).findings] == ["form.attachment"]
    (inside / "secret.csv").write_text("name,label\nx,X\n")
    assert load_form_xml(form, inside).findings == ()
