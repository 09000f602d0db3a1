"""The very first start: make this laptop's register, or learn that the station hands one out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fieldapp.domain.region import RegionCode
from fieldapp.errors import Finding, UserError
from fieldapp_ui.background.tasks import Handle, Tasks
from fieldapp_ui.language import Language, tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label, scrolling
from fieldapp_ui.windows.passphrase import PassphraseLine

if TYPE_CHECKING:
    from fieldapp.packs.heading import Heading

SHORTEST = 8


@dataclass(frozen=True)
class Beginning:
    """What a new register needs: who, the passphrase, the village's region code, the packs by name."""

    worker: str
    passphrase: str
    again: str
    village: str
    packs: tuple[str, ...]


def check_beginning(given: Beginning) -> Finding | None:
    """The first thing that is still missing or wrong, None when a register can be made."""
    if not given.worker:
        return Finding("welcome.name", "Type your name: it stands beside everything you enter.")
    if len(given.passphrase) < SHORTEST:
        return Finding(
            "welcome.short",
            "The passphrase needs at least {count} characters. Four words are easy to keep in mind.",
            {"count": SHORTEST},
        )
    if given.passphrase != given.again:
        return Finding("welcome.differs", "The two passphrases differ. Type the second one again.")
    if len(given.village) != 12 or not given.village.isdigit():
        return Finding("welcome.village", "The village code has 12 digits. It stands on every village form.")
    if not given.packs:
        return Finding("welcome.packs", "Choose at least one content pack: it says what the register holds.")
    return None


