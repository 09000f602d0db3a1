"""Erasures applied: what an erase commit names goes out of log, rows, search, drafts and files of this database.

The rule it holds: what stands in `erased` is struck from every line that is here and every line that ever comes, so no
replica that was away brings it back. Rows are made again from the struck log, so all replicas agree whatever came first.
Why it is built like this: docs/decisions/0014-erasure.md.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress

from msgspec import structs

from fieldapp.errors import VaultError
from fieldapp.journal.commit import Commit, Dot, MalformedCommit, Operation, decode_commit
from fieldapp.journal.erasing import KEPT, WHOLE, Strikes, strike_line
from fieldapp.store import history, log
from fieldapp.store.files.attachment_folder import AttachmentFolder, is_digest
from fieldapp.store.finding.index import index_row
from fieldapp.store.finding.naming import naming_values
from fieldapp.store.growing.erasing import strike_base
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.rows import read_row
from fieldapp.store.tables import Layout
from fieldapp.store.writing_back import write_state

FILES = "attachment"
"""The list by which an erase commit names a file; its record is the SHA-256."""
PENDING = "erasing"
_ACTION = b'"a":"erase"'
Struck = tuple[str, str]
"""(list, record)"""


def is_erased(ledger: Ledger, scope: str, list_name: str, record: str) -> bool:
    """Whether everything of a record was erased."""
    return WHOLE in _strikes(ledger, scope, list_name, record)


def erased_records(ledger: Ledger, scope: str) -> frozenset[Struck]:
    """The records of a village of which everything was erased."""
    return frozenset(
        ledger.db.execute(
            "select list, record from erased where scope = ? and field = ?", [scope, WHOLE]
        ).fetchall()
    )


def is_file_erased(ledger: Ledger, digest: str) -> bool:
    """Whether a file (SHA-256 as hex) was erased: it is neither asked for nor taken again."""
    return (
        ledger.db.execute("select 1 from erased where list = ? and record = ?", [FILES, digest]).fetchone()
        is not None
    )


def erasures_in(stream: Stream, first: int, lines: Sequence[bytes]) -> tuple[Commit, ...]:
    """The erase commits among lines that are numbered from `first`."""
    found = []
    for seq, line in [(seq, line) for seq, line in enumerate(lines, first) if _ACTION in line]:
        with suppress(MalformedCommit):
            commit = decode_commit(line, stream=stream.id, scope=stream.scope, replica=stream.replica)
            if commit.seq == seq and commit.kind == "erase":
                found.append(commit)
    return tuple(found)


def note_erasures(ledger: Ledger, commits: Iterable[Commit]) -> tuple[Struck, ...]:
    """Write down what these commits erase, in the caller's transaction; returns the records they name."""
    named: dict[Struck, None] = {}
    for commit in commits:
        for operation in commit.operations:
            if operation.action != "erase":
                continue
            named[operation.list, operation.record] = None
            # A field with a value only completes its merge group; what is struck is named with none.
            struck = [key for key, value in operation.fields.items() if key not in KEPT and value is None]
            for field in struck or [WHOLE]:
                ledger.db.execute(
                    "insert or ignore into erased (scope, list, record, field, stream, seq) values (?, ?, ?, ?, ?, ?)",
                    [commit.scope, operation.list, operation.record, field, *commit.dot],
                )
    return tuple(named)


def strike_fresh(ledger: Ledger, stream: Stream, first: int, lines: list[bytes]) -> list[bytes]:
    """Lines that just came, numbered from `first`, without what is erased in their village."""
    records = [
        row[0]
        for row in ledger.db.execute(
            "select distinct record from erased where scope = ? and list <> ?", [stream.scope, FILES]
        ).fetchall()
    ]
    return (
        _struck(ledger, stream, first, lines, [record.encode() for record in records]) if records else lines
    )


def strike(ledger: Ledger, scope: str, named: Sequence[Struck], *, is_base_struck: bool = False) -> None:
    """Take what is erased of these records out of the log, the rows and everything beside them, in the caller's
    transaction. `settle` then takes it off the disk. `is_base_struck`: the village's base came without it."""
    if not named:
        return
    records = [(name, record) for name, record in named if name in ledger.layouts]
    _drop_drafts(ledger, scope, records)
    if not is_base_struck:
        strike_base(
            ledger,
            scope,
            {one: _strikes(ledger, scope, *one) for one in named},
            _structure(ledger),
            lambda dot, line: strike_line(
                line, dot, lambda *of: _strikes(ledger, scope, *of), _structure(ledger)
            ),
        )
    _rewrite_log(ledger, scope, [record.encode() for name, record in named if name != FILES])
    # Both keep plain lines for speed.
    log.forget()
    history.forget()
    for name, record in records:
        _remake(ledger, ledger.layouts[name], scope, record)
        ledger.db.execute("update unmasked set reason = '' where list = ? and record = ?", [name, record])
    for name, record in named:
        if name == FILES:
            ledger.db.execute("delete from attachment where sha256 = ?", [record])
    ledger.set_meta(PENDING, "1")


