"""Golden bytes of protocol 2: signed segment, certificate, revocation, attestation. Never changed, always read."""

import json
from base64 import b64decode
from io import BytesIO
from pathlib import Path

from fieldapp.journal.stream import CHAIN_START, chain_after
from fieldapp.keys.attestations import Attestation, attest, head_text, is_true
from fieldapp.keys.certificates import Certificate, Revocation, is_signed, issue, key_id, refusal_of, revoke
from fieldapp.keys.devices import DeviceKey, verify
from fieldapp_sync.segments.frames import read_carried, read_frames

GOLDEN = Path(__file__).parent / "golden"
VILLAGE = "990101001201"
# Invented for these files; they serve nowhere else.
ROOT, DEVICE = DeviceKey(bytes(range(32, 64))), DeviceKey(bytes(range(32)))


def golden(name: str) -> dict[str, object]:
    return dict(json.loads((GOLDEN / "signed.json").read_text())[name])


def test_the_golden_signed_segment_is_read_and_its_signature_holds() -> None:
    (content,) = read_frames(BytesIO((GOLDEN / "segment-2.bin").read_bytes()))
    carried = read_carried(content)
    segment = carried.segment
    assert (segment.scope, segment.replica, segment.first, segment.last) == (VILLAGE, "0102", 1, 1)
    assert carried.by == key_id(DEVICE.public)
    signature = b64decode(carried.sig + "=" * (-len(carried.sig) % 4))
    chain = chain_after(CHAIN_START, segment.lines)
    told = head_text(segment.stream, segment.replica, segment.scope, segment.last, chain)
    assert verify(DEVICE.public, signature, told)
    assert not verify(DEVICE.public, signature, told + b" ")


def test_a_certificate_signed_today_is_the_golden_one_and_counts() -> None:
    words = golden("certificate")
    kept = Certificate(**{**words, "scopes": tuple(words["scopes"])})  # type: ignore[arg-type, dict-item]
    root = issue(
        ROOT, ROOT.public, name="county", role="hub-central", scopes=("",), issued_ms=1, may_issue=True
    )
    again = issue(
        ROOT,
        DEVICE.public,
        name="w07",
        role="collector",
        scopes=(VILLAGE,),
        issued_ms=1_700_000_000_000,
        recipient="age1invented",
    )
    assert again == kept
    assert refusal_of(kept, {root.public: [root]}, {root.public}) == ""


def test_a_revocation_signed_today_is_the_golden_one() -> None:
    kept = Revocation(**golden("revocation"))  # type: ignore[arg-type]
    assert revoke(ROOT, DEVICE.public, 1_700_000_100_000, {"77c0": 12, "9f3a": 417}) == kept
    assert is_signed(kept)


def test_an_attestation_signed_today_is_the_golden_one() -> None:
    kept = Attestation(**golden("attestation"))  # type: ignore[arg-type]
    again = attest(
        ROOT, "central", stream="9f3a", replica="0102", scope=VILLAGE, seq=417, chain=bytes(range(32))
    )
    assert again == kept
    assert is_true(kept)
