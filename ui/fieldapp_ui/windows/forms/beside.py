"""What stands at the right of a form: help for the question the worker is at, and the remark on it or on the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp_ui.windows.forms.filling import FormFilling

SIDE_FROM = 1280
"""The window's width (at 100 % text) from which the right column is shown."""


class FormBeside(QObject):
    """Fills the right column; a narrow window shows it for as long as a remark is written."""

    def __init__(self, form: FormFilling) -> None:
        super().__init__(form)
        self._form = form
        form.side.remarked.connect(form.entry.put_remark)
        form.side.closed.connect(self._leave)

    def write_remark(self) -> None:
        """Ctrl+N: on the question the worker is at."""
        form = self._form
        ref = form.current()
        if not ref:
            self.remark_on_entry()
            return
        form.side.show_remark(ref, form.entry.remark(ref), tr("Remark on this question (Ctrl+N)"))
        self._go_there()

    def remark_on_entry(self) -> None:
        """Ctrl+Shift+N: on the whole entry."""
        form = self._form
        root = form.entry.reading.root
        title = tr("Remark on the whole entry (Ctrl+Shift+N)")
        form.side.show_remark(root, form.entry.remark(root), title)
        self._go_there()

    def show_question(self, ref: str) -> None:
        """What belongs to a question."""
        form = self._form
        form.side.show_question(
            ref,
            form.entry.reading.node(ref).guidance,
            form.entry.last_year(ref),
            form.entry.remark(ref),
            form.entry.last_entry(ref),
        )

    def about(self) -> str:
        """The question the worker is at in words, with its hint and explanation; empty where he is at none."""
        form = self._form
        ref = form.current()
        if not form.entry.reading.has(ref):
            return ""
        node, number = form.entry.reading.node(ref), form.entry.reading.number(ref)
        parts = (
            f"{number}  {plain(node.label) or node.name}".strip(),
            plain(node.hint),
            plain(node.guidance),
        )
        return "\n".join(part for part in parts if part)

    def fit(self) -> None:
        """The column comes and goes with the width of the window; the outline gives way to large text."""
        form = self._form
        wide = form.window().width() >= form.theme.px(SIDE_FROM)
        form.side.setVisible(wide or form.side.remark.hasFocus())
        form.left.fit(form.window().width())

    def _go_there(self) -> None:
        self._form.side.show()
        self._form.side.remark.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        self._form.side.commit()
        self._form.go(self._form.here)
        self.fit()
