"""A figure between two ends: typed, stepped with the arrow keys, or set on a scale."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import ON, Answer
from fieldapp_ui.fields.answers.appearance import words_of
from fieldapp_ui.fields.answers.complaint import Complaint
from fieldapp_ui.fields.answers.figures_read import decimal_of
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.figures.number import NumberAnswer
from fieldapp_ui.fields.figures.scale import Scale
from fieldapp_ui.language import tr

MOST_STEPS = 100_000


@dataclass(frozen=True)
class Steps:
    """The figures a range allows: `start`, then `step` by `step` (negative when it runs down) to `end`."""

    start: Decimal
    end: Decimal
    step: Decimal

    @property
    def count(self) -> int:
        """How many steps lie between the ends."""
        return min(MOST_STEPS, int((self.end - self.start) / self.step))

    def at(self, place: int) -> str:
        """The figure after so many steps, as the engine takes it."""
        return format(self.start + self.step * place, "f")

    def place(self, figure: Decimal) -> int | None:
        """After how many steps a figure comes; None where it is none of them."""
        steps = (figure - self.start) / self.step
        return int(steps) if steps == int(steps) and 0 <= steps <= self.count else None


def steps_of(node: NodeState) -> Steps:
    """The steps of a range's parameters; ODK's 1 to 10 by 1 where the form says nothing that makes sense."""
    start = decimal_of(node.parameters.get("start", ""), Decimal(0))
    end = decimal_of(node.parameters.get("end", ""), Decimal(10))
    step = abs(decimal_of(node.parameters.get("step", ""), Decimal(1))) or Decimal(1)
    return Steps(start, end, step if end >= start else -step)


class _StepNumber(NumberAnswer):
    """The figure of a range; the arrow keys step along the scale."""

    def __init__(self, node: NodeState, owner: "RangeAnswer") -> None:
        self._owner = owner
        super().__init__(node, owner)

    def step(self, by: int) -> bool:
        """Along the scale."""
        return self._owner.step(by)


class RangeAnswer(Answer):
    """A figure between two ends. Blank stays blank until the worker chooses; other figures are not kept."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._readonly, self._value = steps_of(node), node.readonly, node.value
        words = words_of(node)
        upright = "vertical" in words
        self._number = _StepNumber(node, self)
        self._number.answered.connect(self._read)
        self._number.moved.connect(self._go)
        self._number.line.setMaximumWidth(scaled(104))
        self._number.line.setToolTip(tr("Arrow up and down step along the scale."))
        self.scale = Scale(
            self._steps.count, self._steps.at, self, upright=upright, ticks="no-ticks" not in words
        )
        self.scale.set_to.connect(self._slide)
        self._complaint = Complaint(self)
        row = QHBoxLayout()
        row.setSpacing(scaled(16))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._number, 0, top)
        row.addWidget(self.scale, 1, Qt.AlignmentFlag.AlignLeft if upright else top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._complaint)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the figure and puts the mark there."""
        self._value = node.value
        if node.value or not self._complaint.is_said():
            self._number.show_node(node)
        self.scale.setEnabled(not node.readonly)
        self.scale.show_place(self._place())

    def commit(self) -> None:
        """Reports the figure being typed."""
        self._number.commit()

    def input(self) -> QWidget:
        """The line of the figure."""
        return self._number.input()

    def line_text(self) -> str:
        """What stands in the line."""
        return self._number.line.text()

    def sentence(self) -> str:
        """What is said about the figure, "" when there is nothing to say."""
        return self._complaint.text()

    def step(self, by: int) -> bool:
        """One step up or down in value; from blank to the nearer end."""
        if self._readonly:
            return True
        upwards = by if self._steps.step > 0 else -by
        here = self._place()
        first = 0 if upwards > 0 else self._steps.count
        self._slide(first if here is None else max(0, min(self._steps.count, here + upwards)))
        return True

    def _place(self) -> int | None:
        return self._steps.place(decimal_of(self._value, Decimal("-1e30"))) if self._value else None

    def _slide(self, place: int) -> None:
        if self._readonly:
            return
        self._complaint.say("")
        self._number.line.rewrite(self._steps.at(place), 99)
        self._number.line.commit()
        self._number.line.selectAll()  # a figure typed now takes its place

    def _read(self, text: str) -> None:
        place = self._steps.place(decimal_of(text, Decimal("-1e30"))) if text else None
        wrong = bool(text) and place is None
        self._complaint.say(self._sentence() if wrong else "")
        self._value = "" if wrong else text
        self.scale.show_place(place)
        self.answered.emit(self._value)

    def _go(self, step: int) -> None:
        if step != ON or not self._complaint.holds(self._number.line.text()):
            self.moved.emit(step)

    def _sentence(self) -> str:
        low, high = sorted((self._steps.start, self._steps.end))
        return tr(
            "Type a figure from {low} to {high}, in steps of {step}.",
            low=format(low, "f"), high=format(high, "f"), step=format(abs(self._steps.step), "f"),
        )  # fmt: skip
