"""Exchanging with the hub or by USB stick: where saves have come, one round beside the window, what happened in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from fieldapp.errors import UserError
from fieldapp.store import Vault
from fieldapp.store.receipts import Counts, waiting
from fieldapp_sync.bundles import Imported, bundle_recipient, export_bundle, import_bundle, parts_of
from fieldapp_sync.pairing import Pairing, connect, pair, pairing_of, team_of
from fieldapp_sync.round import Progress, SyncOutcome, sync_once
from fieldapp_ui.background.tasks import Handle, Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.exchange_time import LAST
from fieldapp_ui.language import tr

Deed = Literal["now", "pair", "export", "import"]
_Out = TypeVar("_Out")
UNKNOWN_SIGNER = "bundle.unknown_signer"


@dataclass(frozen=True)
class Tier:
    """One line of the page: where, how many saves have come so far and no further, and when last."""

    name: str
    count: int
    words: str
    when: str


class SyncDesk(QObject):
    """Signals: `changed()` counts or pairing are new; `progressed(done, total, words)`; `worked(deed, sentence)`;
    `failed(deed, sentence)`; `paired()` the code has been used; `stranger(str)` the fingerprint of a bundle's signer
    that this vault does not know yet."""

    changed = Signal()
    progressed = Signal(int, int, str)
    worked = Signal(str, str)
    failed = Signal(str, str)
    paired = Signal()
    stranger = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._files: tuple[Path, ...] = ()
        self.pairing: Pairing | None = None
        self.counts = Counts(0, 0, 0)

    @property
    def busy(self) -> bool:
        """Whether an exchange is under way."""
        return self._task is not None

    def load(self) -> None:
        """Reads counts and pairing."""
        self.pairing = pairing_of(self._desk.vault)
        self.counts = waiting(self._desk.vault)
        self.changed.emit()

    def tiers(self) -> tuple[Tier, ...]:
        """Here, township, county."""
        counts, when = self.counts, self._when
        return (
            Tier(
                tr("Only here"), counts.here, tr("not yet sent") if counts.here else tr("nothing waits"), ""
            ),
            Tier(
                tr("At the township"), counts.township, tr("arrived, not yet at the county"), when("township")
            ),
            Tier(tr("At the county"), counts.county, tr("arrived"), when("central")),
        )

    def own_key(self) -> str:
        """This vault's bundle key, to give to whoever makes bundles for it."""
        return bundle_recipient(self._desk.vault)

    def own_fingerprint(self) -> str:
        """The digits another worker compares."""
        return self._desk.vault.device.fingerprint

    def recipients(self) -> tuple[tuple[str, str], ...]:
        """(name, bundle key) of the team's devices that take bundles."""
        return tuple((mate.name, mate.recipient) for mate in team_of(self._desk.vault) if mate.recipient)

    def synchronise(self) -> None:
        """One round with the hub, beside the window."""

        def round_(vault: Vault, handle: Handle) -> SyncOutcome:
            connection = connect(vault)
            try:
                return sync_once(vault, connection, lambda done: _report(handle, done), handle.cancelled)
            finally:
                connection.close()

        self._start("now", round_, self._exchanged)

    def pair_with(self, url: str, code: str, pin: str = "") -> None:
        """Pairs with a hub by address and code."""
        self._start(
            "pair", lambda vault, _: pair(vault, url.strip(), code.strip(), pin=pin.strip()), self._paired
        )

    def export(self, folder: Path, recipient: str) -> None:
        """Writes a bundle for another vault into a folder, as a stick's."""
        self._start(
            "export", lambda vault, _: export_bundle(vault, folder, recipient.strip()), self._exported
        )

    def take_in(self, files: Sequence[Path], accept: str = "") -> None:
        """Takes in the parts of a bundle; `accept` the fingerprint two workers have compared."""
        self._files = tuple(files)
        self._start("import", lambda vault, _: import_bundle(vault, *files, accept=accept), self._imported)

    def accept(self, fingerprint: str) -> None:
        """The digits agree on both screens: take in the same files again."""
        self.take_in(self._files, fingerprint)

    def cancel(self) -> None:
        """Stops after the part under way; what has travelled stays."""
        if self._task is not None:
            self._task.cancel()
            # The part under way still ends: only then are the counts true.
            self._task.finished.connect(lambda: self._desk.deeds.tell(()))
            self._end()
            self.worked.emit("now", tr("Stopped. What has already travelled is kept."))

    def _start(self, deed: Deed, work: Callable[[Vault, Handle], _Out], done: Callable[[_Out], None]) -> None:
        if self._task is not None:
            return

        def finished(outcome: _Out) -> None:
            self._end()
            done(outcome)

        def refused(error: UserError) -> None:
            self._end()
            self._tell(deed, error)
            self._desk.deeds.tell(())

        self._task = self._desk.tasks.start_with_vault(work, owner=self, done=finished, failed=refused)
        self._task.progressed.connect(self.progressed)
        self.changed.emit()

    def _end(self) -> None:
        self._task = None
        self.load()

    def _tell(self, deed: Deed, error: UserError) -> None:
        if error.code == UNKNOWN_SIGNER:
            self.stranger.emit(str(error.params["fingerprint"]))
            words = tr(
                "This bundle is from {worker}, on a computer not known here. Compare the digits on both screens.",
                worker=error.params["worker"],
            )
            self.failed.emit(deed, words)
        else:
            self.failed.emit(deed, error.sentence(self._desk.texts.translate))

    def _exchanged(self, outcome: SyncOutcome) -> None:
        if self.pairing is not None and not outcome.cancelled:
            self._note(self.pairing.tier)
        self._desk.deeds.tell((), tr("Synchronised"))
        self.worked.emit("now", outcome_words(outcome))

    def _paired(self, _: Pairing) -> None:
        self.worked.emit("pair", tr("Paired. Now synchronise."))
        self.paired.emit()

    def _exported(self, first: Path) -> None:
        parts = len(parts_of(first))
        self.worked.emit("export", tr("Written: {file} ({parts} files)", file=first.name, parts=parts))

    def _imported(self, taken: Imported) -> None:
        self._note("")
        self._desk.deeds.tell(taken.changed, tr("Taken in from a stick"))
        self.worked.emit("import", imported_words(taken))

    def _note(self, tier: str) -> None:
        ledger, now = self._desk.vault.ledger, str(self._desk.vault.clock())
        with self._desk.vault.transaction():
            ledger.set_meta(LAST, now)
            if tier:
                ledger.set_meta(f"{LAST}:{tier}", now)
        self.changed.emit()

    def _when(self, tier: str) -> str:
        ms = self._desk.vault.ledger.meta(f"{LAST}:{tier}")
        if not ms:
            return ""
        return datetime.fromtimestamp(int(ms) / 1000, UTC).astimezone().strftime("%m-%d %H:%M")


