"""A look at pasted rows before they are kept: what each column is, which cells are wrong and why; Enter keeps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QHeaderView, QTableView, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.editing.pasted import PastedPeople
from fieldapp_ui.language import tr
from fieldapp_ui.models.pasted import PastedModel
from fieldapp_ui.windows.parts import button, column, label, scrolling

WIDTH, HEIGHT, ROW, TROUBLES = 1040, 560, 34, 120


class PasteDialog(QDialog):
    """Enter keeps the rows in one deed; what is marked is left out."""

    def __init__(self, editor: CardEditor, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme = editor.desk.theme
        self.pasted = PastedPeople(editor, text)
        self.setWindowTitle(tr("Paste rows"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.px(WIDTH), min(theme.px(HEIGHT), parent.window().height() - theme.px(80)))
        layout = column(self, margin=theme.px(24), gap=theme.px(12))
        heading = tr("Members out of the clipboard: {count}", count=self.pasted.kept)
        layout.addWidget(label(heading, "heading"))
        layout.addWidget(label(self._note(), "caption", wrap=True))
        self.model = PastedModel(editor.desk, editor.reading, self.pasted, self)
        self.table = self._table(theme.px(ROW))
        layout.addWidget(self.table, 1)
        self.troubles = self.pasted.troubles()
        if self.troubles:
            inner = QWidget()
            lines = column(inner, gap=theme.px(4))
            for sentence in self.troubles:
                lines.addWidget(label(f"✕ {sentence}", "error", wrap=True))
            lines.addStretch(1)
            area = scrolling(inner)
            area.setMaximumHeight(theme.px(TROUBLES))
            layout.addWidget(area)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        layout.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        self.go = button(tr("Keep {count} rows", count=self.pasted.kept), self.keep, role="primary")
        self.go.setEnabled(self.pasted.kept > 0)
        self.go.setDefault(True)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the rows, or say why not."""
        try:
            self.pasted.keep()
        except UserError as refused:
            self.error.setText(f"✕ {refused.sentence(tr)}")
            self.error.show()
            return
        self.accept()

    def _note(self) -> str:
        if not self.pasted.rows:
            return tr(
                "The clipboard holds no rows. Copy them in Excel or WPS, with their headings, and try again."
            )
        return tr(
            "For people who are in the household already. A birth or a marriage is recorded as a change. "
            "Marked cells are left out."
        )

    def _table(self, height: int) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(height)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().ensurePolished()
        table.horizontalHeader().setHighlightSections(False)
        table.resizeColumnsToContents()
        return table
