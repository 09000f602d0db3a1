"""A calendar under a line: arrows walk the days, Page Up and Down the months, Enter or a click takes one, Esc none."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QCalendarWidget, QWidget

from fieldapp_ui.fields.answers.size import scaled


def open_calendar(under: QWidget, day: date, picked: Callable[[date], None]) -> QCalendarWidget:
    """Shows the month of `day` under a widget; calls `picked` with the day that is taken."""
    calendar = QCalendarWidget(under)
    calendar.setWindowFlag(Qt.WindowType.Popup)
    calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setLocale(QLocale())
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    plain = QTextCharFormat()
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, plain)
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    def take(chosen: QDate) -> None:
        calendar.close()
        picked(date(chosen.year(), chosen.month(), chosen.day()))

    calendar.activated.connect(take)
    calendar.clicked.connect(take)
    calendar.resize(scaled(340), scaled(300))
    calendar.move(_place(under, calendar.height()))
    calendar.show()
    calendar.setFocus()
    return calendar


def _place(under: QWidget, height: int) -> QPoint:
    """Below the widget, or above it where the screen ends."""
    below = under.mapToGlobal(QPoint(0, under.height() + 2))
    screen = under.screen() or QApplication.primaryScreen()
    if screen is not None and below.y() + height > screen.availableGeometry().bottom():
        return under.mapToGlobal(QPoint(0, -height - 2))
    return below
