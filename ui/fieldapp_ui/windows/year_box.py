"""The choice of a year: this one and those before it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from fieldapp_ui.language import tr

YEARS_SHOWN = 8


class YearBox(QComboBox):
    """Signals: `year_chosen(int)` by the worker."""

    year_chosen = Signal(int)

    def __init__(self, this_year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Year"))
        self.setToolTip(tr("The year that yearly facts are shown for."))
        self.addItems([str(year) for year in range(this_year, this_year - YEARS_SHOWN, -1)])
        self.textActivated.connect(lambda text: self.year_chosen.emit(int(text)))

    def show_year(self, year: int) -> None:
        """Show a year without asking for it."""
        if self.findText(str(year)) < 0:
            self.addItem(str(year))
        self.setCurrentText(str(year))
