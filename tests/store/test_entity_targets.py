"""Entities of a form and the records they stand for: ids that the ODK entities specification allows, and no others."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldapp.errors import Finding
from fieldapp.forms import load_form_xml
from fieldapp.store import Vault, create_vault
from fieldapp.store.drafts import open_draft
from fieldapp.store.records import children
from fieldapp.store.save import Change, Saved, save
from fieldapp.store.submissions import begin, finalise

VILLAGE = "990101001201"
LOANS = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:entities="http://www.opendatakit.org/xforms/entities">
  <h:head><h:title>Loan</h:title><model><instance><data id="loan" version="1"><bank/><meta><instanceID/>
    <entity dataset="loan" id="{id}" {action}="1" baseVersion=""><label/></entity></meta></data></instance>
  <bind nodeset="/data/bank" entities:saveto="lender"/></model></h:head>
  <h:body><input ref="/data/bank"><label>Bank</label></input></h:body></h:html>"""
Filed = Callable[[str, str], "Saved | tuple[Finding, ...]"]


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with create_vault(
        tmp_path / "a.vault", "four invented words here", worker="w", role="team", scopes=(VILLAGE,),
        packs=("cn-base",), escrow_recovery=False,
    ) as made:  # fmt: skip
        yield made


@pytest.fixture
def home(vault: Vault) -> str:
    made = vault.new_id()
    save(vault, VILLAGE, "edit", [Change("household", made, "add", {"household_no": "H1"})], seen={})
    return made


@pytest.fixture
def filed(vault: Vault, home: str) -> Filed:
    def file(identity: str, action: str) -> Saved | tuple[Finding, ...]:
        form = load_form_xml(LOANS.format(id=identity, action=action).encode())
        draft = open_draft(vault, form.id, form.version, home)
        session = begin(vault, form, draft)
        session.answer("/data/bank", "Credit union")
        return finalise(vault, draft, session)

    return file


def test_a_new_entity_takes_the_uuid_that_the_form_gives_it(vault: Vault, home: str, filed: Filed) -> None:
    assert isinstance(filed("0d9b1f5e-53d1-4a0b-9a55-0f6c9b6f4c11", "create"), Saved)
    (loan,) = children(vault, "loan", home)
    assert (loan.id, loan.values["lender"]) == ("0d9b1f5e-53d1-4a0b-9a55-0f6c9b6f4c11", "Credit union")


@pytest.mark.parametrize(
    ("identity", "action", "code"),
    [
        ("loan-1", "create", "form.entity_id"),
        ("0d9b1f5e-53d1-4a0b-9a55-0f6c9b6f4c11", "update", "form.no_entity"),
    ],
)
def test_an_id_that_is_none_or_names_nothing_keeps_the_form_from_being_final(
    vault: Vault, home: str, filed: Filed, identity: str, action: str, code: str
) -> None:
    outcome = filed(identity, action)
    assert isinstance(outcome, tuple)
    assert [one.code for one in outcome] == [code]
    assert children(vault, "loan", home) == ()
