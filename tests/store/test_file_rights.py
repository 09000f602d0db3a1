"""A file is read by whoever reads what names it: each both ways, and knowing a hash opens nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store import Vault
from fieldapp.store.drafts import open_draft, put_answer
from fieldapp.store.files import attachments
from fieldapp.store.granting import write_sample
from fieldapp.store.save import Change, save, seen_of

VILLAGE = "990101001201"
MORE_LISTS = "snapshot,village,uuid,year,快照,快照,Snapshot\n"
MORE_FIELDS = """snapshot,year,year,,,,R,,,,,,a,1,,,年,年,Year,,
snapshot,body,file,,,,O,,,,,,a,2,,,内容,內容,Content,,
household_year,care_photo,file,,,,O,,,,,,care,9,,,照片,照片,Photo,,
household,helper_name,text,,,,O,,,,,,a,8,,,帮扶人,幫扶人,Helper,,
"""


@pytest.fixture
def vault(make_vault: Callable[..., Vault], make_pack: Callable[..., Path], tmp_path: Path) -> Vault:
    return make_vault(packs=(make_pack(tmp_path / "wide", more_fields=MORE_FIELDS, more_lists=MORE_LISTS),))


def as_worker(vault: Vault, role: str, name: str = "another", **more: object) -> Vault:
    vault.work_with(
        replace(vault.session, worker=replace(vault.worker, name=name, role=role, **more)),  # type: ignore[arg-type]
    )
    return vault


def write(vault: Vault, *changes: Change) -> None:
    save(vault, VILLAGE, "edit", list(changes), seen=seen_of(vault, VILLAGE))


def is_read(vault: Vault, ref: str) -> bool:
    try:
        return bool(attachments.get(vault, ref))
    except RegisterError as refused:
        if refused.code != "role.not_allowed":
            raise
        return False


def test_a_photo_is_read_by_who_reads_its_household_and_by_nobody_else(vault, a_household):
    mine, other = a_household(vault, "张三丰", number="H1"), a_household(vault, "钱二妹", number="H2")
    photos = [attachments.put(vault, b"a photo of %d" % at) for at in range(3)]
    write(
        vault,
        Change("household", mine.household, "set", {"photos": " ".join(photos[:2]), "helper_name": "李帮扶"}),
        Change("household", other.household, "set", {"photos": photos[2]}),
    )
    assert [is_read(as_worker(vault, "village"), photo) for photo in photos] == [True, True, True]
    assert [is_read(as_worker(vault, "helper", "李帮扶"), photo) for photo in photos] == [True, True, False]
    elsewhere = as_worker(vault, "township", scopes=("990101001202",))
    assert not any(is_read(elsewhere, photo) for photo in photos)
    within = as_worker(vault, "township", scopes=("990101001",))
    assert all(is_read(within, photo) for photo in photos)
    assert not any(is_read(as_worker(vault, ""), photo) for photo in photos)


def test_a_department_reads_the_photos_of_its_section_alone(vault, a_household):
    home = a_household(vault, "张三丰")
    own, foreign = attachments.put(vault, b"of care"), attachments.put(vault, b"of the house")
    write(
        vault,
        Change("household_year", None, "add", {"household": home.household, "year": 2019, "care_photo": own}),
        Change("household", home.household, "set", {"photos": foreign}),
    )
    department = as_worker(vault, "department", sections=("care",))
    assert is_read(department, own)
    assert not is_read(department, foreign)


def test_an_evaluator_reads_the_sheets_he_wrote_and_not_those_of_the_team(vault, a_household):
    home = a_household(vault, "张三丰")
    team, own = attachments.put(vault, b"<team/>"), attachments.put(vault, b"<own/>")
    for ref, writer in ((team, vault.worker.name), (own, "吴评估")):
        facts = {"form": "visit", "household": home.household, "xml": ref, "worker_name": writer}
        write(vault, Change("submission", vault.new_id(), "add", facts))
    with vault.transaction():
        write_sample(vault, [home.household])
    evaluator = as_worker(vault, "evaluator", "吴评估")
    assert is_read(evaluator, own)
    assert not is_read(evaluator, team)


@pytest.mark.parametrize(
    ("role", "reads"),
    [("team", True), ("county", True), ("helper", False), ("department", False), ("evaluator", False)],
)
def test_the_body_of_a_snapshot_is_read_only_by_who_sees_whole_villages(vault, role, reads):
    village = vault.new_id()
    body = attachments.put(vault, b"a whole village")
    write(
        vault,
        Change("village", village, "add", {"name": "前庄村"}),
        Change("snapshot", vault.new_id(), "add", {"village": village, "year": 2019, "body": body}),
    )
    # The department's sections even hold the field.
    assert is_read(as_worker(vault, role, sections=("a",)), body) == reads


def test_a_photo_in_a_draft_is_read_by_who_reads_the_draft(vault, a_household):
    home = a_household(vault, "张三丰")
    ref = attachments.put(vault, b"a photo")
    colleague = as_worker(vault, "team")
    assert not is_read(colleague, ref)
    draft = open_draft(vault, "visit", "1", home.household, 2019)
    put_answer(vault, draft, "/data/photo", ref)
    assert is_read(colleague, ref)
    assert not is_read(as_worker(vault, "team", scopes=("990101001202",)), ref)


def test_who_chose_a_photo_sees_it_at_once_and_what_came_by_sync_waits_for_its_record(vault):
    chosen, arrived = attachments.put(vault, b"chosen"), attachments.keep(vault, b"arrived")
    assert is_read(vault, chosen)
    assert not is_read(vault, arrived)
    assert set(attachments.held(vault)) == {chosen, arrived}
    assert attachments.folder_of(vault).read(arrived.removeprefix(attachments.PREFIX)) == b"arrived"
