"""What stands under a question besides its answer: what a reviewer sent it back for, the worker's own remark, and, in
grey while it is blank, last year's value or that of the last entry."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.fields.question.question import Question
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import label


class NotedQuestion(QWidget):
    """A question with its notes; a note's widget is made when there is something to say."""

    def __init__(self, question: Question, theme: Theme) -> None:
        super().__init__()
        self.question, self._theme = question, theme
        self._notes: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._column.addWidget(question)

    def show_notes(self, entry: FormEntry, ref: str) -> None:
        """Says what is to be said of the question now."""
        returned, remark = entry.reading.returned(ref), entry.remark(ref)
        self._say("returned", f"↩ {tr('Returned: {words}', words=returned)}" if returned else "")
        self._say("remark", f"✎ {tr('Remark: {words}', words=remark)}" if remark else "")
        self._say("before", _before(entry, ref))

    def note(self, name: str) -> str:
        """The words of a note: `returned`, `remark`, `before`; empty when it is not shown."""
        return self._notes[name].text() if name in self._notes and not self._notes[name].isHidden() else ""

    def _say(self, name: str, words: str) -> None:
        if words and name not in self._notes:
            made = label("", "amber" if name == "returned" else "caption", wrap=True)
            self._notes[name] = made
            self._column.addWidget(made)
        if name in self._notes and self._notes[name].text() != words:
            self._notes[name].setText(words)
            self._notes[name].setVisible(bool(words))


def _before(entry: FormEntry, ref: str) -> str:
    if entry.reading.node(ref).value or not entry.reading.is_asked(ref):
        return ""
    if last := entry.last_year(ref):
        return tr("Last year: {value} · F7 takes it", value=last)
    if last := entry.last_entry(ref):
        return tr("Last entry: {value} · F7 takes it", value=last)
    return ""
