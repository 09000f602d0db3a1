"""`fieldapp bundle key | export | import | receipt | sticks`: sync by USB stick from the command line."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fieldapp.saying import json_option, say, texts, words
from fieldapp.store.vault_options import opened_vault, vault_options

if TYPE_CHECKING:
    from fieldapp.store.receipts import Counts
    from fieldapp_sync.bundles import Imported

_FILE = click.Path(path_type=Path, dir_okay=False)
_TRUST = click.option("--trust", default="", help="Accept the computer with this fingerprint from now on.")


@click.group()
def bundle() -> None:
    """Sync by USB stick."""


@bundle.command("key")
@vault_options
@json_option
def bundle_key(as_json: bool, **place: Any) -> None:
    """Print what another laptop needs to make a bundle for this vault: its bundle key, and its fingerprint."""
    from fieldapp_sync.bundles import bundle_recipient

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
@click.option("--no-files", is_flag=True, help="Leave the photos out.")
@click.option("--on-stick", is_flag=True, help="OUT is a stick: write into its folder for this receiver.")
@vault_options
@json_option
def bundle_export(
    out: Path, recipient: str, everything: bool, no_files: bool, on_stick: bool, as_json: bool, **place: Any
) -> None:
    """Write a bundle into the folder OUT."""
    from fieldapp_sync.bundles import export_bundle, folder_on, parts_of
    from fieldapp_sync.bundles.preview import left_out

    folder = folder_on(out, recipient) if on_stick else out
    with opened_vault(**place, to_hand_over=True) as vault, _bar() as show:
        first = export_bundle(
            vault, folder, recipient, everything=everything, files=not no_files, progress=show
        )
        elsewhere = left_out(vault, recipient, everything=everything)
    files = [str(part) for part in parts_of(first)]
    text = texts("Wrote {count} files: {first}", count=len(files), first=first)
    facts = {"files": files, "elsewhere": [one.params["scope"] for one in elsewhere]}
    say(as_json, facts, text, *(one.sentence(texts) for one in elsewhere))


@bundle.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@_TRUST
@vault_options
@json_option
def bundle_import(files: tuple[Path, ...], trust: str, as_json: bool, **place: Any) -> None:
    """Take in bundle files; a receipt for the other side is written beside them."""
    from fieldapp_sync.bundles import import_bundle

    with opened_vault(**place, to_hand_over=True) as vault, _bar() as show:
        imported = import_bundle(vault, *files, accept=trust, receipt_to=files[0].parent, progress=show)
    if refused := imported.receipt_refusal:
        told = f"{texts('No receipt could be written to the stick.')} {refused.sentence(texts)}"
        click.echo(told, err=True)
    say(as_json, _facts(imported), *_lines(imported))


@bundle.command("receipt")
@click.argument("file", type=_FILE)
@_TRUST
@vault_options
@json_option
def bundle_receipt(file: Path, trust: str, as_json: bool, **place: Any) -> None:
    """Read a receipt that came back on the stick; prints the counts here / township / county."""
    from fieldapp.store.receipts import waiting
    from fieldapp_sync.bundles import import_bundle

    with opened_vault(**place) as vault:
        import_bundle(vault, file, accept=trust)
        counts = waiting(vault)
        say(as_json, asdict(counts), told_counts(counts))


@bundle.command("sticks")
@vault_options
@json_option
def bundle_sticks(as_json: bool, **place: Any) -> None:
    """List the sticks, and the bundles on them that are for this vault."""
    from fieldapp_sync.bundles.found import FoundBundle, bundles_on
    from fieldapp_sync.bundles.sticks import Stick, sticks

    def line(found: "FoundBundle") -> str:
        state = texts("complete") if found.is_complete else texts("some parts are missing")
        return texts(
            "  from {sender}: {count} files, {state}",
            sender=found.sender,
            count=len(found.files),
            state=state,
        )

    def head(stick: "Stick") -> str:
        return texts(
            "{label} at {path}: {free} MB free",
            label=stick.label,
            path=stick.path,
            free=stick.free // 1_000_000,
        )

    with opened_vault(**place) as vault:
        there = [(stick, bundles_on(stick.path, vault)) for stick in sticks()]
    facts = [
        {
            "path": str(stick.path),
            "label": stick.label,
            "free": stick.free,
            "bundles": [
                {
                    "sender": one.sender,
                    "files": [str(file) for file in one.files],
                    "complete": one.is_complete,
                }
                for one in found
            ],
        }
        for stick, found in there
    ]
    lines = [text for stick, found in there for text in (head(stick), *map(line, found))]
    say(as_json, facts, *(lines or [texts("No stick is plugged in.")]))


def told_counts(counts: "Counts") -> str:
    """The three counts in one line."""
    return texts(
        "Only here: {here}. At the township: {township}. At the county: {county}.",
        here=counts.here,
        township=counts.township,
        county=counts.county,
    )


def _facts(imported: "Imported") -> dict[str, object]:
    receipts = [str(path) for path in imported.receipts]
    return {
        "applied": imported.applied,
        "ignored": imported.ignored,
        "quarantined": imported.quarantined,
        "waiting": imported.waiting,
        "foreign": imported.foreign,
        "changed": len(imported.changed),
        "worker": imported.worker,
        "sender": imported.sender,
        "files": imported.files,
        "files_waiting": imported.files_waiting,
        "files_refused": imported.files_refused,
        "held": imported.held,
        "begun": list(imported.begun),
        "refusals": [{"code": one.code, "sentence": one.sentence(texts)} for one in imported.refusals],
        "missing": [asdict(one) for one in imported.missing],
        "receipt": receipts[0] if receipts else "",
        "receipts": receipts,
    }


def _lines(imported: "Imported") -> Iterator[str]:
    yield texts(
        "From {worker}: {applied} new, {ignored} known already, {waiting} waiting for a missing part, "
        "{aside} set aside, {foreign} of other villages left out.",
        worker=imported.worker,
        applied=imported.applied,
        ignored=imported.ignored,
        waiting=imported.waiting,
        aside=imported.quarantined,
        foreign=imported.foreign,
    )
    if imported.files or imported.files_waiting or imported.files_refused:
        yield texts(
            "Photos: {whole} came whole, {waiting} lack a part, {refused} came damaged.",
            whole=imported.files,
            waiting=imported.files_waiting,
            refused=imported.files_refused,
        )
    if imported.begun:
        yield texts("{count} villages came whole, with their older data.", count=len(imported.begun))
    if imported.held:
        yield texts("{count} changes wait for review.", count=imported.held)
    yield from (one.sentence(words().translate) for one in imported.refusals)
    yield from (one.finding().sentence(words().translate) for one in imported.missing)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, none in a pipe."""
    with click.progressbar(range(1), hidden=not os.isatty(2), file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length, bar.pos = max(1, total), done
            bar.update(0)

        yield show
