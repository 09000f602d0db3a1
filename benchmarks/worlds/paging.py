"""A store's tables against the merge rule read from the page: SQL on one side, the lines of the log on the other."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from histories.page import Line, Page, page_of, writes_of
from histories.truth import Disagreement

from fieldapp.store import log
from fieldapp.store.ledger import Ledger
from worlds.ground import GROUPS, LISTS

_OWN = ("n", "id", "scope", "seen", "extra")


def lines_in(ledger: Ledger) -> Iterator[Line]:
    """Every line that stands in a log."""
    for number, stream, replica in ledger.db.execute("select n, id, replica from stream").fetchall():
        for seq, text in log.lines_after(ledger.db, number, 0):
            yield Line(stream, replica, seq, text)


def check_page(
    name: str,
    ledger: Ledger,
    lines: Iterable[Line],
    erased: Collection[str] = (),
) -> None:
    """The tables against these lines, as far as this store holds them. Raises Disagreement."""
    held = dict(ledger.db.execute("select id, head_seq from stream").fetchall())
    here = [line for line in lines if line.seq <= held.get(line.stream, 0)]
    expected = {
        named: page_of(cells)
        for named, cells in writes_of(here, GROUPS).items()
        if named[0] in LISTS and named[1] not in erased
    }
    found = {
        (list_name, record): Page(values, frozenset(_beside(ledger, list_name, record)))
        for list_name in LISTS
        for record, values in _rows(ledger, list_name)
        if record not in erased
    }
    for named in expected.keys() | found.keys():
        if expected.get(named) != found.get(named):
            raise Disagreement(
                f"{name} {named}: {found.get(named)} stands in the tables, the page says {expected.get(named)}"
            )


def _rows(ledger: Ledger, list_name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    found = ledger.db.execute(f'select * from "{list_name}"')
    names = [column[0] for column in found.description]
    for row in found.fetchall():
        cells = dict(zip(names, row, strict=True))
        values = {key: value for key, value in cells.items() if key not in _OWN and value is not None}
        yield cells["id"], values | json.loads(cells["extra"] or "{}")


def _beside(ledger: Ledger, list_name: str, record: str) -> list[tuple[str, str, int]]:
    return ledger.db.execute(
        "select c.field, s.id, c.seq from conflict c join stream s on s.n = c.stream "
        "where c.list = ? and c.record = ?",
        [list_name, record],
    ).fetchall()
