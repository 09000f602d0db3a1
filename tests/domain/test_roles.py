"""The table of roles: what is not written is not given."""

import pytest

from fieldapp.domain.masking import MASK_CLASSES
from fieldapp.domain.roles import CLASSES, NOBODY, ROLES, fits, may, role


def test_every_masking_class_has_a_showing_in_every_role() -> None:
    assert set(CLASSES) == set(MASK_CLASSES)
    assert all(len(one.showings) == len(CLASSES) for one in (*ROLES.values(), NOBODY))


@pytest.mark.parametrize(
    ("name", "allowed", "refused"),
    [
        ("helper", "read write unmask export", "approve erase expire"),
        ("team", "read write unmask export", "approve erase expire"),
        ("village", "read write unmask export", "approve erase expire"),
        ("township", "read write unmask export approve erase expire", ""),
        ("county", "read write unmask export approve erase expire", ""),
        ("department", "read write export", "unmask approve erase expire"),
        ("evaluator", "read write unmask export", "approve erase expire"),
        ("no such role", "", "read write export unmask approve erase expire"),
        ("", "", "read write export unmask approve erase expire"),
    ],
)
def test_rights_are_given_and_refused(name: str, allowed: str, refused: str) -> None:
    assert all(may(name, right) for right in allowed.split())  # type: ignore[arg-type]
    assert not any(may(name, right) for right in refused.split())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "right", "mask_class", "given"),
    [
        ("team", "unmask", "id", True),
        ("department", "unmask", "id", False),
        ("evaluator", "unmask", "bank", False),
        ("evaluator", "unmask", "id", True),
        ("evaluator", "read", "health", False),
        ("team", "read", "health", True),
        ("helper", "export", "id", False),
        ("village", "export", "id", False),
        ("team", "export", "id", True),
        ("township", "export", "bank", True),
        ("county", "read", "a class of tomorrow", False),
    ],
)
def test_rights_reach_as_far_as_the_class(name: str, right: str, mask_class: str, given: bool) -> None:
    assert may(name, right, mask_class) is given  # type: ignore[arg-type]


def test_the_last_pattern_that_fits_decides() -> None:
    assert fits("* -erasure", "household", ())
    assert not fits("* -erasure", "erasure", ("village",))
    assert fits("household/", "person_year", ("person", "household"))
    assert not fits("household/", "village", ())
    assert not fits("", "household", ())


def test_vaults_made_before_there_were_roles_keep_theirs() -> None:
    assert role("collector") is ROLES["team"]
