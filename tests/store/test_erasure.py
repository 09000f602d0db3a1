"""A person erased: nothing of him is left in rows, log, search, files; other people's facts and every chain stay."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store import Vault, log
from fieldapp.store.backup import backup, restore
from fieldapp.store.doctor import examine
from fieldapp.store.drafts import drafts, open_draft, put_answer
from fieldapp.store.erasure import erase_person, plan_erasure
from fieldapp.store.files.attachments import PREFIX, folder_of, put
from fieldapp.store.finding.find import find
from fieldapp.store.history import history
from fieldapp.store.intake import receive
from fieldapp.store.ledger import stream_id
from fieldapp.store.opening import open_vault
from fieldapp.store.records import children, record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import digest
from fieldapp.store.undo import undo
from fieldapp.store.years.frozen_years import read_snapshot
from fieldapp.store.years.snapshots import snapshots, take_snapshot

VILLAGE = "990101001201"
PASSPHRASE = "four invented words here"
NAME, NUMBER, OTHER = "欧阳虚构", "990101199001011234", "钱二妹"
MORE = (
    "difference,village,uuid,ours,差异,差異,Difference\nentry,household,uuid,field,录入,錄入,Entry\n"
    "erasure,village,uuid,reason,删除,刪除,Erasure\ncare,household,uuid,carer,关爱,關愛,Care\n"
    "work_record,household,uuid,done_on,工作,工作,Work\n"
)
FIELDS = """erasure,person,ref,person,,,O,,,,,,a,1,,,人,人,Person,,
erasure,reason,text,,,,R,,,,,,a,2,,,原因,原因,Reason,,
erasure,basis,text,,,,R,,,,,,a,3,,,依据,依據,Basis,,
erasure,decided_by,text,,,,R,,,,,,a,4,,,决定,決定,By,,
care,person,ref,person,,,R,,,,,,a,1,,,人,人,Person,,
care,carer,text,,,,O,,,,,,a,2,,,照料人,照料人,Carer,,
difference,person,ref,person,,,O,,,,,,a,1,,,人,人,Person,,
difference,ours,text,,,,O,,,,,,a,2,,,本库,本庫,Ours,,
entry,record,text,,,,O,,,,,,a,1,,,记录,記錄,Record,,
entry,field,text,,,,R,,,,,,a,2,,,字段,字段,Field,,
entry,old,text,,,,O,,,,,,a,3,,,原值,原值,Old,,
work_record,done_on,date,,,,O,,,,,,a,1,,,日期,日期,Day,,
work_record,content,text,,,,O,,,,,,a,2,,,内容,內容,Content,,
person,photo,file,,,,O,,,,,,a,9,,,照片,照片,Photo,,
"""


@pytest.fixture
def wide_pack(tmp_path: Path, make_pack: Callable[..., Path]) -> Path:
    return make_pack(tmp_path / "wide", more_fields=FIELDS, more_lists=MORE)


@pytest.fixture
def station(make_vault: Callable[..., Vault], wide_pack: Path) -> Vault:
    """A township's vault."""
    return township(make_vault("station", packs=(wide_pack,)))


def township(vault: Vault) -> Vault:
    vault.work_with(replace(vault.session, worker=replace(vault.worker, role="township")))
    return vault


def put_all(vault: Vault, *changes: Change) -> tuple[tuple[str, str], ...]:
    return save(vault, VILLAGE, "edit", list(changes), seen=seen_of(vault, VILLAGE)).changed