def settle(ledger: Ledger, folder: AttachmentFolder) -> bool:
    """Take erased words off the disk: search index merged, database written anew, files removed. Not in a transaction.

    Returns whether nothing is left to do; another connection or a full disk leaves it for the next opening or sync.
    """
    if not ledger.meta(PENDING):
        return True
    for (digest,) in ledger.db.execute(
        "select distinct record from erased where list = ?", [FILES]
    ).fetchall():
        # A line may name anything as a file; what is no name of one was never here.
        if is_digest(digest):
            folder.remove(digest)
    try:
        ledger.db.execute("insert into find (find) values ('optimize')")
        ledger.db.execute("vacuum")
        ledger.db.execute("pragma wal_checkpoint(truncate)").fetchall()
        with ledger.transaction():
            ledger.db.execute("delete from meta where key = ?", [PENDING])
    except VaultError:
        return False
    return True


def without_unproven(ledger: Ledger, commit: Commit) -> Commit:
    """A commit whose struck operations count no further than an erasure that is here asks for them.

    The chain covers a struck operation by the hash it carries, so whoever carries a log could put anything beside it.
    Until its erasure comes (which makes the row again from the log) it keeps its record's place and end alone.
    """
    structure = _structure(ledger)

    def proven(operation: Operation) -> Operation:
        if not operation.is_struck or _strikes(ledger, commit.scope, operation.list, operation.record):
            return operation
        keep = {*KEPT, *structure(operation.list)}
        fields = {key: value for key, value in operation.fields.items() if key in keep}
        return structs.replace(operation, fields=fields, source="", closes=())

    return structs.replace(commit, operations=tuple(map(proven, commit.operations)))


def _strikes(ledger: Ledger, scope: str, list_name: str, record: str) -> Strikes:
    found: dict[str, tuple[Dot, ...]] = {}
    for field, stream, seq in ledger.db.execute(
        "select field, stream, seq from erased where scope = ? and list = ? and record = ?",
        [scope, list_name, record],
    ).fetchall():
        found[field] = (*found.get(field, ()), Dot(stream, seq))
    return found


def _struck(
    ledger: Ledger, stream: Stream, first: int, lines: Sequence[bytes], records: Sequence[bytes]
) -> list[bytes]:
    def strikes(list_name: str, record: str) -> Strikes:
        return _strikes(ledger, stream.scope, list_name, record)

    return [
        strike_line(line, Dot(stream.id, seq), strikes, _structure(ledger))
        if any(record in line for record in records)
        else line
        for seq, line in enumerate(lines, first)
    ]


def _structure(ledger: Ledger) -> Callable[[str], Collection[str]]:
    """A record's place: its parent and its year."""

    def keys(list_name: str) -> Collection[str]:
        layout = ledger.layouts.get(list_name)
        return () if layout is None else (layout.parent, "year") if layout.yearly else (layout.parent,)

    return keys


def _rewrite_log(ledger: Ledger, scope: str, records: Sequence[bytes]) -> None:
    for (number,) in ledger.db.execute("select n from stream where scope = ? order by n", [scope]).fetchall():
        stream = ledger.stream_at(number)

        def rewritten(first: int, lines: list[bytes], stream: Stream = stream) -> list[bytes]:
            return _struck(ledger, stream, first, lines, records)

        log.rewrite(ledger.db, number, records, rewritten)


def _remake(ledger: Ledger, layout: Layout, scope: str, record: str) -> None:
    row = read_row(ledger, layout, record)
    if row is None or row.scope != scope:
        return
    state = history.state_without(ledger, layout, scope, record, lambda commit, operation: False)
    write_state(ledger, layout, row, state, ledger.vector(scope))
    after = read_row(ledger, layout, record)
    if layout.searched and after is not None:
        index_row(ledger, layout, row.n, scope, after.values)


def _drop_drafts(ledger: Ledger, scope: str, records: Sequence[Struck]) -> None:
    """Unfinished forms about the household that name the person: half a form cannot be kept without its person."""
    for name, record in records:
        layout = ledger.layouts[name]
        row = read_row(ledger, layout, record)
        home = row.values.get(layout.parent) if row and layout.parent else None
        for words in naming_values(ledger, layout, scope, record):
            ledger.db.execute(
                "delete from draft where record = ? and id in "
                "(select draft from draft_answer where instr(value, ?) > 0 "
                "union select draft from draft_audit where instr(line, ?) > 0)",
                [home, words, words],
            )
