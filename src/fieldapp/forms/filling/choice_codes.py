"""The digits that choose a choice: the same on paper and on the screen, whatever a filter leaves out of the list."""

from collections.abc import Sequence


def codes_of_values(values: Sequence[str]) -> tuple[str, ...]:
    """For each choice of a whole list its own value where all values are figures, else its place from 1."""
    if values and all(value.isascii() and value.isdigit() for value in values):
        return tuple(values)
    return tuple(str(place) for place in range(1, len(values) + 1))
