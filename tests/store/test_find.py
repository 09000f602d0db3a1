"""Search: by name, pinyin, initials, last four, number and address, in step with every edit, within the scopes."""

import pytest

from fieldapp.store import open_vault
from fieldapp.store.finding.find import find
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo

VILLAGE, OTHER_VILLAGE, PASSPHRASE = "990101001201", "990101001202", "four invented words here"


@pytest.fixture
def village(vault, a_household):
    """Two households in one village and one in another."""
    first = a_household(vault, "单雄信", "张三丰", number="620001")
    second = a_household(vault, "欧阳锋", "张三", number="620002")
    third = a_household(vault, "张三丰", number="630003", scope=OTHER_VILLAGE)
    change = Change("person", first.people[1], "set", {"id_no": "99010119800101123X"})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    return first, second, third


def names(vault, text, **options):
    return [hit.title for hit in find(vault, text, **options)]


def test_a_name_is_found_by_characters_pinyin_and_initials(vault, village):
    assert names(vault, "张三丰") == ["张三丰", "张三丰"]
    assert names(vault, "zhangsanf", scope=VILLAGE) == ["张三丰"]
    assert names(vault, "zhang san feng", scope=VILLAGE) == ["张三丰"]
    assert names(vault, "zsf", scope=VILLAGE) == ["张三丰"]
    assert sorted(names(vault, "zs", scope=VILLAGE)) == ["张三", "张三丰"]
    assert names(vault, "三丰", scope=VILLAGE) == ["张三丰"]


def test_surnames_are_read_as_surnames(vault, village):
    assert names(vault, "shanxiong") == ["单雄信"]
    assert names(vault, "ouyang") == ["欧阳锋"]


def test_the_last_four_digits_find_a_person_and_the_number_a_household(vault, village):
    assert names(vault, "123x") == ["张三丰"]
    assert [hit.household_no for hit in find(vault, "620002")] == ["620002"]
    assert [hit.person for hit in find(vault, "620002")] == [None]
    assert names(vault, "6200") == ["单雄信", "欧阳锋"], "a household goes by its head"
    assert names(vault, "99010119800101") == [], "more of an identity number is not kept in the index"


def test_an_address_is_found_after_names(vault, village):
    assert {hit.detail for hit in find(vault, "东沟组")} == {"东沟组 12 号"}
    assert names(vault, "单 620001") == []
    assert len(find(vault, "东沟 12")) == 3


def test_nothing_that_is_typed_breaks_the_search(vault, village):
    for text in ("", " ", '"', '张"三', "(", "NOT", "a AND", "*", "name:张", "\x00", "张" * 500, "𬭎", "{"):
        find(vault, text)
    assert find(vault, "-") == ()


def test_the_index_follows_edits_ends_and_undo(vault, village):
    first, _, _ = village
    change = Change("person", first.people[1], "set", {"name": "赵六"})
    saved = save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    assert names(vault, "张三丰", scope=VILLAGE) == []
    assert names(vault, "zhaoliu") == ["赵六"]
    undo(vault, saved.dot)
    assert names(vault, "张三丰", scope=VILLAGE) == ["张三丰"]
    assert names(vault, "赵六") == []
    leaving = Change("person", first.people[1], "end", {"ended_on": "2019-05-01", "ended_reason": "moved"})
    save(vault, VILLAGE, "edit", [leaving], seen=seen_of(vault, VILLAGE))
    assert names(vault, "张三丰", scope=VILLAGE) == []


def test_a_worker_finds_nothing_outside_his_villages(vault, village):
    path = vault.path
    vault.close()
    with open_vault(path, PASSPHRASE) as mine:
        mine.worker = type(mine.worker)("other", "collector", (OTHER_VILLAGE,))
        assert {hit.village for hit in find(mine, "张")} == {OTHER_VILLAGE}
        mine.worker = type(mine.worker)("none", "collector", ())
        assert find(mine, "张") == ()


def test_what_came_by_sync_is_found_too(make_vault, a_household, carry):
    a, b = make_vault("a"), make_vault("b")
    a_household(a, "欧阳锋")
    carry(a, b)
    assert names(b, "oyf") == ["欧阳锋"]


def test_no_more_than_the_limit_is_given(vault, a_household):
    for at in range(30):
        a_household(vault, "张三丰", number=f"H{at}")
    assert len(find(vault, "张", limit=10)) == 10


def test_characters_that_were_typed_in_a_row_stand_in_a_row(vault, a_household):
    for name in ("芳丽芳", "王芳丽", "买买提·艾力", "欧阳 锋"):
        a_household(vault, name)
    assert names(vault, "丽芳") == ["芳丽芳"]
    assert names(vault, "芳丽") == ["芳丽芳", "王芳丽"]
    assert names(vault, "丽芳丽") == [], "both of its pairs are in 芳丽芳, in another order"
    assert names(vault, "王丽") == [], "another character stands between"
    assert names(vault, "买提·艾力") == names(vault, "提艾") == ["买买提·艾力"]
    assert names(vault, "欧阳锋") == ["欧阳 锋"]
    assert names(vault, "东组沟") == []


