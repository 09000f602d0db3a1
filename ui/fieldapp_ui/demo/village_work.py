"""What the register keeps of a demo village itself: figures of the year, groups, team, helpers, projects, funds.

Invented as everybody else; the same random generator gives the same village.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from fieldapp.domain.identifiers import year_id
from fieldapp.journal.commit import Value
from fieldapp.store.save import Change
from fieldapp_ui.demo.people import invent_id_no

YEAR = 2019
GROUPS = 3
NewId = Callable[[], str]


@dataclass(frozen=True)
class Village:
    """A village of the demo: scope, name, and its village cadres as invented as everybody else."""

    scope: str
    name: str
    head: str


@dataclass(frozen=True)
class Helper:
    """Who helps households of a village, as printed on their cards."""

    name: str
    unit: str
    phone: str
    post: str


@dataclass(frozen=True)
class Kept:
    """A village's own lists as changes, and the ids that its households name: helpers by name, the rest by what it is."""

    changes: tuple[Change, ...]
    helpers: Mapping[str, str]
    project: str
    fund: str
    asset: str


HELPERS = (
    Helper("乔庆丰", "示范县林业局", "13800000101", "科长"),
    Helper("宋文博", "示范县第一中学", "13800000102", "教师"),
    Helper("孟巧珍", "示范县人民医院", "13800000103", "护士长"),
    Helper("雒建国", "青石镇人民政府", "13800000104", "干事"),
)
TEAM = (
    ("王队长", "1", "1", "bachelor", "13900000201", "1982-03-14", "1"),
    ("李队员", "4", "1", "college", "13900000202", "1990-08-02", "2"),
    ("段晨曦", "4", "3", "bachelor", "13900000203", "1994-11-21", "1"),
)


def village_lists(
    village: Village, record: str, households: int, people: int, random: Random, new_id: NewId
) -> Kept:
    """Everything of a village that is not of one household; `record` is the village's own record."""
    helpers = {helper.name: new_id() for helper in HELPERS}
    project, fund, asset = new_id(), new_id(), new_id()
    lists = [
        Change(
            "village_year",
            year_id(record, "village_year", YEAR),
            "add",
            {"village": record, "year": YEAR, **_figures(households, people, random)},
            "imported",
        ),
        *_groups(record, households, people, new_id),
        *_team(record, random, new_id),
        *(_add("helper", helpers[one.name], {"village": record, **_helper(one)}) for one in HELPERS),
        *_projects(village, record, project, new_id),
        *_funds(record, project, fund, households, new_id),
        _add("asset", asset, {"village": record, **_asset(village, project)}),
    ]
    return Kept(tuple(lists), helpers, project, fund, asset)


def _add(list_name: str, record: str, values: dict[str, Value]) -> Change:
    return Change(list_name, record, "add", values, "imported")


def _figures(households: int, people: int, random: Random) -> dict[str, Value]:
    return {
        "party_members": random.randint(18, 36),
        "women": households * 3,
        "migrants": people,
        "cooperative_count": random.randint(1, 3),
        "pv_station": 1,
        "pv_kw": 10_000,
        "pv_grid": 1,
        "road_width_m": 450,
        "bus": 1,
        "nv_no_hard_road": 0,
        "water_unsafe_households": 0,
        "power_home_missing": 0,
        "power_nv": GROUPS,
        "power_three_phase": 1,
        "clinic_standard": 1,
        "village_doctors": 1,
        "nearest_clinic_min": random.randint(5, 25),
        "waste_points": GROUPS,
        "waste_removed": 1,
        "culture_room": 1,
        "service_centre": 1,
        "broadband_village": 1,
        "council_villagers": 1,
        "council_weddings": 1,
        "dropouts": 0,
        "party_weak": 0,
    }


