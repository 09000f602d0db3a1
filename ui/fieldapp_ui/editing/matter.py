"""One matter that asks for a person, as words and steps; which there are is read by `matters`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fieldapp_ui.navigator import Place


@dataclass(frozen=True)
class Step:
    """One thing that may be done: its words, and a place to go to, a deed, or a deed for which a reason is asked."""

    words: str
    place: Place | None = None
    act: Callable[[], None] | None = None
    because: Callable[[str], None] | None = None


@dataclass(frozen=True)
class Matter:
    """One thing to look at. `facts` are label and value; `words` say what came and what it means."""

    id: str
    title: str
    detail: str
    words: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
