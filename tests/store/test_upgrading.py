"""A county's own field reaches a vault: column, form, search, heading, card, mask and rule, and no code was changed."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from fieldapp.domain.identifiers import year_id
from fieldapp.domain.masking import mask
from fieldapp.errors import PackError
from fieldapp.forms import load_form
from fieldapp.keys.devices import DeviceKey
from fieldapp.packs import check_pack
from fieldapp.packs.archive import build_pack
from fieldapp.packs.editing import copy_pack, set_version
from fieldapp.packs.heading import Title
from fieldapp.packs.install import install_pack
from fieldapp.packs.workbook import pack_to_workbook
from fieldapp.packs.workbook_reading import workbook_to_pack
from fieldapp.reports.card import household_card
from fieldapp.reports.facts import household_facts, imprint
from fieldapp.store import Vault, create_vault, open_vault
from fieldapp.store.commands import vault as vault_group
from fieldapp.store.drafts import open_draft
from fieldapp.store.exchange.exporting import export_lists
from fieldapp.store.exchange.mappings import propose_mapping, read_workbook
from fieldapp.store.finding.find import find
from fieldapp.store.history import commit_at
from fieldapp.store.quality.findings import check_quality
from fieldapp.store.records import year_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.streams import digest
from fieldapp.store.submissions import begin, finalise, prefill
from fieldapp.store.upgrading import preview_upgrade, upgrade_offers, upgrade_packs
from fieldapp.texts import texts_of

PASSPHRASE, VILLAGE, YEAR = "four invented words here", "990101001201", 2020
ACCOUNT = "6217000012345678"
OFFICE = DeviceKey(b"\1" * 32)
_PLACE = {"type": "text", "req": "O", "section": "overview", "order": 900}
FIELDS = (
    {
        **_PLACE,
        "list": "household_year",
        "key": "tz_greenhouse_mu",
        "type": "decimal",
        "scale": 2,
        "unit": "mu",
        "check": ">=0",
        "section": "land",
        "zh_hans": "大棚面积",
        "zh_hant": "大棚面積",
        "en": "Greenhouse",
    },
    {
        **_PLACE,
        "list": "household",
        "key": "tz_booth_no",
        "check": "max:20",
        "find": "number",
        "zh_hans": "摊位号",
        "zh_hant": "攤位號",
        "en": "Booth number",
    },
    {
        **_PLACE,
        "list": "household",
        "key": "tz_partner",
        "check": "max:60",
        "mask": "name",
        "find": "name",
        "zh_hans": "合伙人",
        "zh_hant": "合夥人",
        "en": "Partner",
    },
    {
        **_PLACE,
        "list": "household",
        "key": "tz_account",
        "check": "digits:8..30",
        "mask": "bank",
        "zh_hans": "大棚账号",
        "zh_hant": "大棚賬號",
        "en": "Account",
    },
)
RULE = {
    "file": "county", "id": "TZ-1", "accuracy": "A2", "severity": "W", "level": "household",
    "over": "household_year", "when": "tz_greenhouse_mu > arable_mu", "field": "household_year.tz_greenhouse_mu",
    "words.zh_hans": "大棚面积超过耕地面积，请核对。", "words.zh_hant": "大棚面積超過耕地面積，請核對。",
    "words.en": "The greenhouse is larger than the land. Check both.",
}  # fmt: skip
FORM = """| survey |
| | type | name | label | save_to |
| | hidden | household_id | | |
| | hidden | year | | |
| | decimal | tz_greenhouse_mu | Greenhouse | household_year#tz_greenhouse_mu |
| entities |
| | list_name | entity_id |
| | household_year | ${household_id} |
"""


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Installed packs go under the test's folder."""
    monkeypatch.setattr("fieldapp.packs.places.user_data_path", lambda *names, **options: tmp_path / "data")
    return tmp_path / "data" / "packs"


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Vault]]:
    made: list[Vault] = []

    def making(name: str = "a") -> Vault:
        made.append(
            create_vault(
                tmp_path / name / "laptop.vault",
                PASSPHRASE,
                worker=name,
                role="team",
                scopes=(VILLAGE,),
                packs=("gansu-qinba",),
                escrow_recovery=False,
            )
        )
        return made[-1]

    yield making
    for vault in made:
        vault.close()


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gansu's pack as a county made it its own: copied, edited as a workbook, with a form."""
    place = tmp_path_factory.mktemp("office")
    folder = copy_pack(
        "gansu-qinba", place / "tz", "tianzhu", Title("天竹县", "天竹縣", "Tianzhu"), prefix="tz_"
    )
    book = load_workbook(pack_to_workbook(folder, place / "tz.xlsx"))
    rows = {"fields": FIELDS, "rules": (RULE,)}
    for sheet, more in rows.items():
        heading = [cell.value for cell in book[sheet][1]]
        for row in more:
            book[sheet].append([row.get(column) for column in heading])
    book.save(place / "tz.xlsx")
    assert workbook_to_pack(place / "tz.xlsx", folder) == ()
    (folder / "forms").mkdir(exist_ok=True)
    (folder / "forms" / "greenhouse.md").write_text(FORM, "utf-8")
    return folder


