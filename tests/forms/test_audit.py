"""The audit log: ODK's events and columns, kept through restarts."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from fieldapp.forms import Form, Session
from fieldapp.forms.outcome.audit import AuditLog, AuditRow, AuditSettings, row_of

START = datetime(2026, 3, 5, 1, 0, tzinfo=UTC)
MS = 1_772_672_400_000


def _at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def _rows(log: AuditLog) -> list[str]:
    return log.csv().decode().splitlines()


def test_a_log_begins_with_the_start_and_tells_how_long_a_question_was_shown() -> None:
    log = AuditLog(START, AuditSettings())
    log.shown("/data/a", _at(1))
    log.left("/data/a", _at(3.5))
    log.event("form save", _at(4))
    assert _rows(log) == [
        "event,node,start,end",
        f"form start,,{MS},",
        f"question,/data/a,{MS + 1000},{MS + 3500}",
        f"form save,,{MS + 4000},",
    ]


def test_changes_are_told_only_where_the_form_tracks_them() -> None:
    for tracks in (True, False):
        log = AuditLog(START, AuditSettings(track_changes=tracks))
        log.shown("/data/a", _at(1))
        log.changed("/data/a", "", "w", _at(2))
        log.changed("/data/a", "w", "wa", _at(2))
        log.left("/data/a", _at(3))
        last = _rows(log)[-1]
        assert last == f"question,/data/a,{MS + 1000},{MS + 3000}" + (",,wa" if tracks else "")


def test_an_answer_that_ends_as_it_began_is_no_change() -> None:
    log = AuditLog(START, AuditSettings(track_changes=True))
    log.shown("/data/a", _at(1))
    log.changed("/data/a", "x", "y", _at(2))
    log.changed("/data/a", "y", "x", _at(2))
    log.left("/data/a", _at(3))
    assert _rows(log)[-1].endswith(",,")


def test_every_column_a_form_can_ask_for_stands_in_its_place() -> None:
    settings = AuditSettings(True, True, True, "balanced", 60, 120)
    log = AuditLog(START, settings, user="Wang, Demo", position="35.5 104.2 1800 5")
    log.event("change reason", _at(1), reason='said "wrong",\nasked again')
    assert log.csv().decode() == (
        "event,node,start,end,latitude,longitude,accuracy,old-value,new-value,user,change-reason\n"
        f'form start,,{MS},,35.5,104.2,5,,,"Wang, Demo",\n'
        f'change reason,,{MS + 1000},,35.5,104.2,5,,,"Wang, Demo","said ""wrong"",\nasked again"\n'
    )


def test_quotes_alone_are_not_escaped() -> None:
    log = AuditLog(START, AuditSettings(identify_user=True), user='"Demo"')
    assert _rows(log)[1].endswith(',"Demo"')


def test_location_needs_all_three_of_its_parameters() -> None:
    log = AuditLog(START, AuditSettings(location_priority="balanced"), position="35.5 104.2 0 5")
    assert _rows(log)[0] == "event,node,start,end"


def test_a_log_goes_on_after_a_restart() -> None:
    log = AuditLog(START, AuditSettings(track_changes=True))
    log.shown("/data/a", _at(1))
    kept = dict(log.take())
    assert log.take() == ()
    log.changed("/data/a", "", "1", _at(2))
    kept |= dict(log.take())
    rows = [row_of(kept[n].line()) for n in sorted(kept)]
    again = AuditLog(_at(60), log.settings, rows=rows)
    assert [row.event for row in again.rows] == ["form start", "question", "form resume"]
    assert again.rows[1] == AuditRow("question", "/data/a", MS + 1000, None, new="1")
    assert dict(again.take()).keys() == {2}, "only what is new is written again"


FORM = """
| survey |
| | type  | name  | label | parameters |
| | text  | a     | A     | |
| | audit | audit |       | track-changes=true identify-user=true location-priority=balanced location-min-interval=60 location-max-age=120 |
"""  # noqa: E501


def test_a_form_says_what_is_to_be_logged_and_its_submission_names_the_file(
    xlsform: Callable[..., Form], begun: Callable[..., Session]
) -> None:
    form = xlsform(FORM)
    assert form.audit == AuditSettings(True, True, False, "balanced", 60, 120)
    assert b"<audit>audit.csv</audit>" in begun(form).submission()


@pytest.mark.parametrize("question", ["text"])
def test_a_form_without_an_audit_question_logs_nothing(xlsform: Callable[..., Form], question: str) -> None:
    assert xlsform(f"| survey |\n| | type | name | label |\n| | {question} | a | A |\n").audit is None
