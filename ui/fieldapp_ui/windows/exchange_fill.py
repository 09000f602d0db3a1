"""A county's own blank form filled from the register: which form, for which household or village, as .xlsx."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QPushButton, QWidget

from fieldapp.errors import UserError
from fieldapp.store import Vault
from fieldapp.store.finding.find import Hit, find
from fieldapp.store.records import rows
from fieldapp_ui.background.tasks import Handle
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.exchange_words import ExchangeWords
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.leaving import FillOrder, fill
from fieldapp_ui.editing.views import fitting
from fieldapp_ui.language import tr
from fieldapp_ui.models.hits import Row
from fieldapp_ui.windows.parts import button, column, label
from fieldapp_ui.windows.picker import Picker
from fieldapp_ui.windows.reason import why_export
from fieldapp_ui.windows.year_box import YearBox

OFFERED = 40


class FillDialog(QDialog):
    """Enter goes from the form to whom it is for, and at last fills it. Signals: `told(role, sentence)`."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget, household: str = "", title: str = "") -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = ExchangeWords(desk)
        self.template: Path | None = None
        self.subject = household
        self._subject_words = title
        self.setWindowTitle(tr("Fill a blank form"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(desk.theme.px(520))
        self.form = button(tr("Choose the blank form …"), self.choose_form, mark="form", theme=desk.theme)
        self.whom = button(tr("Choose a household or village …"), self.choose_subject)
        self.year = YearBox(desk.today().year)
        self.masked = QCheckBox(tr("Masked: numbers, telephones and accounts are covered"))
        self.masked.setProperty("choice", "true")
        self.masked.setChecked(True)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        self.go = button(tr("Fill …"), self.ask, role="primary", mark="export", theme=desk.theme)
        self._build()
        self._show()

    def choose_form(self) -> None:
        """The blank form, a file of the county."""
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Choose the blank form …"), "", f"{tr('Tables')} (*.xls *.xlsx *.et)"
        )
        if name:
            self.template = Path(name)
            self._show()

    def choose_subject(self) -> None:
        """The household by name, pinyin or number, or a village."""
        picker = Picker(self._desk.theme, tr("For which household or village?"), self._find, self)
        picker.taken.connect(self._take)
        picker.open()

    def ask(self) -> None:
        """Ask for the file, and without masks for the reason."""
        if self.template is None or not self.subject:
            return
        name = f"{self._subject_words} {self.template.stem}.xlsx"
        path, _ = QFileDialog.getSaveFileName(self, tr("Fill a blank form"), name, "Excel (*.xlsx)")
        if not path:
            return
        if self.masked.isChecked():
            self._start(Path(path), "")
            return
        dialog = why_export(self._desk.theme, self._subject_words, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda reason: self._start(Path(path), reason))
        dialog.open()

    def _build(self) -> None:
        layout = column(self, margin=24, gap=8)
        layout.addWidget(label(tr("The county's own .xls or .xlsx form, empty"), "strong"))
        layout.addWidget(self.form)
        layout.addWidget(label(tr("For whom"), "strong"))
        layout.addWidget(self.whom)
        layout.addWidget(label(tr("Year"), "strong"))
        layout.addWidget(self.year)
        layout.addWidget(self.masked)
        layout.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        foot.addWidget(self.go)
        layout.addLayout(foot)
        for part in (self.form, self.whom):
            part.setAutoDefault(True)

    def _show(self) -> None:
        self.form.setText(self.template.name if self.template else tr("Choose the blank form …"))
        self.whom.setText(self._subject_words or tr("Choose a household or village …"))
        ready = self.template is not None and bool(self.subject)
        self.go.setEnabled(ready)
        self.go.setAutoDefault(ready)
        following: QPushButton = self.form if self.template is None else self.whom
        (self.go if ready else following).setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, typed: str) -> list[Row]:
        villages = [
            Row(one.words, tr("village"), (one.key, one.words))
            for one in fitting(self._words.village_choices(), typed)
        ]
        if typed.strip():
            hits = find(self._desk.vault, typed, scope=self._desk.scope.code, limit=OFFERED)
            return [*(self._hit(hit) for hit in hits), *villages[:OFFERED]]
        homes = rows(self._desk.vault, "household", self._desk.scope.code, limit=OFFERED)
        told = [
            (home.id, head_name(self._desk.vault, home.id), str(home.values.get("household_no") or ""))
            for home in homes
        ]
        return [
            *villages[:8],
            *(Row(name or number, number, (key, name or number)) for key, name, number in told),
        ]

    def _hit(self, hit: Hit) -> Row:
        return Row(hit.title, hit.household_no or "", (hit.household, hit.title))

    def _take(self, key: tuple[str, str]) -> None:
        self.subject, self._subject_words = key
        self._show()

    def _start(self, path: Path, reason: str) -> None:
        assert self.template is not None
        target = path if path.suffix else path.with_suffix(".xlsx")
        order = FillOrder(
            self.template,
            self.subject,
            target,
            int(self.year.currentText()),
            self.masked.isChecked(),
            reason,
        )
        texts = self._desk.texts

        def work(vault: Vault, _handle: Handle) -> str:
            return fill(vault, order, texts)

        self.go.setEnabled(False)
        self._desk.tasks.start_with_vault(work, owner=self, done=self._done, failed=self._failed)

    def _done(self, sentence: str) -> None:
        self.told.emit("met", f"✓ {sentence}")
        self.accept()

    def _failed(self, refused: UserError) -> None:
        self._show()
        self.trouble.setText(f"✕ {refused.sentence(self._desk.texts.translate)}")
        self.trouble.show()
