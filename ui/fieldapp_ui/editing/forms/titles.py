"""What sections, rows and answers are called: headings, the names of rows, the words of a raw answer. Pure."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from fieldapp.forms import NodeState
from fieldapp.forms.paper.numbering import number_of, question_numbers
from fieldapp_ui.editing.forms.plan import RANGE, Section
from fieldapp_ui.editing.forms.state import FormState
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.forms import Form, Session


class FormTitles(FormState):
    """The state of a form with the names of what is in it."""

    def __init__(self, form: Form, session: Session) -> None:
        self._form = form
        self._numbers = question_numbers(form)
        super().__init__(session)

    def number(self, ref: str) -> str:
        """The number of a question as it is printed on paper; empty for a note."""
        return number_of(self._numbers, ref)

    def title(self, section: Section) -> str:
        """The section's heading: its label, for a row its number and name, for loose questions the form's.

        Loose questions behind a group belong to nothing: they are the other ones.
        """
        node = self._nodes[section.ref]
        words = plain(node.label)
        if node.kind == "root":
            leads = self._places[section] == section.part - 1
            words = (self._form.title or node.name) if leads else tr("Other questions")
        elif node.kind == "repeat-instance":
            words = self.row_title(section.ref)
        elif section.kind == "rows":
            words = words or plain(self._label_of_rows(section.ref)) or _name_of(section.ref)
        words = words or node.name
        return (
            words
            if section.parts == 1 or section.kind == "rows"
            else f"{words} ({section.part}/{section.parts})"
        )

    def row_title(self, row: str) -> str:
        """`2 · 王小明`: the place of a row and whom or what it is about; `成员 2` while that is not known."""
        number = row[row.rfind("[") + 1 : -1]
        if name := self._name_of_row(row):
            return f"{number} · {name}"
        return f"{plain(self._nodes[row].label)} {number}".strip()

    def is_listed(self, section: Section) -> bool:
        """Whether a section stands in the outline: lists of rows and rows only while they apply."""
        if section.kind == "questions" and self._nodes[section.ref].kind != "repeat-instance":
            return True
        return self._nodes[section.ref].relevant

    def asked_in(self, row: str) -> tuple[str, ...]:
        """The questions that a row asks, notes left out, whether they apply now or not."""
        return tuple(node.ref for node in self._asked_of(row) if node.kind != "note")

    def shown(self, ref: str, raw: str) -> str:
        """A raw answer in words: the labels of choices, else as it is."""
        choices, values = self._nodes[ref].choices, raw.split()
        labels = {choice.value: plain(choice.label) for choice in choices if choice.value in values}
        return "、".join(labels.get(value, value) for value in values) if choices else raw

    def _name_of_row(self, row: str) -> str:
        """A filled hidden name, a note that tells this row from the others, the first text, the first choice."""
        asked = self._asked_of(row)
        told = (self._told(row, node) for node in asked if node.kind == "note")
        texts = (node.value for node in asked if node.kind == "input" and node.type == "string")
        chosen = (self.shown(node.ref, node.value) for node in asked if node.kind == "select")
        names = (self._nodes[ref].value for ref in self._names.get(row, ()))
        return next(filter(None, chain(names, told, texts, chosen)), "")

    def _told(self, row: str, note: NodeState) -> str:
        """The words of a note without the list's heading; empty when the note says the same in every row."""
        stem, number = row[: row.rfind("[")], int(row[row.rfind("[") + 1 : -1])
        other = self._nodes.get(f"{stem}[{number - 1 or 2}]{note.ref.removeprefix(row)}")
        if not note.relevant or other is None or other.label == note.label:
            return ""
        return self._without_heading(row, plain(note.label))

    def _without_heading(self, row: str, words: str) -> str:
        """`成员：龙小见` in the list 成员 is 龙小见."""
        heading = plain(self._nodes[row].label)
        return words.removeprefix(heading).lstrip("：: ") if heading else words

    def _label_of_rows(self, range_ref: str) -> str:
        rows = self.rows(range_ref)
        return self._nodes[rows[0]].label if rows and rows[0] in self._nodes else ""


def _name_of(range_ref: str) -> str:
    return range_ref.removesuffix(RANGE).rpartition("/")[2]
