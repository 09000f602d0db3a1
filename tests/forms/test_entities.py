"""Entities by the ODK entities specification: what a submission says of each, and its versions for offline work."""

from collections.abc import Callable

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import EntityVersion, Form, Session, load_form_xml

Filled = Callable[..., Session]
Load = Callable[..., Form]

CHILDREN = """
| survey |
| | type         | name | label | save_to   |
| | csv-external | person |     |           |
| | begin_repeat | kid  | Kid   |           |
| | text         | id   | Which |           |
| | text         | n    | Name  | full_name |
| | end_repeat   |      |       |           |
| entities |
| | list_name | label | create_if  | update_if  | entity_id |
| | person    | ${n}  | ${id} = '' | ${id} != '' | ${id}    |
"""
TREES = {
    "person.csv": b"name,label,__version,__trunkVersion,__branchId\np-1,Wang Demo,3,2,b-1\np-2,Li Demo,5,5,b-2\n"
}


@pytest.fixture
def session(xlsform: Load, begun: Filled) -> Session:
    return begun(xlsform(CHILDREN, TREES))


def test_an_update_tells_the_versions_that_the_attached_list_has(session: Session) -> None:
    session.answer("/data/kid[1]/id", "p-1")
    (change,) = session.entity_changes()
    assert (change.base_version, change.trunk_version, change.branch_id) == ("3", "2", "b-1")
    assert b'baseVersion="3" trunkVersion="2" branchId="b-1"' in session.submission()


def test_a_create_has_no_version_to_start_from(session: Session) -> None:
    session.answer("/data/kid[1]/n", "Zhao Demo")
    (change,) = session.entity_changes()
    assert (change.action, change.base_version, change.trunk_version) == ("create", "", "")
    assert b'baseVersion="" trunkVersion="" branchId=""' in session.submission()


def test_the_versions_a_caller_knows_go_before_those_of_the_list(xlsform: Load, begun: Filled) -> None:
    session = begun(xlsform(CHILDREN, TREES), entities={"p-1": EntityVersion("4", "2", "b-9")})
    session.answer("/data/kid[1]/id", "p-1")
    (change,) = session.entity_changes()
    assert (change.base_version, change.trunk_version, change.branch_id) == ("4", "2", "b-9")
    xml = session.submission()
    assert b'baseVersion="4" trunkVersion="2" branchId="b-9"' in xml
    assert session.submission() == xml


def test_an_entity_that_is_made_after_all_keeps_no_version_of_another(xlsform: Load, begun: Filled) -> None:
    session = begun(xlsform(CHILDREN, TREES), entities={"p-1": EntityVersion("4", "2", "b-9")})
    session.answer("/data/kid[1]/id", "p-1")
    assert b'branchId="b-9"' in session.submission()
    session.answer("/data/kid[1]/id", "")
    assert b'baseVersion="" trunkVersion="" branchId=""' in session.submission()


def test_entities_in_repeats_each_have_their_own_versions(session: Session) -> None:
    session.add_repeat("/data/kid")
    session.answer("/data/kid[1]/id", "p-1")
    session.answer("/data/kid[2]/id", "p-2")
    assert [one.base_version for one in session.entity_changes()] == ["3", "5"]


OLD = """<meta><instanceID/><entity dataset="trees" id="t-1" update="1" baseVersion="2"><label/></entity></meta>"""


def test_a_form_of_an_older_specification_gets_no_attribute_it_does_not_have(filled: Filled) -> None:
    session = filled(OLD, entities={"t-1": EntityVersion("7", "6", "b")})
    xml = session.submission()
    assert b'baseVersion="7"' in xml
    assert b"trunkVersion" not in xml


def _declared(xform: Callable[..., bytes], version: str, dataset: str = "trees") -> bytes:
    return xform(OLD.replace('"trees"', f'"{dataset}"')).replace(
        b"<model>", f'<model entities:entities-version="{version}">'.encode()
    )


@pytest.mark.parametrize("version", ["2022.1.0", "2023.1.0", "2024.1.0", "2025.1.0", "2025.1"])
def test_the_known_versions_of_the_specification_open(xform: Callable[..., bytes], version: str) -> None:
    assert load_form_xml(_declared(xform, version)).findings == ()


def test_a_newer_version_of_the_specification_is_refused(xform: Callable[..., bytes]) -> None:
    with pytest.raises(FormError, match=r"2031\.1\.0"):
        load_form_xml(_declared(xform, "2031.1.0"))


def test_a_reserved_name_of_a_list_is_a_warning(xform: Callable[..., bytes]) -> None:
    (finding,) = load_form_xml(_declared(xform, "2024.1.0", "__trees")).findings
    assert (finding.code, finding.severity) == ("form.entity_name", "warning")


LAST = """
| survey |
| | type | name | label | default |
| | text | street | Street | ${last-saved#street} |
"""


def test_a_default_comes_from_the_last_submission_on_this_device(xlsform: Load, begun: Filled) -> None:
    form = xlsform(LAST)
    assert form.findings == (), "that nothing was saved yet is no trouble"
    first = begun(form)
    assert first.node("/data/street").value == ""
    first.answer("/data/street", "East Lane")
    assert begun(form, last_saved=first.submission()).node("/data/street").value == "East Lane"


BEHIND = """
| survey |
| | type             | name | label |
| | start-geopoint   | at   |       |
| | background-audio | tape |       |
| | text             | n    | Name  |
"""


def test_the_place_is_taken_at_the_start_and_nothing_is_recorded(xlsform: Load, begun: Filled) -> None:
    form = xlsform(BEHIND)
    session = begun(form, metadata={"position": "35.5 104.2 1800 5"})
    assert session.raw("/data/at") == "35.5 104.2 1800.0 5.0"
    assert session.raw("/data/tape") == ""
    assert "form.recording" in [one.code for one in form.findings]
