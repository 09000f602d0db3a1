"""A cell of a repeat's table while it is typed: the question's own small input; choices are a line with their list."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.choices.list import ListAnswer
from fieldapp_ui.fields.question.kinds import Surroundings, answer_for
from fieldapp_ui.models.repeat_rows import CellRole
from fieldapp_ui.windows.forms.tint import TintDelegate

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(TintDelegate):
    """Signals: `opened(Answer)` with the input of the cell; `answered(ref, raw)`; `moved(int)` on or back; `pasted(text)`
    several cells from a spreadsheet, which are not for this one alone."""

    opened = Signal(object)
    answered = Signal(str, str)
    moved = Signal(int)
    pasted = Signal(str)

    def __init__(self, node_of: Callable[[str], NodeState], around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._node_of, self._around = node_of, around

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        ref = str(index.data(CellRole.REF))
        node = self._node_of(ref)
        answer = self._input(node, parent)
        answer.setAutoFillBackground(True)
        answer.setFocusProxy(answer.input())
        answer.name_for_readers(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        answer.input().setProperty("role", "cell")
        answer.answered.connect(lambda raw: self.answered.emit(ref, raw))
        answer.moved.connect(self.moved)
        answer.input().installEventFilter(self)
        self.opened.emit(answer)
        return answer

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """It was filled when it was made."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Leaving a cell keeps what was typed in it; the input itself says what that is."""
        if isinstance(editor, Answer):
            editor.commit()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole cell."""
        editor.setGeometry(option.rect)
        if isinstance(editor, Answer) and isinstance(editor.input(), QLineEdit):
            editor.input().setMinimumHeight(option.rect.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Tab and leaving are told by the input itself, which knows about the input method; a block of cells is
        pasted into the table."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        text = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\t" not in text and "\n" not in text.strip():
            return False
        self.pasted.emit(text)
        return True

    def _input(self, node: NodeState, parent: QWidget) -> Answer:
        if node.kind != "select":
            return answer_for(node, self._around, parent)
        return ListAnswer(node, parent, in_cell=True)
