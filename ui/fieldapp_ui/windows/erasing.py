"""Erasing a person's data by law: what goes and what stays is said first; reason, legal basis and the name are typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from fieldapp.errors import UserError
from fieldapp.store.save import Saved
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.erasing import Leaving, asked_name, erase, is_confirmed, read_leaving
from fieldapp_ui.language import tr
from fieldapp_ui.windows.page import commit_input_method
from fieldapp_ui.windows.parts import button, column, label, scrolling

WIDTH, HEIGHT = 620, 660


class EraseDialog(QDialog):
    """Signals: `erased()` after the data is gone here."""

    erased = Signal()

    def __init__(self, desk: Desk, person: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Erase a person's data by law"))
        self._desk = desk
        self._leaving: Leaving | None = None
        self._working = False
        self.reason, self.basis, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self._heading = label(tr("Erase a person's data by law"), "heading", wrap=True)
        self._asked_name = label("", "strong", wrap=True)
        self.answer = label("", "error", wrap=True)
        self.answer.hide()
        self._inner = QWidget()
        self._lines = column(self._inner, gap=8)
        self._lines.setContentsMargins(0, 0, desk.theme.px(12), 0)
        self.go = button(tr("Erase for ever"), self._erase, role="primary")
        self.go.setEnabled(False)
        self._build()
        theme = desk.theme
        self.resize(theme.px(WIDTH), min(theme.px(HEIGHT), parent.window().height() - theme.px(60)))
        desk.tasks.start_with_vault(
            lambda vault, handle: read_leaving(vault, desk, person),
            owner=self,
            done=self._show,
            failed=self._refuse,
        )

    def reject(self) -> None:
        """Not while it is being done."""
        if not self._working:
            super().reject()

    def _build(self) -> None:
        layout = column(self, margin=24, gap=12)
        layout.addWidget(self._heading)
        warning = tr(
            "This cannot be undone. It reaches every computer that holds this village, at its next sync. Only hashes "
            "stay, so that nobody can change the rest unseen."
        )
        layout.addWidget(label(f"! {warning}", "unknown", wrap=True))
        layout.addWidget(scrolling(self._inner), 1)
        layout.addWidget(self.answer)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        row.addWidget(self.go)
        layout.addLayout(row)

    def _show(self, leaving: Leaving) -> None:
        self._leaving = leaving
        self._heading.setText(tr("Erase the data of {name} by law", name=asked_name(leaving)))
        self._lines.addWidget(label(tr("What goes"), "strong"))
        self._lines.addWidget(label(tr(", ").join(leaving.lines), wrap=True))
        if leaving.findings:
            self._lines.addWidget(label(tr("What you have to see to yourself"), "strong"))
        for finding in leaving.findings:
            self._lines.addWidget(label(f"· {finding.sentence(tr)}", "caption", wrap=True))
        self._asked_name.setText(tr("To confirm, type: {name}", name=asked_name(leaving)))
        hint = tr("Without the person's name: both stay on record.")
        self._ask(label(tr("Why?"), "strong"), self.reason, hint)
        basis = tr("As: Personal Information Protection Law, article 47; decision no. …")
        self._ask(label(tr("By which law or decision?"), "strong"), self.basis, basis)
        self._ask(self._asked_name, self.name, "")
        self._lines.addStretch(1)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, words: QLabel, line: QLineEdit, hint: str) -> None:
        words.setBuddy(line)
        line.setAccessibleName(words.text())
        self._lines.addWidget(words)
        if hint:
            self._lines.addWidget(label(hint, "caption", wrap=True))
        self._lines.addWidget(line)
        line.textChanged.connect(lambda _: self._look())
        line.returnPressed.connect(self.focusNextChild)

    def _look(self) -> None:
        leaving = self._leaving
        told = bool(self.reason.text().strip() and self.basis.text().strip())
        self.go.setEnabled(
            leaving is not None and told and is_confirmed(leaving, self.name.text()) and not self._working
        )

    def _erase(self) -> None:
        commit_input_method()
        leaving = self._leaving
        if leaving is None or not self.go.isEnabled():
            return
        reason, basis = self.reason.text(), self.basis.text()
        self._working = True
        self._look()
        self.answer.hide()
        self._desk.tasks.start_with_vault(
            lambda vault, handle: erase(vault, leaving, reason, basis),
            owner=self,
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, saved: Saved) -> None:
        self._working = False
        self.accept()
        # What can be taken back holds values in memory, this person's among them.
        self._desk.deeds.stack.clear()
        self._desk.deeds.tell(saved.changed, tr("Erased. It reaches the other computers at their next sync."))
        self.erased.emit()

    def _refuse(self, refused: UserError) -> None:
        self._working = False
        self._look()
        self.answer.setText(f"✕ {refused.sentence(tr)}")
        self.answer.show()
