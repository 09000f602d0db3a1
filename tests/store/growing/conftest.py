"""Builders for bases: a village carried to another vault as a base, and what stands in a vault told in one form."""

from collections.abc import Callable
from typing import Any

import pytest

from fieldapp.store.growing.bootstrap import Begun, begin_from
from fieldapp.store.growing.parts import line_of, part_of
from fieldapp.store.growing.writing import BaseWriter
from fieldapp.store.rows import marks_in, read_row, unarrived

VILLAGE = "990101001201"


def lines_of(vault: Any, scope: str = VILLAGE, upto: Any = None) -> list[bytes]:
    with vault.transaction():
        return [line_of(part) for part in BaseWriter(vault.ledger, scope, vault.edition, upto).parts()]


@pytest.fixture
def base_lines() -> Callable[..., list[bytes]]:
    return lines_of


@pytest.fixture
def begin() -> Callable[..., Begun]:
    """`begin(vault, lines)` begins a village from a base."""

    def from_lines(vault: Any, lines: list[bytes], scope: str = VILLAGE) -> Begun:
        return begin_from(vault.ledger, scope, map(part_of, lines))

    return from_lines


def told_of(vault: Any, scope: str = VILLAGE) -> dict[str, object]:
    """Rows with their marks, and conflicts, in one form whatever the local numbers: what two replicas must share.

    What a mark is ahead of counts only as far as it has not arrived.
    """
    ledger, told = vault.ledger, {}
    known = ledger.vector(scope)
    for name, layout in ledger.layouts.items():
        for (record,) in ledger.db.execute(f'select id from "{name}" where scope = ?', [scope]).fetchall():
            row = read_row(ledger, layout, record)
            marks = {
                cell: (mark.dot, mark.time, dict(unarrived(mark.ahead, known)), sorted(mark.closed))
                for cell, mark in sorted(marks_in(ledger, layout, row).items())
            }
            told[f"{name}/{record}"] = (dict(sorted(row.values.items())), marks)
    conflicts = ledger.db.execute(
        "select list, record, field, stream.id, seq, time, value from conflict join stream on stream.n = conflict.stream "
        "where scope = ? order by 1, 2, 3, 4, 5",
        [scope],
    )
    return {"rows": told, "conflicts": conflicts.fetchall()}


@pytest.fixture
def told() -> Callable[..., dict[str, object]]:
    return told_of
