"""The packs: what this register works with, what is at hand, what the county has made; a file taken in by hand."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.packs import PackLine, fingerprint_of, further_packs, take_pack, vault_packs
from fieldapp_ui.editing.workshop import made_here
from fieldapp_ui.language import tr
from fieldapp_ui.theme import wear_role
from fieldapp_ui.windows.pack_news import PackNews
from fieldapp_ui.windows.pack_signer import SignerDialog
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.parts import button, column, emptied, hairline, label, scrolling

WIDTH = 900


class PacksPage(Page):
    """Up and Down move between the buttons, Enter presses; Ctrl+O takes a pack file in."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.primary = command("packs.install")
        self.secondary = (command("packs.copy"), command("packs.upgrade"))
        self.does = {
            "packs.install": self._choose_file,
            "packs.copy": self.copy,
            "packs.upgrade": self.show_news,
        }
        self.said = label("", "caption", wrap=True)
        self.said.hide()
        self.buttons: list[QPushButton] = []
        self._newer = False
        inner = QWidget()
        inner.setMaximumWidth(desk.theme.px(WIDTH))
        self._column: QVBoxLayout = column(inner, gap=16)
        area = scrolling(inner)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        layout = column(self, gap=8)
        layout.setContentsMargins(24, 0, 24, 8)
        layout.addWidget(self.said)
        layout.addWidget(area, 1)

    def title(self) -> str:
        return tr("Packs")

    def help_line(self) -> str:
        return tr(
            "A pack holds the lists, fields, codes, forms and rules that this register works with. A county copies one, "
            "changes it and hands it out as one signed file."
        )

    def why_not(self, command_id: str) -> str:
        if command_id == "packs.upgrade" and not self._newer:
            return tr("No newer version is on this computer. Install the file of one first.")
        return super().why_not(command_id)

    def arrive(self, place: Place) -> None:
        self.show_packs()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        focused = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), None)
        key = Qt.Key(event.key())
        if key in steps and focused is not None:
            at = min(max(focused + steps[key], 0), len(self.buttons) - 1)
            self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused is not None:
            self.buttons[focused].click()
        else:
            super().keyPressEvent(event)

    def show_packs(self) -> None:
        """Read the packs anew."""
        emptied(self._column)
        self.buttons = []
        own = vault_packs(self.desk.vault, self.desk.texts)
        self._newer = any(one.newer for one in own)
        lines = self._card(tr("This register works with"))
        for one in own:
            words = tr("See what version {version} brings", version=one.newer) if one.newer else ""
            self._line(lines, one, words, self.show_news, first=bool(one.newer))
        made = made_here(self.desk.texts)
        lines = self._card(tr("Made here"))
        for one in made:
            place = Place("workshop", record=one.id)
            self._line(lines, one, tr("Go on"), partial(self.went.emit, place))
        if not made:
            note = tr("Nothing yet. Copy a pack to add the county's own fields, codes and rules to it.")
            lines.addWidget(label(note, "caption", wrap=True))
        if further := further_packs(self.desk.vault, self.desk.texts):
            lines = self._card(tr("Also on this computer"))
            for one in further:
                self._line(lines, one, tr("Add to this register"), partial(self.show_news, (one.folder,)))
        self._column.addStretch(1)
        self.header_changed.emit()
        if self.buttons:
            first = self.buttons[0]
            QTimer.singleShot(0, first, partial(self._offer_focus, first))

    def take(self, file: Path, trust: str = "") -> None:
        """Install a file beside the window; a signer nobody has confirmed is asked about first."""
        today = self.desk.today()
        self.desk.tasks.start(
            lambda handle: take_pack(file, today, trust),
            owner=self,
            done=lambda taken: self._taken(taken.edition, taken.fresh),
            failed=partial(self._not_taken, file),
        )

    def show_news(self, packs: Sequence[Path] = ()) -> None:
        """What newer versions, or further packs, would bring to this register."""
        dialog = PackNews(self.desk, packs, self)
        dialog.open()

    def copy(self) -> None:
        """Make a pack of the county's own from one there is."""
        from fieldapp_ui.editing.pack_begin import CopyStep
        from fieldapp_ui.windows.pack_dialog import PackDialog

        dialog = PackDialog(CopyStep(self.desk), self)
        dialog.done_with.connect(lambda step: self.went.emit(Place("workshop", record=step.pack_id)))
        dialog.open()

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Install a pack file"), "", tr("Pack files (*.fieldpack)")
        )
        if name:
            self.take(Path(name))

    def _taken(self, edition: str, fresh: bool) -> None:
        self.show_packs()
        if not fresh:
            self._say("caption", tr("{pack} was on this computer already.", pack=edition))
        elif self._newer:
            self._say(
                "met",
                f"✓ {tr('{pack} is installed. See below what it brings, then take it.', pack=edition)}",
            )
        else:
            self._say("met", f"✓ {tr('{pack} is installed.', pack=edition)}")

    def _not_taken(self, file: Path, refused: UserError) -> None:
        if not fingerprint_of(refused):
            self._say("error", f"✕ {refused.sentence(tr)}")
            return
        dialog = SignerDialog(self.desk.theme, refused, self)
        dialog.confirmed.connect(lambda trust: self.take(file, trust))
        dialog.open()

    def _say(self, role: str, sentence: str) -> None:
        wear_role(self.said, role)
        self.said.setText(sentence)
        self.said.show()

    def _offer_focus(self, first: QWidget) -> None:
        if self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, heading: str) -> QVBoxLayout:
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, margin=16, gap=6)
        lines.addWidget(label(heading, "heading"))
        self._column.addWidget(card)
        return lines

    def _line(
        self, lines: QVBoxLayout, one: PackLine, words: str, press: object, *, first: bool = False
    ) -> None:
        said = column(gap=2)
        said.addWidget(label(one.title, "strong"))
        said.addWidget(label(one.detail, "caption", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.addLayout(said, 1)
        if words and callable(press):
            theme = self.desk.theme
            go = button(words, press, role="" if first else "quiet", mark="right", theme=theme)
            go.setAccessibleName(f"{words}: {one.title}")
            self.buttons.append(go)
            row.addWidget(go)
        lines.addWidget(hairline())
        lines.addLayout(row)
