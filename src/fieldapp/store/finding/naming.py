"""Where a person is named outside his own records: words in the household's other facts, and his numbers anywhere.

A name is looked for in the household alone (two people of a village may share one); identity, phone and account numbers
in the whole village. Another person's own name, number or birth date is never taken for a mention.
"""

from collections.abc import Iterator

from fieldapp.journal.commit import MalformedCommit, Operation, decode_commit
from fieldapp.store import log
from fieldapp.store.growing.base_records import commits_in_base
from fieldapp.store.history import operations_on
from fieldapp.store.ledger import Ledger
from fieldapp.store.rows import read_row
from fieldapp.store.tables import Layout

NAMING = frozenset(("name", "id", "phone", "bank"))
"""Masking classes whose values name one person."""
PERSON = "person"
_PRECISE = 8
"""Characters from which a number is one person's alone."""


def naming_values(ledger: Ledger, layout: Layout, scope: str, record: str) -> frozenset[str]:
    """Every name, number, phone and account a record ever held."""
    keys = {key for key, spec in layout.fields.items() if spec.mask in NAMING}
    return frozenset(
        str(value)
        for _, operation in operations_on(ledger, scope, layout.list, record)
        for key, value in operation.fields.items()
        if key in keys and value is not None and len(str(value)) > 1
    )


def mentions_in(
    ledger: Ledger, scope: str, own: frozenset[str], names: frozenset[str], but: frozenset[tuple[str, str]]
) -> dict[tuple[str, str], frozenset[str]]:
    """(list, record) → the text fields that hold one of the names now or held it once, without the records of `but`.

    `own` are the household and the person's records: what lies below or refers to them may be about the person.
    """
    found: dict[tuple[str, str], set[str]] = {}
    homes: dict[tuple[str, str], bool] = {}
    for operation in _operations_with(ledger, scope, names):
        layout = ledger.layouts.get(operation.list)
        struck = (operation.list, operation.record)
        if layout is None or struck in but:
            continue
        if struck not in homes:
            homes[struck] = _is_about(ledger, layout, operation.record, own)
        for key, value in operation.fields.items():
            spec = layout.fields.get(key)
            own_name = layout.list == PERSON and spec is not None and spec.mask != ""
            if spec is None or spec.type != "text" or own_name or not isinstance(value, str):
                continue
            if any(name in value and (homes[struck] or _is_precise(name)) for name in names):
                found.setdefault(struck, set()).add(key)
    return {struck: frozenset(keys) for struck, keys in found.items()}


def _operations_with(ledger: Ledger, scope: str, names: frozenset[str]) -> Iterator[Operation]:
    for commit in commits_in_base(ledger, scope, tuple(names)) if names else ():
        yield from commit.operations
    needles = [name.encode() for name in names]
    for (number,) in ledger.db.execute("select n from stream where scope = ? order by n", [scope]).fetchall():
        stream = ledger.stream_at(number)
        for _, line in log.lines_after(ledger.db, number, 0):
            # A foreign writer may spell characters as \u escapes.
            if not any(needle in line for needle in needles) and b"\\u" not in line:
                continue
            try:
                commit = decode_commit(line, stream=stream.id, scope=stream.scope, replica=stream.replica)
            except MalformedCommit:
                continue
            yield from commit.operations


def _is_about(ledger: Ledger, layout: Layout, record: str, own: frozenset[str]) -> bool:
    """Whether a record is one of `own`, refers to one, or lies below one."""
    here: Layout | None = layout
    refs = [key for key, spec in layout.fields.items() if spec.type == "ref"]
    while here is not None and record:
        if record in own:
            return True
        row = read_row(ledger, here, record)
        if row is None:
            return False
        if any(row.values.get(key) in own for key in refs):
            return True
        record, refs = str(row.values.get(here.parent) or ""), []
        here = ledger.layouts.get(here.parent)
    return False


def _is_precise(name: str) -> bool:
    return len(name) >= _PRECISE and any(character.isdigit() for character in name)
