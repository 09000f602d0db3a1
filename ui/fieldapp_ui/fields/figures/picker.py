"""A figure of a range picked from a list of all of them."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.answers.figures_read import shown_figure
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.choices.list import ListAnswer
from fieldapp_ui.fields.figures.range import steps_of

MOST_PICKED = 2_000


class PickerAnswer(ListAnswer):
    """A range picked from a list of its figures."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        steps = steps_of(node)
        self._figures = tuple(
            Choice(figure, figure, code=figure)
            for figure in map(steps.at, range(min(MOST_PICKED, steps.count) + 1))
        )
        super().__init__(replace(node, choices=self._figures), parent)
        self.line.setMaximumWidth(scaled(280))

    def show_node(self, node: NodeState) -> None:
        """Shows the figure."""
        super().show_node(replace(node, value=shown_figure(node.value), choices=self._figures))
