"""Two accounts by every endpoint: not one row, vector, receipt, name or file of the other village comes back."""

from typing import Any

import msgspec
import pytest

from fieldapp.errors import SyncError
from fieldapp.store.streams import segments_after
from fieldapp_server.archive import within
from fieldapp_sync.messages import root_digest
from fieldapp_sync.segments.frames import pack_segment, put_frame
from fieldapp_sync.wire.second import SecondTalk


def foreign_traces(county: Any, body: bytes) -> list[str]:
    """What of the west can be found in bytes that the east was given."""
    west = county.west
    marks = [west.scope, west.household, west.photo, "number of west", "a photo of west", west.vault.replica]
    marks += list(west.vault.ledger.vector(west.scope))
    marks += [west.vault.device.public.hex()]
    return [mark for mark in marks if mark.encode() in body]


def requests_of(county: Any) -> dict[str, tuple[str, str, bytes]]:
    """Every endpoint, asked by the east for what is the west's."""
    west = county.west
    segments = b"".join(put_frame(pack_segment(s)) for s in segments_after(west.vault.ledger, west.scope, {}))
    digest_of_nothing = "0" * 64
    return {
        "hello": ("POST", "/v1/hello", digest_of_nothing.encode()),
        "vectors of all": ("POST", "/v1/vectors", b'{"digests":{}}'),
        "vectors of the west": ("POST", "/v1/vectors", msgspec.json.encode({"digests": {west.scope: "00"}})),
        "pull": ("POST", "/v1/pull", msgspec.json.encode({"scope": west.scope, "vector": {}})),
        "pull a whole county": ("POST", "/v1/pull", b'{"scope":"990101","vector":{}}'),
        "pull everything": ("POST", "/v1/pull", b'{"scope":"","vector":{}}'),
        "pull by pattern": ("POST", "/v1/pull", b'{"scope":"990101001201%","vector":{}}'),
        "push": ("POST", "/v1/push", segments),
        "state": ("POST", "/v1/state", b""),
        "get a file": ("GET", f"/v1/attachments/{west.photo}", b""),
        "put a file": ("PUT", f"/v1/attachments/{west.photo}", b"a photo of west"),
        "get by path": ("GET", "/v1/attachments/..%2f..%2farchive.key", b""),
    }


def test_no_endpoint_gives_a_foreign_row(county: Any) -> None:
    for name, (method, path, body) in requests_of(county).items():
        answer = county.east.ask(method, path, body)
        assert foreign_traces(county, answer.content) == [], name
        assert answer.status_code in (200, 204, 400, 403, 404), name


def test_the_same_questions_by_the_right_account_do_give_them(county: Any) -> None:
    """The control: the test above would see a leak."""
    seen: set[str] = set()
    for method, path, body in requests_of(county).values():
        seen.update(foreign_traces(county, county.west.ask(method, path, body).content))
    assert len(seen) >= 5


@pytest.mark.parametrize("name", ["vectors of the west", "pull", "push", "get a file", "put a file"])
def test_asking_for_another_village_is_refused_by_name(county: Any, name: str) -> None:
    answer = county.east.ask(*requests_of(county)[name])
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "scope.foreign"


def test_nobody_gets_anything_without_a_token(county: Any) -> None:
    import requests

    for name, (method, path, body) in requests_of(county).items():
        for headers in ({}, {"Authorization": "Bearer guessed"}, {"Authorization": "Basic eDp5"}):
            answer = requests.request(method, county.url + path, data=body, headers=headers, timeout=10)
            expected = 404 if name == "get by path" else 401
            assert answer.status_code == expected, name
            assert foreign_traces(county, answer.content) == []


def test_a_revoked_device_is_out_at_once(own_county: Any) -> None:
    from fieldapp_server.devices import revoke_device

    revoke_device(own_county.archive, own_county.east.connection._device)
    for method, path, body in requests_of(own_county).values():
        assert own_county.east.ask(method, path, body).status_code in (403, 404)
    with pytest.raises(SyncError) as refused:
        SecondTalk(own_county.east.connection).hello(root_digest({}), "")
    assert refused.value.code == "sync.revoked"


def test_no_scope_means_no_row() -> None:
    assert within([]) == ("0", [])
    assert within(["990101000000"])[1] == ["990101"]
