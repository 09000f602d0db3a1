"""`fieldapp pack`: check, sign, build, install and list packs from the command line, for authors and offices."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from fieldapp.keys.offices import new_office_key, open_office_key
from fieldapp.packs.archive import build_pack, signer_of_folder
from fieldapp.packs.check import check_pack
from fieldapp.packs.edit_commands import EDITING
from fieldapp.packs.install import install_pack
from fieldapp.packs.places import installed_root, packs_at_hand
from fieldapp.packs.signing_options import key_option, key_passphrase, passphrase_option, usual_key_file
from fieldapp.packs.telling import say_findings
from fieldapp.packs.trust import distrust_signer, trusted_signers
from fieldapp.saying import json_option, say, texts, words

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.group()
def pack() -> None:
    """Content packs: check, key, build, install, list, signers; copy, export-xlsx, import-xlsx."""


for command in EDITING:
    pack.add_command(command)


@pack.command()
@click.argument("folder", metavar="DIR", type=_FOLDER)
@json_option
@click.pass_context
def check(ctx: click.Context, folder: Path, as_json: bool) -> None:
    """Check a pack's tables and forms; exit status 1 when there are errors."""
    say_findings(ctx, check_pack(folder), as_json)


@pack.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@passphrase_option
@json_option
def key(file: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Make the signing key of an office in FILE (or the usual place); prints its fingerprint."""
    place = file or usual_key_file()
    made = new_office_key(place, key_passphrase(passphrase_file, confirm=True))
    facts = {"file": str(place), "fingerprint": made.fingerprint}
    say(as_json, facts, texts("Made the signing key {file}.", file=place), made.fingerprint)


@pack.command()
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.argument("out", type=click.Path(path_type=Path))
@key_option
@passphrase_option
@json_option
def build(
    folder: Path, out: Path, key_file: Path | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Write a pack as one signed file."""
    place = key_file or usual_key_file()
    built = build_pack(folder, out, open_office_key(place, key_passphrase(passphrase_file)))
    say(
        as_json,
        {**asdict(built), "path": str(built.path)},
        texts("Wrote {path}: {pack}, {files} files.", path=built.path, pack=built.edition, files=built.files),
        texts("Signed by {fingerprint}", fingerprint=built.signer),
        f"sha256 {built.sha256}",
    )


@pack.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--trust", default="", metavar="FINGERPRINT", help="The signer's fingerprint, compared by you.")
@json_option
def install(file: Path, trust: str, as_json: bool) -> None:
    """Install a pack file into the worker's data folder."""
    installed = install_pack(file, installed_root(), today=date.today(), trust=trust)
    heading = installed.heading
    facts = {
        "id": heading.id,
        "version": heading.version,
        "folder": str(installed.folder),
        "signer": installed.signer,
        "fresh": installed.fresh,
    }
    say(as_json, facts, texts("Installed {pack}.", pack=installed.edition))


@pack.command()
@click.option("--forget", default="", metavar="FINGERPRINT", help="Trust this signer no longer.")
@json_option
def signers(forget: str, as_json: bool) -> None:
    """The signers whose packs this computer takes, with the day they were confirmed."""
    root = installed_root()
    if forget:
        distrust_signer(root, forget)
    known = trusted_signers(root)
    say(as_json, known, *(f"{name}  {day}" for name, day in known.items()))


@pack.command(name="list")
@json_option
def list_packs(as_json: bool) -> None:
    """The packs shipped with the program and those installed."""
    chosen = words()
    rows = [
        {
            "id": heading.id,
            "version": heading.version,
            "title": chosen.pick(heading.title.zh_hans, heading.title.zh_hant, heading.title.en),
            "requires": list(heading.requires),
            "shipped": shipped,
            "signer": signer.fingerprint if (signer := signer_of_folder(folder)) else "",
            "folder": str(folder),
        }
        for heading, folder, shipped in packs_at_hand()
    ]
    origins = {True: texts("shipped"), False: texts("installed")}
    say(
        as_json,
        rows,
        *(f"{row['id']}@{row['version']}  {row['title']}  ({origins[bool(row['shipped'])]})" for row in rows),
    )
