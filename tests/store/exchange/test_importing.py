"""Imports: matched by number and identity, cell by cell, chunk by chunk, and taken back."""

import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.domain.identity import check_digit
from fieldapp.errors import RegisterError
from fieldapp.register.mapping import Target
from fieldapp.register.regions import Region
from fieldapp.store import open_vault
from fieldapp.store.exchange.gathering import gather
from fieldapp.store.exchange.mappings import propose_mapping, read_workbook, save_mapping, saved_mappings
from fieldapp.store.exchange.planning import Choices, plan_import, plan_sources
from fieldapp.store.exchange.running import imports, run_import, undo_import
from fieldapp.store.history import history
from fieldapp.store.records import children, rows, year_record
from fieldapp.store.regions import import_regions
from fieldapp.store.save import Change, save, seen_of

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"
PASSPHRASE = "four invented words here"
IMPORTING = Path(__file__).with_name("importing.py")
SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "data"
ID = "99010119850312001" + check_digit("99010119850312001")
LIST = """某村花名册,,,,,,
户编号,姓名,身份证号码,与户主关系,家庭住址,健康状况,耕地面积
H1,张甲,{id},户主,东沟组1号,健康,3.5
H1,李乙,,配偶,东沟组1号,长期慢性病,3.5
H2,王丙,,户主,东沟组2号,健康,
"""


def codes(plan) -> list[str]:
    return [finding.code for finding in plan.findings]


def count(vault, list_name) -> int:
    return len(rows(vault, list_name, limit=10_000))


def test_one_sheet_makes_households_members_and_their_years(county, planned):
    plan = planned(county, LIST.format(id=ID))
    assert plan.counts == {"new": 3, "changed": 0, "same": 0, "refused": 0}
    assert plan.findings == ()
    run_import(county, plan)
    (first, second) = rows(county, "household", order="household_no")
    assert (first.values["household_no"], first.scope) == ("H1", VILLAGE)
    assert year_record(county, "household_year", first.id, 2019).values["arable_mu"] == 350
    assert [p.values["name"] for p in children(county, "person", first.id)] == ["张甲", "李乙"]
    (third,) = children(county, "person", second.id)
    assert year_record(county, "person_year", third.id, 2019).values["health"] == "1"
    assert {entry.kind for entry in history(county, "person", third.id)} == {"import"}
    assert history(county, "person", third.id)[0].source == "imported:list.csv"


def test_an_identity_number_says_birth_and_sex_where_the_sheet_does_not(county, planned):
    text = f"户编号,姓名,身份证号码,出生日期\nH1,张甲,{ID},\nH1,李乙,,1990-05-06\n"
    run_import(county, planned(county, text))
    (home,) = rows(county, "household")
    first, second = children(county, "person", home.id)
    assert (first.values["birth_date"], first.values["sex"]) == ("1985-03-12", "1")
    assert (second.values["birth_date"], second.values["sex"]) == ("1990-05-06", None)
    assert planned(county, text).counts["same"] == 2


def test_a_second_import_of_the_same_file_writes_nothing(county, planned):
    run_import(county, planned(county, LIST.format(id=ID)))
    plan = planned(county, LIST.format(id=ID))
    assert plan.counts == {"new": 0, "changed": 0, "same": 3, "refused": 0}
    assert run_import(county, plan).dots == ()


def test_a_changed_cell_is_told_as_old_and_new_and_writes_only_itself(county, planned):
    run_import(county, planned(county, LIST.format(id=ID)))
    plan = planned(county, LIST.format(id=ID).replace("长期慢性病", "残疾"))
    assert plan.counts["changed"] == 1
    (at,) = [at for at, row in enumerate(plan.rows) if row.kind == "changed"]
    (change,) = plan.changes_of(at)
    assert (change.list, change.key, change.old, change.new) == ("person_year", "health", "2", "4")
    assert run_import(county, plan).records == 1


