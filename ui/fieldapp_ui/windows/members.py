"""The members of a household: a short list at the left, the chosen member's facts at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.windows.factsheet import FactSheet
from fieldapp_ui.windows.parts import button, column, label
from fieldapp_ui.windows.rowlist import RowList

WIDTH = 232


class MembersTab(QWidget):
    """Signals: `add_wanted()`."""

    add_wanted = Signal()

    def __init__(self, editor: CardEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        theme = editor.desk.theme
        self.list = RowList(theme)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(tr("People"))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_person())
        self.facts = FactSheet(editor)
        self._none = label(tr("No members yet. Add the head of the household first."), wrap=True)
        self.add = button(tr("Add a member"), self.add_wanted.emit, role="quiet", mark="add", theme=theme)
        left = QFrame()
        left.setProperty("role", "card")
        left.setFixedWidth(theme.px(WIDTH))
        inside = column(left, margin=1, gap=4)
        inside.addWidget(self.list, 1)
        inside.addWidget(self._none)
        inside.addWidget(self.add)
        self._none.setMargin(theme.px(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(left)
        row.addWidget(self.facts, 1)

    @property
    def person(self) -> str:
        """The chosen member's id, empty when there is none."""
        row = self.list.rows.row(self.list.currentIndex())
        return str(row.key) if row else ""

    def show_members(self) -> None:
        """Show the members anew; the chosen one stays chosen."""
        chosen, people = self.person, self._editor.people
        lines = [(person, *self._editor.person_line(person)) for person in people]
        self.list.rows.show_rows([Row(name, detail, person.id) for person, name, detail in lines])
        self._none.setVisible(not people)
        self.list.setVisible(bool(people))
        self.choose(chosen or (people[0].id if people else ""))
        self._show_person()

    def choose(self, person: str) -> None:
        """Choose a member; the first one when this one is not here."""
        ids = [one.id for one in self._editor.people]
        if ids:
            self.list.setCurrentIndex(self.list.rows.index(ids.index(person) if person in ids else 0, 0))

    def _show_person(self) -> None:
        self.facts.show_blocks(self._editor.person_blocks(self.person))
