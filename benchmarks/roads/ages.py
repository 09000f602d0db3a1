"""Years in a county: old log bodies given up after the county's receipt, laptops away for two hundred days, bases.

The oracle: a line is dropped only when the hub has it and its receipt is old; whatever was dropped or begun from a base,
the tables are those of the whole log, which the hub keeps line by line.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from unittest.mock import patch

from histories.page import Line
from histories.truth import Disagreement
from worlds.paging import lines_in

from fieldapp.store import log
from fieldapp.store.growing.compaction import compact
from roads.places import Hub, Laptop

DAY_MS = 86_400_000


def day_of(laptop: Laptop) -> date:
    """Today as its own clock says."""
    return datetime.fromtimestamp(laptop.vault.clock() / 1000, UTC).date()


def give_up_old_lines(laptop: Laptop, hub: Hub) -> int:
    """A laptop drops what it may; how many commits. Raises Disagreement where it dropped what the hub lacks."""
    done = compact(laptop.vault, day_of(laptop), least=1)
    there = hub.held()
    for stream, seq in dropped(laptop).items():
        if there.get(stream, 0) < seq:
            raise Disagreement(
                f"{laptop.name} dropped {stream} up to {seq}, the hub holds {there.get(stream, 0)}"
            )
    return done.commits


def dropped(laptop: Laptop) -> dict[str, int]:
    """Stream → up to where its lines are not here."""
    found = laptop.vault.db.execute("select id, seq from base_stream join stream on n = stream")
    return dict(found.fetchall())


def whole_log(hub: Hub) -> list[Line]:
    """Every line of the hub. Raises Disagreement where one is missing: a hub keeps all."""
    ledger = hub.vault.ledger
    for number, stream, head in ledger.db.execute(
        "select n, id, head_seq from stream where head_seq > 0"
    ).fetchall():
        seqs = [seq for seq, _ in log.lines_after(ledger.db, number, 0)]
        if seqs != list(range(1, head + 1)):
            raise Disagreement(f"the hub's log of {stream} holds {len(seqs)} of {head} lines")
    return list(lines_in(ledger))


@contextmanager
def worthwhile_bases() -> Iterator[None]:
    """Bases of villages so small that nobody would make one else."""
    with ExitStack() as patches:
        for name, value in (
            ("fieldapp_sync.bases.bootstrap.LEAST_COMMITS", 6),
            ("fieldapp_server.bases.bootstraps.SMALL_LOG", 10),
            ("fieldapp_server.bases.bootstraps.WORTH", 1000),
            ("fieldapp_server.bases.worth.FAST_COMMITS", 0),
        ):
            patches.enter_context(patch(name, value))
        yield