def fill(vault: Vault, home) -> dict[str, str]:
    """The facts about the first person of a household that an erasure has to find."""
    person = home.people[0]
    photo = put(vault, b"a face")
    sheet = put(vault, f"<data><name>{NAME}</name></data>".encode())
    put_all(
        vault,
        Change("person", person, "set", {"id_no": NUMBER, "photo": photo}, source=f"document:{NAME} 身份证"),
    )
    put_all(
        vault,
        Change("person_year", None, "add", {"person": person, "year": 2019, "school": "示例小学"}),
        Change("household", home.household, "set", {"address": f"{NAME}家", "phone": "13900000000"}),
    )
    made = put_all(
        vault,
        Change("care", None, "add", {"household": home.household, "person": person, "carer": "奶奶"}),
        Change(
            "work_record",
            None,
            "add",
            {"household": home.household, "content": f"看望{NAME}", "done_on": "2019-01-02"},
        ),
        Change("submission", None, "add", {"form": "visit", "household": home.household, "xml": sheet}),
        Change("difference", None, "add", {"person": person, "ours": f"{NAME}在册"}),
        Change(
            "entry",
            None,
            "add",
            {"household": home.household, "record": person, "field": "f", "old": "示例小学"},
        ),
    )
    return {"photo": photo, "sheet": sheet, "care": made[0][1], "work": made[1][1]}


def pages_of(vault: Vault) -> bytes:
    """Every page of the file decrypted, freed ones too, and every line of the log unpacked.

    SQLCipher 4: pages of 4,096 bytes, AES-256-CBC, 80 bytes at the end of each for nonce and code; the salt first.
    """
    vault.db.execute("pragma wal_checkpoint(truncate)").fetchall()
    held = vault.path.read_bytes()
    pages = []
    for at in range(0, len(held), 4096):
        page = held[at : at + 4096]
        body, nonce = page[16 if at == 0 else 0 : -80], page[-80:-64]
        opened = Cipher(algorithms.AES(vault.file_key), modes.CBC(nonce)).decryptor()
        pages.append(opened.update(body) + opened.finalize())
    lines = [
        line
        for (n,) in vault.db.execute("select n from stream").fetchall()
        for _, line in log.lines_after(vault.db, n, 0)
    ]
    return b"".join((*pages, *lines))


def says(vault: Vault) -> set[str]:
    held = pages_of(vault)
    return {word for word in (NAME, NUMBER, "示例小学", "yangxugou") if word.encode() in held}


def test_nothing_of_the_person_is_left_and_everybody_else_is(station, a_household):
    home = a_household(station, NAME, OTHER)
    told = fill(station, home)
    assert says(station) == {NAME, NUMBER, "示例小学", "yangxugou"}, "the search itself finds what is there"
    head = digest(station.ledger, VILLAGE)
    plan = plan_erasure(station, home.people[0])
    assert {name for name, _ in plan.records} == {"person", "person_year", "care", "entry"}
    assert {f"{PREFIX}{one}" for one in plan.files} == {told["photo"], told["sheet"]}
    assert plan.findings[0].code == "erasure.backups"
    saved = erase_person(station, home.people[0], "he asked for it", "PIPL 47")
    assert says(station) == set()
    shown = record(station, "person", home.people[0])
    assert shown is not None
    assert {key for key, value in shown.values.items() if value is not None} == {"household"}
    assert shown.ended_reason == "erased"
    assert record(station, "household", home.household).values["address"] is None
    assert record(station, "household", home.household).values["phone"] == "13900000000"
    assert record(station, "work_record", told["work"]).values["done_on"] == "2019-01-02"
    assert [one.values["name"] for one in children(station, "person", home.household)] == [OTHER]
    assert (len(find(station, NAME)), len(find(station, OTHER))) == (0, 1)
    assert not any(folder_of(station).holds(told[key].removeprefix(PREFIX)) for key in ("photo", "sheet"))
    assert examine(station) == ()
    assert digest(station.ledger, VILLAGE) != head, "the erasure itself is in the log"
    (noted,) = station.db.execute("select person, reason, basis, decided_by from erasure").fetchall()
    assert noted == (home.people[0], "he asked for it", "PIPL 47", station.worker.name)
    with pytest.raises(RegisterError, match="erased"):
        put_all(station, Change("person", home.people[0], "set", {"name": "again"}))
    with pytest.raises(RegisterError, match="erased"):
        undo(station, saved.dot)


