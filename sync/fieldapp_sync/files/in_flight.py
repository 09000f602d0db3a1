"""Several files under way at once, each in a thread; what becomes of each is told in the thread that asked."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Event

IN_FLIGHT = 3
_LOOK_SECONDS = 0.2


def under_way(
    names: Sequence[str], work: Callable[[str], int], stop: Event, look: Callable[[], None]
) -> Iterator[tuple[str, "Future[int]"]]:
    """Each name with its future once that is done. `look` is called between, in this thread; when it raises or the
    caller goes, `stop` is set and what is under way is waited for."""
    with ThreadPoolExecutor(IN_FLIGHT) as pool:
        left = {pool.submit(work, name): name for name in names}
        try:
            while left:
                look()
                done, _ = wait(left, timeout=_LOOK_SECONDS, return_when=FIRST_COMPLETED)
                for future in done:
                    yield left.pop(future), future
        finally:
            if left:
                stop.set()
                for future in left:
                    future.cancel()
