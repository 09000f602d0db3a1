"""`fieldapp form …`: check, run, replay and test forms without a window; also for form authors."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from fieldapp.errors import Finding, FormError, UserError
from fieldapp.forms.authoring.cases import Case, read_cases, run_case
from fieldapp.forms.authoring.replay import Mode, Outcome, Replay
from fieldapp.forms.authoring.steps import read_steps, take_step
from fieldapp.forms.form import Form
from fieldapp.forms.loading import load_form
from fieldapp.forms.session import Session
from fieldapp.forms.state import NodeState
from fieldapp.texts import Texts, system_language, texts_of

_FORM = click.Path(path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def form() -> None:
    """Check, run, replay and test forms."""


def print_json(value: object) -> None:
    """One JSON value on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=dict))


@form.command()
@click.argument("path", type=_FORM)
@click.option("--attachments", type=_FOLDER, help="Folder of the form's attached files.")
@click.option("--json", "as_json", is_flag=True)
def check(path: Path, attachments: Path | None, as_json: bool) -> None:
    """Compile a form; list errors, warnings and repairs with sheet, row and column."""
    try:
        loaded = load_form(path, attachments)
        report = _report(loaded)
    except FormError as error:
        report = _report_of_error(error)
    if as_json:
        print_json(report)
    else:
        _print_report(report)
    sys.exit(1 if report["errors"] else 0)


def _report(loaded: Form) -> dict[str, Any]:
    return {
        "id": loaded.id,
        "version": loaded.version,
        "title": loaded.title,
        "questions": loaded.questions,
        "languages": list(loaded.languages),
        "repairs": [_finding(one) for one in loaded.findings if one.severity == "repair"],
        "warnings": [_finding(one) for one in loaded.findings if one.severity == "warning"],
        "errors": [_finding(one) for one in loaded.findings if one.severity == "error"],
    }


def _report_of_error(error: FormError) -> dict[str, Any]:
    blank: dict[str, Any] = {"id": "", "version": "", "title": "", "questions": 0, "languages": []}
    place = {key: error.params.get(key) or None for key in ("sheet", "row", "column")}
    said = {"code": error.code, "sentence": _sentence(error), **place}
    return {**blank, "repairs": [], "warnings": [], "errors": [said]}


def _sentence(said: Finding | UserError) -> str:
    return said.sentence(texts_of(system_language()).translate)


def _finding(one: Finding) -> dict[str, Any]:
    """Sheet, row and column are null where the finding has none; what is not of a sheet names its file or node."""
    place = {key: getattr(one.where, key) or None for key in ("sheet", "row", "column")}
    more = {key: getattr(one.where, key) for key in ("file", "field") if getattr(one.where, key)}
    return {"code": one.code, "sentence": _sentence(one), **place, **more}


def _print_report(report: Mapping[str, Any]) -> None:
    texts = texts_of(system_language())
    if not report["errors"]:
        click.echo(
            texts(
                "{title} ({id}{version}): {count} questions",
                **{
                    **report,
                    "count": report["questions"],
                    "version": report["version"] and " " + report["version"],
                },
            )
        )
        if report["languages"]:
            click.echo(texts("Languages: {languages}", languages=", ".join(report["languages"])))
    titles = {
        "errors": texts("Errors: {count}", count=len(report["errors"])),
        "warnings": texts("Warnings: {count}", count=len(report["warnings"])),
        "repairs": texts("Repairs: {count}", count=len(report["repairs"])),
    }
    for kind, title in titles.items():
        if report[kind]:
            click.echo(title, err=kind == "errors")
        for one in report[kind]:
            code = f" [{one['code']}]" if kind == "errors" else ""
            click.echo(f"  {_place(texts, one)}{one['sentence']}{code}", err=kind == "errors")


def _place(texts: Texts, one: Mapping[str, Any]) -> str:
    if one["row"] is None:
        named = one["sheet"] or one.get("file") or one.get("field") or ""
        return f"{named}: " if named else ""
    if not one["column"]:
        return texts("Sheet {sheet}, row {row}: ", **one)
    return texts("Sheet {sheet}, row {row}, column “{column}”: ", **one)


def _start(loaded: Form, today: str | None, tz: str) -> Session:
    try:
        day = date.fromisoformat(today) if today else datetime.now(UTC).date()
    except ValueError as error:
        raise click.BadParameter("YYYY-MM-DD", param_hint="--today") from error
    now = datetime.combine(day, datetime.now(UTC).time())
    return loaded.start(today=day, now=now, tz=tz)


def state_json(state: Mapping[str, NodeState]) -> dict[str, Any]:
    """States as JSON: only what is not at its default, choices as [value, label]."""
    return {ref: _node(node) for ref, node in state.items()}


def _node(node: NodeState) -> dict[str, Any]:
    shown: dict[str, Any] = {"kind": node.kind, "relevant": node.relevant}
    for key in ("readonly", "required", "label", "hint", "count", "appearance", "save_to"):
        value = getattr(node, key)
        if value not in (False, "", None):
            shown[key] = value
    if node.type:
        shown |= {"type": node.type, "value": node.value}
    if node.choices or node.kind in ("select", "rank"):
        shown["choices"] = [[choice.value, choice.label] for choice in node.choices]
    if node.violation is not None:
        shown["violation"] = {"condition": node.violation.kind, "message": node.violation.message}
    return shown


