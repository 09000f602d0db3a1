"""Forms filled by keys, question by question; and what the worker saw at the household of the journey."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from fieldapp_ui.demo.hands import Hands, NotSeen
from fieldapp_ui.windows.forms.filling import FormFilling

Seen = Mapping[str, tuple[str, str]]
"""Question name → what is typed. Digits choose and go on by themselves; everything else is ended by Enter."""
CHOSEN = "choice"
SEEN: Seen = {
    "outcome": (CHOSEN, "1"),
    "phone": ("text", "13900001971"),
    "lives_there": (CHOSEN, "1"),
    "house_m2": ("text", "86.5"),
    "water_safe": (CHOSEN, "1"),
    "water_tested": (CHOSEN, "0"),
    "food_protein": (CHOSEN, "1"),
    "income_stable": (CHOSEN, "1"),
    "income_channels": (CHOSEN, "1"),
    "a1": ("text", "14400"),
    "a2": ("text", "0"),
    "b1": ("text", "2600"),
    "b2": ("text", "1200"),
    "b4": ("text", "0"),
    "c": ("text", "300"),
    "d2": ("text", "0"),
    "d4": ("text", "0"),
    "d6": ("text", "1120"),
    "e": ("text", "3000"),
    "x_excluded": ("text", "0"),
    "loans_none": (CHOSEN, "1"),
    "visit_note": ("text", "孩子在镇上读六年级, 收入靠在县城务工。"),
}
MOST_QUESTIONS = 200


def fill_visit(hands: Hands, filling: FormFilling, until: Callable[[str], bool] = lambda ref: False) -> int:
    """The visit form: `fill_form` with what was seen."""
    return fill_form(hands, filling, SEEN, until)


def fill_form(
    hands: Hands, filling: FormFilling, seen: Seen, until: Callable[[str], bool] = lambda ref: False
) -> int:
    """Answer what is known, pass the rest by Enter, to the end or to a question; the number of questions passed.

    Raises NotSeen when the cursor does not move on.
    """
    for passed in range(MOST_QUESTIONS):
        ref = filling.current()
        if filling.footer.finalise.hasFocus() or until(ref):
            return passed
        _answer(hands, filling, ref, seen)
        hands.wait()
        if filling.current() == ref and not filling.footer.finalise.hasFocus():
            _move_on(hands, filling, ref)
    raise NotSeen("the end of the form")


def _answer(hands: Hands, filling: FormFilling, ref: str, seen: Seen) -> None:
    kind, text = seen.get(ref.rpartition("/")[2], ("", ""))
    if kind == "text":
        hands.replace(text)
    elif kind == CHOSEN and not filling.entry.reading.node(ref).value:
        hands.type(text)


def _move_on(hands: Hands, filling: FormFilling, ref: str) -> None:
    # In a text of several lines Enter begins a new line; Tab goes on.
    lines = isinstance(hands.focus(), QPlainTextEdit)
    for key in (Qt.Key.Key_Tab,) if lines else (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        hands.press(key)
        hands.wait()
        if filling.current() != ref or filling.footer.finalise.hasFocus():
            return
    raise NotSeen(f"the question after {ref}")
