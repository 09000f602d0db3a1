"""All commands of this place in one list: type a few letters, see its key, Enter does it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from fieldapp.domain.pinyin import fold, spell
from fieldapp_ui.commands import COMMANDS, Command
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.actions import Actions
from fieldapp_ui.windows.parts import column
from fieldapp_ui.windows.rowlist import RowList, SteeringLine


class CommandPalette(QDialog):
    """Commands that cannot be done now are grey and say why."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._actions = actions
        self.setWindowTitle(tr("All commands"))
        self.setObjectName("palette")
        self.resize(theme.px(560), theme.px(420))
        self.line = SteeringLine(self)
        self.line.setPlaceholderText(tr("What do you want to do?"))
        self.line.setAccessibleName(tr("All commands"))
        self.list = RowList(theme, detail_below=False, parent=self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        layout = column(self, margin=8, gap=8)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.line.textChanged.connect(self._narrow)
        self.line.stepped.connect(self.list.step)
        self.line.entered.connect(self.list.take)
        self.line.given_up.connect(self.reject)
        self.list.taken.connect(self._run)
        self._narrow("")

    def _narrow(self, text: str) -> None:
        wanted = fold(text).replace(" ", "")
        possible = [COMMANDS[name] for name in self._actions.possible() if name != "palette"]
        self.list.rows.show_rows([self._row(item) for item in possible if _answers(item, wanted)])
        self.list.first()

    def _row(self, item: Command) -> Row:
        reason = self._actions.why_not(item.id)
        key = QKeySequence(item.key).toString(QKeySequence.SequenceFormat.NativeText)
        return Row(tr(item.text), reason or key, item.id, can=not reason)

    def _run(self, name: str) -> None:
        self.accept()
        self._actions.run(name)


def _answers(item: Command, wanted: str) -> bool:
    words = tr(item.text)
    spelling = spell(words)
    sought = (fold(words), spelling.full, spelling.initials, item.text.lower())
    return any(wanted in text.replace(" ", "") for text in sought)
