"""The questions of a small dialog as a form: label, input, red words beside it; Enter goes on, at last it does it."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.forms import Choice
from fieldapp_ui.editing.asking import Asked, Step, Typed, read_answers
from fieldapp_ui.fields.answers.codes import codes_of
from fieldapp_ui.fields.facts.choice import FactChoice
from fieldapp_ui.fields.facts.entry import Entry, entry_of
from fieldapp_ui.fields.facts.line import FactLine
from fieldapp_ui.fields.facts.typed_code import TypedCode
from fieldapp_ui.fields.media.file_entry import FileEntry
from fieldapp_ui.language import tr
from fieldapp_ui.windows.page import commit_input_method
from fieldapp_ui.windows.parts import button, column, label, scrolling

Input = Entry | FileEntry
SHORT_WORDS = 8


class AskingForm(QWidget):
    """Signals: `done(int)` a step past the last question (1) or before the first (-1); `given_up()` at Escape;
    `changed(str)` the key of an answer that was changed."""

    done = Signal(int)
    given_up = Signal()
    changed = Signal(str)

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._asked: tuple[Asked, ...] = ()
        self._parts: dict[str, QWidget] = {}
        self._inputs: dict[str, Input] = {}
        self._errors: dict[str, QLabel] = {}
        self._column = column(self, gap=step.desk.theme.px(10))

    def typed(self) -> dict[str, str]:
        """What stands in each question now."""
        return {key: one.typed() for key, one in self._inputs.items()}

    def input(self, key: str) -> Input:
        """The input of a question. Raises KeyError for one that is not asked now."""
        return self._inputs[key]

    def order(self) -> tuple[str, ...]:
        """The questions from top to bottom."""
        return tuple(one.key for one in self._asked)

    def asked(self) -> tuple[Asked, ...]:
        """The questions from top to bottom, whole."""
        return self._asked

    def show_asked(self) -> None:
        """Ask what there is to ask now; an input whose question stands stays as it is."""
        asked = self._step.asked(self.typed())
        if tuple(one.shape for one in asked) == tuple(one.shape for one in self._asked):
            self._asked = asked
            return
        kept = {one.key: one.shape for one in self._asked}
        gone = [key for key, shape in kept.items() if shape not in {one.shape for one in asked}]
        for key in gone:
            self._parts.pop(key).deleteLater()
            del self._inputs[key], self._errors[key]
        while self._column.count():
            item = self._column.takeAt(0)
            if (widget := item.widget() if item else None) is not None and widget not in self._parts.values():
                widget.hide()
        self._asked = asked
        for one in asked:
            if one.key not in self._parts:
                self._parts[one.key] = self._part(one)
            self._column.addWidget(self._parts[one.key])
            self._parts[one.key].show()
        self._column.addStretch(1)
        # What is asked now may ask for more: a head who was filled in asks for the others.
        self.show_asked()

    def fill(self, answers: Typed) -> None:
        """Put answers where they follow from another one."""
        for key, text in answers.items():
            entry = self._inputs.get(key)
            if isinstance(entry, FactChoice | TypedCode):
                entry.choose(text)
            elif isinstance(entry, FactLine):
                entry.setText(text)

    def show_errors(self, wrong: Typed) -> None:
        """Red words beside the questions; the first one gets the focus."""
        for key, words in self._errors.items():
            words.setText(f"✕ {wrong[key]}" if key in wrong else "")
            words.setVisible(key in wrong)
        first = next((key for key in self.order() if key in wrong), "")
        if first:
            self.go_to(first)

    def go_to(self, key: str) -> None:
        """Focus a question."""
        self._inputs[key].setFocus(Qt.FocusReason.TabFocusReason)

    def go_first(self) -> None:
        """Focus the first question that has no answer yet."""
        blank = next((key for key in self.order() if not self._inputs[key].typed()), "")
        if self._asked:
            self.go_to(blank or self._asked[0].key)

    def _part(self, one: Asked) -> QWidget:
        theme = self._step.desk.theme
        part = QWidget()
        lines = QVBoxLayout(part)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        words = label(one.words, "strong")
        head.addWidget(words)
        head.addWidget(label(tr("required") if one.required else "", "caption"))
        head.addStretch(1)
        lines.addLayout(head)
        if one.hint:
            lines.addWidget(label(one.hint, "caption", wrap=True))
        entry = self._input(one)
        entry.setAccessibleName(one.words)
        words.setBuddy(entry)
        lines.addWidget(entry)
        error = label("", "error", wrap=True)
        error.hide()
        lines.addWidget(error)
        entry.kept.connect(partial(self._kept, one.key))
        entry.given_up.connect(self.given_up)
        if isinstance(entry, FactLine):
            entry.textChanged.connect(partial(self._changed, one.key))
        else:
            entry.answered.connect(partial(self._changed, one.key))
        self._inputs[one.key], self._errors[one.key] = entry, error
        return part

    def _input(self, one: Asked) -> Input:
        desk = self._step.desk
        if one.choices:
            digits = codes_of([Choice(name, words) for name, words in one.choices])
            if one.several:  # of one length, so that no code begins another: a digit ticks at once
                digits = tuple(code.zfill(max(map(len, digits))) for code in digits)
            choices = tuple(
                (name, digit, words) for (name, words), digit in zip(one.choices, digits, strict=True)
            )
            columns = 4 if max(len(words) for _, words in one.choices) <= SHORT_WORDS else 2
            return FactChoice(choices, one.value, several=one.several, columns=columns)
        if one.spec is not None and one.spec.type == "file":
            return FileEntry(desk)
        entry = entry_of(one.fact(), desk.vault.dictionary, desk.texts, one.find)
        if isinstance(entry, FactLine) and one.value and not entry.text():
            entry.setText(one.value)
        return entry

    def _kept(self, key: str, step: int) -> None:
        if step == 0:
            return
        keys = self.order()
        if key not in keys:
            return
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            self.go_to(keys[place])
        else:
            self.done.emit(step)

    def _changed(self, key: str, *_: object) -> None:
        if key in self._errors:
            self._errors[key].hide()
        self.show_asked()
        self.fill(self._step.follows(key, self.typed()))
        self.changed.emit(key)


class AskingPane(QWidget):
    """The form of a step with what it says, its refusals and its buttons. Signals: `finished()`, `given_up()`."""

    finished = Signal()
    given_up = Signal()

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self._desk = step, step.desk
        theme = step.desk.theme
        self.form = AskingForm(step)
        self.said = label("", "unknown", wrap=True)
        self.said.hide()
        self.error = label("", "error", wrap=True)
        self.error.hide()
        inner = QFrame()
        inside = column(inner, gap=0)
        inside.setContentsMargins(0, 0, theme.px(12), 0)
        inside.addWidget(self.form)
        self.area = scrolling(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(self, gap=theme.px(8))
        layout.addWidget(self.area, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Cancel"), self.given_up.emit, role="quiet"))
        self.go = button(step.action, self.do_now, role="primary")
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        self.form.given_up.connect(self.given_up)
        self.form.done.connect(lambda by: self.do_now() if by > 0 else None)
        self.form.changed.connect(lambda _: self._say())
        self.form.show_asked()
        for part in self.form.findChildren(QWidget):
            part.installEventFilter(self)
        self._say()

    def do_now(self) -> None:
        """Do it, or say beside the field what is in the way."""
        commit_input_method()
        typed = self.form.typed()
        values, wrong = read_answers(self._desk, self.form.asked(), typed)
        self.error.hide()
        self.form.show_errors({key: finding.sentence(tr) for key, finding in wrong.items()})
        if wrong:
            return
        try:
            self.step.do(typed, values)
        except UserError as refused:
            self._refuse(refused)
            return
        self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            QTimer.singleShot(0, watched, lambda: self.area.ensureWidgetVisible(watched, 0, 60))
        return False

    def _refuse(self, refused: UserError) -> None:
        place, words = self.step.place_of(refused), refused.sentence(tr)
        if place in self.form.order():
            self.form.show_errors({place: words})
            return
        self.error.setText(f"✕ {words}")
        self.error.show()

    def _say(self) -> None:
        words = self.step.said(self.form.typed())
        self.said.setText(f"! {words}")
        self.said.setVisible(bool(words))
        for part in self.form.findChildren(QWidget):
            part.installEventFilter(self)


class AskingDialog(QDialog):
    """One step in a window of its own. Signals: `done_with(object)` the step after it was done."""

    done_with = Signal(object)

    def __init__(self, step: Step, parent: QWidget, *, width: int = 560, height: int = 0) -> None:
        super().__init__(parent)
        theme = step.desk.theme
        self.setWindowTitle(step.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = AskingPane(step, self)
        layout = column(self, margin=theme.px(24), gap=theme.px(12))
        layout.addWidget(label(step.title, "heading", wrap=True))
        layout.addWidget(self.pane, 1)
        wanted = height or theme.px(150) + self.pane.form.sizeHint().height()
        self.resize(theme.px(width), min(wanted, parent.window().height() - theme.px(80)))
        self.pane.finished.connect(self._finish)
        self.pane.given_up.connect(self.reject)

    def open(self) -> None:
        """Show it, ready to type."""
        super().open()
        self.pane.form.go_first()

    def _finish(self) -> None:
        self.accept()
        self.done_with.emit(self.pane.step)
