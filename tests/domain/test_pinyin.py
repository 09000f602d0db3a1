"""How names are spelt and folded for searching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.han import TO_SIMPLIFIED
from fieldapp.domain.pinyin import fold, spell, spellings


@pytest.mark.parametrize(
    "name, full, initials",
    [
        ("张三", "zhang san", "zs"),
        ("单小明", "shan xiao ming", "sxm"),
        ("仇某", "qiu mou", "qm"),
        ("曾小红", "zeng xiao hong", "zxh"),
        ("解小红", "xie xiao hong", "xxh"),
        ("尉迟某", "yu chi mou", "ycm"),
        ("吕某", "lv mou", "lm"),
        ("張三", "zhang san", "zs"),
        ("李A1", "li a1", "la"),
        ("阿依·古丽", "a yi gu li", "aygl"),
        ("", "", ""),
    ],
)
def test_a_name_is_spelt(name: str, full: str, initials: str) -> None:
    spelling = spell(name)
    assert (spelling.full, spelling.initials) == (full, initials)


def test_a_surname_reading_holds_at_the_front_only() -> None:
    assert spell("王单").full == "wang dan"
    assert spell("单王").full == "shan wang"


def test_a_character_with_two_readings_is_found_by_both() -> None:
    assert [way.full for way in spellings("龙长顺")] == ["long zhang shun", "long chang shun"]
    assert [way.initials for way in spellings("单长乐")] == ["szl", "szy", "scl", "scy"]
    assert len(spellings("长乐重行朝盛")) == 8


def test_folding_joins_what_means_the_same() -> None:
    assert fold("臺灣 賬本") == fold("台湾　账本") == "台湾 账本"
    assert fold("ＡＢ１２") == "ab12"


def test_rare_and_variant_characters_fold_into_the_one_that_is_typed() -> None:
    assert fold("張堃 李喆 王珮 趙昇 邨 峯 帳") == "张坤 李哲 王佩 赵升 村 峰 账"
    assert fold("㑮 㠏 䊷 䱷") == "𫝈 㟆 䌶 䲣", "beyond GB 2312 too"
    assert fold("䶮 㛃 𬭎") == "䶮 㛃 𬭎", "a rare character without another form is itself"


def test_a_character_that_folds_keeps_its_own_reading() -> None:
    assert [way.full for way in spellings("王乾")] == ["wang qian", "wang gan"]
    assert spell("張堃").full == "zhang kun"
    assert spell("䶮").full == "yan"


def test_the_first_and_the_last_of_the_table_are_read_and_what_stands_in_none_is_left_out() -> None:
    assert spell("〇").full == "ling"
    assert spell("㐀").full == "qiu"
    assert spell(chr(205705)).full
    assert spell(chr(205706)).full == spell("㐂").full == spell("é한").full == ""


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=20))
def test_spelling_never_fails_and_has_an_initial_for_each_syllable(text: str) -> None:
    spelling = spell(text)
    assert len(spelling.initials) == len(spelling.full.split())


def test_the_table_ends_in_simplified_characters() -> None:
    assert not {ord(new) for new in TO_SIMPLIFIED.values()} & TO_SIMPLIFIED.keys()
