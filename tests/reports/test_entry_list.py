"""The entry list on paper and as a workbook: national codes, old and new, behind their masks unless a reason is given."""

import pytest
import python_calamine

from fieldapp.errors import RegisterError
from fieldapp.reports.document import Heading, Table
from fieldapp.reports.entry_list import entry_list
from fieldapp.reports.entry_workbook import write_entries
from fieldapp.reports.inputs import Imprint
from fieldapp.store import create_vault
from fieldapp.store.comparison.entering import approve, proposed_line
from fieldapp.store.comparison.entry_lines import entries
from fieldapp.store.exports import exports
from fieldapp.store.save import Change, save, seen_of
from fieldapp.texts import texts_of

VILLAGE, PHONE = "990101001201", "13900000001"


@pytest.fixture
def vault(tmp_path):
    made = create_vault(
        tmp_path / "v.vault",
        "four invented words here",
        worker="赵站长",
        role="township",
        scopes=(VILLAGE,),
        packs=("cn-base",),
        clock=lambda: 1_573_000_000_000,
        escrow_recovery=False,
    )
    home, person = made.new_id(), made.new_id()
    facts = [
        Change("household", home, "add", {"household_no": "0042", "phone": PHONE}),
        Change("person", person, "add", {"household": home, "name": "张三", "relation": "1", "sex": "1"}),
        Change("person_year", None, "add", {"person": person, "year": 2019, "dibao": 1}),
    ]
    save(made, VILLAGE, "edit", facts, seen=seen_of(made, VILLAGE))
    year = made.db.execute("select id from person_year").fetchone()[0]
    approve(
        made,
        (
            proposed_line(made, VILLAGE, "household", home, "phone", "", PHONE),
            proposed_line(made, VILLAGE, "person_year", year, "dibao", "0", "1"),
        ),
    )
    yield made
    made.close()


def rows_of(vault, **more):
    texts = texts_of("zh_CN")
    printed = entry_list(
        entries(vault), vault.dictionary, Imprint("赵站长", "2019-11-06 10:00"), texts, place="前庄村", **more
    )
    (heading,) = [one for one in printed.blocks if isinstance(one, Heading)]
    (table,) = [one for one in printed.blocks if isinstance(one, Table)]
    return heading.text, [[cell.text for cell in row] for row in table.rows]


def test_the_sheet_names_the_household_and_says_codes_old_and_new(vault):
    heading, rows = rows_of(vault, masked=False)
    assert heading == "0042  张三"
    assert [row[1:2] + row[3:5] for row in rows] == [["aar012", "—", PHONE], ["aab030", "0", "1"]]
    assert rows[1][0] == "张三"
    assert "2019" in rows[1][2]


def test_numbers_are_masked_on_paper_without_a_reason(vault):
    _, rows = rows_of(vault)
    assert PHONE not in rows[0]
    assert rows[0][4] != "—"


def test_a_workbook_keeps_zeros_and_needs_a_reason_to_be_whole(vault, tmp_path):
    texts = texts_of("zh_CN")
    whole = write_entries(
        vault, entries(vault), tmp_path / "a.xlsx", texts, scope=VILLAGE, reason="录入国家系统"
    )
    cells = python_calamine.load_workbook(whole).get_sheet_by_index(0).to_python()
    assert cells[1][1:4] == ["0042", "张三", "aar012"]
    assert cells[1][6] == PHONE
    masked = write_entries(vault, entries(vault), tmp_path / "b.xlsx", texts, scope=VILLAGE)
    assert PHONE not in str(python_calamine.load_workbook(masked).get_sheet_by_index(0).to_python())
    assert [(one.what, one.masked) for one in exports(vault)] == [("entry-list", True), ("entry-list", False)]


def test_who_may_not_take_whole_values_out_gets_no_file(vault, tmp_path, monkeypatch):
    from dataclasses import replace

    monkeypatch.setattr(vault, "worker", replace(vault.worker, role="department"))
    with pytest.raises(RegisterError, match="Your role may not"):
        write_entries(vault, (), tmp_path / "c.xlsx", texts_of("en"), scope=VILLAGE, reason="x")
    assert not (tmp_path / "c.xlsx").exists()
