"""Builders for other people's lists: a vault of two villages on the base pack, households, lists from CSV text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldapp.domain.identity import check_digit
from fieldapp.register.regions import Region
from fieldapp.register.workbook import Sheet, read_sheets
from fieldapp.store import Vault, create_vault
from fieldapp.store.comparison.comparing import Comparison, compare_list
from fieldapp.store.exchange.mappings import propose_mapping
from fieldapp.store.regions import import_regions
from fieldapp.store.save import Change, save, seen_of

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"
START_MS = 1_572_998_400_000
"""2019-11-06."""


class HandClock:
    """Milliseconds that move one second a reading."""

    def __init__(self) -> None:
        self.ms = START_MS

    def __call__(self) -> int:
        self.ms += 1000
        return self.ms


@pytest.fixture
def make_county(tmp_path: Path) -> Iterator[Callable[..., Vault]]:
    """`make_county("a", role="team")`: a new vault on the base pack that works in two villages."""
    made: list[Vault] = []

    def make(name: str = "a", role: str = "township", packs: tuple[str, ...] = ("cn-base",)) -> Vault:
        vault = create_vault(
            tmp_path / name / "laptop.vault",
            "four invented words here",
            worker=f"worker {name}",
            role=role,
            scopes=(VILLAGE, OTHER_VILLAGE),
            packs=packs,
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


def a_number(birth: str, serial: int) -> str:
    """An invented identity number of county 990101 with a valid check digit."""
    body = f"990101{birth.replace('-', '')}{serial:03d}"
    return body + check_digit(body)


@pytest.fixture
def number_of() -> Callable[[str, int], str]:
    return a_number


@pytest.fixture
def a_home() -> Callable[..., tuple[str, str]]:
    """`a_home(vault, "H1", "甲", id_no=…, year={"dibao": 1}, home={"status": "0"})`: a household with its head."""

    def build(
        vault: Vault,
        number: str,
        name: str,
        scope: str = VILLAGE,
        *,
        year: dict[str, object] | None = None,
        home: dict[str, object] | None = None,
        **person: object,
    ) -> tuple[str, str]:
        household, member = vault.new_id(), vault.new_id()
        facts = {"household": household, "name": name, "relation": "1", **person}
        changes = [
            Change("household", household, "add", {"household_no": number, "status": "0", **(home or {})}),
            Change("person", member, "add", facts),
        ]
        if year:
            changes.append(Change("person_year", None, "add", {"person": member, "year": 2019, **year}))
        save(vault, scope, "edit", changes, seen=seen_of(vault, scope))
        return household, member

    return build


@pytest.fixture
def compared() -> Callable[..., Comparison]:
    """`compared(vault, "姓名,证件号码\\n…", "person", kind="dibao")`: a list of VILLAGE on 2019-11-05, compared."""

    def compare(
        vault: Vault,
        text: str,
        list_name: str = "person",
        *,
        kind: str = "dibao",
        name: str = "",
        taken_on: str = "2019-11-05",
        scope: str = VILLAGE,
        blanks: bool = False,
    ) -> Comparison:
        sheet: Sheet = read_sheets(text.encode(), "list.csv")[0]
        mapping = propose_mapping(vault, sheet, list_name)
        assert mapping is not None
        return compare_list(
            vault,
            sheet,
            mapping.confirmed(),
            name=name or f"{kind} list",
            kind=kind,  # type: ignore[arg-type]
            taken_on=taken_on,
            scope=scope,
            blanks=blanks,
        )

    return compare
