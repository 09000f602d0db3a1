"""Open conflicts in words: whose record, which fields, each value with who, when and where; a choice is a deed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from fieldapp.journal.commit import Value
from fieldapp.journal.merge import ENDED
from fieldapp.register.values import to_text
from fieldapp.store.conflicts import Conflict, Side, conflicts, resolve
from fieldapp.store.field_rights import showing
from fieldapp.store.records import record
from fieldapp.store.unmask import unmask
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.facts import shown_text
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.language import tr


@dataclass(frozen=True)
class Column:
    """One value to choose: a heading (mine, theirs, before), the value of each field as (label, words), who and when."""

    heading: str
    values: tuple[tuple[str, str], ...]
    worker: str
    when: str
    device: str


@dataclass(frozen=True)
class Contest:
    """A conflict to show. `columns` are the sides, then the value before; `household` is "" for a village's record;
    `masked` are the keys of the fields whose figures are not shown."""

    conflict: Conflict
    title: str
    place: str
    columns: tuple[Column, ...]
    household: str
    masked: tuple[str, ...] = ()


class ConflictDesk(QObject):
    """Signals: `changed()` the list of open conflicts was read anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.contests: tuple[Contest, ...] = ()
        self._revealed: set[str] = set()

    def load(self) -> None:
        """Reads the open conflicts of the worker's villages."""
        self.contests = tuple(self._contest(conflict) for conflict in conflicts(self._desk.vault))
        self.changed.emit()

    def reveal(self, contest: Contest, reason: str) -> None:
        """Shows the masked values of one conflict in full; the reason is kept. Raises RegisterError without one."""
        conflict = contest.conflict
        for key in contest.masked:
            unmask(self._desk.vault, conflict.list, conflict.record, key, reason)
        self._revealed.add(conflict.id)
        self.load()

    def hide(self) -> None:
        """Masks everything again."""
        self._revealed.clear()

    def choose(self, contest: Contest, place: int) -> None:
        """Takes the value of a column (from 0). The others stay in the history. Raises RegisterError."""
        sides = contest.conflict.sides
        values = (
            sides[self._order(sides)[place]].values if place < len(sides) else contest.conflict.before_values
        )
        words = tr("Decided: {what}", what=contest.title)
        self._desk.deeds.do(words, lambda: resolve(self._desk.vault, contest.conflict, values))
        self.load()

    def _contest(self, conflict: Conflict) -> Contest:
        sides = conflict.sides
        columns = [self._side(conflict, sides[at], sides) for at in self._order(sides)]
        before = Column(tr("Before"), self._words(conflict, conflict.before_values), "", "", "")
        household, name = self._of_whom(conflict)
        return Contest(
            conflict,
            f"{name} · {self._cell(conflict)}",
            name,
            (*columns, before),
            household,
            self._masked(conflict),
        )

    def _masked(self, conflict: Conflict) -> tuple[str, ...]:
        if conflict.id in self._revealed:
            return ()
        dictionary = self._desk.vault.dictionary
        told = [side.values for side in conflict.sides] + [conflict.before_values]
        keys = dict.fromkeys(key for values in told for key, value in values.items() if value)
        return tuple(
            key
            for key in keys
            if dictionary.has_field(conflict.list, key)
            and showing(self._desk.vault, dictionary.field(conflict.list, key)) != "whole"
        )

    def _order(self, sides: tuple[Side, ...]) -> list[int]:
        return sorted(range(len(sides)), key=lambda at: not sides[at].mine)

    def _side(self, conflict: Conflict, side: Side, sides: tuple[Side, ...]) -> Column:
        others = sum(not other.mine for other in sides)
        theirs = tr("Theirs") if others == 1 else side.worker or tr("Theirs")
        device = tr("this device") if side.mine else tr("device {name}", name=side.replica[:6])
        return Column(
            tr("Mine") if side.mine else theirs,
            self._words(conflict, side.values),
            side.worker,
            _when(side.time_ms),
            device,
        )

    def _words(self, conflict: Conflict, values: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
        if conflict.field == ENDED:
            ended = values.get("ended_on")
            words = tr("Ended on {date}", date=ended) if ended else tr("Goes on")
            reason = str(values.get("ended_reason") or "")
            return (("", f"{words}: {reason}" if ended and reason else words),)
        dictionary, out = self._desk.vault.dictionary, []
        for key, value in values.items():
            if not dictionary.has_field(conflict.list, key):
                out.append((key, str(value or "")))
                continue
            spec = dictionary.field(conflict.list, key)
            label = self._desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
            if conflict.id in self._revealed:
                shown = to_text(spec, value, dictionary, self._desk.texts)
            else:
                shown, _ = shown_text(spec, value, dictionary, self._desk.texts, self._desk.vault)
            out.append((label, shown or tr("not known")))
        return tuple(out)

    def _cell(self, conflict: Conflict) -> str:
        dictionary = self._desk.vault.dictionary
        if conflict.field == ENDED:
            return tr("ended by one, edited by another")
        keys = list(conflict.before_values) or [conflict.field]
        labels = []
        for key in keys[:3]:
            if dictionary.has_field(conflict.list, key):
                spec = dictionary.field(conflict.list, key)
                labels.append(self._desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en))
        more = " …" if len(keys) > len(labels) > 0 else ""
        return "、".join(labels) + more if labels else conflict.field

    def _of_whom(self, conflict: Conflict) -> tuple[str, str]:
        """The household and the name that stands for the record."""
        vault, list_name = self._desk.vault, conflict.list
        found = record(vault, list_name, conflict.record)
        names: list[str] = []
        household = ""
        while found is not None:
            if list_name == "household":
                household = found.id
                names.insert(0, head_name(vault, found.id) or str(found.values.get("household_no") or ""))
                break
            spec = vault.dictionary.lists[list_name]
            title = found.values.get(spec.title_field) if spec.title_field else None
            year = found.values.get("year")
            if title or year:
                names.insert(0, str(title or year))
            list_name = spec.parent
            found = record(vault, list_name, str(found.values.get(list_name))) if list_name else None
        spec = vault.dictionary.lists[conflict.list]
        kind = self._desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)
        return household, " · ".join(dict.fromkeys(name for name in names if name)) or kind


def _when(time_ms: int) -> str:
    if not time_ms:
        return ""
    return datetime.fromtimestamp(time_ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