def test_struck_words_are_still_on_the_disk_until_the_file_is_written_anew(station, a_household, monkeypatch):
    """The control of the search: without the second step the pages still hold what no table shows."""
    home = a_household(station, NAME, OTHER)
    fill(station, home)
    monkeypatch.setattr("fieldapp.store.erasure.settle", lambda *_: False)
    erase_person(station, home.people[0], "he asked", "PIPL 47")
    assert station.db.execute("select count(*) from person where name = ?", [NAME]).fetchone() == (0,)
    assert says(station) == {"yangxugou"}
    assert [finding.code for finding in examine(station)] == ["doctor.erasing"]
    reopened = closed_and_opened(station)
    assert says(reopened) == set()
    assert examine(reopened) == ()
    reopened.close()


def test_other_people_in_the_same_commit_keep_their_history_and_their_proof(station, a_household):
    home = a_household(station, NAME, OTHER)
    before = history(station, "person", home.people[1])
    erase_person(station, home.people[0], "he asked", "PIPL 47")
    assert history(station, "person", home.people[1]) == before
    line = log.line_at(station.db, 1, 1)
    assert OTHER.encode() in line
    assert NAME.encode() not in line
    assert b'"x":"' in line
    station.db.execute(
        "update tail set line = ? where stream = 1 and seq = 1",
        [line.replace(OTHER.encode(), "钱三妹".encode())],
    )
    assert [finding.code for finding in examine(station)] == ["doctor.chain"], (
        "the control: a changed word is found"
    )


def test_a_hash_that_no_erasure_asks_for_is_found(station, a_household):
    home = a_household(station, NAME, OTHER)
    erase_person(station, home.people[0], "he asked", "PIPL 47")
    assert examine(station) == ()
    station.db.execute("delete from erased where list = 'person'")
    assert [finding.code for finding in examine(station)] == ["doctor.struck"]


def test_it_reaches_another_vault_whatever_comes_first(station, make_vault, wide_pack, a_household, carry):
    home = a_household(station, NAME, OTHER)
    early = make_vault("early", packs=(wide_pack,))
    carry(station, early)
    open_draft(early, "visit", "1", home.household, 2019)
    put_answer(early, drafts(early)[0], "/data/name", NAME)
    fill(station, home)
    # What `early` writes without having seen the erasure.
    put_all(early, Change("person", home.people[0], "set", {"name": f"{NAME}改", "sex": "1"}))
    put_all(early, Change("household", home.household, "set", {"address": f"{NAME}新家"}))
    erase_person(station, home.people[0], "he asked", "PIPL 47")
    carry(early, station)
    carry(station, early)
    late = make_vault("late", packs=(wide_pack,))
    carry(early, late)
    for name, vault in (("station", station), ("early", early), ("late", late)):
        reopened = closed_and_opened(vault)
        assert says(reopened) == set(), name
        assert examine(reopened) == (), name
        row = reopened.db.execute("select name, sex, ended_reason from person where id = ?", [home.people[0]])
        assert row.fetchall() == [(None, None, "erased")]
        assert reopened.db.execute("select address from household").fetchall() == [(None,)], name
        assert reopened.db.execute("select count(*) from conflict").fetchone() == (0,)
        assert reopened.db.execute("select count(*) from draft").fetchone() == (0,)
        assert digest(reopened.ledger, VILLAGE) == digest_of(station)
        reopened.close()


_DIGESTS: dict[str, bytes] = {}


def closed_and_opened(vault: Vault) -> Vault:
    _DIGESTS[str(vault.path)] = digest(vault.ledger, VILLAGE)
    vault.close()
    return open_vault(vault.path, PASSPHRASE)


def digest_of(vault: Vault) -> bytes:
    return _DIGESTS[str(vault.path)]


def test_words_written_after_the_erasure_was_seen_stay(station, make_vault, wide_pack, a_household, carry):
    home = a_household(station, NAME, OTHER)
    fill(station, home)
    erase_person(station, home.people[0], "he asked", "PIPL 47")
    other = make_vault("other", packs=(wide_pack,))
    carry(station, other)
    put_all(other, Change("household", home.household, "set", {"address": "新住址"}))
    carry(other, station)
    assert record(station, "household", home.household).values["address"] == "新住址"


