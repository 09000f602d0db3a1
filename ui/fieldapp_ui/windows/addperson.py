"""Adding a member: name, number, relation; Enter goes on, the last field adds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.editing.card import SOURCES, CardEditor
from fieldapp_ui.editing.newcomer import Newcomer, fills
from fieldapp_ui.editing.origins import source_words
from fieldapp_ui.fields.question_line import ComposingLine
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import button, column, label


class AddPersonDialog(QDialog):
    """Signals: `added(str)` the new member's record id."""

    added = Signal(str)

    def __init__(self, editor: CardEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        theme = editor.desk.theme
        self.setWindowTitle(tr("Add a member"))
        self.setFixedWidth(theme.px(520))
        self.name, self.number, self.birth = ComposingLine(), ComposingLine(), ComposingLine()
        self.birth.setPlaceholderText(tr("20190312 or 2019-03-12"))
        self.relation = self._codes("relation")
        self.sex = self._codes("sex")
        self.source = QComboBox()
        for source in SOURCES:
            self.source.addItem(source_words(source), source)
        self.twins = label("", "unknown", wrap=True)
        self.twins.hide()
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self._order: tuple[QWidget, ...] = (self.name, self.number, self.sex, self.birth, self.relation)
        layout = column(self, margin=24, gap=6)
        layout.addWidget(
            label(tr("New member of {name}'s household", name=editor.head_name() or "…"), "heading")
        )
        named = (
            (tr("Name"), self.name),
            (tr("Identity number (may come later)"), self.number),
            (tr("Sex"), self.sex),
            (tr("Birth date"), self.birth),
            (tr("Relation to the head"), self.relation),
            (tr("Where does it come from?"), self.source),
        )
        for words, field in named:
            named_label = label(words, "caption")
            named_label.setBuddy(field)
            field.setAccessibleName(words)
            layout.addWidget(named_label)
            layout.addWidget(field)
        layout.addWidget(self.twins)
        layout.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        self.add = button(tr("Add"), self.add_now, role="primary")
        buttons.addWidget(self.add)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        for line in (self.name, self.number, self.birth):
            line.moved.connect(lambda step, line=line: self._move(line, step))
        self.number.textChanged.connect(self._fill)
        self.name.textChanged.connect(self._look_for_twins)
        self.number.textChanged.connect(self._look_for_twins)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_now(self) -> None:
        """Add the member, or say what is missing."""
        newcomer = Newcomer(
            self.name.text(),
            self.number.text(),
            str(self.relation.currentData() or ""),
            str(self.sex.currentData() or ""),
            self.birth.text(),
        )
        wrong = newcomer.findings()
        if wrong:
            self._say(wrong[0].sentence(tr))
            return
        try:
            saved = self._editor.add_person(newcomer.values(), str(self.source.currentData()))
        except UserError as refused:
            self._say(refused.sentence(tr))
            return
        self.accept()
        self.added.emit(saved.changed[0][1])

    def _codes(self, key: str) -> QComboBox:
        desk = self._editor.desk
        spec = desk.vault.dictionary.field("person", key)
        box = QComboBox()
        box.addItem("", "")
        for code in desk.vault.dictionary.codes[spec.codes].items:
            box.addItem(f"{code.id}  {desk.texts.pick(code.zh_hans, code.zh_hant, code.en)}", code.id)
        return box

    def _fill(self, text: str) -> None:
        sex, birth = fills(text)
        if birth:
            self.birth.setText(birth)
            self.sex.setCurrentIndex(self.sex.findData(sex))

    def _look_for_twins(self) -> None:
        """Say who of this name or number is here already; nothing is forbidden by it."""
        twins = self._editor.twins(self.name.text(), self.number.text())
        names = ", ".join(f"{hit.title} ({hit.household_no})" for hit in twins)
        self.twins.setText(f"! {tr('Already in the register: {names}', names=names)}")
        self.twins.setVisible(bool(twins))

    def _move(self, line: QLineEdit, step: int) -> None:
        place = self._order.index(line) + step
        if place < len(self._order):
            self._order[max(0, place)].setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, sentence: str) -> None:
        self.error.setText(f"✕ {sentence}")
        self.error.show()