@pytest.fixture(scope="module")
def pack_file(county: Path) -> Path:
    """The pack built and signed."""
    return build_pack(county, county.parent, OFFICE).path


@pytest.fixture
def published(pack_file: Path, data_folder: Path) -> Path:
    """The pack installed on this computer."""
    return install_pack(pack_file, data_folder, today=date(2020, 5, 1), trust=OFFICE.fingerprint).folder


def a_household(vault: Vault) -> tuple[str, Saved]:
    home = vault.new_id()
    changes = [
        Change("household", home, "add", {"household_no": "H1"}),
        Change("household_year", None, "add", {"household": home, "year": YEAR, "arable_mu": 300}),
        Change("person", vault.new_id(), "add", {"household": home, "name": "张三丰", "relation": "1"}),
    ]
    return home, save(vault, VILLAGE, "edit", changes, seen={})


def write(vault: Vault, home: str, list_name: str = "household_year", **values: object) -> Saved:
    record_id = year_id(home, list_name, YEAR) if list_name == "household_year" else home
    return save(
        vault, VILLAGE, "edit", [Change(list_name, record_id, "set", values)], seen=seen_of(vault, VILLAGE)
    )


def figures(vault: Vault, home: str) -> dict[str, object]:
    return dict(year_record(vault, "household_year", home, YEAR).values)


@pytest.mark.usefixtures("published")
def test_a_countys_field_reaches_the_register_without_any_code(make, tmp_path: Path) -> None:
    vault = make()
    home, old = a_household(vault)
    assert "tz_greenhouse_mu" not in figures(vault, home)
    upgraded = upgrade_packs(vault, ["tianzhu"])
    assert upgraded.after == f"{upgraded.before}+tianzhu@1"
    assert set(upgraded.added.fields) == {(row["list"], row["key"]) for row in FIELDS}

    # The column, and the edition of each commit.
    assert figures(vault, home)["tz_greenhouse_mu"] is None
    new = write(vault, home, tz_greenhouse_mu=450)
    write(vault, home, "household", tz_booth_no="K0717", tz_partner="欧阳娜", tz_account=ACCOUNT)
    assert figures(vault, home)["tz_greenhouse_mu"] == 450
    assert commit_at(vault.ledger, old.dot).version == upgraded.before
    assert commit_at(vault.ledger, new.dot).version == upgraded.after

    # The form: checked against the dictionary, prefilled from the register, saved into it.
    form = load_form(vault.packs[-1].forms["greenhouse"])
    assert prefill(vault, form, home, YEAR)["/data/tz_greenhouse_mu"] == "4.50"
    draft = open_draft(vault, form.id, form.version, home, year=YEAR)
    session = begin(vault, form, draft)
    session.answer("/data/tz_greenhouse_mu", "4.75")
    assert isinstance(finalise(vault, draft, session), Saved)
    assert figures(vault, home)["tz_greenhouse_mu"] == 475

    # Search by number and by the pinyin of a name.
    assert [hit.household for hit in find(vault, "K0717")] == [home]
    assert [hit.household for hit in find(vault, "ouyangna")] == [home]

    # An office's xlsx: its heading is known.
    book = Workbook()
    for row in (("户编号", "户主姓名", "大棚面积", "摊位号"), ("H1", "张三丰", 5.25, "K0717")):
        book.active.append(row)
    book.save(tmp_path / "office.xlsx")
    mapping = propose_mapping(vault, read_workbook(tmp_path / "office.xlsx")[0], "household")
    targets = {column.heading: str(column.target) for column in mapping.columns}
    assert targets["大棚面积"] == "household_year.tz_greenhouse_mu"
    assert targets["摊位号"] == "household.tz_booth_no"

    # Our own xlsx carries it, headed in the office's words.
    export_lists(
        vault, tmp_path / "own.xlsx", ("household_year",), VILLAGE, masked=False, reason="check", year=YEAR
    )
    cells = [
        cell.value for row in load_workbook(tmp_path / "own.xlsx").worksheets[0].iter_rows() for cell in row
    ]
    assert any("大棚面积" in str(cell) for cell in cells)
    assert 4.75 in cells

    # The card, in its section, and masked as the county said.
    card = household_card(
        household_facts(vault, home, YEAR), vault.dictionary, imprint(vault), texts_of("en")
    )
    pairs = {pair.label: pair.value for block in card.blocks for pair in getattr(block, "items", ())}
    assert pairs["Greenhouse (mu)"] == "4.75"
    assert pairs["Partner"] == "欧阳娜"
    assert pairs["Account"] == mask(ACCOUNT, "bank") != ACCOUNT

    # The rule.
    assert [f.rule for f in check_quality(vault, VILLAGE, YEAR, rules=["TZ-1"])] == ["TZ-1"]
    write(vault, home, tz_greenhouse_mu=250)
    assert check_quality(vault, VILLAGE, YEAR, rules=["TZ-1"]) == ()


