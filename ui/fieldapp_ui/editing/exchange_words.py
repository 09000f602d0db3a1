"""What an import says to people: fields, guesses and how sure they are, findings, changed cells, villages."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.errors import Finding
from fieldapp.journal.commit import Value
from fieldapp.register.mapping import (
    HEAD_ID_NO,
    HEAD_NAME,
    RECORD_ID,
    SCOPE,
    SURE,
    VILLAGE_NAME,
    Column,
    Target,
    targets_of,
)
from fieldapp.register.values import to_text
from fieldapp.store.exchange.planned import CellChange
from fieldapp.store.field_rights import shown, visible
from fieldapp.store.permissions import may_read
from fieldapp.store.region_codes import present_codes
from fieldapp.store.regions import villages
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.views import Choice
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import Tone

LIKELY = 0.7


class ExchangeWords:
    """Asks dictionary and register once for what many rows say."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._dictionary = desk.vault.dictionary
        self._names = {one.code: one.name for one in villages(desk.vault)}
        self._codes = present_codes(desk.vault)

    def list(self, name: str) -> str:
        """What a list is called."""
        one = self._dictionary.lists[name]
        return self._desk.texts.pick(one.zh_hans, one.zh_hant, one.en)

    def lists(self) -> Sequence[Choice]:
        """Every list this role reads and that has fields of its own, by its name."""
        vault, fields = self._desk.vault, self._dictionary.fields
        names = (name for name in self._dictionary.lists if fields.get(name) and may_read(vault, name))
        return [Choice(name, self.list(name)) for name in names]

    def target(self, target: Target, list_name: str = "") -> str:
        """A field in words, with its list where it is not the one at hand."""
        words = self._plain(target)
        return words if target.list == list_name else f"{words} · {self.list(target.list)}"

    def choices(self, list_name: str) -> Sequence[Choice]:
        """Every field a column may be, the list's own first."""
        found = []
        for target in targets_of(self._dictionary, list_name):
            known = self._dictionary.has_field(*target)
            if not known or visible(self._desk.vault, self._dictionary.field(*target)):
                found.append(Choice(str(target), self._plain(target), self.list(target.list)))
        return found

    def village(self, scope: str) -> str:
        """A village by its name, else by the code it goes by now."""
        return self._names.get(scope) or self._codes.get(scope, scope)

    def village_choices(self) -> Sequence[Choice]:
        """Every village of the worker."""
        return [Choice(code, name or code, self._codes.get(code, code)) for code, name in self._names.items()]

    def finding(self, finding: Finding) -> str:
        """A finding as a sentence."""
        return finding.sentence(self._desk.texts.translate)

    def field(self, change: CellChange) -> str:
        """The field of a changed cell."""
        return self._plain(Target(change.list, change.key))

    def value(self, change: CellChange, value: Value, *, ours: bool) -> str:
        """A value in words; what stands in the register is masked as the role is shown it."""
        if value is None:
            return "—"
        spec = self._dictionary.field(change.list, change.key)
        text = to_text(spec, value, self._dictionary, self._desk.texts)
        return shown(self._desk.vault, spec, text)[0] if ours else text

    def _plain(self, target: Target) -> str:
        special = {
            RECORD_ID: tr("Mark of the record"),
            SCOPE: tr("Village code"),
            VILLAGE_NAME: tr("Village name"),
            HEAD_NAME: tr("Name of the head"),
            HEAD_ID_NO: tr("Number of the head"),
        }
        if target.key in special and not self._dictionary.has_field(*target):
            return special[target.key]
        if not self._dictionary.has_field(*target):
            return str(target)
        spec = self._dictionary.field(*target)
        return self._desk.texts.pick(spec.zh_hans, spec.zh_hant, spec.en)


def confidence_words(column: Column) -> tuple[str, Tone]:
    """How sure a column is, with its mark and colour."""
    if column.target is None:
        return f"— {tr('passed over')}", "soft"
    if column.confidence >= SURE:
        return f"✓ {tr('sure')}", "met"
    if column.confidence >= LIKELY:
        return f"◌ {tr('likely')}", "unknown"
    return f"◌ {tr('please confirm')}", "unknown"


def kind_words(kind: str) -> str:
    """What would become of a row."""
    return {
        "new": tr("New"),
        "changed": tr("Changed"),
        "same": tr("The same"),
        "refused": tr("Refused"),
    }[kind]


def severity_words(finding: Finding) -> tuple[str, Tone]:
    """An error that is passed over, a warning, a repair; with its mark."""
    if finding.severity == "error":
        return f"✕ {tr('passed over')}", "not_met"
    if finding.severity == "warning":
        return f"! {tr('look at it')}", "unknown"
    return f"✓ {tr('mended')}", "soft"
