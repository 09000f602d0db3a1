"""Where people lived before a split or a merger within their village: read from the movements, stored nowhere twice.

A person keeps the record and `person.household` says where they live now. The view `past_home` has one row for each
household a person has left within the village, with the day `until` which they lived there; on a day they lived in the
first they left after it, else where they live now. An undo, a correction or an erasure of a movement needs no upkeep.
"""

from fieldapp.register.declarations import Dictionary
from fieldapp.register.endings import NEVER_WAS

VIEW = "past_home"
"""The view: person, household, until (a civil day, not included), id (of the movement)."""
PERSON, HOUSEHOLD, MOVEMENT = "person", "household", "movement"
_READS = {"household", "kind", "moved_on", "person", "other_household"}
# The cast gives the expression the affinity of a text column, without which no index on it would be taken.
_ORIGIN = "cast(case kind when 'split_off' then household else other_household end as text)"
_TRANSFERS = "kind in ('split_off', 'merged_from') and ended_on is null and person is not null"


def has_past_homes(dictionary: Dictionary) -> bool:
    """Whether people of this dictionary can change household with a movement that says so."""
    if not {PERSON, HOUSEHOLD, MOVEMENT} <= dictionary.lists.keys():
        return False
    known = {spec.key for spec in (*dictionary.key_fields(MOVEMENT), *dictionary.stored_fields(MOVEMENT))}
    return dictionary.lists[PERSON].parent == HOUSEHOLD and known >= _READS


def past_home_sql() -> tuple[str, ...]:
    """The statements that make the view and its two indexes where they are not there yet."""
    return (
        f"create view if not exists {VIEW} (person, household, until, id) as "
        f"select person, {_ORIGIN}, moved_on, id from {MOVEMENT} where {_TRANSFERS}",
        f"create index if not exists idx_{MOVEMENT}_of_person on {MOVEMENT} (person, moved_on, id) where {_TRANSFERS}",
        f"create index if not exists idx_{MOVEMENT}_origin on {MOVEMENT} ({_ORIGIN}) where {_TRANSFERS}",
    )


def home_on(day: str) -> str:
    """SQL over a row of `person`: the household in which they lived at the end of a day, given as SQL."""
    return (
        f"coalesce((select {VIEW}.household from {VIEW} where {VIEW}.person = person.id and {VIEW}.until > {day} "
        f"order by {VIEW}.until, {VIEW}.id limit 1), person.household)"
    )


def lived_in(household: str, day: str) -> str:
    """SQL over a row of `person`: whether they lived in a household at the end of a day, both given as SQL.

    The first half is there for the indexes. People who never were lived nowhere.
    """
    return (
        f"(person.household = {household} or "
        f"person.id in (select {VIEW}.person from {VIEW} where {VIEW}.household = {household})) "
        f"and {home_on(day)} = {household} and {never_was()}"
    )


def home_among(households: str, day: str) -> str:
    """SQL over a row of `person`: whether their household on a day is one of those that a SELECT gives.

    The first half is there for the indexes: whoever lives or ever lived in one of them.
    """
    return (
        f"(person.household in ({households}) or "
        f"person.id in (select {VIEW}.person from {VIEW} where {VIEW}.household in ({households}))) "
        f"and {home_on(day)} in ({households})"
    )


def never_was() -> str:
    """SQL over a row of `person`: leaves out a record that was undone or stood twice."""
    reasons = ", ".join(f"'{reason}'" for reason in NEVER_WAS)
    return f"(person.ended_reason is null or person.ended_reason not in ({reasons}))"
