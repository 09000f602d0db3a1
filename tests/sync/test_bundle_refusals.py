"""Every bad stick is refused with a sentence and nothing of it is in; beside it the same file unharmed goes in."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard

from fieldapp.errors import BundleError
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.recipients import open_sealed, seal
from fieldapp.store.ledger import stream_id
from fieldapp.store.streams import vector
from fieldapp_sync.authority.pairing import bundle_identity, bundle_recipient, trust
from fieldapp_sync.bundles import export_bundle, import_bundle, parts_of
from fieldapp_sync.bundles.contents import CHUNK, SEGMENT, Chunk, pack_chunk
from fieldapp_sync.bundles.manifest import FORMAT, MINIMUM, PURPOSE, Manifest, head_of
from fieldapp_sync.bundles.part import part_pieces
from fieldapp_sync.segments.frames import put_frame

VILLAGE = "990101001201"


def a_part(manifest: Manifest, frames: tuple[bytes, ...], key: DeviceKey) -> bytes:
    """The whole file of one part."""
    return b"".join(part_pieces(manifest, frames, key))


@dataclass(frozen=True)
class Pair:
    """a writes for b, who trusts a."""

    a: Any
    b: Any
    folder: Path

    def bundle(self, name: str = "good") -> Path:
        return export_bundle(self.a, self.folder / name, bundle_recipient(self.b), everything=True)

    def manifest(self, **other: Any) -> Manifest:
        plain = Manifest(
            FORMAT,
            MINIMUM,
            "ed25519",
            "bundle",
            self.a.device.public.hex(),
            bundle_recipient(self.a),
            bundle_recipient(self.b),
            self.a.replica,
            "w",
            "0123456789abcdef",
            1,
            0,
            ("",),
            {},
        )
        return msgspec.structs.replace(plain, **other)

    def file(self, content: bytes, name: str = "made.fab") -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def refused(self, *files: Path, vault: Any = None) -> str:
        """The code of the refusal; nothing of any file is in after it."""
        receiver = vault or self.b
        before = vector(receiver.ledger, VILLAGE)
        with pytest.raises(BundleError) as refusal:
            import_bundle(receiver, *files)
        assert refusal.value.sentence().endswith(".")
        assert vector(receiver.ledger, VILLAGE) == before
        assert receiver.db.execute("select count(*) from bundle_waiting").fetchone() == (0,)
        return refusal.value.code


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Two vaults for all tests here that leave no trace in them."""
    from contextlib import ExitStack

    from fieldapp.store import create_vault

    folder = tmp_path_factory.mktemp("bundle_refusals")
    with ExitStack() as opened:
        a, b, c = (
            opened.enter_context(
                create_vault(
                    folder / name / "laptop.vault",
                    "four invented words here",
                    worker=name,
                    role="collector",
                    scopes=(VILLAGE,),
                    packs=["cn-base"],
                    escrow_recovery=False,
                )
            )
            for name in "abc"
        )
        trust(b, a.device.public)
        trust(c, a.device.public)
        yield a, b, c, folder


@pytest.fixture
def pair(shared: Any, writer: Any, tmp_path: Path) -> Pair:
    a, b, _, _ = shared
    if not vector(a.ledger, VILLAGE):
        writer(a).add_household("1")
    return Pair(a, b, tmp_path)


def resealed(content: bytes, change: Callable[[bytes], bytes], pair: Pair) -> bytes:
    """A part whose inside was changed by somebody who can open and seal it, with a head that fits again."""
    line, sealed = content.split(b"\n", 1)
    sealed = seal(change(open_sealed(sealed, bundle_identity(pair.b))), [bundle_recipient(pair.b)])
    return with_head(line, sealed)


def with_head(line: bytes, sealed: bytes, **other: Any) -> bytes:
    told = json.loads(line) | {"bytes": len(sealed), "sha256": sha256(sealed).hexdigest()} | other
    return json.dumps(told).encode() + b"\n" + sealed


def signed(pair: Pair, told: bytes, *frames: bytes) -> bytes:
    """A part whose manifest is exactly these bytes, rightly signed: what a liar with a good key writes."""
    inside = (
        put_frame(told) + put_frame(pair.a.device.sign(PURPOSE + told)) + b"".join(map(put_frame, frames))
    )
    sealed = seal(inside, [bundle_recipient(pair.b)])
    manifest = msgspec.json.decode(told, type=Manifest)
    return msgspec.json.encode(head_of(manifest, sealed)) + b"\n" + sealed


