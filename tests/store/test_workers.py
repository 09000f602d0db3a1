"""Rights of a vault's workers: changed only by who has them, and what equips a vault is not every role's."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.errors import RegisterError
from fieldapp.register.regions import Region
from fieldapp.store import Vault, add_worker
from fieldapp.store.regions import find_regions, import_regions
from fieldapp.store.upgrading import upgrade_packs
from fieldapp.store.vault import Worker, write_worker
from fieldapp.store.workers import change_worker, workers

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"
INSPECTION = "inspection,,uuid,place,检查,檢查,Inspection\n"
PLACE = Region(VILLAGE, "前庄村")


@pytest.fixture
def vault(make_vault: Callable[..., Vault], make_pack: Callable[..., Path], tmp_path: Path) -> Vault:
    place = "inspection,place,text,,,,R,,,,,,a,1,,,地点,地點,Place,,\n"
    return make_vault(packs=(make_pack(tmp_path / "wide", more_fields=place, more_lists=INSPECTION),))


def as_worker(vault: Vault, role: str, scopes: tuple[str, ...] = (VILLAGE, OTHER_VILLAGE)) -> Vault:
    vault.work_with(replace(vault.session, worker=Worker("me", role, scopes)))
    return vault


def known(vault: Vault, *roles: str) -> Vault:
    """The vault with one worker more of each role, called by its name."""
    with vault.transaction():
        for role in roles:
            write_worker(vault.db, Worker(role, role, (VILLAGE,)))
    return vault


@pytest.mark.parametrize(
    ("mine", "whose", "to", "code"),
    [
        ("team", "village", "helper", ""),
        ("village", "helper", "department", ""),
        ("township", "team", "village", ""),
        ("county", "township", "county", ""),
        ("village", "helper", "team", "role.not_allowed"),
        ("village", "team", "helper", "role.not_allowed"),
        ("township", "team", "county", "role.not_allowed"),
        ("helper", "department", "village", "role.not_allowed"),
        ("helper", "village", "helper", "role.not_allowed"),
        ("department", "helper", "village", "role.not_allowed"),
        ("team", "village", "evaluator", "role.evaluator_alone"),
        ("", "village", "helper", "role.not_allowed"),
    ],
)
def test_rights_are_changed_by_who_has_those_given_and_those_taken(vault, mine, whose, to, code):
    as_worker(known(vault, whose), mine)
    before = vault.db.execute("select * from worker order by name").fetchall()
    if not code:
        assert change_worker(vault, whose, role=to).role == to
        assert {one.name: one.role for one in workers(vault)}[whose] == to
        return
    with pytest.raises(RegisterError) as refused:
        change_worker(vault, whose, role=to)
    assert refused.value.code == code
    assert vault.db.execute("select * from worker order by name").fetchall() == before


def test_scopes_are_changed_within_those_of_who_changes_them(vault):
    as_worker(known(vault, "helper"), "team", (VILLAGE,))
    assert change_worker(vault, "helper", scopes=(VILLAGE,), helper="a record").helper == "a record"
    for wrong, code in (((OTHER_VILLAGE,), "register.foreign_scope"), (("abc",), "register.bad_scope")):
        with pytest.raises(RegisterError) as refused:
            change_worker(vault, "helper", scopes=wrong)
        assert refused.value.code == code
    # Who works elsewhere too is not this worker's to change.
    as_worker(vault, "team", (OTHER_VILLAGE,))
    with pytest.raises(RegisterError) as refused:
        change_worker(vault, "helper", scopes=(OTHER_VILLAGE,))
    assert refused.value.code == "register.foreign_scope"


@pytest.mark.parametrize("mine", ["helper", "department"])
def test_who_sees_a_part_lets_in_nobody_who_sees_the_whole(vault, mine):
    as_worker(vault, mine)
    with pytest.raises(RegisterError) as refused:
        add_worker(vault, "a second me", "words", role="village", scopes=(VILLAGE,))
    assert refused.value.code == "role.not_allowed"
    add_worker(vault, "a colleague", "words", role=mine, scopes=(VILLAGE,))


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("team", True),
        ("village", True),
        ("township", True),
        ("county", True),
        ("helper", False),
        ("department", False),
        ("", False),
    ],
)
def test_packs_and_regions_are_brought_by_the_roles_that_equip_a_vault(vault, role, may):
    as_worker(known(vault, "team"), role)
    if may:
        assert import_regions(vault, [PLACE]) == 1
        upgrade_packs(vault)
        return
    for deed in (lambda: import_regions(vault, [PLACE]), lambda: upgrade_packs(vault)):
        with pytest.raises(RegisterError) as refused:
            deed()
        assert refused.value.code == "role.not_allowed"
    assert find_regions(vault, VILLAGE) == ()


def test_a_vault_in_which_nobody_equips_is_served_by_whoever_works_there(vault):
    vault.db.execute("delete from worker")
    as_worker(known(vault, "evaluator"), "evaluator")
    assert import_regions(vault, [PLACE]) == 1
    as_worker(vault, "")
    with pytest.raises(RegisterError):
        import_regions(vault, [PLACE])