def test_a_form_that_saves_what_no_pack_declares_is_told(county: Path, tmp_path: Path) -> None:
    folder = copy_pack(county, tmp_path / "copy", "other", Title("甲", "甲", "A"), prefix="ot_")
    assert check_pack(folder) == ()
    wrong = FORM.replace("household_year#tz_greenhouse_mu", "household_year#ot_greenhouse_mu")
    (folder / "forms" / "greenhouse.md").write_text(wrong, "utf-8")
    assert [finding.code for finding in check_pack(folder)] == ["form.unknown_field"]


def test_two_laptops_with_different_packs_keep_syncing(make, county: Path, carry) -> None:
    new, old = make("a"), make("b")
    home, _ = a_household(old)
    carry(old, new)
    upgrade_packs(new, [county])
    write(new, home, tz_greenhouse_mu=450)
    write(new, home, "household", tz_booth_no="K0717")
    carry(new, old)
    assert "tz_greenhouse_mu" not in figures(old, home)
    assert find(old, "K0717") == ()
    write(old, home, arable_mu=900)
    carry(old, new)
    assert (figures(new, home)["arable_mu"], figures(new, home)["tz_greenhouse_mu"]) == (900, 450)
    upgrade_packs(old, [county])
    assert figures(old, home)["tz_greenhouse_mu"] == 450
    assert [hit.household for hit in find(old, "K0717")] == [home]
    assert digest(old.ledger, VILLAGE) == digest(new.ledger, VILLAGE)
    assert figures(old, home) == figures(new, home)


