"""A step of the workshop in a dialog: tried while it is typed, done beside the window, refused in its place."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.editing.asking import Step, read_answers
from fieldapp_ui.editing.pack_rules import RuleStep
from fieldapp_ui.language import tr
from fieldapp_ui.theme import wear_role
from fieldapp_ui.windows.asking import AskingPane
from fieldapp_ui.windows.page import commit_input_method
from fieldapp_ui.windows.parts import column, label

TRY_MS = 500
UNREADABLE = "standards.syntax"
"""What a half-typed condition is; the parser's own words help nobody who is still typing."""
WIDTH = 720


class PackPane(AskingPane):
    """As AskingPane, but checking a pack takes a second: nobody waits for it on the window's thread."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(step, parent)
        self.working = False
        self._trying: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=TRY_MS)
        self._soon.timeout.connect(self._try)
        if isinstance(step, RuleStep):
            self.form.changed.connect(lambda _: self._soon.start())

    def do_now(self) -> None:
        """Do it beside the window, or say beside the field what is in the way."""
        if self.working:
            return
        commit_input_method()
        typed, step = self.form.typed(), self.step
        values, wrong = read_answers(self._desk, self.form.asked(), typed)
        self.error.hide()
        self.form.show_errors({key: finding.sentence(tr) for key, finding in wrong.items()})
        if wrong:
            return
        self._soon.stop()
        self._work(True)
        self._desk.tasks.start(
            lambda handle: step.do(typed, values),
            owner=self,
            done=lambda _: self._done(),
            failed=self._failed,
        )

    def _done(self) -> None:
        self._work(False)
        self.finished.emit()

    def _failed(self, refused: UserError) -> None:
        self._work(False)
        self._refuse(refused)

    def _work(self, working: bool) -> None:
        self.working = working
        self.go.setEnabled(not working)
        self.go.setText(tr("Checking…") if working else self.step.action)

    def _try(self) -> None:
        step, typed = self.step, self.form.typed()
        if not isinstance(step, RuleStep) or not step.ripe(typed) or self.working:
            return
        if self._trying is not None and self._trying in self._desk.tasks.running:
            self._trying.cancel()
        self._tell("caption", tr("Checking…"))
        self._trying = self._desk.tasks.start(
            lambda handle: step.tried(typed), owner=self, done=self._tried, failed=self._not_tried
        )

    def _tried(self, findings: tuple[object, ...]) -> None:
        from fieldapp.errors import Finding

        errors = [one for one in findings if isinstance(one, Finding) and one.severity == "error"]
        if errors and errors[0].code == UNREADABLE:
            words = tr(
                "The condition cannot be read as it stands. Look at its end, its brackets and its quotes."
            )
            self._tell("error", f"✕ {words}")
        elif errors:
            self._tell("error", f"✕ {errors[0].sentence(tr)}")
        else:
            self._tell("met", f"✓ {tr('This condition can be computed.')}")

    def _not_tried(self, refused: UserError) -> None:
        self._tell("error", f"✕ {refused.sentence(tr)}")

    def _tell(self, role: str, sentence: str) -> None:
        wear_role(self.said, role)
        self.said.setText(sentence)
        self.said.show()


class PackDialog(QDialog):
    """Signals: `done_with(object)` the step after it was done."""

    done_with = Signal(object)

    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        theme = step.desk.theme
        self.setWindowTitle(step.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = PackPane(step, self)
        layout = column(self, margin=24, gap=12)
        layout.addWidget(label(step.title, "heading", wrap=True))
        layout.addWidget(self.pane, 1)
        wanted = theme.px(170) + self.pane.form.sizeHint().height()
        self.resize(theme.px(WIDTH), min(wanted, parent.window().height() - theme.px(60)))
        self.pane.finished.connect(self._finish)
        self.pane.given_up.connect(self.reject)

    def open(self) -> None:
        """Show it, ready to type."""
        super().open()
        self.pane.form.go_first()

    def reject(self) -> None:
        """Not while it is being done."""
        if not self.pane.working:
            super().reject()

    def _finish(self) -> None:
        self.accept()
        self.done_with.emit(self.pane.step)