def _groups(record: str, households: int, people: int, new_id: NewId) -> list[Change]:
    each: list[dict[str, Value]] = [
        {
            "village": record,
            "code2": f"{number:02d}",
            "name": f"{number}组",
            "households": households * 2 // GROUPS,
            "population": people * 2 // GROUPS,
            "road_hard": 1,
            "power": 1,
        }
        for number in range(1, GROUPS + 1)
    ]
    return [_add("natural_village", new_id(), values) for values in each]


def _team(record: str, random: Random, new_id: NewId) -> list[Change]:
    team = new_id()
    from_on = f"{YEAR - 1}-03-05"
    own: dict[str, Value] = {
        "village": record,
        "unit_name": "示范县林业局",
        "unit_contact": "武根生",
        "unit_affiliation": "3",
        "from_on": from_on,
    }
    changes = [_add("resident_team", team, own)]
    for name, role, political, education, phone, birth, sex in TEAM:
        values: dict[str, Value] = {
            "village": record,
            "team": team,
            "name": name,
            "id_no": invent_id_no(random, birth, sex),
            "post": "干部",
            "role": role,
            "political": political,
            "education": education,
            "phone": phone,
            "from_on": from_on,
        }
        changes.append(_add("team_member", new_id(), values))
    return changes


def _helper(one: Helper) -> dict[str, Value]:
    affiliation = "4" if "镇" in one.unit else "3"
    return {
        "name": one.name,
        "unit_name": one.unit,
        "phone": one.phone,
        "unit_affiliation": affiliation,
        "post": one.post,
    }


def _projects(village: Village, record: str, first: str, new_id: NewId) -> list[Change]:
    dates: dict[str, Value] = {
        "proposed_on": f"{YEAR - 1}-09-10",
        "reviewed_on": f"{YEAR - 1}-10-15",
        "approved_on": f"{YEAR - 1}-12-20",
        "published_from": f"{YEAR}-01-05",
        "published_to": f"{YEAR}-01-15",
        "starts_on": f"{YEAR}-03-20",
    }
    kinds: tuple[tuple[str, str, str, str, str, int, str, dict[str, Value]], ...] = (
        (first, "肉驴养殖到户", "1", "4", "started", 48_000_000, "示范县农业农村局", {}),
        (new_id(), "雨露计划助学", "5", "1", "started", 9_000_000, "示范县教育局", {}),
        (new_id(), "村组道路硬化", "3", "5", "accepted", 62_500_000, "示范县交通运输局",
         {"finishes_on": f"{YEAR}-08-30", "accepted_on": f"{YEAR}-09-18"}),
    )  # fmt: skip
    return [
        _add(
            "project",
            project,
            {
                "village": record,
                "name": f"{village.name}{name}",
                "project_type": kind,
                "measure_six": six,
                "cost": cost,
                "department": department,
                "place": village.name,
                "state": state,
                **dates,
                **more,
            },
        )
        for project, name, kind, six, state, cost, department, more in kinds
    ]


def _funds(record: str, project: str, fund: str, households: int, new_id: NewId) -> list[Change]:
    of_state: dict[str, Value] = {
        "village": record,
        "year": YEAR,
        "fund_source": "1",
        "amount": households * 500_000,
        "project": project,
        "approved_on": f"{YEAR}-02-26",
        "published_from": f"{YEAR}-03-01",
        "published_to": f"{YEAR}-03-11",
    }
    of_unit: dict[str, Value] = {
        "village": record,
        "year": YEAR,
        "fund_source": "8",
        "amount": 3_000_000,
        "approved_on": f"{YEAR}-04-18",
        "note": "单位捐助办公设备和图书",
    }
    return [_add("fund", fund, of_state), _add("fund", new_id(), of_unit)]


def _asset(village: Village, project: str) -> dict[str, Value]:
    return {
        "name": f"{village.name}光伏电站",
        "asset_kind": "光伏",
        "value": 70_000_000,
        "registered_on": f"{YEAR - 1}-07-01",
        "owner": f"{village.name}股份经济合作社",
        "manager": village.head,
        "location": village.name,
        "state": "正常运行",
    }
