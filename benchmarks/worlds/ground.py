"""What every store of a world starts from: a small invented dictionary and one prepared vault, copied for each."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from fieldapp.keys import wraps
from fieldapp.store import create_vault
from fieldapp.store.cipher import open_database
from fieldapp.store.vault import Session, Vault, Worker

VILLAGES = ("990101001201", "990101001202")
GROUPS = {"bank_name": "bank", "bank_account": "bank"}
LISTS = ("household", "household_year", "person")
YEAR = 2019
_PASSPHRASE = "four invented words here"
_HEAD = (
    "list,key,type,codes,scale,unit,req,when,check,group,mask,find,section,order,nat,derived,"
    "zh_hans,zh_hant,en,source,since"
)
_FIELDS = """household,household_no,text,,,,O,,,,,number,a,1,,,户编号,戶編號,Number,,
household,status,int,,,,O,,,,,,a,2,,,状态,狀態,Status,,
household,phone,text,,,,O,,,,phone,tail4,a,3,,,电话,電話,Phone,,
household,bank_name,text,,,,O,,,bank,,,a,4,,,开户银行,開戶銀行,Bank,,
household,bank_account,text,,,,O,,,bank,bank,,a,5,,,银行卡号,銀行卡號,Account,,
household,photos,file,,,,O,,,,,,a,6,,,照片,照片,Photos,,
household_year,arable,int,,,,O,,,,,,a,1,,,耕地,耕地,Arable,,
person,name,text,,,,R,,,,name,name,a,1,,,姓名,姓名,Name,,
person,id_no,text,,,,O,,,,id,tail4,a,2,,,证件号码,證件號碼,Identity number,,
"""
_LISTS = """list,parent,key_by,title_field,zh_hans,zh_hant,en
household,,uuid,household_no,户,戶,Household
household_year,household,year,,年度情况,年度情況,Year of a household
person,household,uuid,name,人,人,Person
"""


@dataclass(frozen=True)
class Ground:
    """A folder in memory where there is one, the prepared file, and a session to open copies of it with."""

    folder: Path
    template: Path
    session: Session
    layouts: dict[str, object]

    def copy(self, name: str) -> Path:
        """A new copy of the prepared file."""
        path = self.folder / f"{name}.vault"
        shutil.copyfile(self.template, path)
        return path

    def open(self, path: Path, session: Session, replica: str) -> Vault:
        """A vault on a copy, as `open_vault` makes it, without passphrase and lock."""
        vault = Vault(session, open_database(path, session.file_key), replica, None)
        vault.ledger.__dict__["layouts"] = self.layouts
        return vault

    def session_of(self, path: Path, worker: str, scopes: tuple[str, ...], clock: object) -> Session:
        """The session of one worker on a copy."""
        return replace(
            self.session,
            path=path,
            worker=Worker(worker, "collector", scopes),
            clock=clock,  # type: ignore[arg-type]
            brought=set(),
            renamed=[],
        )


@contextmanager
def prepared_ground() -> Iterator[Ground]:
    """The ground of a run, gone afterwards."""
    # A key that is cheap to stretch: its envelope names the cost, and the price is not what is tried here.
    wraps._MEMORY_KIB, wraps._PASSES = 256, 1
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as place:
        folder = Path(place)
        with create_vault(
            folder / "made.vault",
            _PASSPHRASE,
            worker="w",
            role="collector",
            scopes=VILLAGES,
            packs=[write_pack(folder / "small")],
            escrow_recovery=False,
        ) as vault:
            vault.db.execute("pragma wal_checkpoint(truncate)").fetchall()
            template = folder / "template"
            shutil.copyfile(vault.path, template)
            layouts: dict[str, object] = dict(vault.ledger.layouts)
            yield Ground(folder, template, vault.session, layouts)


def write_pack(folder: Path) -> Path:
    """A pack folder with the small dictionary."""
    (folder / "dictionary").mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        "id: small\nversion: 1\ntitle: {zh_hans: 小, zh_hant: 小, en: Small}\n", "utf-8"
    )
    (folder / "dictionary" / "lists.csv").write_text(_LISTS, "utf-8")
    (folder / "dictionary" / "fields.csv").write_text(f"{_HEAD}\n{_FIELDS}", "utf-8")
    return folder
