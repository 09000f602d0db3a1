"""Builders for the hub: an archive with two accounts of different villages, each with a vault paired to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from fieldapp.journal.stream import Segment, join_lines
from fieldapp.keys.certificates import issue
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.replicas import replica_name
from fieldapp.store import Vault, create_vault
from fieldapp.store.authority.entering import take_certificates
from fieldapp.store.authority.heads import pin_author
from fieldapp.store.files.attachments import put
from fieldapp.store.intake import store_segment
from fieldapp.store.ledger import stream_id
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.wire import Connection

VILLAGES = {"east": "990101001201", "west": "990101001202"}


@pytest.fixture(scope="session", autouse=True)
def _quick_passphrases() -> Iterator[None]:
    """Dozens of vaults are made here and the passphrase is not what is tested: its stretching costs little."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fieldapp.keys.wraps._MEMORY_KIB", 64)
        yield


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "hub") as opened:
        yield opened


@dataclass(frozen=True)
class Post:
    """A laptop of one village: its vault, its connection, the ids it wrote."""

    vault: Vault
    connection: Connection
    scope: str
    household: str
    photo: str

    def token(self) -> str:
        self.connection._renew_if_needed()
        return self.connection._token

    def ask(self, method: str, path: str, body: bytes = b"") -> requests.Response:
        """A raw request with this laptop's token."""
        return requests.request(
            method,
            self.connection.url + path,
            data=body,
            headers={"Authorization": f"Bearer {self.token()}"},
            timeout=10,
        )


@dataclass(frozen=True)
class County:
    """A hub with two villages that must not see each other."""

    archive: Archive
    url: str
    east: Post
    west: Post


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    """One county for the tests of a file that leave it as it is."""
    with _county(tmp_path_factory.mktemp("county")) as made:
        yield made


@pytest.fixture
def own_county(tmp_path: Path) -> Iterator[County]:
    """A county for one test alone."""
    with _county(tmp_path) as made:
        yield made


@contextmanager
def _county(folder: Path) -> Iterator[County]:
    posts: dict[str, Post] = {}
    with open_archive(folder / "hub") as archive, serving(archive) as url:
        for name, scope in VILLAGES.items():
            posts[name] = _post(archive, url, folder, name, scope)
        yield County(archive, url, posts["east"], posts["west"])
        for post in posts.values():
            post.connection.close()
            post.vault.close()


def _post(archive: Archive, url: str, folder: Path, name: str, scope: str) -> Post:
    vault = create_vault(
        folder / name / "laptop.vault",
        "four invented words here",
        worker=name,
        role="collector",
        scopes=(scope,),
        packs=["cn-base"],
        escrow_recovery=False,
    )
    add_account(archive, name, "team", [scope])
    pair(vault, url, pairing_code(archive, name, now_ms()))
    photo = put(vault, f"a photo of {name}".encode())
    changes = [
        Change("household", None, "add", {"household_no": f"number of {name}"}),
        Change("submission", None, "add", {"form": "visit", "xml": photo}),
    ]
    household = save(vault, scope, "form", changes, seen=seen_of(vault, scope)).changed[0][1]
    connection = connect(vault)
    sync_once(vault, connection)
    return Post(vault, connection, scope, household, photo.removeprefix("sha256:"))


def lay_streams_of_two_villages(county: County) -> tuple[DeviceKey, dict[str, str]]:
    """A laptop that worked in both villages, at the hub: its key, and village → its stream there."""
    key = DeviceKey.generate()
    replica = replica_name(key.public, b"both")
    streams = {}
    with county.archive.held() as ledger:
        told = issue(hub_key(ledger), key.public, name="both", role="team", scopes=["990101001"], issued_ms=1)
        assert take_certificates(ledger, [told]) == {}
        pin_author(ledger, replica, key.public.hex())
        for post in (county.east, county.west):
            (held,) = segments_after(post.vault.ledger, post.scope, {})
            lines = join_lines(held.lines.splitlines()[:1])
            streams[post.scope] = stream_id(replica, post.scope)
            store_segment(ledger, Segment(streams[post.scope], replica, post.scope, 1, 1, lines))
    return key, streams


@pytest.fixture
def both() -> Callable[[County], tuple[DeviceKey, dict[str, str]]]:
    """`lay_streams_of_two_villages`."""
    return lay_streams_of_two_villages


@pytest.fixture
def now() -> Callable[[], int]:
    return now_ms
