"""Which column is probably which field: by key, national code, label in three languages, likeness, contents."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fieldapp.errors import Finding
from fieldapp.register.declarations import Dictionary
from fieldapp.register.headings import Headings, core, find_headings, plain
from fieldapp.register.mapping import (
    NO_FIELD,
    RECORD_ID,
    SCOPE,
    VILLAGE_NAME,
    Column,
    ColumnMapping,
    Target,
    Way,
    targets_of,
)
from fieldapp.register.sniffing import Sniffed, sniff
from fieldapp.register.workbook import Sheet

_LIKE = 0.55
_SAMPLE = 60


@dataclass(frozen=True)
class Vocabulary:
    """What headings may mean: plain text → targets in the order of preference, by the way they are known."""

    keys: Mapping[str, tuple[Target, ...]]
    national: Mapping[str, tuple[Target, ...]]
    labels: Mapping[str, tuple[Target, ...]]
    synonyms: Mapping[str, tuple[Target, ...]]

    def knows(self, text: str) -> bool:
        """Whether a text is a heading that is known outright."""
        return bool(self._meant(text))

    def means_the_same(self, one: str, other: str) -> bool:
        """Whether two headings may stand for one field: its label and its national code."""
        return not self._meant(one).isdisjoint(self._meant(other))

    def _meant(self, text: str) -> set[Target]:
        ways = (self.keys, self.national, self.labels, self.synonyms)
        return {target for form in (plain(text), core(text)) for way in ways for target in way.get(form, ())}


def vocabulary(dictionary: Dictionary, list_name: str, synonyms_csv: str = "") -> Vocabulary:
    """The headings a sheet of `list_name` may have. `synonyms_csv`: list,key,heading with | between headings."""
    keys: dict[str, list[Target]] = {}
    national: dict[str, list[Target]] = {}
    labels: dict[str, list[Target]] = {}
    targets = targets_of(dictionary, list_name)
    for target in targets:
        keys.setdefault(plain(str(target).replace(".", "")), []).append(target)
        if target.key != RECORD_ID:
            keys.setdefault(plain(target.key), []).append(target)
        if dictionary.has_field(*target):
            spec = dictionary.field(*target)
            if spec.nat:
                national.setdefault(plain(spec.nat), []).append(target)
            for label in dict.fromkeys((spec.zh_hans, spec.zh_hant, spec.en)):
                for form in dict.fromkeys((plain(label), core(label))):
                    if label and target.key != dictionary.lists[target.list].parent:
                        labels.setdefault(form, []).append(target)
    return Vocabulary(*map(_fixed, (keys, national, labels, _synonyms(synonyms_csv, targets))))


def guess_mapping(
    headings: Headings, sheet: Sheet, list_name: str, dictionary: Dictionary, words: Vocabulary
) -> ColumnMapping:
    """What each column probably is; no two columns get one target, the surer one has it."""
    sample = sheet.rows[headings.data : headings.data + _SAMPLE]
    targets = targets_of(dictionary, list_name)
    offers: list[tuple[float, int, Target, Finding]] = []
    for index, heading in enumerate(headings.texts):
        held = sniff([row[index] for row in sample])
        offers += [
            (confidence, index, target, why)
            for target, confidence, why in _offers(heading, held, targets, dictionary, words)
        ]
    offers.sort(key=lambda offer: (-offer[0], offer[1]))
    taken: dict[int, Column] = {}
    used: set[Target] = set()
    for confidence, index, target, why in offers:
        if index not in taken and target not in used:
            taken[index] = Column(index, headings.texts[index], target, round(confidence, 2), why)
            used.add(target)
    columns = tuple(
        taken.get(index) or Column(index, heading, None, 0.0, NO_FIELD)
        for index, heading in enumerate(headings.texts)
    )
    return ColumnMapping(list_name, columns, headings.signature, _way(columns), headings.data)


def heading_of(sheet: Sheet, words: Vocabulary) -> Headings | None:
    """The heading of a sheet by these words; see `find_headings`."""
    return find_headings(sheet, words.knows, words.means_the_same)


def _offers(
    heading: str, held: Sniffed, targets: Sequence[Target], dictionary: Dictionary, words: Vocabulary
) -> Iterable[tuple[Target, float, Finding]]:
    form, short = plain(heading), core(heading)
    if form:
        known = [
            (words.keys.get(form, ()), 1.0, _KEY),
            (words.national.get(form, ()), 0.99, _NATIONAL),
            (words.labels.get(form, ()), 0.98, _LABEL),
            (words.synonyms.get(form, ()), 0.95, _SYNONYM),
            (words.labels.get(short, ()), 0.94, _LABEL),
            (words.synonyms.get(short, ()), 0.92, _SYNONYM),
        ]
        for found, confidence, why in known:
            if found:
                # The first is meant; the others of the same heading only where it is taken.
                return [(t, confidence - 0.001 * at, why) for at, t in enumerate(found)]
    by_value = [(target, confidence, _HOLDS) for target, confidence in held.targets(targets, dictionary)]
    return [*by_value, *_alike(short, held, targets, dictionary)] if short else by_value


def _alike(
    form: str, held: Sniffed, targets: Sequence[Target], dictionary: Dictionary
) -> Iterable[tuple[Target, float, Finding]]:
    for target in targets:
        if not dictionary.has_field(*target) or target.key == dictionary.lists[target.list].parent:
            continue
        spec = dictionary.field(*target)
        likeness, label = max(
            (_likeness(form, core(label)), label) for label in (spec.zh_hans, spec.zh_hant, spec.en)
        )
        if likeness >= _LIKE:
            fits = held.fits(spec, dictionary)
            yield (
                target,
                likeness * (0.85 if fits else 0.6),
                Finding(
                    "mapping.alike", "The heading is like “{label}”.", {"label": label}, severity="repair"
                ),
            )


def _likeness(one: str, other: str) -> float:
    """Shared pairs of characters, 0 to 1; one heading within the other counts at least 0.7."""
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    pairs, others = _pairs(one), _pairs(other)
    shared = 2 * len(pairs & others) / (len(pairs) + len(others))
    inside = min(len(one), len(other)) >= 2 and (one in other or other in one)
    return max(shared, 0.7) if inside else shared


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text))) or frozenset((text,))


def _synonyms(text: str, targets: Sequence[Target]) -> dict[str, list[Target]]:
    known, found = frozenset(targets), dict[str, list[Target]]()
    for row in csv.DictReader(io.StringIO(text)):
        names = (row["list"],) if row["key"] not in (SCOPE, VILLAGE_NAME) else ("household", "village")
        for name in names:
            target = Target(name, row["key"])
            if target in known:
                for heading in row["heading"].split("|"):
                    found.setdefault(plain(heading), []).append(target)
    return found


def _fixed(words: Mapping[str, list[Target]]) -> dict[str, tuple[Target, ...]]:
    return {word: tuple(dict.fromkeys(targets)) for word, targets in words.items() if word}


def _way(columns: Sequence[Column]) -> Way:
    mapped = [column for column in columns if column.target]
    if not mapped:
        return "none"
    for way, why in (("keys", _KEY), ("national", _NATIONAL)):
        if 2 * sum(1 for column in mapped if column.why is why) > len(mapped):
            return way  # type: ignore[return-value]
    return (
        "labels" if all(column.why in (_LABEL, _SYNONYM, _KEY, _NATIONAL) for column in mapped) else "guessed"
    )


_KEY = Finding("mapping.key", "The heading is the key of this field.", severity="repair")
_NATIONAL = Finding("mapping.national", "The heading is the national code of this field.", severity="repair")
_LABEL = Finding("mapping.label", "The heading is the name of this field.", severity="repair")
_SYNONYM = Finding("mapping.synonym", "The heading is another usual name of this field.", severity="repair")
_HOLDS = Finding("mapping.holds", "What stands in the column looks like this field.", severity="repair")
