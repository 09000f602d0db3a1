"""`fieldapp pair | sync | bundle | conflict`: the client's end from the command line."""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fieldapp.errors import SyncError
from fieldapp.saying import json_option, say, texts
from fieldapp.store.vault_options import opened_vault, vault_options
from fieldapp_sync.conflict_commands import conflict

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp.store.receipts import Counts
    from fieldapp_sync.round import Progress, SyncOutcome

__all__ = ["bundle", "conflict", "pair", "sync"]
_FILE = click.Path(path_type=Path, dir_okay=False)
WATCH_SECONDS = 60


@click.command()
@click.argument("url")
@click.option(
    "--code", prompt="Pairing code", help="The code the station gave you; asked for when it is missing."
)
@click.option("--fingerprint", default="", help="The fingerprint the hub shows, for its own certificate.")
@vault_options
@json_option
def pair(url: str, code: str, fingerprint: str, as_json: bool, **place: Any) -> None:
    """Pair this vault with the hub at URL."""
    from fieldapp_sync.pairing import pair as pair_with

    with opened_vault(**place) as vault:
        pairing = pair_with(vault, url, code, pin=fingerprint)
        say(
            as_json,
            {key: value for key, value in asdict(pairing).items() if key != "certificate"},
            texts("Paired with {url} as {account}.", url=pairing.url, account=pairing.account),
        )


@click.command()
@click.option("--hub", default="", help="The paired hub at another address than usual.")
@click.option("--watch", is_flag=True, help="Sync again every minute until you press Ctrl+C.")
@vault_options
@json_option
def sync(hub: str, watch: bool, as_json: bool, **place: Any) -> None:
    """One round with the paired hub; prints the counts here / township / county. A vault past its day may do this too."""
    with opened_vault(**place, to_hand_over=True) as vault:
        while True:
            try:
                _tell_outcome(_one_round(vault, hub), as_json)
            except SyncError as refused:
                if not watch:
                    raise
                click.echo(f"{refused.sentence(texts)} [{refused.code}]", err=True)
            if not watch:
                return
            time.sleep(WATCH_SECONDS)


@click.group()
def bundle() -> None:
    """Sync by USB stick."""


@bundle.command("key")
@vault_options
@json_option
def bundle_key(as_json: bool, **place: Any) -> None:
    """Print what another laptop needs to make a bundle for this vault: its bundle key, and its fingerprint."""
    from fieldapp_sync.pairing import bundle_recipient

    with opened_vault(**place) as vault:
        key, digits = bundle_recipient(vault), vault.device.fingerprint
        text = texts("Bundle key: {key}\nFingerprint: {digits}", key=key, digits=digits)
        say(as_json, {"key": key, "fingerprint": digits}, text)


@bundle.command("export")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option("--to", "recipient", required=True, help="The bundle key of the vault it is for (age1…).")
@click.option(
    "--everything", is_flag=True, help="All there is, not only what the other side has not confirmed."
)
@vault_options
@json_option
def bundle_export(out: Path, recipient: str, everything: bool, as_json: bool, **place: Any) -> None:
    """Write a bundle into the folder OUT."""
    from fieldapp_sync.bundle import export_bundle, parts_of

    with opened_vault(**place, to_hand_over=True) as vault:
        first = export_bundle(vault, out, recipient, everything=everything)
        files = [str(part) for part in parts_of(first)]
        text = texts("Wrote {count} files: {first}", count=len(files), first=first)
        say(as_json, {"files": files}, text)


@bundle.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--trust", default="", help="Accept the computer with this fingerprint from now on.")
@vault_options
@json_option
def bundle_import(files: tuple[Path, ...], trust: str, as_json: bool, **place: Any) -> None:
    """Take in bundle files; a receipt for the other side is written beside them."""
    from fieldapp_sync.bundle import export_receipt, import_bundle

    with opened_vault(**place, to_hand_over=True) as vault:
        imported = import_bundle(vault, *files, accept=trust)
        receipt = _receipt_beside(files[0], lambda: export_receipt(vault, files[0].parent, imported.sender))
        told = {**asdict(imported), "changed": len(imported.changed), "receipt": receipt}
        text = texts(
            "From {worker}: {applied} new, {ignored} known already, {waiting} waiting for a missing part, "
            "{aside} set aside, {foreign} of other villages left out.",
            worker=imported.worker,
            applied=imported.applied,
            ignored=imported.ignored,
            waiting=imported.waiting,
            aside=imported.quarantined,
            foreign=imported.foreign,
        )
        say(as_json, told, text)


@bundle.command("receipt")
@click.argument("file", type=_FILE)
@click.option("--trust", default="", help="Accept the computer with this fingerprint from now on.")
@vault_options
@json_option
def bundle_receipt(file: Path, trust: str, as_json: bool, **place: Any) -> None:
    """Read a receipt that came back on the stick; prints the counts here / township / county."""
    from fieldapp.store.receipts import waiting
    from fieldapp_sync.bundle import import_bundle

    with opened_vault(**place) as vault:
        import_bundle(vault, file, accept=trust)
        counts = waiting(vault)
        say(as_json, asdict(counts), _told_counts(counts))


def _one_round(vault: "Vault", hub: str) -> "SyncOutcome":
    from fieldapp_sync.pairing import connect
    from fieldapp_sync.round import sync_once

    connection = connect(vault, hub)
    try:
        with click.progressbar(range(1), hidden=not os.isatty(2), file=sys.stderr) as bar:

            def show(progress: "Progress") -> None:
                bar.length = max(1, progress.total)
                bar.pos = progress.done
                bar.update(0)

            return sync_once(vault, connection, show)
    finally:
        connection.close()


def _tell_outcome(outcome: "SyncOutcome", as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(outcome)))
        return
    click.echo(texts("Sent {sent}, received {received}.", sent=outcome.sent, received=outcome.received))
    click.echo(_told_counts(outcome.counts))
    if outcome.conflicts:
        click.echo(
            texts("{count} conflicts are open. `fieldapp conflict list` shows them.", count=outcome.conflicts)
        )
    if outcome.set_aside:
        click.echo(
            texts(
                "{count} changes could not be read and were set aside. Tell your station.",
                count=outcome.set_aside,
            )
        )
    if outcome.clock_off_ms:
        minutes = abs(outcome.clock_off_ms) // 60_000
        click.echo(texts("This computer's clock is {minutes} minutes wrong. Set it right.", minutes=minutes))


def _told_counts(counts: "Counts") -> str:
    return texts(
        "Only here: {here}. At the township: {township}. At the county: {county}.",
        here=counts.here,
        township=counts.township,
        county=counts.county,
    )


def _receipt_beside(file: Path, write: Callable[[], Path]) -> str:
    """The receipt's path, "" where the stick cannot be written: the import itself stands."""
    from fieldapp.errors import UserError

    try:
        return str(write())
    except UserError as refused:
        click.echo(
            f"{texts('No receipt could be written to the stick.')} {refused.sentence(texts)}", err=True
        )
        return ""
