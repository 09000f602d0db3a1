"""What is due: replies to objections, steps for people in special care, problems a visit found, helpers' next visits.

A deadline is a fact of its record; nothing is kept twice, and what is done disappears by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fieldapp.store.field_rights import shown
from fieldapp.store.records import prefix_range, scope_clause
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class _Source:
    """`due` is the field with the civil date, `open` SQL that holds while it is not done, `words` the field to show."""

    list: str
    due: str
    open: str
    words: str


_SOURCES = (
    _Source("appeal", "due_on", "appeal.replied_on is null", "text"),
    _Source("care_event", "due_on", "care_event.done_on is null", "note"),
    _Source("care", "next_visit_on", "1", "service"),
    _Source(
        "work_record", "due_on", "work_record.result is null and work_record.problem is not null", "problem"
    ),
)


@dataclass(frozen=True)
class Deadline:
    """A record with something due on a civil date. `field` is where to answer it; `words` may be empty."""

    list: str
    record: str
    household: str
    scope: str
    field: str
    due_on: str
    words: str

    def is_late(self, today: str) -> bool:
        """Whether its day has passed."""
        return self.due_on < today


def deadlines(vault: Vault, scope: str, until: str, *, limit: int = 200) -> tuple[Deadline, ...]:
    """What is open and due up to a civil date within a region prefix, the earliest first."""
    low, high = prefix_range(scope)
    parts, params = [], list[str | int]()
    told: dict[str, Callable[[str], str]] = {}
    for source in _SOURCES:
        name = source.list
        if name not in vault.ledger.layouts:
            continue
        mine, scopes = scope_clause(vault, name)
        told[name] = _words_of(vault, source)
        parts.append(
            f"select '{name}', {name}.id, {name}.household, {name}.scope, '{source.due}', {name}.{source.due}, "
            f"{name}.{source.words} from {name} where {name}.ended_on is null and {name}.{source.due} <= ? "
            f"and {source.open} and {name}.scope >= ? and {name}.scope < ? and {mine}"
        )
        params += [until, low, high, *scopes]
    if not parts:
        return ()
    found = vault.db.execute(f"{' union all '.join(parts)} order by 6, 2 limit ?", [*params, limit])
    return tuple(
        Deadline(name, record, household, village, field, due_on, told[name](str(words or "")))
        for name, record, household, village, field, due_on, words in found.fetchall()
    )


def _words_of(vault: Vault, source: _Source) -> Callable[[str], str]:
    """The words of a deadline as the worker's role is shown them in passing."""
    if not vault.dictionary.has_field(source.list, source.words):
        return lambda text: text
    spec = vault.dictionary.field(source.list, source.words)
    return lambda text: shown(vault, spec, text)[0]
