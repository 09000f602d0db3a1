"""USB bundles: two vaults converge without a hub; every bad stick is refused whole; importing twice is harmless."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import zstandard

from fieldapp.errors import BundleError
from fieldapp.keys.recipients import seal
from fieldapp.store.conflicts import conflicts, resolve
from fieldapp.store.exports import exports
from fieldapp.store.receipts import note_receipt, waiting
from fieldapp.store.streams import digest, vector
from fieldapp_sync.bundles import export_bundle, export_receipt, import_bundle, parts_of, peer_vectors
from fieldapp_sync.frames import put_frame
from fieldapp_sync.manifest import Manifest, PartEntry, write_part
from fieldapp_sync.pairing import bundle_recipient

VILLAGE = "990101001201"
OTHER_VILLAGE = "990101001202"


def carry(source: Any, target: Any, folder: Path, accept: str | None = None) -> Any:
    """One stick from a to b, whose worker has compared the fingerprint."""
    first = export_bundle(source, folder, bundle_recipient(target))
    return import_bundle(
        target, *parts_of(first), accept=source.device.fingerprint if accept is None else accept
    )


def test_two_vaults_without_a_hub_converge_by_stick_and_close_a_conflict(
    make_vault: Any, writer: Any, tmp_path: Path, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    household = writer(a).add_household("1", phone="0")
    assert carry(a, b, tmp_path / "1").applied == 1
    writer(a).set(household, phone="1")
    writer(b).set(household, phone="2")
    assert carry(a, b, tmp_path / "2").applied == 1
    assert carry(b, a, tmp_path / "3").applied == 1
    assert len(conflicts(a)) == len(conflicts(b)) == 1
    resolve(b, conflicts(b)[0], "mine")
    assert carry(b, a, tmp_path / "4").applied == 1
    assert conflicts(a) == conflicts(b) == ()
    assert shown(a) == shown(b)
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def test_a_signer_accepted_once_stays_known_and_a_stranger_is_refused(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    with pytest.raises(BundleError) as refused:
        carry(a, b, tmp_path / "1", accept="")
    assert refused.value.code == "bundle.unknown_signer"
    assert a.device.fingerprint in refused.value.sentence()
    assert vector(b.ledger, VILLAGE) == {}
    with pytest.raises(BundleError):
        carry(a, b, tmp_path / "2", accept="0000 1111")
    assert carry(a, b, tmp_path / "3").applied == 1
    writer(a).add_household("2")
    assert carry(a, b, tmp_path / "4", accept="").applied == 1


def test_devices_of_one_team_trust_each_other_without_fingerprints(
    hub: Any, make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    writer(a).add_household("1")
    assert carry(a, b, tmp_path, accept="").applied == 1


def test_importing_twice_and_an_old_bundle_after_a_new_one_change_nothing(
    make_vault: Any, writer: Any, tmp_path: Path, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    household = writer(a).add_household("1", phone="0")
    old = export_bundle(a, tmp_path / "old", bundle_recipient(b))
    writer(a).set(household, phone="1")
    assert carry(a, b, tmp_path / "new").applied == 2
    before = shown(b)
    for _ in range(2):
        assert import_bundle(b, old).applied == 0
    assert shown(b) == before


def test_any_subset_of_parts_imports_and_what_follows_a_gap_waits(
    make_vault: Any, writer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    monkeypatch.setattr("fieldapp_sync.bundle.PART_BYTES", 2000)
    monkeypatch.setattr("fieldapp_sync.bundle.segments_after", small_segments)
    for number in range(40):
        writer(a).add_household(str(number), address=sha256(str(number).encode()).hexdigest() * 2)
    parts = parts_of(export_bundle(a, tmp_path, bundle_recipient(b)))
    assert len(parts) >= 4
    accept = a.device.fingerprint
    late = import_bundle(b, parts[2], accept=accept)
    assert (late.applied, late.waiting > 0) == (0, True)
    first = import_bundle(b, parts[1], parts[0])
    assert first.applied > 0
    rest = import_bundle(b, *reversed(parts))
    assert first.applied + rest.applied == 40
    assert shown(a) == shown(b)


def small_segments(ledger: Any, scope: str, known: Any) -> Any:
    from fieldapp.store.streams import segments_after

    return segments_after(ledger, scope, known, 1500)


def test_every_flipped_byte_and_every_cut_is_refused_and_nothing_is_in(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    whole = export_bundle(a, tmp_path, bundle_recipient(b))
    content = whole.read_bytes()
    bad = tmp_path / "bad.fab"
    codes = set()
    for at in range(0, len(content), 7):
        flipped = bytearray(content)
        flipped[at] ^= 0x20
        bad.write_bytes(flipped)
        with pytest.raises(BundleError) as refused:
            import_bundle(b, bad, accept=a.device.fingerprint)
        codes.add(refused.value.code)
        if at % 5 == 0:
            bad.write_bytes(content[:at])
            with pytest.raises(BundleError):
                import_bundle(b, bad, accept=a.device.fingerprint)
    assert codes <= {"bundle.damaged", "bundle.not_for_us", "bundle.newer"}
    assert "bundle.damaged" in codes
    assert vector(b.ledger, VILLAGE) == {}
    assert import_bundle(b, whole, accept=a.device.fingerprint).applied == 1


def test_one_bad_part_keeps_all_named_parts_out(make_vault: Any, writer: Any, tmp_path: Path) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    good = export_bundle(a, tmp_path / "good", bundle_recipient(b))
    bad = tmp_path / "bad.fab"
    bad.write_bytes(good.read_bytes()[:-1])
    with pytest.raises(BundleError):
        import_bundle(b, good, bad, accept=a.device.fingerprint)
    assert vector(b.ledger, VILLAGE) == {}


def test_a_bundle_for_another_vault_says_so(make_vault: Any, writer: Any, tmp_path: Path) -> None:
    a, b, c = make_vault("a"), make_vault("b"), make_vault("c")
    writer(a).add_household("1")
    first = export_bundle(a, tmp_path, bundle_recipient(b))
    with pytest.raises(BundleError) as refused:
        import_bundle(c, first, accept=a.device.fingerprint)
    assert refused.value.code == "bundle.not_for_us"


def a_manifest(signer: Any, recipient: str, *bodies: bytes, sender: str = "") -> Manifest:
    parts = tuple(PartEntry(len(body), sha256(body).hexdigest()) for body in bodies)
    return Manifest(
        1, "ed25519", signer.public.hex(), sender or recipient, recipient, "r", "w", 1, 0, {}, {}, parts
    )


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_manifest_signed_by_someone_else_is_refused(make_vault: Any, tmp_path: Path) -> None:
    a, b, c = make_vault("a"), make_vault("b"), make_vault("c")
    manifest = a_manifest(a.device, bundle_recipient(b))
    control = write(tmp_path / "control.fab", write_part(manifest, 0, b"", a.device))
    assert import_bundle(b, control, accept=a.device.fingerprint).applied == 0
    forged = write(tmp_path / "forged.fab", write_part(manifest, 0, b"", c.device))
    with pytest.raises(BundleError) as refused:
        import_bundle(b, forged)
    assert refused.value.code == "bundle.bad_signature"


def test_a_bundle_passed_on_to_a_third_vault_is_refused(make_vault: Any, tmp_path: Path) -> None:
    """Whoever can open a bundle could seal its inside to a third; the signed manifest names the recipient."""
    a, b, c = make_vault("a"), make_vault("b"), make_vault("c")
    passed_on = write_part(a_manifest(a.device, bundle_recipient(b)), 0, b"", a.device)
    from fieldapp.keys.recipients import open_sealed
    from fieldapp_sync.pairing import bundle_identity

    head, sealed = passed_on.split(b"\n", 1)
    sealed = seal(open_sealed(sealed, bundle_identity(b)), [bundle_recipient(c)])
    told = json.loads(head) | {
        "recipient": bundle_recipient(c),
        "bytes": len(sealed),
        "sha256": sha256(sealed).hexdigest(),
    }
    file = write(tmp_path / "passed.fab", json.dumps(told).encode() + b"\n" + sealed)
    with pytest.raises(BundleError) as refused:
        import_bundle(c, file, accept=a.device.fingerprint)
    assert refused.value.code == "bundle.not_for_us"


def test_a_bomb_is_refused_before_it_unfolds(make_vault: Any, tmp_path: Path) -> None:
    a, b = make_vault("a"), make_vault("b")
    from fieldapp.store.ledger import stream_id

    zeros = b"\n" * (64 << 20)
    for claimed in (len(zeros), 1000):
        header = {
            "stream": stream_id("r", VILLAGE),
            "replica": "r",
            "scope": VILLAGE,
            "first": 1,
            "last": claimed,
            "bytes": claimed,
            "sha256": sha256(zeros[:claimed]).hexdigest(),
        }
        body = put_frame(json.dumps(header).encode() + b"\n" + zstandard.compress(zeros))
        file = write(
            tmp_path / "bomb.fab",
            write_part(a_manifest(a.device, bundle_recipient(b), body), 0, body, a.device),
        )
        assert file.stat().st_size < 20_000
        with pytest.raises(BundleError) as refused:
            import_bundle(b, file, accept=a.device.fingerprint)
        assert refused.value.code == "bundle.damaged"


def test_a_newer_bundle_and_a_strange_name_are_refused(make_vault: Any, writer: Any, tmp_path: Path) -> None:
    a, b = make_vault("a"), make_vault("b")
    first = export_bundle(a, tmp_path, bundle_recipient(b))
    head, sealed = first.read_bytes().split(b"\n", 1)
    newer = write(
        tmp_path / "newer.fab", json.dumps(json.loads(head) | {"format": 2}).encode() + b"\n" + sealed
    )
    for file, code in ((newer, "bundle.newer"), (tmp_path / "x.zip", "bundle.bad_name")):
        with pytest.raises(BundleError) as refused:
            import_bundle(b, file)
        assert refused.value.code == code
    with pytest.raises(BundleError) as gone:
        import_bundle(b, tmp_path / "gone.fab")
    assert gone.value.code == "bundle.unreadable"
    with pytest.raises(BundleError) as key:
        export_bundle(a, tmp_path, "age1nonsense")
    assert key.value.code == "bundle.bad_recipient"


def test_a_receipt_tells_what_arrived_and_the_next_bundle_is_smaller(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    for number in range(30):
        writer(a).add_household(str(number), address=sha256(str(number).encode()).hexdigest())
    full = export_bundle(a, tmp_path / "out", bundle_recipient(b))
    imported = import_bundle(b, full, accept=a.device.fingerprint)
    note_receipt(b, "township", a.ledger.own_stream(VILLAGE).id, 30)
    receipt = export_receipt(b, tmp_path / "back", imported.sender)
    assert receipt.name.startswith("receipt-")
    assert waiting(a).here == 30
    import_bundle(a, receipt, accept=b.device.fingerprint)
    assert (waiting(a).here, waiting(a).township) == (0, 30)
    assert peer_vectors(a, bundle_recipient(b)) == {VILLAGE: vector(a.ledger, VILLAGE)}
    writer(a).add_household("31")
    assert export_bundle(a, tmp_path / "more", bundle_recipient(b)).stat().st_size < full.stat().st_size / 2


def test_villages_of_no_worker_here_are_left_out(make_vault: Any, writer: Any, tmp_path: Path) -> None:
    a, b = make_vault("a", VILLAGE, OTHER_VILLAGE), make_vault("b", VILLAGE)
    writer(a).add_household("1")
    writer(a, OTHER_VILLAGE).add_household("2")
    imported = carry(a, b, tmp_path)
    assert (imported.applied, imported.foreign) == (1, 1)
    assert vector(b.ledger, OTHER_VILLAGE) == {}


def test_a_bundle_is_on_record_before_it_leaves_and_a_refused_one_is_not(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    writer(a).add_household("1")
    with pytest.raises(BundleError):
        export_bundle(a, tmp_path / "stick", "age1nonsense")
    assert exports(a) == ()
    recipient = bundle_recipient(b)
    export_bundle(a, tmp_path / "stick", recipient)
    (noted,) = exports(a)
    assert (noted.what, noted.scope, noted.masked) == (f"bundle to {recipient}", VILLAGE, False)
