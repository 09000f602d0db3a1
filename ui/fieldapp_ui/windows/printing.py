"""A paper before it is printed: its pages as they will come out, then the printer or a PDF file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QWidget

from fieldapp.errors import UserError
from fieldapp.reports.document import Document
from fieldapp.reports.printing import CARD, Order, household_document
from fieldapp.store import Vault
from fieldapp.store.permissions import role_of
from fieldapp.store.records import Record
from fieldapp_ui.background.tasks import Handle
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import button, column, label, scrolling
from fieldapp_ui.windows.reason import why_export

DPI = 84


def preview_paper(
    desk: Desk, name: str, household: str, year: int, parent: QWidget, *, reason: str = ""
) -> None:
    """Make a paper of `reports.printing.REPORTS` beside the window and show it; a refusal stands in the status line.

    `reason` lifts the masks, where the paper has any.
    """
    order = Order(household, year, desk.texts, reason=reason)
    again = partial(preview_paper, desk, name, household, year, parent)
    whole = None if reason or name != CARD else again
    desk.tasks.start_with_vault(
        lambda vault, handle: household_document(vault, name, order),
        owner=parent,
        done=lambda document: PaperPreview(
            desk, document, household, parent, reason=reason, whole=whole
        ).open(),
        failed=desk.deeds.refused.emit,
    )


def preview_blank(desk: Desk, form: str, household: str, parent: QWidget) -> None:
    """A form of the packs (its id) blank, for a household or, without one, for any; made beside the window."""
    scope, year, texts = desk.scope.code, desk.today().year, desk.texts

    def make(vault: Vault, _handle: Handle) -> Document:
        from fieldapp.reports.blank_facts import blank_document, pack_form

        found = pack_form(vault, form)
        return blank_document(vault, found, texts, household=household, scope=scope, year=year)

    desk.tasks.start_with_vault(
        make,
        owner=parent,
        done=lambda document: PaperPreview(desk, document, household, parent).open(),
        failed=desk.deeds.refused.emit,
    )


def preview_need(desk: Desk, need: Record, parent: QWidget) -> None:
    """The anonymous card of a need, made beside the window."""
    year, texts = desk.today().year, desk.texts

    def make(vault: Vault, _handle: Handle) -> Document:
        from fieldapp.reports.need_card import need_document

        return need_document(vault, need.id, year, texts)

    household = str(need.values.get("household") or "")
    desk.tasks.start_with_vault(
        make,
        owner=parent,
        done=lambda document: PaperPreview(desk, document, household, parent).open(),
        failed=desk.deeds.refused.emit,
    )


class PaperPreview(QDialog):
    """Pages one below the other; Print and PDF, each put on record before it leaves.

    `whole` makes the same paper without masks, for the reason it is given as `reason`.
    """

    def __init__(
        self,
        desk: Desk,
        document: Document,
        household: str,
        parent: QWidget,
        *,
        reason: str = "",
        whole: Callable[..., None] | None = None,
    ) -> None:
        from fieldapp_paper.pages import lay_out
        from fieldapp_paper.painting import page_image

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print"))
        self._desk, self._household, self._reason, self._whole = desk, household, reason, whole
        self._document, self._pages = document, lay_out(document)
        inner = QWidget()
        sheets = column(inner, margin=16, gap=16)
        for number in range(self._pages.count):
            sheet = QLabel()
            sheet.setPixmap(QPixmap.fromImage(page_image(self._pages, number, DPI)))
            sheet.setAccessibleName(
                tr("Page {number} of {count}", number=number + 1, count=self._pages.count)
            )
            sheets.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        sheets.addStretch(1)
        self._trouble = label("", "error", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self._trouble, 1)
        row.addWidget(button(tr("Close"), self.reject, role="quiet"))
        if whole is not None and role_of(desk.vault).may("export", "id"):
            row.addWidget(button(tr("Print without masks"), self.ask_why, role="quiet"))
        row.addWidget(button(tr("Keep as PDF"), self.keep, mark="export", theme=desk.theme))
        self.out = button(tr("Print"), self.print_out, role="primary", mark="print", theme=desk.theme)
        row.addWidget(self.out)
        layout = column(self, margin=16, gap=16)
        layout.addWidget(scrolling(inner), 1)
        layout.addLayout(row)
        self.resize(QSize(desk.theme.px(800), desk.theme.px(680)))

    def ask_why(self) -> None:
        """Without masks only for a reason; then the paper is made anew."""
        dialog = why_export(self._desk.theme, self._document.title, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(self._show_whole)
        dialog.open()

    def _show_whole(self, reason: str) -> None:
        if self._whole is not None:
            self.accept()
            self._whole(reason=reason)

    def keep(self) -> None:
        """Ask where, and write the PDF."""
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Keep as PDF"), f"{self._document.name}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the PDF; a refusal is said beside the buttons."""
        from fieldapp_paper.painting import write_pdf

        try:
            self._note()
            write_pdf(self._document, path)
        except UserError as refused:
            self._trouble.setText(f"✕ {refused.sentence(tr)}")
        else:
            self.accept()

    def print_out(self) -> None:
        """Ask for the printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        if QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        from fieldapp_paper.painting import paint

        try:
            self._note()
        except UserError as refused:
            self._trouble.setText(f"✕ {refused.sentence(tr)}")
            return
        painter = QPainter(printer)
        try:
            for number in range(self._pages.count):
                if number:
                    printer.newPage()
                paint(
                    self._pages,
                    painter,
                    number,
                    QRectF(printer.pageLayout().fullRectPixels(printer.resolution())),
                )
        finally:
            painter.end()
        self.accept()

    def _note(self) -> None:
        from fieldapp.store.exports import note_export
        from fieldapp.store.records import record

        found = record(self._desk.vault, "household", self._household)
        scope = found.scope if found else self._desk.scope.code
        note_export(
            self._desk.vault, self._document.name, scope=scope, reason=self._reason, masked=not self._reason
        )
