"""The repaired typeface: which characters give up a shared glyph, and that the copy is made once."""

import pytest

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
