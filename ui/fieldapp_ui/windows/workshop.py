"""The county's pack being changed: its lists at the left, fields, codes and rules as tables, faults beside them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QTabBar, QVBoxLayout, QWidget

from fieldapp.errors import Finding, UserError
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.asking import Step
from fieldapp_ui.editing.pack_codes import CodeStep
from fieldapp_ui.editing.pack_fields import ChangeStep, FieldStep
from fieldapp_ui.editing.pack_rules import RuleStep
from fieldapp_ui.editing.workshop import Workshop
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.theme import wear_role
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.page import Page
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.rowlist import RowList
from fieldapp_ui.windows.workshop_excel import WorkshopExcel
from fieldapp_ui.windows.workshop_rows import (
    code_headings,
    code_rows,
    field_headings,
    field_rows,
    finding_headings,
    finding_rows,
    rule_headings,
    rule_rows,
)

FIELDS, CODES, RULES, FAULTS = range(4)
NEED_TABLES = ("workshop.add", "workshop.publish")
LIST_WIDTH = 260


class WorkshopPage(Page):
    """Left and right: Tab; F3 adds to the part in view; Ctrl+PageUp and Ctrl+PageDown change the part."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.excel = WorkshopExcel(self)
        self.primary = command("workshop.publish")
        self.secondary = tuple(command(f"workshop.{name}") for name in ("add", "check", "export", "import"))
        self.does = {
            "workshop.publish": self.publish,
            "workshop.add": self.add,
            "workshop.check": self.check,
            "workshop.export": self.excel.choose_out,
            "workshop.import": self.excel.choose_in,
            "tab.next": lambda: self._turn(1),
            "tab.previous": lambda: self._turn(-1),
        }
        self.workshop: Workshop | None = None
        self.broken = False
        self.findings: tuple[Finding, ...] = ()
        self._chosen: dict[int, str] = {}
        self.tabs = self._tab_bar()
        self.lists = RowList(desk.theme, detail_below=False)
        self.lists.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lists.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.lists.setAccessibleName(tr("Lists"))
        self.lists.setFixedWidth(desk.theme.px(LIST_WIDTH))
        self.lists.selectionModel().currentChanged.connect(lambda *_: self._take_list())
        self.table = FigureTable(desk.theme, tr("Fields"))
        self.table.opened.connect(self.change)
        self.said = label("", "caption", wrap=True)
        self.said.hide()
        self.none = label("", "caption", wrap=True)
        self._build()

    def title(self) -> str:
        return tr("Workshop: {title}", title=self._named()) if self._named() else tr("Workshop")

    def help_line(self) -> str:
        return tr(
            "F3 adds a field, a code or a rule, Enter changes a field of ours. Each edit is checked before it is written."
        )

    def why_not(self, command_id: str) -> str:
        if command_id == "workshop.add" and self.tabs.currentIndex() == FAULTS:
            return tr("Choose fields, codes or rules first.")
        if command_id in NEED_TABLES and self.broken:
            return tr("This pack cannot be read. Check it, or read it back from Excel.")
        return super().why_not(command_id)

    def arrive(self, place: Place) -> None:
        if self.workshop is None or self.workshop.folder.name != place.record:
            self._chosen, self.findings = {}, ()
            self.said.hide()
        self.show_pack(place.record)
        self.lists.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pack(self, pack_id: str) -> None:
        """Read the pack anew; the part and the list in view stay."""
        workshop = Workshop(pack_id, self.desk.texts)
        try:
            workshop.lists()
            workshop.rules()
        except UserError as refused:
            self.broken = True
            self.say("error", f"✕ {refused.sentence(tr)}")
        else:
            self.broken = False
        self.workshop = workshop
        self._show()
        self.header_changed.emit()

    def add(self) -> None:
        """Ask for a field of the list in view, a code, or a rule."""
        step = self._step()
        if step is not None:
            self._ask(step, tr("Added. Publish the pack to bring it to the registers."))

    def change(self, key: object) -> None:
        """Ask what is to change of a field of this pack; one of a pack below is not ours to change."""
        shop, part = self.workshop, self.tabs.currentIndex()
        if shop is None or self.broken or part != FIELDS:
            return
        spec = shop.dictionary.field(self._chosen[FIELDS], str(key))
        if shop.is_own(spec):
            self._ask(
                ChangeStep(self.desk, shop, spec),
                tr("Changed. Publish the pack to bring it to the registers."),
            )
        else:
            self.say("caption", tr("This field comes with a pack below. Only our own are changed here."))

    def check(self) -> None:
        """Check everything beside the window: tables, forms, standards, rules, batches."""
        if self.workshop is None:
            return
        from fieldapp.packs.check import check_pack

        folder = self.workshop.folder
        self.say("caption", tr("Checking…"))
        self.desk.tasks.start(
            lambda handle: check_pack(folder), owner=self, done=self.show_findings, failed=self.refuse
        )

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """What a check or a workbook has found."""
        self.findings = findings
        errors = sum(one.severity == "error" for one in findings)
        if errors:
            self.say("error", f"✕ {tr('{count} errors, listed under Faults.', count=errors)}")
        elif findings:
            self.say("unknown", f"! {tr('{count} remarks, listed under Faults.', count=len(findings))}")
        else:
            self.say("met", f"✓ {tr('The pack is in order.')}")
        if findings:
            self.tabs.setCurrentIndex(FAULTS)
        self._show()

    def publish(self) -> None:
        """Ask for the key and the place, and write the signed file."""
        if self.workshop is None or self.broken:
            return
        from fieldapp_ui.windows.pack_publish import PublishDialog

        dialog = PublishDialog(self.desk, self.workshop, self)
        dialog.published.connect(self.show_pack)
        dialog.open()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.lists)
        row.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.table, 1)
        layout: QVBoxLayout = column(self, gap=8)
        layout.setContentsMargins(24, 0, 24, 8)
        layout.addWidget(self.tabs)
        layout.addWidget(self.said)
        layout.addLayout(row, 1)

    def _tab_bar(self) -> QTabBar:
        bar = QTabBar()
        bar.setDrawBase(False)
        bar.setExpanding(False)
        bar.setAccessibleName(tr("Parts of the pack"))
        for words in (tr("Fields"), tr("Codes"), tr("Rules"), tr("Faults")):
            bar.addTab(words)
        bar.currentChanged.connect(lambda _: self._show())
        return bar

    def _show(self) -> None:
        part, shop = self.tabs.currentIndex(), None if self.broken else self.workshop
        self.lists.setVisible(part in (FIELDS, CODES) and shop is not None)
        if part == FAULTS or shop is None:
            self.table.show_rows(finding_headings(), finding_rows(self.findings))
        elif part == RULES:
            self.table.show_rows(rule_headings(), rule_rows(shop))
        else:
            self._show_lists(part, shop)
        some = self.table.figures.rowCount() > 0
        empty = tr("No rules of our own yet. F3 adds one.") if part == RULES else tr("No faults are known.")
        self.none.setText(empty)
        self.none.setVisible(not some)
        self.table.setVisible(some)
        self.header_changed.emit()

    def _show_lists(self, part: int, shop: Workshop) -> None:
        if part == FIELDS:
            rows = [Row(words, f"+{own}" if own else "", name) for name, words, own in shop.lists()]
        else:
            rows = [Row(name, f"+{own}" if own else "", name) for name, own in shop.code_lists()]
        keys = [row.key for row in rows]
        wanted = self._chosen.get(part, "")
        self.lists.selectionModel().blockSignals(True)
        self.lists.rows.show_rows(rows)
        self.lists.selectionModel().blockSignals(False)
        if rows:
            at = keys.index(wanted) if wanted in keys else 0
            self.lists.setCurrentIndex(self.lists.rows.index(at, 0))
            self._take_list()

    def _take_list(self) -> None:
        row = self.lists.rows.row(self.lists.currentIndex())
        part, shop = self.tabs.currentIndex(), self.workshop
        if row is None or shop is None or self.broken or part not in (FIELDS, CODES):
            return
        self._chosen[part] = str(row.key)
        if part == FIELDS:
            self.table.show_rows(field_headings(), field_rows(shop, str(row.key)))
        else:
            self.table.show_rows(code_headings(), code_rows(shop, str(row.key)))

    def _step(self) -> Step | None:
        shop, part = self.workshop, self.tabs.currentIndex()
        if shop is None or self.broken or part == FAULTS:
            return None
        if part == FIELDS:
            return FieldStep(self.desk, shop, self._chosen[FIELDS])
        return (
            CodeStep(self.desk, shop, self._chosen.get(CODES, ""))
            if part == CODES
            else RuleStep(self.desk, shop)
        )

    def _ask(self, step: Step, said: str) -> None:
        from fieldapp_ui.windows.pack_dialog import PackDialog

        dialog = PackDialog(step, self)
        dialog.done_with.connect(partial(self._changed, said))
        dialog.open()

    def _changed(self, said: str, step: Step) -> None:
        if self.workshop is not None:
            self.findings = ()
            self.show_pack(self.workshop.folder.name)
            self.say("met", f"✓ {said}")
            if isinstance(step, FieldStep):
                self.table.choose(step.added)

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _named(self) -> str:
        if self.workshop is None:
            return ""
        return self.workshop.folder.name if self.broken else self.workshop.title

    def refuse(self, refused: UserError) -> None:
        """Say a refusal above the tables."""
        self.say("error", f"✕ {refused.sentence(tr)}")

    def say(self, role: str, sentence: str) -> None:
        """A sentence above the tables, in one of the roles caption, met, unknown, error."""
        wear_role(self.said, role)
        self.said.setText(sentence)
        self.said.show()
