"""Two records of one person or household become one: what hung on the other hangs on the kept one, the other ends.

It corrects the register and is no movement; the movements that counted the same people twice end with the other record.
"""

from collections.abc import Iterator, Mapping, Sequence

from fieldapp.domain.identifiers import year_id
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.movements import ARRIVALS, HEAD, HOUSEHOLD_IN, PERSON_IN, PERSON_OUT
from fieldapp.store.deeds import HOUSEHOLD, MOVEMENT, PERSON, today
from fieldapp.store.entered_twice import arrival, is_same, second_entry
from fieldapp.store.likely import DUPLICATE
from fieldapp.store.refusals import unknown_record
from fieldapp.store.rows import Row, read_row
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.undo import UNDONE
from fieldapp.store.vault import Vault

PROOFS = ("submission", "signature")
"""What was handed in or signed stays with the record it was made for."""


def merge_records(vault: Vault, list_name: str, keep: str, other: str, take: Mapping[str, Value]) -> Saved:
    """Fold `other` into `keep` in one commit; both are of one village and active. `take`: the values a person chose of
    what differs; what the kept record does not know comes from the other.

    Raises RegisterError register.unknown_record, merging.ended, .two_villages, .head_of_others, .built_upon, and those of
    `save`.
    """
    with vault.transaction():
        work = _Merging(vault)
        kept, gone = work.row(list_name, keep), work.row(list_name, other)
        if keep == other or kept.scope != gone.scope:
            raise RegisterError(
                "merging.two_villages",
                "These stand in two villages. Record for one of them where the people went, or that it was wrong.",
            )
        if "ended_on" in kept.values or "ended_on" in gone.values:
            raise RegisterError(
                "merging.ended", "One of the two has ended already. There is nothing to merge."
            )
        if list_name == PERSON and MOVEMENT in vault.ledger.layouts:
            work.person(kept, gone, take)
        else:
            work.fold(list_name, kept, gone, take)
        return save(vault, kept.scope, "edit", work.changes(), seen=seen_of(vault, kept.scope), label="merge")


