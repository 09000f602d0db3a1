"""An import, written: chunk after chunk, each one commit; killed at any point it leaves whole chunks and can go on.

A chunk is never more than one village's, never tears a household apart, and is on record in the transaction that
writes it; a plan that is run again passes over the chunks that are there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fieldapp.domain.sources import write_source
from fieldapp.errors import RegisterError
from fieldapp.journal.bounds import MOST_PARTS
from fieldapp.journal.commit import Dot, Value
from fieldapp.store.exchange.planned import Entry, ImportPlan, Unit
from fieldapp.store.save import Change, save
from fieldapp.store.undo import undo
from fieldapp.store.vault import Vault

CHUNK = 1000
"""Records of one commit: fewer make the disk work more than the processor, more make an undo too coarse."""
_PARTS_OF_RECORD, _PARTS_OF_FIELD, _PARTS_OF_STREAM = 24, 5, 5
"""Marks (`journal.bounds`) that each adds to a line at most."""
Progress = Callable[[int, int], None]
"""(records written, records in all)"""


@dataclass(frozen=True)
class Imported:
    """What was written: one dot a chunk. `cancelled`: not all of the plan; running the plan again goes on."""

    id: str
    dots: tuple[Dot, ...]
    records: int
    cancelled: bool = False


@dataclass(frozen=True)
class RefusedChunk:
    """A chunk that stays because somebody has changed its records since; `reason` says so."""

    number: int
    dot: Dot
    records: int
    reason: RegisterError


@dataclass(frozen=True)
class TakenBack:
    """What an undo of an import did: the chunks taken back, the last first, and those that stay."""

    undone: tuple[Dot, ...]
    refused: tuple[RefusedChunk, ...]


@dataclass(frozen=True)
class ImportRun:
    """One import on record in this vault. `at` is UTC milliseconds; `open_chunks` are those not taken back."""

    id: str
    at: int
    worker: str
    files: tuple[str, ...]
    list: str
    chunks: int
    open_chunks: int
    records: int


def run_import(
    vault: Vault,
    plan: ImportPlan,
    *,
    chunk: int = CHUNK,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Imported:
    """Write a plan, about `chunk` records a commit; `cancelled` is asked between chunks. Raises as `save`; the chunks
    before it then stand."""
    done = _begun(vault, plan, min(chunk, _most_records(plan)))
    size = done.pop(-1)[1]
    dots: list[Dot] = []
    written, total = 0, sum(len(unit.entries) for unit in plan.units)
    for number, units in enumerate(_chunks(plan.units, size)):
        records = sum(len(unit.entries) for unit in units)
        if number in done:
            dots.append(done[number][0])
        elif cancelled is not None and cancelled():
            return Imported(plan.id, tuple(dots), written, True)
        else:
            dots.append(_write_chunk(vault, plan, number, units, size))
        written += records
        if progress is not None:
            progress(written, total)
    return Imported(plan.id, tuple(dots), written)


def undo_import(
    vault: Vault,
    import_id: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> TakenBack:
    """Take an import back, whole chunks, the last first; a chunk with a record that somebody changed since stays and is
    told. Raises RegisterError import.unknown."""
    rows = vault.db.execute(
        "select n, stream, seq, records from import_chunk where run = ? and not undone order by n desc",
        [import_id],
    ).fetchall()
    if not rows and not vault.db.execute("select 1 from import_run where id = ?", [import_id]).fetchone():
        raise RegisterError("import.unknown", "This vault knows no such import. Choose one of the list.")
    undone: list[Dot] = []
    refused: list[RefusedChunk] = []
    for at, (number, stream, seq, records) in enumerate(rows, 1):
        if cancelled is not None and cancelled():
            break
        dot = Dot(stream, seq)
        try:
            with vault.transaction():
                undo(vault, dot)
                vault.db.execute(
                    "update import_chunk set undone = 1 where run = ? and n = ?", [import_id, number]
                )
            undone.append(dot)
        except RegisterError as wrong:
            refused.append(RefusedChunk(number, dot, records, wrong))
        if progress is not None:
            progress(at, len(rows))
    return TakenBack(tuple(undone), tuple(refused))


def imports(vault: Vault, limit: int = 100) -> tuple[ImportRun, ...]:
    """The newest imports of this vault, the last one first."""
    found = vault.db.execute(
        "select id, at, worker, files, list, count(n), coalesce(sum(not undone), 0), coalesce(sum(records), 0) "
        "from import_run left join import_chunk on run = id group by id order by at desc, id desc limit ?",
        [limit],
    ).fetchall()
    return tuple(
        ImportRun(name, at, worker, tuple(files.split("\n")), list_name, chunks, open_chunks, records)
        for name, at, worker, files, list_name, chunks, open_chunks, records in found
    )


def _most_records(plan: ImportPlan) -> int:
    """Records that one commit holds with room to spare, by the most fields of one and what was seen of the village."""
    fields = max((len(entry.values) for unit in plan.units for entry in unit.entries), default=0)
    seen = max(map(len, plan.seen.values()), default=0)
    return MOST_PARTS // 2 // (_PARTS_OF_RECORD + _PARTS_OF_FIELD * fields + _PARTS_OF_STREAM * seen)


def _begun(vault: Vault, plan: ImportPlan, chunk: int) -> dict[int, tuple[Dot, int]]:
    """The chunks of this plan that stand already; under -1 the size of a chunk, which a second run must keep."""
    row = vault.db.execute("select chunk from import_run where id = ?", [plan.id]).fetchone()
    done = {-1: (Dot("", 0), int(row[0]) if row else max(1, chunk))}
    for number, stream, seq, records in vault.db.execute(
        "select n, stream, seq, records from import_chunk where run = ?", [plan.id]
    ).fetchall():
        done[number] = (Dot(stream, seq), records)
    return done


def _write_chunk(vault: Vault, plan: ImportPlan, number: int, units: Sequence[Unit], size: int) -> Dot:
    scope = units[0].scope
    source = write_source("imported", " ".join(plan.files))
    changes = [change for unit in units for change in _changes(vault, unit, source)]
    with vault.transaction():
        vault.db.execute(
            "insert or ignore into import_run (id, at, worker, files, list, chunk) values (?, ?, ?, ?, ?, ?)",
            [plan.id, vault.clock(), vault.worker.name, "\n".join(plan.files), plan.list, size],
        )
        saved = save(vault, scope, "import", changes, seen=plan.seen.get(scope, {}), label="import")
        vault.db.execute(
            "insert into import_chunk (run, n, stream, seq, records) values (?, ?, ?, ?, ?)",
            [plan.id, number, saved.dot.stream, saved.dot.seq, len(changes)],
        )
    return saved.dot


def _chunks(units: Sequence[Unit], size: int) -> Iterator[list[Unit]]:
    """Units of one village, in order, until they hold `size` records."""
    by_scope: dict[str, list[Unit]] = {}
    for unit in units:
        by_scope.setdefault(unit.scope, []).append(unit)
    for own in by_scope.values():
        chunk: list[Unit] = []
        held = 0
        for unit in own:
            if chunk and held + len(unit.entries) > size:
                yield chunk
                chunk, held = [], 0
            chunk.append(unit)
            held += len(unit.entries)
        if chunk:
            yield chunk


def _changes(vault: Vault, unit: Unit, source: str) -> Iterator[Change]:
    made: list[str] = []
    for entry in unit.entries:
        parent = made[entry.above] if entry.above >= 0 else entry.parent
        change = _change(vault, entry, parent, source)
        made.append(change.record or "")
        yield change


def _change(vault: Vault, entry: Entry, parent: str, source: str) -> Change:
    pairs = zip(entry.keys, entry.values, strict=True)
    if entry.old is not None:
        return Change(entry.list, entry.record, "set", dict(pairs), source)
    values: dict[str, Value] = {key: value for key, value in pairs if value is not None}
    above = vault.ledger.layout(entry.list).parent
    if above:
        values[above] = parent
    if entry.year is not None:
        values["year"] = entry.year
        return Change(entry.list, None, "add", values, source)
    return Change(entry.list, entry.record or vault.new_id(), "add", values, source)
