"""What waits for the worker today, as lines each with a place to go to; read beside the window."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fieldapp.store.conflicts import Conflict, conflicts
from fieldapp.store.drafts import Draft, drafts
from fieldapp.store.records import Record, children, count, record
from fieldapp.store.submission_list import EntryLine, entries
from fieldapp.store.twins.duplicates import duplicates
from fieldapp.store.village.deadlines import Deadline, deadlines
from fieldapp_ui.editing.card import HEAD_RELATION
from fieldapp_ui.editing.forms.library import known_titles
from fieldapp_ui.editing.outlook import DAYS_AHEAD, count_matters, households_due, village_names

if TYPE_CHECKING:
    from fieldapp.store import Vault

SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    """`due_count` and the first few households due; every draft and conflict with the name of its household;
    `duplicates` how many pairs of records have one number, `matters` what sync has brought to look at; `returned` the
    first few forms that a reviewer gave back, each with whose it is, and `returned_count` how many there are; `titles`
    of forms by their ids."""

    households: int
    drafts: tuple[tuple[Draft, str], ...]
    due_count: int
    due: tuple[tuple[str, str, str], ...]
    conflicts: tuple[tuple[Conflict, str], ...]
    deadlines: tuple[tuple[Deadline, str], ...] = ()
    duplicates: int = 0
    matters: int = 0
    returned: tuple[tuple[EntryLine, str], ...] = ()
    returned_count: int = 0
    titles: Mapping[str, str] = field(default_factory=dict)


def read_waiting(vault: "Vault", scope: str, today: date) -> Waiting:
    """Read what waits in a scope. `due` are (household id, name, number and group); `deadlines` those of the week."""
    due = households_due(vault, scope, today.year)
    villages = village_names(vault)
    returned = entries(vault, scope, state="returned")
    soon = deadlines(vault, scope, (today + timedelta(days=DAYS_AHEAD)).isoformat())
    return Waiting(
        households=count(vault, "household", scope),
        drafts=tuple((draft, _whose(vault, draft.record, villages)) for draft in drafts(vault)),
        due_count=len(due),
        due=tuple(_due_line(vault, household) for household in due[:SHOWN]),
        conflicts=tuple((one, _name_of_conflict(vault, one)) for one in conflicts(vault, scope)),
        deadlines=tuple((one, name_of(vault, one.household)) for one in soon),
        duplicates=len(duplicates(vault, scope)),
        matters=count_matters(vault, scope),
        returned=tuple((one, _whose(vault, one.record, villages)) for one in returned[:SHOWN]),
        returned_count=len(returned),
        titles=known_titles(vault.path.with_suffix(".forms")),
    )


def name_of(vault: "Vault", household: str) -> str:
    """The head's name, else the household's number."""
    people = children(vault, "person", household)
    head = next((one for one in people if one.values.get("relation") == HEAD_RELATION), None)
    if head is not None and head.values.get("name"):
        return str(head.values["name"])
    whole = record(vault, "household", household)
    return str(whole.values.get("household_no") or "") if whole else ""


def _whose(vault: "Vault", record_id: str, villages: Mapping[str, str]) -> str:
    return name_of(vault, record_id) or villages.get(record_id, "")


def _due_line(vault: "Vault", household: str) -> tuple[str, str, str]:
    whole = record(vault, "household", household)
    values = whole.values if whole else {}
    detail = " · ".join(str(values[key]) for key in ("household_no", "natural_village") if values.get(key))
    return household, name_of(vault, household), detail


def _name_of_conflict(vault: "Vault", conflict: Conflict) -> str:
    found: Record | None = record(vault, conflict.list, conflict.record)
    if found is None or conflict.list == "household":
        return name_of(vault, conflict.record)
    return str(found.values.get("name") or name_of(vault, str(found.values.get("household") or "")))
