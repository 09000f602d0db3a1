"""The hybrid logical clock of commits: never runs backwards on a device, stays near the wall clock, sorts as text."""

import re

_COUNTER_LIMIT = 0xFFFF
_USUAL = re.compile(r"[0-9a-f]{12}-[0-9a-f]{4}")


def tick(last: str, now_ms: int) -> str:
    """The reading after `last` ("" for none) at the wall clock's UTC milliseconds: "0192f3c1a4b2-0003"."""
    last_ms, counter = _read(last) if last else (-1, 0)
    if now_ms > last_ms:
        return _write(now_ms, 0)
    if counter >= _COUNTER_LIMIT:
        return _write(last_ms + 1, 0)
    return _write(last_ms, counter + 1)


def clock_ms(hlc: str) -> int:
    """UTC milliseconds of a reading. Raises ValueError for other text."""
    return _read(hlc)[0]


def is_usual(hlc: str) -> bool:
    """Whether a reading is written as `tick` writes it; others may have been written elsewhere, `clock_ms` tells."""
    return _USUAL.fullmatch(hlc) is not None


def _read(hlc: str) -> tuple[int, int]:
    if len(hlc) != 17 or hlc[12] != "-":
        raise ValueError(f"not a clock reading: {hlc!r}")
    return int(hlc[:12], 16), int(hlc[13:], 16)


def _write(ms: int, counter: int) -> str:
    return f"{ms:012x}-{counter:04x}"
