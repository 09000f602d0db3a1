"""Certificates and attestations: a chain counts only unbroken, within its scopes, up to an anchor."""

from dataclasses import replace

import pytest

from fieldapp.keys.attestations import Place, attest, head_text, is_true
from fieldapp.keys.certificates import (
    EVERYWHERE,
    HUB_ROLES,
    Certificate,
    is_signed,
    issue,
    key_id,
    refusal_of,
    revoke,
)
from fieldapp.keys.devices import DeviceKey, verify

COUNTY, TOWNSHIP, VILLAGE, ELSEWHERE = "990101", "990101001", "990101001201", "990102001201"
ROOT, STATION, LAPTOP = (DeviceKey.generate() for _ in range(3))


def certificate(issuer: DeviceKey, key: DeviceKey, *scopes: str, **more: object) -> Certificate:
    words = {"name": "某站", "role": "team", "issued_ms": 5, **more}
    return issue(issuer, key.public, scopes=scopes, **words)  # type: ignore[arg-type]


def known(*told: Certificate) -> dict[str, list[Certificate]]:
    out: dict[str, list[Certificate]] = {}
    for one in told:
        out.setdefault(one.public, []).append(one)
    return out


root = certificate(ROOT, ROOT, *EVERYWHERE, role=HUB_ROLES["central"], may_issue=True)
station = certificate(ROOT, STATION, TOWNSHIP, role="township", may_issue=True)
laptop = certificate(STATION, LAPTOP, VILLAGE)
ANCHORS = {root.public}


def test_a_laptop_stands_by_its_station_and_the_root():
    assert refusal_of(laptop, known(root, station), ANCHORS) == ""
    assert refusal_of(laptop, known(root, station), {DeviceKey.generate().public.hex()}) == "no_root"
    assert refusal_of(laptop, known(root), ANCHORS) == "unknown_issuer"


@pytest.mark.parametrize("scope", ["", "99", COUNTY, ELSEWHERE, "990101002"])
def test_a_child_outside_its_parents_scopes_does_not_count(scope):
    wide = certificate(STATION, LAPTOP, VILLAGE, scope)
    assert refusal_of(wide, known(root, station), ANCHORS) == "scope"
    # The control: the same words under a parent that covers them count.
    assert refusal_of(certificate(ROOT, LAPTOP, VILLAGE, scope), known(root), ANCHORS) == ""


def test_who_may_not_issue_issues_nothing_that_counts():
    other = DeviceKey.generate()
    below = certificate(LAPTOP, other, VILLAGE)
    assert refusal_of(below, known(root, station, laptop), ANCHORS) == "may_not_issue"
    free = certificate(STATION, LAPTOP, VILLAGE, may_issue=True)
    assert refusal_of(below, known(root, station, free), ANCHORS) == ""


def test_only_the_root_makes_a_central_hub():
    false_centre = certificate(STATION, LAPTOP, VILLAGE, role=HUB_ROLES["central"], may_issue=True)
    assert refusal_of(false_centre, known(root, station), ANCHORS) == "role"
    township = certificate(STATION, LAPTOP, TOWNSHIP, role=HUB_ROLES["township"], may_issue=True)
    assert refusal_of(township, known(root, station), ANCHORS) == ""


@pytest.mark.parametrize(
    "change",
    [
        {"scopes": ("990101001202",)},
        {"name": "other"},
        {"may_issue": True},
        {"issued_ms": 6},
        {"recipient": "age1x"},
    ],
)
def test_a_changed_word_breaks_the_signature(change):
    assert refusal_of(replace(laptop, **change), known(root, station), ANCHORS) == "signature"


def test_another_algorithm_and_nonsense_are_refused_by_name():
    assert refusal_of(replace(laptop, algorithm="sm2"), known(root, station), ANCHORS) == "algorithm"
    assert refusal_of(replace(laptop, public="zz"), known(root, station), ANCHORS) == "malformed"
    assert refusal_of(certificate(STATION, LAPTOP, "a village"), known(root, station), ANCHORS) == "malformed"
    assert not is_signed(replace(laptop, signature="zz"))


def test_a_ring_of_issuers_ends():
    one = certificate(STATION, LAPTOP, VILLAGE, may_issue=True)
    two = certificate(LAPTOP, STATION, VILLAGE, may_issue=True)
    assert refusal_of(one, known(one, two), ANCHORS) == "too_long"


def test_a_revocation_is_its_issuers_alone():
    told = revoke(STATION, LAPTOP.public, 9, {"stream": 4})
    assert is_signed(told)
    assert not is_signed(replace(told, heads={"stream": 400}))
    assert not is_signed(replace(told, issuer=ROOT.public.hex()))


def test_an_attestation_holds_for_its_head_alone():
    told = attest(LAPTOP, "author", stream="s", replica="r", scope=VILLAGE, seq=3, chain=bytes(32))
    assert is_true(told)
    place = Place("s", "r", VILLAGE, 3, bytes(32))
    signature = bytes.fromhex(told.signature)
    assert verify(LAPTOP.public, signature, head_text("author", place))
    assert not verify(LAPTOP.public, signature, head_text("carrier", place))
    for wrong in (
        {"seq": 4},
        {"chain": "00"},
        {"scope": ELSEWHERE},
        {"by": STATION.public.hex()},
        {"chain": "x"},
    ):
        assert not is_true(replace(told, **wrong))
    assert key_id(LAPTOP.public) == key_id(bytes.fromhex(told.by))
