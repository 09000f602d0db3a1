"""Differences with other people's lists as a worker reads them: by field, one line each, and where Enter goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fieldapp.register.comparison import stored
from fieldapp.register.values import to_text
from fieldapp.store.comparison.kept import KeptDifference, KeptList, Whom, whom
from fieldapp.store.field_rights import shown
from fieldapp.store.regions import villages
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.language import tr

OWN_CARD = ("household", "household_year", "income_sheet", "person", "person_year")


@dataclass(frozen=True)
class DifferenceGroup:
    """The differences of one field, or of the rows that only one side has. `key` is "side/list/field"."""

    key: str
    words: str
    all: tuple[KeptDifference, ...]

    @property
    def open(self) -> tuple[KeptDifference, ...]:
        """Those nobody has decided."""
        return tuple(one for one in self.all if one.is_open)


def kind_words(kind: str) -> str:
    """Where a list comes from."""
    return {
        "dibao": tr("Subsistence allowance"),
        "national": tr("National system"),
        "department": tr("Department"),
    }[kind]


def decision_words(decision: str) -> str:
    """A decision with its mark."""
    return {
        "": "",
        "ours": f"✓ {tr('ours kept')}",
        "theirs": f"✓ {tr('theirs taken')}",
        "both_wrong": f"✓ {tr('both wrong')}",
        "not_in_list": f"✓ {tr('not in the list')}",
        "not_in_register": f"✓ {tr('not in the register')}",
        "later": f"◌ {tr('later')}",
    }.get(decision, decision)


def day_before_export(lists: Sequence[KeptList], fallback: str) -> str:
    """The day before the newest export of the national system, else `fallback`: what changed on the very day of the
    export may have come after it, and is better asked twice than lost."""
    newest = max((one.taken_on for one in lists if one.kind == "national"), default="")
    return (date.fromisoformat(newest) - timedelta(days=1)).isoformat() if newest else fallback


class DifferenceWords:
    """Asks dictionary and register for what the lines say."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reading = FactReading(desk)
        self._whom: Mapping[str, Whom] = {}
        self._villages = {one.code: one.name or one.code for one in villages(desk.vault)}

    def groups(self, found: Sequence[KeptDifference]) -> tuple[DifferenceGroup, ...]:
        """By field in the order of the dictionary; rows that only one side has come last."""
        groups: dict[str, list[KeptDifference]] = {}
        for one in found:
            side = "" if one.field else one.side
            groups.setdefault(f"{side}/{one.subject.list}/{one.field}", []).append(one)
        made = [DifferenceGroup(key, self._group_words(own[0]), tuple(own)) for key, own in groups.items()]
        return tuple(sorted(made, key=lambda group: (not group.open, group.all[0].field == "", group.key)))

    def learn(self, found: Sequence[KeptDifference]) -> None:
        """Read at once whom these lines are about."""
        self._whom = whom(self._desk.vault, found)

    def who(self, one: KeptDifference) -> str:
        """The household's head with the member; for a row nobody here is of, what the list says."""
        if not one.subject.household and not one.subject.person:
            return one.theirs
        known = self._whom.get(one.id, Whom())
        if known.person and known.head and known.person != known.head:
            return f"{known.head} › {known.person}"
        return known.head or known.person or one.ours or tr("No head yet")

    def number(self, one: KeptDifference) -> str:
        """The household's number."""
        return self._whom.get(one.id, Whom()).household_no

    def village(self, scope: str) -> str:
        """The village's name."""
        return self._villages.get(scope, scope)

    def value(self, one: KeptDifference, text: str) -> str:
        """A value in words, behind its mask; a dash for none."""
        dictionary = self._desk.vault.dictionary
        if not one.field or not dictionary.has_field(one.subject.list, one.field):
            return text or "—"
        spec = dictionary.field(one.subject.list, one.field)
        try:
            words = to_text(spec, stored(spec, text), dictionary, self._desk.texts)
        except ValueError:
            words = text
        return shown(self._desk.vault, spec, words)[0] or "—"

    def place(self, one: KeptDifference) -> Place | None:
        """The very field, on the card of its household; None where the register has neither."""
        subject = one.subject
        extra = {"year": str(subject.year)} if subject.year is not None else {}
        if subject.list in OWN_CARD or not subject.record:
            if not subject.household:
                return None
            if subject.person:
                extra["person"] = subject.person
            return Place("household", subject.household, subject.list, one.field, extra)
        return Place("record", subject.record, subject.list, one.field, extra)

    def _group_words(self, one: KeptDifference) -> str:
        name = self._reading.list_words(one.subject.list)
        if not one.field:
            words = tr("Only in the list") if one.side == "only_theirs" else tr("Only in the register")
            return f"{words}: {name}"
        dictionary = self._desk.vault.dictionary
        if not dictionary.has_field(one.subject.list, one.field):
            return f"{name} · {one.field}"
        return self._reading.label(dictionary.field(one.subject.list, one.field))
