"""What a field of the window needs from the form: its settings, and lists that are kept outside of the form."""

from collections.abc import Callable

from fieldapp.forms import Form, Session, load_form_xml

Load = Callable[..., Form]
Begin = Callable[..., Session]

SETTINGS = """
| survey |
| | type     | name | label | parameters |
| | image    | pic  | P | max-pixels=640 |
| | audio    | said | A | quality=low |
| | geopoint | gps  | G | capture-accuracy=10 warning-accuracy=50 allow-mock-accuracy=true |
| | range    | rate | R | start=1 end=5 step=2 tick_interval=2 placeholder=3 |
| | text     | many | T | rows=5 |
| | geotrace | way  | W | incremental=true |
"""


def test_the_settings_of_a_control_reach_its_field(xlsform: Load, begun: Begin) -> None:
    session = begun(xlsform(SETTINGS))
    told = {ref.removeprefix("/data/"): dict(node.parameters) for ref, node in session.state().items()}
    assert told["pic"] == {"max-pixels": "640", "mediatype": "image/*"}
    assert told["said"]["quality"] == "low"
    assert told["gps"] == {"capture-accuracy": "10", "warning-accuracy": "50", "allow-mock-accuracy": "true"}
    assert told["rate"] == {
        "start": "1", "end": "5", "step": "2", "tick-interval": "2", "placeholder": "3",
    }  # fmt: skip
    assert told["many"] == {"rows": "5"}
    assert told["way"] == {"incremental": "true"}


EXTERNAL = """
| survey |
| | type                      | name   | label  | choice_filter |
| | text                      | county | County |               |
| | select_one_external towns | town   | Town   | of=${county}  |
| external_choices |
| | list_name | name | label   | of |
| | towns     | a1   | A one   | a  |
| | towns     | b1   | B one   | b  |
| | others    | c1   | C one   | b  |
"""


def test_a_list_kept_outside_is_a_choice(xlsform: Load, begun: Begin) -> None:
    session = begun(xlsform(EXTERNAL))
    assert session.node("/data/town").kind == "select"
    session.answer("/data/county", "b")
    assert [(one.value, one.label) for one in session.node("/data/town").choices] == [("b1", "B one")]


def test_an_attached_file_of_lists_goes_before_the_sheet(xlsform: Load, begun: Begin) -> None:
    itemsets = b'"list_name","name","label::en","of"\n"towns","x9","X nine","b"\n'
    session = begun(xlsform(EXTERNAL, {"itemsets.csv": itemsets}))
    session.answer("/data/county", "b")
    assert [(one.value, one.label) for one in session.node("/data/town").choices] == [("x9", "X nine")]


def test_without_the_file_the_answer_is_typed_and_a_warning_says_so(
    xform: Callable[..., bytes], begun: Begin
) -> None:
    query = "instance('towns')/root/item[of=/data/county]"
    body = f'<input ref="/data/town" query="{query}"><label>T</label></input>'
    form = load_form_xml(xform("<county/><town/>", "", body))
    assert begun(form).node("/data/town").kind == "input"
    assert [one.where.file for one in form.findings if one.severity == "warning"] == ["itemsets.csv"]


def test_a_language_with_its_script_is_no_warning_and_one_without_a_code_is(xlsform: Load) -> None:
    def warned(heading: str) -> list[str]:
        form = xlsform(
            f"| survey |\n| | type | name | {heading} | label::English (en) |\n| | text | a | A | B |"
        )
        return [finding.sentence() for finding in form.findings if "language code" in finding.text]

    assert warned("label::中文 (zh-Hans)") == []
    assert len(warned("label::普通话")) == 1
