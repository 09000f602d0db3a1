"""`fieldapp vault`: make, describe, back up, restore and check a vault, and let workers in."""

import sys
from pathlib import Path
from typing import Any

import click

from fieldapp.errors import VaultError
from fieldapp.saying import json_option, say, words
from fieldapp.store.authority_commands import erase, expire, unmasked
from fieldapp.store.vault_options import (
    opened_vault,
    passphrase_of,
    passphrase_option,
    usual_place,
    vault_options,
)
from fieldapp.store.worker_commands import helper_option, role_option, scope_option, section_option, worker

_FILE = click.Path(path_type=Path, dir_okay=False)
_PACK = click.option(
    "--pack", "packs", multiple=True, required=True, help="A pack's name or folder; repeat for several."
)


@click.group()
def vault() -> None:
    """A vault: new, info, backup, restore, doctor, compact, worker, recover, erase, expire, unmasked."""


for _command in (erase, expire, unmasked, worker):
    vault.add_command(_command)


@vault.command()
@click.argument("path", type=_FILE)
@_PACK
@scope_option
@click.option("--worker", required=True, help="Who will work with it.")
@role_option
@section_option
@helper_option
@click.option("--sample", type=_FILE, default=None, help="An evaluator's households: a file, one id a line.")
@click.option("--expires-on", default="", help="The last day it can be read: 2020-12-31.")
@passphrase_option
@json_option
def new(
    path: Path,
    packs: tuple[str, ...],
    scopes: tuple[str, ...],
    worker: str,
    role: str,
    sections: tuple[str, ...],
    helper: str,
    sample: Path | None,
    expires_on: str,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Make a new vault at PATH; prints the recovery key, which is shown this once."""
    from fieldapp.store.opening import create_vault

    passphrase = passphrase_of(passphrase_file, confirm=True)
    with create_vault(
        path,
        passphrase,
        worker=worker,
        role=role,
        scopes=scopes,
        packs=packs,
        expires_on=expires_on,
        sections=sections,
        helper=helper,
        sample=_lines_of(sample),
    ) as made:
        facts = {
            "path": str(path),
            "worker": worker,
            "edition": made.edition,
            "recovery_key": made.recovery_key,
        }
    texts = words()
    say(
        as_json,
        facts,
        texts("Made {path} with {edition} for {worker}.", **facts),
        texts(
            "Recovery key, shown this once. Print it and keep it away from this computer: {recovery_key}",
            **facts,
        ),
    )


@vault.command()
@vault_options
@json_option
def info(as_json: bool, **place: Any) -> None:
    """What is in the vault: packs, villages, counts, what waits to be sent."""
    from fieldapp.store.expiry import device_id, expiry
    from fieldapp.store.exports import count_exports
    from fieldapp.store.receipts import waiting
    from fieldapp.store.records import count
    from fieldapp.store.streams import scopes
    from fieldapp.store.twins.duplicates import duplicates

    with opened_vault(**place) as opened:
        counts = waiting(opened)
        records = {name: count(opened, name) for name in opened.dictionary.lists}
        facts: dict[str, object] = {
            "path": str(opened.path),
            "format": int(opened.ledger.meta("format")),
            "replica": opened.replica,
            "device": device_id(opened),
            "expires_on": expiry(opened).expires_on,
            "edition": opened.edition,
            "worker": opened.worker.name,
            "role": opened.worker.role,
            "scopes": list(opened.worker.scopes),
            "villages": [code for code in scopes(opened.ledger) if opened.worker.covers(code)],
            "records": records,
            "exports": count_exports(opened),
            "possible_duplicates": len(duplicates(opened)),
            "commits": {"here": counts.here, "township": counts.township, "county": counts.county},
        }
    say(
        as_json,
        facts,
        *(
            f"{name}: {value if not isinstance(value, list) else ' '.join(map(str, value))}"
            for name, value in facts.items()
        ),
    )


@vault.command("backup")
@click.argument("out", type=_FILE)
@vault_options
@json_option
@click.pass_context
def backup_command(ctx: click.Context, /, out: Path, as_json: bool, **place: Any) -> None:
    """Write the whole vault, encrypted as it is, to one file OUT; a station's with the archive of its hub. Exit status 1
    when that could not be included."""
    from fieldapp.store.station_archive import backup_all, has_station

    with opened_vault(**place, to_hand_over=True) as opened:
        station = "included" if has_station(opened.path) else "none"
        if sys.stderr.isatty() and not as_json:
            with click.progressbar(length=1, file=sys.stderr) as bar:

                def show(done: int, whole: int) -> None:
                    bar.length = whole
                    bar.update(1)

                left_out = backup_all(opened, out, show)
        else:
            left_out = backup_all(opened, out)
    size = out.stat().st_size
    texts = words()
    told = [texts("Backed up to {path}, {bytes} bytes.", path=out, bytes=size)]
    if left_out is not None:
        station = "left_out"
        told.append(f"{left_out.sentence(texts.translate)} [{left_out.code}]")
    elif station == "included":
        told.append(texts("The archive of the station is in it."))
    say(as_json, {"path": str(out), "bytes": size, "station": station}, *told)
    if left_out is not None:
        ctx.exit(1)


@vault.command("restore")
@click.argument("backup_file", metavar="BACKUP", type=_FILE)
@click.option(
    "--vault", "path", type=_FILE, envvar="FIELDAPP_VAULT", help="Where to put it; else the usual place."
)
@json_option
def restore_command(backup_file: Path, path: Path | None, as_json: bool) -> None:
    """Put a backup back where no vault is; it opens with the passphrases it had."""
    from fieldapp.store.backup import restore, station_backup_path

    target = path or usual_place()
    if not backup_file.is_file():
        raise VaultError(
            "backup.missing", "There is no backup at {path}. Check the name.", path=str(backup_file)
        )
    restore(backup_file, target)
    texts, has_station = words(), station_backup_path(target).is_file()
    told = [texts("Restored to {path}.", path=target)]
    if has_station:
        told.append(texts("The archive of the station comes back when the desktop opens its station again."))
    say(as_json, {"path": str(target), "station": has_station}, *told)


@vault.command()
@click.option("--signatures", is_flag=True, help="Verify the chain of every household's signatures too.")
@vault_options
@json_option
@click.pass_context
def doctor(ctx: click.Context, /, signatures: bool, as_json: bool, **place: Any) -> None:
    """Check pages, tables, log, search index and attachments; exit status 1 when something is damaged."""
    from fieldapp.store.doctor import examine

    with opened_vault(**place) as opened:
        found = list(examine(opened))
        if signatures:
            from fieldapp.store.signing import verify_all

            found += verify_all(opened)
    texts = words()
    told = [(finding, finding.sentence(texts.translate)) for finding in found]
    say(
        as_json,
        {"findings": [{"code": f.code, "severity": f.severity, "text": sentence} for f, sentence in told]},
        *([f"{sentence} [{f.code}]" for f, sentence in told] or [texts("The vault is whole.")]),
    )
    if any(finding.severity == "error" for finding in found):
        ctx.exit(1)


@vault.command("compact")
@vault_options
@json_option
def compact_command(as_json: bool, **place: Any) -> None:
    """Drop the log that the county has had for 90 days; what is shown stays, older changes are kept at the county."""
    from datetime import UTC, datetime

    from fieldapp.store.growing.compaction import compact

    with opened_vault(**place) as opened:
        done = compact(opened, datetime.fromtimestamp(opened.clock() / 1000, UTC).date())
    texts = words()
    facts = {"villages": done.villages, "commits": done.commits, "before": done.before, "after": done.after}
    say(
        as_json,
        facts,
        texts("{commits} old changes are kept at the county alone; {before} bytes became {after}.", **facts)
        if done.villages
        else texts("Nothing is old enough yet, or too little to be worth it."),
    )


@vault.command()
@click.option("--worker", required=True, help="Whose passphrase is made new.")
@click.option("--vault", "path", type=_FILE, envvar="FIELDAPP_VAULT", help="The vault; else the usual place.")
@click.option(
    "--recovery-key", prompt=True, hide_input=True, help="The recovery key; asked for when it is missing."
)
@click.option("--expires-on", default="", help="A new last day on which the vault can be read.")
@passphrase_option
def recover(
    worker: str, path: Path | None, recovery_key: str, expires_on: str, passphrase_file: Path | None
) -> None:
    """Give a worker a new passphrase with the recovery key, and the vault a new last day."""
    from fieldapp.store.opening import recover_vault

    passphrase = passphrase_of(passphrase_file, confirm=True)
    recover_vault(
        path or usual_place(), recovery_key, worker=worker, passphrase=passphrase, expires_on=expires_on
    )
    texts = words()
    click.echo(texts("{worker} may open this vault now.", worker=worker))


def _lines_of(file: Path | None) -> list[str]:
    """Raises VaultError vault.no_sample."""
    if file is None:
        return []
    try:
        return file.read_text("utf-8").split()
    except (OSError, UnicodeDecodeError) as wrong:
        raise VaultError(
            "vault.no_sample",
            "The sample {file} cannot be read. Write one household id a line.",
            file=str(file),
        ) from wrong
