"""Files that arrive in chunks: encrypted and durable chunk by chunk, believed only when the hash of all is right."""

import secrets
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from fieldapp.errors import RegisterError, SyncError
from fieldapp.store.files.attachment_folder import AttachmentFolder
from fieldapp.store.files.file_boxes import LARGEST_FILE
from fieldapp.store.files.file_chunks import GRID, missing_ranges
from fieldapp.store.files.partial_files import PART_DAYS, PartialFiles

SIZE = 5 * GRID + 77
DATA = b"an invented picture " * (SIZE // 20) + secrets.token_bytes(SIZE - SIZE // 20 * 20)
NAME = sha256(DATA).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> AttachmentFolder:
    return AttachmentFolder(tmp_path / "laptop.files", b"k" * 32)


@pytest.fixture
def partial(folder: AttachmentFolder) -> PartialFiles:
    return PartialFiles(folder)


def give(partial: PartialFiles, first: int, last: int, data: bytes = DATA, size: int = SIZE) -> bool:
    return partial.take(NAME, size, first, data[first:last])


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(SyncError) as told:
        work()
    return told.value.code


def test_chunks_in_any_order_become_the_file(partial: PartialFiles, folder: AttachmentFolder) -> None:
    assert not give(partial, 2 * GRID, 4 * GRID)
    assert not give(partial, 0, GRID)
    assert partial.held(NAME).ranges == ((0, GRID), (2 * GRID, 4 * GRID))
    assert list(missing_ranges(SIZE, partial.held(NAME), 1 << 20)) == [(GRID, 2 * GRID), (4 * GRID, SIZE)]
    assert not give(partial, GRID, 2 * GRID)
    assert give(partial, 4 * GRID, SIZE)
    assert partial.finish(NAME) == SIZE == folder.size(NAME)
    assert folder.read(NAME) == DATA
    assert folder.read_part(NAME, GRID + 5, 3 * GRID + 9) == DATA[GRID + 5 : 3 * GRID + 9]
    assert folder.read_part(NAME, SIZE - 3, SIZE + 50) == DATA[-3:]
    assert partial.all() == {}


def test_what_came_is_there_for_another_program_and_never_in_plain(
    partial: PartialFiles, folder: AttachmentFolder
) -> None:
    give(partial, 0, 2 * GRID)
    assert PartialFiles(folder).held(NAME).bytes == 2 * GRID
    written = b"".join(path.read_bytes() for path in folder.folder.rglob("*") if path.is_file())
    assert len(written) > 2 * GRID
    assert b"invented picture" in DATA[: 2 * GRID]
    assert b"invented picture" not in written


def test_a_file_whose_hash_is_wrong_is_thrown_away_and_fetched_anew(
    partial: PartialFiles, folder: AttachmentFolder
) -> None:
    give(partial, 0, SIZE, data=b"x" + DATA[1:])
    assert refused(lambda: partial.finish(NAME)) == "file.wrong_hash"
    assert not folder.holds(NAME)
    assert partial.all() == {}
    assert not [path for path in folder.folder.rglob("*") if path.is_file()]
    give(partial, 0, SIZE)
    partial.finish(NAME)
    assert folder.read(NAME) == DATA


@pytest.mark.parametrize(
    ("size", "offset", "length", "code"),
    [
        (SIZE, 7, GRID, "file.bad_chunk"),
        (SIZE, -GRID, GRID, "file.bad_chunk"),
        (SIZE, 0, 1, "file.bad_chunk"),
        (SIZE, 0, GRID - 1, "file.bad_chunk"),
        (SIZE, 0, 0, "file.bad_chunk"),
        (SIZE, 5 * GRID, 78, "file.bad_chunk"),
        (SIZE, 50 * GRID, GRID, "file.bad_chunk"),
        (-1, 0, 0, "file.bad_chunk"),
        (1 << 62, 0, GRID, "file.too_large"),
        (LARGEST_FILE + 1, 0, GRID, "file.too_large"),
        (LARGEST_FILE, 0, (1 << 20) + GRID, "file.bad_chunk"),
    ],
)
def test_a_chunk_that_lies_about_its_place_is_refused(
    partial: PartialFiles, folder: AttachmentFolder, size: int, offset: int, length: int, code: str
) -> None:
    assert refused(lambda: partial.take(NAME, size, offset, bytes(length))) == code
    assert not folder.folder.exists()
    # The control: the same call with an honest place.
    assert not partial.take(NAME, SIZE, GRID, bytes(GRID))


def test_overlapping_chunks_that_say_otherwise_are_refused(partial: PartialFiles) -> None:
    give(partial, GRID, 3 * GRID)
    for first, last in (
        (0, 2 * GRID),
        (2 * GRID, 4 * GRID),
        (GRID, 2 * GRID),
        (0, 4 * GRID),
        (GRID, 3 * GRID),
    ):
        assert (
            refused(lambda first=first, last=last: give(partial, first, last, data=bytes(SIZE)))
            == "file.overlap"
        )
    assert partial.held(NAME).ranges == ((GRID, 3 * GRID),)


def test_what_is_here_already_may_come_again(partial: PartialFiles, folder: AttachmentFolder) -> None:
    give(partial, GRID, 3 * GRID)
    assert not give(partial, GRID, 3 * GRID)
    assert not give(partial, 0, 4 * GRID)
    assert partial.held(NAME).ranges == ((0, 4 * GRID),)
    assert give(partial, 0, SIZE)
    partial.finish(NAME)
    assert folder.read(NAME) == DATA


def test_what_one_account_sends_spoils_nothing_of_another(folder: AttachmentFolder) -> None:
    one, two = PartialFiles(folder, "one"), PartialFiles(folder, "two")
    give(one, 0, GRID, data=bytes(SIZE), size=SIZE + 5)
    give(two, 0, SIZE)
    two.finish(NAME)
    assert folder.read(NAME) == DATA
    folder.remove(NAME)
    assert one.held(NAME).bytes == 0


def test_the_size_may_not_change_between_chunks(partial: PartialFiles) -> None:
    give(partial, 0, GRID)
    assert refused(lambda: give(partial, GRID, 2 * GRID, size=SIZE + 1)) == "file.size_changed"
    assert not give(partial, GRID, 2 * GRID)


def test_a_chunk_that_the_disk_spoilt_throws_the_parts_away(
    partial: PartialFiles, folder: AttachmentFolder
) -> None:
    give(partial, 0, SIZE)
    [piece] = [path for path in folder.folder.rglob("*") if path.is_file()]
    piece.write_bytes(piece.read_bytes()[:-1] + b"?")
    assert refused(lambda: partial.finish(NAME)) == "file.wrong_hash"
    assert partial.held(NAME).bytes == 0


def test_boxes_cannot_be_moved_between_files_or_cut_off(
    partial: PartialFiles, folder: AttachmentFolder
) -> None:
    other = folder.write(DATA + b"!")
    folder.write(DATA)
    path, foreign = folder.folder / NAME[:2] / NAME, folder.folder / other[:2] / other
    whole = path.read_bytes()
    assert folder.read(NAME) == DATA
    for spoilt in (foreign.read_bytes(), whole[:-1], whole[:20], b""):
        path.write_bytes(spoilt)
        with pytest.raises(RegisterError) as told:
            folder.read(NAME)
        assert told.value.code == "attachment.damaged"


def test_old_parts_go_after_their_days_and_young_ones_stay(
    partial: PartialFiles, folder: AttachmentFolder
) -> None:
    give(partial, 0, GRID)
    [piece] = [path for path in folder.folder.rglob("*") if path.is_file()]
    now_ms = int(piece.stat().st_mtime * 1000)
    assert partial.sweep(now_ms + (PART_DAYS - 1) * 86_400_000) == 0
    assert partial.sweep(now_ms + (PART_DAYS + 1) * 86_400_000) == 1
    assert not piece.exists()


def test_an_empty_file_arrives_too(partial: PartialFiles, folder: AttachmentFolder) -> None:
    empty = sha256(b"").hexdigest()
    assert partial.take(empty, 0, 0, b"")
    assert partial.finish(empty) == 0
    assert folder.read(empty) == b""


def test_a_file_of_protocol_1_is_still_read(folder: AttachmentFolder) -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key = HKDF(hashes.SHA256(), 32, None, b"fieldapp attachments").derive(b"k" * 32)
    nonce, head = bytes(12), b"FAF\x01"
    path = folder.folder / NAME[:2] / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(head + nonce + ChaCha20Poly1305(key).encrypt(nonce, DATA, head + bytes.fromhex(NAME)))
    assert folder.read(NAME) == DATA
    assert folder.size(NAME) == SIZE
    assert folder.read_part(NAME, 10, 20) == DATA[10:20]