def test_an_empty_cell_says_nothing_unless_it_is_to_clear(county, planned):
    run_import(county, planned(county, LIST.format(id=ID)))
    less = LIST.format(id=ID).replace("东沟组2号", "")
    assert planned(county, less).counts["same"] == 3
    plan = planned(county, less, clear_blanks=True)
    (change,) = [c for at in range(3) for c in plan.changes_of(at)]
    assert (change.key, change.old, change.new) == ("address", "东沟组2号", None)


def test_a_bad_cell_is_a_finding_with_its_place_and_its_row_comes_in(county, planned):
    plan = planned(county, LIST.format(id="1.1E+17").replace("健康,3.5", "没听说过,3.5", 1))
    assert plan.counts["new"] == 3
    lost, unknown = sorted(plan.findings, key=lambda finding: finding.where.column)
    assert (lost.code, lost.where.row, lost.where.column) == ("cell.lost_digits", 3, "C")
    assert (unknown.code, unknown.where.row, unknown.where.column) == ("cell.unknown_label", 3, "F")


def test_a_number_that_lost_its_digits_refuses_the_row_it_is_the_key_of(county, planned):
    plan = planned(county, "户编号,家庭住址\n6.2E+17,东沟组\nH2,西沟组\n")
    assert plan.counts == {"new": 1, "changed": 0, "same": 0, "refused": 1}
    assert codes(plan) == ["cell.lost_digits"]


def test_a_member_without_number_is_known_by_name_in_the_household(county, planned, a_home):
    _, person = a_home(county, "H1", "张甲")
    plan = planned(county, LIST.format(id=ID))
    (entry,) = [e for unit in plan.units for e in unit.entries if e.record == person]
    assert dict(zip(entry.keys, entry.values, strict=True)) == {"id_no": ID}


def test_rows_without_a_household_number_follow_their_head(county, planned):
    text = "姓名,与户主关系,性别\n甲,户主,男\n乙,配偶,女\n丙,户主,男\n丁,之子,男\n"
    run_import(county, planned(county, text))
    sizes = [len(children(county, "person", home.id)) for home in rows(county, "household")]
    assert sizes == [2, 2]
    assert planned(county, text).counts["same"] == 4


def test_a_list_of_heads_makes_the_head_a_member(county, planned):
    run_import(county, planned(county, "户编号,户主姓名,家庭住址\nH1,张甲,东沟\n"))
    (home,) = rows(county, "household")
    (head,) = children(county, "person", home.id)
    assert (head.values["name"], head.values["relation"]) == ("张甲", "1")
    assert planned(county, "户编号,户主姓名,家庭住址\nH1,张甲,东沟\n").counts["same"] == 1


def test_the_second_row_of_one_person_is_refused_with_the_row_it_repeats(county, planned):
    plan = planned(county, f"户编号,姓名,身份证号\nH1,甲,{ID}\nH1,甲,{ID}\n")
    assert plan.counts == {"new": 1, "changed": 0, "same": 0, "refused": 1}
    assert "Row 2" in str(plan.findings[0])


def test_rows_of_one_household_that_disagree_are_told_and_the_first_stands(county, planned):
    plan = planned(county, "户编号,姓名,家庭住址\nH1,甲,东\nH1,乙,西\n")
    assert codes(plan) == ["import.differs"]
    run_import(county, plan)
    assert rows(county, "household")[0].values["address"] == "东"


def test_a_household_of_another_village_is_not_made_twice(county, planned, a_home):
    a_home(county, "H1", "甲", OTHER_VILLAGE)
    plan = planned(county, "户编号,家庭住址\nH1,东沟\n")
    assert plan.counts["refused"] == 1
    assert OTHER_VILLAGE in str(plan.findings[0])


def test_a_person_is_moved_by_a_movement_never_by_an_import(county, planned, a_home):
    a_home(county, "H1", "甲", id_no=ID)
    a_home(county, "H2", "乙")
    plan = planned(county, f"户编号,姓名,身份证号\nH2,甲,{ID}\n")
    assert codes(plan) == ["import.other_household"]