def test_a_bank_name_in_the_same_group_as_a_struck_account_stays(station, a_household):
    home = a_household(station, NAME, OTHER)
    put_all(station, Change("person", home.people[0], "set", {"id_no": NUMBER}))
    account = {"bank_name": "示例银行", "bank_account": NUMBER}
    put_all(station, Change("household", home.household, "set", account))
    erase_person(station, home.people[0], "he asked", "PIPL 47")
    values = record(station, "household", home.household).values
    assert (values["bank_name"], values["bank_account"]) == ("示例银行", None)


def test_only_a_township_or_county_erases_and_says_why_without_the_name(
    vault, make_vault, wide_pack, a_household
):
    home = a_household(vault, NAME)
    with pytest.raises(RegisterError) as refused:
        erase_person(vault, home.people[0], "he asked", "PIPL 47")
    assert refused.value.code == "role.not_allowed"
    township(vault)
    for reason, basis, code in (
        ("", "PIPL 47", "erasure.no_reason"),
        ("asked", " ", "erasure.no_reason"),
        (f"{NAME} asked", "PIPL 47", "erasure.names_person"),
    ):
        with pytest.raises(RegisterError) as refused:
            erase_person(vault, home.people[0], reason, basis)
        assert refused.value.code == code
    assert record(vault, "person", home.people[0]).values["name"] == NAME
    erase_person(vault, home.people[0], "asked", "PIPL 47")
    with pytest.raises(RegisterError, match="erased"):
        erase_person(vault, home.people[0], "asked", "PIPL 47")


def old_line(person: str) -> Segment:
    """What a laptop that was away for long wrote about the person before anybody erased anything."""
    stream = stream_id("0a0b", VILLAGE)
    operation = Operation("person", person, "set", {"name": NAME, "id_no": NUMBER}, {}, f"document:{NAME}")
    old = Commit(stream, VILLAGE, "0a0b", 1, "018bcfe56800-0000", "w9", "small@1", "edit", (operation,))
    return Segment(stream, "0a0b", VILLAGE, 1, 1, join_lines([encode_commit(old)]))


def test_an_old_line_that_comes_alone_later_is_struck_on_arrival(station, a_household):
    home = a_household(station, NAME, OTHER)
    erase_person(station, home.people[0], "he asked", "PIPL 47")
    received = receive(station.ledger, old_line(home.people[0]))
    assert (received.applied, received.quarantined) == (1, 0)
    assert says(station) == set()
    assert examine(station) == ()


def test_without_the_list_of_what_is_erased_an_old_line_would_bring_it_back(
    station, a_household, monkeypatch
):
    """The control of the test above."""
    home = a_household(station, NAME, OTHER)
    erase_person(station, home.people[0], "he asked", "PIPL 47")
    monkeypatch.setattr("fieldapp.store.intake.strike_fresh", lambda ledger, stream, first, lines: lines)
    receive(station.ledger, old_line(home.people[0]))
    assert {NAME, NUMBER} <= says(station)


def test_a_recovered_backup_of_the_time_before_is_erased_by_its_next_sync(
    station, make_vault, wide_pack, a_household, carry, tmp_path
):
    home = a_household(station, NAME, OTHER)
    other = make_vault("other", packs=(wide_pack,))
    carry(station, other)
    copy = backup(other, tmp_path / "other.backup")
    erase_person(station, home.people[0], "he asked", "PIPL 47")
    restore(copy, tmp_path / "again" / "laptop.vault")
    with open_vault(tmp_path / "again" / "laptop.vault", PASSPHRASE) as again:
        assert record(again, "person", home.people[0]).values["name"] == NAME
        carry(station, again)
        assert record(again, "person", home.people[0]).values["name"] is None


