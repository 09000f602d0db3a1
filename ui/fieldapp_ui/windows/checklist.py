"""The exit checklist: a card for each criterion, missing facts recorded where they are missed, then the signatures.

The program shows, asks and records; it decides nothing, and it never says how much is missing to a line.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.standards.compiled import CompiledSet
from fieldapp.standards.outcome import Missing
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.checklist import Answering, ExitCheck
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.village import VillageView, read_village
from fieldapp_ui.language import tr
from fieldapp_ui.windows.criterion_card import CriterionCard
from fieldapp_ui.windows.house_sheet import SHEET, HouseSheet
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.recorder import Recorder
from fieldapp_ui.windows.signing import SigningPanel
from fieldapp_ui.windows.village_matrix import VillageMatrix

NO_STANDARD = "standards.no_set"


class ChecklistPage(Page):
    """`Place.record` is a household, `extra["year"]` the year; without a record, the whole village."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.exit = ExitCheck(desk, self)
        self.exit.changed.connect(self._show)
        self.recorder: Recorder | None = None
        self._asking: Missing | None = None
        self._source = "told"
        self._name = ""
        self._place: Place | None = None
        self._reading: Task | None = None
        self.sheet = HouseSheet(desk, self)
        self.sheet.asked.connect(self.ask)
        self.sheet.print_wanted.connect(self._print)
        self.signing.answered.connect(self._sign)
        self.matrix = VillageMatrix(desk.theme, self)
        self.matrix.household_chosen.connect(self._go)
        self.matrix.stop_wanted.connect(self._stop_reading)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self.sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.secondary = (command("checklist.village"), command("checklist.refresh"), command("print"))
        self.does = {
            "checklist.village": lambda: self._go(""),
            "checklist.refresh": self._again,
            "checklist.sign": self._first_to_sign,
            "print": lambda: self._print(SHEET),
        }

    @property
    def cards(self) -> Mapping[str, CriterionCard]:
        """The criteria in view, by id."""
        return self.sheet.cards

    @property
    def signing(self) -> SigningPanel:
        """Where the four parties answer."""
        return self.sheet.signing

    def title(self) -> str:
        """Whose exit is checked, and for which year."""
        words = tr("Exit checklist")
        return f"{words} · {self._name} · {self.exit.year}" if self._name else f"{words} · {self.exit.year}"

    def help_line(self) -> str:
        """How the page is used in the house."""
        return tr(
            "◌ means not known yet: press the button, ask, and record the answer. Then the parties sign."
        )

    def why_not(self, command_id: str) -> str:
        """Signing and printing are for one household."""
        if command_id in ("checklist.sign", "print") and self._stack.currentWidget() is not self.sheet:
            return tr("Choose a household first.")
        return ""

    def arrive(self, place: Place) -> None:
        """Checks the household, or the village, as soon as the standard is ready."""
        self.exit.year = int(place.extra["year"]) if place.extra.get("year") else self.exit.year
        self._asking = None
        self._drop_recorder()
        self._stop_reading()
        self._place = place
        self._name = head_name(self.desk.vault, place.record) if place.record else ""
        self._stack.setCurrentWidget(self.sheet if place.record else self.matrix)
        if not place.record:
            self.matrix.show_progress(0, 0)
        self.header_changed.emit()

        def check(compiled: CompiledSet) -> None:
            if self._place is not place:
                return
            self.exit.compiled = compiled
            if place.record:
                self._check(place.record)
            else:
                self._read_village(compiled)

        self.desk.standard.use(self.desk.tasks, self, check, self._refuse)

    def leave(self) -> bool:
        """A village that is still being read is not waited for."""
        self._stop_reading()
        return super().leave()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        """Something changed elsewhere; what is being recorded is left alone."""
        if self.recorder is None and self._stack.currentWidget() is self.sheet:
            self._again()

    def ask(self, missing: Missing) -> None:
        """Opens the input for a missing fact in its card."""
        facts = self.exit.asked(missing)
        if not facts:
            return
        self._asking = missing
        card_id = self._card_of(missing)
        self._show()
        desk = self.desk
        self.recorder = Recorder(
            facts, desk.vault.dictionary, desk.texts, desk.theme, self.exit.check, self._source, self
        )
        self.recorder.kept.connect(self._keep)
        self.recorder.given_up.connect(self._leave_open)
        self.cards[card_id].place.addWidget(self.recorder)
        self.recorder.show()
        self.recorder.begin()
        self.sheet.settle()
        self.sheet.bring(self.recorder)

    def _keep(self, values: Mapping[str, Value], source: str) -> None:
        missing = self._asking
        if missing is None:
            return
        card_id, self._source = self._card_of(missing), source
        try:
            # Until it is saved, what was typed stays where it is.
            self._asking = None
            self.exit.keep(missing, values, source)
        except UserError as refused:
            self._asking = missing
            self.sheet.say(refused.sentence(self.desk.texts.translate))
            return
        self._drop_recorder()
        self.saved.emit("")
        self.sheet.focus_in(card_id)

    def _leave_open(self) -> None:
        card_id = self._card_of(self._asking) if self._asking else ""
        self._asking = None
        self._drop_recorder()
        self._show()
        self.sheet.focus_in(card_id)

    def _drop_recorder(self) -> None:
        if self.recorder is not None:
            self.recorder.hide()
            self.recorder.deleteLater()
        self.recorder = None

    def _sign(self, answering: Answering) -> None:
        try:
            self.exit.sign(answering)
        except UserError as refused:
            self.signing.show_trouble(refused.sentence(self.desk.texts.translate))
            return
        self.signing.close_form()
        self.saved.emit(tr("Signature recorded"))

    def _check(self, household: str) -> None:
        try:
            self.exit.open(household, self.exit.year)
        except UserError as refused:
            self._refuse(refused)
            return
        self.sheet.focus_in(next(iter(self.cards), ""))

    def _show(self) -> None:
        checklist = self.exit.checklist
        if checklist is None:
            return
        asking = self._card_of(self._asking) if self._asking else ""
        incomes = (o.criterion.id for o in checklist.outcomes if self._asking and self.exit.is_income(o))
        self.sheet.show_checklist(checklist, asking, frozenset(incomes))
        self.signing.show_standings(
            self.exit.standings,
            self.exit.words,
            self.desk.today().isoformat(),
            self.exit.suggested_names(),
        )
        self.sheet.settle()
        self.header_changed.emit()

    def _card_of(self, missing: Missing) -> str:
        """The card that asked: the first that misses it."""
        checklist = self.exit.checklist
        for outcome in checklist.outcomes if checklist else ():
            if missing in outcome.missing:
                return outcome.criterion.id
        return ""

    def _first_to_sign(self) -> None:
        for standing in self.exit.standings:
            if standing.state == "open" or standing.changed_since:
                self.signing.openers[standing.party.id].click()
                self.sheet.settle()
                self.sheet.bring(self.signing)
                return

    def _again(self) -> None:
        if self._stack.currentWidget() is self.matrix:
            self.arrive(Place("checklist"))
            return
        try:
            self.exit.again()
        except UserError as refused:
            self._refuse(refused)

    def _read_village(self, compiled: CompiledSet) -> None:
        scope, year = self.desk.scope.code, self.exit.year
        self._reading = self.desk.tasks.start_with_vault(
            lambda vault, handle: read_village(vault, scope, year, compiled, handle),
            owner=self,
            done=self._show_village,
            failed=self._refuse,
        )
        self._reading.progressed.connect(lambda done, total, _: self.matrix.show_progress(done, total))

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._place = self._reading = None
        self.matrix.show_stopped()

    def _show_village(self, view: VillageView) -> None:
        self._reading = None
        outcomes = view.checks[0].outcomes if view.checks else ()
        titles = [self.exit.words(outcome.criterion.title) for outcome in outcomes]
        self.matrix.show_checks(view.checks, view.names, titles)

    def _refuse(self, refused: UserError) -> None:
        self._stop_reading()
        if refused.code == NO_STANDARD:
            words = tr(
                "No exit criteria are in this register. Ask the township or the county for their content pack."
            )
        else:
            words = refused.sentence(self.desk.texts.translate)
        self.matrix.show_trouble(words)
        self._stack.setCurrentWidget(self.matrix)
        self.header_changed.emit()

    def _print(self, name: str) -> None:
        from fieldapp_ui.windows.printing import preview_paper

        if self.exit.checklist is not None:
            preview_paper(self.desk, name, self.exit.checklist.household, self.exit.year, self)

    def _go(self, household: str) -> None:
        self.went.emit(Place("checklist", household, extra={"year": str(self.exit.year)}))
