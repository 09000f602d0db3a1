"""Rows that came in great number wait for the search index: they enter it after the round, also after one that was cut,
at the latest when somebody searches, a few at a time.

The rule it holds: of a list the first row that waits is kept, and all after it wait too; a row may enter twice.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from fieldapp.errors import VaultError
from fieldapp.store.cipher import without_waiting
from fieldapp.store.finding.index import REPLACE_SQL, entry_of
from fieldapp.store.ledger import Ledger

MANY = 100
"""Rows that came together from which they wait."""
AT_ONCE = 500


def let_wait(ledger: Ledger, name: str, first: int) -> None:
    """The rows of a list from this number on wait, in the caller's transaction."""
    ledger.db.execute(
        "insert into unindexed (list, first) values (?, ?) "
        "on conflict (list) do update set first = min(first, excluded.first)",
        [name, first],
    )


def let_all_wait(ledger: Ledger) -> None:
    """Every row of every searched list waits: the index is empty."""
    for name in ledger.slots:
        let_wait(ledger, name, 0)


def index_waiting(ledger: Ledger) -> None:
    """Put all that waits into the index, each few rows in a transaction of their own."""
    while ledger.db.execute("select 1 from unindexed limit 1").fetchone():
        with ledger.transaction():
            _index_some(ledger)


@contextmanager
def indexing_after(ledger: Ledger) -> Iterator[None]:
    """At the end of the block, whatever way it ends, all that waits enters the index: what came before a cut is there to
    be found. Where the disk fails it waits on."""
    try:
        yield
    except Exception:
        with suppress(VaultError):
            index_waiting(ledger)
        raise
    index_waiting(ledger)


def index_if_free(ledger: Ledger) -> None:
    """As `index_waiting` where nobody else writes just now: who searches during a round does not wait for it, and at its
    end the rest enters."""
    if ledger.db.execute("select 1 from unindexed limit 1").fetchone():
        with without_waiting(ledger.db), suppress(VaultError):
            index_waiting(ledger)


def _index_some(ledger: Ledger) -> None:
    waiting = ledger.db.execute("select list, first from unindexed limit 1").fetchone()
    if waiting is None:
        return
    name, first = waiting
    layout = ledger.layouts.get(name)
    if layout is None or not layout.searched:
        ledger.db.execute("delete from unindexed where list = ?", [name])
        return
    keys = [field.key for field in layout.searched]
    columns = ", ".join(f'"{key}"' for key in keys)
    rows = ledger.db.execute(
        f'select n, scope, {columns} from "{name}" where n >= ? order by n limit ?', [first, AT_ONCE]
    ).fetchall()
    ledger.db.conn.executemany(
        REPLACE_SQL,
        [
            entry_of(ledger, layout, n, scope, dict(zip(keys, texts, strict=True)))
            for n, scope, *texts in rows
        ],
    )
    if len(rows) < AT_ONCE:
        ledger.db.execute("delete from unindexed where list = ?", [name])
    else:
        ledger.db.execute("update unindexed set first = ? where list = ?", [rows[-1][0] + 1, name])
