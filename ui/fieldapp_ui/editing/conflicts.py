"""Open conflicts in words: whose record, which fields, each value with who, when and where; a choice is a deed.

Fields that merge as one group stand in one order in every column; where there are many, only those that differ are told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.journal.merge import ENDED
from fieldapp.register.values import to_text
from fieldapp.store.conflicts import Conflict, Side, conflicts, resolve
from fieldapp.store.field_rights import showing
from fieldapp.store.records import record
from fieldapp.store.save import Saved
from fieldapp.store.unmask import unmask
from fieldapp.store.vault import Vault
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.facts import shown_text
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.movement_kinds import end_words
from fieldapp_ui.language import tr

WHOLE_GROUP = 4
"""A group of at most so many fields is shown whole, of a larger one what differs."""


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
    `masked` are the keys of the fields whose figures are not shown; `alike` fields of the group say the same in every
    column and are left out of them; `differs` are the places in a column whose values are not the same in all."""

    conflict: Conflict
    title: str
    place: str
    columns: tuple[Column, ...]
    household: str
    masked: tuple[str, ...] = ()
    alike: int = 0
    differs: frozenset[int] = frozenset()

    @property
    def mine(self) -> int | None:
        """The place of the column that was written here."""
        return next((at for at in range(self._sides) if self.conflict.sides[self.order[at]].mine), None)

    @property
    def theirs(self) -> int | None:
        """The place of the only column that was written elsewhere; None where there are several or none."""
        others = [at for at in range(self._sides) if not self.conflict.sides[self.order[at]].mine]
        return others[0] if len(others) == 1 else None

    @property
    def order(self) -> tuple[int, ...]:
        """The sides in the order of the columns: mine first."""
        sides = self.conflict.sides
        return tuple(sorted(range(len(sides)), key=lambda at: not sides[at].mine))

    @property
    def _sides(self) -> int:
        return len(self.conflict.sides)

    def reads_like(self, other: Contest) -> bool:
        """Whether both show the same words of the same conflict."""
        return (self.conflict.id, self.title, self.columns) == (other.conflict.id, other.title, other.columns)


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
        values = sides[contest.order[place]].values if place < len(sides) else contest.conflict.before_values
        words = tr("Decided: {what}", what=contest.title)
        vault, conflict = self._desk.vault, contest.conflict
        self._desk.deeds.do(
            words, lambda: resolve(vault, conflict, values), lambda: _resolve_again(vault, conflict, values)
        )
        self.load()

    def _contest(self, conflict: Conflict) -> Contest:
        household, name = self._of_whom(conflict)
        bare = Contest(
            conflict, f"{name} · {self._cell(conflict)}", name, (), household, self._masked(conflict)
        )
        keys = self._told_keys(conflict)
        columns = [self._side(conflict, conflict.sides[at], keys) for at in bare.order]
        before = Column(tr("Before"), self._words(conflict, conflict.before_values, keys), "", "", "")
        return replace(
            bare,
            columns=(*columns, before),
            alike=len(conflict.before_values) - len(keys) if conflict.field != ENDED else 0,
            differs=_differing([column.values for column in (*columns, before)]),
        )

    def _told_keys(self, conflict: Conflict) -> tuple[str, ...]:
        """The fields to show, in the dictionary's order: a small group whole, of a large one what differs."""
        dictionary = self._desk.vault.dictionary
        told = [side.values for side in conflict.sides] + [conflict.before_values]
        keys = tuple(dict.fromkeys(key for values in told for key in values))
        order = [spec.key for spec in dictionary.fields.get(conflict.list, ())]
        keys = tuple(sorted(keys, key=lambda key: order.index(key) if key in order else len(order)))
        if len(keys) <= WHOLE_GROUP:
            return keys
        return tuple(key for key in keys if len({values.get(key) for values in told}) > 1) or keys

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

    def _side(self, conflict: Conflict, side: Side, keys: tuple[str, ...]) -> Column:
        others = [other for other in conflict.sides if not other.mine]
        theirs = tr("Theirs") if len(others) == 1 else side.worker or tr("Theirs")
        # A name tells people apart; only somebody with two computers needs more.
        again = sum(other.worker == side.worker for other in conflict.sides) > 1
        elsewhere = tr("another computer") if again or not side.worker else ""
        return Column(
            tr("Mine") if side.mine else theirs,
            self._words(conflict, side.values, keys),
            side.worker,
            _when(side.time_ms),
            tr("this device") if side.mine else elsewhere,
        )

    def _words(
        self, conflict: Conflict, values: Mapping[str, Value], keys: tuple[str, ...]
    ) -> tuple[tuple[str, str], ...]:
        if conflict.field == ENDED:
            ended = values.get("ended_on")
            reason = end_words(self._desk, str(values.get("ended_reason") or ""))
            when = tr("Ended on {date}", date=ended) if ended else tr("Goes on")
            return (("", when), (tr("Reason"), reason)) if ended and reason else (("", when),)
        dictionary, out = self._desk.vault.dictionary, []
        for key in keys:
            value = values.get(key)
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
        known = [spec for spec in dictionary.fields.get(conflict.list, ()) if spec.key in keys]
        if len(known) > WHOLE_GROUP:
            whole = dictionary.lists[conflict.list]
            return self._desk.texts.pick(whole.zh_hans, whole.zh_hant, whole.en)
        labels = [self._desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en) for spec in known]
        return tr(", ").join(labels) or conflict.field

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


def _resolve_again(vault: Vault, conflict: Conflict, values: Mapping[str, Value]) -> Saved:
    """The same choice once more, on the conflict as it stands again."""
    standing = next((one for one in conflicts(vault) if one.id == conflict.id), None)
    if standing is None:
        raise RegisterError(
            "undo.changed_since", "Somebody has changed this since. Look at it and correct it by hand."
        )
    return resolve(vault, standing, values)


def _differing(columns: list[tuple[tuple[str, str], ...]]) -> frozenset[int]:
    rows = range(max((len(column) for column in columns), default=0))
    return frozenset(at for at in rows if len({column[at : at + 1] for column in columns}) > 1)


def _when(time_ms: int) -> str:
    if not time_ms:
        return ""
    return datetime.fromtimestamp(time_ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
