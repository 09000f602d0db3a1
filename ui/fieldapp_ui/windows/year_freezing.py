"""Taking a snapshot: the cut-off day, and from the second version on why a new one is needed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.day_line import DayLine
from fieldapp_ui.windows.parts import button, column, label


class FreezeDialog(QDialog):
    """`version`: the newest version there is, 0 for none. Signals: `given(day, reason)`."""

    given = Signal(str, str)

    def __init__(self, theme: Theme, year: int, version: int, places: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._year, self._version = year, version
        self.setWindowTitle(tr("Take a snapshot"))
        self.setFixedWidth(theme.px(480))
        self.day, self.reason = DayLine(tr("Cut-off day")), QLineEdit()
        self.day.setText(f"{year}-12-31")
        self.reason.setAccessibleName(tr("Reason"))
        self.wrong = label("", "error", wrap=True)
        layout = column(self, margin=24, gap=8)
        layout.addWidget(label(tr("Freeze {year} as it stands", year=year), "heading"))
        note = tr(
            "{places}. The figures are those of the end of the cut-off day. A seal keeps them.", places=places
        )
        layout.addWidget(label(note, "caption", wrap=True))
        layout.addSpacing(8)
        layout.addWidget(label(tr("Cut-off day"), "strong"))
        layout.addWidget(self.day)
        why = tr("Why is a new version needed after version {version}?", version=version)
        layout.addWidget(label(why if version else tr("Reason (may stay empty)"), "strong", wrap=True))
        layout.addWidget(self.reason)
        layout.addWidget(self.wrong)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        self.go = button(tr("Take a snapshot"), self._give, role="primary")
        buttons.addWidget(self.go)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        self.day.given.connect(lambda _: self.reason.setFocus(Qt.FocusReason.TabFocusReason))
        self.day.refused.connect(self.wrong.setText)
        self.reason.returnPressed.connect(self._give)
        self.day.selectAll()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        day, reason = self.day.day(), self.reason.text().strip()
        if day[:4] != str(self._year):
            self.wrong.setText(tr("The cut-off day is a day of {year}.", year=self._year))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._version and not reason:
            self.wrong.setText(tr("Write why a new version is needed."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.accept()
            self.given.emit(day, reason)