def regions(content: bytes) -> dict[str, int]:
    """A byte of every region of a part's file."""
    head = content.index(b"\n")
    age = content.index(b"\n---", head) + 4
    return {
        "format": content.index(b"2"),
        "recipient": content.index(b"age1") + 20,
        "digest": content.index(b'"sha256":"') + 12,
        "end of head": head,
        "age version": head + 5,
        "age stanza": content.index(b"-> X25519") + 15,
        "age mac": age + 5,
        "payload nonce": content.index(b"\n", age) + 3,
        "payload": (age + len(content)) // 2,
        "last byte": len(content) - 1,
    }


def test_a_flipped_bit_in_any_region_is_refused(pair: Pair) -> None:
    good = pair.bundle()
    content = good.read_bytes()
    for region, at in regions(content).items():
        flipped = bytearray(content)
        flipped[at] ^= 1
        code = pair.refused(pair.file(bytes(flipped)))
        assert code in {"bundle.damaged", "bundle.not_for_us", "bundle.newer"}, region
    assert import_bundle(pair.b, pair.file(content)).quarantined == 0


def test_a_flipped_bit_under_a_head_that_was_made_to_fit_is_refused_by_the_seal(pair: Pair) -> None:
    content = pair.bundle().read_bytes()
    line, sealed = content.split(b"\n", 1)
    for region, at in regions(content).items():
        if at <= len(line):
            continue
        flipped = bytearray(sealed)
        flipped[at - len(line) - 1] ^= 1
        assert pair.refused(pair.file(with_head(line, bytes(flipped)))) == "bundle.not_for_us", region
    assert import_bundle(pair.b, pair.file(with_head(line, sealed))).quarantined == 0


