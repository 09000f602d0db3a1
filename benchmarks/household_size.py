"""Bytes on disk of a household: its row with what its writers had seen, its log, the search index. By command.

`python benchmarks/household_size.py [households]`. Twenty fields each, 50 to a commit as an import writes them, and one
a commit as forms do, in a new vault that is then vacuumed; each part is what the file lacks without it.
Budget: 650 bytes with causal state and log, 750 with search.
"""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from sync_intake import SEGMENT_BYTES, a_vault
from sync_lines import cut, household_lines

from fieldapp.journal.sealed import seal
from fieldapp.store import Vault
from fieldapp.store.finding.waiting_rows import index_waiting
from fieldapp.store.intake import receive

LIST = "household"
LEVEL = 9
"""zstd level of what arrives."""


def parts(vault: Vault) -> dict[str, int]:
    """Bytes by what holds them: each is dropped from the vault in turn, and what the file then lacks was its own."""
    vault.db.execute("insert into find (find) values ('optimize')")
    indexes = vault.db.execute(
        "select name from sqlite_master where type = 'index' and tbl_name = ? and sql is not null order by name",
        [LIST],
    ).fetchall()
    drops = {"search": "drop table find", "log": "delete from segment", "log, tail": "delete from tail"}
    drops |= {index: f"drop index {index}" for (index,) in indexes}
    drops["rows"] = f"drop table {LIST}"
    found: dict[str, int] = {}
    before = size_of(vault)
    for part, drop in drops.items():
        vault.db.execute(drop)
        after = size_of(vault)
        found[part], before = before - after, after
    return found


def size_of(vault: Vault) -> int:
    """Bytes of the whole database after a vacuum."""
    vault.db.execute("vacuum")
    (count,), (size,) = (
        vault.db.execute(f"pragma {what}").fetchone() for what in ("page_count", "page_size")
    )
    return int(count) * int(size)


def main() -> None:
    """Print the parts of both ways to write."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for in_one in (50, 1):
        lines, _ = household_lines(count, in_one)
        with tempfile.TemporaryDirectory() as name, a_vault(Path(name)) as vault:
            empty = size_of(vault)
            for segment in cut(lines, SEGMENT_BYTES):
                receive(vault.ledger, replace(segment, packed=seal(segment.lines, LEVEL)))
            index_waiting(vault.ledger)
            grown = size_of(vault) - empty
            context = vault.db.execute(f"select avg(length(seen)) from {LIST}").fetchone()[0]
            found = parts(vault)
        print(f"{count} households, {in_one} a commit, a context of {context:.1f} bytes in each row")
        for part, size in found.items():
            print(f"  {part:40} {size / count:7.1f}")
        search = found["search"]
        print(f"  {'all but search':40} {(grown - search) / count:7.1f}   bar 650")
        print(f"  {'all':40} {grown / count:7.1f}   bar 750")


if __name__ == "__main__":
    main()
