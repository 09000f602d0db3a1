"""Two receivers × every kind of bundle: a stick for one village holds no trace of another; a revoked worker by USB."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.errors import BundleError, SyncError
from fieldapp.keys.certificates import issue, revoke
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority import entering, heads, kept, review
from fieldapp.store.files.attachments import put
from fieldapp.store.growing.files import parts_in_file
from fieldapp.store.intake import receive
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after
from fieldapp_sync.authority.pairing import bundle_identity, bundle_recipient
from fieldapp_sync.authority.pairing_text import read_pairing_text
from fieldapp_sync.bundles import export_bundle, export_receipt, import_bundle, parts_of
from fieldapp_sync.bundles.contents import SEGMENT, read_segment
from fieldapp_sync.bundles.part import read_head, read_part
from fieldapp_sync.segments.frames import FrameBuffer, read_carried

EAST, WEST, TOWNSHIP = "990101001201", "990101001202", "990101001"


@dataclass
class Realm:
    """A station that holds the work of two villages, and the three vaults' one root."""

    root: DeviceKey
    station: Any
    east: Any
    west: Any

    def certify(self, vault: Any, name: str, scope: str, role: str = "collector", ms: int = 1) -> None:
        told = issue(
            self.root,
            vault.device.public,
            name=name,
            role=role,
            scopes=(scope,),
            issued_ms=ms,
            recipient=bundle_recipient(vault),
        )
        for one in (self.station, self.east, self.west):
            assert entering.take_certificates(one.ledger, [told]) == {}

    def marks(self) -> dict[str, tuple[bytes, ...]]:
        """What the west has and the east may not see."""
        key = self.west.device.public
        photo = next(ref for (ref,) in self.west.db.execute("select sha256 from attachment").fetchall())
        streams = tuple(stream.encode() for stream in self.west.ledger.vector(WEST))
        return {
            "rows": (WEST.encode(), b"number of west"),
            "names": ("西队员".encode(), self.west.replica.encode()),
            "keys": (key.hex().encode(), bundle_recipient(self.west).encode()),
            "vectors": streams,
            "files": (photo.encode(), b"a photo of west"),
        }

    def found(self, files: list[Path], reader: Any) -> set[str]:
        """The kinds of the west's things in these parts, in their names or anywhere in what their receiver reads."""
        seen = b""
        for path in files:
            content = path.read_bytes()
            part = read_part(content, bundle_identity(reader))
            seen += path.name.encode() + content.partition(b"\n")[0] + msgspec.json.encode(part.manifest)
            for frame in part.frames:
                seen += frame + (read_segment(frame).segment.lines if frame[:1] == SEGMENT else b"")
        return {kind for kind, marks in self.marks().items() for mark in marks if mark in seen}


@pytest.fixture
def realm(make_vault: Any) -> Realm:
    root = DeviceKey.generate()
    made = Realm(root, make_vault("station", TOWNSHIP), make_vault("east", EAST), make_vault("west", WEST))
    own = issue(
        root, root.public, name="centre", role="hub-central", scopes=("",), issued_ms=1, may_issue=True
    )
    for vault in (made.station, made.east, made.west):
        kept.set_anchor(vault.ledger, root.public.hex(), "root")
        assert entering.take_certificates(vault.ledger, [own]) == {}
    made.certify(made.station, "站", TOWNSHIP, "township")
    made.certify(made.east, "东队员", EAST)
    made.certify(made.west, "西队员", WEST)
    for vault, scope, name in ((made.east, EAST, "east"), (made.west, WEST, "west")):
        photo = put(vault, f"a photo of {name}".encode())
        changes = [
            Change("household", None, "add", {"household_no": f"number of {name}"}),
            Change("submission", None, "add", {"form": "visit", "xml": photo}),
        ]
        save(vault, scope, "form", changes, seen=seen_of(vault, scope))
        for segment in segments_after(vault.ledger, scope, {}):
            receive(made.station.ledger, segment)
        words = heads.attest_own(vault.ledger, vault.device, [vault.replica])
        assert heads.note_all(made.station.ledger, words) == 1
        put(made.station, f"a photo of {name}".encode())
    gone = revoke(root, made.west.device.public, 2, dict.fromkeys(made.west.ledger.vector(WEST), 1))
    assert entering.take_revocation(made.station.ledger, gone) == ""
    return made


def test_a_stick_for_the_east_holds_nothing_of_the_west(realm: Realm, tmp_path: Path) -> None:
    to = bundle_recipient(realm.east)
    targets: tuple[tuple[str, ...], ...] = ((), ("",), (WEST,), (TOWNSHIP,), (EAST, WEST))
    for at, target in enumerate(targets):
        for everything in (False, True):
            for files in (False, True):
                folder = tmp_path / f"{at}{everything}{files}"
                export_bundle(realm.station, folder, to, everything=everything, files=files, target=target)
                assert realm.found(sorted(folder.iterdir()), realm.east) == set(), (target, everything, files)
    up = export_bundle(realm.east, tmp_path / "up", bundle_recipient(realm.station))
    import_bundle(realm.station, up)
    export_receipt(realm.station, tmp_path / "receipt", to)
    assert realm.found(sorted((tmp_path / "receipt").iterdir()), realm.east) == set()


