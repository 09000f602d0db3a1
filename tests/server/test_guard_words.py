"""Many words at once: certificates, revocations and heads are bounded, and checked while nobody waits for the archive."""

import base64
from typing import Any

import pytest

from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority import heads
from fieldapp_server.authority import exchange
from fieldapp_sync.authority.index import MOST
from fieldapp_sync.authority.messages import AuthorityRequest, head_in, head_out


def false_heads(scope: str, count: int) -> list[list[Any]]:
    key = base64.b64encode(DeviceKey.generate().public).decode()
    zero, signature = base64.b64encode(bytes(32)).decode(), base64.b64encode(bytes(64)).decode()
    return [[f"{at:016x}", "aa", scope, 1, zero, key, "author", signature] for at in range(count)]


def test_more_words_than_an_honest_laptop_gives_at_once_are_refused_with_a_code(own_county: Any) -> None:
    import json

    east = own_county.east
    body = json.dumps({"heads": false_heads(east.scope, MOST + 1)}).encode()
    answer = east.ask("POST", "/v2/authority", body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "authority.too_many")
    # The control: as many as it may give are looked at, and none is taken.
    answer = east.ask("POST", "/v2/authority", json.dumps({"heads": false_heads(east.scope, MOST)}).encode())
    assert answer.status_code == 200
    with own_county.archive.held() as ledger:
        assert heads.newest(ledger, "replica = 'aa'") == ()


@pytest.fixture
def checked_while_held(own_county: Any, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the archive was held at each signature of a head that was checked."""
    found: list[bool] = []
    true = heads.role_of
    lock = own_county.archive._turn

    def noted(told: Any) -> Any:
        found.append(lock._is_owned())
        return true(told)

    monkeypatch.setattr(heads, "role_of", noted)
    return found


def test_no_signature_is_checked_while_the_archive_is_held(
    own_county: Any, checked_while_held: list[bool]
) -> None:
    east = own_county.east
    (own,) = heads.newest(east.vault.ledger, "tier = 'author'")
    told = AuthorityRequest(heads=tuple(head_out(own) for _ in range(3)))
    exchange.exchange(own_county.archive, [east.scope], told)
    assert checked_while_held == [False] * 3
    # The control: noted in one go, each is checked behind the lock.
    with own_county.archive.held() as ledger:
        heads.note_all(ledger, [head_in(one) for one in told.heads])
    assert checked_while_held[3:] == [True] * 3
