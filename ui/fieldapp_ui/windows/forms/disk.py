"""A form that is chosen to be filled: one at hand, or one from disk, which is kept first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from fieldapp_ui.background.conversion import converting_beside
from fieldapp_ui.background.tasks import Handle
from fieldapp_ui.editing.forms.library import FormFile
from fieldapp_ui.language import tr
from fieldapp_ui.navigator import Place
from fieldapp_ui.windows.forms.repairs import RepairsDialog, repairs_of

if TYPE_CHECKING:
    from fieldapp_ui.windows.forms.page import FormPage


class FormDisk(QObject):
    """A form for households begins at the register; one without is filled for the village."""

    def __init__(self, page: FormPage) -> None:
        super().__init__(page)
        self._page = page
        page.list.form_chosen.connect(self.choose)
        page.list.file_wanted.connect(self.ask)

    def ask(self) -> None:
        """A form from disk: an XLSForm workbook or an XForm."""
        pattern = f"{tr('Forms')} (*.xlsx *.xls *.csv *.xml *.md)"
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("Open a form from disk"), "", pattern)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Converts beside the window, keeps the form and opens it for this village, without a household."""
        library = self._page.library

        def keep(handle: Handle) -> FormFile:
            with converting_beside(library.cache, handle) as convert:
                convert(path)
            return library.keep(path)

        self._page.work.alone(tr("Reading {file} …", file=path.name), keep, self.tell_repairs)

    def tell_repairs(self, file: FormFile) -> None:
        """What was repaired is read before the form is filled; a form without repairs is filled at once."""
        page = self._page
        repairs = repairs_of(page.library.load(file.path))
        if not repairs:
            self.choose(file)
            return
        page.show_list()
        dialog = RepairsDialog(page.desk.theme, file.title, repairs, page)
        dialog.accepted.connect(lambda: self.choose(file))
        dialog.open()

    def choose(self, file: FormFile) -> None:
        """Goes where the form is filled."""
        page = self._page
        if file.household:
            page.went.emit(Place("register", extra={"fill": file.id}))
            return
        village = page.shelf.village()
        if village:
            page.went.emit(Place("form", village, extra={"form": file.id, "version": file.version}))
        else:
            page.show_list()
            page.list.show_trouble(
                tr("Choose a village at the top left first: an answer belongs to one village.")
            )
