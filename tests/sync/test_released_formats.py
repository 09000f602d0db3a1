"""What a release wrote opens today: its vault, its archive, and the requests of its laptops, kept as they were."""

import json
import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
import requests

from fieldapp.store import Vault, create_vault, open_vault
from fieldapp.store.conflicts import conflicts
from fieldapp.store.doctor import examine
from fieldapp.store.files.attachments import get
from fieldapp.store.migrations import MIGRATIONS, format_of
from fieldapp.store.streams import digest
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.messages import ChallengeReply, ChallengeRequest, TokenReply, TokenRequest, challenge_text
from fieldapp_sync.rounds.outcome import SyncOutcome
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.segments.frames import read_carried, read_frames

GOLDEN = Path(__file__).parents[1] / "store" / "golden"
RELEASED = sorted(path.name for path in GOLDEN.glob("format-*"))
PASSPHRASE, VILLAGE = "four invented words here", "990101001201"
NOT_OF_ROWS = ("n", "seen", "extra")


@pytest.fixture(params=RELEASED)
def released(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what a release left; this computer has never seen it."""
    monkeypatch.setenv("FIELDAPP_STATE", str(tmp_path / "state"))
    shutil.copytree(GOLDEN / request.param, tmp_path / "released")
    return tmp_path / "released"


@pytest.fixture
def opened(released: Path) -> Iterator[tuple[Vault, Archive, str]]:
    with ExitStack() as stack:
        vault = stack.enter_context(open_vault(released / "vault" / "laptop.vault", PASSPHRASE))
        archive = stack.enter_context(open_archive(released / "hub"))
        yield vault, archive, stack.enter_context(serving(archive))


@pytest.fixture
def a_vault(tmp_path: Path) -> Iterator[Any]:
    """`a_vault(pack)` is a new laptop of the village with this pack."""
    with ExitStack() as stack:

        def make(pack: Path) -> Vault:
            made = create_vault(
                tmp_path / "fresh" / "laptop.vault",
                PASSPHRASE,
                worker="worker fresh",
                role="collector",
                scopes=(VILLAGE,),
                packs=[pack],
                escrow_recovery=False,
            )
            return stack.enter_context(made)

        yield make


def rows_of(vault: Vault, name: str) -> list[dict[str, Any]]:
    found = vault.db.execute(f"select * from {name} order by id")
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return [{key: value for key, value in row.items() if key not in NOT_OF_ROWS} for row in rows]


def synced(vault: Vault, url: str) -> SyncOutcome:
    connection = connect(vault, url)
    try:
        return sync_once(vault, connection)
    finally:
        connection.close()


def test_there_is_something_of_a_release() -> None:
    assert RELEASED == ["format-8"]


def test_a_vault_of_a_release_opens_with_all_that_it_held(released: Path) -> None:
    told = json.loads((released / "shown.json").read_text("utf-8"))
    with open_vault(released / "vault" / "laptop.vault", PASSPHRASE) as vault:
        assert format_of(vault.db) == len(MIGRATIONS)
        assert vault.ledger.vector(VILLAGE) == told["vector"]
        assert {name: rows_of(vault, name) for name in told["rows"]} == told["rows"]
        assert [(one.field, one.before, len(one.sides)) for one in conflicts(vault)] == [
            ("phone", "13900000000", 2)
        ]
        for household in told["rows"]["household"]:
            for name in (household["photos"] or "").split():
                assert get(vault, name.removeprefix("sha256:")).startswith(b"\xff\xd8")
        assert examine(vault) == ()


def test_vault_and_archive_of_a_release_meet_and_a_new_laptop_gets_the_same(
    opened: tuple[Vault, Archive, str], a_vault: Any, hub: Any, released: Path
) -> None:
    vault, archive, url = opened
    first = synced(vault, url)
    assert (first.sent, first.received, first.files_sent) == (3, 2, 1)
    (pack,) = (released / "vault" / "laptop.packs").iterdir()
    fresh = a_vault(pack)
    place = type(hub)(archive, url)
    place.pair(fresh, account="new")
    assert place.sync(fresh).received == 14
    for name in ("household", "person", "household_year"):
        assert rows_of(fresh, name) == rows_of(vault, name)
    with archive.held() as ledger:
        assert digest(ledger, VILLAGE) == digest(vault.ledger, VILLAGE) == digest(fresh.ledger, VILLAGE)
    second = synced(vault, url)
    assert (second.sent, second.received, second.counts.here, second.conflicts) == (0, 0, 0, 1)


def test_the_requests_of_a_released_laptop_get_the_replies_that_it_understands(
    opened: tuple[Vault, Archive, str], released: Path
) -> None:
    vault, _, url = opened
    told = json.loads((released / "round.json").read_text("utf-8"))
    device = told["device"]

    def ask(path: str, message: msgspec.Struct, reply: Any) -> Any:
        answer = requests.post(url + path, data=msgspec.json.encode(message), timeout=10)
        return msgspec.json.decode(answer.content, type=reply)

    nonce = ask("/v1/challenge", ChallengeRequest(device), ChallengeReply).nonce
    signature = vault.device.sign(challenge_text(device, nonce)).hex()
    token = ask("/v1/token", TokenRequest(device, nonce, signature), TokenReply).token
    for one in told["requests"]:
        answer = requests.request(
            one["method"],
            url + one["path"],
            data=b64decode(one["body"]),
            headers={"Authorization": f"Bearer {token}"},
            timeout=10,
        )
        assert answer.status_code == one["status"], answer.text
        assert understood(one["path"], answer.content) == understood(one["path"], b64decode(one["reply"]))


def understood(path: str, reply: bytes) -> Any:
    """A reply as that laptop reads it; what it does not know of and the hub's clock are passed over."""
    if path == "/v1/pull":
        return [read_carried(frame).segment for frame in read_frames(BytesIO(reply))]
    if not reply:
        return None
    said = json.loads(reply)
    return {key: said[key] for key in ("vectors", "applied", "heads", "receipts", "wanted") if key in said}
