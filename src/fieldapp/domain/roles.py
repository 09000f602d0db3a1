"""Who may do what: one table of roles, read by the store in every query and every save. Pure data and its reader.

The rule it holds: a right that is not written here is not given; a name that is no role has no right at all.
Sources: DOMAIN §1 (actors), §9.2 (masking by purpose), §11 (personal-data law: least scope, sensitive data apart).
"""

from dataclasses import dataclass
from typing import Literal

Right = Literal["read", "write", "export", "unmask", "approve", "erase", "expire", "equip"]
"""`equip`: give the vault newer packs and the table of regions."""
Reach = Literal["scope", "paired", "sample", "nothing"]
"""Which households: all of the worker's scopes, those paired with this helper, those of the drawn sample, none."""
Fields = Literal["all", "section", "identifying"]
"""Which fields: every one; the identifying ones and those of the worker's sections; the identifying ones alone."""
Showing = Literal["whole", "ask", "masked", "hidden"]
"""A value of a masking class on the screen: whole; masked, whole for a reason; always masked; not at all."""

CLASSES = ("name", "id", "phone", "bank", "address", "health", "birth", "income")
IDENTIFYING = frozenset(("name", "id", "phone", "address", "birth"))
"""Masking classes by which a household is found; with the fields of the search box they are the identifying fields."""
_SHOWINGS: dict[str, Showing] = {"W": "whole", "A": "ask", "M": "masked", "-": "hidden"}


@dataclass(frozen=True)
class Role:
    """What one role may do. `reads` and `writes` are list patterns: `*` all, `name` one list, `name/` the list and
    whatever hangs below it, a leading `-` takes out again; the last pattern that fits decides."""

    id: str
    zh_hans: str
    zh_hant: str
    en: str
    reach: Reach
    fields: Fields
    showings: str
    reads: str
    writes: str
    rights: frozenset[str]

    def showing(self, mask_class: str) -> Showing:
        """How a value of this class is shown; a class nobody knows yet is hidden, no class is whole."""
        if not mask_class:
            return "whole"
        return _SHOWINGS[self.showings[CLASSES.index(mask_class)]] if mask_class in CLASSES else "hidden"

    def may(self, right: Right, mask_class: str = "") -> bool:
        """Whether the role has a right; with a class also whether it reaches values of that class whole.

        `export` with a class is the export without masks: it needs `export_whole` beside the class.
        """
        if right not in self.rights:
            return False
        if not mask_class:
            return True
        showing = self.showing(mask_class)
        if right == "export":
            return "export_whole" in self.rights and showing in ("whole", "ask")
        return showing in ("whole", "ask") if right == "unmask" else showing != "hidden"


def _role(
    id_: str, names: str, reach: Reach, fields: Fields, showings: str, reads: str, writes: str, rights: str
) -> Role:
    hans, hant, en = names.split("|")
    return Role(id_, hans, hant, en, reach, fields, showings, reads, writes, frozenset(rights.split()))


# Showings stand in the order of CLASSES: name id phone bank address health birth income.
_OFFICE = "* -inspection/ -unmask_day"
_TABLE = (
    _role("helper", "帮扶责任人|幫扶責任人|Household helper", "paired", "all", "WAAAWWWW",
          "household/ village village_year natural_village helper project asset resident_team",
          "household/ -entry -signature", "read write unmask export"),
    _role("team", "驻村工作队|駐村工作隊|Resident team", "scope", "all", "WAAAWWWW",
          _OFFICE, "* -inspection/ -erasure -device_term", "read write unmask export export_whole equip"),
    _role("village", "村两委|村兩委|Village committee", "scope", "all", "WAAAWWWW",
          _OFFICE + " -outside_list -difference", "* -inspection/ -erasure -device_term -entry -fund",
          "read write unmask export equip"),
    _role("township", "乡镇扶贫工作站|鄉鎮扶貧工作站|Township station", "scope", "all", "WAAAWWWW",
          "* -inspection/", "* -inspection/",
          "read write unmask export export_whole approve erase expire equip"),
    _role("county", "县扶贫办|縣扶貧辦|County office", "scope", "all", "WAAAWAWW",
          "*", "* -inspection/", "read write unmask export export_whole approve erase expire equip"),
    _role("department", "行业部门|行業部門|Line department", "scope", "section", "MMM-M-MM",
          "village/ household/ -signature -submission/ -explanation -appeal",
          "village village_year household household_year person_year project enrolment benefit payment",
          "read write export"),
    _role("evaluator", "第三方评估|第三方評估|Third-party evaluator", "sample", "identifying", "WAA-W-WM",
          "village household person inspection/ submission", "inspection/ submission",
          "read write unmask export"),
)  # fmt: skip
ROLES: dict[str, Role] = {role.id: role for role in _TABLE}
_FORMER = {"collector": "team", "station": "township"}
"""Names that vaults were made with before there were roles."""
NOBODY = _role("", "无|無|None", "nothing", "identifying", "--------", "", "", "")


def role(name: str) -> Role:
    """The role of this name; `NOBODY`, who may nothing, for a name that is none."""
    return ROLES.get(_FORMER.get(name, name), NOBODY)


def may(name: str, right: Right, mask_class: str = "") -> bool:
    """Whether the role of this name has a right, for values of a class where one is given."""
    return role(name).may(right, mask_class)


def fits(patterns: str, list_name: str, above: tuple[str, ...]) -> bool:
    """Whether a list is meant by these patterns. `above`: the lists over it, its parent first."""
    meant = False
    for pattern in patterns.split():
        out, name = pattern.startswith("-"), pattern.removeprefix("-")
        if name in ("*", list_name) or (name.endswith("/") and name[:-1] in (list_name, *above)):
            meant = not out
    return meant
