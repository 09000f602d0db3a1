"""Builders for the store's tests: a small dictionary of invented lists, vaults on it, a clock of their own."""

import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import sqlcipher3.dbapi2

from fieldapp.journal.stream import Segment
from fieldapp.store import Vault, create_vault
from fieldapp.store.intake import receive
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after, vector

BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")
PASSPHRASE = "four invented words here"
VILLAGE = "990101001201"
OTHER_VILLAGE = "990101001202"
START_MS = 1_700_000_000_000

_LISTS = """list,parent,key_by,title_field,zh_hans,zh_hant,en
village,,uuid,name,村,村,Village
household,,uuid,household_no,户,戶,Household
household_year,household,year,,年度情况,年度情況,Year of a household
person,household,uuid,name,人,人,Person
person_year,person,year,,人年度,人年度,Year of a person
income_sheet,household,year,,收入,收入,Income
submission,,uuid,form,表单,表單,Submission
"""
_FIELDS = """list,key,type,codes,scale,unit,req,when,check,group,mask,find,section,order,nat,derived,zh_hans,zh_hant,en,source,since
village,name,text,,,,R,,,,,,a,1,,,村名,村名,Name,,
household,household_no,text,,,,O,,,,,number,a,1,,,户编号,戶編號,Number,,
household,address,text,,,,O,,,,address,text,a,2,,,住址,住址,Address,,
household,phone,text,,,,O,,,,phone,tail4,a,3,,,电话,電話,Phone,,
household,bank_name,text,,,,O,,,bank,,,a,4,,,开户银行,開戶銀行,Bank,,
household,bank_account,text,,,,O,,,bank,bank,,a,5,,,银行卡号,銀行卡號,Account,,
household,photos,file,,,,O,,,,,,a,6,,,照片,照片,Photos,,
household_year,water_safe,bool,,,,O,,,,,,a,1,,,饮水安全,飲水安全,Safe water,,
household_year,arable,decimal,,2,mu,O,,,,,,a,2,,,耕地,耕地,Arable,,
household_year,size_end,int,,,,D,,,,,,a,3,,"select count(*) from person where person.household = household_year.household and person.ended_on is null",年末人数,年末人數,Size,,
person,name,text,,,,R,,,,name,name,a,1,,,姓名,姓名,Name,,
person,sex,code,sex,,,O,,,,,,a,2,,,性别,性別,Sex,,
person,id_no,text,,,,O,,,,id,tail4,a,3,,,证件号码,證件號碼,Identity number,,
person,birth_date,date,,,,O,,,,birth,,a,4,,,出生日期,出生日期,Born,,
person,relation,code,relation,,,O,,,,,,a,5,,,关系,關係,Relation,,
person_year,school,text,,,,O,,,,,,a,1,,,上学,上學,School,,
income_sheet,a,money,,2,yuan,O,,,sheet,,,a,1,,,甲,甲,A,,
income_sheet,b,money,,2,yuan,O,,,sheet,,,a,2,,,乙,乙,B,,
submission,form,text,,,,R,,,,,,a,1,,,表单,表單,Form,,
submission,version,text,,,,O,,,,,,a,2,,,版本,版本,Version,,
submission,year,year,,,,O,,,,,,a,3,,,年度,年度,Year,,
submission,household,ref,,,,O,,,,,,a,4,,,户,戶,Household,,
submission,xml,file,,,,O,,,,,,a,5,,,内容,內容,Content,,
submission,worker_name,text,,,,O,,,,,,a,6,,,填表人,填表人,Worker,,
"""  # noqa: E501
_CODES = {
    "sex": "id,zh_hans,zh_hant,en\n1,男,男,Male\n2,女,女,Female\n",
    "relation": "id,zh_hans,zh_hant,en\n1,户主,戶主,Head\n2,配偶,配偶,Spouse\n",
}


