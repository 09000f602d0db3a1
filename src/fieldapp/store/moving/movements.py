"""The movements of the register, all by their names; `withdraw` takes one back as a whole."""

from collections.abc import Sequence

from fieldapp.journal.commit import Dot
from fieldapp.register.relations import suggested_relations
from fieldapp.store.moving.deeds import HOUSEHOLD, MOVEMENT, Deed, members, relations
from fieldapp.store.moving.members import add_member, change_head, remove_member
from fieldapp.store.moving.splits import merge, split
from fieldapp.store.moving.status import add_household, change_status
from fieldapp.store.moving.villages import move_household
from fieldapp.store.records import Record, children, record
from fieldapp.store.save import Saved
from fieldapp.store.undo import undo_all
from fieldapp.store.vault import Vault

__all__ = [
    "Deed",
    "add_household",
    "add_member",
    "change_head",
    "change_status",
    "merge",
    "move_household",
    "movements",
    "remove_member",
    "split",
    "suggest_relations",
    "withdraw",
]


def movements(vault: Vault, household: str, *, withdrawn: bool = False) -> tuple[Record, ...]:
    """The movements of a household in the order of their days; those taken back only with `withdrawn`."""
    if record(vault, HOUSEHOLD, household) is None:
        return ()
    found = children(vault, MOVEMENT, household, ended=withdrawn)
    return tuple(sorted(found, key=lambda one: str(one.values["moved_on"] or "")))


def suggest_relations(vault: Vault, household: str, new_head: str) -> dict[str, str | None]:
    """What the others become when `new_head` is the head, by person id; None where somebody has to say it."""
    people = members(vault, household)
    sex = people[new_head].values.get("sex") if new_head in people else None
    return dict(suggested_relations(relations(people), new_head, None if sex is None else str(sex)))


def withdraw(vault: Vault, dots: Sequence[Dot]) -> tuple[Saved, ...]:
    """Take back these commits, the last first, all or none; a move between villages needs one of its two."""
    return undo_all(vault, dots)
