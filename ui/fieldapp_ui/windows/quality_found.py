"""What is found for one accuracy: its rules or fields above, the findings of the chosen one below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.standards.quality_findings import QualityFinding
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.quality import Checked
from fieldapp_ui.editing.quality_groups import FindingWords, Group, accuracy_names, grouped
from fieldapp_ui.language import tr
from fieldapp_ui.windows.chips import Chips
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.quality_rows import (
    FindingRows,
    finding_headings,
    group_headings,
    group_rows,
)

ROW = 34


class QualityFound(QWidget):
    """Signals: `wanted(QualityFinding)` by Enter on one; `moved()` as another finding is chosen; `left()` at Esc."""

    wanted = Signal(object)
    moved = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._checked = Checked()
        self._accuracy = ""
        self._found: tuple[Group, ...] = ()
        self._words = FindingWords(desk, desk.today().year)
        self.view = Chips({"rule": tr("By rule"), "field": tr("By field")}, tr("How findings are grouped"))
        self.view.chosen.connect(lambda _: self._show_groups())
        self.state = Chips({"open": "", "settled": ""}, tr("Which findings are shown"))
        self.state.chosen.connect(lambda _: self._show_findings())
        self.groups = FigureTable(desk.theme, tr("Rules"), row=ROW)
        self.findings = FigureTable(desk.theme, tr("Findings"), row=ROW)
        self._title, self._rule = label("", "heading"), label("", "strong", wrap=True)
        self._nothing = label(f"✓ {tr('Nothing found here.')}", "met")
        self._build()
        self.groups.chosen.connect(lambda _: self._show_findings())
        self.groups.opened.connect(lambda _: self.findings.go_in())
        self.groups.left.connect(self.left)
        self.findings.chosen.connect(lambda _: self.moved.emit())
        self.findings.opened.connect(self.wanted)
        self.findings.left.connect(self.groups.go_in)

    def show_accuracy(self, checked: Checked, accuracy: str, words: FindingWords) -> None:
        """The findings of one accuracy; the cursor stays where it was in the same one."""
        self._checked, self._accuracy, self._words = checked, accuracy, words
        self._show_groups()

    def finding(self) -> QualityFinding | None:
        """The finding the cursor stands on."""
        key = self.findings.key()
        return key if isinstance(key, QualityFinding) and self._group() is not None else None

    def go_in(self) -> None:
        """Take the focus where there is something to see."""
        if self._found:
            self.groups.go_in()

    def _build(self) -> None:
        head, below = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.view)
        below.addWidget(self.state)
        below.addStretch(1)
        layout = column(self, gap=8)
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        layout.addWidget(self.groups, 2)
        layout.addWidget(self._rule)
        layout.addLayout(below)
        layout.addWidget(self.findings, 3)
        layout.addStretch(0)

    @property
    def _by_field(self) -> bool:
        return self.view.key == "field"

    def _show_groups(self) -> None:
        if not self._accuracy:
            return
        self._title.setText(accuracy_names()[self._accuracy])
        self._found = grouped(self._checked.findings, self._accuracy, self._desk, by_field=self._by_field)
        rows = group_rows(self._found, by_field=self._by_field)
        self.groups.show_rows(group_headings(by_field=self._by_field), rows)
        self._show_findings()

    def _show_findings(self) -> None:
        group = self._group()
        for part in (self.groups, self._rule, self.state, self.findings):
            part.setVisible(group is not None)
        self._nothing.setVisible(group is None)
        if group is not None:
            self._rule.setText(group.words)
            self.state.say("open", f"{tr('To do')} {len(group.open):,}")
            self.state.say("settled", f"{tr('Explained')} {len(group.explained):,}")
            shown = group.explained if self.state.key == "settled" else group.open
            wider = len({one.scope for one in self._checked.counts}) > 1
            rows = FindingRows(shown, self._words, wider=wider, by_field=self._by_field)
            self.findings.show_rows(finding_headings(wider=wider, by_field=self._by_field), rows)
        self.moved.emit()

    def _group(self) -> Group | None:
        key = self.groups.key()
        return next((one for one in self._found if one.key == key), None)
