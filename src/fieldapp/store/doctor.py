"""`vault doctor`: every check that can show damage, each a finding that says what to do; it repairs nothing by itself."""

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from fieldapp.errors import Finding, RegisterError, VaultError
from fieldapp.journal.erasing import struck_records
from fieldapp.journal.stream import chain_after
from fieldapp.store import log
from fieldapp.store.authority.heads import alarms, cut_short, unlike_their_heads
from fieldapp.store.cipher import DatabaseError
from fieldapp.store.faults import telling_faults
from fieldapp.store.files.attachments import PREFIX, folder_of, held, wanted
from fieldapp.store.growing.base import base_of
from fieldapp.store.striking import PENDING

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault


def examine(vault: "Vault") -> tuple[Finding, ...]:
    """All that is wrong with an open vault; empty when it is whole. Reads everything: seconds on a large vault."""
    found: list[Finding] = []
    for check in (_pages, _structure, _chains, _heads, _erasures, _attachments, _aside):
        try:
            with telling_faults():
                found += check(vault)
        except (VaultError, ValueError) as stopped:
            found.append(
                Finding(
                    "doctor.unreadable",
                    "A part of the vault cannot be read: {reason} Restore the newest backup.",
                    {"reason": stopped},
                )
            )
    return tuple(found)


def _pages(vault: "Vault") -> Iterator[Finding]:
    # An unfinished WAL reads as false alarms.
    vault.db.execute("pragma wal_checkpoint(truncate)").fetchall()
    for (page,) in vault.db.execute("pragma cipher_integrity_check").fetchall():
        yield Finding(
            "doctor.page",
            "A page of the vault file was changed or is damaged ({page}). Restore the newest backup.",
            {"page": page},
        )


def _structure(vault: "Vault") -> Iterator[Finding]:
    # One damaged page breaks hundreds of things above it; the first one says enough.
    lines = [
        line
        for (text,) in vault.db.execute("pragma integrity_check(1)").fetchall()
        for line in text.splitlines()
    ]
    wrong = [line for line in lines if line != "ok" and not line.startswith("***")]
    if wrong:
        yield Finding(
            "doctor.structure",
            "The tables of the vault do not fit together ({line}). Restore the newest backup.",
            {"line": wrong[0]},
        )
    try:
        vault.db.execute("insert into find (find) values ('integrity-check')")
    except (DatabaseError, VaultError):
        yield Finding("doctor.search", "The search index is damaged. Restore the newest backup.")


def _chains(vault: "Vault") -> Iterator[Finding]:
    for number, stream, head, chain in vault.db.execute(
        "select n, id, head_seq, head_hash from stream"
    ).fetchall():
        # Of a log whose oldest lines are dropped, the rest must go on from the chain that was kept.
        reached, computed = base_of(vault.db, number)
        for seq, line in log.lines_after(vault.db, number, 0):
            reached, computed = seq, chain_after(computed, line)
        if (reached, computed) != (head, bytes(chain)):
            yield Finding(
                "doctor.chain",
                "The log of {stream} was changed or cut after it was written. Restore the newest backup and sync.",
                {"stream": stream},
            )


def _heads(vault: "Vault") -> Iterator[Finding]:
    """Histories that are not what was signed of them, and alarms that sync has raised."""
    for one in unlike_their_heads(vault.ledger):
        yield Finding(
            "doctor.unlike_head",
            "The log of {stream} is not the one that was signed ({tier}, change {seq}). Somebody changed it, or an old "
            "copy was put back. Restore the newest backup and tell your station.",
            {"stream": one.stream, "tier": one.tier, "seq": one.seq},
        )
    for one, head in cut_short(vault.ledger):
        yield Finding(
            "doctor.behind_head",
            "The log of {stream} ends at change {head}, but change {seq} was signed on this computer. Sync: what is "
            "missing comes back from the hub. Until then, write nothing here.",
            {"stream": one.stream, "head": head, "seq": one.seq},
        )
    for alarm in alarms(vault.ledger):
        yield alarm.finding()


def _erasures(vault: "Vault") -> Iterator[Finding]:
    """A hash in place of contents proves nothing by itself: an erasure that is here must ask for it."""
    for number, stream, scope in vault.db.execute("select n, id, scope from stream").fetchall():
        for _, line in log.lines_after(vault.db, number, 0):
            for name, record in struck_records(line) if b'{"x":"' in line else ():
                known = vault.db.execute(
                    "select 1 from erased where scope = ? and list = ? and record = ?", [scope, name, record]
                )
                if known.fetchone() is None:
                    yield Finding(
                        "doctor.struck",
                        "The log of {stream} lacks contents that no erasure asks for. Sync; if this stays, restore the "
                        "newest backup and tell your station.",
                        {"stream": stream},
                    )
                    return
    if vault.ledger.meta(PENDING):
        yield Finding(
            "doctor.erasing",
            "An erasure is not yet off this disk. Close other windows of this vault, free some space, and open it again.",
            severity="warning",
        )


def _attachments(vault: "Vault") -> Iterator[Finding]:
    folder = folder_of(vault)
    for ref in held(vault):
        try:
            whole = sha256(folder.read(ref.removeprefix(PREFIX))).hexdigest() == ref.removeprefix(PREFIX)
        except RegisterError:
            whole = False
        if not whole:
            yield Finding(
                "doctor.attachment",
                "The photo or file {file} is missing or damaged. Restore it from a backup or sync again.",
                {"file": ref[:19]},
            )
    if missing := len(wanted(vault)):
        yield Finding(
            "doctor.wanted",
            "{count} photos or files have not arrived yet. Sync to fetch them.",
            {"count": missing},
            severity="warning",
        )


def _aside(vault: "Vault") -> Iterator[Finding]:
    count = vault.db.execute("select count(*) from quarantine").fetchone()[0]
    if count:
        yield Finding(
            "doctor.aside",
            "{count} received changes could not be read and were set aside. Send a backup to your station.",
            {"count": count},
            severity="warning",
        )
