"""Rows of figures made of things as they are seen, each once: a county has thousands of findings."""

from collections.abc import Callable, Sequence
from typing import Any, overload

from fieldapp_ui.models.figures import FigureRow


class LazyRows(Sequence[FigureRow]):
    """As long as `things`; `make` is called for a row the first time it is looked at."""

    def __init__(self, things: Sequence[Any], make: Callable[[Any], FigureRow]) -> None:
        self._things, self._make = things, make
        self._made: dict[int, FigureRow] = {}

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, at: int) -> FigureRow: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[FigureRow]: ...
    def __getitem__(self, at: int | slice) -> FigureRow | Sequence[FigureRow]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._made:
            self._made[at] = self._make(self._things[at])
        return self._made[at]
