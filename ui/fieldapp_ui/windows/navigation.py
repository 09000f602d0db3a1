"""The left side: which village, and the pages with an icon, a word and a count of what waits there."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from fieldapp_ui.commands import BESIDE, NAVIGATION, command
from fieldapp_ui.icons import icon
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import column, hairline, label, scrolling

WIDTH = 208
# Icon, caret and paddings of the village button.
SCOPE_MARGINS = 76


class NavigationBar(QWidget):
    """Signals: `wanted(page)`, `scope_chosen(code)`."""

    wanted = Signal(str)
    scope_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(WIDTH))
        self._group = QButtonGroup(self)
        self._places: dict[str, QPushButton] = {}
        self._counts: dict[str, QLabel] = {}
        self._choices: QMenu | None = None
        self.scope = self._scope_button()
        layout = column(self, gap=2)
        layout.addWidget(self.scope)
        # In large type the pages do not all fit a low window: they scroll, the village above them stays.
        inner = QWidget()
        places = column(inner, gap=2)
        places.addSpacing(8)
        for name in NAVIGATION:
            if name == "settings":
                places.addSpacing(8)
                places.addWidget(hairline())
                places.addSpacing(8)
            places.addWidget(self._place(name))
        places.addStretch(1)
        self._area = scrolling(inner)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(self._area, 1)

    def show_scope(self, name: str, choices: Mapping[str, str], chosen: str) -> None:
        """The name of the village in view, and the villages one may choose (code → name)."""
        room = self._theme.px(WIDTH - SCOPE_MARGINS)
        self.scope.setText(self.scope.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room))
        menu = QMenu(self.scope)
        for code, title in choices.items():
            action = menu.addAction(title, partial(self.scope_chosen.emit, code))
            action.setCheckable(True)
            action.setChecked(code == chosen)
        if self._choices is not None:
            self._choices.deleteLater()
        self._choices = menu
        self.scope.setMenu(menu)
        item = command("village.choose")
        self.scope.setToolTip(f"{name}  ·  {tr(item.text)}  ({item.key})")
        self.scope.setAccessibleName(tr("Village: {name}", name=name))

    def open_scope(self) -> None:
        """Open the choice of villages by a key, on the one in view."""
        if self._choices is None:
            return
        self._choices.popup(self.scope.mapToGlobal(self.scope.rect().bottomLeft()))
        for action in self._choices.actions():
            if action.isChecked():
                self._choices.setActiveAction(action)

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Page → a short count such as "7" or "2 drafts"; pages left out show none."""
        for name, words in self._counts.items():
            words.setText(counts.get(name, ""))
            title = tr(command(f"go.{name}").text)
            self._places[name].setAccessibleName(f"{title} {words.text()}".strip())

    def mark(self, page: str) -> None:
        """Which page is shown. A household and any other record is part of the register."""
        name = "register" if page in ("household", "record") else page
        name = "settings" if page in (*BESIDE, "workshop") else name
        name = {"duplicates": "conflicts", "matters": "conflicts", "compare": "exchange"}.get(page, name)
        if name in self._places:
            self._places[name].setChecked(True)
            self._area.ensureWidgetVisible(self._places[name], 0, 8)

    def _scope_button(self) -> QPushButton:
        made = QPushButton()
        made.setProperty("role", "scope")
        made.setIcon(icon("village", self._theme.colours.accent))
        made.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
        return made

    def _place(self, name: str) -> QPushButton:
        item = command(f"go.{name}")
        made = QPushButton("  " + tr(item.text))
        made.setProperty("role", "place")
        made.setCheckable(True)
        made.setToolTip(f"{tr(item.help)}  ({item.key})")
        made.setIcon(icon(item.icon, self._theme.colours.accent))
        made.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
        made.clicked.connect(lambda _=False: self.wanted.emit(name))
        count = label("", "count")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, self._theme.px(16), 0)
        row.addStretch(1)
        row.addWidget(count)
        self._group.addButton(made)
        self._places[name], self._counts[name] = made, count
        return made
