"""`fieldapp serve` with a profile of every thread, written when the hub is told to end: `sync_hub.py STATS serve …`."""

import cProfile
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

from fieldapp.cli import main as fieldapp

_STARTED: list[cProfile.Profile] = []


def main() -> None:
    """Run the command under profiles and put them into the folder, one file a thread."""
    place = Path(sys.argv.pop(1))
    place.mkdir(parents=True, exist_ok=True)
    threading.setprofile(_begin)
    own = cProfile.Profile()
    _STARTED.append(own)

    def end(number: int, frame: FrameType | None) -> None:
        for at, profile in enumerate(list(_STARTED)):
            profile.dump_stats(place / f"hub-{at}.stats")
        sys.exit(0)

    # The server puts back what was there before and raises its signal again, so this runs after its own end.
    signal.signal(signal.SIGTERM, end)
    own.enable()
    fieldapp()


def _begin(frame: FrameType, event: str, argument: Any) -> None:
    """The first event of a new thread: from here this thread has a profile of its own."""
    profile = cProfile.Profile()
    _STARTED.append(profile)
    profile.enable()


if __name__ == "__main__":
    main()
