"""The foot of the window: is it saved, is there a link, when was the last exchange."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from fieldapp_ui.icons import icon
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import label


class StatusLine(QStatusBar):
    """Three places: saved and hints at the left; link; last exchange at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizeGripEnabled(False)
        self.setFixedHeight(theme.px(32))
        self._mark = QLabel()
        self._saved = label("")
        self._link = label("")
        self._exchange = label("")
        self.addWidget(self._mark)
        self.addWidget(self._saved, 1)
        self.addPermanentWidget(self._link)
        self.addPermanentWidget(self._exchange)
        self.setContentsMargins(16, 0, 16, 0)
        self.show_saved(tr("Everything is saved"))

    def show_saved(self, sentence: str) -> None:
        """A mark and a sentence such as "10:32 saved"."""
        self._set_mark("saved", self._theme.colours.met)
        self._saved.setText(sentence)

    def show_trouble(self, sentence: str) -> None:
        """A mark and a sentence that says what to do."""
        self._set_mark("warning", self._theme.colours.not_met)
        self._saved.setText(sentence)

    def show_link(self, link: str, exchange: str) -> None:
        """The state of the link and the time of the last exchange, in words."""
        self._link.setText(link)
        self._exchange.setText(f"·  {exchange}")

    @property
    def sentence(self) -> str:
        """What stands at the left now."""
        return self._saved.text()

    def _set_mark(self, name: str, colour: str) -> None:
        size = self._theme.px(16)
        self._mark.setPixmap(icon(name, colour).pixmap(QSize(size, size), self.devicePixelRatio()))
