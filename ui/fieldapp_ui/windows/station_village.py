"""One village of the station: its laptops; 1 gives a code for another laptop, 2 shuts the chosen one out for a reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from fieldapp_ui.editing.station import StationDesk
from fieldapp_ui.editing.station_invite import DAY_MINUTES
from fieldapp_ui.editing.station_words import laptop_headings, laptop_rows
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import button, column, label
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.station_invitation import InvitationDialog
from fieldapp_ui.windows.tick_table import TickTable


class VillageDialog(QDialog):
    """Esc closes it."""

    def __init__(self, station: StationDesk, scope: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._station, self._scope, self._desk = station, scope, station.desk
        theme = self._desk.theme
        name = station.names.get(scope, scope)
        self.setWindowTitle(name)
        self.resize(theme.px(900), theme.px(420))
        layout = column(self, margin=theme.px(24), gap=theme.px(12))
        layout.addWidget(label(tr("Laptops of {village}", village=name), "heading", wrap=True))
        self.table = TickTable(theme, tr("Laptops"))
        self.table.digit.connect(self._digit)
        self.table.left.connect(self.reject)
        layout.addWidget(self.table, 1)
        self._none = label(tr("No laptop of this village has paired yet. Give it a code."), "", wrap=True)
        layout.addWidget(self._none)
        self.trouble = label("", "error", wrap=True)
        layout.addWidget(self.trouble)
        buttons = QHBoxLayout()
        self.code_button = button(f"1  {tr('Code for another laptop')}", self.give_code, role="")
        self.revoke_button = button(f"2  {tr('Shut this laptop out …')}", self.ask_why, role="")
        buttons.addWidget(self.code_button)
        buttons.addWidget(self.revoke_button)
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Close"), self.accept, role="quiet"))
        layout.addLayout(buttons)
        station.changed.connect(self._show)
        station.failed.connect(self._say_trouble)
        station.coded.connect(self._show_code)
        self.table.chosen.connect(lambda _: self._allow())
        self._show()
        self.table.go_in() if self.table.figures.rowCount() else self.code_button.setFocus()

    def give_code(self) -> None:
        """A code for another laptop of the account of the chosen one."""
        accounts = self._station.accounts(self._scope)
        if accounts:
            self.trouble.clear()
            chosen = self._chosen_account()
            self._station.give_code(chosen or accounts[0].name, DAY_MINUTES)

    def ask_why(self) -> None:
        """A laptop is shut out only for a reason."""
        device = self._allowed()
        if not device:
            return
        dialog = ReasonDialog(
            self._desk.theme,
            tr("Shut a laptop out"),
            tr("Why is the laptop of {name} shut out?", name=self._chosen_account()),
            tr(
                "It can no longer synchronise here. What it sent stays; what it wrote later and comes by another way "
                "waits for your review. The other villages learn of it with their next exchange."
            ),
            tr("Shut it out"),
            self,
            (tr("lost or stolen"), tr("the person has left"), tr("replaced by another laptop")),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda reason: self._station.revoke(device, reason))
        dialog.open()

    def _say_trouble(self, words: str) -> None:
        self.trouble.setText(f"✕ {words}")

    def _digit(self, digit: int) -> None:
        if digit == 1:
            self.give_code()
        elif digit == 2:
            self.ask_why()

    def _show(self) -> None:
        laptops, told = self._station.laptops(self._scope), self._station.told
        self.table.show_rows(laptop_headings(), laptop_rows(laptops, told.now_ms if told else 0))
        self.table.setVisible(bool(laptops))
        self._none.setVisible(not laptops)
        self._allow()

    def _allow(self) -> None:
        self.revoke_button.setEnabled(bool(self._allowed()))
        self.revoke_button.setToolTip("" if self._allowed() else tr("Choose a laptop that is let in."))

    def _allowed(self) -> str:
        key = self.table.key()
        let_in = [one.id for one in self._station.laptops(self._scope) if not one.revoked]
        return str(key) if key in let_in else ""

    def _chosen_account(self) -> str:
        key = self.table.key()
        return next((one.account for one in self._station.laptops(self._scope) if one.id == key), "")

    def _show_code(self, facts: object) -> None:
        from fieldapp.reports.station_sheet import PairingFacts

        if isinstance(facts, PairingFacts):
            InvitationDialog(self._desk, facts, self).open()
