"""Golden bytes of protocol 2: signed segment, certificate, revocation, attestation. Never changed, always read."""

import json
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from fieldapp.journal.stream import CHAIN_START, chain_after
from fieldapp.keys.attestations import Attestation, Place, attest, head_text_1, is_true, role_of, role_signed
from fieldapp.keys.certificates import Certificate, Revocation, is_signed, issue, key_id, refusal_of, revoke
from fieldapp.keys.devices import DeviceKey, verify
from fieldapp.keys.replicas import is_named_by, may_write_as, replica_name
from fieldapp_sync.segments.frames import read_carried, read_frames

GOLDEN = Path(__file__).parent / "golden"
VILLAGE = "990101001201"
# Invented for these files; they serve nowhere else.
ROOT, DEVICE = DeviceKey(bytes(range(32, 64))), DeviceKey(bytes(range(32)))


def golden(name: str, file: str = "signed.json") -> dict[str, object]:
    return dict(json.loads((GOLDEN / file).read_text())[name])


def test_the_golden_signed_segment_is_read_and_its_signature_holds() -> None:
    (content,) = read_frames(BytesIO((GOLDEN / "segment-2.bin").read_bytes()))
    carried = read_carried(content)
    segment = carried.segment
    assert (segment.scope, segment.replica, segment.first, segment.last) == (VILLAGE, "0102", 1, 1)
    assert carried.by == key_id(DEVICE.public)
    signature = b64decode(carried.sig + "=" * (-len(carried.sig) % 4))
    chain = chain_after(CHAIN_START, segment.lines)
    place = Place(segment.stream, segment.replica, segment.scope, segment.last, chain)
    told = head_text_1(place)
    assert verify(DEVICE.public, signature, told)
    assert not verify(DEVICE.public, signature, told + b" ")
    assert role_signed(DEVICE.public, signature, ("author", "carrier"), place) == "untold"


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
    kept = Attestation(**golden("attestation", "signed-2.json"))  # type: ignore[arg-type]
    again = attest(
        ROOT, "central", stream="9f3a", replica="0102", scope=VILLAGE, seq=417, chain=bytes(range(32))
    )
    assert again == kept
    assert role_of(kept) == "central"
    assert not is_true(replace(kept, tier="author")), "the signature says the tier"


def test_an_attestation_of_the_first_text_is_still_read_and_says_no_role() -> None:
    kept = Attestation(**golden("attestation"))  # type: ignore[arg-type]
    assert role_of(kept) == "untold"
    assert is_true(replace(kept, tier="author")), "which is why none of these makes anybody an author"
    assert not is_true(replace(kept, seq=418))


def test_a_name_made_today_is_the_golden_one_and_nobody_elses() -> None:
    name = str(golden("replica", "signed-2.json")["name"])
    assert replica_name(DEVICE.public, bytes(range(4))) == name
    assert is_named_by(name, DEVICE.public.hex())
    assert not may_write_as(name, ROOT.public.hex())
    assert may_write_as("0102", ROOT.public.hex()), "a name of before says nothing"
    assert not is_named_by("0102", ROOT.public.hex())