def test_every_beginning_of_the_pinyin_finds_a_name(vault, a_household):
    a_household(vault, "安阿福")
    a_household(vault, "Muhammad Ali")
    for whole, name in (
        ("anafu", "安阿福"),
        ("aaf", "安阿福"),
        ("fu", "安阿福"),
        ("muhammadali", "Muhammad Ali"),
        ("ali", "Muhammad Ali"),
    ):
        begun = [whole[:end] for end in range(1, len(whole) + 1)]
        assert [text for text in begun if name not in names(vault, text)] == []
    assert names(vault, "anfu") == []


@pytest.mark.parametrize("sign", ["·", "。", "、、", "ν", "ω", "π", "ψ"])
def test_a_sign_alone_finds_nothing(vault, village, sign):
    assert find(vault, sign) == ()


@pytest.mark.parametrize("typed", ["shan·", "62000·", "单雄 、", "shan 。 xiong", "· 单"])
def test_a_sign_beside_words_counts_for_nothing(vault, village, typed):
    assert find(vault, typed) == find(vault, typed.translate(dict.fromkeys(map(ord, "·、。"))))
    assert "单雄信" in names(vault, typed)


def test_a_rare_character_is_found(vault, a_household):
    a_household(vault, "王𬭎")
    assert names(vault, "𬭎") == names(vault, "王𬭎") == ["王𬭎"]


@pytest.mark.parametrize("typed", ["W-17", "w17", "W 17", "w-1", "W-175", "w175"])
def test_a_number_with_letters_is_found_however_it_is_written(vault, a_household, typed):
    for number in ("W-175", "V-175", "W-275"):
        a_household(vault, "张三丰", number=number)
    assert [hit.household_no for hit in find(vault, typed)] == ["W-175"]


def test_a_whole_number_finds_its_one(vault, village):
    assert names(vault, "99010119800101123x") == ["张三丰"]
    assert names(vault, "99010219800101123X") == [], "another number that ends alike"


def test_a_helper_finds_the_households(make_pack, make_vault, a_household, tmp_path):
    fields = (
        "household,helper_name,text,,,,O,,,,,name,a,7,,,帮扶人,幫扶人,Helper,,\n"
        "helper,name,text,,,,R,,,,,name,a,1,,,姓名,姓名,Name,,\n"
        "pairing,helper,ref,helper,,,R,,,,,,a,1,,,帮扶人,幫扶人,Helper,,\n"
        "pairing,to_on,date,,,,O,,,,,,a,2,,,至,至,To,,\n"
    )
    lists = "helper,village,uuid,name,帮扶人,幫扶人,Helper\npairing,household,uuid,helper,结对,結對,Pairing\n"
    vault = make_vault(packs=(make_pack(tmp_path / "helped", more_fields=fields, more_lists=lists),))
    named, paired, left = (a_household(vault, name, number=f"H{name}") for name in ("张三", "李五", "王六"))
    helper = vault.new_id()
    pairs = [
        Change("household", named.household, "set", {"helper_name": "郭建军"}),
        Change("helper", helper, "add", {"name": "郭建軍"}),
        Change("pairing", None, "add", {"household": paired.household, "helper": helper}),
        Change(
            "pairing", None, "add", {"household": left.household, "helper": helper, "to_on": "2019-01-01"}
        ),
    ]
    save(vault, VILLAGE, "edit", pairs, seen=seen_of(vault, VILLAGE))
    for text in ("郭建军", "guojian", "gjj", "郭建軍"):
        hits = find(vault, text)
        assert {hit.title for hit in hits} == {"张三", "李五"}, text
        assert {hit.helper for hit in hits} == {"郭建军", "郭建軍"}, text


def test_a_block_of_the_index_lies_in_one_page(vault, a_household):
    for at in range(300):
        a_household(vault, f"张{chr(0x4E00 + at)}", number=f"99{at * 7919:09}")
    vault.db.execute("insert into find (find) values ('optimize')")
    (longest,) = vault.db.execute("select max(length(block)) from find_data").fetchone()
    # Longer ones than 4,096 less what SQLCipher and a cell of a table take spill into a second page.
    assert 3000 < longest <= 4096 - 80 - 35


def test_the_index_is_whole(vault, village):
    first, _, _ = village
    change = Change("person", first.people[0], "set", {"name": "赵六"})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    vault.db.execute("insert into find (find) values ('integrity-check')")
    assert names(vault, "单雄信") == []


def test_the_index_of_an_older_file_is_made_again(vault, village):
    assert names(vault, "zsf", scope=VILLAGE) == ["张三丰"]
    vault.db.execute("insert into find (find) values ('delete-all')")
    assert names(vault, "zsf") == []
    vault.ledger.set_meta("unindexed", "1")
    vault.ledger.prepare()
    assert names(vault, "zsf", scope=VILLAGE) == ["张三丰"]
    assert vault.ledger.meta("unindexed") == ""
