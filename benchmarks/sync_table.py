"""The table of `sync_peers`: ours beside the peers, ratios, and the budget with reached or missed."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Figures = dict[str, float]


@dataclass(frozen=True)
class Bar:
    """What a figure of ours has to keep. `words` is the bar as it is printed."""

    words: str
    keeps: Callable[[float, Figures, Figures], bool]


def _at_most(limit: float) -> Bar:
    return Bar(f"≤ {limit:g}", lambda ours, anki, pouch: ours <= limit)


def _rate(least: float, pouches: float = 0) -> Callable[[str], Bar]:
    def bar(name: str) -> Bar:
        if pouches:
            words = f"≥ {least:,.0f} and ≥ {pouches:g} × PouchDB"
            return Bar(words, lambda ours, anki, pouch: ours >= max(least, pouches * pouch.get(name, 0)))
        words = f"≥ {least:,.0f} and > Anki"
        return Bar(words, lambda ours, anki, pouch: ours >= least and ours > anki.get(name, 0))

    return bar


BARS: Mapping[str, Bar] = {
    **{name: _rate(20_000)(name) for name in ("new up rows/s", "new down rows/s")},
    **{name: _rate(10_000, 8)(name) for name in ("edit up rows/s", "edit down rows/s")},
    **{name: _at_most(140) for name in ("new up B/row", "new down B/row")},
    **{name: _at_most(50) for name in ("edit up B/row", "edit down B/row")},
    "no-op bytes": _at_most(300),
    "no-op round trips": _at_most(1),
    "client MiB": _at_most(100),
    "hub MiB": _at_most(100),
}


def show_table(medians: Mapping[str, Figures]) -> None:
    """Print a line a figure and one of ours, as a table and as JSON lines."""
    anki, pouch = medians.get("anki", {}), medians.get("pouch", {})
    mine = {who: figures for who, figures in medians.items() if who.startswith("ours")}
    names = list(dict.fromkeys(name for figures in medians.values() for name in figures))
    head = f"{'figure':28}{'line':8}{'ours':>10}{'Anki':>10}{'PouchDB':>10}{'ours/Anki':>11}{'ours/Pouch':>11}  budget"
    lines = []
    print(f"\n{head}")
    for name in names:
        for who, figures in mine.items() or {"": {}}.items():
            line = _line(name, who, figures, anki, pouch)
            lines.append(line)
            verdict = f"{line['budget']}: {line['verdict']}" if line["verdict"] else ""
            cells = "".join(
                f"{_shown(line[key]):>{10 + (key.count('/'))}}" for key in ("ours", "anki", "pouch")
            )
            ratios = "".join(f"{_shown(line[key]):>11}" for key in ("ours/anki", "ours/pouch"))
            print(f"{name:28}{who:8}{cells}{ratios}  {verdict}")
    print()
    for line in lines:
        print(json.dumps(line, ensure_ascii=False))


def _line(
    name: str, who: str, figures: Figures, anki: Figures, pouch: Figures
) -> dict[str, float | str | None]:
    ours, bar = figures.get(name), BARS.get(name)
    verdict = ""
    if ours is not None and bar is not None:
        verdict = "reached" if bar.keeps(ours, anki, pouch) else "MISSED"
    return {
        "figure": name,
        "line": who,
        "ours": ours,
        "anki": anki.get(name),
        "pouch": pouch.get(name),
        "ours/anki": _ratio(ours, anki.get(name)),
        "ours/pouch": _ratio(ours, pouch.get(name)),
        "budget": bar.words if bar else "",
        "verdict": verdict,
    }


def _ratio(ours: float | None, theirs: float | None) -> float | None:
    return round(ours / theirs, 3) if ours is not None and theirs else None


def _shown(value: float | str | None) -> str:
    if not isinstance(value, int | float):
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"
