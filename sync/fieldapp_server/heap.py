"""One heap for all threads of a hub: what a thread with its own has freed is kept from the others, ten MB in all."""

import ctypes
import sys

_M_ARENA_MAX = -8
"""As in glibc's malloc.h."""


def share_heap() -> None:
    """From now on no thread gets a heap of its own. Where the C library is not glibc nothing happens."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 1)
