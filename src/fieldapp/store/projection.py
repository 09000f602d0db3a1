"""Commits applied to the tables: the journal's merge for what is contested, straight writes for what is not."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress

from fieldapp.journal.commit import Commit, MalformedCommit, Operation, Vector, decode_commit
from fieldapp.journal.merge import apply_operation, honest
from fieldapp.store import log
from fieldapp.store.claims import whole_aside
from fieldapp.store.finding.index import unindex_list
from fieldapp.store.fresh_rows import FreshRows
from fieldapp.store.hand import Changed as Changed
from fieldapp.store.hand import Hand
from fieldapp.store.ledger import Ledger
from fieldapp.store.plain_edits import PlainEdits
from fieldapp.store.rows import Held, Merged, merged_of, read_ids, state_from

_RUN = 500
"""Commits of a replay that share a hand."""


def apply_commit(
    ledger: Ledger, commit: Commit, known: Vector, *, absent: Collection[Changed] = ()
) -> tuple[Changed, ...]:
    """Apply a commit in the caller's transaction. `known`: the scope's vector before it.

    A list the dictionary does not know stays in the log alone. `absent` are records known to have no row.
    """
    hand = Hand(ledger, commit.scope)
    hand.take(commit.operations, absent)
    merge_commit(hand, commit, known)
    hand.write()
    return tuple(hand.changed)


def merge_commit(hand: Hand, commit: Commit, known: Vector, *, only: str = "") -> None:
    """Merge a commit into a hand that has taken its records; operations on records of others are set aside (`claims`).

    `known`: the scope's vector before the commit. `only` limits a replay to one list.
    """
    layouts = hand.ledger.layouts
    fresh = edits = None
    for operation in commit.operations:
        layout = layouts.get(operation.list)
        if layout is None or (only and operation.list != only):
            continue
        name = (operation.list, operation.record)
        if layout.files:
            # The log names a file whoever keeps the record.
            hand.want_files(layout, operation.fields)
        if operation.closes or operation.seen.get(commit.stream, 0) >= commit.seq:
            operation = honest(operation, commit.dot)
        held = hand.row(name)
        if held is not None and held.scope != commit.scope:
            if held.scope < commit.scope:
                hand.set_aside(commit.dot)
                continue
            hand.claim(held)
            held = None
        if held is not None and held.is_changed and not _is_well_typed(held):
            hand.read_again()
            held = hand.row(name)
        if held is None:
            fresh = fresh or FreshRows(hand, commit, known)
            fresh.add(operation, layout)
        else:
            edits = edits or PlainEdits(hand, commit, known)
            if not edits.write(held, operation):
                _change(hand, held, commit, operation, known)
        hand.changed[name] = None


def absent_records(ledger: Ledger, records: Iterable[Changed]) -> set[Changed]:
    """Those of these records that have no row; a list the dictionary does not know is passed over."""
    named: dict[str, set[str]] = {}
    for name, record in records:
        if name in ledger.layouts:
            named.setdefault(name, set()).add(record)
    return {
        (name, record)
        for name, ids in named.items()
        for record in ids - read_ids(ledger, ledger.layouts[name], sorted(ids))
    }


def replay(ledger: Ledger, name: str) -> None:
    """Make a list's rows again from the log, after the dictionary has learnt fields, cells or the list itself.

    What no table holds yet (`ledger.projected`) is left to the next projection.
    """
    from fieldapp.store.growing.loading import load_bases

    unindex_list(ledger, name)
    ledger.db.execute(f'delete from "{name}"')
    ledger.db.execute("delete from conflict where list = ?", [name])
    known = load_bases(ledger, name)
    streams = ledger.db.execute("select n from stream where replica <> '' order by n").fetchall()
    aside = whole_aside(ledger)
    for (number,) in streams:
        stream = ledger.stream_at(number)
        reached = known.setdefault(stream.scope, {})
        end = ledger.projected(stream.scope).get(stream.id, 0)
        run: list[Commit] = []
        for seq, line in log.lines_after(ledger.db, number, 0):
            if seq <= end and (number, seq) not in aside:
                with suppress(MalformedCommit):
                    run.append(
                        decode_commit(line, stream=stream.id, scope=stream.scope, replica=stream.replica)
                    )
            if len(run) == _RUN:
                _replay_run(ledger, stream.scope, run, reached, name)
                run = []
        _replay_run(ledger, stream.scope, run, reached, name)
        reached[stream.id] = end


def _replay_run(
    ledger: Ledger, scope: str, run: Sequence[Commit], reached: dict[str, int], name: str
) -> None:
    hand = Hand(ledger, scope)
    hand.take(one for commit in run for one in commit.operations if one.list == name)
    for commit in run:
        reached[commit.stream] = commit.seq - 1
        merge_commit(hand, commit, reached, only=name)
    hand.write()


def _change(hand: Hand, held: Held, commit: Commit, operation: Operation, known: Vector) -> None:
    """What an operation does to a row that is there, whatever stands against it."""
    hand.complete(held)
    merged = Merged(held.values, hand.marks(held), held.siblings or {})
    state = apply_operation(
        state_from(hand.ledger, held.layout, merged),
        operation,
        dot=commit.dot,
        time=commit.time,
        replica=commit.replica,
        groups=held.layout.cells,
    )
    hand.settle(held, merged_of(state, known))


def _is_well_typed(held: Held) -> bool:
    """Whether the table gives every value back as it is."""
    integers, known = held.layout.integers, held.layout.known
    return all(
        (type(value) is int) == (key in integers) for key, value in held.values.items() if key in known
    )