class WelcomeWindow(QWidget):
    """Signals: `opened(Vault)` the new register, after the worker has read the recovery key; `restored()` a backup lies
    at its place and is to be unlocked."""

    opened = Signal(object)
    restored = Signal()

    def __init__(self, vault: Path, theme: Theme, tasks: Tasks, language: Language) -> None:
        super().__init__()
        self._vault, self._theme, self._tasks, self._language = vault, theme, tasks, language
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("FieldApp"))
        self.resize(QSize(theme.px(720), theme.px(720)).boundedTo(self.screen().availableSize()))
        self.worker = QLineEdit()
        self.passphrase = PassphraseLine()
        self.again = PassphraseLine()
        self.village = QLineEdit()
        self.village.setMaxLength(12)
        self.village.setPlaceholderText("990101001201")
        pick = language.texts.pick
        self.packs = {
            pack.id: QCheckBox(pick(pack.title.zh_hans, pack.title.zh_hant, pack.title.en))
            for pack in _packs_at_hand()
        }
        for name, box in self.packs.items():
            box.setChecked(name == "cn-base")
        self.recovery: QPushButton | None = None
        self.error = label("", "error", wrap=True)
        self.make = button(tr("Make the register"), self.begin, role="primary")
        self.put_back = button(tr("Put a backup back …"), self.ask_backup)
        self.not_back = label("", "error", wrap=True)
        self.not_back.hide()
        self.setLayout(self._laid_out())
        for line in (self.worker, self.passphrase, self.again, self.village):
            line.returnPressed.connect(self._next)
        self.worker.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Make the register beside the window, or say what is missing."""
        given = self._given()
        wrong = check_beginning(given)
        if wrong is not None:
            self._say(wrong.sentence(self._language.texts.translate))
            return
        self._let_in(False)
        path = self._vault

        def work(handle: Handle) -> object:
            from fieldapp.store import create_vault

            RegionCode(given.village)
            return create_vault(
                path,
                given.passphrase,
                worker=given.worker,
                role="team",
                scopes=(given.village,),
                packs=given.packs,
            )

        self._tasks.start(work, owner=self, done=self._show_recovery, failed=self._refuse)

    def ask_backup(self) -> None:
        """Which file; then it is put back beside the window."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Put a backup back"), "", "FieldApp (*)")
        if not name:
            return
        self._let_in(False)
        self.not_back.hide()
        source, target = Path(name), self._vault

        def work(handle: Handle) -> None:
            from fieldapp.store.backup import restore

            restore(source, target)

        self._tasks.start(work, owner=self, done=lambda _: self.restored.emit(), failed=self._refuse_backup)

    def _refuse_backup(self, trouble: UserError) -> None:
        self._let_in(True)
        self.not_back.setText(f"✕ {trouble.sentence(self._language.texts.translate)}")
        self.not_back.show()

    def _let_in(self, ready: bool) -> None:
        for one in (self.make, self.put_back):
            one.setEnabled(ready)

    def _given(self) -> Beginning:
        return Beginning(
            self.worker.text().strip(),
            self.passphrase.text(),
            self.again.text(),
            self.village.text().strip(),
            tuple(name for name, box in self.packs.items() if box.isChecked()),
        )

    def _laid_out(self) -> QVBoxLayout:
        inner = QWidget()
        fields = column(inner, margin=0, gap=8)
        fields.addWidget(label(tr("Welcome"), "title"))
        words = tr(
            "This laptop has no register yet. If your township station gave you a file or a pairing code, "
            "ask the station to set up this laptop. Otherwise make a register here."
        )
        fields.addWidget(label(words, wrap=True))
        words = tr(
            "If a register was lost or its computer is gone: its backup goes on here, with its passphrases."
        )
        fields.addWidget(label(words, "caption", wrap=True))
        fields.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeft)
        fields.addWidget(self.not_back)
        fields.addSpacing(8)
        named = (
            (tr("Your name"), "", self.worker),
            (
                tr("Passphrase"),
                tr("It opens the register on this laptop. Nobody can look it up."),
                self.passphrase,
            ),
            (tr("Passphrase again"), "", self.again),
            (tr("Village code"), tr("12 digits; this laptop then holds the whole village."), self.village),
        )
        for name, hint, line in named:
            title = label(name, "strong")
            title.setBuddy(line)
            fields.addWidget(title)
            if hint:
                fields.addWidget(label(hint, "caption", wrap=True))
            fields.addWidget(line)
            fields.addSpacing(4)
        fields.addWidget(label(tr("Content packs"), "strong"))
        for box in self.packs.values():
            fields.addWidget(box)
        fields.addWidget(self.error)
        fields.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        fields.addStretch(1)
        inner.setMaximumWidth(self._theme.px(560))
        layout = column(margin=0)
        area = scrolling(inner)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.setContentsMargins(24, 32, 24, 16)
        layout.addWidget(area)
        self._area = area
        return layout

    def _next(self) -> None:
        if self.village.hasFocus():
            self.begin()
        else:
            self.focusNextChild()

    def _show_recovery(self, vault: object) -> None:
        key = str(getattr(vault, "recovery_key", ""))
        card = QFrame()
        card.setProperty("role", "card")
        inside = column(card, margin=24, gap=12)
        inside.addWidget(label(tr("Write down the recovery key"), "heading"))
        words = tr(
            "If you forget the passphrase, only this key opens the register. Write it on paper and give it to "
            "your station. It is shown only now."
        )
        inside.addWidget(label(words, wrap=True))
        shown = label(key, "title", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(shown)
        self.recovery = button(tr("I have written it down"), lambda: self.opened.emit(vault), role="primary")
        inside.addWidget(self.recovery, 0, Qt.AlignmentFlag.AlignLeft)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            self._area.hide()
            layout.addWidget(card)
            layout.addStretch(1)
            card.show()
            # Space goes on; an Enter too many on the last field must not take the key away unread.
            self.recovery.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, trouble: UserError) -> None:
        self._say(trouble.sentence(self._language.texts.translate))

    def _say(self, sentence: str) -> None:
        self._let_in(True)
        self.error.setText(f"✕ {sentence}")


def _packs_at_hand() -> tuple[Heading, ...]:
    """The newest of each pack on this computer; those that others build on come first."""
    from fieldapp.packs.places import packs_at_hand

    newest = {
        heading.id: heading for heading, _, _ in sorted(packs_at_hand(), key=lambda one: one[0].version)
    }
    return tuple(sorted(newest.values(), key=lambda heading: (len(heading.requires), heading.id)))