def test_whoever_may_see_the_west_is_given_all_of_these(realm: Realm, tmp_path: Path) -> None:
    """The control of the test above: the same station, a receiver whose certificate covers both villages."""
    realm.certify(realm.east, "东队员", TOWNSHIP, "township", ms=9)
    folder = tmp_path / "stick"
    export_bundle(realm.station, folder, bundle_recipient(realm.east))
    assert realm.found(sorted(folder.iterdir()), realm.east) == {
        "rows",
        "names",
        "keys",
        "vectors",
        "files",
    }


def test_a_stick_brings_no_foreign_row_into_a_vault(realm: Realm, tmp_path: Path) -> None:
    realm.certify(realm.east, "东队员", TOWNSHIP, "township", ms=9)
    told = import_bundle(realm.east, export_bundle(realm.station, tmp_path, bundle_recipient(realm.east)))
    assert told.foreign == 1
    assert realm.east.ledger.vector(WEST) == {}
    assert realm.east.db.execute("select 1 from household where scope = ?", [WEST]).fetchone() is None
    assert realm.east.db.execute("select 1 from head where scope = ?", [WEST]).fetchone() is None


def test_what_a_revoked_worker_brings_late_by_stick_waits_for_a_person(realm: Realm, tmp_path: Path) -> None:
    for number in ("late", "later"):
        change = Change("household", None, "add", {"household_no": number})
        save(realm.west, WEST, "edit", [change], seen=seen_of(realm.west, WEST))
    fresh = realm.station.ledger.vector(WEST)
    told = import_bundle(realm.station, export_bundle(realm.west, tmp_path, bundle_recipient(realm.station)))
    assert (told.applied, told.held) == (0, 2)
    assert realm.station.ledger.vector(WEST) == fresh
    (held,) = review.waiting(realm.station.ledger)
    assert (held.reason, held.name, held.commits) == ("revoked", "西队员", 2)


def test_what_follows_a_lost_part_of_late_work_joins_it_in_the_review(
    realm: Realm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp_sync.bundles.writing._LEAST_BODY", 300)
    monkeypatch.setattr("fieldapp_sync.bundles.writing.PART_BYTES", 300)
    monkeypatch.setattr("fieldapp_sync.bundles.outgoing.SEGMENT_BYTES", 1)
    for number in ("late", "later", "latest"):
        change = Change("household", None, "add", {"household_no": number})
        save(realm.west, WEST, "edit", [change], seen=seen_of(realm.west, WEST))
    parts = parts_of(export_bundle(realm.west, tmp_path, bundle_recipient(realm.station)))
    # The last part is of nothing late; before it stand the three, of which the middle one is lost.
    lost = parts[-3]
    first = import_bundle(realm.station, *(part for part in parts if part != lost))
    assert (first.held, first.waiting) == (1, 1)
    second = import_bundle(realm.station, lost)
    assert (second.held, second.waiting) == (2, 0)
    (held,) = review.waiting(realm.station.ledger)
    assert held.commits == 3


NOISE = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@NOISE
@given(content=st.binary(max_size=300))
def test_readers_of_frames_bases_parts_and_pairing_lines_refuse_noise_in_words(content: bytes) -> None:
    for read in (
        lambda: list(FrameBuffer().take(content)),
        lambda: read_carried(content),
        lambda: read_carried(b'{"stream":"' + content + b'"}\n' + content),
        lambda: list(parts_in_file([content])),
        lambda: read_head(content),
        lambda: read_part(content, "AGE-SECRET-KEY-1"),
        lambda: read_part(content + b"\n" + content, "AGE-SECRET-KEY-1"),
    ):
        with suppress(SyncError):
            read()
    assert read_pairing_text(content.decode("utf-8", "replace")) is None


@NOISE
@given(text=st.text(max_size=80), port=st.integers(-1, 99_999))
def test_a_pairing_line_is_read_or_is_none(text: str, port: int) -> None:
    for line in (
        text,
        f"fieldapp://{text}",
        f"fieldapp://{text}:{port}/ABCD-EFGH#{text}",
        f"fieldapp://h:{port}/{text}",
    ):
        told = read_pairing_text(line)
        assert told is None or told.url.startswith(("http://", "https://"))


@NOISE
@given(at=st.integers(0, 10**6), mask=st.integers(1, 255), cut=st.integers(0, 300))
def test_a_bent_part_is_refused_whole(realm_file: tuple[Any, bytes], at: int, mask: int, cut: int) -> None:
    reader, content = realm_file
    bent = bytearray(content[: len(content) - cut])
    bent[at % len(bent)] ^= mask
    with pytest.raises(BundleError) as refused:
        read_part(bytes(bent), bundle_identity(reader))
    assert len(refused.value.sentence()) > 30


@pytest.fixture
def realm_file(realm: Realm, tmp_path: Path) -> tuple[Any, bytes]:
    path = export_bundle(realm.station, tmp_path / "one", bundle_recipient(realm.east))
    content = path.read_bytes()
    assert read_part(content, bundle_identity(realm.east)).frames, "the control: unbent it is read"
    return realm.east, content
