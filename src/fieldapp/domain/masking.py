"""What stays readable of a sensitive value (DOMAIN §9.2, page_privacy): masked text never tells more than its class.

`mask` gives the form for screens and prints that several people see; what is hidden altogether (a notice board)
is left out by the report, not masked here.
"""

from collections.abc import Callable
from typing import Literal, get_args

from fieldapp.domain.surnames import COMPOUND_SURNAMES

MaskClass = Literal["name", "id", "phone", "bank", "address", "health", "birth", "income"]
MASK_CLASSES: tuple[str, ...] = get_args(MaskClass)
HIDDEN = "***"


def mask(value: str, mask_class: str) -> str:
    """The masked form; "" stays "" (not known). Raises ValueError for a class that is none of `MASK_CLASSES`.

    name 张*明, 张*, 欧阳* · id first 6 + eight * + last 4 · phone first 3 + **** + last 4 · bank last 4 ·
    address as far as the group · health and income *** · birth year and month.
    """
    if mask_class not in _MASKS:
        raise ValueError(f"no mask class: {mask_class!r}")
    value = value.strip()
    return _MASKS[mask_class](value) if value else ""


def _name(value: str) -> str:
    compound = value[:2] in COMPOUND_SURNAMES and len(value) > 2
    if len(value) == 1:
        return "*"
    if len(value) == 3 and not compound:
        return f"{value[0]}*{value[2]}"
    kept = 2 if compound else 1
    return value[:kept] + "*" * (len(value) - kept)


def _identity(value: str) -> str:
    return f"{value[:6]}********{value[-4:]}" if len(value) >= 15 else "********"


def _phone(value: str) -> str:
    return f"{value[:3]}****{value[-4:]}" if len(value) >= 11 else "****"


def _bank(value: str) -> str:
    return f"****{value[-4:]}" if len(value) >= 10 else "****"


def _address(value: str) -> str:
    ends = [value.rfind(word) for word in "组組社屯队隊"]
    cut = max(ends)
    if cut < 0:
        cut = max(value.rfind(word) for word in "村鎮镇乡鄉")
    return value[: cut + 1] + "*" if cut >= 0 else HIDDEN


def _hidden(value: str) -> str:
    return HIDDEN


def _birth(value: str) -> str:
    return f"{value[:7]}-**" if len(value) == 10 else HIDDEN


_MASKS: dict[str, Callable[[str], str]] = {
    "name": _name,
    "id": _identity,
    "phone": _phone,
    "bank": _bank,
    "address": _address,
    "health": _hidden,
    "birth": _birth,
    "income": _hidden,
}
