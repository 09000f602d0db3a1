"""Two records of one person or household become one: what hung on the other hangs on the kept one, the other ends.

It corrects the register and is no movement; the movements that counted the same people twice end with the other record.
"""

from collections.abc import Mapping, Sequence

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.movements import ARRIVALS, HEAD, HOUSEHOLD_IN, PERSON_IN, PERSON_OUT
from fieldapp.store.finding.folding import Folding
from fieldapp.store.moving.deeds import HOUSEHOLD, MOVEMENT, PERSON
from fieldapp.store.rows import Row
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.twins.entered_twice import arrival, is_same, second_entry
from fieldapp.store.vault import Vault


def merge_records(
    vault: Vault,
    list_name: str,
    keep: str,
    other: str,
    take: Mapping[str, Value],
    years: Mapping[str, Mapping[str, Value]] | None = None,
) -> Saved:
    """Fold `other` into `keep` in one commit; both are of one village and active. `take`: the values a person chose of
    what differs, `years` the same for facts of one year, by the kept record of that year; what the kept records do not
    know comes from the others.

    Raises RegisterError register.unknown_record, merging.ended, .two_villages, .head_of_others, .built_upon, and those of
    `save`.
    """
    with vault.transaction():
        work = _Merging(vault, years)
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
        elif list_name == HOUSEHOLD and MOVEMENT in vault.ledger.layouts:
            work.household(kept, gone, take)
        else:
            work.fold(list_name, kept, gone, take)
        return save(vault, kept.scope, "edit", work.changes(), seen=seen_of(vault, kept.scope), label="merge")


class _Merging(Folding):
    """Folds people and households so that nobody is counted twice and nobody gets lost."""

    def person(self, kept: Row, gone: Row, take: Mapping[str, Value]) -> None:
        """One person into another: the household that loses a head or its last member is looked after."""
        home, there = str(gone.values.get(HOUSEHOLD)), str(kept.values.get(HOUSEHOLD))
        rest = [one for one in self.rows(PERSON, HOUSEHOLD, home) if one.id not in (gone.id, kept.id)]
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
            self.end(HOUSEHOLD, home)
            for move in self.rows(MOVEMENT, HOUSEHOLD, home):
                if move.values.get("kind") in ARRIVALS:
                    self.end(MOVEMENT, move.id)

    def household(self, kept: Row, gone: Row, take: Mapping[str, Value]) -> None:
        """One household into another: the people in both become one, the others go over; one entry is uncounted."""
        self.fold(HOUSEHOLD, kept, gone, take)
        moves = {home.id: list(self.rows(MOVEMENT, HOUSEHOLD, home.id)) for home in (kept, gone)}
        second = second_entry(kept, gone, moves)
        came = arrival(moves[second])
        there = list(self.rows(PERSON, HOUSEHOLD, kept.id, ended=True))
        has_head = any(one.values.get("relation") == HEAD and "ended_on" not in one.values for one in there)
        if came is not None:
            self.end(MOVEMENT, came.id)
        for move in moves[gone.id]:
            if not move.values.get("person") and move.values.get("kind") not in ARRIVALS:
                self.end(MOVEMENT, move.id)
        alone: list[Row] = []
        for one in self.rows(PERSON, HOUSEHOLD, gone.id, ended=True):
            twin = next((two for two in there if is_same(one, two)), None)
            if twin is not None:
                there.remove(twin)
                counted_twice = one.id if second == gone.id else twin.id
                for move in moves[second]:
                    if move.values.get("person") == counted_twice:
                        self.end(MOVEMENT, move.id)
                self.fold(PERSON, twin, one, self._dates(PERSON, twin if second == gone.id else one))
                continue
            alone.append(one)
            self.put(PERSON, one.id, {HOUSEHOLD: kept.id})
            if one.values.get("relation") == HEAD and has_head and "ended_on" not in one.values:
                self.put(PERSON, one.id, {"relation": "99"})
        dates = self._dates(HOUSEHOLD, kept if second == gone.id else gone)
        self.put(HOUSEHOLD, kept.id, {key: value for key, value in dates.items() if key not in take})
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
                self.collected[MOVEMENT, new] = Change(MOVEMENT, new, "add", values)
                self.put(PERSON, one.id, {"joined_on": came.values.get("moved_on"), "join_reason": "9"})

    def _dates(self, list_name: str, row: Row) -> dict[str, Value]:
        """Since when the register holds it: the entry that stands says so, also where it says nothing."""
        keys = ("identified_on",) if list_name == HOUSEHOLD else ("joined_on", "join_reason")
        return {key: row.values.get(key) for key in keys if key in self.columns(list_name)}

    def _uncount(self, gone: Row, home: str) -> None:
        """A person who stood twice was counted twice: the movement that did so ends or counts one less."""
        moves = list(self.rows(MOVEMENT, HOUSEHOLD, home))
        own = [m for m in moves if m.values.get("person") == gone.id]
        for move in own:
            if move.values.get("kind") in (*PERSON_IN, *PERSON_OUT):
                self.end(MOVEMENT, move.id)
        if any(move.values.get("kind") in (*PERSON_IN, "merged_from") for move in own):
            return
        for move in moves:
            people = move.values.get("people")
            if move.values.get("kind") in HOUSEHOLD_IN and isinstance(people, int) and people:
                self.put(MOVEMENT, move.id, {"people": people - 1})
