"""Opening a year: what it does is said before it is done."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label


class OpenYearDialog(QDialog):
    """Accepted: open it."""

    def __init__(self, theme: Theme, year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open the year"))
        self.setFixedWidth(theme.px(480))
        layout = column(self, margin=24, gap=12)
        layout.addWidget(label(tr("Start {year} from {before}?", year=year, before=year - 1), "heading"))
        for words in (
            tr(
                "Lasting facts of last year are carried over, marked “carried”, where nobody has written yet."
            ),
            tr("What an exit standard judges, such as income, is never carried: it is asked anew."),
            tr("Nothing that is recorded is touched. It can be stopped; what was opened stays."),
        ):
            layout.addWidget(label(words, "", wrap=True))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        self.go = button(tr("Open the year"), self.accept, role="primary")
        self.go.setDefault(True)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        self.go.setFocus()
