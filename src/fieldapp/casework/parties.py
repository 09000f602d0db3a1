"""Who signs a household's exit in the village: the four parties of Gansu's 4342, in any order within the level.

Source: DOMAIN.md §4.7 (seed_gansu); the order inside a level is not stated there, so none is forced.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Party:
    """One who signs. `id` is what is stored; the household itself may refuse with a reason."""

    id: str
    zh_hans: str
    zh_hant: str
    en: str
    order: int


BRANCH_SECRETARY = Party(
    "branch_secretary", "村党支部书记", "村黨支部書記", "Village Party branch secretary", 1
)
VILLAGE_HEAD = Party("village_head", "村主任", "村主任", "Head of the village committee", 2)
TEAM_LEADER = Party("team_leader", "驻村工作队队长", "駐村工作隊隊長", "Resident team leader", 3)
# 农户, not 贫困户: nobody is called poor on a paper that they sign, and after an exit it would be wrong.
HOUSEHOLD = Party("household", "农户", "農戶", "The household", 4)
PARTIES = (BRANCH_SECRETARY, VILLAGE_HEAD, TEAM_LEADER, HOUSEHOLD)


def party(party_id: str) -> Party | None:
    """The party stored under this id."""
    return next((known for known in PARTIES if known.id == party_id), None)
