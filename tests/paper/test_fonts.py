"""The repaired typeface: which characters give up a shared glyph, and that the copy is made once."""

import pytest

from fieldapp.errors import UserError
from fieldapp_paper import fonts
from fieldapp_paper.fonts import find_source, repaired_copy, shared_characters


def test_a_radical_gives_its_glyph_to_the_ordinary_character():
    characters = {ord("龙"): "a", 0x2EF0: "a", ord("胶"): "b", 0x3B35: "b", 0xF9C4: "c", ord("龍"): "c"}
    assert shared_characters(characters) == {0x2EF0, 0x3B35, 0xF9C4}


def test_a_character_with_a_glyph_of_its_own_stays():
    assert shared_characters({0x4DAE: "a", 0x36C3: "b", 0x2E80: "c", ord("龙"): "d"}) == frozenset()


def test_the_copy_is_made_once_and_again_after_the_source_changed(tmp_path):
    source = find_source("regular")
    if source is None:
        pytest.skip("this machine has no Chinese font")
    first = repaired_copy(source, "regular", tmp_path)
    made = first.stat().st_mtime_ns
    assert repaired_copy(source, "regular", tmp_path) == first
    assert first.stat().st_mtime_ns == made
    assert repaired_copy(source, "bold", tmp_path) != first
    assert [file.suffix for file in tmp_path.iterdir()] == [".otf", ".otf"]


def test_a_copy_that_a_power_cut_left_broken_is_made_anew(paper, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path))
    source = find_source("regular")
    assert source is not None
    copy = repaired_copy(source, "regular")
    copy.write_bytes(b"half a font")
    assert fonts._registered(source, "regular") == [fonts.FAMILY]
    assert copy.stat().st_size > 1_000_000


def test_a_folder_that_takes_no_font_is_said_in_a_sentence(tmp_path):
    source = find_source("regular")
    if source is None:
        pytest.skip("this machine has no Chinese font")
    (tmp_path / "fonts").write_text("a file where the folder should be")
    with pytest.raises(UserError) as raised:
        repaired_copy(source, "regular", tmp_path / "fonts")
    assert raised.value.code == "paper.no_font_copy"


def test_a_machine_without_a_chinese_font_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(fonts, "find_source", lambda weight: None)
    with pytest.raises(UserError, match="fonts-noto-cjk"):
        fonts.load_paper_fonts.__wrapped__()
