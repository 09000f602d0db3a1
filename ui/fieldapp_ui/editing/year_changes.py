"""What changed since a snapshot, or between two: a line for each field, with names, who wrote it and when, masked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.journal.commit import Value
from fieldapp.register.freezing import Difference
from fieldapp.register.values import to_text
from fieldapp.store.field_rights import shown
from fieldapp.store.records import record
from fieldapp.store.years.frozen_years import Correction, compare_snapshots, drift, read_snapshot
from fieldapp.store.years.year_end import Figures
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.origins import origin_words
from fieldapp_ui.editing.quality import household_of
from fieldapp_ui.editing.references import record_words, reference_words
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault


@dataclass(frozen=True)
class Changes:
    """From a version to another or to now: the figures of both, and each difference with who wrote it (if now)."""

    before: Figures
    after: Figures
    lines: tuple[Correction, ...]


@dataclass(frozen=True)
class ChangeWords:
    """A difference in words. `before` and `after` are "—" where nothing stood."""

    who: str
    what: str
    before: str
    after: str
    by: str


def read_changes(vault: Vault, version: str, other: str) -> Changes:
    """What differs from a version to the `other`, or to the register now. Raises as `read_snapshot`."""
    if not other:
        found = drift(vault, version)
        return Changes(found.frozen, found.now, found.corrections)
    a, b = read_snapshot(vault, version), read_snapshot(vault, other)
    lines = tuple(Correction(one, None) for one in compare_snapshots(a, b))
    return Changes(a.figures, b.figures, lines)


class ChangeReading:
    """The words of differences, one at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def words(self, line: Correction) -> ChangeWords:
        """One difference as a worker reads it."""
        one = line.difference
        by = origin_words(line.origin, self._desk.vault.replica)
        if not one.field:
            there, gone = tr("in the register"), "—"
            before, after = (there, gone) if one.after is None else (gone, there)
            return ChangeWords(self._who(one), self._list(one.list), before, after, by)
        return ChangeWords(
            self._who(one), self._field(one), self._value(one, one.before), self._value(one, one.after), by
        )

    def place(self, line: Correction) -> Place | None:
        """The card where it stands now; None for what is not here any more."""
        one = line.difference
        household = household_of(self._desk.vault, one.list, one.record)
        if household and record(self._desk.vault, "household", household) is not None:
            return Place("household", household, one.list, one.field)
        if record(self._desk.vault, one.list, one.record) is not None:
            return Place("record", one.record, one.list, one.field)
        return None

    def _who(self, one: Difference) -> str:
        vault = self._desk.vault
        found = record(vault, one.list, one.record)
        if found is None:
            return tr("not here any more")
        household = household_of(vault, one.list, one.record)
        head = head_name(vault, household) if household else ""
        person = str(found.values.get("person") or "")
        if person and one.list != "movement" and (whole := record(vault, "person", person)) is not None:
            own = record_words(vault, whole, self._desk.texts)
        else:
            own = record_words(vault, found, self._desk.texts)
        return " › ".join(dict.fromkeys(word for word in (head, own) if word)) or self._list(one.list)

    def _field(self, one: Difference) -> str:
        if one.field == "ended_on":
            return f"{self._list(one.list)} · {tr('ended on')}"
        if one.field == "ended_reason":
            return f"{self._list(one.list)} · {tr('reason of the end')}"
        if not self._desk.vault.dictionary.has_field(one.list, one.field):
            return f"{self._list(one.list)} · {one.field}"
        spec = self._desk.vault.dictionary.field(one.list, one.field)
        return self._desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)

    def _value(self, one: Difference, value: Value) -> str:
        if value is None:
            return "—"
        vault, texts = self._desk.vault, self._desk.texts
        if not vault.dictionary.has_field(one.list, one.field):
            return str(value)
        spec = vault.dictionary.field(one.list, one.field)
        if spec.type == "ref":
            return reference_words(vault, spec, str(value), texts)
        return shown(vault, spec, to_text(spec, value, vault.dictionary, texts))[0] or "＊"

    def _list(self, name: str) -> str:
        spec = self._desk.vault.dictionary.lists[name]
        return self._desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
