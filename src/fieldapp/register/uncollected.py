"""Work that makes millions of values in a row: the cycle collector waits until it is done."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collections within: each would walk a million values that are no cycles. Plain memory is freed as always."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_freeze_count() == 0:
            # What was made goes straight to the oldest generation: it is not walked once more as if it were young.
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()