def test_what_belongs_to_an_unknown_household_is_refused(county, planned, a_home):
    a_home(county, "H1", "甲")
    plan = planned(county, "户编号,借贷用途,借贷金额\nH1,看病,500\nH9,看病,700\n", list_name="loan")
    assert plan.counts == {"new": 1, "changed": 0, "same": 0, "refused": 1}
    run_import(county, plan)
    assert planned(county, "户编号,借贷用途,借贷金额\nH1,看病,500\n", list_name="loan").counts["same"] == 1


def test_a_yearly_list_needs_its_year(county, planned):
    with pytest.raises(RegisterError) as refused:
        planned(county, LIST.format(id=ID), year=None)
    assert refused.value.code == "import.no_year"


def test_villages_by_column_by_name_and_by_file_are_one_import(county, tmp_path):
    (tmp_path / "returned").mkdir()
    for at in range(20):
        name = ("东沟村", "西沟村")[at % 2]
        body = f"户编号,姓名\nN{at:02},甲{at}\n"
        (tmp_path / "returned" / f"{name}{at:02}.csv").write_bytes(body.encode("gb18030"))
    (tmp_path / "returned" / "~$lock.csv").write_text("x")
    gathered = gather(county, [tmp_path / "returned"], "household")
    plan = plan_sources(county, gathered.sources, Choices())
    assert plan.counts["new"] == 20
    assert len(run_import(county, plan).dots) == 2
    assert len(rows(county, "household", VILLAGE)) == len(rows(county, "household", OTHER_VILLAGE)) == 10


def test_a_village_chosen_by_its_code_need_not_be_known_yet(make_county, planned):
    empty = make_county("township", ("990101001",))
    plan = planned(empty, "户编号\nH1\n", scope="990101001777")
    assert (plan.counts["new"], plan.units[0].scope) == (1, "990101001777")


def test_a_file_named_by_a_long_village_name_is_not_of_the_one_within_it(county, tmp_path):
    import_regions(
        county, [Region("990101001202", "东沟村", "2020-01", ""), Region(VILLAGE, "东沟头村", "2020-01", "")]
    )
    path = tmp_path / "东沟头村返回.csv"
    path.write_text("户编号\nH1\n", "utf-8")
    (source,) = gather(county, [path], "household").sources
    assert source.scope == VILLAGE


def test_the_usual_headings_of_an_income_sheet_are_known_outright(county, sheet):
    page = sheet("户编号,工资性收入（元）,务工收入,生产经营性收入,低保金,养老保险金\nH1,1,1,2,3,4\n")
    mapping = propose_mapping(county, page, "income_sheet")
    assert [column.target.key for column in mapping.only_sure().mapped] == [
        "household_no",
        "a",
        "a1",
        "b",
        "d2",
        "d4",
    ]


def test_a_village_that_is_not_the_workers_is_refused(county, planned):
    plan = planned(county, "行政村代码,户编号\n990101001201,H1\n990101009999,H2\n沟,H3\n", scope="")
    assert plan.counts == {"new": 1, "changed": 0, "same": 0, "refused": 2}
    assert codes(plan) == ["import.foreign_village", "import.no_village_code"]


def test_a_mapping_is_found_again_by_the_layout_of_the_sheet(county, sheet):
    page = sheet("户编号,姓名,奇怪的列\nH1,甲,组一\n")
    mapping = propose_mapping(county, page, "household")
    save_mapping(county, mapping.with_target(2, Target("household", "natural_village")), "my layout")
    assert [one.name for one in saved_mappings(county)] == ["my layout"]
    for text in ("户编号,姓名,奇怪的列\nH1,甲,组一\n", "戶編號(必填),姓名*,奇怪的列\nH2,乙,组二\n"):
        again = propose_mapping(county, sheet(text), "household")
        assert (again.way, str(again.columns[2].target)) == ("saved", "household.natural_village")
    assert mapping.columns[2].target is None