@form.command()
@click.argument("path", type=_FORM)
@click.argument("steps", type=_FILE)
@click.option("--attachments", type=_FOLDER, help="Folder of the form's attached files.")
@click.option("--today", help="The day the form believes it is, YYYY-MM-DD.")
@click.option("--tz", default=lambda: os.environ.get("TZ") or "UTC", help="Time zone such as Asia/Shanghai.")
@click.option("--deltas", is_flag=True, help="Print what each step changed as well.")
@click.option("--json", "as_json", is_flag=True, help="The output is JSON in any case.")
def run(
    path: Path, steps: Path, attachments: Path | None, today: str | None, tz: str, deltas: bool, as_json: bool
) -> None:
    """Run steps and print the final state, the violations and the submission."""
    session = _start(load_form(path, attachments), today, tz)
    told = []
    for step in read_steps(steps):
        changed = take_step(session, step)
        if deltas:
            present = {ref: session.node(ref) for ref in session.state() if ref in changed}
            gone = sorted(ref for ref in changed if ref not in session)
            told.append({"step": step, "set": state_json(present), "del": gone})
    violations = [asdict(one) for one in session.violations()]
    outcome: dict[str, Any] = {"state": state_json(session.state()), "violations": violations}
    outcome["entities"] = [asdict(one) for one in session.entity_changes()]
    outcome["submission"] = session.submission().decode()
    print_json({"deltas": told, **outcome} if deltas else outcome)


def _traces(paths: tuple[Path, ...]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.json")) if path.is_dir() else [path]
    return found


@form.command()
@click.argument("traces", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--forms", type=_FOLDER, help="Folder of the XForms; else `forms` or `xml` near the traces.")
@click.option(
    "--attachments", type=_FOLDER, help="Folder of the attached files; else `attachments` near the traces."
)
@click.option("--mode", type=click.Choice(["strict", "parity"]), default="strict")
@click.option("--json", "as_json", is_flag=True)
def replay(
    traces: tuple[Path, ...], forms: Path | None, attachments: Path | None, mode: Mode, as_json: bool
) -> None:
    """Replay recorded traces and walks; print passed, failed and each mismatch."""
    paths = _traces(traces)
    first = traces[0].resolve()
    player = Replay(
        forms or _near(first, ("forms", "xml")), attachments or _near(first, ("attachments",)), mode
    )
    with click.progressbar(paths, hidden=as_json or not sys.stderr.isatty(), file=sys.stderr) as shown:
        outcomes = [player.play(path) for path in shown]
    summary = summed(outcomes)
    if as_json:
        print_json(summary)
    else:
        for one in summary["mismatches"]:
            click.echo(
                f"{one['trace']} step {one['step']} {one['ref']}: {one['expected']!r} ≠ {one['actual']!r}"
            )
        click.echo(f"passed {summary['passed']}, failed {summary['failed']}, skipped {summary['skipped']}")
    sys.exit(1 if summary["failed"] else 0)


def _near(path: Path, names: tuple[str, ...]) -> Path:
    for folder in (path, *path.parents):
        for name in names:
            if (folder / name).is_dir():
                return folder / name
    return path


def summed(outcomes: list[Outcome]) -> dict[str, Any]:
    """The JSON of `form replay`."""
    failed = sum(1 for one in outcomes if one.mismatches)
    skipped = sum(1 for one in outcomes if one.skipped)
    return {
        "passed": len(outcomes) - failed - skipped,
        "failed": failed,
        "skipped": skipped,
        "mismatches": [asdict(mismatch) for one in outcomes for mismatch in one.mismatches],
    }


@form.command()
@click.argument("path", type=_FORM)
@click.argument("cases", type=_FILE)
@click.option("--attachments", type=_FOLDER, help="Folder of the form's attached files.")
@click.option("--today", help="The day the form believes it is, YYYY-MM-DD.")
@click.option("--tz", default=lambda: os.environ.get("TZ") or "UTC", help="Time zone such as Asia/Shanghai.")
@click.option("--json", "as_json", is_flag=True)
def test(
    path: Path, cases: Path, attachments: Path | None, today: str | None, tz: str, as_json: bool
) -> None:
    """Run a form author's regression cases: steps, and what must then hold."""
    loaded = load_form(path, attachments)
    found: list[Case] = read_cases(cases)
    outcomes = [(case.name, run_case(_start(loaded, today, tz), case)) for case in found]
    failed = [(name, wrong) for name, wrong in outcomes if wrong]
    if as_json:
        failures: dict[str, list[str]] = {}
        for name, wrong in failed:
            failures.setdefault(name, []).extend(wrong)
        print_json({"passed": len(found) - len(failed), "failed": len(failed), "failures": failures})
    else:
        for name, wrong in failed:
            click.echo("\n".join(f"{name}: {one}" for one in wrong))
        click.echo(f"passed {len(found) - len(failed)}, failed {len(failed)}")
    sys.exit(1 if failed else 0)
