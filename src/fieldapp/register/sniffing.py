"""What a column holds, from a sample of its cells: identity numbers, phones, village codes, the labels of a code list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fieldapp.domain.identity import normal_form, parse_identity
from fieldapp.domain.region import is_region_code
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.register.mapping import SCOPE, Target
from fieldapp.register.values import to_stored
from fieldapp.register.workbook import Cell

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_MOST = 0.8
_VILLAGE_DIGITS = 12


@dataclass(frozen=True)
class Sniffed:
    """The cells that are not empty, as text, and how they were typed."""

    texts: tuple[str, ...]
    dates: int = 0

    def share(self, count: int) -> bool:
        """Whether `count` is most of the sample."""
        return bool(self.texts) and count >= _MOST * len(self.texts)

    def fits(self, spec: FieldSpec, dictionary: Dictionary) -> bool:
        """Whether most cells could be values of this field."""
        from fieldapp.errors import Finding

        if not self.texts:
            return True
        good = sum(1 for text in self.texts if not isinstance(to_stored(spec, text, dictionary), Finding))
        return self.share(good)

    def targets(self, targets: Sequence[Target], dictionary: Dictionary) -> Iterator[tuple[Target, float]]:
        """The fields the values themselves speak for, with a confidence."""
        if not self.texts:
            return
        if self.share(sum(1 for text in self.texts if parse_identity(text))):
            yield from ((t, 0.85) for t in targets if _checks(t, "identity", dictionary))
        elif self.share(sum(1 for text in self.texts if _MOBILE.fullmatch(normal_form(text)))):
            yield from ((t, 0.6) for t in targets if _checks(t, "phone", dictionary))
        elif self.share(
            sum(1 for text in self.texts if len(text) == _VILLAGE_DIGITS and is_region_code(text))
        ):
            yield from ((t, 0.8) for t in targets if t.key == SCOPE)
        elif len(set(self.texts)) > 1 and not any(text.isdigit() for text in self.texts):
            yield from ((t, 0.6) for t in targets if self._speaks_for(t, dictionary))

    def _speaks_for(self, target: Target, dictionary: Dictionary) -> bool:
        if not dictionary.has_field(*target):
            return False
        spec = dictionary.field(*target)
        codes = dictionary.codes.get(spec.codes)
        return codes is not None and self.share(sum(1 for text in self.texts if codes.by_label(text)))


def sniff(cells: Sequence[Cell]) -> Sniffed:
    """The sample of one column."""
    filled = [cell for cell in cells if cell != ""]
    texts = tuple(
        str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
        for cell in filled
    )
    return Sniffed(texts, sum(1 for cell in filled if isinstance(cell, (date, datetime))))


def _checks(target: Target, rule: str, dictionary: Dictionary) -> bool:
    return dictionary.has_field(*target) and rule in dictionary.field(*target).check.split()