def test_chunks_keep_households_whole_and_a_cancelled_import_goes_on_without_duplicates(county, planned):
    text = "户编号,姓名\n" + "".join(f"H{at // 3:03},人{at}\n" for at in range(60))
    plan = planned(county, text)
    asked = iter([False, False, True])
    part = run_import(county, plan, chunk=10, cancelled=lambda: next(asked))
    assert part.cancelled
    assert len(part.dots) == 2
    assert all(len(children(county, "person", home.id)) == 3 for home in rows(county, "household"))
    told = []
    done = run_import(county, plan, chunk=99, progress=lambda *at: told.append(at))
    assert told[-1] == (80, 80)
    assert (count(county, "household"), count(county, "person")) == (20, 60)
    assert len(done.dots) == len(imports(county)) * imports(county)[0].chunks


def test_an_import_is_taken_back_whole_but_for_chunks_that_were_changed_since(county, planned):
    text = "户编号,姓名\n" + "".join(f"H{at:03},人{at}\n" for at in range(12))
    done = run_import(county, planned(county, text), chunk=8)
    assert len(done.dots) == 3
    first = rows(county, "household", order="household_no")[0]
    save(county, VILLAGE, "edit", [Change("household", first.id, "set", {"address": "later"})],
         seen=seen_of(county, VILLAGE))  # fmt: skip
    back = undo_import(county, done.id)
    assert back.undone == (done.dots[2], done.dots[1])
    assert [(one.number, one.reason.code) for one in back.refused] == [(0, "undo.changed_since")]
    assert count(county, "household") == 4
    assert imports(county)[0].open_chunks == 1
    assert undo_import(county, done.id).undone == ()
    assert planned(county, text).counts == {"new": 8, "changed": 0, "same": 4, "refused": 0}


def test_an_import_killed_at_any_point_leaves_whole_chunks_and_a_second_run_finishes(county, tmp_path):
    path, file = county.path, tmp_path / "list.csv"
    file.write_text("户编号,姓名\n" + "".join(f"H{at // 3:04},人{at}\n" for at in range(900)), "utf-8")
    county.close()
    seen = []
    for kill_after in (1, 6):
        child = subprocess.Popen(
            [sys.executable, str(IMPORTING), str(path), PASSPHRASE, str(file)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(kill_after):
            assert child.stdout.readline().startswith("CHUNK")
        child.kill()
        child.wait()
        child.stdout.close()
        with open_vault(path, PASSPHRASE) as vault:
            homes = vault.db.execute("select count(*) from household").fetchone()[0]
            torn = vault.db.execute(
                "select count(*) from household h where 3 <> (select count(*) from person where household = h.id)"
            ).fetchone()[0]
            chunks = vault.db.execute("select count(*), sum(records) from import_chunk").fetchone()
            assert torn == 0
            assert chunks[1] == homes * 4
            assert chunks[0] >= kill_after
            seen.append(homes)
    assert 0 < seen[0] < 300
    with open_vault(path, PASSPHRASE) as vault:
        gathered = gather(vault, [file], "household")
        plan = plan_import(vault, gathered.sources[0].sheet, gathered.sources[0].mapping, VILLAGE)
        run_import(vault, plan)
        numbers = vault.db.execute("select count(*), count(distinct household_no) from household").fetchone()
        assert numbers == (300, 300)
        assert vault.db.execute("select count(*) from person").fetchone()[0] == 900


@pytest.mark.skipif(not (SHARED / "poverty_counties").exists(), reason="the shared test material is not here")
def test_a_published_workbook_with_merged_cells_is_read():
    first, second = read_workbook(SHARED / "poverty_counties" / "832_counties_exit_year.xlsx")
    assert first.rows[2][:3] == ["河北", 45.0, "海兴县"]
    assert "".join(map(str, second.rows[1])).startswith("832")
