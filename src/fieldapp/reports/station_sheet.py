"""The sheet a village takes home from its township station: address, code, fingerprint, and four steps to pair.

The rule it holds: whoever has the sheet can pair one laptop while the code is good, and it says so; nothing on it is of a
household.
"""

from dataclasses import dataclass

from fieldapp.reports.document import Cell, Column, Document, Heading, Note, Pair, Pairs, Symbol, Table
from fieldapp.reports.inputs import Imprint
from fieldapp.reports.symbols import modules_of
from fieldapp.texts import Texts


@dataclass(frozen=True)
class PairingFacts:
    """What the sheet says. `addresses` as the laptop types them, the best first; `line` holds the first one, the code and
    the fingerprint; `until` is a local time in words."""

    account: str
    villages: str
    addresses: tuple[str, ...]
    code: str
    fingerprint: str
    line: str
    until: str


def station_sheet(facts: PairingFacts, printed: Imprint, texts: Texts) -> Document:
    """One page, for a printer in black and white."""
    return Document(
        name="station-sheet",
        title=texts("How a village pairs with the township station"),
        unit=facts.villages,
        dated=printed.printed_at[:10],
        blocks=(
            _typed(facts, texts),
            _told(facts, texts),
            Symbol(
                modules_of(facts.line),
                (texts("All of it in one line, for a scanner or a message:"), _in_parts(facts)),
            ),
            Heading(texts("Four steps")),
            _steps(texts),
            Note(
                texts(
                    "The code lets one laptop in, once. Keep this sheet from others; if it is lost, tell the "
                    "station at once."
                )
            ),
        ),
        footer=texts("Printed by {worker}, {time}", worker=printed.worker, time=printed.printed_at),
        page_words=texts("Page {page} of {pages}"),
    )


def _in_parts(facts: PairingFacts) -> str:
    """The line as paper shows it: new lines only before and after the code, so none cuts an address or a code."""
    return facts.line.replace(facts.code, f"\n{facts.code}\n", 1) if facts.code else facts.line


def _typed(facts: PairingFacts, texts: Texts) -> Pairs:
    """What is typed from the sheet, large."""
    return Pairs(
        (
            Pair(texts("Address of the station"), facts.addresses[0] if facts.addresses else ""),
            Pair(texts("Code"), facts.code),
        ),
        columns=1,
        large=True,
    )


def _told(facts: PairingFacts, texts: Texts) -> Pairs:
    told = [
        Pair(texts("Fingerprint"), facts.fingerprint),
        Pair(texts("For"), facts.account),
        Pair(texts("The code is good until"), facts.until),
    ]
    if others := ", ".join(facts.addresses[1:]):
        told.append(Pair(texts("Other addresses"), others))
    return Pairs(tuple(told), columns=1)


def _steps(texts: Texts) -> Table:
    steps = (
        texts("Bring the laptop into the network of the station: its WLAN, or a cable."),
        texts("Open FieldApp on the laptop, go to “Synchronise”, and find the box “Address of the hub”."),
        texts(
            "Type the address, the code and the fingerprint from this sheet, or paste the line that the station sends "
            "you; then press Enter."
        ),
        texts("When it says “Paired”, press “Synchronise now”. Then tear up this sheet."),
    )
    return Table(
        (Column("", 0.25, "center"), Column(texts("What to do"), 4)),
        tuple((Cell(str(at)), Cell(text)) for at, text in enumerate(steps, 1)),
        roomy=True,
    )
