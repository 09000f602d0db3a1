"""The station's page in one place: what its hub tells, read beside the window, and the deeds on one village's laptops."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from fieldapp.errors import UserError
from fieldapp.reports.station_sheet import PairingFacts
from fieldapp_sync.authority.pairing_text import pairing_code_text
from fieldapp_sync.station import station
from fieldapp_sync.station.messages import AccountSeen, InviteReply, LaptopSeen, StationReply
from fieldapp_sync.station.villages import VillageState, villages
from fieldapp_ui.background.lan import lan_addresses
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.outlook import village_names, village_words
from fieldapp_ui.editing.station_invite import until_words
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp_sync.wire import Connection

LOOPBACK = "127.0.0.1"
_Out = TypeVar("_Out")


class StationDesk(QObject):
    """Signals: `changed()` the villages were read anew or the station's state is another; `failed(str)` a sentence;
    `coded(PairingFacts)` a new code for a laptop."""

    changed = Signal()
    failed = Signal(str)
    coded = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.told: StationReply | None = None
        self.villages: tuple[VillageState, ...] = ()
        self.names: dict[str, str] = {}
        self._reading: Task | None = None
        desk.station.changed.connect(self._state_changed)
        desk.rounds.ended.connect(self._round_ended)

    @property
    def is_on(self) -> bool:
        """Whether the hub answers."""
        return self.desk.station.state.kind == "on"

    def load(self) -> None:
        """Reads the villages beside the window."""
        if not self.is_on or self._reading is not None:
            return

        def read(vault: Vault, _: object) -> tuple[StationReply, tuple[VillageState, ...]]:
            told = _with_own(vault, station.overview)
            return told, villages(vault, told)

        self._reading = self.desk.tasks.start_with_vault(
            read, owner=self, done=self._take, failed=self._refused
        )

    def laptops(self, scope: str) -> tuple[LaptopSeen, ...]:
        """The laptops of a village, those let in first."""
        names = {account.name for account in self.accounts(scope)}
        found = self.told.laptops if self.told else ()
        return tuple(sorted((one for one in found if one.account in names), key=lambda one: one.revoked))

    def accounts(self, scope: str) -> tuple[AccountSeen, ...]:
        """The accounts of a village."""
        return tuple(one for one in (self.told.accounts if self.told else ()) if scope in one.scopes)

    def give_code(self, account: str, minutes: int) -> None:
        """Another code for an account; `coded` follows."""
        found = next((one for one in (self.told.accounts if self.told else ()) if one.name == account), None)
        scopes = found.scopes if found else ()
        self._ask(
            lambda connection: station.another_code(connection, account, minutes),
            lambda reply: self.coded.emit(self.invitation(account, scopes, reply)),
        )

    def revoke(self, device: str, reason: str) -> None:
        """Shut a laptop out; the villages are read anew."""
        self._ask(lambda connection: station.revoke(connection, device, reason), lambda _: self.load())

    def invitation(self, account: str, scopes: tuple[str, ...], reply: InviteReply) -> PairingFacts:
        """What the worker of a village needs, with the addresses of this computer."""
        state = self.desk.station.state
        addresses = tuple(f"https://{one}:{state.port}" for one in lan_addresses() or (LOOPBACK,))
        names = {**self.names, **village_names(self.desk.vault)}
        return PairingFacts(
            account,
            tr(", ").join(village_words(names, scope) for scope in scopes),
            addresses,
            reply.code,
            state.fingerprint,
            pairing_code_text(addresses[0], reply.code, state.fingerprint),
            until_words(reply.until_ms),
        )

    def _ask(self, ask: Callable[[Connection], object], done: Callable[..., None]) -> None:
        self.desk.tasks.start_with_vault(
            lambda vault, _: _with_own(vault, ask), owner=self, done=done, failed=self._refused
        )

    def _take(self, read: tuple[StationReply, tuple[VillageState, ...]]) -> None:
        self._reading = None
        self.told, self.villages = read
        self.names = village_names(self.desk.vault)
        self.changed.emit()

    def _refused(self, why: UserError) -> None:
        self._reading = None
        self.failed.emit(why.sentence(self.desk.texts.translate))

    def _round_ended(self, _: object) -> None:
        self.load()

    def _state_changed(self) -> None:
        if not self.is_on:
            self.told, self.villages = None, ()
        self.changed.emit()
        self.load()


def _with_own(vault: Vault, ask: Callable[[Connection], _Out]) -> _Out:
    connection = station.connect_own(vault)
    try:
        return ask(connection)
    finally:
        connection.close()
