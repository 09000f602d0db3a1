"""Region codes (GB/T 2260 and the 12-digit statistical code): level, parent and what covers what, from digits alone."""

from dataclasses import dataclass

_PARTS = ((2, 2), (3, 4), (4, 6), (5, 9), (6, 12))
"""Level and the digits that reach it: province 2, city 4, county 6, township 9, village 12."""
LENGTH = 12


@dataclass(frozen=True)
class RegionCode:
    """Twelve digits, right-padded with zeros: level 2 province … 6 village. Raises ValueError for other text.

    Missing levels between are allowed (a township straight below a city, as in 东莞): the parent clears the last
    part that is not zero.
    """

    text: str

    def __post_init__(self) -> None:
        if not (self.text.isascii() and self.text.isdigit()):
            raise ValueError(f"not a region code: {self.text!r}")
        if len(self.text) not in (2, 4, 6, 9, LENGTH) or self.text.startswith("00"):
            raise ValueError(f"not a region code: {self.text!r}")
        object.__setattr__(self, "text", self.text.ljust(LENGTH, "0"))

    @property
    def level(self) -> int:
        """2 province, 3 city, 4 county, 5 township, 6 village."""
        return next(level for level, digits in _PARTS if not self.text[digits:].strip("0"))

    @property
    def prefix(self) -> str:
        """The code without its trailing zero parts: 2, 4, 6, 9 or 12 digits; every place below starts with it."""
        return self.text[: dict(_PARTS)[self.level]]

    @property
    def parent(self) -> "RegionCode | None":
        """The nearest place above, or None for a province."""
        shorter = [digits for _, digits in _PARTS if digits < len(self.prefix)]
        for digits in reversed(shorter):
            code = RegionCode(self.text[:digits].ljust(LENGTH, "0"))
            if code.level < self.level:
                return code
        return None

    def covers(self, other: "RegionCode") -> bool:
        """Whether `other` is this place or lies in it."""
        return other.text.startswith(self.prefix)


def is_region_code(text: str) -> bool:
    """Whether `text` can be read as a region code of any level."""
    try:
        RegionCode(text)
    except ValueError:
        return False
    return True


def scope_covers(prefix: str, scope: str) -> bool:
    """Whether a worker's scope (any level, padded or not; "" is everywhere) covers a village's scope."""
    if not prefix:
        return True
    return scope.startswith(RegionCode(prefix).prefix if is_region_code(prefix) else prefix)
