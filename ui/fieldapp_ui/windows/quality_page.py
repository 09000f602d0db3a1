"""The quality of the register: eight accuracies, their rules or fields, the findings, and Enter to the very field.

Counts stand beside the share of households without an error. Nobody is ranked, and attendance is never a finding.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.standards.quality_findings import QualityFinding
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.quality import Checked, QualityEditor
from fieldapp_ui.editing.quality_groups import FindingWords, accuracy_lines, accuracy_names
from fieldapp_ui.editing.quality_ready import is_settled
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import Heading
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.parts import column, label
from fieldapp_ui.windows.progress_strip import ProgressStrip
from fieldapp_ui.windows.quality_found import QualityFound
from fieldapp_ui.windows.quality_rows import accuracy_headings, accuracy_rows, count_headings, village_rows
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.year_box import YearBox

LEFT, ROW = 500, 34


class QualityPage(Page):
    """Enter goes from an accuracy to its rules, to their findings, to the field; Esc goes back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.editor = QualityEditor(desk, self)
        self.editor.changed.connect(self._show)
        self.editor.progressed.connect(self._show_progress)
        self.editor.refused.connect(self._show_trouble)
        self.editor.touched.connect(lambda: self._catch_up() if self.isVisible() else None)
        self.secondary = (
            command("quality.explain"),
            command("quality.by_field"),
            command("quality.refresh"),
        )
        self.does = {
            "quality.explain": self._ask_why,
            "quality.by_field": lambda: self.found.view.turn(),
            "quality.refresh": self._again,
        }
        self.accuracies = FigureTable(desk.theme, tr("Accuracies"), row=ROW)
        self.villages = FigureTable(desk.theme, tr("Villages"), row=ROW)
        self.found = QualityFound(desk)
        self._words = FindingWords(desk, self.editor.year)
        self._build()
        self.accuracies.chosen.connect(lambda _: self._show_accuracy())
        self.accuracies.opened.connect(lambda _: self.found.go_in())
        self.villages.opened.connect(desk.scope.choose)
        self.villages.left.connect(self.accuracies.go_in)
        self.found.left.connect(self.accuracies.go_in)
        self.found.moved.connect(self.header_changed)
        self.found.wanted.connect(self._go_to_field)

    def title(self) -> str:
        return tr("Data quality")

    def help_line(self) -> str:
        return tr(
            "Enter goes from an accuracy to its rules, to the findings, to the field. Esc goes back. "
            "An error is corrected; a doubt is corrected or explained."
        )

    def why_not(self, command_id: str) -> str:
        if command_id != "quality.explain":
            return ""
        finding = self.found.finding()
        if finding is None:
            return tr("Choose a finding first.")
        if finding.severity == "E":
            return tr("An error is corrected, not explained.")
        return tr("This doubt is explained already.") if finding.explained else ""

    def arrive(self, place: Place) -> None:
        if place.extra.get("year", "").isdigit():
            self.editor.year = int(place.extra["year"])
        self.year.show_year(self.editor.year)
        self._catch_up()
        if self._focus_is_nowhere():
            self.accuracies.go_in()

    def _build(self) -> None:
        self._said = label("", "caption")
        self.year = YearBox(self.desk.today().year)
        self.year.year_chosen.connect(self._choose_year)
        bar = QHBoxLayout()
        bar.addWidget(self._said)
        bar.addStretch(1)
        bar.addWidget(self.year)
        self.strip = ProgressStrip(self.desk.theme)
        self.strip.stop_wanted.connect(self._stop)
        self.trouble = label("", "heading", wrap=True)
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(self._left())
        row.addWidget(self.found, 1)
        layout = column(self, gap=8)
        layout.setContentsMargins(24, 0, 24, 16)
        layout.addLayout(bar)
        for part in (self.strip, self.trouble):
            layout.addWidget(part)
        layout.addWidget(self._body, 1)
        layout.addStretch(0)
        self._body.hide()

    def _left(self) -> QVBoxLayout:
        width = self.desk.theme.px(LEFT)
        self._by_village = label("", "strong")
        self._note = label(
            tr("Counts belong to a village and a fact, never to a person. Attendance is no finding."),
            "caption",
            wrap=True,
        )
        self._note.setMaximumWidth(width)
        left = column(gap=8)
        left.addWidget(self.accuracies)
        left.addWidget(self._by_village)
        left.addWidget(self.villages, 1)
        left.addWidget(self._note)
        left.addStretch(0)
        for table in (self.accuracies, self.villages):
            table.setFixedWidth(width)
        return left

    def _show(self) -> None:
        checked = self.editor.checked
        if checked is None:
            return
        for part in (self.strip, self.trouble):
            part.hide()
        self._body.show()
        self._said.setText(_summary(checked, self.desk.now().strftime("%H:%M")))
        self._words = FindingWords(self.desk, self.editor.year)
        self.accuracies.show_rows(accuracy_headings(), accuracy_rows(accuracy_lines(checked.counts)))
        self.accuracies.setFixedHeight(self.accuracies.height_of_rows())
        self._show_accuracy()
        if self._focus_is_nowhere():
            self.accuracies.go_in()

    def _show_accuracy(self) -> None:
        checked, accuracy = self.editor.checked, str(self.accuracies.key() or "")
        if checked is None or not accuracy:
            return
        places = village_rows(checked.counts, accuracy, self._words)
        for part in (self._by_village, self.villages):
            part.setVisible(len(places) > 1)
        self._by_village.setText(tr("{accuracy}, by village", accuracy=accuracy_names()[accuracy]))
        self.villages.show_rows((Heading(tr("Village"), wide=True), *count_headings()), places)
        self.found.show_accuracy(checked, accuracy, self._words)

    def _catch_up(self) -> None:
        self.editor.catch_up()
        if self.editor.checked is None and self.editor.is_reading:
            self._body.hide()
            self.trouble.hide()
            self._said.setText("")
            self.strip.show_progress(0, 0, tr("Checking …"))

    def _show_progress(self, done: int, total: int) -> None:
        if self.editor.checked is None:
            words = tr("Checking: {done} of {total} villages or townships", done=done, total=total)
            self.strip.show_progress(done, total, words)

    def _show_trouble(self, trouble: UserError) -> None:
        self.strip.hide()
        self._body.hide()
        self.trouble.setText(f"✕ {trouble.sentence(self.desk.texts.translate)}")
        self.trouble.show()

    def _stop(self) -> None:
        self.editor.stop()
        self.strip.hide()
        self.trouble.setText(tr("Stopped. “Check again” reads it from the start."))
        self.trouble.setVisible(self.editor.checked is None)

    def _again(self) -> None:
        self.editor.read()
        self._catch_up()

    def _choose_year(self, year: int) -> None:
        self.editor.year = year
        self._catch_up()

    def _go_to_field(self, finding: QualityFinding) -> None:
        self.went.emit(self._words.place(finding))

    def _focus_is_nowhere(self) -> bool:
        tables = (self.accuracies, self.villages, self.found.groups, self.found.findings)
        return not any(table.hasFocus() for table in tables)

    def _ask_why(self) -> None:
        finding = self.found.finding()
        if finding is None:
            return
        dialog = ReasonDialog(
            self.desk.theme,
            tr("Explain"),
            self._words.said(finding),
            tr(
                "{who}: why is it right as it stands? It is asked again when these facts change.",
                who=self._words.who(finding),
            ),
            tr("Explain"),
            self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda reason: self._explain(finding, reason))
        dialog.open()

    def _explain(self, finding: QualityFinding, reason: str) -> None:
        try:
            self.editor.explain(finding, reason)
        except UserError as refused:
            self.desk.deeds.refused.emit(refused)
        self.found.findings.go_in()


def _summary(checked: Checked, time: str) -> str:
    errors = sum(one.severity == "E" for one in checked.findings)
    settled = sum(is_settled(one) for one in checked.findings)
    return tr(
        "Checked at {time}: {errors} errors, {doubts} doubts, {explained} explained",
        time=time,
        errors=f"{errors:,}",
        doubts=f"{len(checked.findings) - errors - settled:,}",
        explained=f"{settled:,}",
    )
