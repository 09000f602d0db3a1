"""The household exit sheet (D15): each criterion with its rule, what was found, the verdict, and who signed for it.

It prints what was checked and decides nothing. "Not enough data" reads 待核实; no distance to a line and no cause is
printed; the shown-facts code says over which figures a signature was given.
"""

from collections.abc import Iterator, Sequence

from fieldapp.domain.money import format_fen
from fieldapp.register.declarations import Dictionary
from fieldapp.reports.check_code import with_check_code
from fieldapp.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Note,
    Pair,
    Pairs,
    SignatureBox,
    Signatures,
    Table,
)
from fieldapp.reports.inputs import HouseholdFacts, Imprint, Signed
from fieldapp.reports.signature_boxes import signature_boxes
from fieldapp.reports.wording import is_printed, label, printed
from fieldapp.standards.outcome import Checklist, Outcome, Verdict
from fieldapp.texts import Texts

SHOWN_LENGTH = 12
OWN_LISTS = frozenset(("household", "household_year", "water_test"))


def checklist_sheet(
    facts: HouseholdFacts,
    checklist: Checklist,
    parties: Sequence[Signed],
    shown: str,
    dictionary: Dictionary,
    imprint: Imprint,
    texts: Texts,
    *,
    chain: str = "",
) -> Document:
    """The sheet of one household and year.

    `shown` is the hash of the facts it stands on, as they are shown now; `chain` that of the recorded signatures.
    """
    document = Document(
        name="exit-checklist",
        title=texts("Household exit checklist"),
        unit=f"{facts.village} {facts.scope}".strip(),
        dated=texts("Year {year}, as of {day}", year=checklist.year, day=checklist.as_of),
        blocks=tuple(_blocks(facts, checklist, signature_boxes(parties, texts), dictionary, texts)),
        notes=tuple(_notes(checklist, shown, chain, texts)),
        subject=facts.subject,
        footer=texts("Printed by {worker}, {time}", worker=imprint.worker, time=imprint.printed_at),
        page_words=texts("Page {page} of {pages}"),
    )
    return with_check_code(document, texts("Check code"))


def verdict_words(verdict: Verdict, texts: Texts) -> str:
    """The word beside the mark."""
    if verdict == "met":
        return texts("Met")
    return texts("Not met") if verdict == "not_met" else texts("To be verified")


def _blocks(
    facts: HouseholdFacts,
    checklist: Checklist,
    boxes: tuple[SignatureBox, ...],
    dictionary: Dictionary,
    texts: Texts,
) -> Iterator[Block]:
    yield Pairs(_about(facts, checklist, texts))
    yield Heading(texts.pick(*checklist.title))
    columns = (
        Column(texts("No."), 0.45, "center"),
        Column(texts("Criterion and rule"), 2.6),
        Column(texts("Found"), 2.5),
        Column(texts("Verdict"), 0.95),
        Column(texts("Evidence"), 1.35),
    )
    rows = tuple(_row(number, each, dictionary, texts) for number, each in enumerate(checklist.outcomes, 1))
    yield Table(columns, rows)
    yield Note(
        texts(
            "Met {met}, not met {not_met}, to be verified {unknown}.",
            met=checklist.count("met"),
            not_met=checklist.count("not_met"),
            unknown=checklist.count("unknown"),
        )
    )
    yield Heading(texts("Village level: four signatures"))
    yield Signatures(boxes)


def _about(facts: HouseholdFacts, checklist: Checklist, texts: Texts) -> tuple[Pair, ...]:
    def text(values: object) -> str:
        return "" if values is None else str(values)

    line = checklist.line
    return (
        Pair(texts("Head of household"), facts.head),
        Pair(texts("Household number"), text(facts.household.get("household_no"))),
        Pair(texts("Group"), text(facts.household.get("natural_village"))),
        Pair(texts("Members"), text(facts.household_year.get("size_end"))),
        Pair(texts("Identified on"), text(facts.household.get("identified_on"))),
        Pair(texts("Planned exit year"), text(facts.household.get("planned_exit_year"))),
        Pair(texts("Exit line of the year (yuan)"), _line(line.amount, line.status) if line else "", span=2),
    )


def _line(amount: int, status: str) -> str:
    return f"{format_fen(amount)} ({status})" if status else format_fen(amount)


def _row(number: int, outcome: Outcome, dictionary: Dictionary, texts: Texts) -> tuple[Cell, ...]:
    criterion = outcome.criterion
    title, rule = texts.pick(*criterion.title), texts.pick(*criterion.rule)
    evidence = "\n".join(texts.pick(*words) for words in criterion.evidence)
    return (
        Cell(str(number)),
        Cell("" if rule == title else rule, lead=title),
        Cell("\n".join(_found(outcome, dictionary, texts))),
        Cell(verdict_words(outcome.verdict, texts), mark=outcome.verdict),
        Cell(evidence),
    )


def _found(outcome: Outcome, dictionary: Dictionary, texts: Texts) -> Iterator[str]:
    """The figures; where a criterion has none, the household's own facts; then what is missing."""
    for figure in outcome.figures:
        yield f"{texts.pick(*figure.label)} {texts.pick(*figure.value)}"
    if not outcome.figures:
        for fact in outcome.facts:
            if (
                fact.value is not None
                and fact.list in OWN_LISTS
                and dictionary.has_field(fact.list, fact.key)
            ):
                spec = dictionary.field(fact.list, fact.key)
                if is_printed(spec, masked=True):
                    yield f"{label(spec, texts)} {printed(spec, fact.value, dictionary, texts, masked=True)}"
    for missing in outcome.missing:
        yield missing.finding(texts.pick).sentence(texts.translate)


def _notes(checklist: Checklist, shown: str, chain: str, texts: Texts) -> Iterator[str]:
    yield texts(
        "Standard: {set}, version {version}. Code of the figures shown: {shown}.",
        set=checklist.set,
        version=checklist.version,
        shown=shown[:SHOWN_LENGTH].upper(),
    )
    if chain:
        yield texts(
            "Code of the signatures recorded: {code}. Note it where nobody can change it.",
            code=chain[:8].upper(),
        )
    yield texts(
        "This sheet records what was checked, by whom it was shown and who signed. No legal validity is claimed for it; "
        "the decision is made by the procedure, not by this program."
    )
    yield texts("The household may refuse; refusing is as easy as agreeing, and its reason stands beside it.")
