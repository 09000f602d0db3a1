"""The rows of the quality tables in words: accuracies, villages, rules or fields, and findings as they are seen."""

from collections.abc import Sequence

from fieldapp.standards.quality_counts import AccuracyCount
from fieldapp.standards.quality_findings import QualityFinding
from fieldapp_ui.editing.quality_groups import AccuracyLine, FindingWords, Group, accuracy_names
from fieldapp_ui.editing.quality_ready import is_settled
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading, Tone
from fieldapp_ui.models.lazy_rows import LazyRows


def accuracy_headings() -> tuple[Heading, ...]:
    """The columns of the eight accuracies."""
    return (Heading(tr("Accuracy"), wide=True), *count_headings())


def count_headings() -> tuple[Heading, ...]:
    """Errors, doubts, what is explained, and households without an error."""
    return (
        Heading(tr("Errors"), right=True, tip=tr("To be corrected before approval.")),
        Heading(tr("Doubts"), right=True, tip=tr("To be looked at: corrected, or explained once.")),
        Heading(tr("Explained"), right=True, tip=tr("Doubts that somebody has explained.")),
        Heading(tr("Without error"), right=True, tip=tr("Households without an error, of all households.")),
    )


def accuracy_rows(lines: Sequence[AccuracyLine]) -> tuple[FigureRow, ...]:
    """A row for each accuracy, keyed by its id."""
    names = accuracy_names()
    return tuple(
        _counted(f"{at} {names[line.accuracy]}", line, line.accuracy) for at, line in enumerate(lines, 1)
    )


def village_rows(
    counts: Sequence[AccuracyCount], accuracy: str, words: FindingWords
) -> tuple[FigureRow, ...]:
    """One accuracy by village, in the order of the region codes: never a ranking."""
    made: list[FigureRow] = []
    for one in counts:
        if one.accuracy == accuracy:
            line = AccuracyLine(
                accuracy, one.errors, one.warnings, one.explained, one.households, one.faultless
            )
            made.append(_counted(words.village_of(one.scope), line, one.scope))
    return tuple(made)


def group_headings(*, by_field: bool) -> tuple[Heading, ...]:
    """The columns of the rules, or fields, of one accuracy."""
    what = (
        (Heading(tr("Field"), wide=True),)
        if by_field
        else (Heading(tr("Rule")), Heading(tr("What is found"), wide=True))
    )
    return (
        Heading(tr("Kind")),
        *what,
        Heading(tr("Count"), right=True),
        Heading(tr("Explained"), right=True),
    )


def group_rows(groups: Sequence[Group], *, by_field: bool) -> tuple[FigureRow, ...]:
    """A row for each rule or field, keyed by it."""
    return tuple(
        FigureRow(
            (
                kind_words(group.severity),
                *(() if by_field else (group.key,)),
                group.words,
                f"{len(group.open):,}",
                figure(len(group.explained)),
            ),
            group.key,
            (_tone(group.severity), ""),
            ("", *(() if by_field else ("",)), group.words, ""),
        )
        for group in groups
    )


def finding_headings(*, wider: bool, by_field: bool) -> tuple[Heading, ...]:
    """The columns of the findings of one rule or field."""
    village = (Heading(tr("Village")),) if wider else ()
    what = Heading(tr("What is found") if by_field else tr("Field to correct"), wide=True)
    return (Heading(tr("Household")), *village, what)


class FindingRows(LazyRows):
    """The findings of a rule or field as rows. The key of a row is its finding."""

    def __init__(
        self, findings: Sequence[QualityFinding], words: FindingWords, *, wider: bool, by_field: bool
    ) -> None:
        super().__init__(findings, self._row)
        self._words, self._wider, self._by_field = words, wider, by_field

    def _row(self, finding: QualityFinding) -> FigureRow:
        words = self._words
        village = (words.village_of(finding.scope),) if self._wider else ()
        what = words.said(finding) if self._by_field else words.field(finding)
        if is_settled(finding):
            what = f"✓ {tr('explained: {reason}', reason=finding.reason)}"
        said = words.said(finding)
        return FigureRow(
            (words.who(finding), *village, what),
            finding,
            ("soft",) if is_settled(finding) else (),
            ("", *(("",) if village else ()), said),
        )


def kind_words(severity: str) -> str:
    """An error or a doubt, with its mark."""
    return f"✕ {tr('error')}" if severity == "E" else f"! {tr('doubt')}"


def figure(count: int) -> str:
    """A count in groups of three; a dash for none, so that what is there stands out."""
    return f"{count:,}" if count else "—"


def _counted(name: str, line: AccuracyLine, key: str) -> FigureRow:
    cells = (
        name,
        figure(line.errors),
        figure(line.warnings),
        figure(line.explained),
        f"{line.faultless:,} / {line.households:,}  {line.share:>5}",
    )
    tones: tuple[Tone, ...] = (
        "",
        "not_met" if line.errors else "soft",
        "unknown" if line.warnings else "soft",
        "soft",
        "",
    )
    return FigureRow(cells, key, tones)


def _tone(severity: str) -> Tone:
    return "not_met" if severity == "E" else "unknown"