def test_an_upgraded_vault_opens_without_what_was_installed(make, published: Path) -> None:
    vault = make()
    home, _ = a_household(vault)
    upgrade_packs(vault, ["tianzhu"])
    write(vault, home, tz_greenhouse_mu=450)
    vault.close()
    for file in sorted(published.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    published.rmdir()
    with open_vault(vault.path, PASSPHRASE) as again:
        assert again.edition.endswith("+tianzhu@1")
        assert figures(again, home)["tz_greenhouse_mu"] == 450


def test_a_newer_version_is_offered_and_taken(make, tmp_path: Path, data_folder: Path) -> None:
    vault = make()
    folders = []
    for version in (1, 2):
        folder = copy_pack(
            "gansu-qinba", tmp_path / f"v{version}", "plain", Title("甲", "甲", "A"), prefix="pl_"
        )
        set_version(folder, version)
        folders.append(folder)
    upgrade_packs(vault, folders[:1])
    assert upgrade_offers(vault) == ()
    (folders[1] / "codelists").mkdir()
    (folders[1] / "codelists" / "pl_film.csv").write_text("id,zh_hans,zh_hant,en\n1,新,新,New\n", "utf-8")
    newer = build_pack(folders[1], tmp_path, OFFICE).path
    install_pack(newer, data_folder, today=date(2020, 6, 1), trust=OFFICE.fingerprint)
    (offer,) = upgrade_offers(vault)
    assert (offer.id, offer.have, offer.offered) == ("plain", 1, 2)
    changes, findings = preview_upgrade(vault)
    assert (changes.codes, findings) == ((("pl_film", "1"),), ())
    assert upgrade_packs(vault).after.endswith("plain@2")
    with pytest.raises(PackError, match="at hand"):
        upgrade_packs(vault, folders[:1])


def test_an_upgrade_that_would_lose_values_is_refused_and_changes_nothing(
    make, county: Path, tmp_path: Path
) -> None:
    vault = make()
    home, _ = a_household(vault)
    upgrade_packs(vault, [county])
    write(vault, home, tz_greenhouse_mu=450)
    before = (vault.edition, figures(vault, home), vault.ledger.meta("packs"))
    poorer = copy_pack(county, tmp_path / "poorer", "tianzhu", Title("甲", "甲", "A"), prefix="tz_")
    set_version(poorer, 2)
    table = poorer / "dictionary" / "fields.csv"
    lines = table.read_text("utf-8").splitlines(keepends=True)
    table.write_text("".join(line for line in lines if "tz_greenhouse_mu" not in line), "utf-8")
    assert [finding.code for finding in preview_upgrade(vault, [poorer])[1]] == ["pack.field_gone"]
    with pytest.raises(PackError, match="lose saved values"):
        upgrade_packs(vault, [poorer])
    same = copy_pack(county, tmp_path / "same", "tianzhu", Title("乙", "乙", "B"), prefix="tz_")
    with pytest.raises(PackError, match="new version number"):
        upgrade_packs(vault, [same])
    assert (vault.edition, figures(vault, home), vault.ledger.meta("packs")) == before
    assert write(vault, home, tz_greenhouse_mu=500).changed


def test_an_upgrade_that_fails_half_way_leaves_the_vault_as_it_was(
    make, county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = make()
    home, _ = a_household(vault)
    before, columns = vault.edition, figures(vault, home)
    with monkeypatch.context() as patch:
        patch.setattr("fieldapp.store.upgrading.places_of", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            upgrade_packs(vault, [county])
    assert (vault.edition, figures(vault, home)) == (before, columns)
    assert "tz_greenhouse_mu" not in vault.db.table("household_year").columns_dict
    upgrade_packs(vault, [county])
    assert "tz_greenhouse_mu" in figures(vault, home)


def test_the_command_line_tells_then_upgrades(make, county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = make()
    vault.close()
    monkeypatch.setenv("FIELDAPP_PASSPHRASE", PASSPHRASE)
    asked = ["upgrade", str(county), "--vault", str(vault.path), "--json"]
    told = json.loads(CliRunner().invoke(vault_group, [*asked, "--dry-run"]).output)
    assert told["after"] == f"{told['before']}+tianzhu@1"
    assert ["household", "tz_booth_no"] in told["added"]["fields"]
    done = json.loads(CliRunner().invoke(vault_group, asked).output)
    assert (done["before"], done["after"]) == (told["before"], told["after"])
    assert done["lost"] == []


def test_more_searched_lists_than_the_index_has_room_for_are_refused(
    make, county: Path, tmp_path: Path
) -> None:
    vault = make()
    home, _ = a_household(vault)
    many = copy_pack(county, tmp_path / "many", "many", Title("甲", "甲", "A"), prefix="my_")
    for n in range(20):
        lists, fields = many / "dictionary" / "lists.csv", many / "dictionary" / "fields.csv"
        lists.write_text(lists.read_text("utf-8") + f"my_{n},household,uuid,,甲,甲,A\n", "utf-8")
        row = f"my_{n},name,text,,,,O,,,,,name,overview,1,,,甲,甲,A,,\n"
        fields.write_text(fields.read_text("utf-8") + row, "utf-8")
    with pytest.raises(PackError, match="search"):
        upgrade_packs(vault, [many])
    assert [hit.household for hit in find(vault, "zhangsanfeng")] == [home]
