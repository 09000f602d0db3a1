"""Recording a change of a household: what happened, only what that needs, then what to look at."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QWidget

from fieldapp.errors import Finding
from fieldapp.store.records import Record
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.movement import MovementStep
from fieldapp_ui.editing.movement_kinds import Offer, offers
from fieldapp_ui.editing.references import fits
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.windows.asking import AskingPane
from fieldapp_ui.windows.parts import button, column, hairline, label, scrolling
from fieldapp_ui.windows.rowlist import RowList, SteeringLine

WIDTH, HEIGHT, LIST_WIDTH = 900, 600, 264


class MovementDialog(QDialog):
    """Typing letters or pinyin narrows the kinds, Enter goes to the questions. Signals: `went(Place)` to look at what is
    left open; `recorded(object)` the step after it was done."""

    went = Signal(object)
    recorded = Signal(object)

    def __init__(
        self, desk: Desk, household: Record, parent: QWidget, *, person: str = "", leaving: bool = False
    ) -> None:
        super().__init__(parent)
        self._desk, self._household, self._person = desk, household, person
        self._offers = offers(desk, leaving=leaving)
        self.pane: AskingPane | None = None
        theme = desk.theme
        title = tr("Who leaves, and why?") if leaving else tr("What has changed in this household?")
        self.setWindowTitle(tr("Record a change"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.px(WIDTH), min(theme.px(HEIGHT), parent.window().height() - theme.px(60)))
        self.line = SteeringLine()
        self.line.setPlaceholderText(tr("Type a few letters or pinyin"))
        self.line.setAccessibleName(title)
        self.list = RowList(theme, detail_below=False)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(title)
        self._stack = QStackedWidget()
        self._build(title)
        self.line.textChanged.connect(self._narrow)
        self.line.stepped.connect(self.list.step)
        self.line.entered.connect(self.begin)
        self.line.given_up.connect(self.reject)
        self.list.taken.connect(lambda _: self.begin())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_kind())
        self._narrow("")

    def open(self) -> None:
        """Show it, ready to type what happened."""
        super().open()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, kind: str) -> None:
        """Choose a kind and go to its questions."""
        self.line.clear()
        kinds = [offer.kind for offer in self._offers]
        self.list.setCurrentIndex(self.list.rows.index(kinds.index(kind), 0))
        self.begin()

    def begin(self) -> None:
        """Go to the questions of the chosen kind."""
        if self.pane is not None and self.list.currentIndex().isValid():
            self.pane.form.go_first()

    def _build(self, title: str) -> None:
        theme = self._desk.theme
        left = QFrame()
        left.setProperty("role", "card")
        left.setFixedWidth(theme.px(LIST_WIDTH))
        inside = column(left, margin=theme.px(8), gap=theme.px(8))
        inside.addWidget(self.line)
        inside.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        row.addWidget(left)
        row.addWidget(self._stack, 1)
        layout = column(self, margin=theme.px(24), gap=theme.px(16))
        layout.addWidget(label(title, "heading"))
        layout.addLayout(row, 1)

    def _narrow(self, text: str) -> None:
        found: Sequence[Offer] = [one for one in self._offers if fits(one.words, text)]
        self.list.rows.show_rows([Row(one.words, one.group, one.kind) for one in found])
        self.list.first()

    def _show_kind(self) -> None:
        row = self.list.rows.row(self.list.currentIndex())
        if row is None or (self.pane is not None and self.pane.step.title == row.title):
            return
        step = MovementStep(self._desk, self._household, str(row.key), self._person)
        pane = AskingPane(step)
        pane.given_up.connect(self.reject)
        pane.finished.connect(lambda: self._finish(step))
        if self.pane is not None:
            self._stack.removeWidget(self.pane)
            self.pane.deleteLater()
        self.pane = pane
        self._stack.addWidget(pane)
        self._stack.setCurrentWidget(pane)

    def _finish(self, step: MovementStep) -> None:
        self.recorded.emit(step)
        if not step.findings:
            self.accept()
            return
        self.line.setEnabled(False)
        self.list.setEnabled(False)
        page = FindingsPane(self._desk, step.findings, self._jump)
        page.closed.connect(self.accept)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _jump(self, place: Place) -> None:
        self.accept()
        self.went.emit(place)


class FindingsPane(QWidget):
    """What still has to be looked at after a movement, each with a way there. Signals: `closed()`."""

    closed = Signal()

    def __init__(self, desk: Desk, findings: Sequence[Finding], jump: Callable[[Place], object]) -> None:
        super().__init__()
        theme = desk.theme
        inner = QWidget()
        lines = column(inner, gap=theme.px(8))
        layout = column(self, gap=theme.px(12))
        layout.addWidget(label(f"✓ {tr('Recorded. Please look at this too:')}", "strong"))
        self.first = button(tr("Close"), self.closed.emit, role="primary")
        for finding in findings:
            words = column(gap=2)
            named = desk.vault.dictionary.lists.get(finding.where.list)
            words.addWidget(
                label(desk.texts.pick(named.zh_hans, named.zh_hant, named.en) if named else "", "strong")
            )
            words.addWidget(label(finding.sentence(tr), wrap=True))
            row = QHBoxLayout()
            row.addLayout(words, 1)
            if finding.where.record and named is not None:
                place = _place(finding)
                row.addWidget(button(tr("Open"), partial(jump, place), role="quiet"))
            if lines.count():
                lines.addWidget(hairline())
            lines.addLayout(row)
        lines.addStretch(1)
        layout.addWidget(scrolling(inner), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.first)
        layout.addLayout(foot)


def _place(finding: Finding) -> Place:
    where = finding.where
    if where.list == "household":
        return Place("household", record=where.record, list=where.list, field=where.field)
    return Place("record", record=where.record, list=where.list, field=where.field)
