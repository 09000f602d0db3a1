"""The pack of the workshop as a workbook and back: written and read beside the window, faults shown in the page."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from fieldapp.errors import Finding
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp_ui.windows.workshop import WorkshopPage


class WorkshopExcel(QObject):
    """With an error in the workbook nothing of the pack is changed."""

    def __init__(self, page: WorkshopPage) -> None:
        super().__init__(page)
        self._page = page

    def choose_out(self) -> None:
        """Ask where the workbook goes."""
        shop = self._page.workshop
        name = f"{shop.folder.name}.xlsx" if shop else ""
        chosen, _ = QFileDialog.getSaveFileName(self._page, tr("Export to Excel"), name, "Excel (*.xlsx)")
        if chosen:
            self.write(Path(chosen))

    def choose_in(self) -> None:
        """Ask for the workbook to read back."""
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("Read back from Excel"), "", "Excel (*.xlsx)")
        if chosen:
            self.read(Path(chosen))

    def write(self, out: Path) -> None:
        """All tables of the pack as a workbook."""
        page = self._page
        if page.workshop is None:
            return
        from fieldapp.packs.workbook import pack_to_workbook

        folder = page.workshop.folder
        page.desk.tasks.start(
            lambda handle: pack_to_workbook(folder, out),
            owner=page,
            done=lambda path: page.say("met", f"✓ {tr('Wrote {path}.', path=path)}"),
            failed=page.refuse,
        )

    def read(self, file: Path) -> None:
        """Take an edited workbook back."""
        page = self._page
        if page.workshop is None:
            return
        from fieldapp.packs.workbook_reading import workbook_to_pack

        folder = page.workshop.folder
        page.say("caption", tr("Checking…"))
        page.desk.tasks.start(
            lambda handle: workbook_to_pack(file, folder),
            owner=page,
            done=partial(self._read, folder.name),
            failed=page.refuse,
        )

    def _read(self, pack_id: str, findings: tuple[Finding, ...]) -> None:
        self._page.show_pack(pack_id)
        self._page.show_findings(findings)
        if not any(one.severity == "error" for one in findings):
            self._page.tabs.setCurrentIndex(0)
            self._page.say("met", f"✓ {tr('The workbook was read; the pack is as it says.')}")
