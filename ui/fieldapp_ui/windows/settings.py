"""Language, text size, theme, idle lock, passphrase: each choice holds at once."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.errors import UserError
from fieldapp_ui.commands import BESIDE, command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.forms.ground import check_map
from fieldapp_ui.editing.new_passphrase import change_passphrase
from fieldapp_ui.language import tr
from fieldapp_ui.settings import TEXT_SIZES
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.backup_card import BackupCard
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.parts import abreast, button, column, label, scrolling
from fieldapp_ui.windows.passphrase import PassphraseLine
from fieldapp_ui.windows.sync_settings import SyncSettings

WIDTH = 720
IDLE_MINUTES = (5, 15, 30, 60, 0)


class SettingsPage(Page):
    """Nothing to save: a choice is made by making it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        inner = QWidget()
        inner.setMaximumWidth(desk.theme.px(WIDTH))
        self._column: QVBoxLayout = column(inner, gap=16)
        layout = column(self)
        layout.setContentsMargins(24, 0, 24, 8)
        self._area = scrolling(inner)
        self._area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._area)
        self.chips: dict[str, QPushButton] = {}
        self.links: dict[str, QPushButton] = {}
        self._groups: list[QButtonGroup] = []
        self._furnish()
        self.secondary = (command("backup"),)
        self.does = {"backup": self._ask_backup}

    def title(self) -> str:
        return tr("Settings")

    def help_line(self) -> str:
        return tr("Each choice holds at once and is kept on this laptop.")

    def arrive(self, place: Place) -> None:
        if self.focusWidget() is None:
            self.chips[f"language:{self.desk.language.texts.language}"].setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _furnish(self) -> None:
        value = self.desk.settings.value
        theme = self.desk.theme
        languages = (("zh_CN", "简体中文"), ("zh_TW", "繁體中文"), ("en", "English"))
        self._choice(tr("Language"), "language", languages, self.desk.texts.language, self._use_language)
        sizes = [(str(size), f"{size} %") for size in TEXT_SIZES]
        self._choice(tr("Text size"), "size", sizes, str(theme.text_size), self._use_size)
        themes = (("light", tr("Light")), ("dark", tr("Dark")), ("contrast", tr("High contrast")))
        self._choice(tr("Theme"), "theme", themes, theme.name, self._use_theme)
        idle = [(str(m), tr("{count} minutes", count=m) if m else tr("never")) for m in IDLE_MINUTES]
        self._choice(
            tr("Lock when nobody is there for"), "idle", idle, str(value.idle_minutes), self._use_idle
        )
        self.sync = SyncSettings(self.desk)
        self._column.addWidget(self.sync)
        self.backup = BackupCard(self.desk)
        self._column.addWidget(self.backup)
        self._column.addWidget(self._further_card())
        self._column.addWidget(self._map_card())
        self._column.addWidget(self._passphrase_card())
        self._column.addWidget(self._about_card())
        self._column.addStretch(1)

    def _ask_backup(self) -> None:
        self._area.ensureWidgetVisible(self.backup)
        self.backup.ask()

    def _choice(
        self,
        words: str,
        kind: str,
        choices: Sequence[tuple[str, str]],
        chosen: str,
        use: Callable[[str], None],
    ) -> None:
        card, inside = _card(words)
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(card)
        self._groups.append(group)
        for name, text in choices:
            chip = QPushButton(("✓ " if name == chosen else "") + text)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(name == chosen)
            chip.setAccessibleName(f"{words}: {text}")
            chip.clicked.connect(lambda _=False, name=name: use(name))
            group.addButton(chip)
            self.chips[f"{kind}:{name}"] = chip
            row.addWidget(chip)
        row.addStretch(1)
        inside.addLayout(row)
        self._column.addWidget(card)

    def _use_language(self, name: str) -> None:
        self.desk.settings.change(language=name)
        self.desk.language.use(name)

    def _use_size(self, size: str) -> None:
        self.desk.settings.change(text_size=int(size))
        self.desk.look.wear(Theme(self.desk.theme.name, int(size)))

    def _use_theme(self, name: str) -> None:
        self.desk.settings.change(theme=name)
        self.desk.look.wear(Theme(name, self.desk.theme.text_size))

    def _use_idle(self, minutes: str) -> None:
        self.desk.settings.change(idle_minutes=int(minutes))
        for name, chip in self.chips.items():
            if name.startswith("idle:"):
                chip.setText(("✓ " if chip.isChecked() else "") + chip.text().removeprefix("✓ "))

    def _passphrase_card(self) -> QFrame:
        card, inside = _card(tr("Change the passphrase"))
        self.old, self.new, self.again = PassphraseLine(), PassphraseLine(), PassphraseLine()
        for words, line in (
            (tr("Passphrase now"), self.old),
            (tr("New passphrase"), self.new),
            (tr("New passphrase again"), self.again),
        ):
            named = label(words, "caption")
            named.setBuddy(line)
            line.setAccessibleName(words)
            line.setMaximumWidth(self.desk.theme.px(360))
            inside.addWidget(named)
            inside.addWidget(line)
        self.answer = label("", "error", wrap=True)
        inside.addWidget(self.answer)
        self.change = button(tr("Change"), self._change)
        inside.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _further_card(self) -> QFrame:
        """What is set up on pages of its own."""
        card, inside = _card(tr("Content and privacy"))
        for page in BESIDE:
            item = command(f"go.{page}")
            words = label(tr(item.help), "caption")
            go = button(
                tr(item.text),
                partial(self.went.emit, Place(page)),
                role="quiet",
                mark=item.icon,
                theme=self.desk.theme,
            )
            self.links[page] = go
            inside.addLayout(abreast(go, words))
        return card

    def _map_card(self) -> QFrame:
        """The county's own base map: a file, never fetched."""
        card, inside = _card(tr("Map"))
        self.map_file = label("", "caption", wrap=True)
        self.choose_map = button(tr("Choose a map file …"), self._ask_map)
        self.drop_map = button(tr("Without a map"), partial(self.use_map, ""), role="quiet")
        row = QHBoxLayout()
        row.addWidget(self.choose_map)
        row.addWidget(self.drop_map)
        row.addStretch(1)
        inside.addWidget(self.map_file)
        inside.addLayout(row)
        self._show_map()
        return card

    def use_map(self, path: str) -> None:
        """The file that lies under the maps of forms from now on; empty for none."""
        try:
            if path:
                check_map(Path(path))
        except UserError as wrong:
            self.map_file.setText(f"✕ {wrong.sentence(tr)}")
            return
        self.desk.settings.change(base_map=path)
        self._show_map()

    def _ask_map(self) -> None:
        words = f"{tr('Map')} (*.mbtiles *.geojson)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.choose_map.text(), "", words)
        if chosen:
            self.use_map(chosen)

    def _show_map(self) -> None:
        chosen = self.desk.settings.value.base_map
        none = tr(
            "No map is chosen. Ask the county for its own: MBTiles with pictures, or outlines as GeoJSON."
        )
        self.map_file.setText(tr("File: {path}", path=chosen) if chosen else none)
        self.drop_map.setVisible(bool(chosen))

    def _about_card(self) -> QFrame:
        from fieldapp import __version__

        card, inside = _card(tr("About this register"))
        vault = self.desk.vault
        for words in (
            tr("FieldApp {version}", version=__version__),
            tr("Content: {edition}", edition=vault.edition),
            tr("File: {path}", path=vault.path),
        ):
            line = label(words, "caption", wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(line)
        return card

    def _change(self) -> None:
        if self.new.text() != self.again.text():
            self._say("error", f"✕ {tr('The two passphrases differ. Type the second one again.')}")
            return
        self.change.setEnabled(False)
        vault, old, new = self.desk.vault, self.old.text(), self.new.text()
        self.desk.tasks.start(
            lambda handle: change_passphrase(vault, old, new),
            owner=self,
            done=lambda _: self._changed(),
            failed=self._refuse,
        )

    def _changed(self) -> None:
        for line in (self.old, self.new, self.again):
            line.clear()
        self._say("met", f"✓ {tr('The passphrase is changed.')}")

    def _refuse(self, trouble: UserError) -> None:
        self._say("error", f"✕ {trouble.sentence(tr)}")

    def _say(self, role: str, sentence: str) -> None:
        from fieldapp_ui.theme import wear_role

        wear_role(self.answer, role)
        self.answer.setText(sentence)
        self.change.setEnabled(True)


def _card(heading: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("role", "card")
    inside = column(card, margin=16, gap=8)
    inside.addWidget(label(heading, "heading"))
    return card, inside
