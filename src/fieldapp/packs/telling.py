"""How the pack commands tell findings: place, sentence, code; or JSON; exit status 1 when one of them is an error."""

import json
from collections.abc import Sequence
from dataclasses import asdict

import click

from fieldapp.errors import Finding
from fieldapp.saying import words
from fieldapp.texts import Texts


def say_findings(ctx: click.Context, findings: Sequence[Finding], as_json: bool) -> None:
    """Print the findings and end the command."""
    texts = words()
    if as_json:
        click.echo(
            json.dumps([_as_json(finding, texts) for finding in findings], ensure_ascii=False, indent=1)
        )
    else:
        for finding in findings:
            click.echo(f"{_place(finding)}: {finding.sentence(texts.translate)} [{finding.code}]")
        if not findings:
            click.echo(texts("The pack is in order."))
    if any(finding.severity == "error" for finding in findings):
        ctx.exit(1)


def _as_json(finding: Finding, texts: Texts) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "sentence": finding.sentence(texts.translate),
        "where": {name: value for name, value in asdict(finding.where).items() if value not in ("", None)},
    }


def _place(finding: Finding) -> str:
    where = finding.where
    parts = [where.file, where.sheet, str(where.row) if where.row else "", where.column]
    return ":".join(part for part in parts if part) or "pack"
