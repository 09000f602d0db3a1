"""Recorded sessions of ODK's web engine, played again (read from ../shared, never copied)."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from fieldapp.errors import FormError
from fieldapp.forms import Session, load_form
from fieldapp.forms.authoring.replay import Replay
from fieldapp.forms.commands import form as form_command

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "forms"
CONFORMANCE = SHARED / "conformance"
WALKS = SHARED / "walks"
REAL = SHARED / "real" / "34_sample-forms_socio-economic-survey-v20240515.xlsx"
STRICT_FLOOR = 0.99
PARITY_FLOOR = 0.99
# Where we differ on purpose, by trace, each with its reason.
KNOWN: dict[str, str] = json.loads((Path(__file__).parent / "known_differences.json").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the recorded sessions lie outside the project")


def test_the_recorded_sessions_show_the_same_where_they_were_asserted() -> None:
    player = Replay(CONFORMANCE / "forms", CONFORMANCE / "attachments")
    outcomes = [player.play(path) for path in sorted((CONFORMANCE / "traces").rglob("*.json"))]
    played = [one for one in outcomes if not one.skipped]
    failed = {one.trace for one in played if one.mismatches}
    print(
        f"\nSTRICT {len(played) - len(failed)} of {len(played)} = {1 - len(failed) / len(played):.1%}: {sorted(failed)}"
    )
    assert failed == set()
    assert 1 - len(failed) / len(played) >= STRICT_FLOOR


@pytest.mark.slow
def test_the_recorded_sessions_show_the_same_in_every_state() -> None:
    player = Replay(CONFORMANCE / "forms", CONFORMANCE / "attachments", "parity")
    outcomes = [player.play(path) for path in sorted((CONFORMANCE / "traces").rglob("*.json"))]
    played = [one for one in outcomes if not one.skipped]
    failed = sorted(one.trace for one in played if one.mismatches)
    assert set(failed) <= KNOWN.keys()
    print(
        f"\nPARITY {len(played) - len(failed)} of {len(played)} = {1 - len(failed) / len(played):.1%}: {failed}"
    )
    assert 1 - len(failed) / len(played) >= PARITY_FLOOR


@pytest.mark.parametrize(
    "name",
    [
        "33_sample-forms_all-question-types-v2024091201-3",
        "34_sample-forms_socio-economic-survey-v20240515",
        "46_onadata_subdistrict_profiling_tool",
        "57_hluvukani-odk-forms_Hluvukani_C_registrar_parcelas",
        "63_javarosa_whova_form",
    ],
)
def test_a_random_walk_over_a_real_form_agrees_in_every_state(name: str) -> None:
    outcome = Replay(WALKS / "xml", WALKS, "parity").play(WALKS / f"{name}.json")
    assert outcome.mismatches == ()


@pytest.mark.slow
def test_every_random_walk_agrees_in_every_state() -> None:
    player = Replay(WALKS / "xml", WALKS, "parity")
    outcomes = [player.play(path) for path in sorted(WALKS.glob("*.json"))]
    assert [one.trace for one in outcomes if one.mismatches] == []


def test_the_replay_command_counts_and_lists() -> None:
    trace = str(CONFORMANCE / "traces" / "trigger")
    done = CliRunner().invoke(form_command, ["replay", trace, "--json"])
    assert done.exit_code == 0
    assert json.loads(done.output) == {"passed": 4, "failed": 0, "skipped": 0, "mismatches": []}


def test_a_wrong_expectation_is_a_mismatch_and_exit_status_1(tmp_path: Path) -> None:
    path = next((CONFORMANCE / "traces" / "range").glob("*.json"))
    trace = json.loads(path.read_text())
    for step in trace["sessions"][0]["steps"]:
        if step["op"] == "answerOf":
            step["result"] = "something else"
    (tmp_path / path.name).write_text(json.dumps(trace))
    folders = ["--forms", str(CONFORMANCE / "forms"), "--attachments", str(CONFORMANCE / "attachments")]
    done = CliRunner().invoke(form_command, ["replay", str(tmp_path), "--json", *folders])
    assert done.exit_code == 1
    assert json.loads(done.output)["mismatches"][0]["expected"] == "something else"


def test_a_real_survey_is_filled_to_a_valid_submission(tmp_path: Path, begun: Callable[..., Session]) -> None:
    session = begun(load_form(REAL, cache=tmp_path))
    head, person = "/data/headOfHousehold", "/data/familyMembers[1]/persons"
    plain = {f"{head}/residentialAddress": "Demo village 1", f"{head}/primaryContactNo": "03001234567"}
    for ref, value in plain.items():
        session.answer(ref, value)
    session.answer(f"{head}/region", "Sindh")
    session.answer(f"{head}/district", session.node(f"{head}/district").choices[0].value)
    session.answer("/data/informationTechnology/internetHH", "2")
    session.answer(f"{person}/firstNameFM", "Zhang Demo")
    session.answer(f"{person}/gender", "1")
    for violation in session.violations():
        session.answer(violation.ref, session.node(violation.ref).choices[0].value)
    assert session.violations() == []
    written = session.submission()
    assert b"<firstNameFM>Zhang Demo</firstNameFM>" in written
    assert b"<instanceID>uuid:" in written


@pytest.mark.slow
def test_every_real_form_opens_or_says_why_not(tmp_path: Path) -> None:
    paths = [path for path in sorted(SHARED.glob("real/*.x*")) if path.is_file()]
    refused = []
    for path in paths:
        try:
            load_form(path, cache=tmp_path)
        except FormError as error:
            refused.append(f"{path.name}: {error.sentence()[:200]}")
    print("\n".join(refused))
    assert len(paths) - len(refused) >= 50
