"""How fast the machine is now: the same work each time, so that runs on a busy and on a quiet machine compare."""

import time


def fixed_loop() -> float:
    """Milliseconds of thread time of 100,000 entries put into a dictionary."""
    begun = time.thread_time()
    found: dict[str, int] = {}
    for number in range(100_000):
        found[f"/data/{number % 999}"] = number
    return (time.thread_time() - begun) * 1000
