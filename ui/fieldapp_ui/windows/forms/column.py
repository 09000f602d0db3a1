"""The questions of one section in one column, at most 720 wide. Widgets exist for this section only, and only those
whose state changed are touched. They are made a few at a time, what is in view first, so that no key has to wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.plan import QUESTIONS, Section
from fieldapp_ui.fields.answers.answer import STAY, step_of
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.fields.question.question import Question
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.forms.notes import NotedQuestion
from fieldapp_ui.windows.parts import label

WIDEST = 720
SLICE_S = 0.005
"""How long questions are made before keys and the screen have their turn: with the last of them, which may have begun
just before, with its place and its painting, that stays under a frame of 16 ms."""
AT_ONCE_S = 0.004
"""How long what an answer changed is shown before its first painting, from the question with the cursor on."""
STAND_IN = 76
"""The height of an ordinary question: what is not made yet takes this room, so that little moves when it comes."""


class QuestionColumn(QScrollArea):
    """Signals: `moved(ref, step)`; `reached(ref)` a question took the focus; `confirmed(ref)` by its
    button; `read(step)` Enter on notes only."""

    moved = Signal(str, int)
    read = Signal(int)
    reached = Signal(str)
    confirmed = Signal(str)

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._around = theme, around
        self._entry: FormEntry | None = None
        self._questions: dict[str, Question] = {}
        self._noted: dict[str, NotedQuestion] = {}
        self._shown: dict[str, QWidget] = {}
        self._missing: set[str] = set()
        self._stale: set[str] = set()
        self._aim = ""
        self._moved_about = False
        self.section: Section | None = None
        self._language = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make_some)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._sheet = sheet = QWidget()
        sheet.setProperty("role", "plain")
        self._row = QHBoxLayout(sheet)
        self._row.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._row.addStretch(0)
        self._inner: QWidget | None = None
        self.setWidget(sheet)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    def show_section(self, entry: FormEntry, section: Section) -> None:
        """Shows a section from its top; the questions that apply follow in the next moments."""
        self.clear()
        self._entry, self.section, self._language = entry, section, entry.language
        self._inner = QWidget()
        self._inner.setProperty("role", "plain")
        self._inner.setMaximumWidth(self._theme.px(WIDEST))
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, self._theme.px(48))
        self._column.setSpacing(self._theme.px(20))
        self._title = label(entry.reading.title(section), "heading", wrap=True)
        self._column.addWidget(self._title)
        for ref in section.items:
            self._show_item(ref)
        self._row.insertWidget(0, self._inner, 1, Qt.AlignmentFlag.AlignTop)
        self._inner.show()  # now, not at the next turn of the event loop: a question is aimed at before
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Shows nothing: what stood here may have gone."""
        self._soon.stop()
        self._entry, self.section, self._aim = None, None, ""
        self._questions, self._shown, self._missing, self._stale = {}, {}, set(), set()
        self._noted = {}
        if self._inner is not None:
            self._row.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()  # not at once: a key event of one of its inputs may be what brought us here
            self._inner = None

    def show_changed(self, refs: frozenset[str]) -> None:
        """Brings the questions that changed up to date, the rest of many in the next moments; others are not touched."""
        if self._entry is None or self.section is None:
            return
        self._stale |= refs.intersection(self.section.items)
        with self._laid_out_once():
            self._show_stale(perf_counter() + AT_ONCE_S)
        self._title.setText(self._entry.reading.title(self.section))

    def stays(self) -> bool:
        """Whether the section stands in the form's present plan as it is shown, and speaks its present language."""
        entry = self._entry
        return (
            entry is not None and entry.language == self._language and self.section in entry.reading.sections
        )

    def question(self, ref: str) -> Question | None:
        """The widget of a question on this page; None while it is not made."""
        return self._questions.get(ref)

    def noted(self, ref: str) -> NotedQuestion | None:
        """A question with its notes; None while it is not made."""
        return self._noted.get(ref)

    def is_complete(self) -> bool:
        """Whether every question that applies is made and as it should be."""
        return not self._missing and not self._stale

    def focus_question(self, ref: str) -> None:
        """Puts the cursor into a question and brings it into view."""
        self._aim = ref
        with self._laid_out_once():
            if ref in self._stale:
                self._stale.discard(ref)
                self._show_item(ref)
            if ref in self._missing:
                self._make(ref)
        question = self._questions.get(ref)
        if question is not None:
            self._settle()
            question.take_focus()
            self.bring_into_view(question)

    def current(self) -> str:
        """The question with the focus; empty when none has it."""
        return self._owner(QApplication.focusWidget())

    def commit(self) -> None:
        """Keeps what is being typed."""
        if (question := self._questions.get(self.current())) is not None:
            question.answer.commit()

    def bring_into_view(self, question: Question) -> None:
        """The whole question, with its hint, error and notes; once more when the page has taken its final width."""
        self._settle()
        whole = self._noted.get(question.ref, question)
        self.ensureWidgetVisible(whole, 0, self._theme.px(24))
        QTimer.singleShot(0, whole, lambda: self.ensureWidgetVisible(whole, 0, self._theme.px(24)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a page of notes goes on."""
        step = step_of(event) if self.hasFocus() else STAY
        if step == STAY:
            super().keyPressEvent(event)
        else:
            self.read.emit(step)

    def _show_item(self, ref: str) -> None:
        entry = self._entry
        if entry is None:
            return
        node = entry.reading.node(ref)
        if node.kind not in QUESTIONS:
            self._show_heading(ref, plain(node.label), node.relevant)
        elif (question := self._questions.get(ref)) is not None:
            question.show_node(node, entry.reading.sentence(ref))
            noted = self._noted[ref]
            noted.show_notes(entry, ref)
            noted.setVisible(node.relevant)
        elif ref in self._shown:
            self._shown[ref].setVisible(node.relevant)
        elif node.relevant:
            stand_in = QWidget()
            stand_in.setFixedHeight(self._theme.px(STAND_IN))
            self._insert(ref, stand_in)
            self._missing.add(ref)
            self._soon.start()

    def _show_heading(self, ref: str, words: str, relevant: bool) -> None:
        if ref not in self._shown:
            self._insert(ref, label(words, "heading", wrap=True))
        self._shown[ref].setVisible(relevant and bool(words))

    def _insert(self, ref: str, widget: QWidget) -> None:
        """Behind the nearest item before it that has a widget; the section's title is the first."""
        items = self.section.items if self.section is not None else ()
        place = 1 + sum(other in self._shown for other in items[: items.index(ref)])
        self._shown[ref] = widget
        self._column.insertWidget(place, widget)
        self._moved_about = True
        widget.show()

    def _make_some(self) -> None:
        """Makes questions for a moment; what the worker looks at stays where it is."""
        anchor = self._questions.get(self.current() or self._aim)
        before = self._top(anchor)
        until = perf_counter() + SLICE_S
        with self._laid_out_once():
            self._show_stale(until)
            while self._missing and perf_counter() < until:
                self._make(self._nearest(self._missing, self._aim))
        self._settle()
        if anchor is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._top(anchor) - before)
        if not self.is_complete():
            self._soon.start()

    def _show_stale(self, until: float) -> None:
        """From the question the worker is at, downwards first, for as long as there is time."""
        here = self.current() or self._aim
        while self._stale and perf_counter() < until:
            ref = self._nearest(self._stale, here)
            self._stale.discard(ref)
            self._show_item(ref)
            self._moved_about = True
        if self._stale:
            self._soon.start()

    def _nearest(self, refs: set[str], here: str) -> str:
        """What is in view first, and then on from a question, downwards first."""
        items = self.section.items if self.section is not None else ()
        place = items.index(here) if here in items else 0
        order = [ref for ref in (*items[place:], *reversed(items[:place])) if ref in refs]
        seen = (ref for ref in order if ref in self._shown and not self._shown[ref].visibleRegion().isEmpty())
        return next(seen, order[0])

    def _make(self, ref: str) -> None:
        entry = self._entry
        if entry is None:
            return
        self._missing.discard(ref)
        self._moved_about = True
        node, stand_in = entry.reading.node(ref), self._shown[ref]
        question = Question(node, entry.reading.number(ref), self._around)
        question.show_node(node, entry.reading.sentence(ref))
        question.answered.connect(entry.answer)
        question.moved.connect(self.moved)
        question.confirmed.connect(self.confirmed)
        noted = NotedQuestion(question, self._theme)
        noted.show_notes(entry, ref)
        self._questions[ref], self._noted[ref], self._shown[ref] = question, noted, noted
        self._column.replaceWidget(stand_in, noted)
        stand_in.hide()
        stand_in.deleteLater()
        noted.setVisible(node.relevant)

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """A widget that is shown has all layouts around it done at once: here that waits until all are shown."""
        layouts = (self._row, self._column) if self._inner is not None else ()
        for layout in layouts:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in layouts:
                layout.setEnabled(True)

    def _settle(self) -> None:
        """Gives everything its place now, not at the next turn of the event loop, where something changed."""
        if not self._moved_about:
            return
        self._moved_about = False
        if self._inner is not None:
            self._column.activate()
        self._row.activate()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _top(self, widget: QWidget | None) -> int:
        return widget.mapTo(self._sheet, widget.rect().topLeft()).y() if widget is not None else 0

    def _owner(self, widget: QWidget | None) -> str:
        while widget is not None:
            if isinstance(widget, Question):
                return widget.ref if self._questions.get(widget.ref) is widget else ""
            widget = widget.parentWidget()
        return ""

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if ref := self._owner(new):
            self.bring_into_view(self._questions[ref])
            self.reached.emit(ref)
