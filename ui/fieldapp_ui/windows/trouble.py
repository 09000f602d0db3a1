"""A bug: one friendly sentence, a report to copy, and the word that nothing was lost."""

import traceback

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from fieldapp_ui.language import tr


def tell_trouble(trouble: BaseException, parent: QWidget | None) -> QMessageBox:
    """Opens the message without stopping anything and returns it."""
    report = "".join(traceback.format_exception(trouble))
    box = QMessageBox(parent)
    box.setWindowTitle(tr("FieldApp"))
    box.setText(tr("Something went wrong in the program. What you saved is kept; go on working."))
    box.setInformativeText(
        tr("The report tells the helpers where it happened. It holds no household's data.")
    )
    copy = box.addButton(tr("Copy the report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(_without_values(report)))
    box.open()
    return box


def _without_values(report: str) -> str:
    """The stack without the message of the exception: a message may quote what was typed."""
    lines = report.rstrip().splitlines()
    kind = lines[-1].partition(":")[0] if lines else ""
    return "\n".join([*lines[:-1], kind])
