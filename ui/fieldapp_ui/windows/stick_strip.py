"""The strip at the foot of every page: what a plugged-in stick carries, what can be done with it, how that went.

It takes no focus by itself and covers nothing; without a stick and without news it is not there.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.stick import StickDesk
from fieldapp_ui.editing.stick_reading import OnStick
from fieldapp_ui.editing.stick_words import offer_words
from fieldapp_ui.icons import icon
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import button, column, hairline, label
from fieldapp_ui.windows.stick_outcome import StickOutcome


class StickStrip(QWidget):
    """`act` is what the key of `stick.act` does."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sticks = StickDesk.of(desk)
        self.setProperty("role", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme = desk.theme
        whole = column(self, gap=0)
        whole.addWidget(hairline())
        self._offer = QWidget()
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(theme.px(24), theme.px(4), theme.px(16), theme.px(4))
        row.setSpacing(theme.px(8))
        mark = QLabel()
        size = QSize(theme.px(20), theme.px(20))
        mark.setPixmap(icon("usb", theme.colours.accent).pixmap(size, self.devicePixelRatio()))
        row.addWidget(mark)
        self.words = label("", "", wrap=True)
        row.addWidget(self.words, 1)
        self.take = button(tr("Take them in (F12)"), self.act, role="primary", mark="import", theme=theme)
        self.write = button(tr("Write to the stick (F12)"), self.act, role="", mark="export", theme=theme)
        self.later = button(tr("Speak of it later"), self._sticks.put_off, role="quiet")
        for one in (self.take, self.write, self.later):
            row.addWidget(one)
        whole.addWidget(self._offer)
        self.outcome = StickOutcome(self._sticks, theme)
        self.outcome.setContentsMargins(theme.px(24), theme.px(8), theme.px(16), theme.px(8))
        whole.addWidget(self.outcome)
        self._sticks.changed.connect(self.show_state)
        self.show_state()

    def act(self) -> None:
        """What the strip offers now: take in, go and write, hear what came of it; without a stick, the sync page."""
        sticks, offered = self._sticks, self._sticks.offered()
        if sticks.busy or sticks.strangers:
            self.outcome.take_focus()
        elif offered is not None and offered.new and self._offer.isVisible():
            sticks.take_new(offered)
        elif sticks.said is not None:
            sticks.forget()
        elif offered is not None:
            sticks.ask_export(offered.stick.path)
            self._desk.navigator.go(Place("sync"))
        else:
            self._desk.navigator.go(Place("sync"))

    def show_state(self) -> None:
        """The strip as the desk of sticks has it now."""
        sticks, offered = self._sticks, self._sticks.offered()
        self.outcome.setVisible(self.outcome.has_something and not sticks.in_view)
        shows_offer = offered is not None and self._is_free(offered)
        self._offer.setVisible(shows_offer)
        if offered is not None and shows_offer:
            self.words.setText(offer_words(offered, sticks.going))
            self.take.setVisible(bool(offered.new))
            self.write.setVisible(not offered.new and sticks.going > 0)
        self.setVisible(shows_offer or (self.outcome.has_something and not sticks.in_view))

    def _is_free(self, offered: OnStick) -> bool:
        """Nothing else is to be heard first; what came of one stick does not hide that the next has bundles."""
        sticks = self._sticks
        if sticks.busy or sticks.strangers:
            return False
        return sticks.said is None or (bool(offered.new) and sticks.said.state == "good")
