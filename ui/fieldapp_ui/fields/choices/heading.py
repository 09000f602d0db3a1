"""The heading of a table of answers: the words of the choices over the marks of the questions below it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.answers.appearance import choice_look
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.fields.choices.cells import cells_of

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)


class HeadingAnswer(Answer):
    """Words only, each over its column; nothing is answered here and the focus passes by."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._look = choice_look(node)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the words of the choices."""
        if node.choices != self._choices:
            self._choices = node.choices
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrow columns break their words."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the tallest word."""
        return max(
            scaled(24), max((self._height(box[2], place) for place, box in self._boxes(width)), default=0)
        )

    def sizeHint(self) -> QSize:
        """As the questions below it."""
        return QSize(scaled(400), self.heightForWidth(max(scaled(400), self.width())))

    def minimumSizeHint(self) -> QSize:
        """Words break."""
        return QSize(scaled(160), scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, at the foot of their cells."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        for place, (left, _, width, _) in self._boxes(self.width()):
            room = QRect(left + scaled(4), 0, width - scaled(8), self.height())
            painter.drawText(room, _WRAP, self._words(place))
        painter.end()

    def _words(self, place: int) -> str:
        return plain(self._choices[place].label) or self._choices[place].value

    def _boxes(self, width: int) -> list[tuple[int, tuple[int, int, int, int]]]:
        natural = [1] * len(self._choices)
        return list(enumerate(cells_of(self._look, natural, lambda _place, _wide: 1, width, scaled(2)).boxes))

    def _height(self, width: int, place: int) -> int:
        room = QRect(0, 0, max(1, width - scaled(8)), 4000)
        return self.fontMetrics().boundingRect(room, _WRAP, self._words(place)).height()
