"""How many questions are answered, wrong, blank though required or to be confirmed: of one question, a section, a form.
Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from fieldapp.forms import NodeState
from fieldapp_ui.editing.forms.plan import QUESTIONS
from fieldapp_ui.fields.answers.appearance import is_heading

Mark = Literal["done", "part", "open", "wrong", "unsure", "empty"]


@dataclass(frozen=True)
class Count:
    """How many of the questions that apply are answered, how many answers are wrong, how many required are blank, how
    many answers wait for the worker's confirmation."""

    done: int = 0
    total: int = 0
    wrong: int = 0
    needed: int = 0
    unsure: int = 0

    @property
    def mark(self) -> Mark:
        """wrong, unsure, done, part, open (nothing answered yet); empty where nothing is asked now."""
        if self.wrong:
            return "wrong"
        if self.unsure:
            return "unsure"
        if not self.total:
            return "empty"
        return "done" if self.done == self.total else "part" if self.done else "open"

    def __add__(self, other: Count) -> Count:
        return Count(
            self.done + other.done,
            self.total + other.total,
            self.wrong + other.wrong,
            self.needed + other.needed,
            self.unsure + other.unsure,
        )

    def times(self, number: int) -> Count:
        """The count of so many questions alike."""
        return Count(
            *(each * number for each in (self.done, self.total, self.wrong, self.needed, self.unsure))
        )

    def __sub__(self, other: Count) -> Count:
        return Count(
            self.done - other.done,
            self.total - other.total,
            self.wrong - other.wrong,
            self.needed - other.needed,
            self.unsure - other.unsure,
        )


def is_asked(node: NodeState) -> bool:
    """Whether a question applies and takes an answer: notes and worked-out values do not."""
    answerable = node.kind in QUESTIONS and node.kind != "note" and not is_heading(node)
    return answerable and node.relevant and not node.readonly


NONE = Count()


@cache
def _one(done: bool, wrong: bool, needed: bool, unsure: bool) -> Count:
    """The count of one question: kept, so that the same one is told by identity."""
    return Count(int(done), 1, int(wrong), int(needed), int(unsure))


def count_of(node: NodeState) -> Count | None:
    """What a question adds to its section; None for what is not asked now."""
    if not is_asked(node):
        return None
    unsure, violation = is_unsure(node), node.violation
    return _one(
        bool(node.value) and violation is None and not unsure,
        violation is not None and violation.kind == "constraint",
        node.required and not node.value,
        unsure,
    )


def is_unsure(node: NodeState) -> bool:
    """Whether an answer waits for the worker to confirm it."""
    return bool(node.soft_message) and not node.confirmed and node.violation is None
