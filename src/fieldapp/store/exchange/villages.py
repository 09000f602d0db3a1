"""Which village a row or a whole file is of: a code or name in a column, in the file's name, or in the titles above."""

import re
from collections.abc import Mapping, Sequence

from fieldapp.domain.pinyin import fold
from fieldapp.domain.region import LENGTH, RegionCode, is_region_code
from fieldapp.errors import Finding
from fieldapp.register.workbook import Cell, Sheet
from fieldapp.store.records import prefix_range
from fieldapp.store.region_codes import scopes_by_code
from fieldapp.store.regions import VILLAGE_LEVEL, villages
from fieldapp.store.vault import Vault

_CODE = re.compile(r"(?<![0-9])[1-9][0-9]{11}(?![0-9])")
_SUFFIX = re.compile(r"(村民委员会|居民委员会|村委会|居委会|社区|村)$")
_TITLE_ROWS = 5


class Villages:
    """The villages of a worker by code and by name; `within` (a region code of any level, or "") narrows them."""

    def __init__(self, vault: Vault, within: str = "") -> None:
        self._vault = vault
        self._within = within
        self._low, self._high = prefix_range(within)
        self._scopes = scopes_by_code(vault)
        self._codes = [r for r in villages(vault) if self._low <= r.code < self._high]
        self._by_name: dict[str, list[str]] = {}
        for region in self._codes:
            for name in {_plain(region.name), _short(region.name)} - {""}:
                self._by_name.setdefault(name, []).append(region.code)

    @property
    def only(self) -> str:
        """The one village there is to write in, or "". A village that was chosen by its code need not be known yet."""
        if len(self._codes) == 1:
            return self._codes[0].code
        chosen = self.of_code(self._within) if len(self._within) == LENGTH else ""
        return chosen if isinstance(chosen, str) else ""

    def of_code(self, cell: Cell) -> str | Finding:
        """The village of a code cell, by its code of today or the one its records keep, or what is wrong with it."""
        text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
        is_village = len(text) == LENGTH and is_region_code(text) and RegionCode(text).level == VILLAGE_LEVEL
        if not is_village:
            return Finding(
                "import.no_village_code",
                "“{text}” is no village code. Write the twelve digits of the village, as text.",
                {"text": text},
            )
        scope = self._scopes.get(text, text)
        if not self._vault.worker.covers(scope) or not self._low <= scope < self._high:
            return Finding(
                "import.foreign_village",
                "The village {scope} is not one of yours or not the one you chose. The row was passed over.",
                {"scope": text},
            )
        return scope

    def of_name(self, cell: Cell) -> str | Finding:
        """The village of a name cell, or what is wrong with it."""
        text = str(cell)
        found = self._by_name.get(_plain(text)) or self._by_name.get(_short(text)) or []
        if len(found) == 1:
            return found[0]
        return Finding(
            "import.unknown_village",
            "“{text}” names {count} villages of yours. Write the twelve-digit village code instead.",
            {"text": text.strip(), "count": len(found)},
        )

    def of_file(self, sheet: Sheet, title_rows: int) -> str:
        """The village a whole file is of: a code or a village's name in its name, its sheet's or its titles; "" for none
        or several."""
        texts = [sheet.file, sheet.name]
        for row in sheet.rows[: min(title_rows, _TITLE_ROWS)]:
            texts += [str(cell) for cell in row if cell != ""]
        for text in texts:
            codes = {scope for c in _CODE.findall(text) if isinstance(scope := self.of_code(c), str)}
            for found in (codes, self._named_in(_plain(text))):
                if len(found) == 1:
                    return next(iter(found))
        return ""

    def _named_in(self, plain: str) -> set[str]:
        """The villages whose name stands in a text; 上坪 within 上坪头村 is no name of its own."""
        named = [name for name in self._by_name if len(name) > 1 and name in plain]
        longest = [name for name in named if not any(name != other and name in other for other in named)]
        return {code for name in longest for code in self._by_name[name]}


def scopes_of_rows(
    columns: Mapping[str, Sequence[Cell]], places: Villages, count: int, default: str
) -> tuple[list[str], dict[int, Finding]]:
    """The village of each row ("" unknown): by the code column, else the name column, else `default`; and the findings of
    rows whose cell names none."""
    found, bad = [default] * count, dict[int, Finding]()
    readers = (("village_name", places.of_name), ("scope", places.of_code))
    for key, read in readers:
        memo: dict[Cell, str | Finding] = {}
        for at, cell in enumerate(columns.get(key, ())):
            if cell == "":
                continue
            place = memo.get(cell)
            if place is None:
                place = memo[cell] = read(cell)
            if isinstance(place, Finding):
                if key == "scope" or not columns.get("scope"):
                    bad[at] = place
            else:
                found[at] = place
                bad.pop(at, None)
    return found, bad


def _plain(name: str) -> str:
    return fold(name).replace(" ", "")


def _short(name: str) -> str:
    return _SUFFIX.sub("", _plain(name))
