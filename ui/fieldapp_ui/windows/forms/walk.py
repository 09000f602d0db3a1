"""Where Enter and Shift+Enter lead the worker, and what holds him once: an answer that is wrong or doubted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp_ui.editing.forms.route import Stop, backward, before, beyond, onward, stop_of
from fieldapp_ui.fields.answers.answer import ON

if TYPE_CHECKING:
    from fieldapp_ui.windows.forms.filling import FormFilling


class FormWalk(QObject):
    """From a question to the next, from a page that is only read or a list of rows over it."""

    def __init__(self, form: FormFilling) -> None:
        super().__init__(form)
        self._form = form
        self._warned: tuple[str, str] | None = None

    def step(self, ref: str, step: int) -> None:
        """On or back from a question."""
        form = self._form
        reading = form.entry.reading
        form.pass_over(ref)
        if not reading.has(ref) or (step == ON and self._holds(ref)):
            return
        if step == ON:
            form.go(onward(reading, ref))
        elif (earlier := backward(reading, ref)) is not None:
            form.go(self._through_table(ref, earlier))

    def step_over(self, step: int) -> None:
        """On behind the section in view, or back before it."""
        form = self._form
        reading = form.entry.reading
        if step == ON:
            form.go(beyond(reading, form.here.section))
        elif (earlier := before(reading, form.here.section)) is not None:
            form.go(earlier if earlier.ref is None else stop_of(reading, earlier.ref))

    def _through_table(self, ref: str, earlier: Stop) -> Stop:
        """Going back over a list of rows leads into its table, where the table shows all of a row."""
        row = ref[: ref.rfind("]") + 1]
        if earlier.ref is None or (row and earlier.ref.startswith(row[: row.rfind("[")])):
            return earlier
        return stop_of(self._form.entry.reading, earlier.ref)

    def _holds(self, ref: str) -> bool:
        """A wrong or doubted answer holds the worker once, so that the sentence is read; a second Enter goes on."""
        form = self._form
        node = form.entry.reading.node(ref)
        doubted = form.entry.reading.is_unsure(ref)
        warning = (ref, node.value) if doubted or (node.violation is not None and node.value) else None
        new = warning is not None and warning != self._warned
        self._warned = warning or self._warned
        if new and (question := form.column.question(ref)) is not None:
            form.column.bring_into_view(question)
        return new
