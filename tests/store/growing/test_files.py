"""A base as a file: made while its parts still come, read a line at a time, kept under its hash once it is whole."""

import tracemalloc
from contextlib import nullcontext
from itertools import count

import pytest
import zstandard

from fieldapp.errors import SyncError
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.growing import files
from fieldapp.store.growing.files import BaseFile, parts_in_file
from fieldapp.store.growing.making import make_file
from fieldapp.store.growing.parts import End, Head, Rows, line_of, part_of
from fieldapp.store.growing.pieces import add_piece, held_bytes, is_whole, manifest_of, manifests, pieces_from

VILLAGE = "990101001201"
HEAD = Head(1, VILLAGE, "small@1", (("a" * 16, "r", 7, "00" * 32),), {})


def rows(number: int) -> Rows:
    ids = [f"{number:08x}-{at:08x}-{hash((number, at)) & 0xFFFFFFFF:08x}" for at in range(500)]
    return Rows("household", ids, {"address": list(ids)}, [], [], [])


def a_base(parts: int):
    yield HEAD
    yield from map(rows, range(parts))
    yield End(500 * parts)


def peak_of(deed) -> int:
    tracemalloc.start()
    deed()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_pieces_come_while_parts_are_still_to_come():
    taken = count()
    told = BaseFile(part for part in a_base(40) if next(taken) >= 0)
    pieces = told.pieces()
    next(pieces)
    assert next(taken) < 40
    assert b"".join(pieces)
    assert told.manifest(3).vector == {"a" * 16: 7}
    assert (told.manifest(3).rows, told.manifest(3).lists) == (20_000, ("household",))


def test_a_base_five_times_as_large_takes_no_more_memory_to_make_and_to_read():
    def make(parts: int) -> None:
        for piece in BaseFile(a_base(parts)).pieces():
            assert piece

    def read(file: list[bytes]) -> None:
        for part in parts_in_file(iter(file)):
            assert part

    small, large = (list(BaseFile(a_base(parts)).pieces()) for parts in (20, 100))
    assert sum(map(len, large)) > 4 * sum(map(len, small))
    assert peak_of(lambda: make(100)) < 2 * peak_of(lambda: make(20))
    assert peak_of(lambda: read(large)) < 2 * peak_of(lambda: read(small))
    held = peak_of(lambda: list(parts_in_file(iter(large))))
    assert held > 3 * peak_of(lambda: list(parts_in_file(iter(small)))), "the control: held whole it grows"


@pytest.mark.parametrize("newlines", [False, True])
def test_a_bomb_is_refused_before_it_is_unpacked(newlines, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_LINE", 1 << 20)
    monkeypatch.setattr(files, "part_of", lambda line: HEAD)
    body = b"0" * (1 << 16) + (b"\n" if newlines else b"")
    packer = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    bomb = b"".join(packer.compress(body) for _ in range(2_000)) + packer.flush()
    assert len(bomb) < 50_000

    def refused() -> None:
        with pytest.raises(SyncError) as told:
            list(parts_in_file([bomb]))
        assert told.value.code == "bootstrap.damaged"

    assert peak_of(refused) < 8 << 20
    assert peak_of(lambda: zstandard.ZstdDecompressor().decompressobj().decompress(bomb)) > 100 << 20, (
        "the control"
    )


def test_a_file_is_known_by_its_hash_once_it_is_whole_and_never_before(make_vault):
    ledger = make_vault().ledger
    key = DeviceKey.generate()

    def broken():
        yield from list(a_base(40))[:30]
        raise OSError("the disk is gone")

    def made(parts):
        return make_file(lambda: nullcontext(ledger), VILLAGE, BaseFile(parts), 0, key, 1)

    with pytest.raises(OSError, match="gone"):
        made(broken())
    assert ledger.db.execute("select count(*) from bootstrap_piece").fetchone() == (0,)
    first = made(a_base(40))
    assert manifest_of(ledger, first.hash) == first
    assert is_whole(ledger, first)
    assert made(a_base(40)).hash == first.hash
    assert len(manifests(ledger, VILLAGE)) == 1
    assert held_bytes(ledger, first.hash) == first.bytes
    assert [part_of(line_of(part)) for part in a_base(40)] == list(
        parts_in_file(pieces_from(ledger, first.hash))
    )


def test_pieces_that_come_in_any_order_and_overlap_make_the_file(make_vault):
    ledger = make_vault().ledger
    body = bytes(range(250)) * 8
    for at, end in ((1500, 2000), (0, 400), (900, 1600), (100, 300), (0, 400)):
        add_piece(ledger, "a", at, body[at:end])
    assert held_bytes(ledger, "a") == 400
    assert b"".join(pieces_from(ledger, "a")) == body[:400]
    add_piece(ledger, "a", 390, body[390:950])
    assert held_bytes(ledger, "a") == 2000
    for offset in (0, 395, 950, 1999):
        assert b"".join(pieces_from(ledger, "a", offset)) == body[offset:]
