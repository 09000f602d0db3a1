"""Masks: what stays readable, class by class (DOMAIN §9.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.masking import MASK_CLASSES, mask


@pytest.mark.parametrize(
    "value, mask_class, shown",
    [
        ("张明", "name", "张*"),
        ("张小明", "name", "张*明"),
        ("欧阳修", "name", "欧阳*"),
        ("欧阳娜娜", "name", "欧阳**"),
        ("𠮷田明", "name", "𠮷*明"),
        ("阿依古丽", "name", "阿***"),
        ("张", "name", "*"),
        ("990101198503120018", "id", "990101********0018"),
        ("99010119850312001843B1", "id", "990101********43B1"),
        ("12345", "id", "********"),
        ("13800138000", "phone", "138****8000"),
        ("8612345", "phone", "****"),
        ("6222000000001234567", "bank", "****4567"),
        ("123", "bank", "****"),
        ("示例村二组15号", "address", "示例村二组*"),
        ("示例镇样板路3号", "address", "示例镇*"),
        ("某路3号", "address", "***"),
        ("2", "health", "***"),
        ("1985-03-12", "birth", "1985-03-**"),
        ("", "name", ""),
    ],
)
def test_what_a_mask_leaves(value: str, mask_class: str, shown: str) -> None:
    assert mask(value, mask_class) == shown


@given(st.text(st.characters(categories=["Nd", "Lo"]), min_size=2, max_size=30))
def test_no_mask_shows_the_whole_value(value: str) -> None:
    for mask_class in MASK_CLASSES:
        assert mask(value, mask_class) != value


@given(st.integers(15, 40))
def test_a_masked_number_never_tells_its_length(length: int) -> None:
    assert len(mask("9" * length, "id")) == 18


def test_an_unknown_class_is_a_bug() -> None:
    with pytest.raises(ValueError):
        mask("x", "colour")
