"""Where the time of a profiled run went: the functions with most time of their own and below them, a side at a time."""

import io
import pstats
from pathlib import Path

SHOWN = 28
_WAITING = ("select.epoll", "_thread.lock", "selectors.py", "queue.py", "threading.py")
"""A server waits most of the time: not shown."""


def show_profiles(folder: Path) -> None:
    """Print every profile of a run, the hub's threads joined."""
    for place in sorted(folder.iterdir()):
        for file in sorted(place.glob("*.stats")):
            _show(f"{place.name} laptop {file.stem}", [file])
        if threads := sorted((place / "hub").glob("*.stats")):
            _show(f"{place.name} hub, {len(threads)} threads", threads)


def _show(title: str, files: list[Path]) -> None:
    out = io.StringIO()
    stats = pstats.Stats(str(files[0]), stream=out)
    for more in files[1:]:
        stats.add(str(more))
    print(f"\n=== {title}")
    for order in ("tottime", "cumulative"):
        stats.sort_stats(order).print_stats(SHOWN)
    lines = [line for line in out.getvalue().splitlines() if line.strip()]
    print(*(line for line in lines if not any(word in line for word in (*_WAITING, ".stats"))), sep="\n")
