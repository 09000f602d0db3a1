"""F6: type a number, a name or a few letters of a question; Enter goes there, Escape stays."""

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.editing.forms.search import Hit
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme, wear_role


class GoTo(QFrame):
    """A small card over the form. Signals: `chosen(ref)`; `closed()`."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        wear_role(self, "card")
        self._page = parent
        self._hits: tuple[Hit, ...] = ()
        self._reading: FormReading | None = None
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Number, name or a few letters of the question"))
        self.line.setAccessibleName(tr("Go to a question"))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self._model = QStringListModel(self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setProperty("choices", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.resize(theme.px(520), theme.px(320))
        self.hide()

    def open(self, reading: FormReading) -> None:
        """Shows the card in the middle of the page."""
        self._reading = reading
        self.move(QPoint((self._page.width() - self.width()) // 2, 24))
        self.line.clear()
        self._search("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list while the cursor stays in the line."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        row = self.list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentIndex(self._model.index(max(0, min(len(self._hits) - 1, row + step))))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(max(0, row))
            case Qt.Key.Key_Escape:
                self.hide()
                self.closed.emit()
            case _:
                return False
        return True

    def _search(self, text: str) -> None:
        self._hits = self._reading.find(text) if self._reading is not None else ()
        self._model.setStringList([f"{hit.number}  {hit.label}" for hit in self._hits])
        if self._hits:
            self.list.setCurrentIndex(self._model.index(0))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._hits):
            self.hide()
            self.chosen.emit(self._hits[row].ref)
