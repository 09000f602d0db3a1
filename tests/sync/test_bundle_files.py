"""Photos on a stick: after the data, in pieces of any subset, whole only by their hash; nobody gets what is not his."""

from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from fieldapp.store.files import attachments
from fieldapp.store.files.attachments import folder_of
from fieldapp.store.files.partial_files import PartialFiles
from fieldapp_sync.authority.pairing import bundle_identity, bundle_recipient, trust
from fieldapp_sync.bundles import export_bundle, export_receipt, import_bundle, parts_of
from fieldapp_sync.bundles.contents import CHUNK, Chunk, pack_chunk, read_chunk
from fieldapp_sync.bundles.part import read_part

VILLAGE = "990101001201"
OTHER_VILLAGE = "990101001202"


def photo(vault: Any, seed: int, size: int) -> str:
    return attachments.put(vault, Random(seed).randbytes(size))


def house_with_photo(writer: Any, vault: Any, ref: str, scope: str = VILLAGE) -> str:
    return writer(vault, scope).add_household("1", photo=ref)


@pytest.fixture
def both(make_vault: Any) -> tuple[Any, Any]:
    a, b = make_vault("a"), make_vault("b")
    trust(b, a.device.public)
    trust(a, b.device.public)
    return a, b


def chunks_in(file: Path, vault: Any) -> list[Chunk]:
    frames = read_part(file.read_bytes(), bundle_identity(vault)).frames
    return [read_chunk(frame) for frame in frames if frame[:1] == CHUNK]


def test_photos_travel_after_the_data_and_are_the_same(both: Any, writer: Any, tmp_path: Path) -> None:
    a, b = both
    refs = [photo(a, 1, 2_500_000), photo(a, 2, 700), photo(a, 3, 3_000_000)]
    for ref in refs:
        house_with_photo(writer, a, ref)
    parts = parts_of(export_bundle(a, tmp_path, bundle_recipient(b)))
    assert len(parts) == 2
    assert all(part.stat().st_size <= 4_000_000 for part in parts)
    assert all(chunk.size >= 700 for chunk in chunks_in(parts[0], b))
    imported = import_bundle(b, *parts)
    assert (imported.applied, imported.files, imported.files_waiting) == (3, 3, 0)
    for ref in refs:
        assert attachments.get(b, ref) == attachments.get(a, ref)
    assert attachments.wanted(b) == ()


