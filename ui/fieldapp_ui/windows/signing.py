"""The four village parties: who agreed, who refused and why, who must be asked again; recording one answer after another.

A household holds no key: its signature is on paper, or drawn here and recorded by the worker, and both are said so.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fieldapp.casework.sign_off import Standing
from fieldapp_ui.editing.checklist import Answering
from fieldapp_ui.fields.media.sketch_pad import SIGNATURE, SketchPad
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, emptied, hairline, label

Words = Callable[[tuple[str, str, str]], str]


class SigningPanel(QWidget):
    """Signals: `answered(Answering)`."""

    answered = Signal(object)

    def __init__(self, theme: Theme, worker: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._worker = theme, worker
        self._today = ""
        self._party = ""
        self.openers: dict[str, QPushButton] = {}
        self.name = QLineEdit()
        self.day = QLineEdit()
        self.reason = QLineEdit()
        self.pad = SketchPad(SIGNATURE, signed=True)
        self.trouble = label("", "error", wrap=True)
        self._suggested: Mapping[str, str] = {}
        self._parties = QWidget()
        self._rows = QVBoxLayout(self._parties)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label(tr("Signatures"), "heading"))
        self._hint = label(
            tr("The household may refuse; that is recorded just the same."), "caption", wrap=True
        )
        column.addWidget(self._hint)
        column.addWidget(self._parties)
        self.form = self._form()
        self.form.hide()
        column.addWidget(self.form)

    def show_standings(
        self, standings: Sequence[Standing], words: Words, today: str, suggested: Mapping[str, str]
    ) -> None:
        """Where the four parties stand against what is shown now; `suggested` are names the register knows, by party."""
        self._today, self._suggested = today, suggested
        emptied(self._rows)
        self.openers = {}
        for standing in standings:
            self._rows.addWidget(hairline())
            party = words((standing.party.zh_hans, standing.party.zh_hant, standing.party.en))
            line = QHBoxLayout()
            said = QVBoxLayout()
            said.setSpacing(0)
            said.addWidget(label(party, "strong", wrap=True))
            for text, role in _state_words(standing):
                said.addWidget(label(text, role, wrap=True))
            line.addLayout(said, 1)
            opener = button(tr("Record …"), partial(self.open, standing, party), role="quiet")
            opener.setProperty("touch", True)
            opener.setAccessibleName(tr("Record the answer of: {party}", party=party))
            line.addWidget(opener, 0, Qt.AlignmentFlag.AlignTop)
            self.openers[standing.party.id] = opener
            self._rows.addLayout(line)

    def open(self, standing: Standing, party: str) -> None:
        """Asks for one party's answer."""
        self._party = standing.party.id
        self._head.setText(party)
        latest = standing.latest.entry if standing.latest else None
        self.name.setText(latest.signer_name if latest else self._suggested.get(self._party, ""))
        self.name.selectAll()
        self.day.setText(self._today)
        self.reason.clear()
        self.pad.clear()
        self.trouble.setText("")
        self._parties.hide()
        self._hint.hide()
        self.form.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Puts the input away."""
        self.form.hide()
        self._parties.show()
        self._hint.show()
        self._party = ""

    def show_trouble(self, sentence: str) -> None:
        """Why the answer could not be recorded."""
        self.trouble.setText(f"✕ {sentence}" if sentence else "")

    def mode(self) -> str:
        """paper or drawn."""
        return "drawn" if self.drawn.isChecked() else "paper"

    def answer(self, agrees: bool) -> None:
        """Reports the answer; a drawing is wanted only when it was said to be drawn."""
        if self.mode() == "drawn" and agrees and self.pad.is_blank():
            self.show_trouble(
                tr("Let {name} sign on the pad first, or choose “on paper”.", name=self.name.text() or "…")
            )
            return
        image = self.pad.picture() if self.mode() == "drawn" and not self.pad.is_blank() else b""
        day = self.day.text().strip()
        self.answered.emit(
            Answering(self._party, self.name.text(), day, agrees, self.reason.text(), self.mode(), image)
        )

    def _form(self) -> QWidget:
        form = QWidget()
        px = self._theme.px
        column = QVBoxLayout(form)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(6))
        self._head = label("", "heading", wrap=True)
        column.addWidget(self._head)
        for words, line in ((tr("Name of the signer"), self.name), (tr("Day of signing"), self.day)):
            column.addWidget(label(words, "caption"))
            line.setAccessibleName(words)
            line.setProperty("touch", True)
            column.addWidget(line)
        column.addLayout(self._modes())
        self._pad_words = label(
            tr("Drawn here, recorded by {worker}.", worker=self._worker), "caption", wrap=True
        )
        column.addWidget(self.pad)
        column.addWidget(self._pad_words)
        column.addWidget(label(tr("Reason, when refusing"), "caption"))
        self.reason.setAccessibleName(tr("Reason, when refusing"))
        self.reason.setProperty("touch", True)
        column.addWidget(self.reason)
        column.addWidget(self.trouble)
        answers = QHBoxLayout()
        self.agree = button(f"✓ {tr('Agrees')}", lambda: self.answer(True))
        self.refuse = button(f"✕ {tr('Does not agree')}", lambda: self.answer(False))
        for choice in (self.agree, self.refuse):
            choice.setProperty("touch", True)
            answers.addWidget(choice, 1)
        column.addLayout(answers)
        column.addWidget(button(tr("Cancel"), self.close_form, role="quiet"), 0, Qt.AlignmentFlag.AlignLeft)
        self._show_pad()
        return form

    def _modes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        group = QButtonGroup(self)
        self.paper, self.drawn = QPushButton(tr("On paper")), QPushButton(tr("Drawn here"))
        for chip in (self.paper, self.drawn):
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setProperty("touch", True)
            group.addButton(chip)
            row.addWidget(chip)
        self.paper.setChecked(True)
        group.buttonClicked.connect(lambda _: self._show_pad())
        return row

    def _show_pad(self) -> None:
        self.pad.setVisible(self.drawn.isChecked())
        self._pad_words.setVisible(self.drawn.isChecked())


def _state_words(standing: Standing) -> list[tuple[str, str]]:
    if standing.latest is None:
        return [(f"◌ {tr('no answer yet')}", "caption")]
    entry = standing.latest.entry
    state = f"✓ {tr('agreed')}" if entry.agrees else f"✕ {tr('does not agree')}"
    how = tr("on paper") if entry.mode == "paper" else tr("drawn, recorded by the worker")
    lines = [(f"{state} · {entry.signer_name}", "met" if entry.agrees else "not_met")]
    if entry.refuse_reason:
        lines.append((tr("Reason: {reason}", reason=entry.refuse_reason), ""))
    lines.append((f"{entry.signed_on} · {how}", "caption"))
    if standing.changed_since:
        lines.append((f"! {tr('What was shown has changed since: ask again.')}", "unknown"))
    return lines
