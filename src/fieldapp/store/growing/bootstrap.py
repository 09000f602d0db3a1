"""A village begun from a base instead of its whole log: whole or not at all, and never over what is only here.

The rule it holds: what stands in the log beyond the base stays and is applied again above it, so nothing written here is
lost; a history that is not the base's own is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.errors import SyncError
from fieldapp.store import log
from fieldapp.store.growing.base import base_of, drop_base, forget, keep_part
from fieldapp.store.growing.loading import apply_log, clear_rows, load_part
from fieldapp.store.growing.parts import FORMAT, End, Head, Part, Rest, Rows
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import chain_at
from fieldapp.store.striking import strike
from fieldapp.store.twins.duplicates import note_clashes

_Erasure = tuple[str, str, str, str, int]
"""list, record, field, and the dot of the commit that erased it."""


@dataclass(frozen=True)
class Begun:
    """What a base brought: rows of every list; commits of the log here that were applied again above it."""

    rows: int
    above: int


def begin_from(ledger: Ledger, scope: str, parts: Iterator[Part], *, keeps_erased: bool = False) -> Begun:
    """Put a village's base in place of its tables and of the log below, in one transaction; durable when this returns.
    What was erased here after it was made is struck from it, and what it knows to be erased is struck from the lines and
    files that stay here. `keeps_erased`: one that does not know of an erasure though it says to reach that commit is
    refused; a hub's word has been asked before.

    Raises SyncError bootstrap.damaged, bootstrap.foreign (another village, a format or a list unknown here),
    bootstrap.forked, bootstrap.older; VaultError; then nothing has changed.
    """
    with ledger.transaction():
        head = next(parts, None)
        if not isinstance(head, Head) or head.scope != scope or head.format > FORMAT:
            raise _foreign(scope)
        _refuse_other_history(ledger, head)
        known, is_new = _erasures(ledger, scope), not ledger.vector(scope)
        reached = {row for row in known if _reaches(head, row)}
        erased = set(reached) if keeps_erased else set()
        clear_rows(ledger, scope)
        drop_base(ledger.db, scope)
        _set_heads(ledger, head)
        rows = _load(ledger, head, _without(parts, erased))
        if erased:
            raise _older(scope)
        above = _lines_above(ledger, scope)
        if above:
            apply_log(ledger, scope)
        strike(ledger, scope, _records(known - reached))
        # Where nothing was, nothing stays to be struck, and a new laptop's database need not be written anew.
        learnt = set() if is_new else _erasures(ledger, scope) - known
        strike(ledger, scope, _records(learnt), is_base_struck=True)
    forget()
    log.forget()
    return Begun(rows, above)


def _load(ledger: Ledger, head: Head, parts: Iterator[Part]) -> int:
    streams = [stream[0] for stream in head.streams]
    keep_part(ledger.db, head.scope, head, streams)
    rows = 0
    end: End | None = None
    for part in parts:
        if end is not None or isinstance(part, Head):
            raise damaged()
        if isinstance(part, End):
            end = part
            continue
        if isinstance(part, Rows):
            if part.l not in ledger.layouts or part.l not in head.lists:
                raise _foreign(head.scope)
            rows += len(part.i)
        keep_part(ledger.db, head.scope, part, streams)
        try:
            load_part(ledger, head, part)
        except (ValueError, IndexError, KeyError) as wrong:
            raise damaged() from wrong
        if isinstance(part, Rest):
            _note_rest(ledger, head, part)
    if end is None or end.rows != rows:
        raise damaged()
    note_clashes(ledger, _clashing(ledger, head.scope))
    return rows


def _clashing(ledger: Ledger, scope: str) -> Iterator[tuple[str, str]]:
    """The village's records whose number another record has too: few, so they are found at once and not one by one."""
    for name, layout in ledger.layouts.items():
        for field in layout.unique:
            for (record,) in ledger.db.execute(
                f'select id from "{name}" where scope = ? and "{field}" in (select "{field}" from "{name}" '
                f'where "{field}" is not null and ended_on is null group by "{field}" having count(*) > 1)',
                [scope],
            ).fetchall():
                yield name, record


