"""The exit checklist of one household: what each criterion answers, recording what is missing, the signatures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.casework.parties import HOUSEHOLD, VILLAGE_HEAD
from fieldapp.casework.sign_off import Standing
from fieldapp.errors import Finding
from fieldapp.journal.commit import Value, Vector
from fieldapp.register.checks import entered_value
from fieldapp.standards.outcome import Checklist, Missing, Outcome
from fieldapp.store.checking import check_household
from fieldapp.store.files.attachments import put
from fieldapp.store.records import record, rows
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.signing import sign, sign_off
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.facts import Fact, shown_text
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.standards.compiler import CompiledSet

# A new record is asked for with the fields of its own that a worker can say at once.
_FILES = ("file", "ref")
MOST_ASKED = 8


@dataclass(frozen=True)
class Answering:
    """One party's answer as it is recorded. `image` is a PNG when it was drawn on the screen."""

    party: str
    name: str
    signed_on: str
    agrees: bool
    reason: str = ""
    mode: str = "paper"
    image: bytes = b""


class ExitCheck(QObject):
    """Signals: `changed()` the checklist and the signatures were read anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.compiled: CompiledSet | None = None
        self._seen: Vector = {}
        self.year = desk.today().year
        self.checklist: Checklist | None = None
        self.standings: tuple[Standing, ...] = ()

    def open(self, household: str, year: int) -> None:
        """Checks a household by the `compiled` standard. Raises RegisterError for one that is not here."""
        self.year = year
        self._seen = {}
        self.checklist = check_household(self._desk.vault, household, year, compiled=self.compiled)
        self.standings = sign_off(self._desk.vault, self.checklist)
        self.changed.emit()

    def again(self) -> None:
        """Checks the same household again."""
        if self.checklist is not None:
            self.open(self.checklist.household, self.year)

    def asked(self, missing: Missing) -> tuple[Fact, ...]:
        """What the worker is asked for a missing thing: the fact itself, or the fields of the record that is not there.

        Empty where nobody in the house can answer: the county's line.
        """
        if missing.reason == "line":
            return ()
        checklist = self.checklist
        self._seen = seen_of(self._desk.vault, checklist.scope) if checklist is not None else {}
        dictionary = self._desk.vault.dictionary
        if missing.record is not None:
            return (self._fact(missing, missing.key),)
        specs = [spec for spec in dictionary.stored_fields(missing.list) if spec.type not in _FILES]
        return tuple(self._fact(missing, spec.key) for spec in specs[:MOST_ASKED])

    def check(self, fact: Fact, typed: str) -> Value | Finding:
        """The stored value of typed text, or what is wrong with it."""
        today = self._desk.today().isoformat()
        return entered_value(fact.spec, typed, self._desk.vault.dictionary, today=today)

    def keep(self, missing: Missing, values: Mapping[str, Value], source: str) -> Saved:
        """Keeps what was asked, and checks again. Raises RegisterError, VaultError."""
        checklist = self.checklist
        if checklist is None:
            raise RuntimeError("no household is being checked")
        change = self._change(
            missing, {key: value for key, value in values.items() if value is not None}, source
        )
        vault, seen = self._desk.vault, self._seen
        words = tr("{field}: {name}", field=self.label(missing), name=missing.name)
        label = words if missing.name else self.label(missing)
        saved = self._desk.deeds.do(
            label, lambda: save(vault, checklist.scope, "edit", [change], seen=seen, label=label)
        )
        self.again()
        return saved

    def sign(self, answering: Answering) -> Saved:
        """Records a party's answer to what is shown. Raises RegisterError with what is missing."""
        shown, vault = self.checklist, self._desk.vault
        if shown is None:
            raise RuntimeError("no household is being checked")
        image = put(vault, answering.image) if answering.image else ""
        saved = sign(
            vault,
            shown.household,
            shown.year,
            shown=shown,
            party_id=answering.party,
            signer_name=answering.name,
            signed_on=answering.signed_on,
            agrees=answering.agrees,
            mode=answering.mode,
            refuse_reason=answering.reason,
            image=image,
        )
        self._desk.deeds.tell(saved.changed, tr("Signature recorded"))
        self.again()
        return saved

    def suggested_names(self) -> dict[str, str]:
        """Who is likely to sign for a party, as far as the register knows: the village head, the household's head."""
        if self.checklist is None:
            return {}
        vault = self._desk.vault
        villages = rows(vault, "village", self.checklist.scope, limit=1)
        found = {
            VILLAGE_HEAD.id: villages[0].values.get("head_name") if villages else None,
            HOUSEHOLD.id: head_name(vault, self.checklist.household),
        }
        return {party: str(name) for party, name in found.items() if name}

    def label(self, missing: Missing) -> str:
        """The field's name in the worker's language."""
        return self._desk.texts.pick(*missing.label)

    def words(self, text: tuple[str, str, str]) -> str:
        """One of three languages."""
        return self._desk.texts.pick(*text)

    def is_income(self, outcome: Outcome) -> bool:
        """Whether a criterion stands on the income line: its figures are put away while an income is being entered."""
        return any(need == ":line" for needs in outcome.criterion.needs for need in needs.facts)

    def _fact(self, missing: Missing, key: str) -> Fact:
        vault = self._desk.vault
        spec = vault.dictionary.field(missing.list, key)
        kept = record(vault, missing.list, missing.record) if missing.record else None
        value = kept.values.get(key) if kept else None
        shown, masked = shown_text(spec, value, vault.dictionary, self._desk.texts, vault)
        year = missing.year or None
        return Fact(spec, kept.id if kept else "", missing.parent, year, value, shown, masked, True, True)

    def _change(self, missing: Missing, values: Mapping[str, Value], source: str) -> Change:
        vault = self._desk.vault
        if missing.record and record(vault, missing.list, missing.record) is not None:
            return Change(missing.list, missing.record, "set", values, source)
        spec = vault.dictionary.lists[missing.list]
        keys: dict[str, Value] = {spec.parent: missing.parent}
        if spec.key_by == "year":
            keys["year"] = missing.year
        return Change(missing.list, None, "add", {**keys, **values}, source)
