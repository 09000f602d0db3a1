"""What was repaired in a form from disk, told before it is filled: where in the file, and what was done there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QHeaderView, QTableView, QWidget

from fieldapp.errors import Finding, Where
from fieldapp.forms import Form
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label


def repairs_of(form: Form) -> tuple[Finding, ...]:
    """What the importer changed so that the form could be opened; warnings are for the form's author."""
    return tuple(finding for finding in form.findings if finding.severity == "repair")


class RepairsDialog(QDialog):
    """Enter begins to fill the form (`accepted`), Esc leaves it in the list."""

    def __init__(self, theme: Theme, title: str, repairs: Sequence[Finding], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Repairs in the form"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.px(760), theme.px(440))
        body = column(self, margin=theme.px(24), gap=theme.px(12))
        body.addWidget(label(title, "heading", wrap=True))
        said = tr(
            "{count} places of the file were put right here; the file itself stays as it is.",
            count=len(repairs),
        )
        body.addWidget(label(said, "", wrap=True))
        self.table = QTableView(self)
        self.table.setModel(_lines(repairs, self.table))
        self._furnish(theme)
        body.addWidget(self.table, 1)
        note = tr("Tell the form's author, so that the next edition needs no repair.")
        body.addWidget(label(note, "caption", wrap=True))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Back to the list"), self.reject, role="quiet"))
        self.go = button(tr("Fill in this form"), self.accept, role="primary")
        self.go.setDefault(True)
        buttons.addWidget(self.go)
        body.addLayout(buttons)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _furnish(self, theme: Theme) -> None:
        table = self.table
        table.setProperty("role", "figures")
        table.setAccessibleName(self.windowTitle())
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.setColumnWidth(0, theme.px(260))


def _lines(repairs: Sequence[Finding], parent: QWidget) -> QStandardItemModel:
    model = QStandardItemModel(0, 2, parent)
    model.setHorizontalHeaderLabels([tr("Place in the file"), tr("What was done")])
    for one in repairs:
        model.appendRow([QStandardItem(place_words(one.where)), QStandardItem(one.sentence(tr))])
    return model


def place_words(where: Where) -> str:
    """Sheet, row and column of a finding, as far as they are known."""
    row = tr("row {row}", row=where.row) if where.row is not None else ""
    return " · ".join(part for part in (where.sheet, row, where.column) if part)