def test_pieces_of_a_photo_come_in_any_order_and_it_is_whole_only_at_the_end(
    both: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = both
    ref = photo(a, 1, 9_000_000)
    house_with_photo(writer, a, ref)
    parts = parts_of(export_bundle(a, tmp_path, bundle_recipient(b)))
    assert len(parts) == 3
    first = import_bundle(b, parts[2])
    assert (first.files, first.files_waiting) == (0, 1)
    assert not folder_of(b).holds(ref.removeprefix("sha256:"))
    assert import_bundle(b, parts[0], parts[2]).files == 0
    assert import_bundle(b, parts[1]).files == 1
    assert attachments.get(b, ref) == attachments.get(a, ref)
    assert PartialFiles(folder_of(b)).all() == {}


def test_a_photo_that_came_half_by_another_road_is_finished_by_the_stick(
    both: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = both
    ref = photo(a, 1, 2_000_000)
    house_with_photo(writer, a, ref)
    digest, data = ref.removeprefix("sha256:"), attachments.get(a, ref)
    for offset in (65_536, 1_048_576 - 65_536, 1_310_720):
        PartialFiles(folder_of(b)).take(digest, len(data), offset, data[offset : offset + 131_072])
    parts = parts_of(export_bundle(a, tmp_path, bundle_recipient(b)))
    assert import_bundle(b, *parts).files == 1
    assert attachments.get(b, ref) == data


def test_photos_can_be_left_out_and_come_later(both: Any, writer: Any, tmp_path: Path) -> None:
    a, b = both
    ref = photo(a, 1, 1_000)
    house_with_photo(writer, a, ref)
    imported = import_bundle(b, export_bundle(a, tmp_path / "1", bundle_recipient(b), files=False))
    assert (imported.applied, imported.files) == (1, 0)
    assert attachments.wanted(b) == (ref,)
    assert import_bundle(b, export_bundle(a, tmp_path / "2", bundle_recipient(b))).files == 1


def test_a_receipt_names_the_photos_that_arrived_and_they_are_not_written_again(
    both: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = both
    house_with_photo(writer, a, photo(a, 1, 50_000))
    first = export_bundle(a, tmp_path / "1", bundle_recipient(b))
    again = export_bundle(a, tmp_path / "2", bundle_recipient(b))
    assert len(chunks_in(again, b)) == 1
    imported = import_bundle(b, first)
    import_bundle(a, export_receipt(b, tmp_path / "back", imported.sender))
    new = photo(a, 2, 60_000)
    house_with_photo(writer, a, new)
    third = export_bundle(a, tmp_path / "3", bundle_recipient(b))
    assert ["sha256:" + chunk.sha256 for chunk in chunks_in(third, b)] == [new]
    everyone = export_bundle(a, tmp_path / "4", bundle_recipient(b), everything=True)
    assert len(chunks_in(everyone, b)) == 2


def test_photos_of_foreign_villages_are_neither_written_nor_taken(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a", VILLAGE, OTHER_VILLAGE), make_vault("b", VILLAGE)
    trust(b, a.device.public)
    own, foreign = photo(a, 1, 1_000), photo(a, 2, 1_000)
    house_with_photo(writer, a, own)
    house_with_photo(writer, a, foreign, OTHER_VILLAGE)
    for name, target in (("wide", ("",)), ("narrow", (VILLAGE,))):
        first = export_bundle(a, tmp_path / name, bundle_recipient(b), target=target)
        written = {"sha256:" + chunk.sha256 for chunk in chunks_in(first, b)}
        assert written == ({own, foreign} if name == "wide" else {own})
        import_bundle(b, first)
    assert attachments.held(b) == (own,)
    assert not folder_of(b).holds(foreign.removeprefix("sha256:"))


def test_an_erased_photo_never_comes_back(both: Any, writer: Any, tmp_path: Path) -> None:
    a, b = both
    ref = photo(a, 1, 1_000)
    house_with_photo(writer, a, ref)
    digest = ref.removeprefix("sha256:")
    with b.transaction():
        b.db.execute(
            "insert into erased (scope, list, record, field, stream, seq) values (?, 'attachment', ?, '', 's', 1)",
            [VILLAGE, digest],
        )
    imported = import_bundle(b, export_bundle(a, tmp_path, bundle_recipient(b)))
    assert (imported.applied, imported.files) == (1, 0)
    assert not folder_of(b).holds(digest)


def test_a_photo_whose_bytes_are_not_its_name_is_thrown_away_and_the_true_one_still_comes(
    both: Any, writer: Any, tmp_path: Path
) -> None:
    import msgspec

    from fieldapp_sync.bundles.part import part_pieces

    a, b = both
    ref = photo(a, 1, 1_000)
    house_with_photo(writer, a, ref)
    good = export_bundle(a, tmp_path, bundle_recipient(b))
    part = read_part(good.read_bytes(), bundle_identity(b))
    (true,) = chunks_in(good, b)
    lie = pack_chunk(Chunk(true.sha256, true.size, 0, true.scope, b"x" * true.size))
    frames = (*(one for one in part.frames if one[:1] != CHUNK), lie)
    bad = tmp_path / "bad.fab"
    lying = msgspec.structs.replace(part.manifest, bundle="f" * 16)
    bad.write_bytes(b"".join(part_pieces(lying, frames, a.device)))
    imported = import_bundle(b, bad)
    assert (imported.applied, imported.files, imported.files_refused) == (1, 0, 1)
    assert sha256(b"x" * true.size).hexdigest() != true.sha256
    assert attachments.wanted(b) == (ref,)
    assert import_bundle(b, good).files == 1


def test_a_photo_that_is_damaged_here_does_not_stop_the_others(
    both: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = both
    spoilt, good = photo(a, 1, 1_000), photo(a, 2, 2_000)
    house_with_photo(writer, a, spoilt)
    house_with_photo(writer, a, good)
    digest = spoilt.removeprefix("sha256:")
    (a.path.with_suffix(".files") / digest[:2] / digest).write_bytes(b"spoilt")
    imported = import_bundle(b, export_bundle(a, tmp_path, bundle_recipient(b)))
    assert (imported.applied, imported.files) == (2, 1)
    assert attachments.wanted(b) == (spoilt,)