class _Merging:
    """Collects what changes, each record once."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.day = today(vault)
        self._changes: dict[tuple[str, str], Change] = {}

    def row(self, list_name: str, record: str) -> Row:
        found = read_row(self.vault.ledger, self.vault.ledger.layout(list_name), record)
        if found is None or not self.vault.worker.covers(found.scope):
            raise unknown_record()
        return found

    def changes(self) -> list[Change]:
        return list(self._changes.values())

    def fold(self, list_name: str, kept: Row, gone: Row, take: Mapping[str, Value]) -> None:
        """One record into another, its children and whatever names it."""
        self._set(list_name, kept.id, {**self._unknown(list_name, kept, gone), **take})
        self._end(list_name, gone.id)
        if list_name == HOUSEHOLD and MOVEMENT in self.vault.ledger.layouts:
            self._people(kept, gone)
        for spec in self.vault.dictionary.children(list_name):
            for child in self._rows(spec.name, list_name, gone.id):
                if spec.key_by == "year":
                    self._year(spec.name, list_name, kept, child)
                elif spec.name not in PROOFS and (spec.name, child.id) not in self._changes:
                    self._set(spec.name, child.id, {list_name: kept.id})
        self._references(list_name, kept, gone)

    def person(self, kept: Row, gone: Row, take: Mapping[str, Value]) -> None:
        """One person into another: the household that loses a head or its last member is looked after."""
        home, there = str(gone.values.get(HOUSEHOLD)), str(kept.values.get(HOUSEHOLD))
        rest = [one for one in self._rows(PERSON, HOUSEHOLD, home) if one.id not in (gone.id, kept.id)]
        is_head = gone.values.get("relation") == HEAD
        if is_head and home != there and rest:
            raise RegisterError(
                "merging.head_of_others",
                "The record that ends is the head of a household with others in it. Change the head there first.",
            )
        if is_head and home == there:
            take = {**take, "relation": HEAD}
        self._uncount(gone, home)
        self.fold(PERSON, kept, gone, take)
        if home != there and not rest:
            self._end(HOUSEHOLD, home)
            for move in self._rows(MOVEMENT, HOUSEHOLD, home):
                if move.values.get("kind") in ARRIVALS:
                    self._end(MOVEMENT, move.id)

    def _people(self, kept: Row, gone: Row) -> None:
        """The people of a household that stood twice: those in both become one, the others go over."""
        moves = {home.id: list(self._rows(MOVEMENT, HOUSEHOLD, home.id)) for home in (kept, gone)}
        second = second_entry(kept, gone, moves)
        came = arrival(moves[second])
        there = list(self._rows(PERSON, HOUSEHOLD, kept.id, ended=True))
        has_head = any(one.values.get("relation") == HEAD and "ended_on" not in one.values for one in there)
        if came is not None:
            self._end(MOVEMENT, came.id)
        for move in moves[gone.id]:
            if not move.values.get("person") and move.values.get("kind") not in ARRIVALS:
                self._end(MOVEMENT, move.id)
        alone: list[Row] = []
        for one in self._rows(PERSON, HOUSEHOLD, gone.id, ended=True):
            twin = next((two for two in there if is_same(one, two)), None)
            if twin is not None:
                there.remove(twin)
                counted_twice = one.id if second == gone.id else twin.id
                for move in moves[second]:
                    if move.values.get("person") == counted_twice:
                        self._end(MOVEMENT, move.id)
                self.fold(PERSON, twin, one, {})
                continue
            alone.append(one)
            self._set(PERSON, one.id, {HOUSEHOLD: kept.id})
            if one.values.get("relation") == HEAD and has_head and "ended_on" not in one.values:
                self._set(PERSON, one.id, {"relation": "99"})
        if came is not None and came.values.get("kind") in HOUSEHOLD_IN:
            self._count(kept.id, alone if second == gone.id else there, moves[second], came)

    def _count(self, household: str, people: Sequence[Row], moves: Sequence[Row], came: Row) -> None:
        """Who came with the entry that ends now was there all the same: each is counted alone."""
        brought = {move.values.get("person") for move in moves if move.values.get("kind") in PERSON_IN}
        for one in people:
            if one.id not in brought:
                new = self.vault.new_id()
                values: dict[str, Value] = {
                    HOUSEHOLD: household,
                    "kind": "other_in",
                    "person": one.id,
                    "people": 1,
                }
                values |= {"moved_on": came.values.get("moved_on"), "reason_add": "9"}
                self._changes[MOVEMENT, new] = Change(MOVEMENT, new, "add", values)

    def _uncount(self, gone: Row, home: str) -> None:
        """A person who stood twice was counted twice: the movement that did so ends or counts one less."""
        moves = list(self._rows(MOVEMENT, HOUSEHOLD, home))
        own = [m for m in moves if m.values.get("person") == gone.id]
        for move in own:
            if move.values.get("kind") in (*PERSON_IN, *PERSON_OUT):
                self._end(MOVEMENT, move.id)
        if any(move.values.get("kind") in (*PERSON_IN, "merged_from") for move in own):
            return
        for move in moves:
            people = move.values.get("people")
            if move.values.get("kind") in HOUSEHOLD_IN and isinstance(people, int) and people:
                self._set(MOVEMENT, move.id, {"people": people - 1})

    def _year(self, name: str, parent: str, kept: Row, child: Row) -> None:
        year = child.values.get("year")
        if not isinstance(year, int):
            return
        record = year_id(kept.id, name, year)
        there = read_row(self.vault.ledger, self.vault.ledger.layout(name), record)
        if there is None or "ended_on" in there.values:
            values = {key: value for key, value in child.values.items() if key in self._columns(name)}
            self._changes[name, record] = Change(name, record, "add", {**values, parent: kept.id})
        else:
            self._set(name, record, self._unknown(name, there, child))
        self._end(name, child.id)

    def _references(self, list_name: str, kept: Row, gone: Row) -> None:
        """Whatever names the other record in this village names the kept one."""
        for name in self.vault.ledger.layouts:
            if name in PROOFS:
                continue
            for field in self.vault.dictionary.stored_fields(name):
                if field.type != "ref" or field.codes not in ("", list_name):
                    continue
                for row in self._rows(name, field.key, gone.id):
                    if row.scope == gone.scope:
                        self._set(name, row.id, {field.key: kept.id})

    def _unknown(self, list_name: str, kept: Row, gone: Row) -> dict[str, Value]:
        """What only the other knows; of fields that merge as one only where the kept record knows none of them."""
        layout = self.vault.ledger.layout(list_name)
        known = {layout.cell_of(key) for key in kept.values}
        own = (layout.parent, "year", "relation")
        return {
            key: value
            for key, value in gone.values.items()
            if key in layout.columns and key not in own and layout.cell_of(key) not in known
        }

    def _rows(self, list_name: str, field: str, value: str, *, ended: bool = False) -> Iterator[Row]:
        gone = "coalesce(ended_reason, '') not in (?, ?)" if ended else "ended_on is null and ? <> ?"
        found = self.vault.db.execute(
            f'select id from "{list_name}" where "{field}" = ? and {gone} order by n',
            [value, UNDONE, DUPLICATE],
        ).fetchall()
        for (record,) in found:
            yield self.row(list_name, record)

    def _columns(self, list_name: str) -> tuple[str, ...]:
        return self.vault.ledger.layout(list_name).columns

    def _set(self, list_name: str, record: str, values: Mapping[str, Value]) -> None:
        before = self._changes.get((list_name, record))
        if before is not None and before.action != "end":
            self._changes[list_name, record] = Change(
                list_name, record, before.action, {**before.values, **values}
            )
        elif before is None and values:
            self._changes[list_name, record] = Change(list_name, record, "set", dict(values))

    def _end(self, list_name: str, record: str) -> None:
        values: dict[str, Value] = {"ended_on": self.day, "ended_reason": DUPLICATE}
        self._changes[list_name, record] = Change(list_name, record, "end", values)