def write_pack(folder: Path, *, more_fields: str = "", more_lists: str = "", version: int = 1) -> Path:
    """A pack folder with the small dictionary."""
    (folder / "dictionary").mkdir(parents=True, exist_ok=True)
    (folder / "codelists").mkdir(exist_ok=True)
    (folder / "pack.yaml").write_text(
        f"id: small\nversion: {version}\ntitle: {{zh_hans: 小, zh_hant: 小, en: Small}}\n", "utf-8"
    )
    (folder / "dictionary" / "lists.csv").write_text(_LISTS + more_lists, "utf-8")
    (folder / "dictionary" / "fields.csv").write_text(_FIELDS + more_fields, "utf-8")
    for name, text in _CODES.items():
        (folder / "codelists" / f"{name}.csv").write_text(text, "utf-8")
    return folder


@dataclass
class HandClock:
    """Milliseconds that move one second a reading unless a test sets them."""

    ms: int = START_MS
    step: int = 1000

    def __call__(self) -> int:
        self.ms += self.step
        return self.ms


@pytest.fixture(scope="session", autouse=True)
def cheap_passphrases() -> Iterator[None]:
    """Argon2 costs 0.3 s of processor a vault at its real price, which tests/keys pays; the envelope names the cost."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fieldapp.keys.wraps._MEMORY_KIB", 256)
        patch.setattr("fieldapp.keys.wraps._PASSES", 1)
        yield


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("pack") / "small")


@pytest.fixture
def make_pack() -> Callable[..., Path]:
    """`write_pack`, for tests whose dictionary grows."""
    return write_pack


Make = Callable[..., Vault]


@pytest.fixture
def make_vault(tmp_path: Path, pack: Path) -> Iterator[Make]:
    """`make_vault("a")` is a new open vault in its own folder; all are closed after the test."""
    made: list[Vault] = []

    def make(
        name: str = "a", *, scopes: tuple[str, ...] = (VILLAGE, OTHER_VILLAGE), packs: tuple[Path, ...] = ()
    ) -> Vault:
        vault = create_vault(
            tmp_path / name / "laptop.vault",
            PASSPHRASE,
            worker=f"worker {name}",
            role="collector",
            scopes=scopes,
            packs=packs or (pack,),
            clock=HandClock(),
            escrow_recovery=False,
        )
        made.append(vault)
        return vault

    yield make
    for vault in made:
        try:
            assert not vault.db.conn.in_transaction, "a test left a transaction open"
        except sqlcipher3.dbapi2.ProgrammingError:
            continue  # closed by the test itself
        vault.close()


@pytest.fixture
def vault(make_vault: Make) -> Vault:
    return make_vault()


@dataclass(frozen=True)
class Home:
    """The ids of one saved household."""

    household: str
    people: tuple[str, ...]


@pytest.fixture
def a_household() -> Callable[..., Home]:
    def build(vault: Vault, *names: str, number: str = "H0001", scope: str = VILLAGE) -> Home:
        household, people = vault.new_id(), tuple(vault.new_id() for _ in names)
        changes = [Change("household", household, "add", {"household_no": number, "address": "东沟组 12 号"})]
        changes += [
            Change(
                "person",
                person,
                "add",
                {"household": household, "name": name, "relation": "1" if at == 0 else "2"},
            )
            for at, (person, name) in enumerate(zip(people, names, strict=True))
        ]
        save(vault, scope, "edit", changes, seen=seen_of(vault, scope))
        return Home(household, people)

    return build


@pytest.fixture
def carry() -> Callable[..., list[Segment]]:
    """`carry(a, b)` brings all that a has and b lacks of a village to b."""

    def bring(source: Vault, target: Vault, scope: str = VILLAGE) -> list[Segment]:
        sent = list(segments_after(source.ledger, scope, vector(target.ledger, scope)))
        for segment in sent:
            receive(target.ledger, segment)
        return sent

    return bring


@pytest.fixture(scope="module")
def histories() -> Iterator[ModuleType]:
    """The player of random movements, which the benchmarks play for long."""
    sys.path.insert(0, BENCHMARKS)
    yield importlib.import_module("movement_histories")
    sys.path.remove(BENCHMARKS)


@pytest.fixture(scope="module")
def active(histories: ModuleType) -> Callable[[Vault, str], list[dict[str, Any]]]:
    """The records of a list that have not ended, as the histories count them."""
    found: Callable[[Vault, str], list[dict[str, Any]]] = importlib.import_module("moves.counts").active
    return found
