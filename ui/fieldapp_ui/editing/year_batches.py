"""The seven batches in words: each with households, people and source, distinct, never a sum."""

from __future__ import annotations

from dataclasses import dataclass

from fieldapp.standards.batches_model import BatchRow, BatchTable, Count
from fieldapp.store.records import record
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.references import record_words
from fieldapp_ui.language import tr


@dataclass(frozen=True)
class BatchLine:
    """A line of the table; `kind` is "batch", "beside", "union" or "none"."""

    kind: str
    words: str
    households: int
    people: int
    open: int | None
    source: str


def batch_lines(table: BatchTable, desk: Desk) -> tuple[BatchLine, ...]:
    """The batches of the title, how many are in at least one, who is in none, and the lines beside."""
    none = Count(len({household for household, _ in table.in_none}), len(table.in_none))
    register = tr("the register")
    return (
        *(_line("batch", f"{at}  {_name(one, desk)}", one, desk) for at, one in enumerate(table.rows, 1)),
        BatchLine(
            "union", tr("In at least one"), table.union.households, table.union.people, None, tr("each once")
        ),
        BatchLine("none", tr("In none"), none.households, none.people, None, register),
        *(_line("beside", f"{tr('beside')}  {_name(one, desk)}", one, desk) for one in table.beside),
    )


def overlap(table: BatchTable, one: str, other: str) -> Count:
    """Who is in both of two batches."""
    found = table.overlap.get((one, other)) or table.overlap.get((other, one))
    return found or Count(0, 0)


def in_none_words(desk: Desk, household: str, person: str) -> tuple[str, str]:
    """The head of the household, and the person who is in no batch."""
    found = record(desk.vault, "person", person)
    name = record_words(desk.vault, found, desk.texts) if found else ""
    return head_name(desk.vault, household) or tr("No head yet"), name or tr("No name yet")


def in_none_place(household: str, person: str) -> Place:
    """The member's card."""
    return Place("household", household, extra={"tab": "members", "person": person})


def _name(row: BatchRow, desk: Desk) -> str:
    return desk.texts.pick(*row.batch.words)


def _line(kind: str, words: str, row: BatchRow, desk: Desk) -> BatchLine:
    source = desk.texts.pick(*row.batch.origin)
    return BatchLine(kind, words, row.households, row.people, row.open, source)
