"""How much work the expressions of a session may do before everything must have settled.

A form's author writes the expressions and nobody reads them before they run: `//*[//*[//*]]` or a text that
doubles along a chain of calculations would otherwise take the computer's day and all its memory.
"""

from fieldapp.errors import FormError
from fieldapp.forms.limits import LONGEST_TEXT, MOST_STEPS, STEPS_OF_NODE
from fieldapp.forms.tree import GATHERED

_LETTERS_A_STEP = 16


class Work:
    """What is left of the steps. Renewed for each answer; a step is a node visited or a few letters made."""

    __slots__ = ("gathered", "left")

    def __init__(self) -> None:
        self.left = MOST_STEPS
        self.gathered = GATHERED[0]

    def renew(self, nodes: int) -> None:
        """All the steps again, and more for a session of many nodes: what was added row by row opens again."""
        self.left = MOST_STEPS + nodes * STEPS_OF_NODE
        self.gathered = GATHERED[0]

    def spend(self, steps: int) -> None:
        """Count steps. Raises FormError when none are left."""
        self.left -= steps
        if self.left < GATHERED[0] - self.gathered:
            raise FormError(
                "form.work",
                "This form asks for more than {steps} steps of reckoning after one answer. Ask its author to "
                "make its expressions simpler.",
                steps=MOST_STEPS,
            )

    def grow(self, length: int) -> None:
        """Count a text of that many letters before it is made. Raises FormError when it is too long."""
        if length > LONGEST_TEXT:
            raise FormError(
                "form.text.long",
                "A text of the form grows to {length} letters; {most} are allowed. Ask its author to "
                "make its expressions simpler.",
                length=length,
                most=LONGEST_TEXT,
            )
        self.spend(length // _LETTERS_A_STEP)
