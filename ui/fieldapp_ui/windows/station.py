"""The township station in the sync page: one switch; while it runs, its address, an invitation and a line a village.

The rule it holds: it is there for whoever may run a station, and nobody else sees it.
"""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp_sync.station.station import is_appointed, may_run
from fieldapp_ui.background.lan import lan_addresses
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.station import StationDesk
from fieldapp_ui.editing.station_invite import InviteStep
from fieldapp_ui.editing.station_words import (
    firewall_words,
    heed_words,
    state_words,
    village_headings,
    village_rows,
)
from fieldapp_ui.language import tr
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import button, column, label
from fieldapp_ui.windows.station_invitation import InvitationDialog
from fieldapp_ui.windows.station_village import VillageDialog
from fieldapp_ui.windows.sure import SureDialog

AGAIN_MS = 20_000
"""How often the villages are read anew while the page is in view."""


class StationPart(QWidget):
    """What the sync page places; hidden for other roles."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.station = desk, StationDesk(desk, self)
        theme = desk.theme
        px = theme.px
        layout = column(self, gap=px(10))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        self.switch = button("", self.turn, role="big", mark="station", theme=theme)
        self.switch.setMinimumWidth(px(240))
        self.words = label("", "", wrap=True)
        row.addWidget(self.switch)
        row.addWidget(self.words, 1)
        layout.addLayout(row)
        self._open = QWidget()
        inside = column(self._open, gap=px(10))
        self.heed = label("", "unknown", wrap=True)
        self.address = label("", "strong", wrap=True)
        self.firewall = label("", "caption", wrap=True)
        for part in (self.heed, self.address, self.firewall):
            inside.addWidget(part)
        self.invite_button = button(tr("Invite a village …"), self.invite, mark="add", theme=theme)
        self.trouble = label("", "error", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(self.invite_button)
        line.addWidget(self.trouble, 1)
        inside.addLayout(line)
        self.table = FigureTable(theme, tr("Villages of the station"))
        self.table.opened.connect(self.open_village)
        inside.addWidget(self.table)
        self.none = label(tr("No village yet. Invite the first one."), "caption", wrap=True)
        inside.addWidget(self.none)
        layout.addWidget(self._open)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._again.start()
        self.station.changed.connect(self._show)
        self.station.failed.connect(lambda words: self.trouble.setText(f"✕ {words}"))
        self.setVisible(may_run(desk.vault))
        self._show()

    def load(self) -> None:
        """The villages anew, when the page is arrived at."""
        self.trouble.clear()
        self.station.load()

    def turn(self) -> None:
        """Switch it on; switching off is asked once more, for villages may be sending."""
        hub = self.desk.station
        if hub.state.kind == "off":
            hub.attend(self.desk.vault, self.desk.tasks)
            hub.switch_on()
            return
        sure = SureDialog(
            self.desk.theme,
            tr("Close the township station"),
            tr("Close the station?"),
            tr("The villages cannot synchronise here until it is opened again. What they brought stays."),
            tr("Close the station"),
            self,
        )
        sure.accepted.connect(hub.switch_off)
        sure.open()

    def invite(self) -> None:
        """Which villages, who; then the code."""
        self.trouble.clear()
        dialog = AskingDialog(InviteStep(self.desk), self.window())
        dialog.done_with.connect(self._invited)
        dialog.open()

    def open_village(self, scope: object) -> None:
        """The laptops of a village."""
        VillageDialog(self.station, str(scope), self.window()).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_table()

    def _fit_table(self) -> None:
        """As high as its rows, and its bar where large text makes it wider than the page."""
        bar = self.table.horizontalScrollBar()
        needs = sum(self.table.sizeHintForColumn(at) for at in range(self.table.figures.columnCount()))
        wide = max(needs, self.table.horizontalHeader().length()) > self.table.viewport().width()
        self.table.setFixedHeight(self.table.height_of_rows() + (bar.sizeHint().height() if wide else 0))

    def _invited(self, step: object) -> None:
        if isinstance(step, InviteStep) and step.reply is not None:
            facts = self.station.invitation(step.account, step.scopes, step.reply)
            InvitationDialog(self.desk, facts, self.window()).open()
            self.station.load()

    def _look_again(self) -> None:
        if self.isVisible():
            self.station.load()

    def _show(self) -> None:
        state, told = self.desk.station.state, self.station.told
        is_on = state.kind == "on"
        self.switch.setText(
            tr("Open the township station") if state.kind == "off" else tr("Close the township station")
        )
        marks = {"on": ("✓ ", "met"), "failed": ("✕ ", "error")}
        mark, role = marks.get(state.kind, ("", ""))
        self.words.setText(mark + state_words(state))
        self.words.setProperty("role", role)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self._open.setVisible(is_on)
        if not is_on:
            return
        addresses = [f"https://{one}:{state.port}" for one in lan_addresses()]
        self.address.setText(
            tr("Address: {addresses}", addresses="  ".join(addresses))
            if addresses
            else tr("This computer is in no network now. Switch on its WLAN or plug in the cable.")
        )
        self.heed.setText(heed_words(state, appointed=is_appointed(self.desk.vault)))
        self.heed.setVisible(bool(self.heed.text()))
        self.firewall.setText(
            tr("Fingerprint: {digits}", digits=state.fingerprint) + "\n" + firewall_words(state.port)
        )
        rows = village_rows(self.station.villages, self.station.names, told.now_ms if told else 0)
        self.table.show_rows(village_headings(), rows)
        self.table.setVisible(bool(rows))
        self._fit_table()
        self.none.setVisible(told is not None and not rows)
