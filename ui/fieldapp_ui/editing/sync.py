"""Exchanging with the hub: where saves have come, a round now, pairing, and what happened in words. Sticks: `stick`."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from fieldapp.errors import UserError
from fieldapp.store.receipts import Counts, waiting
from fieldapp.store.sync_notes import last_exchange, newest
from fieldapp_sync.authority.pairing import Pairing, bundle_recipient, pair, pairing_of
from fieldapp_sync.station.station import is_station, may_run
from fieldapp_ui.background.rounds import RoundEnd
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.standing import Standing, read_facts, short_time, standing_of
from fieldapp_ui.editing.sync_waits import Line, Waits, lines_of, read_waits
from fieldapp_ui.editing.sync_words import Happening, happening, outcome_words
from fieldapp_ui.language import tr

SHOWN = 30
"""The last happenings that the page lists."""


@dataclass(frozen=True)
class Tier:
    """One line of the page: where, how many saves have come so far and no further, and when last."""

    name: str
    count: int
    words: str
    when: str


class SyncDesk(QObject):
    """Signals: `changed()` counts, pairing or what happened are new; `counted()` what waits has been counted anew;
    `worked(deed, sentence)`, `failed(deed, sentence)` for a deed `now` or `pair` of the worker's; `paired()` the code has
    been used."""

    changed = Signal()
    counted = Signal()
    worked = Signal(str, str)
    failed = Signal(str, str)
    paired = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pairing_task: Task | None = None
        self._counting: Task | None = None
        self._waits: Waits | None = None
        self.pairing: Pairing | None = None
        self.counts = Counts(0, 0, 0)
        desk.rounds.changed.connect(self._read)
        desk.rounds.ended.connect(self._ended)

    @property
    def busy(self) -> bool:
        """Whether a round or a pairing is under way."""
        return self._desk.rounds.busy or self._pairing_task is not None

    def load(self) -> None:
        """Reads counts and pairing, and counts beside the window what waits."""
        self._read()
        if self._counting is not None:
            self._counting.cancel()
        self._counting = self._desk.tasks.start_with_vault(
            lambda vault, _: read_waits(vault), owner=self, done=self._take_waits
        )

    @property
    def standing(self) -> Standing:
        """How sync stands now."""
        desk, rounds = self._desk, self._desk.rounds
        now = int(desk.now().timestamp() * 1000)
        return standing_of(
            read_facts(desk.vault),
            now,
            running=rounds.busy,
            link_up=rounds.link_up,
            by_itself=desk.settings.value.auto_sync,
        )

    def tiers(self) -> tuple[Tier, ...]:
        """Here, township, county; before there is anywhere to send to, here only."""
        counts = self.counts
        here = Tier(
            tr("Only here"), counts.here, tr("not yet sent") if counts.here else tr("nothing waits"), ""
        )
        if self.pairing is None and not is_station(self._desk.vault) and not counts.township + counts.county:
            return (here,)
        return (
            here,
            Tier(tr("At the township"), counts.township, self._township_words(), self._when("township")),
            Tier(
                tr("At the county"),
                counts.county,
                tr("arrived") if counts.county else tr("nothing yet"),
                self._when("central"),
            ),
        )

    def _township_words(self) -> str:
        if self.counts.township:
            return tr("arrived, not yet at the county")
        straight = self.pairing is not None and self.pairing.tier == "central"
        return tr("this computer sends straight to the county") if straight else tr("nothing waits there")

    @property
    def pairs_with_county(self) -> bool:
        """A township's computer is the station; it pairs upward."""
        return may_run(self._desk.vault)

    def whom(self) -> str:
        """What the worker calls the hub this computer is paired with; "" where it is not."""
        return self._names()[self.pairing.url] if self.pairing is not None else ""

    def lines(self) -> tuple[Line, ...]:
        """What waits, as far as it has been counted."""
        return lines_of(self._waits) if self._waits is not None else ()

    def happenings(self) -> tuple[Happening, ...]:
        """The last ones, newest first."""
        names, still = self._names(), self._waits is None or self._waits.conflicts > 0
        return tuple(happening(one, names, open_conflicts=still) for one in newest(self._desk.vault, SHOWN))

    def own_key(self) -> str:
        """This vault's bundle key, to give to whoever makes bundles for it."""
        return bundle_recipient(self._desk.vault)

    def own_fingerprint(self) -> str:
        """The digits another worker compares."""
        return self._desk.vault.device.fingerprint

    def synchronise(self) -> None:
        """A round now; where one runs by itself, another one right after it."""
        self._desk.rounds.start(self._desk, by_hand=True)

    def cancel(self) -> None:
        """Stops after the part under way; what has travelled stays."""
        self._desk.rounds.stop()

    def pair_with(self, url: str, code: str, pin: str = "") -> None:
        """Pairs with a hub by address and code."""
        if self._pairing_task is not None:
            return
        self._pairing_task = self._desk.tasks.start_with_vault(
            lambda vault, _: pair(vault, url.strip(), code.strip(), pin=pin.strip()),
            owner=self,
            done=self._paired,
            failed=self._not_paired,
        )
        self.changed.emit()

    def _read(self) -> None:
        if self._desk.tasks.stopped:
            return
        self.pairing = pairing_of(self._desk.vault)
        self.counts = waiting(self._desk.vault)
        self.changed.emit()

    def _take_waits(self, waits: Waits) -> None:
        self._counting, self._waits = None, waits
        self.counted.emit()

    def _ended(self, end: RoundEnd) -> None:
        if end.by_hand and end.outcome is not None:
            self.worked.emit("now", outcome_words(end.outcome))
        elif end.by_hand and end.refusal is not None:
            self.failed.emit("now", end.refusal.sentence(tr))
        self.load()

    def _paired(self, _: Pairing) -> None:
        self._pairing_task = None
        self.load()
        self.worked.emit("pair", tr("Paired. Now synchronise."))
        self.paired.emit()
        self._desk.deeds.tell(())

    def _not_paired(self, refused: UserError) -> None:
        self._pairing_task = None
        self._read()
        self.failed.emit("pair", refused.sentence(tr))

    def _names(self) -> dict[str, str]:
        """What the worker calls a hub, by its address."""
        names = {}
        own = pairing_of(self._desk.vault, "station")
        if self.pairing is not None:
            central = self.pairing.tier == "central"
            names[self.pairing.url] = tr("the county") if central else tr("the township station")
        if own is not None:
            names[own.url] = tr("our own station")
        return names

    def _when(self, tier: str) -> str:
        ms = last_exchange(self._desk.vault, tier)
        return short_time(ms) if ms is not None else ""
