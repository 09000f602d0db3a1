"""Relations to the head when the head changes: who stays is asked for; what follows for certain is suggested. Pure."""

from collections.abc import Mapping

from fieldapp.errors import RegisterError
from fieldapp.register.movements import HEAD

MALE = "1"
_TO_SPOUSE: Mapping[str, tuple[str, str]] = {
    # relation to the old head: what it is to the head's husband, to the head's wife
    **{code: (code, code) for code in ("3", "4", "5", "6", "7", "8", "9", "10")},
    "11": ("13", "15"),
    "12": ("14", "16"),
    "13": ("11", "11"),
    "14": ("12", "12"),
    "15": ("11", "11"),
    "16": ("12", "12"),
}


def new_relations(
    relations: Mapping[str, str | None],
    new_head: str | None,
    given: Mapping[str, str],
    names: Mapping[str, str],
) -> dict[str, str]:
    """The relation to write for each person (by id) of a household whose head is `new_head` from now on.

    `relations`: as they stand, of all who are in the household then. With the head unchanged only `given` is written.
    Raises RegisterError register.new_head_needed, .new_head_unknown, .relations_needed, .two_heads.
    """
    if any(person != new_head and relation == HEAD for person, relation in given.items()):
        raise RegisterError(
            "register.two_heads", "A household has one head. Choose another relation for the others."
        )
    if new_head is None:
        raise RegisterError(
            "register.new_head_needed",
            "The head leaves and others stay. Choose the new head in the same step.",
        )
    if new_head not in relations:
        raise RegisterError(
            "register.new_head_unknown", "The new head must be somebody who is in the household."
        )
    missing = [
        person
        for person in relations
        if person != new_head and not (given.get(person) or _keeps(relations, person, new_head))
    ]
    if missing:
        raise RegisterError(
            "register.relations_needed",
            "Say what {people} will be to the new head.",
            people=", ".join(names.get(person) or person for person in missing),
        )
    known = {person: relation for person, relation in given.items() if person in relations}
    return known | {new_head: HEAD} if relations[new_head] != HEAD else known


def _keeps(relations: Mapping[str, str | None], person: str, new_head: str) -> bool:
    """Whether what stands is still true: the head is the same one, and this is not a second head."""
    return relations[new_head] == HEAD and relations[person] not in (None, HEAD)


def suggested_relations(
    relations: Mapping[str, str | None], new_head: str, sex: str | None
) -> Mapping[str, str | None]:
    """What the others are to `new_head`, by what they were to the old one; None where a person has to say it.

    `sex` is the new head's. Certain is only the change to the head's wife or husband.
    """
    others = [person for person in relations if person != new_head]
    if relations.get(new_head) != "2" or sex is None:
        return dict.fromkeys(others)
    column = 0 if sex == MALE else 1
    found: dict[str, str | None] = {}
    for person in others:
        relation = relations[person]
        found[person] = "2" if relation == HEAD else _TO_SPOUSE.get(relation or "", ("", ""))[column] or None
    return found
