"""`fieldapp pair | sync | bundle | conflict`: the client's end from the command line."""

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from fieldapp.errors import SyncError
from fieldapp.saying import asked, json_option, say, texts
from fieldapp.store.vault_options import opened_vault, vault_options
from fieldapp_sync.bundles.commands import bundle, told_counts
from fieldapp_sync.conflict_commands import conflict

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp_sync.rounds.outcome import Progress, SyncOutcome

__all__ = ["bundle", "conflict", "pair", "sync"]
WATCH_SECONDS = 60


@click.command()
@click.argument("url")
@click.option("--code", default="", help="The code the station gave you; asked for when it is missing.")
@click.option(
    "--pin",
    "--fingerprint",
    "pin",
    default="",
    help="The fingerprint the hub shows, for its own certificate.",
)
@click.option("--station", is_flag=True, help="The hub that this computer runs itself, beside the one above.")
@vault_options
@json_option
def pair(url: str, code: str, pin: str, station: bool, as_json: bool, **place: Any) -> None:
    """Pair this vault with the hub at URL, or by the one line (fieldapp://…) that holds address, code and fingerprint."""
    from fieldapp_sync.authority.pairing import pair as pair_with
    from fieldapp_sync.authority.pairing_text import read_pairing_text
    from fieldapp_sync.station.station import choose

    if not code and read_pairing_text(url) is None:
        missing = SyncError(
            "sync.no_code", "Pairing needs a code. Ask the station for one and name it with --code."
        )
        code = asked(texts("Pairing code"), missing)
    with opened_vault(**place) as vault:
        pairing = pair_with(vault, url, code, pin=pin, which="station" if station else "hub")
        if station:
            choose(vault, by_hand=True)
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
        if not watch:
            _round_told(vault, hub, as_json)
            return
        with suppress(KeyboardInterrupt):
            while True:
                try:
                    _round_told(vault, hub, as_json)
                except SyncError as refused:
                    click.echo(f"{refused.sentence(texts)} [{refused.code}]", err=True)
                time.sleep(WATCH_SECONDS)


def _round_told(vault: "Vault", hub: str, as_json: bool) -> None:
    _tell_outcome(_one_round(vault, hub), as_json)
    if not as_json:
        _tell_waiting(vault)


def _one_round(vault: "Vault", hub: str) -> "SyncOutcome":
    from fieldapp_sync.rounds.noted import synchronise

    with click.progressbar(range(1), hidden=not os.isatty(2), file=sys.stderr) as bar:

        def show(progress: "Progress") -> None:
            bar.length = max(1, progress.total)
            bar.pos = progress.done
            bar.update(0)

        return synchronise(vault, hub, show)


def _tell_outcome(outcome: "SyncOutcome", as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(outcome)))
        return
    click.echo(texts("Sent {sent}, received {received}.", sent=outcome.sent, received=outcome.received))
    click.echo(told_counts(outcome.counts))
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
    for one in outcome.told:
        click.echo(one.sentence(texts))
    if outcome.clock_off_ms:
        minutes = abs(outcome.clock_off_ms) // 60_000
        click.echo(texts("This computer's clock is {minutes} minutes wrong. Set it right.", minutes=minutes))


def _tell_waiting(vault: "Vault") -> None:
    from fieldapp.store.files.files_waiting import files_waiting

    waiting = files_waiting(vault)
    send, fetch = waiting.send["original"], waiting.fetch["original"]
    if send.files or fetch.files:
        click.echo(
            texts(
                "Photos and files that wait: {send} to send ({send_kb} KB), {fetch} to fetch ({fetch_kb} KB).",
                send=send.files,
                send_kb=send.bytes // 1024,
                fetch=fetch.files,
                fetch_kb=fetch.bytes // 1024,
            )
        )