def test_every_cut_is_refused_whole_or_made_to_fit(pair: Pair) -> None:
    content = pair.bundle().read_bytes()
    line, sealed = content.split(b"\n", 1)
    for end in (0, 1, len(line), len(line) + 1, len(content) // 2, len(content) - 1):
        assert pair.refused(pair.file(content[:end])) == "bundle.damaged"
    for end in (0, 1, 100, len(sealed) // 2, len(sealed) - 1):
        assert pair.refused(pair.file(with_head(line, sealed[:end]))) == "bundle.not_for_us"
    assert pair.refused(pair.file(content + b"x")) == "bundle.damaged"


def test_one_bad_part_keeps_all_named_parts_out(make_vault: Any, writer: Any, tmp_path: Path) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    trust(b, a.device.public)
    pair = Pair(a, b, tmp_path)
    good = pair.bundle()
    assert pair.refused(good, pair.file(good.read_bytes()[:-1])) == "bundle.damaged"
    assert import_bundle(b, good).applied == 1


def test_contents_swapped_between_two_bundles_of_one_writer_are_refused(pair: Pair, writer: Any) -> None:
    """Whoever can seal puts the frames of one bundle below the signed manifest of the other."""
    one, two = pair.bundle("one").read_bytes(), pair.bundle("two").read_bytes()

    def inside(content: bytes) -> bytes:
        return open_sealed(content.split(b"\n", 1)[1], bundle_identity(pair.b))

    def past_signature(body: bytes) -> int:
        at = 4 + int.from_bytes(body[:4], "big")
        return at + 4 + int.from_bytes(body[at : at + 4], "big")

    other = inside(one)
    chunk = put_frame(CHUNK + b"{}")
    swapped = resealed(
        two, lambda body: body[: past_signature(body)] + other[past_signature(other) :] + chunk, pair
    )
    assert pair.refused(pair.file(swapped)) == "bundle.damaged"
    control = resealed(two, lambda body: body, pair)
    assert import_bundle(pair.b, pair.file(control)).quarantined == 0


def test_a_head_that_says_otherwise_than_the_manifest_is_refused(pair: Pair) -> None:
    content = pair.bundle().read_bytes()
    line, sealed = content.split(b"\n", 1)
    for lie in (
        {"part": 2},
        {"last": False},
        {"bundle": "f" * 16},
        {"by": "0" * 16},
        {"sequence": 99},
        {"kind": "receipt"},
        {"made_ms": 5},
    ):
        assert pair.refused(pair.file(with_head(line, sealed, **lie))) == "bundle.damaged", lie


def test_an_old_bundle_with_the_names_of_a_new_one_changes_nothing(
    make_vault: Any, writer: Any, tmp_path: Path, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    trust(b, a.device.public)
    pair = Pair(a, b, tmp_path)
    household = writer(a).add_household("1", phone="0")
    old = pair.bundle("old")
    writer(a).set(household, phone="1")
    new = pair.bundle("new")
    import_bundle(b, new)
    before = shown(b), vector(b.ledger, VILLAGE)
    new.write_bytes(old.read_bytes())
    again = import_bundle(b, new)
    assert (again.applied, again.ignored) == (0, 1)
    assert (shown(b), vector(b.ledger, VILLAGE)) == before


def test_formats_below_and_above_what_is_read_are_refused(pair: Pair) -> None:
    content = pair.bundle().read_bytes()
    line, sealed = content.split(b"\n", 1)
    for told, code in (
        ({"format": 0}, "bundle.older"),
        ({"format": 0, "minimum": 0}, "bundle.older"),
        ({"format": -1, "minimum": -5}, "bundle.older"),
        ({"format": 4, "minimum": 4}, "bundle.newer"),
        ({"format": 3, "minimum": 3}, "bundle.damaged"),
        ({"format": 10**30}, "bundle.damaged"),
        # A bundle of today dressed up as the first format, which asked for less.
        ({"format": 1}, "bundle.damaged"),
        ({"format": 1, "minimum": 1}, "bundle.damaged"),
    ):
        assert pair.refused(pair.file(with_head(line, sealed, **told))) == code, told


def test_a_later_format_that_an_older_reader_can_read_is_read(pair: Pair) -> None:
    """Its writer says so by the minimum, and unknown kinds of frames are passed over."""
    later = pair.manifest(format=3, minimum=2)
    file = pair.file(a_part(later, (b"Zsomething of tomorrow",), pair.a.device))
    assert import_bundle(pair.b, file).applied == 0
    too_late = pair.manifest(format=4, minimum=4)
    assert pair.refused(pair.file(a_part(too_late, (), pair.a.device))) == "bundle.newer"


def test_the_wrong_vault_says_so(pair: Pair, shared: Any) -> None:
    assert pair.refused(pair.bundle(), vault=shared[2]) == "bundle.not_for_us"


def test_a_bundle_passed_on_to_a_third_vault_is_refused(pair: Pair, shared: Any) -> None:
    """Whoever can open a bundle could seal its inside to a third; the signed manifest names the recipient."""
    c = shared[2]
    line, sealed = pair.bundle().read_bytes().split(b"\n", 1)
    sealed = seal(open_sealed(sealed, bundle_identity(pair.b)), [bundle_recipient(c)])
    passed_on = with_head(line, sealed, recipient=bundle_recipient(c))
    assert pair.refused(pair.file(passed_on), vault=c) == "bundle.not_for_us"


def test_a_device_that_is_not_of_the_team_is_refused_with_its_fingerprint(pair: Pair) -> None:
    stranger = DeviceKey.generate()
    manifest = pair.manifest(signer=stranger.public.hex())
    file = pair.file(a_part(manifest, (), stranger))
    assert pair.refused(file) == "bundle.unknown_signer"
    with pytest.raises(BundleError) as told:
        import_bundle(pair.b, file)
    assert stranger.fingerprint in told.value.sentence()
    with pytest.raises(BundleError):
        import_bundle(pair.b, file, accept="0000 1111")


def test_a_manifest_signed_by_someone_else_is_refused(pair: Pair) -> None:
    forged = a_part(pair.manifest(), (), DeviceKey.generate())
    assert pair.refused(pair.file(forged)) == "bundle.bad_signature"
    for signer in ("", "zz", "00"):
        told = a_part(pair.manifest(), (), pair.a.device)
        bad = resealed(
            told,
            lambda body, signer=signer: body.replace(
                pair.a.device.public.hex().encode(), signer.encode().ljust(64)
            ),
            pair,
        )
        assert pair.refused(pair.file(bad)) == "bundle.bad_signature"
    other = a_part(pair.manifest(algorithm="none"), (), pair.a.device)
    assert pair.refused(pair.file(other)) == "bundle.bad_signature"
    assert import_bundle(pair.b, pair.file(a_part(pair.manifest(), (), pair.a.device))).applied == 0


def bomb(claimed: int, lines: bytes) -> bytes:
    header = {
        "stream": stream_id("r", VILLAGE),
        "replica": "r",
        "scope": VILLAGE,
        "first": 1,
        "last": claimed,
        "bytes": claimed,
        "sha256": sha256(lines[:claimed]).hexdigest(),
    }
    return SEGMENT + json.dumps(header).encode() + b"\n" + zstandard.compress(lines)


def test_a_zstd_bomb_is_refused_before_it_unfolds(pair: Pair) -> None:
    zeros = b"\n" * (64 << 20)
    for claimed in (len(zeros), 1000):
        file = pair.file(a_part(pair.manifest(), (bomb(claimed, zeros),), pair.a.device))
        assert file.stat().st_size < 20_000
        assert pair.refused(file) == "bundle.damaged"


def test_many_bombs_that_are_each_small_enough_are_refused_together(pair: Pair) -> None:
    one = bomb(8 << 20, b"\n" * (8 << 20))
    file = pair.file(a_part(pair.manifest(), (one,) * 9, pair.a.device))
    assert file.stat().st_size < 50_000
    assert pair.refused(file) == "bundle.damaged"


def test_ten_thousand_tiny_frames_and_a_frame_without_end_are_refused(pair: Pair) -> None:
    empty = pack_chunk(Chunk(sha256(b"").hexdigest(), 0, 0, "990101001299", b""))
    tiny = a_part(pair.manifest(), (empty,) * 10_000, pair.a.device)
    assert pair.refused(pair.file(tiny)) == "bundle.damaged"
    control = a_part(pair.manifest(), (empty,) * 1_000, pair.a.device)
    assert import_bundle(pair.b, pair.file(control)).applied == 0
    endless = resealed(control, lambda body: body + b"\xff\xff\xff\xff" + b"x" * 100, pair)
    assert pair.refused(pair.file(endless)) == "bundle.damaged"


@pytest.mark.parametrize(
    "lie",
    [
        {"frames": 2},
        {"frames": 0},
        {"bytes": 1},
        {"bytes": 1 << 40},
        {"sha256": "0" * 64},
        {"part": 0},
        {"part": -1},
    ],
)
def test_a_rightly_signed_manifest_that_lies_about_what_follows_is_refused(
    pair: Pair, lie: dict[str, Any]
) -> None:
    frame = b"Zanything"
    body = put_frame(frame)
    true = pair.manifest(frames=1, bytes=len(body), sha256=sha256(body).hexdigest())
    assert import_bundle(pair.b, pair.file(signed(pair, msgspec.json.encode(true), frame))).applied == 0
    told = msgspec.json.encode(msgspec.structs.replace(true, **lie))
    assert pair.refused(pair.file(signed(pair, told, frame))) == "bundle.damaged"


@pytest.mark.parametrize(
    "lie",
    [
        {"part": 10**9},
        {"sequence": 2**70},
        {"sequence": -1},
        {"made_ms": 10**17},
        {"kind": "../../x"},
        {"worker": "w" * 500},
        {"vectors": {VILLAGE: {"s": 2**60}}},
    ],
)
def test_a_rightly_signed_manifest_with_words_no_writer_comes_to_is_refused(
    pair: Pair, lie: dict[str, Any]
) -> None:
    assert pair.refused(pair.file(a_part(pair.manifest(**lie), (), pair.a.device))) == "bundle.damaged"


def test_a_segment_numbered_beyond_all_counting_is_refused_and_does_not_wait(pair: Pair) -> None:
    line = b"{}\n"
    header = {
        "stream": stream_id("r", VILLAGE),
        "replica": "r",
        "scope": VILLAGE,
        "first": 2**62,
        "last": 2**62,
        "bytes": len(line),
        "sha256": sha256(line).hexdigest(),
    }
    frame = SEGMENT + json.dumps(header).encode() + b"\n" + zstandard.compress(line)
    assert pair.refused(pair.file(a_part(pair.manifest(), (frame,), pair.a.device))) == "bundle.damaged"


@pytest.mark.parametrize(
    "chunk",
    [
        Chunk("../../../etc/passwd", 1, 0, VILLAGE, b"x"),
        Chunk("A" * 64, 1, 0, VILLAGE, b"x"),
        Chunk("0" * 64 + "\n", 1, 0, VILLAGE, b"x"),
        Chunk("0" * 64, 1, 1, VILLAGE, b"x"),
        Chunk("0" * 64, 5, -1, VILLAGE, b"x"),
        Chunk("0" * 64, -1, 0, VILLAGE, b""),
        Chunk("0" * 64, 1 << 40, 0, VILLAGE, b"x"),
        Chunk("0" * 64, 10, 0, VILLAGE, b""),
    ],
)
def test_a_piece_of_a_file_with_a_tricky_name_or_impossible_sizes_is_refused(
    pair: Pair, chunk: Chunk
) -> None:
    assert pair.refused(pair.file(a_part(pair.manifest(), (pack_chunk(chunk),), pair.a.device))) == (
        "bundle.damaged"
    )


@pytest.mark.parametrize(
    "name",
    [
        "bundle.fab.exe",
        ".hidden.fab",
        "a b.fab",
        "x" * 90 + ".fab",
        "bundle.FAB",
        "包.fab",
        "-rf.fab",
        "a.fab\n",
        "a\\..\\b.fab",
        "a:b.fab",
    ],
)
def test_a_name_off_the_allow_list_is_refused(pair: Pair, name: str) -> None:
    content = pair.bundle().read_bytes()
    assert pair.refused(pair.file(content, name)) == "bundle.bad_name"
    assert import_bundle(pair.b, pair.file(content, "renamed.by-hand.fab")).quarantined == 0


def test_a_folder_a_link_and_a_pipe_with_the_name_of_a_bundle_are_refused(pair: Pair) -> None:
    good = pair.bundle()
    folder, link, pipe = (pair.folder / f"{name}.fab" for name in ("folder", "link", "pipe"))
    folder.mkdir()
    link.symlink_to(good)
    os.mkfifo(pipe)
    for trick in (folder, link, pipe):
        assert pair.refused(trick) == "bundle.not_a_file"
    assert pair.refused(pair.folder / "gone.fab") == "bundle.unreadable"
    assert import_bundle(pair.b, good).quarantined == 0


def test_a_file_larger_than_any_part_is_not_read_to_its_end(pair: Pair) -> None:
    huge = pair.folder / "huge.fab"
    with huge.open("wb") as file:
        file.truncate(1 << 40)
    assert pair.refused(huge) == "bundle.damaged"


def test_a_database_with_the_name_of_a_bundle_is_never_opened_as_one(pair: Pair) -> None:
    """The control: the same bytes are a database to who opens them as such."""
    import sqlite3

    file = pair.folder / "evil.fab"
    with sqlite3.connect(file) as made:
        made.execute("create table household (n)")
    assert pair.refused(file) == "bundle.damaged"
    assert not list(pair.folder.glob("evil.fab-*"))
    made.close()
    with sqlite3.connect(file) as opened:
        assert opened.execute("select count(*) from household").fetchone() == (0,)
    opened.close()


def test_a_bundle_of_foreign_villages_brings_not_one_row_and_says_how_many(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    foreign = "990101001202"
    a, b = make_vault("a", VILLAGE, foreign), make_vault("b", VILLAGE)
    for number in range(5):
        writer(a, foreign).add_household(str(number))
    writer(a).add_household("own")
    first = export_bundle(a, tmp_path, bundle_recipient(b))
    imported = import_bundle(b, *parts_of(first), accept=a.device.fingerprint)
    assert (imported.applied, imported.foreign) == (1, 5)
    assert b.db.execute("select count(*) from household where scope <> ?", [VILLAGE]).fetchone() == (0,)
    assert b.db.execute("select count(*) from stream where scope <> ?", [VILLAGE]).fetchone() == (0,)
    assert b.db.execute("select count(*) from household").fetchone() == (1,)


def test_who_has_no_bundle_key_gets_nothing(pair: Pair) -> None:
    with pytest.raises(BundleError) as refused:
        export_bundle(pair.a, pair.folder / "stick", "age1nonsense")
    assert refused.value.code == "bundle.bad_recipient"
    assert not (pair.folder / "stick").exists()


def test_a_head_is_bounded_and_strict() -> None:
    from fieldapp_sync.bundles.part import read_head

    for line in (
        b"",
        b"{}\n",
        b"[" * 3_000,
        b'{"format":2,"minimum":2}\n',
        b"\xff\xfe\n",
        b'{"format":"2"}\n',
    ):
        with pytest.raises(BundleError):
            read_head(line)
