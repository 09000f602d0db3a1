"""Typing at choices: digits that mean a code, letters that are the beginning of words, pinyin or initials."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from fieldapp.forms import Choice
from fieldapp_ui.fields.answers.codes import type_digit
from fieldapp_ui.fields.choices.find import beginning

MORE_DIGITS_MS = 900
"""How long a digit waits for a second one when a longer code begins with it (several choices only)."""
MORE_LETTERS_MS = 1500
"""How long letters are taken for one word; after that a letter begins another."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ChoiceKeys(QObject):
    """Signals: `hit(place, goes_on)` a choice is meant and no other; `neared(place)` the first of several that match.

    Letters never go on to the next question: a worker who types one more than needed would type it there.
    """

    hit = Signal(int, bool)
    neared = Signal(int)

    def __init__(self, parent: QObject, several: bool) -> None:
        super().__init__(parent)
        self._several = several
        self._digits = self._letters = ""
        self._waiting: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=MORE_DIGITS_MS)
        self._soon.timeout.connect(self.settle)
        self._pause = QTimer(self, singleShot=True, interval=MORE_LETTERS_MS)
        self._pause.timeout.connect(self._forget_letters)

    def type(self, event: QKeyEvent, choices: Sequence[Choice], codes: Sequence[str]) -> bool:
        """Takes a key; False when it means nothing here."""
        text = event.text()
        if not choices or len(text) != 1 or event.modifiers() & _COMMANDS:
            return False
        if text.isdecimal():
            self._letters = ""
            self._digit(str(int(text)), codes)
        elif text.isalpha():
            self._letter(text, choices)
        else:
            return False
        return True

    def settle(self) -> None:
        """Takes a code that still waits for a second digit."""
        self._soon.stop()
        place, self._waiting, self._digits = self._waiting, None, ""
        if place is not None and self._several:
            self.hit.emit(place, False)

    def forget(self) -> None:
        """Begins anew."""
        self._soon.stop()
        self._digits, self._letters, self._waiting = "", "", None

    def _forget_letters(self) -> None:
        self._letters = ""

    def _digit(self, digit: str, codes: Sequence[str]) -> None:
        typed = type_digit(self._digits, digit, codes)
        self._digits, self._waiting = typed.digits, typed.place if typed.open else None
        if typed.place is None:
            return
        if self._several and typed.open:
            self._soon.start()
            return
        if not typed.open:
            self._soon.stop()
            self._digits = ""
        self.hit.emit(typed.place, not typed.open)

    def _letter(self, letter: str, choices: Sequence[Choice]) -> None:
        for letters in (self._letters + letter, letter):
            found = beginning(choices, letters)
            if found:
                self._letters = letters
                self._pause.start()
                if len(found) == 1 and not self._several:
                    self.hit.emit(found[0], False)
                else:
                    self.neared.emit(found[0])
                return
        self._letters = ""
