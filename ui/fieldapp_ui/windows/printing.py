"""A paper before it is printed: its pages as they will come out, then the printer or a PDF file."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QWidget

from fieldapp.errors import UserError
from fieldapp.reports.document import Document
from fieldapp.reports.printing import Order, household_document
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import button, column, label, scrolling

DPI = 84


def preview_paper(desk: Desk, name: str, household: str, year: int, parent: QWidget) -> None:
    """Make a paper of `reports.printing.REPORTS` beside the window and show it; a refusal stands in the status line."""
    order = Order(household, year, desk.texts)
    desk.tasks.start_with_vault(
        lambda vault, handle: household_document(vault, name, order),
        owner=parent,
        done=lambda document: PaperPreview(desk, document, household, parent).open(),
        failed=desk.deeds.refused.emit,
    )


class PaperPreview(QDialog):
    """Pages one below the other; Print and PDF, each put on record before it leaves."""

    def __init__(self, desk: Desk, document: Document, household: str, parent: QWidget) -> None:
        from fieldapp_paper.pages import lay_out
        from fieldapp_paper.painting import page_image

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print"))
        self._desk, self._household = desk, household
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
        row.addWidget(button(tr("Keep as PDF"), self.keep, mark="export", theme=desk.theme))
        self.out = button(tr("Print"), self.print_out, role="primary", mark="print", theme=desk.theme)
        row.addWidget(self.out)
        layout = column(self, margin=16, gap=16)
        layout.addWidget(scrolling(inner), 1)
        layout.addLayout(row)
        self.resize(QSize(desk.theme.px(800), desk.theme.px(680)))

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
        note_export(self._desk.vault, self._document.name, scope=found.scope if found else "")
