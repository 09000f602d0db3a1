"""`fieldapp form` from the command line, with the JSON that scripts rely on."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fieldapp.errors import FormError
from fieldapp.forms.commands import form as form_command

SURVEY = """| survey |
| | type    | name | label | constraint | constraint_message |
| | integer | age  | Age   | . < 120    | too old            |
| | text    | note | Note  |            |                    |
"""


def written(path: Path, content: object) -> str:
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return str(path)


def called(*words: str) -> Result:
    return CliRunner().invoke(form_command, list(words))


def test_check_tells_what_a_form_is(tmp_path: Path) -> None:
    done = called("check", written(tmp_path / "f.md", SURVEY), "--json")
    assert done.exit_code == 0
    report = json.loads(done.output)
    assert set(report) == {
        "id",
        "version",
        "title",
        "questions",
        "languages",
        "repairs",
        "warnings",
        "errors",
    }
    assert (report["questions"], report["errors"]) == (2, [])


def test_check_of_a_broken_form_names_the_place_and_exits_1(tmp_path: Path) -> None:
    done = called("check", written(tmp_path / "f.md", SURVEY.replace(". < 120", "explode(1)")), "--json")
    assert done.exit_code == 1
    (error,) = json.loads(done.output)["errors"]
    assert (error["sheet"], error["row"], error["column"]) == ("survey", 2, "constraint")
    assert "explode()" in error["sentence"]


def test_run_prints_the_state_the_violations_and_the_submission(tmp_path: Path) -> None:
    steps = [{"op": "answer", "ref": "/data/age", "value": 130}]
    done = called("run", written(tmp_path / "f.md", SURVEY), written(tmp_path / "s.json", steps), "--deltas")
    assert done.exit_code == 0
    outcome = json.loads(done.output)
    assert outcome["state"]["/data/age"]["value"] == "130"
    assert outcome["violations"] == [{"ref": "/data/age", "kind": "constraint", "message": "too old"}]
    assert list(outcome["deltas"][0]["set"]) == ["/data/age"]
    assert "<age>130</age>" in outcome["submission"]


def test_cases_of_a_form_author_pass_and_fail(tmp_path: Path) -> None:
    answer = {"op": "answer", "ref": "/data/age", "value": "130"}
    cases = [
        {"name": "too old", "steps": [answer], "expect": {"/data/age": {"violation": "constraint"}}},
        {"name": "wrong", "steps": [answer], "expect": {"/data/age": "13"}},
    ]
    form = written(tmp_path / "f.md", SURVEY)
    done = called("test", form, written(tmp_path / "c.json", cases), "--json")
    assert done.exit_code == 1
    told = json.loads(done.output)
    assert (told["passed"], told["failed"], list(told["failures"])) == (1, 1, ["wrong"])
    assert called("test", form, written(tmp_path / "c.json", cases[:1])).exit_code == 0


def test_a_form_that_is_not_there_is_an_error_of_its_report(tmp_path: Path) -> None:
    done = called("check", str(tmp_path / "none.xlsx"), "--json")
    assert done.exit_code == 1
    assert [one["code"] for one in json.loads(done.output)["errors"]] == ["form.no_file"]


def test_a_file_that_is_no_trace_is_a_sentence(tmp_path: Path) -> None:
    for content in ("no json", [{"op": "answer"}], {"sessions": [3]}, {"form": "x"}):
        refused = called("replay", written(tmp_path / "t.json", content)).exception
        assert isinstance(refused, FormError)
        assert refused.code in ("form.json", "form.trace")


def case(name: object = "a case", steps: object = (), expect: object = None) -> list[object]:
    return [{"name": name, "steps": list(steps) if steps == () else steps, "expect": expect or {}}]


def outcome_of(tmp_path: Path, cases: object) -> Result:
    form, script = written(tmp_path / "f.md", SURVEY), written(tmp_path / "c.json", cases)
    return called("test", form, script)


def test_an_author_may_write_a_number_a_list_or_that_something_is_not_there(tmp_path: Path) -> None:
    steps = [{"op": "answer", "ref": "/data/age", "value": 30}]
    told = {"/data/age": 30, "/data/note": "", "/data/other": None}
    assert outcome_of(tmp_path, case(steps=steps, expect=told)).exit_code == 0
    assert outcome_of(tmp_path, case(steps=steps, expect={"/data/age": None})).exit_code == 1


def test_two_cases_of_one_name_count_twice(tmp_path: Path) -> None:
    wrong = case(expect={"/data/age": 1})
    assert "failed 2" in outcome_of(tmp_path, wrong + wrong).output


@pytest.mark.parametrize(
    "cases", [5, case(name=5), case(steps="abc"), case(steps=[1]), case(expect=[["a", "b"]]), {"cases": []}]
)
def test_cases_of_another_shape_are_refused_in_words(tmp_path: Path, cases: object) -> None:
    refused = outcome_of(tmp_path, cases).exception
    assert isinstance(refused, FormError)
    assert refused.code == "form.cases"


def test_a_script_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    steps = tmp_path / "s.json"
    steps.write_bytes(b"\xef\xbb\xbf[]")
    assert called("run", written(tmp_path / "f.md", SURVEY), str(steps)).exit_code == 0


@pytest.mark.parametrize(
    "trace",
    [
        {"form": "a", "steps": [1]},
        {"form": "a", "steps": [{}]},
        {"form": 5, "steps": []},
        {"form": "a", "attachments": {"jr://file/a": "a"}, "steps": []},
        {"form": "a", "steps": [{"op": "init", "state": {"set": 5}}]},
        {"form": "a", "steps": [{"op": "init", "state": {"set": {"/data": 5}}}]},
        {"form": "a", "steps": [{"op": "init", "state": {"del": 5}}]},
        {"form": "a", "editInstance": 5, "steps": []},
        {"form": "a", "preload": 5, "steps": []},
        {"sessions": 5},
    ],
)
def test_a_trace_of_another_shape_is_refused_in_words(tmp_path: Path, trace: object) -> None:
    refused = called("replay", written(tmp_path / "t.json", trace), "--forms", str(tmp_path)).exception
    assert isinstance(refused, FormError)
    assert refused.code == "form.trace"


def test_a_trace_whose_form_is_not_there_fails_and_says_so(tmp_path: Path) -> None:
    trace = written(tmp_path / "t.json", {"form": "gone", "steps": []})
    done = called("replay", trace, "--forms", str(tmp_path))
    assert done.exit_code == 1
    assert "There is no form gone" in done.output


def test_an_error_of_check_is_told_with_its_code(tmp_path: Path) -> None:
    done = called("check", str(tmp_path / "none.md"))
    assert done.exit_code == 1
    assert "[form.no_file]" in done.output
