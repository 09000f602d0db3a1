"""What the keys of a form do: go to a question, carry over, copy, confirm; add, delete, sort and open rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp_ui.editing.forms.route import Stop, growing_list, list_of, onward
from fieldapp_ui.editing.forms.tongues import language_name
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp_ui.windows.forms.filling import FormFilling


class FormKeys(QObject):
    """The commands of a form being filled; where a key can do nothing, the foot says why."""

    def __init__(self, form: FormFilling) -> None:
        super().__init__(form)
        self._form = form

    def find_question(self) -> None:
        """F6."""
        form = self._form
        form.goto.open(form.entry.reading)

    def speak_next(self) -> None:
        """Ctrl+L: the form's next language; the worker stays where he is, and the foot says which it is now."""
        self._form.commit()
        self._form.entry.next_language()
        self._say_language()

    def speak(self, language: str) -> None:
        """A language from the menu."""
        self._form.commit()
        self._form.entry.speak(language)
        self._say_language()

    def _say_language(self) -> None:
        form = self._form
        names = [language_name(one) for one in form.entry.form.languages]
        words = tr(
            "The form speaks {language} now ({all}).",
            language=language_name(form.entry.language),
            all=" / ".join(names),
        )
        form.footer.show_note(words)

    def open_jumps(self) -> None:
        """Ctrl+J: what is blank, wrong, to confirm, remarked, returned."""
        form = self._form
        form.commit()
        form.jump.open(form.entry.reading)

    def to_outline(self) -> None:
        """The keys go to the outline; Escape comes back."""
        form = self._form
        form.commit()
        form.outline.mark(form.here.section)
        form.outline.take_focus()

    def go_to_hole(self, step: int) -> None:
        """F10 and Shift+F10; with no hole left, on Finalise."""
        form = self._form
        form.commit()
        ref = form.current()
        form.pass_over(ref)
        hole = form.entry.reading.hole(ref, step)
        if hole:
            form.go_to(hole)
        else:
            form.go(None)

    def carry_over(self) -> None:
        """F7: last year's value or that of the last entry; the cursor stays, so that it can be read and changed."""
        form = self._form
        form.commit()
        if form.current() and not form.entry.carry_over(form.current()):
            form.footer.show_note(tr("Nothing is known for this question from last year or the last entry."))

    def copy_above(self) -> None:
        """F9: as in the row above, and on to the next question."""
        form = self._form
        if form.in_table:
            form.rows.copy_above()
            return
        ref = form.current()
        if form.entry.copy_above(ref):
            form.go(onward(form.entry.reading, ref))
        elif ref.count("["):
            form.footer.show_note(tr("There is no row above."))
        else:
            form.footer.show_note(tr("This question stands in no row: there is nothing above to copy."))

    def confirm(self) -> None:
        """F8: the answer is right in spite of its soft check, and on."""
        form = self._form
        form.commit()
        ref = form.current()
        if form.entry.confirm(ref):
            if not form.in_table:
                form.go(onward(form.entry.reading, ref))
        else:
            form.footer.show_note(tr("Nothing asks to be confirmed here."))

    def add_row(self) -> None:
        """F3: a new row of the list in view, or of the list that the row in view belongs to."""
        form = self._form
        if form.in_table:
            form.rows.add_row()
        elif (range_ref := growing_list(form.entry.reading, form.here.section)) is not None:
            form.commit()
            form.show_row(form.entry.add_row(range_ref))

    def delete_row(self) -> None:
        """F4: the row with the cursor, or the one whose page this is; undo brings it back."""
        form = self._form
        if form.in_table:
            form.rows.delete_row()
            return
        reading = form.entry.reading
        row = reading.sections[form.here.section].ref
        if growing_list(reading, form.here.section) is not None and row.endswith("]"):
            form.commit()
            place = list_of(reading, row)
            form.go(Stop(place))
            form.entry.remove_row(row)

    def sort_rows(self) -> None:
        """F5: the rows in view, by the column with the cursor."""
        form = self._form
        if form.in_table:
            form.rows.sort()
        else:
            form.footer.show_note(tr("Rows are sorted in their table."))

    def open_row(self) -> None:
        """F2: from the table to the row's page, from a row's page back to the table."""
        form = self._form
        if form.in_table:
            form.rows.open_row()
        elif (row := form.entry.reading.sections[form.here.section].ref).endswith("]"):
            ref = form.current()
            form.commit()
            form.go(Stop(list_of(form.entry.reading, row), ref or row))
