"""A colleague of two villages is shut out: each village hears of it, and of his streams only its own."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from fieldapp.keys.certificates import revoke
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority import entering, kept
from fieldapp_server.authority.authority import hub_key, revoke_key
from fieldapp_server.devices import pairing_code
from fieldapp_sync.authority.index import belongings
from fieldapp_sync.authority.messages import AuthorityReply, EnrolReply, EnrolRequest, enrol_text
from fieldapp_sync.bundles.receipts import words_for

Both = Callable[[Any], tuple[DeviceKey, dict[str, str]]]


def shut_out(county: Any, both: Both) -> tuple[DeviceKey, dict[str, str]]:
    key, streams = both(county)
    with county.archive.held() as ledger, ledger.transaction():
        revoke_key(ledger, key.public.hex(), 2)
    return key, streams


def told_to(post: Any) -> AuthorityReply:
    return msgspec.json.decode(
        post.ask("POST", "/v2/authority", b'{"index":{}}').content, type=AuthorityReply
    )


def test_each_village_hears_of_its_own_streams_alone(own_county: Any, both: Both) -> None:
    key, streams = shut_out(own_county, both)
    for post in (own_county.east, own_county.west):
        told = [one for one in told_to(post).revocations if one.public == key.public.hex()]
        assert {one.scope: dict(one.heads) for one in told} == {"": {}, post.scope: {streams[post.scope]: 1}}


def test_what_counts_of_a_name_that_nobody_attested_yet_is_told_as_well(own_county: Any, both: Both) -> None:
    """A laptop that took a new name says whose it is by that name; another's stream of no known author is not its."""
    key, streams = both(own_county)
    foreign = own_county.east.vault.ledger.own_stream(own_county.east.scope).id
    with own_county.archive.held() as ledger, ledger.transaction():
        ledger.db.execute("delete from author")
        assert ledger.vector(own_county.east.scope).keys() >= {foreign, streams[own_county.east.scope]}
        revoke_key(ledger, key.public.hex(), 2)
        told = kept.revocations(ledger, key.public.hex())
    assert {one.scope: dict(one.heads) for one in told} == {
        "": {},
        **{scope: {stream: 1} for scope, stream in streams.items()},
    }


def test_a_revocation_of_all_streams_at_once_would_tell_the_other_village(
    own_county: Any, both: Both
) -> None:
    """The control of the test above: as it was before."""
    key, streams = both(own_county)
    with own_county.archive.held() as ledger:
        told = revoke(hub_key(ledger), key.public, 2, dict.fromkeys(streams.values(), 1))
        assert entering.take_revocation(ledger, told) == ""
    answer = own_county.east.ask("POST", "/v2/authority", b'{"index":{}}').content
    assert streams[own_county.west.scope].encode() in answer


def test_a_laptop_that_pairs_hears_of_its_own_village_alone(own_county: Any, both: Both) -> None:
    key, streams = shut_out(own_county, both)
    code, fresh = pairing_code(own_county.archive, "east", 0, minutes=10**9), DeviceKey.generate()
    asked = EnrolRequest(code, fresh.public.hex(), "00", fresh.sign(enrol_text(code, "00")).hex())
    reply = own_county.east.ask("POST", "/v2/pair", msgspec.json.encode(asked)).content
    told = msgspec.json.decode(reply, type=EnrolReply).revocations
    assert {one.scope for one in told if one.public == key.public.hex()} == {"", own_county.east.scope}
    assert streams[own_county.west.scope].encode() not in reply


def test_what_came_in_time_counts_in_each_village_and_what_is_late_in_neither(
    own_county: Any, both: Both
) -> None:
    key, streams = shut_out(own_county, both)
    public = key.public.hex()
    with own_county.archive.held() as ledger:
        keys = kept.Keys(ledger)
        for scope, stream in streams.items():
            assert keys.counts_until(public, stream, scope) == 1
            assert keys.counts_until(public, "another", scope) == 0
    own_county.east.ask("POST", "/v2/authority", b"{}")
    reply = told_to(own_county.east)
    vault = own_county.east.vault
    entering.take_certificates(vault.ledger, reply.certificates)
    for one in reply.revocations:
        assert entering.take_revocation(vault.ledger, one) == ""
    east, west = own_county.east.scope, own_county.west.scope
    keys = kept.Keys(vault.ledger)
    assert keys.counts_until(public, streams[east], east) == 1
    assert keys.counts_until(public, streams[west], west) == 0, "nothing is believed that was not said"


def test_a_village_word_alone_takes_no_certificate_back(own_county: Any, both: Both) -> None:
    key, streams = both(own_county)
    east = own_county.east.scope
    with own_county.archive.held() as ledger:
        told = revoke(hub_key(ledger), key.public, 2, {streams[east]: 1}, east)
        assert entering.take_revocation(ledger, told) == ""
        public = key.public.hex()
        assert kept.unrevoked(ledger, public, kept.certificates(ledger, public))
        keys = kept.Keys(ledger)
        assert (
            keys.counts_until(public, "x", east),
            keys.counts_until(public, "x", own_county.west.scope),
        ) == (
            0,
            None,
        )


def test_a_bundle_for_one_village_names_no_stream_of_another(own_county: Any, both: Both) -> None:
    key, streams = shut_out(own_county, both)
    vault, scopes = own_county.east.vault, tuple(streams)
    with own_county.archive.held() as ledger:
        everything = belongings(ledger, scopes)
    entering.take_certificates(vault.ledger, everything.certificates)
    for one in everything.revocations:
        assert entering.take_revocation(vault.ledger, one) == ""
    east, west = own_county.east.scope, own_county.west.scope
    told = b"".join(words_for(vault, "age1invented", frozenset([east])))
    assert key.public.hex().encode() in told
    assert streams[east].encode() in told
    assert streams[west].encode() not in told
    assert streams[west].encode() in b"".join(words_for(vault, "age1invented", frozenset(scopes))), "control"


@pytest.mark.parametrize("scope", ["x", "9901010012011", "99' or '1'='1"])
def test_a_revocation_for_what_is_no_place_is_not_kept(own_county: Any, both: Both, scope: str) -> None:
    key, _ = both(own_county)
    with own_county.archive.held() as ledger:
        told = revoke(hub_key(ledger), key.public, 2, {}, scope)
        assert entering.take_revocation(ledger, told) == "signature"
