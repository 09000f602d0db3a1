"""A vault with invented households of village 990101001201, and a desk around it; shared by the tests of the desktop."""

import gc
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from fieldapp.domain.identity import check_digit
from fieldapp.errors import VaultError
from fieldapp.resources import resource
from fieldapp.store import Vault, create_vault, open_vault
from fieldapp.store.cipher import open_database
from fieldapp.store.lock import VaultLock
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.vault import Session
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import Language
from fieldapp_ui.main import desk_of
from fieldapp_ui.settings import Settings
from fieldapp_ui.theme import Look, Theme

VILLAGE = "990101001201"
PASSPHRASE = "four quiet mountain goats"
NOW_MS = int(datetime(2019, 11, 13, 8, 5, tzinfo=UTC).timestamp() * 1000)
SURNAMES = ("龙", "常", "郝", "薛", "乔", "靳", "宋", "葛", "解", "曹")
GIVEN = ("长顺", "守田", "玉兰", "改香", "根生", "桂枝", "保平", "秀女")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform cannot pass size hints on and says so; that is no fault of a window."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def _cycles_are_collected_on_this_thread_only() -> Iterator[None]:
    """As `background.garbage` does for a session: a worker thread that collects may destroy widgets."""
    gc.disable()
    yield
    gc.enable()


class Clock:
    """Milliseconds that move only when told, or by one at each look so that no two saves share a time."""

    def __init__(self) -> None:
        self.ms = NOW_MS

    def __call__(self) -> int:
        self.ms += 1
        return self.ms


def an_identity(birth: str, sex: str, number: int) -> str:
    """An invented identity number of county 990101 with a valid check digit."""
    body = f"990101{birth.replace('-', '')}{number:02d}{1 if sex == '1' else 2}"
    return body + check_digit(body)


def a_household(vault: Vault, number: int, *, members: int = 3, **values: Any) -> str:
    """An invented household with a head and other members; returns its record id."""
    chance = random.Random(number)
    household = vault.new_id()
    surname = SURNAMES[number % len(SURNAMES)]
    facts = {
        "household_no": f"99010100120100{number:02d}",
        "natural_village": ("东沟组", "西坡组", "前庄组")[number % 3],
        "address": f"示范县前庄村{number}号",
        "phone": f"1390000{number:04d}",
        "household_attribute": "1",
        "cause_main": "1",
        "status": ("0", "1")[number % 2],
        "planned_exit_year": 2019,
        "helper_name": "郭建军",
        "helper_phone": "13900009999",
    }
    changes = [Change("household", household, "add", {**facts, **values}, source="document")]
    for place in range(members):
        sex = "1" if place % 2 == 0 else "2"
        birth = f"{1952 + place * 18 + chance.randrange(9)}-0{1 + place % 9}-1{place % 9}"
        person = {
            "household": household,
            "name": surname + GIVEN[(number + place) % len(GIVEN)],
            "sex": sex,
            "id_doc_type": "1",
            "id_no": an_identity(birth, sex, number % 90 + place),
            "birth_date": birth,
            "relation": ("1", "2", "3", "4")[place % 4],
            "ethnic": _first(vault, "ethnic_group"),
        }
        changes.append(Change("person", vault.new_id(), "add", person, source="seen"))
    save(vault, VILLAGE, "import", changes, seen=seen_of(vault, VILLAGE), label="")
    return household


def _first(vault: Vault, codes: str) -> str:
    return vault.dictionary.codes[codes].items[0].id


@pytest.fixture(scope="session")
def sealed_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with a village and twelve households; each test works on a copy."""
    path = tmp_path_factory.mktemp("vault") / "village.vault"
    packs = [name for name in ("cn-base", "gansu-qinba") if (resource("packs") / name / "pack.yaml").exists()]
    vault = create_vault(
        path, PASSPHRASE, worker="王队长", role="team", scopes=(VILLAGE,), packs=packs, clock=Clock()
    )
    with vault:
        village = Change("village", vault.new_id(), "add", {"name": "前庄村", "head_name": "冯有粮"})
        save(vault, VILLAGE, "edit", [village], seen=seen_of(vault, VILLAGE), label="")
        for number in range(1, 13):
            a_household(vault, number, members=1 + number % 4)
    return path


@pytest.fixture(scope="session")
def unlocked(sealed_vault: Path) -> tuple[Session, str]:
    """The unlocked session of that vault and its replica: the passphrase is stretched once, not in every test."""
    with open_vault(sealed_vault, PASSPHRASE) as opened:
        return opened.session, opened.replica


@pytest.fixture
def vault(sealed_vault: Path, unlocked: tuple[Session, str], tmp_path: Path) -> Iterator[Vault]:
    """An open copy of the village's vault."""
    for file in sealed_vault.parent.iterdir():
        if file.is_file() and file.suffix != ".lock":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    path, (session, replica) = tmp_path / sealed_vault.name, unlocked
    own = replace(session, path=path, clock=Clock())
    opened = Vault(own, open_database(path, own.file_key), replica, VaultLock(path))
    yield opened
    opened.close()


@pytest.fixture
def desk(qapp: Any, vault: Vault, tmp_path: Path) -> Iterator[Desk]:
    """A desk around the vault, in English and the light theme at 100 %."""
    look = Look(Theme())
    look.wear(Theme())
    language = Language("en")
    made = desk_of(vault, language, Settings(tmp_path / "desktop.json"), look)
    yield made
    made.tasks.stop()
    language.use("en")


@pytest.fixture
def households(vault: Vault) -> Callable[[int], str]:
    """The record id of the nth household (from 1)."""
    from fieldapp.store.records import rows

    def nth(number: int) -> str:
        return rows(vault, "household", VILLAGE, order="household_no", limit=1, offset=number - 1)[0].id

    return nth


def _save_for_ever(vault: Vault, change: Change) -> None:
    while True:
        save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
        change = replace(change, action="set")


@pytest.fixture
def full_disk() -> Callable[[Vault], Any]:
    """A block in which the register can grow no further, as on a full disk, and its last pages are full too."""

    @contextmanager
    def full(vault: Vault) -> Iterator[None]:
        pages = int(vault.db.execute("pragma page_count").fetchone()[0])
        vault.db.execute(f"pragma max_page_count = {pages}").fetchone()
        village = Change("village", vault.new_id(), "add", {"name": "满"})
        with pytest.raises(VaultError, match="disk is full"):
            _save_for_ever(vault, village)
        try:
            yield
        finally:
            vault.db.execute("pragma max_page_count = 4294967294").fetchone()

    return full
