"""A cell of the grid of members while it is typed: a line that tells when it is kept, left or given up."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.fields.facts.line import FactLine
from fieldapp_ui.fields.facts.typed_code import TypedCode
from fieldapp_ui.models.members import MembersModel

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Signals: `opened(line, index)`, `kept(line, index, int)`, `left(line, index)`, `given_up(line, index)`."""

    opened = Signal(object, object)
    kept = Signal(object, object, int)
    left = Signal(object, object)
    given_up = Signal(object, object)

    def __init__(self, editor: CardEditor, rows: MembersModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._rows = editor, rows

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        spec, value = self._rows.specs[index.column()], str(index.data(Qt.ItemDataRole.EditRole) or "")
        desk = self._editor.desk
        line: FactLine
        if spec.type == "code":
            line = TypedCode(spec, desk.vault.dictionary, desk.texts, value)
        else:
            line = FactLine(spec, value)
        line.setParent(parent)
        line.setPlaceholderText("")
        line.setProperty("role", "cell")
        line.setAccessibleName(self._editor.reading.label(spec))
        here = QPersistentModelIndex(index)
        line.kept.connect(lambda step: self.kept.emit(line, here, step))
        line.left.connect(lambda: self.left.emit(line, here))
        line.given_up.connect(lambda: self.given_up.emit(line, here))
        self.opened.emit(line, here)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """It was filled when it was made."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """The grid keeps what was typed, and may refuse it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Escape and leaving are told by the line itself, which knows about the input method."""
        return False
