"""A backup made beside the window: the register, and a station's archive with it; what became of it in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.errors import Finding, UserError
from fieldapp.store.station_archive import backup_all, has_station
from fieldapp_ui.background.tasks import Handle, Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.stick_words import size_words
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault

SUFFIX = ".fieldbackup"


class BackupDesk(QObject):
    """Signals: `progressed(done, total)` files, `told(role, words)` at the end: role met, unknown (not all is in it) or
    error."""

    progressed = Signal(int, int)
    told = Signal(str, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Whether one is being made."""
        return self._task is not None

    def usual_name(self) -> str:
        """A name that says whose and of which day: no two days write over each other."""
        vault = self.desk.vault
        return f"{vault.path.stem}-{self.desk.today().isoformat()}{SUFFIX}"

    def save(self, path: Path) -> None:
        """Make one at `path`."""
        if self.is_running:
            return
        language = self.desk.texts.language
        self._task = self.desk.tasks.start_with_vault(
            lambda vault, handle: _backed_up(vault, path, handle, language),
            owner=self,
            done=lambda left_out: self._done(path, left_out),
            failed=self._failed,
        )
        self._task.progressed.connect(lambda done, total, _: self.progressed.emit(done, total))

    def _done(self, path: Path, left_out: Finding | None) -> None:
        self._task = None
        size = size_words(path.stat().st_size) if path.is_file() else ""
        words = tr("Saved to {path}, {size}.", path=path, size=size)
        if left_out is not None:
            self.told.emit("unknown", f"! {words} {left_out.sentence(tr)}")
            return
        if has_station(self.desk.vault.path):
            words += " " + tr("The archive of the station is in it.")
        self.told.emit("met", f"✓ {words}")

    def _failed(self, why: UserError) -> None:
        self._task = None
        self.told.emit("error", f"✕ {why.sentence(tr)}")


def _backed_up(vault: Vault, path: Path, handle: Handle, language: str) -> Finding | None:
    return backup_all(vault, path, lambda done, total: handle.report(done, total), language=language)
