"""XLSForms: converted, repaired, refused; languages, cascades, entities."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import Form, Session, convert_xlsform, load_form

Load = Callable[..., Form]
Begin = Callable[..., Session]

CASCADE = """
| survey  |
| | type               | name    | label::en | label::zh | choice_filter      | calculation |
| | select_one county  | county  | County    | 县        |                    |             |
| | select_one village | village | Village   | 村        | county = ${county} |             |
| | note               | said    | You chose ${county} | 选了 ${county} |         |             |
| | calculate          | spoken  |           |           |                    | jr:choice-name(${county}, '${county}') |
| choices |
| | list_name | name | label::en | label::zh | county |
| | county    | a    | A county  | 甲县      |        |
| | county    | b    | B county  | 乙县      |        |
| | village   | a1   | A one     | 甲一      | a      |
| | village   | a2   | A two     | 甲二      | a      |
| | village   | b1   | B one     | 乙一      | b      |
"""


def test_a_cascade_offers_what_fits_and_drops_what_no_longer_does(xlsform: Load, begun: Begin) -> None:
    session = begun(xlsform(CASCADE))
    assert session.node("/data/village").choices == ()
    session.answer("/data/county", "a")
    assert [choice.value for choice in session.node("/data/village").choices] == ["a1", "a2"]
    session.answer("/data/village", "a2")
    session.answer("/data/county", "b")
    assert session.node("/data/village").value == ""


def test_the_language_changes_labels_choices_outputs_and_names(xlsform: Load, begun: Begin) -> None:
    form = xlsform(CASCADE)
    assert form.languages == ("en", "zh")
    session = begun(form)
    session.answer("/data/county", "a")
    changed = session.set_language("zh")
    assert {"/data/county", "/data/village", "/data/said"} <= changed
    assert session.node("/data/county").label == "县"
    assert session.node("/data/village").choices[0].label == "甲一"
    assert session.node("/data/said").label.strip() == "选了 a"
    assert session.node("/data/spoken").value == "甲县"
    with pytest.raises(FormError, match="does not speak"):
        session.set_language("xx")


ENTITY = """
| survey   |
| | type         | name | label | save_to   | relevant    |
| | text         | id   | Id    |           |             |
| | text         | name | Name  | head_name |             |
| | integer      | size | Size  | size_end  | ${name} != '' |
| entities |
| | list_name | entity_id | create_if   | update_if   | label   |
| | household | ${id}     | ${id} = ''  | ${id} != '' | ${name} |
"""


def test_entities_are_created_and_updated_with_their_saved_properties(xlsform: Load, begun: Begin) -> None:
    form = xlsform(ENTITY)
    session = begun(form, seen={"h-1": "token"})
    session.answer("/data/name", "Li Demo")
    session.answer("/data/size", "4")
    (created,) = session.entity_changes()
    assert (created.list, created.action, created.label) == ("household", "create", "Li Demo")
    assert created.values == {"head_name": "Li Demo", "size_end": "4"}
    session.answer("/data/id", "h-1")
    session.answer("/data/name", "")
    (updated,) = session.entity_changes()
    assert (updated.action, updated.id, updated.seen) == ("update", "h-1", "token")
    assert updated.values == {"head_name": ""}, "blanked is said, not relevant is not"


def test_a_file_beside_the_form_gives_choices(xlsform: Load, begun: Begin) -> None:
    form = xlsform(
        """
        | survey |
        | | type                          | name | label | calculation |
        | | select_one_from_file town.csv | town | Town  | |
        | | calculate                     | zip  |       | pulldata('town', 'zip', 'name', ${town}) |
        """,
        {"town.csv": b"name,label,zip\nx,Town X,99\ny,Town Y,98\n"},
    )
    session = begun(form)
    assert [choice.label for choice in session.node("/data/town").choices] == ["Town X", "Town Y"]
    session.answer("/data/town", "y")
    assert session.node("/data/zip").value == "98"


def test_a_missing_attachment_is_a_warning_and_an_empty_list(xlsform: Load, begun: Begin) -> None:
    form = xlsform("| survey |\n| | type | name | label |\n| | select_one_from_file t.csv | a | A |\n", {})
    assert [one.code for one in form.findings if one.severity == "warning"] == ["form.attachment"]
    assert begun(form).node("/data/a").choices == ()


def test_a_calculation_may_read_the_value_it_has(xlsform: Load, begun: Begin) -> None:
    session = begun(
        xlsform(
            """
            | survey |
            | | type      | name  | label | calculation |
            | | text      | a     | A     |             |
            | | calculate | first |       | if(${first} = '', ${a}, ${first}) |
            | | begin_group | g   | G     |             |
            | | text      | b     | B     |             |
            | | calculate | whole |       | ${g}        |
            | | end_group |       |       |             |
            """
        )
    )
    for answer in ("x", "y", "z"):
        session.answer("/data/a", answer)
        session.answer("/data/g/b", answer)
        assert session.node("/data/first").value == "x", "kept from the first answer on"
        assert session.node("/data/g/whole").value == answer, (
            "a block is read without the node computed from it"
        )


def test_unknown_types_are_repaired_and_the_repair_says_where(xlsform: Load) -> None:
    form = xlsform("| survey |\n| | type | name | label |\n| | text | a | A |\n| | db:person | b | B |\n")
    (repair,) = [one for one in form.findings if one.severity == "repair"]
    assert (repair.where.sheet, repair.where.row, repair.where.column) == ("survey", 3, "type")
    assert "db:person" in repair.sentence()


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("| choices |\n| | list_name | name | label |\n| | l | a | A |\n", "survey"),
        ("| survey |\n| | type | name | calculation |\n| | calculate | a | explode(1) |\n", r"explode\(\)"),
        ("| survey |\n| | type | name | calculation |\n| | calculate | a | 1 + |\n", "a"),
        (
            "| survey |\n| | type | name | calculation |\n| | calculate | a | ${b} |\n| | calculate | b | ${a} |\n",
            "circle",
        ),
    ],
)
def test_a_form_that_does_not_compile_is_refused_with_a_sentence(
    xlsform: Load, markdown: str, said: str
) -> None:
    with pytest.raises(FormError, match=said):
        xlsform(markdown)


def test_an_error_of_the_engine_names_sheet_row_and_column(xlsform: Load) -> None:
    with pytest.raises(FormError) as caught:
        xlsform(
            """
            | survey |
            | | type        | name | label | relevant   |
            | | begin_group | g    | G     |            |
            | | text        | a    | A     |            |
            | | text        | b    | B     | explode(1) |
            | | end_group   |      |       |            |
            """
        )
    told = caught.value.params
    assert (told["sheet"], told["row"], told["column"]) == ("survey", 4, "relevant")


@pytest.mark.parametrize(
    "content", [b"", b"no workbook", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1junk"]
)
def test_an_xlsx_that_is_none_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    with pytest.raises(FormError):
        convert_xlsform(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormError, match="There is no form"):
        load_form(tmp_path / "none.xlsx")


def test_a_converted_form_is_kept_by_its_content_and_a_damaged_copy_is_made_anew(tmp_path: Path) -> None:
    path, cache = tmp_path / "f.md", tmp_path / "kept"
    path.write_text("| survey |\n| | type | name | label |\n| | text | a | A |\n", "utf-8")
    first = load_form(path, cache=cache)
    (kept,) = cache.iterdir()
    content = json.loads(kept.read_text("utf-8"))
    kept.write_text(
        json.dumps({**content, "xml": content["xml"].replace("<label>A", "<label>kept")}), "utf-8"
    )
    assert b"kept" not in (tmp_path / "f.md").read_bytes()
    second = load_form(path, cache=cache)
    assert second.definition.root.children["a"].control is not None
    assert (
        second.definition.root.children["a"].control.label
        != first.definition.root.children["a"].control.label
    )  # type: ignore[union-attr]
    kept.write_text("{", "utf-8")
    assert load_form(path, cache=cache).id == first.id


def test_each_instance_of_a_repeat_has_its_own_entity(xlsform: Load, begun: Begin) -> None:
    session = begun(
        xlsform(
            """
            | survey   |
            | | type         | name   | label | save_to |
            | | begin_repeat | person | P     |         |
            | | text         | name   | Name  | head    |
            | | integer      | age    | Age   | age     |
            | | end_repeat   |        |       |         |
            | entities |
            | | list_name | label   |
            | | person    | ${name} |
            """
        ),
        new_uuid=iter(f"id-{n}" for n in range(100)).__next__,
    )
    session.add_repeat("/data/person")
    for at, name in enumerate(("Wang Demo", "Zhao Demo"), 1):
        session.answer(f"/data/person[{at}]/name", name)
    first, second = session.entity_changes()
    assert (first.label, second.label) == ("Wang Demo", "Zhao Demo")
    assert first.values == {"head": "Wang Demo", "age": ""}
    assert first.id
    assert second.id
    assert first.id != second.id


def test_a_group_with_its_own_entity_keeps_its_answers_from_the_form_around_it(
    xlsform: Load, begun: Begin
) -> None:
    session = begun(
        xlsform(
            """
            | survey   |
            | | type        | name | label | save_to        | relevant |
            | | text        | road | Road  | household#road |          |
            | | text        | wet  | Wet   |                |          |
            | | begin_group | test | T     |                | ${wet} != '' |
            | | text        | w1   | Clear | water_test#w1  |          |
            | | end_group   | test |       |                |          |
            | entities |
            | | list_name  | entity_id | create_if    | update_if | label   |
            | | household  |           |              |           | ${road} |
            | | water_test |           | ${w1} = 'no' |           | ${w1}   |
            """
        )
    )
    session.answer("/data/road", "gravel")
    session.answer("/data/wet", "yes")
    for answer, lists in (("yes", ["household"]), ("no", ["household", "water_test"])):
        session.answer("/data/test/w1", answer)
        changes = {change.list: dict(change.values) for change in session.entity_changes()}
        assert list(changes) == lists
        assert changes["household"] == {"road": "gravel"}
    assert changes["water_test"] == {"w1": "no"}


def test_a_row_is_called_after_the_answers_in_it(xlsform: Load, begun: Begin) -> None:
    form = xlsform(
        "| survey | | | |\n| | type | name | label |\n| | begin repeat | p | Person ${n} |\n"
        "| | text | n | Name |\n| | end repeat | | |\n"
    )
    session = begun(form)
    session.add_repeat("/data/p")
    session.answer("/data/p[1]/n", "Zhang")
    assert "/data/p[2]" in session.answer("/data/p[2]/n", "Li")
    assert [session.node(f"/data/p[{at}]").label.split() for at in (1, 2)] == [
        ["Person", "Zhang"],
        ["Person", "Li"],
    ]
    session.remove_repeat("/data/p[1]")
    assert session.node("/data/p[1]").label.split() == ["Person", "Li"]


def test_an_entity_written_from_inside_and_outside_of_a_repeat_is_refused_and_loses_nothing(
    xlsform: Load,
) -> None:
    with pytest.raises(FormError, match="inside of a repeat") as refused:
        xlsform(
            "| survey | | | | |\n| | type | name | label | save_to |\n| | text | a | A | name_a |\n"
            "| | begin repeat | r | R | |\n| | text | b | B | name_b |\n| | end repeat | | | |\n"
            "| entities | | |\n| | list_name | label |\n| | house | ${a} |\n"
        )
    assert refused.value.params["row"] == 2
