"""Choices as buttons in their places: built when the choices change, laid out for the width there is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.answers.appearance import choice_look
from fieldapp_ui.fields.answers.codes import codes_of
from fieldapp_ui.fields.answers.colour import edge_of
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.fields.choices.button import choice_button
from fieldapp_ui.fields.choices.cells import Cells, cells_of
from fieldapp_ui.fields.choices.face import Face
from fieldapp_ui.language import tr

_ON_ONE_LINE = 640
"""The width taken for granted until there is one."""
Pictures = Callable[[str], QPixmap | None]


def no_picture(_address: str) -> QPixmap | None:
    """A form without pictures of its own."""
    return None


class ChoiceGrid(Answer):
    """Radio buttons for one answer, check boxes for several. What a click or a key means is its heirs' to say."""

    def __init__(self, node: NodeState, parent: QWidget | None, pictures: Pictures) -> None:
        super().__init__(parent)
        self._multiple, self._look, self._pictures = node.multiple, choice_look(node), pictures
        self._choices: tuple[Choice, ...] = ()
        self._codes: tuple[str, ...] = ()
        self._buttons: list[QAbstractButton] = []
        self._faces: list[Face] = []
        self._cells = Cells((), 1, 0)
        self._measured: dict[int, Cells] = {}
        self._name = ""
        self._renewing = False
        self._none: QLabel | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def input(self) -> QWidget:
        """The taken choice, or the first."""
        for button in self._buttons:
            if button.isChecked():
                return button
        return self._buttons[0] if self._buttons else self

    def name_for_readers(self, label: str) -> None:
        """The question goes before each choice's own words."""
        if label != self._name:
            self._name = label
            self.setAccessibleName(label)
            for button in self._buttons:
                button.setAccessibleName(f"{label}: {button.text()}")

    def hasHeightForWidth(self) -> bool:
        """More columns take less height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all choices at a width."""
        return max(scaled(36), self._laid(width).height)

    def sizeHint(self) -> QSize:
        """As wide as a column of questions."""
        return QSize(
            scaled(_ON_ONE_LINE),
            self.heightForWidth(self.width() if self.isVisible() else scaled(_ON_ONE_LINE)),
        )

    def minimumSizeHint(self) -> QSize:
        """Words break: a narrow window makes it higher, not wider."""
        return QSize(scaled(160), scaled(36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as the width has room for."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, another place for everything."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._buttons:
            self._measure_codes()
            self.updateGeometry()
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A likert's marks stand on one line."""
        if self._look.shape != "likert" or len(self._cells.boxes) < 2:
            return
        painter, boxes = QPainter(self), self._cells.boxes
        painter.setPen(QPen(edge_of(self.palette()), 1))
        y = self._faces[0].mark_y(boxes[0][2])
        painter.drawLine(boxes[0][2] // 2, y, boxes[-1][0] + boxes[-1][2] // 2, y)
        painter.end()

    def _clicked(self, place: int) -> None:
        """A choice was clicked, or Space was pressed on it."""
        raise NotImplementedError

    def _rebuild(self, choices: Sequence[Choice]) -> None:
        had_focus = any(button.hasFocus() for button in self._buttons)
        self._renewing = had_focus
        for button in self._buttons:
            # A button that is hidden with the focus in it would hand it on, out of the question.
            button.hide()
            button.deleteLater()
        self._choices, self._codes = tuple(choices), codes_of(choices)
        self._faces = [self._face(place) for place in range(len(choices))]
        self._measure_codes()
        self._buttons = [self._button(place) for place in range(len(choices))]
        self._say_none()
        self._place()
        self.updateGeometry()
        self._renewing = False
        if had_focus:
            self.input().setFocus()

    def _measure_codes(self) -> None:
        """Words stand under one another behind the longest code."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(code) for code in self._codes), default=0)
        for face in self._faces:
            face.code_width = widest
        self._measured.clear()

    def _say_none(self) -> None:
        if self._none is None and not self._choices:
            self._none = QLabel(tr("Nothing can be chosen yet: it depends on earlier answers."), self)
            self._none.setProperty("role", "caption")
        if self._none is not None:
            self._none.setVisible(not self._choices)

    def _face(self, place: int) -> Face:
        choice, shape = self._choices[place], self._look.shape
        words = "" if shape == "marks" else choice.label or choice.value
        address = choice.media.get("image", "") if shape != "marks" else ""
        picture = self._pictures(address) if address else None
        centred = shape in ("marks", "list", "likert")
        return Face(
            self._codes[place],
            words,
            picture,
            several=self._multiple,
            marks=self._look.marks,
            centred=centred,
        )

    def _button(self, place: int) -> QAbstractButton:
        choice = self._choices[place]
        spoken = f"{self._codes[place]}  {plain(choice.label) or choice.value}"
        button = choice_button(self._faces[place], self._multiple, self, spoken)
        if self._name:
            button.setAccessibleName(f"{self._name}: {button.text()}")
        button.installEventFilter(self)
        button.clicked.connect(lambda _=False, place=place: self._clicked(place))
        button.show()  # now: it may be given the focus at once
        return button

    def _laid(self, width: int) -> Cells:
        """The cells at a width; measured once for each width."""
        found = self._measured.get(width)
        if found is None:
            metrics, faces = self.fontMetrics(), self._faces
            natural = [face.natural(metrics) for face in faces]
            found = self._measured[width] = cells_of(
                self._look, natural, lambda place, wide: faces[place].height(metrics, wide), width, scaled(2)
            )
        return found

    def _place(self) -> None:
        self._cells = self._laid(self.width())
        for button, box in zip(self._buttons, self._cells.boxes, strict=True):
            button.setGeometry(*box)
        if self._none is not None:
            self._none.setGeometry(0, 0, self.width(), scaled(36))
