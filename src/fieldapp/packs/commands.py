"""`fieldapp pack check | build | install | list`: packs from the command line, for authors and offices."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from fieldapp.errors import Finding
from fieldapp.packs.archive import build_pack, install_pack
from fieldapp.packs.check import check_pack
from fieldapp.packs.heading import read_heading
from fieldapp.packs.places import installed_root, packs_at_hand
from fieldapp.saying import json_option, words
from fieldapp.texts import Texts

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.group()
def pack() -> None:
    """Content packs: check, build, install, list."""


@pack.command()
@click.argument("folder", metavar="DIR", type=_FOLDER)
@json_option
@click.pass_context
def check(ctx: click.Context, folder: Path, as_json: bool) -> None:
    """Check a pack's tables and forms; exit status 1 when there are errors."""
    findings = check_pack(folder)
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


@pack.command()
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.argument("out", type=click.Path(path_type=Path))
@json_option
def build(folder: Path, out: Path, as_json: bool) -> None:
    """Write a pack as one file, with a manifest of SHA-256 (not signed yet)."""
    built = build_pack(folder, out)
    if as_json:
        click.echo(json.dumps({**asdict(built), "path": str(built.path)}, ensure_ascii=False))
    else:
        texts = words()
        click.echo(
            texts(
                "Wrote {path}: {pack}, {files} files.", path=built.path, pack=built.edition, files=built.files
            )
        )
        click.echo(f"sha256 {built.sha256}")


@pack.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
def install(file: Path, as_json: bool) -> None:
    """Install a pack file into the worker's data folder."""
    folder = install_pack(file, installed_root())
    heading = read_heading(folder)
    if as_json:
        installed = {"id": heading.id, "version": heading.version, "folder": str(folder)}
        click.echo(json.dumps(installed, ensure_ascii=False))
    else:
        texts = words()
        click.echo(texts("Installed {pack}.", pack=f"{heading.id}@{heading.version}"))


@pack.command(name="list")
@json_option
def list_packs(as_json: bool) -> None:
    """The packs shipped with the program and those installed."""
    texts = words()
    rows = [
        {
            "id": heading.id,
            "version": heading.version,
            "title": texts.pick(heading.title.zh_hans, heading.title.zh_hant, heading.title.en),
            "requires": list(heading.requires),
            "shipped": shipped,
            "folder": str(folder),
        }
        for heading, folder, shipped in packs_at_hand()
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        origin = texts("shipped") if row["shipped"] else texts("installed")
        click.echo(f"{row['id']}@{row['version']}  {row['title']}  ({origin})")


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
