"""The questions of one section in one column, at most 720 wide. Widgets exist for this section only, and only those
whose state changed are touched."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp_ui.editing.form_entry import FormEntry
from fieldapp_ui.editing.form_plan import QUESTIONS, Section
from fieldapp_ui.fields.question import Question
from fieldapp_ui.fields.question_answer import STAY, step_of
from fieldapp_ui.fields.question_kinds import Surroundings
from fieldapp_ui.fields.question_words import plain
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import label

WIDEST = 720


class QuestionColumn(QScrollArea):
    """Signals: `moved(ref, step)`; `reached(ref)` a question took the focus; `read(step)` Enter on notes only."""

    moved = Signal(str, int)
    read = Signal(int)
    reached = Signal(str)

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._around = theme, around
        self._entry: FormEntry | None = None
        self._questions: dict[str, Question] = {}
        self._headings: dict[str, QWidget] = {}
        self.section: Section | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    def show_section(self, entry: FormEntry, section: Section) -> None:
        """Builds the questions of a section that apply now; others are built when they come to apply."""
        if (old := self.takeWidget()) is not None:
            old.hide()
            old.deleteLater()  # not at once: a key event of one of its inputs may be what brought us here
        self._entry, self.section = entry, section
        self._questions, self._headings = {}, {}
        sheet = QWidget()
        sheet.setProperty("role", "plain")
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, self._theme.px(48))
        self._column.setSpacing(self._theme.px(20))
        inner = QWidget(sheet)
        inner.setProperty("role", "plain")
        inner.setMaximumWidth(self._theme.px(WIDEST))
        inner.setLayout(self._column)
        row = QHBoxLayout(sheet)
        px = self._theme.px
        row.setContentsMargins(px(24), px(16), px(24), px(16))
        row.addWidget(inner, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        self._title = label(entry.reading.title(section), "heading", wrap=True)
        self._column.addWidget(self._title)
        for ref in section.items:
            self._show_item(ref)
        self.setWidget(sheet)

    def show_changed(self, refs: frozenset[str]) -> None:
        """Brings the questions that changed up to date; the others are not touched."""
        if self._entry is None or self.section is None:
            return
        for ref in self.section.items:
            if ref in refs:
                self._show_item(ref)
        self._title.setText(self._entry.reading.title(self.section))

    def question(self, ref: str) -> Question | None:
        """The widget of a question on this page."""
        return self._questions.get(ref)

    def focus_question(self, ref: str) -> None:
        """Puts the cursor into a question and brings it into view."""
        question = self._questions.get(ref)
        if question is not None:
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
        """The whole question, with its hint and error; once more when the page has taken its final width."""
        if (sheet := self.widget()) is not None:
            sheet.layout().activate()
        self.ensureWidgetVisible(question, 0, self._theme.px(24))
        QTimer.singleShot(0, question, lambda: self.ensureWidgetVisible(question, 0, self._theme.px(24)))

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
            return
        question = self._questions.get(ref)
        if question is None and node.relevant:
            number = f"{entry.reading.plan.numbers[ref]}"
            question = Question(node, number, self._around)
            question.answered.connect(entry.answer)
            question.moved.connect(self.moved)
            self._questions[ref] = question
            self._column.insertWidget(self._place(ref), question)
        if question is not None:
            question.show_node(node, entry.reading.sentence(ref))
            question.setVisible(node.relevant)

    def _show_heading(self, ref: str, words: str, relevant: bool) -> None:
        heading = self._headings.get(ref)
        if heading is None:
            heading = self._headings[ref] = label(words, "heading", wrap=True)
            self._column.insertWidget(self._place(ref), heading)
        heading.setVisible(relevant and bool(words))

    def _place(self, ref: str) -> int:
        """Behind the nearest item before it that has a widget; the section's title is the first."""
        items = self.section.items if self.section is not None else ()
        before = items[: items.index(ref)]
        return 1 + sum(other in self._questions or other in self._headings for other in before)

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
