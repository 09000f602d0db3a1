"""The head of a page: where am I, the one primary action, and the others as text buttons."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp_ui.commands import Command
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.actions import Actions
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.parts import button, emptied, label


class PageHeader(QWidget):
    """Shows a page's title and its actions as they are possible now."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._actions = theme, actions
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 16, 24, 8)
        self._row.setSpacing(8)
        self.setMinimumHeight(theme.px(36) + 24)

    def show_page(self, page: Page) -> None:
        """Draw the header anew from the page."""
        emptied(self._row)
        title = label(page.title(), "title")
        self._row.addWidget(title)
        self._row.addStretch(1)
        for item in page.secondary:
            self._add(item, "quiet")
        if page.primary is not None:
            self._add(page.primary, "primary")

    def _add(self, item: Command, role: str) -> None:
        made = button(
            tr(item.text), lambda: self._actions.run(item.id), role=role, mark=item.icon, theme=self._theme
        )
        reason = self._actions.why_not(item.id)
        made.setEnabled(not reason)
        key = f"  ({item.key})" if item.key else ""
        made.setToolTip(reason or f"{tr(item.help) if item.help else tr(item.text)}{key}")
        self._row.addWidget(made)
