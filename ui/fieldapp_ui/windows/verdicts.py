"""How a verdict is shown everywhere: a shape and a word, never a colour alone; not enough data is 待核实 in the house."""

from fieldapp.standards.outcome import Checklist, Verdict
from fieldapp_ui.language import tr

MARKS: dict[Verdict, str] = {"met": "✓", "not_met": "✕", "unknown": "◌"}


def verdict_words(verdict: Verdict) -> str:
    """The word beside the mark."""
    match verdict:
        case "met":
            return tr("met")
        case "not_met":
            return tr("not met")
        case _:
            return tr("to be verified")


def bar_words(checklist: Checklist) -> tuple[tuple[Verdict, str], ...]:
    """The bar on top: `6 ✓ met`, `1 ✕ not met`, `1 ◌ to be verified`."""
    return tuple(
        (verdict, f"{checklist.count(verdict)} {mark} {verdict_words(verdict)}")
        for verdict, mark in MARKS.items()
    )
