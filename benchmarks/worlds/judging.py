"""The judge of one store: rows, marks and conflict table against the oracle, and the whole store as one text."""

import json
from hashlib import sha256

from histories.truth import Disagreement, Truth

from fieldapp.journal.context import covers
from fieldapp.store import log
from fieldapp.store.rows import marks_in, read_row, read_state
from worlds.ground import LISTS
from worlds.nodes import Node


def dots_of(truth: Truth, node: Node) -> int:
    """What a node holds, as the oracle's set."""
    held = 0
    for stream, seq in node.held().items():
        held |= truth.prefix(stream, seq)
    return held


def check(truth: Truth, node: Node, list_of: dict[str, str], erased: dict[str, int]) -> None:
    """Every record of a node against the oracle; what was acknowledged must be there. Raises Disagreement."""
    heads = node.held()
    lost = {stream: seq for stream, seq in node.acknowledged.items() if heads.get(stream, 0) < seq}
    if lost:
        raise Disagreement(f"{node.name} lost what it had acknowledged: {lost}")
    held, ledger = dots_of(truth, node), node.vault.ledger
    for record in truth.records:
        if record in erased:
            # Struck lines may come before the erasure itself: what such a record shows until then is nobody's promise.
            continue
        layout = ledger.layouts[list_of[record]]
        row = read_row(ledger, layout, record)
        standing = truth.standing(record, held)
        if row is None:
            if any(standing.values()):
                raise Disagreement(f"{node.name} has no row of {record}")
            continue
        if row.scope not in node.scopes:
            raise Disagreement(f"{node.name} holds {record} of {row.scope}")
        truth.check(node.name, record, read_state(ledger, layout, row), held)


def check_scopes(node: Node) -> None:
    """Nothing of another village is in the log. Raises Disagreement."""
    marks = ", ".join("?" * len(node.scopes))
    foreign = node.vault.db.execute(
        f"select count(*) from stream where head_seq > 0 and scope not in ({marks})", list(node.scopes)
    ).fetchone()[0]
    if foreign:
        raise Disagreement(f"{node.name} holds {foreign} streams of other villages")


def told(node: Node, scope: str, *, logs: bool = True) -> str:
    """Everything of a village that two nodes at rest must share, as text: log, rows, marks, conflicts, what is aside.
    Without `logs` where old lines may have been dropped: then the digest speaks for them."""
    ledger = node.vault.ledger
    known = ledger.vector(scope)
    parts: list[object] = [sorted(known.items())]
    # A stream that was only named so far, by a writer who had seen more, is no content.
    streams = ledger.db.execute(
        "select n, id from stream where scope = ? and head_seq > 0 order by id", [scope]
    ).fetchall()
    for number, stream in streams if logs else ():
        lines = sha256(b"\n".join(line for _, line in log.lines_after(ledger.db, number, 0))).hexdigest()
        aside = ledger.db.execute(
            "select seq from quarantine where stream = ? order by seq", [number]
        ).fetchall()
        parts.append([stream, lines, [seq for (seq,) in aside]])
    for name in LISTS:
        layout = ledger.layouts[name]
        for (record,) in ledger.db.execute(
            f'select id from "{name}" where scope = ? order by id', [scope]
        ).fetchall():
            row = read_row(ledger, layout, record)
            assert row is not None
            marks = {
                cell: [
                    mark.dot,
                    mark.time,
                    # What has arrived since never comes again: whether a row still remembers it means nothing.
                    sorted(item for item in mark.ahead.items() if item[1] > known.get(item[0], 0)),
                    sorted(dot for dot in mark.closed if not covers(known, dot)),
                ]
                for cell, mark in marks_in(ledger, layout, row).items()
            }
            losers = ledger.db.execute(
                "select field, s.id, c.seq, time, value from conflict c join stream s on s.n = c.stream "
                "where list = ? and record = ? order by 1, 2, 3",
                [name, record],
            ).fetchall()
            parts.append([name, record, sorted(row.values.items()), sorted(marks.items()), losers])
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def tasks(node: Node) -> list[tuple[str, ...]]:
    """The tasks of a node."""
    found = node.vault.db.execute("select kind, record, other, state from task order by 1, 2, 3, 4")
    return [tuple(row) for row in found.fetchall()]
