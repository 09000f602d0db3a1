"""`fieldapp pack copy | export-xlsx | import-xlsx`: a county makes a pack of its own, in an office program."""

from pathlib import Path

import click

from fieldapp.packs.editing import copy_pack
from fieldapp.packs.heading import Title
from fieldapp.packs.telling import say_findings
from fieldapp.packs.workbook import pack_to_workbook
from fieldapp.packs.workbook_reading import workbook_to_pack
from fieldapp.saying import json_option, say, texts

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("source", metavar="PACK")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--id", "pack_id", required=True, help="The copy's id, as tianzhu-county.")
@click.option("--title", required=True, help="Its title; the three languages parted by |, or one for all.")
@click.option("--prefix", required=True, help="What its new fields begin with, as tz_.")
@json_option
def copy(source: str, target: Path, pack_id: str, title: str, prefix: str, as_json: bool) -> None:
    """Copy PACK (an id or a folder) into the new folder DIR under another id."""
    words = [word.strip() for word in title.split("|")]
    titles = Title(*words) if len(words) == 3 else Title(title, title, title)
    place: str | Path = Path(source) if Path(source).is_dir() else source
    folder = copy_pack(place, target, pack_id, titles, prefix=prefix)
    facts = {"id": pack_id, "folder": str(folder)}
    say(as_json, facts, texts("Copied {source} to {folder}.", source=source, folder=folder))


@click.command(name="export-xlsx")
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.argument("out", metavar="OUT.xlsx", type=_FILE)
@json_option
def export_xlsx(folder: Path, out: Path, as_json: bool) -> None:
    """Write a pack's tables as a workbook to edit."""
    pack_to_workbook(folder, out)
    say(as_json, {"path": str(out)}, texts("Wrote {path}.", path=out))


@click.command(name="import-xlsx")
@click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@json_option
@click.pass_context
def import_xlsx(ctx: click.Context, file: Path, folder: Path, as_json: bool) -> None:
    """Take an edited workbook into a pack's folder; with an error nothing is changed."""
    say_findings(ctx, workbook_to_pack(file, folder), as_json)


EDITING = (copy, export_xlsx, import_xlsx)
