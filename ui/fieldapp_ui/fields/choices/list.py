"""Choosing from a list by typing: code, words, pinyin or initials; arrows walk, Enter takes and moves on. In a short list
that shows its codes the last digit of a code takes the choice, as where all choices are in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fieldapp.domain.pinyin import fold
from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.answers.answer import ON, STAY, Answer
from fieldapp_ui.fields.answers.appearance import words_of
from fieldapp_ui.fields.answers.codes import codes_of
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.fields.choices.find import matching
from fieldapp_ui.fields.choices.list_line import FilterLine
from fieldapp_ui.fields.choices.list_rows import DroppedList
from fieldapp_ui.language import tr

MOST_BY_CODE = 99
"""A list of more choices is searched: its codes take three digits, and words are known better."""


class ListAnswer(Answer):
    """One or several of many choices. The list lies over the page while the line has the focus, never in its way.

    `in_cell`: it fills one line, what is taken stands in it in grey, and codes choose whatever the appearance says.
    """

    def __init__(self, node: NodeState, parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(parent)
        self._multiple, self._in_cell = node.multiple, in_cell
        self._by_code = in_cell or "minimal" in words_of(node)
        self._choices: tuple[Choice, ...] = ()
        self._codes: Sequence[str] = ()
        self._value, self._readonly = node.value, node.readonly
        self._shown: tuple[int, ...] = ()
        self._walked = False
        self.taken = QLabel(self)
        self.taken.setWordWrap(True)
        self.taken.setTextFormat(Qt.TextFormat.PlainText)
        self.taken.hide()
        self.line = FilterLine(self)
        self.line.textEdited.connect(self._typed)
        self.line.walked.connect(self._walk)
        self.line.taken.connect(self._take)
        self.line.spaced.connect(self._toggle)
        self.line.emptied.connect(self._drop_last)
        self.line.opened.connect(self._open)
        self.line.closed.connect(self._fold)
        self.line.left.connect(self._fold)
        if node.multiple:
            self.line.setToolTip(tr("Enter takes or drops a choice; Enter on an empty line goes on."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.taken)
        column.addWidget(self.line)
        self.list: DroppedList | None = None
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the labels of what is taken: in the line, several of them over it."""
        self._value, self._readonly = node.value, node.readonly
        if node.choices != self._choices:
            self._choices, self._codes = node.choices, codes_of(node.choices)
            if self._is_open():
                self._filter(self.line.text())
        self.line.setReadOnly(node.readonly)
        labels = self._labels()
        if self._multiple:
            self.taken.setText("✓ " + "、".join(labels))
            self.taken.setVisible(bool(labels) and not self._in_cell)
        elif not self._is_open():
            self.line.setText(labels[0] if labels else "")
        standing = "" if self._multiple and not self._in_cell else "、".join(labels)
        self.line.setPlaceholderText(standing if labels else tr("Type a code, words or pinyin"))

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def commit(self) -> None:
        """A choice is kept when it is taken; what was typed to find it is not."""

    def _is_open(self) -> bool:
        return self.list is not None and self.list.isVisible()

    def _labels(self) -> list[str]:
        taken = set(self._value.split())
        return [plain(c.label) or c.value for c in self._choices if c.value in taken]

    def _open(self) -> None:
        if self._readonly or self._is_open():
            return
        if self.list is None:
            self.list = DroppedList(self.window())
            self.list.pressed_row.connect(lambda row: self._choose(self._shown[row], ON))
            self.destroyed.connect(self.list.deleteLater)
        self.line.selectAll()
        if not self._multiple:
            self.line.setText("")
        self._filter("")
        self.list.open_under(self.line)
        self.line.is_open = True

    def _fold(self) -> None:
        """The list goes, the focus stays."""
        self.line.is_open = False
        if self.list is not None:
            self.list.hide()
        labels = self._labels()
        self.line.setText("" if self._multiple or not labels else labels[0])

    def _typed(self, text: str) -> None:
        if not self._is_open():
            self._open()
            self.line.setText(text)
        self._filter(text)
        if (place := self._meant_by(fold(text).strip())) is not None and not self._readonly:
            self._choose(place, STAY if self._multiple else ON)

    def _meant_by(self, digits: str) -> int | None:
        """The choice whose code was typed to its last digit, where the list shows codes and nothing else begins so."""
        if not self._by_code or not digits.isdecimal() or len(self._choices) > MOST_BY_CODE:
            return None
        if digits not in self._codes or not self._shows_codes():
            return None
        place = self._codes.index(digits)
        others = (at for at in range(len(self._choices)) if at != place)
        begun = any(
            self._codes[at].startswith(digits) or _words(self._choices[at]).startswith(digits)
            for at in others
        )
        return None if begun else place

    def _shows_codes(self) -> bool:
        return any(code != _words(one) for code, one in zip(self._codes, self._choices, strict=True))

    def _filter(self, text: str) -> None:
        if self.list is None:
            return
        self._shown = matching(self._choices, self._codes, text)
        taken = set(self._value.split())
        self.list.show_rows(
            (
                (self._codes[place], _words(self._choices[place]), self._choices[place].value in taken)
                for place in self._shown
            ),
            max(self._codes, key=len, default="") if self._shows_codes() else "",
        )
        kept = [row for row, place in enumerate(self._shown) if self._choices[place].value in taken]
        self._show_row(0 if text and self._shown else kept[0] if kept and not self._multiple else -1)
        self._walked = False

    def _show_row(self, row: int) -> None:
        if self.list is not None:
            self.list.go_to(row)

    def _row(self) -> int:
        return self.list.currentIndex().row() if self.list is not None and self._is_open() else -1

    def _walk(self, step: int) -> None:
        if not self._is_open():
            self._open()
        elif self._shown:
            self._show_row(max(0, min(len(self._shown) - 1, self._row() + step)))
            self._walked = True

    def _take(self, step: int) -> None:
        """Enter and Tab take the row that was typed or walked to; with neither they only go on."""
        row = self._row()
        meant = self._walked or bool(self.line.text().strip())
        if step == ON and 0 <= row < len(self._shown) and meant and not self._readonly:
            self._choose(self._shown[row], step)
        else:
            self.moved.emit(step)

    def _toggle(self) -> None:
        row = self._row()
        if 0 <= row < len(self._shown) and not self._readonly:
            self._choose(self._shown[row], STAY)
            if not self._multiple:
                self._fold()

    def _choose(self, place: int, step: int) -> None:
        value = self._choices[place].value
        if self._multiple:
            row = -1 if self.line.text() else self._row()
            self._report_several(set(self._value.split()) ^ {value})
            self._show_row(row)
            return
        self._value = value
        self.answered.emit(value)
        if step != STAY:
            self.moved.emit(step)

    def _drop_last(self) -> None:
        if self._readonly or not self._value:
            return
        taken = self._value.split()[:-1] if self._multiple else []
        self._report_several(set(taken))

    def _report_several(self, taken: set[str]) -> None:
        self._value = " ".join(c.value for c in self._choices if c.value in taken)
        self.line.setText("")
        self.answered.emit(self._value)
        self._filter("")


def _words(choice: Choice) -> str:
    return plain(choice.label) or choice.value