def test_frozen_years_keep_their_seal_and_lose_the_person(make_vault, a_household):
    vault = township(make_vault("book", packs=("cn-base",)))
    put_all(vault, Change("village", None, "add", {"name": "东沟村"}))
    home = a_household(vault, NAME, OTHER)
    year = take_snapshot(vault, VILLAGE, 2019, "2019-12-31").changed[0][1]
    before = read_snapshot(vault, year)
    assert NAME in {row.values.get("name") for row in before.rows}
    old = snapshots(vault, VILLAGE)[0].body.removeprefix(PREFIX)
    erase_person(vault, home.people[0], "he asked", "PIPL 47")
    after = read_snapshot(vault, year)
    assert after.erased == len(before.rows) - len(after.rows) == 1
    assert after.figures == before.figures
    assert {row.values.get("name") for row in after.rows if row.list == "person"} == {OTHER}
    assert not folder_of(vault).holds(old)
    assert says(vault) == set()
    assert examine(vault) == ()


@pytest.mark.parametrize("told", ["4", "sha256:../../vault.db", "no file"])
def test_a_file_field_that_names_no_file_bars_no_erasure_and_no_vault(told, station, a_household):
    """Another laptop's dictionary may have had a text there; its erasure may name that text as a file, too."""
    home = a_household(station, NAME, OTHER)
    stream = stream_id("foreign", VILLAGE)
    for seq, kind, operations in (
        (1, "edit", (Operation("person", home.people[0], "set", {"photo": told}),)),
        (2, "erase", (Operation("attachment", told, "erase"),)),
    ):
        line = encode_commit(
            Commit(
                stream, VILLAGE, "foreign", seq, f"0192f3c1a4b2-{seq:04x}", "w", "small@1", kind, operations
            )
        )
        receive(station.ledger, Segment(stream, "foreign", VILLAGE, seq, seq, join_lines([line])))
    erase_person(station, home.people[0], "asked", "PIPL 47")
    assert find(station, NAME) == ()
    path = station.path
    station.close()
    with open_vault(path, PASSPHRASE) as again:
        assert find(again, NAME) == ()
        assert {finding.code for finding in examine(again)} == set()


@pytest.mark.parametrize("seed", range(6))
def test_replicas_agree_whatever_came_first(seed, make_vault, wide_pack, a_household, carry):
    """Random writes, exchanges and erasures among three vaults; at rest all hold the same and nobody holds the person."""
    chance = Random(seed)
    vaults = [township(make_vault(f"v{at}", packs=(wide_pack,))) for at in range(3)]
    home = a_household(vaults[0], NAME, OTHER)
    carry(vaults[0], vaults[1])
    for step in range(25):
        vault = chance.choice(vaults)
        known = {
            row[0] for row in vault.db.execute("select id from person where name is not null").fetchall()
        }
        todo = [one for one in home.people if one in known]
        if chance.random() < 0.45:
            other = chance.choice(vaults)
            if other is not vault:
                carry(vault, other)
        elif todo and chance.random() < 0.15:
            with suppress(RegisterError):
                erase_person(vault, home.people[0], "asked", "PIPL 47")
        elif todo:
            name, key = chance.choice((("person", "name"), ("person", "id_no"), ("household", "address")))
            record_id = home.household if name == "household" else chance.choice(todo)
            put_all(
                vault,
                Change(
                    name, record_id, "set", {key: f"{NAME if record_id in home.people[:1] else ''}{step}"}
                ),
            )
    with suppress(RegisterError):
        erase_person(vaults[0], home.people[0], "asked", "PIPL 47")
    for _ in range(2):
        for source in vaults:
            for target in vaults:
                if source is not target:
                    carry(source, target)
    shown = [
        (
            vault.db.execute(
                "select id, name, id_no, household, ended_reason from person order by id"
            ).fetchall(),
            vault.db.execute("select address from household").fetchall(),
            vault.db.execute(
                "select list, record, field, value from conflict order by 1, 2, 3, 4"
            ).fetchall(),
            digest(vault.ledger, VILLAGE),
        )
        for vault in vaults
    ]
    assert shown[0] == shown[1] == shown[2]
    for vault in vaults:
        lines = b"".join(
            line
            for (n,) in vault.db.execute("select n from stream").fetchall()
            for _, line in log.lines_after(vault.db, n, 0)
        )
        assert NAME.encode() not in lines
        assert {finding.code for finding in examine(vault)} <= {"doctor.erasing"}
