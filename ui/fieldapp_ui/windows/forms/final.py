"""A finalised, sent or returned form, to be read; correcting it makes a new one that names it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QWidget

from fieldapp_ui.editing.forms.final import FinalEntry
from fieldapp_ui.language import tr
from fieldapp_ui.models.final_lines import FinalModel
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.forms.tint import TintDelegate
from fieldapp_ui.windows.parts import button, column, label


class FinalView(QWidget):
    """Signals: `edit_wanted(str)` with the submission; `closed()` back to the list."""

    edit_wanted = Signal(str)
    closed = Signal()

    def __init__(self, entry: FinalEntry, about: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry, self._theme = entry, theme
        px = theme.px
        body = column(self, margin=px(24), gap=px(8))
        body.addWidget(label(f"{about} · {entry.worker}", "caption", wrap=True))
        for words in entry.returned:
            body.addWidget(label(f"↩ {tr('Returned: {words}', words=words)}", "amber", wrap=True))
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        body.addWidget(self.trouble)
        self.table = QTableView(self)
        self.table.setModel(FinalModel(theme, entry.lines, self.table))
        self.table.setItemDelegate(TintDelegate(self.table))
        self.table.setProperty("role", "figures")
        self.table.setAccessibleName(tr("Answers"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.table.horizontalHeader()
        header.ensurePolished()
        header.setStretchLastSection(True)
        body.addWidget(self.table, 1)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        self.edit = button(
            tr("Correct this form"),
            lambda: self.edit_wanted.emit(entry.id),
            role="primary",
            mark="edit",
            theme=theme,
        )
        self.edit.setEnabled(entry.may_edit)
        self.edit.setAutoDefault(True)
        self.edit.setToolTip(
            tr("A new form with these answers; this one stays in the history.")
            if entry.may_edit
            else tr("Your role does not fill in forms.")
        )
        line.addWidget(self.edit)
        line.addWidget(
            button(tr("Back to the list"), self.closed.emit, role="quiet", mark="back", theme=theme)
        )
        line.addStretch(1)
        body.addLayout(line)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All four columns are in sight; words are broken anew at another width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.table, self._fit)

    def _fit(self) -> None:
        number = self._theme.px(72)
        room = self.table.viewport().width() - number
        for at, width in enumerate((number, round(room * 0.4), round(room * 0.3))):
            self.table.setColumnWidth(at, width)
        self.table.resizeRowsToContents()

    def show_trouble(self, sentence: str) -> None:
        """Why it cannot be corrected."""
        self.trouble.setText(f"✕ {sentence}")
        self.trouble.show()
