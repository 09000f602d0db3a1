"""The indexes of the lists: what is looked up and mostly empty takes no room where it is empty."""

import json

import pytest

from fieldapp.store.tables import FIXED_TABLES


def index_sql(vault, name):
    return vault.db.execute("select sql from sqlite_master where name = ?", [name]).fetchone()[0]


def plan(vault, query):
    return " ".join(row[3] for row in vault.db.execute(f"explain query plan {query}").fetchall())


@pytest.fixture
def numbered(make_pack, make_vault, tmp_path):
    """A vault whose people have numbers that are each one's own."""
    fields = "person,person_no,text,,,,O,,unique,,,number,a,9,,,人编号,人編號,Number,,\n"
    return make_vault(packs=(make_pack(tmp_path / "numbered", more_fields=fields),))


def test_an_index_holds_the_records_that_have_the_field_and_all_of_them_by_their_title(numbered):
    assert index_sql(numbered, "idx_person_person_no_scope").endswith('where "person_no" is not null')
    assert " where " not in index_sql(numbered, "idx_person_name")
    assert " where " not in index_sql(numbered, "idx_household_household_no_scope")


@pytest.mark.parametrize(
    "condition",
    ["person_no = 'a'", "person_no in ('a', 'b')", "person_no >= 'a' and person_no < 'b' and scope > '1'"],
)
def test_a_record_is_looked_up_along_such_an_index(numbered, condition):
    assert "idx_person_person_no_scope" in plan(numbered, f"select id from person where {condition}")


def test_numbers_that_stand_twice_are_found_along_such_an_index(numbered):
    twice = "select person_no from person where person_no is not null group by person_no having count(*) > 1"
    assert "COVERING INDEX idx_person_person_no_scope" in plan(numbered, twice)
    other = (
        "select b.id from person a join person b on b.person_no = a.person_no and b.n <> a.n where a.id = 'a'"
    )
    assert "SEARCH b USING INDEX idx_person_person_no_scope" in plan(numbered, other)


def test_an_older_file_gets_the_indexes_of_today(numbered):
    name = "idx_person_person_no_scope"
    numbered.db.execute(f"drop index {name}")
    numbered.db.execute(f"create index {name} on person (person_no, scope)")
    older = json.loads(numbered.ledger.meta("shape"))
    for shape in older.values():
        del shape["title"]
    numbered.ledger.set_meta("shape", json.dumps(older))
    numbered.ledger.prepare()
    assert " where " in index_sql(numbered, name)
    assert json.loads(numbered.ledger.meta("shape"))["person"]["title"] == "name"


def test_every_table_of_ours_is_a_name_that_no_list_may_take(vault):
    tables = {name for (name,) in vault.db.execute("select name from sqlite_master where type = 'table'")}
    assert tables - set(vault.dictionary.lists) <= FIXED_TABLES
