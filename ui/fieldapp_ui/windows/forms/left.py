"""The left of a form: its outline, and under it what concerns the whole form: its language, the remark on the entry."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.tongues import language_name
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme, wear_role
from fieldapp_ui.windows.forms.outline import Outline
from fieldapp_ui.windows.parts import button

WIDTH, SHARE = 260, 0.24
"""How wide it is at 100 % text, and how much of the window it takes at most when the text is larger."""
LANGUAGE_KEY, REMARK_KEY = "Ctrl+L", "Ctrl+Shift+N"


class FormLeft(QWidget):
    """A form with one language has no button for it; an entry without a remark none for that.

    Signals: `language_wanted(str)`; `remark_wanted()`.
    """

    language_wanted = Signal(str)
    remark_wanted = Signal()

    def __init__(self, entry: FormEntry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry, self._theme = entry, theme
        wear_role(self, "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(WIDTH))
        self.outline = Outline(theme, self)
        self.remark = self._line("remark", self.remark_wanted.emit)
        self.language = self._line("language", self.open_menu)
        self.menu = QMenu(self.language)
        self.menu.setAccessibleName(tr("Language of the form"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, theme.px(4))
        column.setSpacing(theme.px(4))
        column.addWidget(self.outline, 1)
        for part in (self.remark, self.language):
            column.addWidget(part)
        self.show_entry()

    def show_entry(self) -> None:
        """The language it speaks now, and the remark on it as it stands."""
        entry = self._entry
        languages = entry.form.languages
        self.language.setVisible(len(languages) > 1)
        name = language_name(entry.language) if entry.language else ""
        self.language.setText(f"{name} ▾  {LANGUAGE_KEY}".replace("&", "&&"))
        self.language.setToolTip(tr("Language of the form"))
        self.language.setAccessibleName(f"{tr('Language of the form')}: {name}")
        said = plain(entry.remark(entry.reading.root))
        self.remark.setVisible(bool(said))
        room = self.width() - self._theme.px(64)
        shown = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        self.remark.setText(shown.replace("&", "&&"))
        self.remark.setToolTip(f"{tr('Remark: {words}', words=said)}  {REMARK_KEY}")
        self.remark.setAccessibleName(tr("Remark: {words}", words=said))

    def fit(self, window_width: int) -> None:
        """With large text on a small screen the questions need the room more."""
        self.setFixedWidth(min(self._theme.px(WIDTH), round(window_width * SHARE)))

    def open_menu(self) -> None:
        """The languages by name; a digit or Enter takes one, Escape none."""
        self.menu.clear()
        for place, language in enumerate(self._entry.form.languages, 1):
            item = self.menu.addAction(f"&{place}  {language_name(language)}")
            item.setCheckable(True)
            item.setChecked(language == self._entry.language)
            item.triggered.connect(partial(self._take, language))
            if item.isChecked():
                self.menu.setActiveAction(item)
        above = QPoint(0, self.menu.sizeHint().height())  # the button is at the foot of the window
        self.menu.popup(self.language.mapToGlobal(QPoint(0, 0)) - above)

    def _take(self, language: str, _on: bool = False) -> None:
        self.language_wanted.emit(language)

    def _line(self, mark: str, press: Callable[[], object]) -> QPushButton:
        made = button("", press, role="quiet", mark=mark, theme=self._theme)
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.setStyleSheet("text-align: left")
        return made
