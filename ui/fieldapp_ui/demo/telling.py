"""The questions of a small dialog answered by keys, and the pages that have no key of their own, by the palette."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from fieldapp_ui.commands import command
from fieldapp_ui.demo.hands import Hands, NotSeen
from fieldapp_ui.language import tr
from fieldapp_ui.windows.asking import AskingForm
from fieldapp_ui.windows.palette import CommandPalette

MOST_QUESTIONS = 40


def tell(hands: Hands, form: AskingForm, answers: Mapping[str, str]) -> None:
    """Type the answers by question; what is not named is passed by Enter, and Enter on the last one does it.

    Raises NotSeen when the cursor does not go on.
    """
    for _ in range(MOST_QUESTIONS):
        key = _question(hands, form)
        if key in answers and not form.input(key).typed():
            hands.type(answers[key])
        if _question(hands, form) == key:
            is_last = key == form.order()[-1]
            hands.enter()
            hands.wait()
            if is_last:
                return
    raise NotSeen("the last question")


def run_command(hands: Hands, name: str) -> None:
    """Ctrl+K, the words of a command, Enter."""
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.meet(CommandPalette)
    hands.type(tr(command(name).text))
    hands.enter()
    hands.give_back()


def _question(hands: Hands, form: AskingForm) -> str:
    focus = hands.focus()
    for key in form.order():
        entry = form.input(key)
        if entry is focus or entry.isAncestorOf(focus):
            return key
    return ""
