"""The exit checklist: a card for each criterion, missing facts recorded where they are missed, then the signatures.

The program shows, asks and records; it decides nothing, and it never says how much is missing to a line.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.journal.commit import Value
from fieldapp.standards.outcome import Missing
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.checklist import Answering, ExitCheck
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.language import tr
from fieldapp_ui.windows.criterion_card import CriterionCard
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.parts import button, column, emptied, label, scrolling
from fieldapp_ui.windows.recorder import Recorder
from fieldapp_ui.windows.signing import SigningPanel
from fieldapp_ui.windows.verdicts import bar_words
from fieldapp_ui.windows.village_matrix import VillageMatrix

PANEL_WIDTH = 320
NARROW = 860
WIDEST = 760
SHEET, CARD = "exit-checklist", "household-card"


class ChecklistPage(Page):
    """`Place.record` is a household, `extra["year"]` the year; without a record, the whole village."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.exit = ExitCheck(desk, self)
        self.exit.changed.connect(self._show)
        self.cards: dict[str, CriterionCard] = {}
        self.recorder: Recorder | None = None
        self._asking: Missing | None = None
        self._source = "told"
        self._name = ""
        self._bar = QHBoxLayout()
        self._bar.setSpacing(desk.theme.px(24))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(desk.theme.px(8))
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        self.signing = SigningPanel(desk.theme, desk.vault.worker.name, self)
        self.signing.answered.connect(self._sign)
        self.matrix = VillageMatrix(desk.theme, self)
        self.matrix.household_chosen.connect(
            lambda household: self.went.emit(
                Place("checklist", household, extra={"year": str(self.exit.year)})
            )
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self._household_page())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.secondary = (command("checklist.village"), command("checklist.refresh"), command("print"))
        self.does = {
            "checklist.village": lambda: self.went.emit(
                Place("checklist", extra={"year": str(self.exit.year)})
            ),
            "checklist.refresh": self._again,
            "checklist.sign": self._first_to_sign,
            "print": lambda: self._print(SHEET),
        }

    def title(self) -> str:
        """Whose exit is checked, and for which year."""
        words = tr("Exit checklist")
        return f"{words} · {self._name} · {self.exit.year}" if self._name else f"{words} · {self.exit.year}"

    def help_line(self) -> str:
        """How the page is used in the house."""
        return tr(
            "◌ means not known yet: press the button, ask, and record the answer. Then the parties sign."
        )

    def arrive(self, place: Place) -> None:
        """Checks the household, or the village."""
        year = int(place.extra["year"]) if place.extra.get("year") else self.exit.year
        self._asking = None
        self._drop_recorder()
        try:
            if place.record:
                self._name = head_name(self.desk.vault, place.record)
                self.exit.open(place.record, year)
                self._stack.setCurrentIndex(1)
                self._focus_first()
            else:
                self._name = ""
                self._show_village(year)
        except UserError as refused:
            self._say(refused.sentence(tr))
        self.header_changed.emit()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        """Something changed elsewhere; what is being recorded is left alone."""
        if self.recorder is None and self._stack.currentIndex() == 1:
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
        # Only once the card has grown is there a place to scroll to.
        recorder = self.recorder
        QTimer.singleShot(0, recorder, lambda: self._bring(recorder))

    def _keep(self, values: Mapping[str, Value], source: str) -> None:
        missing = self._asking
        if missing is None:
            return
        card_id, self._source = self._card_of(missing), source
        self._asking = None
        self._drop_recorder()
        try:
            self.exit.keep(missing, values, source)
        except UserError as refused:
            self._say(refused.sentence(tr))
            return
        self.saved.emit("")
        self._focus_in(card_id)

    def _leave_open(self) -> None:
        card_id = self._card_of(self._asking) if self._asking else ""
        self._asking = None
        self._drop_recorder()
        self._show()
        self._focus_in(card_id)

    def _drop_recorder(self) -> None:
        if self.recorder is not None:
            self.recorder.hide()
            self.recorder.deleteLater()
        self.recorder = None

    def _sign(self, answering: Answering) -> None:
        try:
            self.exit.sign(answering)
        except UserError as refused:
            self.signing.show_trouble(refused.sentence(tr))
            return
        self.signing.close_form()
        self.saved.emit(tr("Signature recorded"))

    def _show(self) -> None:
        checklist = self.exit.checklist
        if checklist is None:
            return
        self.trouble.hide()
        emptied(self._bar)
        for verdict, words in bar_words(checklist):
            self._bar.addWidget(label(words, verdict))
        self._bar.addStretch(1)
        asking = self._card_of(self._asking) if self._asking else ""
        for outcome in checklist.outcomes:
            card = self.cards.get(outcome.criterion.id) or self._new_card(outcome.criterion.id)
            hidden = self._asking is not None and self.exit.is_income(outcome)
            card.show_outcome(outcome, self.exit.words, figures=not hidden)
            card.setEnabled(not asking or asking == outcome.criterion.id)
        names = self.exit.suggested_names()
        self.signing.show_standings(
            self.exit.standings, self.exit.words, self.desk.today().isoformat(), names
        )
        self.header_changed.emit()

    def _new_card(self, criterion: str) -> CriterionCard:
        card = self.cards[criterion] = CriterionCard(self.desk.theme)
        card.asked.connect(self.ask)
        self._cards.addWidget(card)
        card.show()
        return card

    def _card_of(self, missing: Missing) -> str:
        """The card that asked: the first that misses it."""
        checklist = self.exit.checklist
        for outcome in checklist.outcomes if checklist else ():
            if missing in outcome.missing:
                return outcome.criterion.id
        return ""

    def _focus_in(self, criterion: str) -> None:
        """The next missing fact of the card; when it has turned, the next one on the page."""
        order = list(self.cards)
        at = order.index(criterion) if criterion in order else 0
        for name in (*order[at:], *order[:at]):
            if self.cards[name].buttons:
                self.cards[name].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
                self._bring(self.cards[name])
                return

    def _focus_first(self) -> None:
        if self.cards:
            self._focus_in(next(iter(self.cards)))

    def _bring(self, part: QWidget) -> None:
        """Up or down only: a card never slides sideways."""
        self._area.ensureWidgetVisible(part, 0, self.desk.theme.px(24))
        self._area.horizontalScrollBar().setValue(0)

    def _first_to_sign(self) -> None:
        for standing in self.exit.standings:
            if standing.state == "open" or standing.changed_since:
                self.signing.openers[standing.party.id].click()
                QTimer.singleShot(0, self.signing, lambda: self._bring(self.signing))
                return

    def _again(self) -> None:
        try:
            self.exit.again()
        except UserError as refused:
            self._say(refused.sentence(tr))

    def _show_village(self, year: int) -> None:
        self.exit.year = year
        checks = self.exit.village(self.desk.scope.code, year)
        names = [head_name(self.desk.vault, check.household) for check in checks]
        titles = (
            [self.exit.words(outcome.criterion.title) for outcome in checks[0].outcomes] if checks else []
        )
        self.matrix.show_checks(checks, names, titles)
        self._stack.setCurrentIndex(0)

    def _say(self, sentence: str) -> None:
        self.trouble.setText(f"✕ {sentence}")
        self.trouble.show()
        self._stack.setCurrentIndex(1)

    def _print(self, name: str) -> None:
        from fieldapp_ui.windows.printing import preview_paper

        if self.exit.checklist is not None:
            preview_paper(self.desk, name, self.exit.checklist.household, self.exit.year, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the signatures stand below the criteria, not beside them."""
        super().resizeEvent(event)
        narrow = self.width() < self.desk.theme.px(NARROW)
        if narrow and self._side.widget() is not None:
            self._left.insertWidget(self._left.count() - 1, self._side.takeWidget())
            self._panel.show()
        elif not narrow and self._side.widget() is None:
            self._left.removeWidget(self._panel)
            self._side.setWidget(self._panel)
        self._side.setVisible(not narrow)

    def _household_page(self) -> QWidget:
        px = self.desk.theme.px
        page = QWidget()
        inner = QWidget()
        inner.setMaximumWidth(px(WIDEST))
        left = column(inner, gap=px(12))
        left.setContentsMargins(px(24), px(8), px(16), px(24))
        left.addLayout(self._cards)
        left.addStretch(1)
        self._area = scrolling(inner)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        top = QVBoxLayout()
        top.setContentsMargins(px(24), px(8), px(16), px(4))
        top.addLayout(self._bar)
        top.addWidget(self.trouble)
        whole.addLayout(top)
        whole.addWidget(self._area, 1)
        self._left, self._panel = left, QWidget()
        right = column(self._panel, gap=px(8))
        right.setContentsMargins(px(8), px(8), px(24), px(24))
        right.addWidget(self.signing)
        right.addSpacing(px(16))
        for name, words in ((SHEET, tr("Print the checklist")), (CARD, tr("Print the card"))):
            right.addWidget(button(words, partial(self._print, name), mark="print", theme=self.desk.theme))
        right.addStretch(1)
        self._side = scrolling(self._panel)
        self._side.setFixedWidth(px(PANEL_WIDTH) + 14)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(whole, 1)
        row.addWidget(self._side)
        return page
