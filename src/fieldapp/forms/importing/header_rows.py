"""Where the headings of a sheet stand: below a title, or nowhere at all."""

from collections.abc import Sequence
from itertools import chain, islice

from fieldapp.errors import Finding
from fieldapp.forms.importing.columns import meaning
from fieldapp.forms.importing.sheets import mark
from fieldapp.forms.importing.workbooks import Cells

_LOOKED_AT = 12
_NEEDED = {"survey": {"type", "name"}, "choices": {"list_name", "name"}}
_USUAL = ("list_name", "name", "label")


def with_headings(name: str, cells: Cells) -> tuple[Cells, int, list[Finding]]:
    """The rows from the headings on, the number of the first of them in the file, and what was done."""
    head = list(islice(cells, _LOOKED_AT))
    needed = _NEEDED.get(name)
    if needed is None or not head or needed & _meanings(name, head[0]):
        return chain(head, cells), 1, []
    at = next((at for at, row in enumerate(head) if needed <= _meanings(name, row)), None)
    if at is not None:
        found = mark(
            "The headings stand in row {number}; the rows above were left out.",
            name,
            at + 1,
            "",
            number=at + 1,
        )
        return chain(head[at:], cells), at + 1, [found]
    if name == "choices" and len(head) > 1 and head[0][:1] == head[1][:1] and len(head[0]) >= len(_USUAL):
        usual = [*_USUAL, *(f"column_{number}" for number in range(4, len(head[0]) + 1))]
        text = mark(
            "The sheet has no headings; its columns were read as {names}.",
            name,
            1,
            "",
            names=", ".join(_USUAL),
        )
        return chain([usual], head, cells), 0, [text]
    return chain(head, cells), 1, []


def _meanings(name: str, row: Sequence[str | None]) -> set[str]:
    return {meaning(cell, name) for cell in row if cell}
