"""Differences and outside lists as they are kept in the register: read, counted, and put into words for writing."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import cast

from fieldapp.journal.commit import Value
from fieldapp.register.comparison import Decision, FoundDifference, ListKind, Side, Subject, series_of
from fieldapp.store.field_rights import withheld_keys, withhold
from fieldapp.store.permissions import prefix_range, scope_clause
from fieldapp.store.vault import Vault

_LOOKUP = 500
AGREED = "agreed"
"""The reason with which a difference ends when the list and the register say one thing again."""
_COLUMNS = (
    "outside_list", "list", "record", "household", "person", "year", "field", "ours", "theirs", "row_no",
    "decision", "reason", "decided_by", "decided_on",
)  # fmt: skip


@dataclass(frozen=True)
class KeptDifference:
    """A difference on record. `decision` "" or later is open; `ended_on` is set when the two sides came to agree."""

    id: str
    side: Side
    scope: str
    outside_list: str
    subject: Subject
    field: str
    ours: str
    theirs: str
    row: int | None
    decision: Decision | str
    reason: str
    decided_by: str
    decided_on: str
    ended_on: str

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to decide."""
        return not self.ended_on and self.decision in ("", "later")


@dataclass(frozen=True)
class KeptList:
    """An outside list on record in one or more villages: `ids` are its records, by village."""

    name: str
    kind: ListKind
    taken_on: str
    rows: int
    open: int
    decided: int
    ids: Mapping[str, str] = field(hash=False)

    @property
    def series(self) -> str:
        """Which lists it follows."""
        return series_of(self.kind, self.name)


def outside_lists(vault: Vault, scope: str = "") -> tuple[KeptList, ...]:
    """The outside lists of a region, the newest first; one file over many villages is one list.

    None where the packs know no such list.
    """
    if "outside_list" not in vault.ledger.layouts:
        return ()
    low, high = prefix_range(scope)
    mine, params = scope_clause(vault, "outside_list")
    found = vault.db.execute(
        "select id, scope, name, kind, taken_on, coalesce(rows, 0), "
        "(select count(*) from difference d where d.outside_list = outside_list.id and d.ended_on is null "
        "and coalesce(d.decision, 'later') = 'later'), "
        "(select count(*) from difference d where d.outside_list = outside_list.id and d.ended_on is null "
        "and coalesce(d.decision, 'later') <> 'later') "
        f"from outside_list where ended_on is null and scope >= ? and scope < ? and {mine} order by scope",
        [low, high, *params],
    ).fetchall()
    joined: dict[tuple[str, str, str], KeptList] = {}
    for name, place, title, kind, day, rows, still, done in found:
        key = (str(title or ""), str(kind or "department"), str(day or ""))
        before = joined.get(key)
        joined[key] = KeptList(
            key[0],
            cast(ListKind, key[1]),
            key[2],
            rows + (before.rows if before else 0),
            still + (before.open if before else 0),
            done + (before.decided if before else 0),
            {**(before.ids if before else {}), place: name},
        )
    return tuple(sorted(joined.values(), key=lambda one: (one.taken_on, one.name), reverse=True))


def kept_differences(
    vault: Vault, lists: Sequence[str], *, ended: bool = False
) -> tuple[KeptDifference, ...]:
    """The differences of these outside lists (record ids), as the worker's role sees them, by village and row."""
    marks = ", ".join("?" * len(lists))
    gone = "" if ended else "and ended_on is null "
    return _read(vault, f"outside_list in ({marks}) {gone}", list(lists))


@dataclass(frozen=True)
class Whom:
    """Whom a difference is about: the household's number and head, and the person's name; "" where unknown."""

    household_no: str = ""
    head: str = ""
    person: str = ""


def whom(vault: Vault, found: Sequence[KeptDifference]) -> Mapping[str, Whom]:
    """For each difference, by its id, whom it is about; read at once for thousands."""
    homes = _names(vault, "household", "household_no", "id", {one.subject.household for one in found})
    heads = _names(
        vault, "person", "name", "household", {one.subject.household for one in found}, " and relation = '1'"
    )
    people = _names(vault, "person", "name", "id", {one.subject.person for one in found})
    return {
        one.id: Whom(
            homes.get(one.subject.household, ""),
            heads.get(one.subject.household, ""),
            people.get(one.subject.person, ""),
        )
        for one in found
    }


def difference(vault: Vault, name: str) -> KeptDifference | None:
    """One difference by its id, or None."""
    found = _read(vault, "id = ? ", [name])
    return found[0] if found else None


def of_series(vault: Vault, scope: str, series: str) -> tuple[KeptDifference, ...]:
    """Every difference of a series in one village, ended ones too."""
    ids = [
        str(name)
        for name, kind, title in vault.db.execute(
            "select id, kind, name from outside_list where scope = ?", [scope]
        ).fetchall()
        if series_of(kind, str(title or "")) == series
    ]
    return tuple(one for one in kept_differences(vault, ids, ended=True) if one.scope == scope)


def values_of(found: FoundDifference, outside_list: str) -> dict[str, Value]:
    """A found difference as the values of its record."""
    subject = found.subject
    return {
        "outside_list": outside_list,
        "household": subject.household or None,
        "person": subject.person or None,
        "list": subject.list,
        "record": subject.record or None,
        "year": subject.year,
        "field": found.field or None,
        "ours": found.ours or None,
        "theirs": found.theirs or None,
        "row_no": found.row,
    }


def _names(
    vault: Vault, list_name: str, key: str, by: str, wanted: Set[str], more: str = ""
) -> dict[str, str]:
    """Value of `by` → text of `key`; of several active records the first."""
    mine, params = scope_clause(vault, list_name)
    if key in withheld_keys(vault, list_name):
        return {}
    ordered = sorted(wanted - {""})
    found: dict[str, str] = {}
    for at in range(0, len(ordered), _LOOKUP):
        some = ordered[at : at + _LOOKUP]
        rows = vault.db.execute(
            f"select {by}, {key} from {list_name} where {by} in ({', '.join('?' * len(some))}){more} and {mine} "
            "order by ended_on is not null, n",
            [*some, *params],
        )
        for name, text in rows.fetchall():
            found.setdefault(str(name), str(text or ""))
    return found


def _read(vault: Vault, where: str, params: list[str]) -> tuple[KeptDifference, ...]:
    mine, more = scope_clause(vault, "difference")
    rows = vault.db.execute(
        f"select id, scope, ended_on, {', '.join(_COLUMNS)} from difference where {where} and {mine} "
        "order by scope, row_no is null, row_no, n",
        [*params, *more],
    ).fetchall()
    withheld = withheld_keys(vault, "difference")
    return tuple(
        _kept(
            name, scope, ended, withhold(vault, "difference", dict(zip(_COLUMNS, row, strict=True)), withheld)
        )
        for name, scope, ended, *row in rows
    )


def _kept(name: str, scope: str, ended: str | None, values: Mapping[str, Value]) -> KeptDifference:
    def text(key: str) -> str:
        return str(values[key] or "")

    row, year = values["row_no"], values["year"]
    subject = Subject(
        text("list"),
        text("record"),
        text("household"),
        text("person"),
        int(year) if year is not None else None,
    )
    side: Side = "only_ours" if row is None else "differs" if text("field") else "only_theirs"
    return KeptDifference(
        name,
        side,
        scope,
        text("outside_list"),
        subject,
        text("field"),
        text("ours"),
        text("theirs"),
        int(row) if row is not None else None,
        text("decision"),
        text("reason"),
        text("decided_by"),
        text("decided_on"),
        str(ended or ""),
    )
