"""Builders for lists in and out: a vault on the base pack with two villages, and sheets from CSV text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldapp.register.regions import Region
from fieldapp.register.workbook import Sheet, read_sheets
from fieldapp.store import Vault, create_vault
from fieldapp.store.exchange.mappings import propose_mapping
from fieldapp.store.exchange.planned import ImportPlan
from fieldapp.store.exchange.planning import Choices, plan_import
from fieldapp.store.regions import import_regions
from fieldapp.store.save import Change, save, seen_of

PASSPHRASE = "four invented words here"
VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"


class HandClock:
    """Milliseconds that move one second a reading."""

    def __init__(self) -> None:
        self.ms = 1_700_000_000_000

    def __call__(self) -> int:
        self.ms += 1000
        return self.ms


@pytest.fixture
def make_county(tmp_path: Path) -> Iterator[Callable[..., Vault]]:
    """`make_county("a")`: a new vault on the base pack that works in two villages."""
    made: list[Vault] = []

    def make(name: str = "a", scopes: tuple[str, ...] = (VILLAGE, OTHER_VILLAGE)) -> Vault:
        vault = create_vault(
            tmp_path / name / "laptop.vault",
            PASSPHRASE,
            worker=f"worker {name}",
            role="township",
            scopes=scopes,
            packs=("cn-base",),
            clock=HandClock(),
            escrow_recovery=False,
        )
        import_regions(vault, [Region(VILLAGE, "东沟村"), Region(OTHER_VILLAGE, "西沟村")])
        made.append(vault)
        return vault

    yield make
    for vault in made:
        vault.close()


@pytest.fixture
def county(make_county: Callable[..., Vault]) -> Vault:
    return make_county()


@pytest.fixture
def sheet() -> Callable[..., Sheet]:
    """`sheet("户编号,姓名\\nH1,甲")`: a sheet of CSV text."""
    return lambda text, file="list.csv": read_sheets(text.encode(), file)[0]


@pytest.fixture
def planned(sheet: Callable[..., Sheet]) -> Callable[..., ImportPlan]:
    """`planned(vault, text, list_name="household", scope=VILLAGE, year=2019)`: the plan, every guess confirmed."""

    def plan(
        vault: Vault,
        text: str,
        list_name: str = "household",
        scope: str = VILLAGE,
        year: int | None = 2019,
        **more: bool,
    ) -> ImportPlan:
        page = sheet(text)
        mapping = propose_mapping(vault, page, list_name)
        assert mapping is not None
        return plan_import(vault, page, mapping.confirmed(), scope, choices=Choices(year=year, **more))

    return plan


@pytest.fixture
def a_home() -> Callable[..., tuple[str, str]]:
    """`a_home(vault, "H1", "甲", id_no=…)`: a saved household with one member; their ids."""

    def build(vault: Vault, number: str | None, name: str | None, scope: str = VILLAGE, **person: object):
        household, member = vault.new_id(), vault.new_id()
        changes = [
            Change("household", household, "add", {"household_no": number}),
            Change(
                "person", member, "add", {"household": household, "name": name, "relation": "1", **person}
            ),
        ]
        save(vault, scope, "edit", changes, seen=seen_of(vault, scope))
        return household, member

    return build
