"""The card for a door: whose home, who helps and how to reach them.

No illness, no number of the household, no income, no cause; the head's name is masked. Everybody
who passes reads it, so only what is listed here is printed, whatever the dictionary holds.
"""

from fieldapp.domain.masking import mask
from fieldapp.reports.check_code import with_check_code
from fieldapp.reports.document import Document, Pair, Pairs
from fieldapp.reports.inputs import HouseholdFacts, Imprint
from fieldapp.texts import Texts


def door_card(facts: HouseholdFacts, imprint: Imprint, texts: Texts) -> Document:
    """The card for a door; there is no unmasked form of it."""

    def text(key: str) -> str:
        return str(facts.household.get(key) or "")

    pairs = (
        Pair(texts("Head of household"), mask(facts.head, "name")),
        Pair(texts("Group"), text("natural_village")),
        Pair(texts("Household helper"), text("helper_name")),
        Pair(texts("Helper's phone"), text("helper_phone")),
        Pair(texts("Helping unit"), text("helper_unit")),
    )
    document = Document(
        name="door-card",
        title=texts("Household and helper"),
        unit=facts.village,
        dated=texts("Year {year}", year=facts.year),
        blocks=(Pairs(pairs, columns=1, large=True),),
        notes=(texts("Ask your helper whenever a policy or a figure is not clear to you."),),
        footer=texts("Printed by {worker}, {time}", worker=imprint.worker, time=imprint.printed_at),
        page_words=texts("Page {page} of {pages}"),
    )
    return with_check_code(document, texts("Check code"))
