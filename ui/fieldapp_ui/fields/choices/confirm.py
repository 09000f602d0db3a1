"""Notes, acknowledgements and worked-out values: nothing to type, Enter goes on."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.fields.answers.figures_read import grouped, shown_figure
from fieldapp_ui.fields.answers.moment_read import date_shown, instant_shown
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.fields.choices.button import choice_button
from fieldapp_ui.fields.choices.face import Face
from fieldapp_ui.language import tr

ACKNOWLEDGED = "OK"
"""The raw answer of a trigger, as ODK keeps it."""
_FIGURES = ("int", "integer", "long", "decimal", "double", "float")


class ConfirmAnswer(Answer):
    """A trigger (acknowledge): ticked or blank. 1 ticks and goes on, Space ticks, Backspace takes the tick away."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = tr("Seen and understood")
        face = Face("1", words, None, several=True, marks=True, centred=False)
        self.tick = choice_button(face, True, self, f"1  {words}")
        self.tick.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tick.installEventFilter(self)
        self.tick.clicked.connect(lambda on: self.answered.emit(ACKNOWLEDGED if on else ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tick)
        self.setFocusProxy(self.tick)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows whether it is ticked."""
        self.tick.setChecked(bool(node.value))
        self.tick.setEnabled(not node.readonly)

    def input(self) -> QWidget:
        """The tick."""
        return self.tick

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leaves the question."""
        self.moved.emit(ON if on else BACK)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the tick."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step, key = step_of(event), event.key()
        if step != STAY:
            self.moved.emit(step)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif event.text() in ("1", "１"):
            self.tick.setChecked(True)
            self.answered.emit(ACKNOWLEDGED)
            self.moved.emit(ON)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.tick.setChecked(False)
            self.answered.emit("")
        else:
            return False
        return True


class ShownAnswer(Answer):
    """A note, or an answer that may not be changed: read like print, never typed. A blank one shows a dash."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the value in words."""
        self.words.setText(shown_value(node) or ("" if node.kind == "note" else "—"))
        self.setVisible(bool(node.value) or node.kind != "note")

    def minimumSizeHint(self) -> QSize:
        """One line of print at least."""
        return QSize(0, self.fontMetrics().lineSpacing() if not self.isHidden() else 0)


def shown_value(node: NodeState) -> str:
    """An answer as it is read: labels of choices, dates without their time zone, figures in groups of three."""
    value = node.value
    if node.choices:
        labels = {choice.value: plain(choice.label) or choice.value for choice in node.choices}
        joint = " → " if node.kind == "rank" else "、"
        return joint.join(labels.get(one, one) for one in value.split())
    if node.kind == "trigger":
        return f"✓ {tr('Seen and understood')}" if value else ""
    if node.type == "date":
        return date_shown(value, node.appearance)
    if node.type in ("time", "dateTime"):
        return instant_shown(value)
    if node.type in _FIGURES:
        return grouped(shown_figure(value)) if "thousands-sep" in node.appearance else shown_figure(value)
    return value
