"""Facts with a code of the national system that have changed since a day, read from the log in one pass a village.

What came out of the national system itself (its lists, taken over) is no change to enter there.
"""

from collections.abc import Iterator
from datetime import date, datetime, time

from fieldapp.domain.clock import clock_ms
from fieldapp.domain.dates import is_date
from fieldapp.domain.sources import read_source
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Commit, MalformedCommit, Operation, Value, decode_commit
from fieldapp.journal.merge import EMPTY, RecordState, apply_operation, shown_values
from fieldapp.register.comparison import same_fact, written
from fieldapp.store import log
from fieldapp.store.comparison.entry_lines import EntryLine, Place, in_order, line_of, read_entries
from fieldapp.store.field_rights import withheld_keys
from fieldapp.store.growing.base_records import commits_in_base
from fieldapp.store.permissions import HOUSEHOLD, lists_above, prefix_range
from fieldapp.store.records import record
from fieldapp.store.regions import villages
from fieldapp.store.vault import Vault

Key = tuple[str, str]
MOVEMENT = ("reason_add", "reason_remove", "move")
"""How the national system is told of who came and who went: by the code of the reason, these being its own lists."""


def propose_entries(vault: Vault, scope: str, since: str) -> tuple[EntryLine, ...]:
    """What should be entered in the national system: each fact that reads otherwise now than at the end of the day
    `since`, unless a line says so already. Lines with an `id` are on record and would be brought up to date.

    Raises RegisterError entry.no_day.
    """
    if not is_date(since):
        raise RegisterError(
            "entry.no_day", "{text} is no date. Write the day as 2019-11-05.", text=since or "-"
        )
    if "entry" not in vault.ledger.layouts:
        return ()
    codes = _national_fields(vault)
    there = {(one.list, one.record, one.field): one for one in read_entries(vault, scope)}
    low, high = prefix_range(scope)
    lines: list[EntryLine] = []
    for village in villages(vault):
        if low <= village.code < high:
            lines += _of_village(vault, village.code, _midnight(since), codes, there)
    return in_order(vault.dictionary, lines)


def _of_village(
    vault: Vault,
    scope: str,
    since_ms: int,
    codes: dict[str, frozenset[str]],
    there: dict[tuple[str, str, str], EntryLine],
) -> Iterator[EntryLine]:
    places: dict[tuple[str, str], Place | None] = {}
    before, touched = _states(vault, scope, since_ms, codes)
    for (name, one), keys in touched.items():
        now = record(vault, name, one)
        if now is None or now.ended_on is not None:
            continue
        was = shown_values(before.get((name, one), EMPTY))
        for key in sorted(keys):
            spec = vault.dictionary.field(name, key)
            old, new = was.get(key), now.values.get(key)
            if new is None or same_fact(spec, old, new):
                continue
            kept = there.get((name, one, key))
            if kept is not None and kept.new == written(spec, new):
                continue
            start = kept.old if kept is not None else written(spec, old)
            known: dict[str, Value] = {"id": kept.id} if kept is not None else {}
            line = line_of(vault, scope, name, one, key, start, written(spec, new), kept=known, places=places)
            if line is not None:
                yield line


def _states(
    vault: Vault, scope: str, since_ms: int, codes: dict[str, frozenset[str]]
) -> tuple[dict[Key, RecordState], dict[Key, set[str]]]:
    """Each record as it was then, and the fields written since by somebody here."""
    before: dict[Key, RecordState] = {}
    touched: dict[Key, set[str]] = {}
    national = _national_lists(vault, scope)
    for commit in _commits(vault, scope):
        late = _ms(commit.time) >= since_ms
        for operation in commit.operations:
            own = codes.get(operation.list)
            if own is None:
                continue
            key = (operation.list, operation.record)
            if late:
                written_now = own.intersection(operation.fields)
                if written_now and not _came_from(operation, national):
                    touched.setdefault(key, set()).update(written_now)
            else:
                layout = vault.ledger.layout(operation.list)
                before[key] = apply_operation(
                    before.get(key, EMPTY),
                    operation,
                    dot=commit.dot,
                    time=commit.time,
                    replica=commit.replica,
                    groups=layout.cells,
                )
    return before, touched


def _commits(vault: Vault, scope: str) -> Iterator[Commit]:
    yield from commits_in_base(vault.ledger, scope)
    for (number,) in vault.db.execute("select n from stream where scope = ? order by n", [scope]).fetchall():
        stream = vault.ledger.stream_at(number)
        for _, line in log.lines_after(vault.db, number, 0):
            try:
                yield decode_commit(line, stream=stream.id, scope=stream.scope, replica=stream.replica)
            except MalformedCommit:
                continue


def _national_fields(vault: Vault) -> dict[str, frozenset[str]]:
    """Below a household only: a village's own figures are entered elsewhere."""
    found = {}
    for name in vault.dictionary.lists:
        if name == HOUSEHOLD or HOUSEHOLD in lists_above(vault.ledger, name):
            hidden = withheld_keys(vault, name)
            keys = {s.key for s in vault.dictionary.stored_fields(name) if s.nat and s.key not in hidden}
            if name == "movement":
                keys |= {key for key in MOVEMENT if vault.dictionary.has_field(name, key)}
            if keys:
                found[name] = frozenset(keys)
    return found


def _national_lists(vault: Vault, scope: str) -> frozenset[str]:
    rows = vault.db.execute("select name from outside_list where kind = 'national' and scope = ?", [scope])
    return frozenset(" ".join(str(name or "").split()) for (name,) in rows.fetchall())


def _came_from(operation: Operation, national: frozenset[str]) -> bool:
    code, words = read_source(operation.source)
    return code == "imported" and words in national


def _midnight(day: str) -> int:
    """The end of a day of this computer's calendar, in UTC milliseconds."""
    following = datetime.combine(date.fromisoformat(day), time()).astimezone().timestamp() + 86_400
    return int(following * 1000)


def _ms(time_text: str) -> int:
    try:
        return clock_ms(time_text)
    except ValueError:
        return 0