def _refuse_other_history(ledger: Ledger, head: Head) -> None:
    for name, replica, seq, chain in head.streams:
        stream = ledger.stream(name)
        if stream is None:
            continue
        if stream.replica and replica and (stream.replica, stream.scope) != (replica, head.scope):
            raise forked(head.scope)
        if base_of(ledger.db, stream.n)[0] > seq:
            raise _older(head.scope)
        held = ledger.vector(head.scope).get(name, 0)
        if held >= seq and chain_at(ledger, name, seq) != bytes.fromhex(chain):
            raise forked(head.scope)


def _set_heads(ledger: Ledger, head: Head) -> None:
    """Drop the lines that the base stands for, keep those above it."""
    db = ledger.db
    for name, replica, seq, chain in head.streams:
        stream = ledger.enter_stream(name, replica, head.scope)
        if not seq:
            continue
        at = ledger.vector(head.scope).get(name, 0)
        log.drop(db, stream.n, seq)
        db.execute(
            "insert or replace into base_stream (stream, seq, chain) values (?, ?, ?)",
            [stream.n, seq, bytes.fromhex(chain)],
        )
        if at < seq:
            db.execute(
                "update stream set head_seq = ?, head_hash = ? where n = ?",
                [seq, bytes.fromhex(chain), stream.n],
            )


def _erasures(ledger: Ledger, scope: str) -> set[_Erasure]:
    rows = ledger.db.execute("select list, record, field, stream, seq from erased where scope = ?", [scope])
    return {tuple(row) for row in rows.fetchall()}


def _reaches(head: Head, erasure: _Erasure) -> bool:
    """Whether a base says to stand for the commit of an erasure: then it must know of it."""
    *_, stream, seq = erasure
    return any(name == stream and seq <= there for name, _, there, _ in head.streams)


def _records(erasures: set[_Erasure]) -> tuple[tuple[str, str], ...]:
    """(list, record) of each, once."""
    return tuple(sorted({(name, record) for name, record, *_ in erasures}))


def _without(parts: Iterator[Part], erased: set[_Erasure]) -> Iterator[Part]:
    """The parts, and out of `erased` goes what they know of."""
    for part in parts:
        if erased and isinstance(part, Rest):
            erased.difference_update(part.erased)
        yield part


def _lines_above(ledger: Ledger, scope: str) -> int:
    found = ledger.db.execute(
        "select coalesce(sum(head_seq - coalesce(base_stream.seq, 0)), 0) from stream "
        "left join base_stream on base_stream.stream = stream.n where scope = ?",
        [scope],
    )
    return int(found.fetchone()[0])


def _note_rest(ledger: Ledger, head: Head, part: Rest) -> None:
    db = ledger.db
    for place, seq, reason in part.aside:
        stream = ledger.enter_stream(head.streams[place][0], head.streams[place][1], head.scope)
        db.execute(
            "insert or replace into quarantine (stream, seq, reason) values (?, ?, ?)",
            [stream.n, seq, reason],
        )
    for row in part.erased:
        db.execute(
            "insert or ignore into erased (scope, list, record, field, stream, seq) values (?, ?, ?, ?, ?, ?)",
            [head.scope, *row],
        )


def damaged() -> SyncError:
    """The refusal of bytes that are no base."""
    return SyncError(
        "bootstrap.damaged",
        "The village's data arrived damaged and was not used. Sync again; if it comes back, tell your station.",
    )


def forked(scope: str) -> SyncError:
    """The refusal of a base that would take the place of another history."""
    return SyncError(
        "bootstrap.forked",
        "This computer and the hub hold different histories of the village {scope}. Nothing was changed. Sync first; "
        "if this comes back, tell your station.",
        scope=scope,
    )


def _foreign(scope: str) -> SyncError:
    return SyncError(
        "bootstrap.foreign",
        "The hub's data of the village {scope} needs a newer FieldApp or another pack. "
        "Update this computer and sync again.",
        scope=scope,
    )


def _older(scope: str) -> SyncError:
    return SyncError(
        "bootstrap.older",
        "What the hub sent of the village {scope} is older than what is here. Nothing was changed; sync again.",
        scope=scope,
    )
