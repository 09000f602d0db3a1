"""What one chooses above the table of a list: another list, a view, the columns; each a line of typing and a choice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from fieldapp_ui.editing.views import ListView, fitting
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.picker import Picker


class ListChoices(QObject):
    """Signals: `view_taken(View)`, `said(str)` after a view was kept."""

    view_taken = Signal(object)
    said = Signal(str)

    def __init__(self, view: ListView, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self.view, self._theme, self._page = view, theme, page

    def choose_list(self) -> None:
        def find(typed: str) -> list[Row]:
            return [Row(one.words, "", one.key) for one in fitting(self.view.lists(), typed)]

        picker = Picker(self._theme, tr("Choose a list"), find, self._page)
        picker.choose(self.view.list)
        picker.taken.connect(self.view.choose_list)
        picker.open()

    def choose_view(self) -> None:
        def find(typed: str) -> list[Row]:
            views = self.view.views()
            rows = [
                Row(one.name, tr("Del takes it away") if self.view.is_own(one.name) else "", one.name)
                for one in views
                if typed.strip().casefold() in one.name.casefold()
            ]
            fresh = typed.strip()
            if fresh and all(one.name != fresh for one in views):
                rows.append(Row(tr("Keep this view as “{name}”", name=fresh), "", f"+{fresh}"))
            return rows

        picker = Picker(self._theme, tr("Choose a view, or type a name to keep this one"), find, self._page)
        picker.keys = {(Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): 0}
        picker.taken.connect(self._take_view)
        picker.pressed.connect(lambda name, _: self.view.forget(name))
        picker.pressed.connect(picker.look)
        picker.open()

    def _take_view(self, name: str) -> None:
        if name.startswith("+"):
            self.view.save_as(name[1:])
            self.said.emit(tr("View “{name}” is kept", name=name[1:]))
        else:
            self.view_taken.emit(next(one for one in self.view.views() if one.name == name))

    def choose_columns(self) -> None:
        def find(typed: str) -> list[Row]:
            shown = self.view.paths
            choices = sorted(
                fitting(self.view.choices(), typed),
                key=lambda one: shown.index(one.key) if one.key in shown else len(shown),
            )
            return [
                Row(f"{'✓' if one.key in shown else '　'}  {one.words}", one.beside, one.key)
                for one in choices
            ]

        picker = Picker(
            self._theme,
            tr("Columns"),
            find,
            self._page,
            stays=True,
            hint=tr("Enter shows or hides a column, Alt+Up and Alt+Down move it, Esc is done."),
        )
        picker.keys = {
            (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): -1,
            (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): 1,
        }

        def move(path: str, by: int) -> None:
            if path in self.view.paths:
                self.view.move(path, by)
                picker.look()
                picker.choose(path)

        picker.taken.connect(self.view.toggle)
        picker.pressed.connect(move)
        picker.open()
