"""Lists in and out: files are read, said what they are, tried, imported, taken back; lists and forms leave."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from fieldapp.errors import UserError
from fieldapp.store.exchange.findings_file import write_findings
from fieldapp.store.exchange.mappings import SUFFIXES
from fieldapp.store.exchange.running import imports
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.importing import ImportEditor
from fieldapp_ui.editing.taking_back import TakenBackWords, take_back
from fieldapp_ui.language import tr
from fieldapp_ui.theme import wear_role
from fieldapp_ui.windows.exchange_columns import ColumnsPanel
from fieldapp_ui.windows.exchange_home import HomePanel
from fieldapp_ui.windows.exchange_plan import PlanPanel
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.progress_strip import ProgressStrip
from fieldapp_ui.windows.sure import SureDialog

HOME = ("exchange.import", "exchange.folder", "exchange.export", "exchange.fill")
COLUMNS = ("exchange.list", "exchange.heading", "exchange.pass_over", "exchange.confirm")
PLAN = ("exchange.findings", "tab.next", "tab.previous")


class ExchangePage(Page):
    """Enter goes on from step to step, Esc goes back; the steps stay when the page is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAcceptDrops(True)
        self.editor = ImportEditor(desk, self)
        self.home = HomePanel(desk)
        self.columns = ColumnsPanel(self.editor)
        self.plan = PlanPanel(self.editor)
        self.strip = ProgressStrip(desk.theme)
        self.trouble = label("", "error", wrap=True)
        self._steps = QStackedWidget()
        self._step = ""
        self._does = {
            "exchange.import": self._choose_files,
            "exchange.folder": self._choose_folder,
            "exchange.export": self._export,
            "exchange.fill": self._fill,
            "exchange.list": self.columns.choose_list,
            "exchange.heading": self.columns.choose_heading,
            "exchange.pass_over": self.editor.pass_over,
            "exchange.confirm": self.editor.confirm_all,
            "exchange.findings": self._save_findings,
            "tab.next": lambda: self.plan.turn(1),
            "tab.previous": lambda: self.plan.turn(-1),
        }
        self._build()
        self._listen()
        self._show()

    def title(self) -> str:
        return {
            "files": tr("Import and export"),
            "columns": tr("Import 1 of 3: what the columns are"),
            "plan": tr("Import 2 of 3: what would change"),
            "done": tr("Import 3 of 3: done"),
        }[self.editor.step]

    def help_line(self) -> str:
        return {
            "files": tr("Enter chooses files; Tab goes to the imports done here, Enter takes one back."),
            "columns": tr(
                "Up and Down choose a column, Enter confirms its field, letters choose another, Del passes it over."
            ),
            "plan": tr("Enter imports; Ctrl+PgDown shows findings and changed cells; Esc goes back."),
            "done": tr("Enter is done. The import stands in the list and can be taken back."),
        }[self.editor.step]

    def why_not(self, command_id: str) -> str:
        if self.editor.busy:
            return tr("Something is still running. Wait, or stop it.")
        layout = self.editor.layout
        if command_id == "exchange.heading" and layout is not None and layout.first.marked:
            return tr("The file says itself what its columns are.")
        if command_id == "exchange.confirm" and (layout is None or not layout.unsure):
            return tr("No guess waits here.")
        if command_id == "exchange.findings" and (self.editor.plan is None or not self.editor.plan.findings):
            return tr("Nothing was found.")
        return ""

    def arrive(self, place: Place) -> None:
        self._show()
        self._take_focus()

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        self.home.show_imports(imports(self.desk.vault))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.editor.step != "files":
            self._back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            click = getattr(focused, "click", None)
            if callable(click):
                click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Read files and folders, and say what they are."""
        self._say("")
        self.editor.read(paths)

    def _build(self) -> None:
        for panel in (self.home, self.columns, self.plan):
            self._steps.addWidget(panel)
        layout = column(self, gap=8)
        layout.setContentsMargins(24, 0, 24, 16)
        layout.addWidget(self.strip)
        layout.addWidget(self.trouble)
        layout.addWidget(self._steps, 1)
        self.trouble.hide()

    def _listen(self) -> None:
        editor = self.editor
        editor.changed.connect(self._show)
        editor.refused.connect(self._refuse)
        editor.progressed.connect(self._show_progress)
        editor.written.connect(lambda: self.home.show_imports(imports(self.desk.vault)))
        self.strip.stop_wanted.connect(editor.stop)
        self.home.files_wanted.connect(self._choose_files)
        self.home.folder_wanted.connect(self._choose_folder)
        self.home.taking_back.connect(self._ask_back)
        for panel in (self.columns, self.plan):
            panel.back_wanted.connect(self._back)
        self.plan.done.connect(self._back)

    def _show(self) -> None:
        editor = self.editor
        own = {"files": HOME, "columns": COLUMNS}.get(editor.step, PLAN)
        self.does = {name: self._does[name] for name in own}
        self.secondary = tuple(command(name) for name in own if not name.startswith("tab."))
        if not editor.busy:
            self.strip.hide()
        self._steps.setEnabled(not editor.busy)
        if editor.step == "files":
            self.home.show_imports(imports(self.desk.vault))
        elif editor.step == "columns":
            self.columns.show_columns()
        else:
            self.plan.show_plan()
        self._steps.setCurrentIndex({"files": 0, "columns": 1}.get(editor.step, 2))
        if editor.step != self._step or (not editor.busy and self._focus_is_nowhere()):
            if editor.step != self._step:
                self._say("")
            self._step = editor.step
            self._take_focus()
        self.header_changed.emit()

    def _take_focus(self) -> None:
        if not self.isVisible() or self.editor.busy:
            return
        if self.editor.step == "files":
            self.home.take_focus()
        elif self.editor.step == "columns":
            self.columns.take_focus()
        else:
            self.plan.take_focus()

    def _focus_is_nowhere(self) -> bool:
        focused = self.focusWidget()
        return focused is None or not focused.hasFocus()

    def _back(self) -> None:
        self.editor.back()

    def _show_progress(self, done: int, total: int, words: str) -> None:
        if self.editor.busy or not words:
            counted = f"{words}  {done:,} / {total:,}" if total else words
            self.strip.show_progress(done, total, counted)
            self._steps.setEnabled(False)
            self.strip.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, refused: UserError) -> None:
        self._say(f"✕ {refused.sentence(self.desk.texts.translate)}", "error")

    def _say(self, sentence: str, role: str = "met") -> None:
        wear_role(self.trouble, role)
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _choose_files(self) -> None:
        pattern = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(self, tr("Import a table"), "", f"{tr('Tables')} ({pattern})")
        if names:
            self.take([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Import a folder"))
        if name:
            self.take([Path(name)])

    def _save_findings(self) -> None:
        plan = self.editor.plan
        if plan is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save the findings"), f"{tr('Findings')}.xlsx", "Excel (*.xlsx)"
        )
        if not name:
            return
        try:
            marked = write_findings(plan, Path(name), self.desk.texts.translate)
        except OSError:
            self._say(
                f"✕ {tr('{path} cannot be written. Close it in the other program.', path=name)}", "error"
            )
            return
        self._say(f"✓ {tr('{count} cells are marked in {path}', count=f'{marked:,}', path=name)}")

    def _ask_back(self, import_id: str) -> None:
        run = next((one for one in imports(self.desk.vault) if one.id == import_id), None)
        if run is None:
            return
        dialog = SureDialog(
            self.desk.theme,
            tr("Take the import back"),
            tr(
                "Take back {count} records of {files}?",
                count=f"{run.records:,}",
                files="、".join(run.files[:3]),
            ),
            tr("What somebody has changed since stays as it is and is named."),
            tr("Take it back"),
            self,
        )
        dialog.accepted.connect(lambda: self._take_back(import_id))
        dialog.open()

    def _take_back(self, import_id: str) -> None:
        texts = self.desk.texts
        self.desk.tasks.start_with_vault(
            lambda vault, handle: take_back(vault, import_id, texts, handle),
            owner=self,
            done=self._taken_back,
            failed=self._refuse,
        ).progressed.connect(self._show_back_progress)

    def _show_back_progress(self, done: int, total: int, words: str) -> None:
        self.strip.show_progress(done, total, words)
        self.strip.stop.hide()

    def _taken_back(self, done: TakenBackWords) -> None:
        self.strip.hide()
        self.strip.stop.show()
        self.desk.deeds.tell((("household", ""),), tr("An import was taken back"))
        role = "unknown" if done.refused else "met"
        self.home.say(role, done.sentence(), done.refused)
        self.home.show_imports(imports(self.desk.vault))

    def _export(self) -> None:
        from fieldapp_ui.windows.exchange_export import ExportDialog

        dialog = ExportDialog(self.desk, self)
        dialog.told.connect(self._told)
        dialog.open()

    def _fill(self) -> None:
        from fieldapp_ui.windows.exchange_fill import FillDialog

        dialog = FillDialog(self.desk, self)
        dialog.told.connect(self._told)
        dialog.open()

    def _told(self, role: str, sentence: str) -> None:
        self.home.say(role, sentence)


def _dropped(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """The tables and folders among what is dragged."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.is_dir() or path.suffix.lower() in SUFFIXES]
