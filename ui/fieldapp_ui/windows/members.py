"""The members of a household: the grid of all above, the facts of the chosen one below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.errors import Finding
from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.editing.joining import JoinStep, read_draft
from fieldapp_ui.editing.likely_words import likely_words
from fieldapp_ui.language import tr
from fieldapp_ui.models.members import draft_facts
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.elided import ElidedLabel
from fieldapp_ui.windows.factsheet import FactSheet
from fieldapp_ui.windows.member_grid import MemberGrid
from fieldapp_ui.windows.parts import button, column, label


class MembersTab(QWidget):
    """Signals: `paste_wanted()`, `change_wanted()` from the buttons under the grid."""

    paste_wanted = Signal()
    change_wanted = Signal()

    def __init__(self, editor: CardEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        theme = editor.desk.theme
        self.grid = MemberGrid(editor)
        self.facts = FactSheet(editor)
        self.message = ElidedLabel("", "caption", left=True)
        self.twins = label("", "unknown", wrap=True)
        self.twins.hide()
        self._none = label(tr("No members yet. Add the head of the household first."), wrap=True)
        self._name = label("", "heading")
        layout = column(self, gap=theme.px(6))
        layout.addWidget(self._none)
        layout.addWidget(self.grid)
        layout.addWidget(self.twins)
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for words, press, mark in (
            (tr("Add a member"), self.begin_row, "add"),
            (tr("Paste rows"), self.paste_wanted.emit, "copy"),
            (tr("Record a change"), self.change_wanted.emit, "edit"),
        ):
            row.addWidget(button(words, press, role="quiet", mark=mark, theme=theme))
        row.addSpacing(theme.px(12))
        row.addWidget(self.message, 1)
        layout.addLayout(row)
        layout.addWidget(self._name)
        layout.addWidget(self.facts, 1)
        self.grid.person_chosen.connect(self._show_person)
        self.grid.said.connect(self._say)
        self.grid.row_typed.connect(self.ask_how)
        self.grid.typing.connect(self._look_for_twins)

    @property
    def person(self) -> str:
        """The chosen member's id, empty when there is none."""
        return self.grid.person

    def show_members(self) -> None:
        """Show the members anew; the chosen one stays chosen."""
        self.grid.show_people()
        some = self.grid.rows.rowCount() > 0
        self._none.setVisible(not some)
        self.grid.setVisible(some)
        self._show_person()

    def choose(self, person: str) -> None:
        """Choose a member; the first one when this one is not here."""
        self.grid.choose(person)

    def begin_row(self) -> None:
        """Type a new member in a row at the end."""
        self._none.hide()
        self.grid.show()
        self.grid.begin_row()

    def finish(self) -> bool:
        """Keep what is being typed, in the grid and below it."""
        return self.facts.finish() and self.grid.finish()

    def ask_how(self) -> None:
        """The row is typed: how did this person come? Then it is kept."""
        draft = draft_facts(self.grid.rows.draft or {})
        facts, wrong = read_draft(self._editor, draft, self.grid.rows.specs)
        if wrong is not None:
            key, finding = wrong
            keys = [spec.key for spec in self.grid.rows.specs]
            self.grid.setCurrentIndex(self.grid.rows.index(self.grid.rows.rowCount() - 1, keys.index(key)))
            self.grid.edit_here()
            self._refuse(finding)
            return
        dialog = AskingDialog(JoinStep(self._editor, facts), self)
        dialog.done_with.connect(self._joined)
        dialog.rejected.connect(self.grid.setFocus)
        dialog.open()

    def _joined(self, step: JoinStep) -> None:
        self.grid.drop_row()
        self.twins.hide()
        self.grid.choose(step.person)
        self.grid.setFocus()

    def _look_for_twins(self, key: str, text: str) -> None:
        typed = {**(self.grid.rows.draft or {}), key: text}
        words = likely_words(self._editor.desk, typed, household=self._editor.id)
        self.twins.setText(f"! {words}")
        self.twins.setVisible(bool(words))

    def _refuse(self, finding: Finding) -> None:
        self._say(finding.sentence(tr), True)

    def _say(self, sentence: str, refused: bool) -> None:
        role = "error" if refused else "caption"
        if self.message.property("role") != role:
            self.message.setProperty("role", role)
            self.message.style().unpolish(self.message)
            self.message.style().polish(self.message)
        self.message.setText(f"✕ {sentence}" if refused else sentence)
        self.message.setToolTip(sentence)

    def _show_person(self) -> None:
        whole = next((one for one in self._editor.people if one.id == self.person), None)
        name, detail = self._editor.person_line(whole) if whole else ("", "")
        self._name.setText(f"{name}  ·  {detail}" if detail else name)
        self._name.setVisible(whole is not None)
        self.facts.show_blocks(self._editor.person_blocks(self.person))
