"""Whether every machine of the demo holds the same: the log of each village by its digest, and the rows made of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from fieldapp.store import Vault
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import digest
from fieldapp_server.archive import open_archive
from fieldapp_ui.demo.county import VILLAGES
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.village_work import Village

LISTS = ("household", "person", "household_year", "income_sheet", "signature", "movement")
OWN = ("n", "seen")
"""Columns that hold numbers of each place's own: of the row, and of the streams in its marks."""
Places = dict[str, Vault | Path]
"""A vault, or the folder of a hub's archive, by what it is called."""


def same_everywhere(stage: Stage, places: Places, village: Vault) -> None:
    """One digest over the logs and one over the rows of the lists above, the same at every place; and at the laptop of
    the first `village`, of that one."""
    with stage.step(f"the same at {len(places) + 1} machines") as step:
        told = {name: _digests(place, VILLAGES) for name, place in places.items()}
        assert len(set(told.values())) == 1, told
        own = {_digests(place, VILLAGES[:1]) for place in (*places.values(), village)}
        assert len(own) == 1, own
        logs, rows, count = next(iter(told.values()))
        step.checked = (
            f"{', '.join(told)}: log {logs}, {count} rows {rows}; {VILLAGES[0].name} at its laptop too"
        )


def _digests(place: Vault | Path, villages: Sequence[Village]) -> tuple[str, str, int]:
    with _ledger(place) as ledger:
        logs = sha256(b"".join(digest(ledger, village.scope) for village in villages))
        rows, count = sha256(), 0
        for name in LISTS:
            for village in villages:
                found = ledger.db.execute(
                    f'select * from "{name}" where scope = ? order by id', [village.scope]
                )
                names = [column[0] for column in found.description]
                for row in found.fetchall():
                    told = {name: value for name, value in zip(names, row, strict=True) if value is not None}
                    rows.update(repr(sorted(one for one in told.items() if one[0] not in OWN)).encode())
                    count += 1
        return logs.hexdigest()[:16], rows.hexdigest()[:16], count


@contextmanager
def _ledger(place: Vault | Path) -> Iterator[Ledger]:
    if isinstance(place, Vault):
        yield place.ledger
    else:
        with open_archive(place, alone=False) as archive, archive.tables() as ledger:
            yield ledger
