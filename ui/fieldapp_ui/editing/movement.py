"""A movement while it is told: which questions its kind needs, and the doing under one name that one undo takes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fieldapp.errors import Finding, UserError
from fieldapp.journal.commit import Value
from fieldapp.register.movements import HEAD, PERSON_IN, PERSON_OUT
from fieldapp.store.finding.find import find
from fieldapp.store.moving.deeds import Deed, members
from fieldapp.store.moving.movements import (
    add_member,
    change_head,
    change_status,
    merge,
    move_household,
    remove_member,
    split,
    suggest_relations,
)
from fieldapp.store.moving.open_matters import open_matters
from fieldapp.store.records import Record
from fieldapp.store.regions import find_regions
from fieldapp.store.save import Saved, seen_of
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Asked, Typed, ask_field
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.likely_words import likely_words
from fieldapp_ui.editing.movement_kinds import kind_words
from fieldapp_ui.editing.newcomer import fills
from fieldapp_ui.editing.origins import source_words
from fieldapp_ui.editing.references import Choosable
from fieldapp_ui.language import tr

SOURCES = ("seen", "document", "told")
NEWCOMER = ("name", "id_no", "sex", "birth_date", "relation")
RELATION = "relation:"
_REASONS = {
    "returned": ("household", "cause_main"),
    "other_in": ("movement", "reason_add"),
    "other_out": ("movement", "reason_remove"),
}
"""The field whose codes tell the reason of a kind that has no usual one."""
_DATES = ("no_date", "future", "before_birth", "before_joining", "before_arrival", "out_of_order")
_PLACES = {
    **{f"movement.{name}": "moved_on" for name in _DATES},
    "register.new_head_needed": "new_head",
    "register.new_head_unknown": "new_head",
    "register.two_heads": "relation",
    "movement.no_village": "other_scope",
    "movement.not_mergeable": "other_household",
    "movement.nobody_stays": "people",
    "movement.not_a_member": "person",
}


class MovementStep:
    """One kind of movement of one household. `findings` are filled after it was done."""

    def __init__(self, desk: Desk, household: Record, kind: str, person: str = "") -> None:
        self.desk, self.household, self.kind, self.person = desk, household, kind, person
        self.title = kind_words(desk, kind)
        self.action = tr("Record it")
        self.people = members(desk.vault, household.id)
        self.findings: tuple[Finding, ...] = ()
        self.changed: tuple[tuple[str, str], ...] = ()
        self._seen = seen_of(desk.vault, household.scope)

    def asked(self, typed: Typed) -> tuple[Asked, ...]:
        """What the kind needs, the more the more is answered; then day, reason and evidence."""
        return (*self._own(typed), *self._common())

    def follows(self, key: str, typed: Typed) -> Typed:
        """An identity number tells sex and birth date; a born child came on the day of birth."""
        if key == "id_no":
            sex, birth = fills(typed["id_no"])
            return {"sex": sex, "birth_date": birth} if birth else {}
        if key == "birth_date" and self.kind == "birth" and typed["birth_date"]:
            return {"moved_on": typed["birth_date"]}
        if key in ("new_head", "person"):
            return self._suggested(typed)
        return {}

    def said(self, typed: Typed) -> str:
        """Who of this name or number is in the register already."""
        if self.kind not in PERSON_IN:
            return ""
        return likely_words(self.desk, typed, household=self.household.id)

    def place_of(self, refused: UserError) -> str:
        """The question a refusal stands beside."""
        if refused.code == "register.relations_needed":
            return "relation" if self.kind in PERSON_IN else "new_head"
        return _PLACES.get(refused.code, "")

    def do(self, typed: Typed, values: Mapping[str, Value]) -> None:
        """Record it. Raises RegisterError or VaultError."""
        label = f"{self.title}: {head_name(self.desk.vault, self.household.id)}"
        saved = self.desk.deeds.do(label, lambda: self._act(typed, values))
        self.changed = saved.changed
        leaver = typed.get("person", "") if self.kind in PERSON_OUT else ""
        self.findings = open_matters(self.desk.vault, self.household.id, leaver)

    def _own(self, typed: Typed) -> tuple[Asked, ...]:
        kind = self.kind
        if kind in PERSON_IN:
            return tuple(self._newcomer(key) for key in NEWCOMER)
        if kind in PERSON_OUT:
            return (self._choice("person", tr("Who?"), value=self.person), *self._heirs(typed))
        if kind == "head_changed":
            return self._head(typed, set(self.people))
        if kind == "split_off":
            return self._leavers(typed)
        if kind == "merged_into":
            return self._into(typed)
        if kind == "moved_out_village":
            spec = self.desk.vault.dictionary.field("movement", "other_household")
            words = tr("To which village? Name or code of twelve digits")
            return (Asked("other_scope", words, spec, required=True, find=self._villages),)
        return ()

    def _newcomer(self, key: str) -> Asked:
        needed = key in ("name", "relation") and not (key == "relation" and not self.people)
        return ask_field(self.desk, "person", key, required=needed)

    def _heirs(self, typed: Typed) -> tuple[Asked, ...]:
        """When the head leaves and others stay, the new head is part of the same step."""
        gone = self.people.get(typed.get("person") or self.person)
        if gone is None or gone.values.get("relation") != HEAD:
            return ()
        stay = set(self.people) - {gone.id}
        return self._head(typed, stay) if stay else ()

    def _head(
        self, typed: Typed, among: set[str], key: str = "new_head", words: str = ""
    ) -> tuple[Asked, ...]:
        now = {one for one in among if self.people[one].values.get("relation") == HEAD}
        asked = self._choice(key, words or tr("Who is the new head?"), among - now)
        head = typed.get(key, "")
        if head not in among:
            return (asked,)
        return (asked, *self._relations(among - {head}, str(self.people[head].values.get("name") or "")))

    def _relations(self, people: set[str], head: str) -> tuple[Asked, ...]:
        return tuple(
            ask_field(
                self.desk,
                "person",
                "relation",
                key=f"{RELATION}{one}",
                words=tr("What is {name} to {head}?", name=person.values.get("name") or "…", head=head),
                required=True,
            )
            for one, person in self.people.items()
            if one in people
        )

    def _leavers(self, typed: Typed) -> tuple[Asked, ...]:
        ticked = set(typed.get("people", "").split())
        asked: tuple[Asked, ...] = (
            self._choice("people", tr("Who leaves together?"), several=True),
            *(self._head(typed, ticked, words=tr("Who is the head of the new household?")) if ticked else ()),
        )
        stay = set(self.people) - ticked
        if ticked and stay and any(self.people[one].values.get("relation") == HEAD for one in ticked):
            asked += self._head(typed, stay, "stay_head", tr("Who is the head of those who stay?"))
        return asked

    def _into(self, typed: Typed) -> tuple[Asked, ...]:
        words = tr("Into which household?")
        asked = ask_field(
            self.desk, "movement", "other_household", words=words, required=True, find=self._households
        )
        other = typed.get("other_household", "")
        head = head_name(self.desk.vault, other) if other else ""
        return (asked, *(self._relations(set(self.people), head) if head else ()))

    def _common(self) -> tuple[Asked, ...]:
        desk = self.desk
        found = [ask_field(desk, "movement", "moved_on", required=True)]
        if self.kind in _REASONS:
            spec = desk.vault.dictionary.field(*_REASONS[self.kind])
            found.append(Asked("reason_code", tr("Which reason?"), spec))
        found += [ask_field(desk, "movement", key) for key in ("reason", "evidence", "evidence_file")]
        sources = tuple((name, source_words(name)) for name in SOURCES)
        found.append(Asked("source", tr("Where does it come from?"), choices=sources, value=SOURCES[0]))
        return tuple(found)

    def _choice(
        self, key: str, words: str, among: set[str] | None = None, *, several: bool = False, value: str = ""
    ) -> Asked:
        people = tuple(
            (one, str(person.values.get("name") or tr("No name yet")))
            for one, person in self.people.items()
            if among is None or one in among
        )
        return Asked(key, words, choices=people, several=several, required=True, value=value)

    def _suggested(self, typed: Typed) -> dict[str, str]:
        head = typed.get("new_head", "")
        if self.kind == "split_off" or head not in self.people:
            return {}
        told = suggest_relations(self.desk.vault, self.household.id, head)
        return {
            f"{RELATION}{one}": code
            for one, code in told.items()
            if code and not typed.get(f"{RELATION}{one}")
        }

    def _households(self, text: str) -> tuple[Choosable, ...]:
        hits = find(self.desk.vault, text, scope=self.household.scope, limit=8)
        found = {hit.household: hit for hit in hits if hit.household != self.household.id}
        return tuple(
            Choosable(one, head_name(self.desk.vault, one), hit.household_no) for one, hit in found.items()
        )

    def _villages(self, text: str) -> tuple[Choosable, ...]:
        found = (one for one in find_regions(self.desk.vault, text) if not one.code.endswith("000"))
        return tuple(
            Choosable(one.code, one.name, one.code) for one in found if one.code != self.household.scope
        )

    def _deed(self, typed: Typed, values: Mapping[str, Value]) -> Deed:
        told: dict[str, Any] = {
            key: str(values.get(key) or "")
            for key in ("moved_on", "reason_code", "reason", "evidence", "evidence_file")
        }
        return Deed(self.kind, **told, source=typed.get("source", ""), seen=self._seen)

    def _act(self, typed: Typed, values: Mapping[str, Value]) -> Saved | tuple[Saved, ...]:
        vault, home, deed = self.desk.vault, self.household.id, self._deed(typed, values)
        given = {
            key.removeprefix(RELATION): str(value)
            for key, value in values.items()
            if key.startswith(RELATION)
        }
        head = str(values.get("new_head") or "")
        if self.kind in PERSON_IN:
            person = {key: values[key] for key in NEWCOMER if key in values}
            return add_member(vault, home, person, deed)
        if self.kind in PERSON_OUT:
            return remove_member(vault, home, str(values["person"]), deed, new_head=head or None, given=given)
        if self.kind == "head_changed":
            return change_head(vault, home, head, given, deed)
        if self.kind == "split_off":
            people = str(values["people"]).split()
            stay = str(values.get("stay_head") or "") or None
            return split(vault, home, people, head, deed, given=given, stay_head=stay)
        if self.kind == "merged_into":
            return merge(vault, home, str(values["other_household"]), given, deed)
        if self.kind == "moved_out_village":
            return move_household(vault, home, str(values["other_scope"]), deed)
        return change_status(vault, home, deed)
