"""Need cards say what is needed and never whose need it is; details leave only under a consent that holds."""

from collections.abc import Iterator
from typing import Any

import pytest

from fieldapp.errors import RegisterError
from fieldapp.reports.document import Document, Pairs, Table
from fieldapp.reports.facts import imprint
from fieldapp.reports.need_card import details_of, need_document, need_list, open_needs
from fieldapp.store import Vault, create_vault
from fieldapp.store.save import Change, save, seen_of
from fieldapp.texts import texts_of

VILLAGE, HOME = "990101001201", "0192f3c1-0000-7000-8000-000000000001"
TEXTS = texts_of("zh_CN")
TELLING = ("龙长顺", "龙小见", "13800001234", "东沟组12号", "0001", VILLAGE, "尿毒症")


@pytest.fixture
def vault(tmp_path: Any) -> Iterator[Vault]:
    made = create_vault(
        tmp_path / "v",
        "four invented words here",
        worker="王队长",
        role="team",
        scopes=(VILLAGE,),
        packs=("cn-base",),
    )
    with made:
        home = {"household_no": "0001", "phone": "13800001234", "address": "东沟组12号"}
        people = [("龙长顺", "1"), ("龙小见", "3")]
        changes = [Change("household", HOME, "add", home)]
        changes += [
            Change("person", None, "add", {"household": HOME, "name": name, "relation": relation})
            for name, relation in people
        ]
        save(made, VILLAGE, "edit", changes, seen={})
        yield made


def a_need(vault: Vault, **values: Any) -> str:
    told = {"household": HOME, "category": "5", "text": "龙小见上学缺路费，电话13800001234", "need_no": "X-7"}
    change = Change("need", None, "add", told | values)
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE)).changed[0][1]


def words(document: Document) -> str:
    found = [document.title, document.unit, document.subject]
    for block in document.blocks:
        if isinstance(block, Pairs):
            found += [text for pair in block.items for text in (pair.label, pair.value)]
        elif isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row]
    return "\n".join(found)


def test_a_card_tells_the_need_and_the_township_and_no_person(vault: Vault) -> None:
    said = words(need_document(vault, a_need(vault, amount=150_000), 2019, TEXTS))
    assert [
        part for part in ("教育培训", "**上学缺路费", "990101001", "X-7", "1,500.00", "2") if part not in said
    ] == []
    assert [part for part in TELLING if part in said] == []


def test_a_medical_need_has_no_text_on_its_card(vault: Vault) -> None:
    said = words(need_document(vault, a_need(vault, category="6", text="尿毒症透析"), 2019, TEXTS))
    assert "尿毒症" not in said
    assert "医疗救助" in said


def test_details_leave_only_while_the_consent_holds(vault: Vault) -> None:
    need = a_need(vault)
    with pytest.raises(RegisterError, match="agreed"):
        details_of(vault, need, 2019, "2019-11-05", TEXTS)
    values = {"consent_on": "2019-11-01", "consent_until": "2019-11-30"}
    save(vault, VILLAGE, "edit", [Change("need", need, "set", values)], seen=seen_of(vault, VILLAGE))
    assert details_of(vault, need, 2019, "2019-11-30", TEXTS).head == "龙长顺"
    assert "13800001234" in words(need_document(vault, need, 2019, TEXTS, details_on="2019-11-05"))
    for day in ("2019-10-31", "2019-12-01"):
        with pytest.raises(RegisterError, match="agreed"):
            details_of(vault, need, 2019, day, TEXTS)


def test_the_list_has_open_needs_only_and_tells_nobody(vault: Vault) -> None:
    a_need(vault)
    a_need(vault, need_no="X-8", category="1", text="买两头驴", state="open")
    a_need(vault, need_no="X-9", state="met")
    found = open_needs(vault, VILLAGE, 2019, TEXTS)
    assert sorted(one.number for one in found) == ["X-7", "X-8"]
    said = words(need_list(found, imprint(vault), TEXTS))
    assert [part for part in TELLING if part in said] == []
