"""Region codes: level, parent and cover from the digits, with missing levels between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.region import RegionCode, is_region_code, scope_covers

VILLAGES = st.from_regex("99[0-9]{10}", fullmatch=True)


@pytest.mark.parametrize(
    "text, level, prefix, parent",
    [
        ("990000000000", 2, "99", None),
        ("990100000000", 3, "9901", "990000000000"),
        ("990101000000", 4, "990101", "990100000000"),
        ("990101001000", 5, "990101001", "990101000000"),
        ("990101001201", 6, "990101001201", "990101001000"),
        ("441900003000", 5, "441900003", "441900000000"),
        ("429004000000", 4, "429004", "429000000000"),
    ],
)
def test_level_prefix_and_parent(text: str, level: int, prefix: str, parent: str | None) -> None:
    code = RegionCode(text)
    assert (code.level, code.prefix) == (level, prefix)
    assert (code.parent.text if code.parent else None) == parent


def test_short_codes_are_padded() -> None:
    assert RegionCode("990101") == RegionCode("990101000000")


@given(VILLAGES)
def test_every_ancestor_covers_and_no_child_covers_its_parent(text: str) -> None:
    code = RegionCode(text)
    above = code.parent
    while above is not None:
        assert above.covers(code)
        assert not code.covers(above)
        assert scope_covers(above.text, text)
        assert scope_covers(above.prefix, text)
        assert above.level < code.level
        above = above.parent


def test_a_scope_covers_its_own_villages_only() -> None:
    assert scope_covers("990101", "990101001201")
    assert scope_covers("990101000000", "990101001201")
    assert scope_covers("", "990101001201")
    assert not scope_covers("990102", "990101001201")
    assert not scope_covers("990101001202", "990101001201")


@pytest.mark.parametrize(
    "text", ["", "9", "99010", "99010100120", "0001", "99010100120x", "９９０１０１", "9901010012011"]
)
def test_what_is_no_code_is_refused(text: str) -> None:
    assert not is_region_code(text)
    with pytest.raises(ValueError):
        RegionCode(text)
