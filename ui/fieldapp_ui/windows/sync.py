"""Sync: how it stands, where the saves are, big buttons, what waits, what happened; stick, station, pairing."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp_sync.station.station import is_station
from fieldapp_ui.background.rounds import Moving
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.sync import SyncDesk
from fieldapp_ui.editing.sync_words import moving_words
from fieldapp_ui.language import tr
from fieldapp_ui.theme import wear_role
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.parts import button, column, hairline, label, scrolling, settle
from fieldapp_ui.windows.progress_strip import ProgressStrip
from fieldapp_ui.windows.station import StationPart
from fieldapp_ui.windows.stick import StickPart
from fieldapp_ui.windows.sync_lines import SyncLines
from fieldapp_ui.windows.sync_pairing import SyncPairing
from fieldapp_ui.windows.sync_state import SyncState

WIDEST = 880


class SyncPage(Page):
    """Everything works without a network; this page says what has travelled, what waits, and what to do."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.exchange = SyncDesk(desk, self)
        self.words: dict[str, QLabel] = {}
        self.buttons: dict[str, QPushButton] = {}
        theme = desk.theme
        self.state = SyncState(theme)
        self.progress = ProgressStrip(theme)
        self.stick = StickPart(desk)
        self.station = StationPart(desk)
        self.waits = SyncLines(
            theme, tr("To do and to carry"), tr("Nothing asks for you, and no photo has still to travel.")
        )
        self.happened = SyncLines(theme, tr("What happened"), tr("Nothing yet."))
        self.foot = SyncPairing(self.exchange, theme)
        self.pairing = self.foot.form
        self.url, self.code = self.pairing.url, self.pairing.code
        self.buttons["pair"], self.words["pair"] = self.pairing.press, self.pairing.said
        self._set_out()
        self._listen()
        self.does = {
            "sync.now": self.synchronise,
            "sync.export": self.stick.ask_export,
            "sync.import": self.stick.ask_import,
            "sync.pair": self.foot.open,
            "sync.cancel": self.exchange.cancel,
        }
        self.secondary = (command("sync.pair"),)

    def title(self) -> str:
        """The page's heading."""
        return tr("Synchronise")

    def why_not(self, command_id: str) -> str:
        """Nothing to stop; not paired; a round of the worker's own is under way."""
        if command_id == "sync.cancel":
            return "" if self.desk.rounds.busy else tr("Nothing is under way.")
        if command_id == "sync.now" and self.exchange.pairing is None and not is_station(self.desk.vault):
            return tr("Pair with a hub first: address and code are below.")
        if command_id in ("sync.now", "sync.pair") and self._is_under_way():
            return tr("An exchange is under way.")
        return ""

    def help_line(self) -> str:
        """What the three lines mean."""
        return tr("Only here: not yet sent. Nothing is lost when an exchange stops: it goes on where it was.")

    def arrive(self, place: Place) -> None:
        """Counts anew."""
        failed = self.foot.arrive()
        self.exchange.load()
        self.station.load()
        to_pair = failed or self.exchange.pairing is None
        first = self.pairing.url if to_pair else self.buttons["now"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changed: object) -> None:
        """Something was saved or came in."""
        self.exchange.load()

    def synchronise(self) -> None:
        """现在同步."""
        if not self._is_under_way():
            self.words["now"].hide()
            self.exchange.synchronise()

    def _show_form(self) -> None:
        """All of it, down to its sentence, wherever the page was scrolled to."""
        settle(self.area)
        self.area.ensureWidgetVisible(self.foot, 0, 0)
        self.area.ensureWidgetVisible(self.pairing.said, 0, self.desk.theme.px(24))

    def _go_on(self) -> None:
        """Paired: the form goes, and the cursor stands on what is next."""
        focus = QApplication.focusWidget()
        if focus is not None and self.foot.isAncestorOf(focus):
            self.buttons["now"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.foot.fold()

    def _is_under_way(self) -> bool:
        """A round that began by itself is no reason to refuse: the worker's own follows it."""
        rounds = self.desk.rounds
        return self.exchange.busy and (rounds.by_hand or rounds.stopping or not rounds.busy)

    def _set_out(self) -> None:
        px = self.desk.theme.px
        inner, middle = QWidget(), QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(24, 8, 24, 24)
        middle.setProperty("role", "plain")
        middle.setMaximumWidth(px(WIDEST))
        row.addWidget(middle, 100, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        body = self._body = column(middle, gap=px(16))
        body.addWidget(self.state)
        body.addWidget(self.progress)
        body.addLayout(self._deeds())
        body.addWidget(self.words["now"])
        body.addWidget(self.stick)
        body.addWidget(self.station)
        for part in (self.waits, self.happened, self.foot):
            body.addWidget(hairline())
            body.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.area = scrolling(inner)
        whole.addWidget(self.area)

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.desk.theme.px(12))
        self.words["now"] = label("", "", wrap=True)
        self.words["now"].hide()
        deeds: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("now", tr("Synchronise now"), "sync", self.synchronise),
            ("export", tr("Export to a USB stick"), "export", self.stick.ask_export),
            ("import", tr("Import from a USB stick"), "import", self.stick.ask_import),
        )
        for name, words, mark, press in deeds:
            role = "primary" if name == "now" else "big"
            made = self.buttons[name] = button(words, press, role=role, mark=mark, theme=self.desk.theme)
            made.setProperty("scale", "big")
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _listen(self) -> None:
        exchange, rounds = self.exchange, self.desk.rounds
        exchange.changed.connect(self._show)
        exchange.counted.connect(self._show_lines)
        exchange.worked.connect(lambda _, words: self._say("now", f"✓ {words}", "met"))
        exchange.paired.connect(self._go_on)
        exchange.failed.connect(self._say_failed)
        rounds.moved.connect(self._show_progress)
        self.desk.station.changed.connect(exchange.load)
        self.progress.stop_wanted.connect(exchange.cancel)
        for part in (self.waits, self.happened):
            part.went.connect(self.went)
        self.stick.saved.connect(self.saved)
        self.foot.saved.connect(self.saved)
        self.foot.opened.connect(lambda: QTimer.singleShot(0, self, self._show_form))

    def _show(self) -> None:
        self.state.show_standing(self.exchange.standing)
        self.state.show_tiers(self.exchange.tiers())
        self.foot.show_pairing()
        self._place_pairing()
        self._show_lines()
        if self.desk.rounds.busy:
            self._show_progress(self.desk.rounds.moving)
        else:
            self.progress.hide()
        for name in ("now", "pair"):
            self.buttons[name].setToolTip(self.why_not(f"sync.{name}"))
        # A button that goes grey would hand the focus on to its neighbour in the middle of a round.
        paired = self.exchange.pairing is not None or is_station(self.desk.vault)
        self.buttons["now"].setEnabled(paired)
        self.header_changed.emit()

    def _place_pairing(self) -> None:
        """Whoever is not paired has that to do first; afterwards it stands at the foot."""
        first = self.exchange.pairing is None and not is_station(self.desk.vault)
        at = self._body.indexOf(self.stick) + 1 if first else self._body.count() - 1
        if self._body.indexOf(self.foot) != at:
            self._body.removeWidget(self.foot)
            self._body.insertWidget(at if first else self._body.count(), self.foot)

    def _show_lines(self) -> None:
        self.waits.show_waiting(self.exchange.lines())
        self.happened.show_happened(self.exchange.happenings())

    def _show_progress(self, moving: Moving | None) -> None:
        stopping = self.desk.rounds.stopping
        done, total = (moving.done, moving.total) if moving is not None else (0, 0)
        self.progress.show_progress(done, total, moving_words(moving, stopping=stopping))
        self.progress.stop.setEnabled(not stopping)

    def _say_failed(self, deed: str, words: str) -> None:
        if deed == "pair":
            self.foot.note_failed()
        self._say(deed, f"✕ {words}", "error")

    def _say(self, deed: str, words: str, role: str) -> None:
        self.words[deed].setText(words)
        self.words[deed].show()
        wear_role(self.words[deed], role)
        self.saved.emit(words if role == "met" else "")
