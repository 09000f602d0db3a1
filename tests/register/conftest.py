"""The shipped base dictionary, and small dictionaries made of CSV text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.errors import Finding
from fieldapp.register.dictionary import Dictionary, read_dictionary
from fieldapp.resources import resource

SHARED_DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LISTS = "list,parent,key_by,title_field,zh_hans,zh_hant,en\nhousehold,,uuid,no,户,戶,Household\n"
HEADING = (
    "list,key,type,codes,scale,unit,req,when,check,group,mask,find,section,order,nat,derived,"
    "zh_hans,zh_hant,en,source,since\n"
)
GOOD = "household,no,text,,,,O,,,,,number,overview,10,,,编号,編號,Number,design,1\n"
CODES = {"yes": "id,zh_hans,zh_hant,en\n1,是,是,Yes\n"}

Read = Callable[..., tuple[Dictionary, tuple[Finding, ...]]]


@pytest.fixture(scope="session")
def base() -> Dictionary:
    """The dictionary of cn-base."""
    folder = resource("packs", "cn-base")
    dictionary, findings = read_dictionary(
        (folder / "dictionary/lists.csv").read_text("utf-8"),
        (folder / "dictionary/fields.csv").read_text("utf-8"),
        {file.stem: file.read_text("utf-8") for file in (folder / "codelists").glob("*.csv")},
    )
    assert findings == ()
    return dictionary


@pytest.fixture
def read() -> Read:
    """Reads one good list and field with more rows behind them."""

    def reading(
        *rows: str, lists: str = LISTS, codes: dict[str, str] | None = None
    ) -> tuple[Dictionary, tuple[Finding, ...]]:
        return read_dictionary(lists, HEADING + GOOD + "".join(f"{row}\n" for row in rows), codes or CODES)

    return reading


@pytest.fixture
def shared_data() -> Path:
    """The folder of real public region files beside the project."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the public data files are not beside this checkout")
    return SHARED_DATA