def outcome_words(outcome: SyncOutcome) -> str:
    """What a round did, in one sentence or two."""
    if outcome.cancelled:
        return tr("Stopped. What has already travelled is kept.")
    words = [tr("Sent {sent}, received {received}.", sent=outcome.sent, received=outcome.received)]
    if outcome.files_sent or outcome.files_received:
        words.append(
            tr(
                "Pictures: {sent} sent, {received} received.",
                sent=outcome.files_sent,
                received=outcome.files_received,
            )
        )
    if outcome.conflicts:
        words.append(tr("{count} conflicts wait for a decision.", count=outcome.conflicts))
    if outcome.set_aside:
        words.append(tr("{count} could not be read and are set aside.", count=outcome.set_aside))
    if outcome.clock_off_ms:
        minutes = round(abs(outcome.clock_off_ms) / 60_000)
        words.append(
            tr("This computer's clock is {minutes} minutes off. Please correct it.", minutes=minutes)
        )
    return " ".join(words)


def imported_words(taken: Imported) -> str:
    """What a bundle brought."""
    words = [tr("From {worker}: {count} new.", worker=taken.worker, count=taken.applied)]
    if taken.ignored:
        words.append(tr("{count} were here already.", count=taken.ignored))
    if taken.waiting:
        words.append(tr("{count} wait for a part that is still missing.", count=taken.waiting))
    if taken.foreign:
        words.append(tr("{count} belong to other villages and were left out.", count=taken.foreign))
    return " ".join(words)


def _report(handle: Handle, progress: Progress) -> None:
    words = {"send": tr("Sending"), "receive": tr("Receiving"), "files": tr("Pictures")}
    if not handle.cancelled():
        handle.report(progress.done, progress.total, words.get(progress.phase, ""))
