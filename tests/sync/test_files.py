"""Photos travel in chunks, thumbnails first, and go on where a link died; what is wrong is refused and fetched anew."""

import random
import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from fieldapp.errors import RegisterError, SyncError
from fieldapp.store import Vault
from fieldapp.store.files.attachments import folder_of, get, held, put, wanted
from fieldapp.store.files.file_chunks import GRID
from fieldapp.store.files.files_waiting import Amount, files_waiting
from fieldapp.store.files.partial_files import PartialFiles
from fieldapp.store.files.thumbnails import keep_thumb, thumb_of
from fieldapp.store.intake import receive
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after
from fieldapp_server.files import arriving
from fieldapp_server.files.attachments import folder_of as hub_folder
from fieldapp_sync.authority.pairing import Pairing, connect
from fieldapp_sync.files.exchange import exchange_files
from fieldapp_sync.files.lanes import is_due, lanes_for
from fieldapp_sync.files.outcome import FilesOutcome, FilesProgress

VILLAGE = "990101001201"
JPEG = b"\xff\xd8\xff" + b"small"


def add_photo(vault: Vault, data: bytes) -> str:
    """A household's visit with a photo; returns its SHA-256."""
    ref = put(vault, data)
    changes = [Change("submission", None, "add", {"form": "visit", "xml": ref})]
    save(vault, VILLAGE, "form", changes, seen=seen_of(vault, VILLAGE))
    return ref.removeprefix("sha256:")


def carry_data(source: Any, target: Any) -> None:
    for segment in segments_after(source, VILLAGE, target.vector(VILLAGE)):
        receive(target, segment)


def exchange(vault: Vault, url: str = "", **words: Any) -> FilesOutcome:
    connection = connect(vault, url)
    try:
        return exchange_files(vault, connection, **words)
    finally:
        connection.close()


@pytest.fixture
def two(hub: Any, make_vault: Any) -> tuple[Vault, Vault]:
    """Two paired laptops of one village."""
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    return a, b


def share(hub: Any, a: Vault, *others: Vault) -> None:
    """The data of `a` at the hub and at the others, without any file."""
    with hub.archive.held() as ledger:
        carry_data(a.ledger, ledger)
    for other in others:
        carry_data(a.ledger, other.ledger)


@contextmanager
def cutting(
    port: int, cuts: int, low: int, high: int, seed: int = 5
) -> Iterator[tuple[str, list[int], list[int]]]:
    """A proxy that cuts its first `cuts` connections that move much, each after `low`..`high` bytes; gives its URL, the
    cuts so far, and the bytes that went through it up and down."""
    rng, cut, carried, turn = random.Random(seed), [0], [0, 0], threading.Lock()

    def pump(source: socket.socket, target: socket.socket, way: int, left: list[int]) -> None:
        with suppress(OSError):
            while chunk := source.recv(2048):
                with turn:
                    chunk = chunk[: left[0]]
                    left[0] -= len(chunk)
                    carried[way] += len(chunk)
                target.sendall(chunk)
                if not left[0]:
                    break
        with turn:
            if left == [0]:
                cut[0] += 1
                left.append(0)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def serve(door: socket.socket) -> None:
        while True:
            try:
                client, _ = door.accept()
            except OSError:
                return
            hub = socket.create_connection(("127.0.0.1", port))
            for end in (client, hub):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            left = [rng.randint(low, high) if cut[0] < cuts else 1 << 40]
            for ends in ((client, hub, 0, left), (hub, client, 1, left)):
                threading.Thread(target=pump, args=ends, daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as door:
        accepting = threading.Thread(target=serve, args=(door,), daemon=True)
        accepting.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}", cut, carried
        finally:
            door.shutdown(socket.SHUT_RDWR)
    accepting.join(5)


def rounds(vault: Vault, url: str, is_done: Callable[[], bool]) -> int:
    for tries in range(1, 100):
        with suppress(SyncError):
            exchange(vault, url)
        if is_done():
            return tries
    raise AssertionError("100 rounds were not enough")


def test_a_photo_of_4_mb_survives_30_cuts_each_way_with_few_extra_bytes(
    hub: Any, two: tuple[Vault, Vault], capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = two
    photo = secrets.token_bytes(4 << 20)
    name = add_photo(a, photo)
    share(hub, a, b)
    port = int(hub.url.rsplit(":", 1)[1])
    extra = []
    for vault, is_done in (
        (a, lambda: hub_folder(hub.archive).holds(name)),
        (b, lambda: not wanted(b)),
    ):
        with cutting(port, 30, 90_000, 150_000) as (url, cut, carried):
            rounds(vault, url, is_done)
            assert cut[0] == 30, "the link was no test"
            extra.append(sum(carried) / len(photo) - 1)
    with cutting(port, 1, 90_000, 150_000) as (url, cut, _):
        # The control: the same link kills a file that goes in one piece, as by protocol 1.
        connection = connect(a, url)
        with pytest.raises(SyncError):
            connection.send("PUT", f"/v1/attachments/{name}", photo)
        connection.close()
    print(f"extra bytes over 30 cuts: up {extra[0]:.1%}, down {extra[1]:.1%}")
    assert max(extra) <= 0.35
    assert get(b, f"sha256:{name}") == photo


def test_a_second_exchange_moves_nothing(hub: Any, two: tuple[Vault, Vault]) -> None:
    a, b = two
    names = [add_photo(a, secrets.token_bytes(100_000 + one)) for one in range(5)]
    share(hub, a, b)
    assert files_waiting(a).send["original"] == Amount(5, 500_010)
    assert exchange(a).sent == 5
    assert files_waiting(a).send["original"] == Amount(0, 0)
    assert exchange(b).received == 5
    assert {ref.removeprefix("sha256:") for ref in held(b)} == set(names)
    for vault in two:
        assert not is_due(vault, ("thumbnail", "original"), hub_wants=False)
        again = exchange(vault)
        assert (again.sent, again.received, again.refused) == (0, 0, ())


def test_originals_stay_where_only_thumbnails_may_go_and_the_thumbnail_is_shown(
    hub: Any, two: tuple[Vault, Vault]
) -> None:
    a, b = two
    photo = JPEG + b" in full, and large"
    name, sheet = add_photo(a, photo), add_photo(a, b"<the sheet of a form/>")
    film = add_photo(a, b"<no picture/>" * 9000)
    share(hub, a, b)

    def make(data: bytes) -> bytes | None:
        return JPEG if data == photo else None

    seen: list[FilesProgress] = []
    sent = exchange(a, lanes=("thumbnail",), make_thumbnail=make, progress=seen.append)
    assert (sent.sent, [one.name for one in seen if one.lane == "thumbnail"]) == (1, [name])
    come = exchange(b, lanes=("thumbnail",))
    assert come.received == 1
    assert held(b) == (f"sha256:{sheet}",), "the small sheet goes with the data, on any link"
    assert thumb_of(b, name) == JPEG
    assert thumb_of(b, sheet) is thumb_of(b, film) is None
    with pytest.raises(RegisterError):
        get(b, f"sha256:{name}")
    assert come.waiting is not None
    assert come.waiting.fetch["original"].files == 2
    assert come.waiting.fetch["thumbnail"].files == 1, "of the film, which the hub does not have"
    seen.clear()
    again = exchange(a, lanes=("thumbnail",), make_thumbnail=make, progress=seen.append)
    assert (again.sent, seen) == (0, [])
    assert again.waiting is not None
    assert again.waiting.send["original"].files == 2
    both = exchange(a), exchange(b)
    assert (both[0].sent, both[1].received) == (2, 2)
    stored = b"".join(path.read_bytes() for path in b.path.parent.rglob("*") if path.is_file())
    assert JPEG not in stored.replace(photo, b"")


def test_originals_go_to_a_station_or_a_near_hub_and_elsewhere_only_where_it_is_allowed(
    make_vault: Any,
) -> None:
    vault = make_vault("a")

    def lanes(url: str, tier: str = "central") -> tuple[str, ...]:
        return lanes_for(Pairing(url, "hub", "", "", "", (VILLAGE,), tier), vault)

    both = ("thumbnail", "original")
    assert lanes("https://hub.example.org") == ("thumbnail",)
    assert lanes("https://203.0.113.5.example:8443") == ("thumbnail",)
    assert lanes("https://8.8.8.8") == ("thumbnail",)
    for url in (
        "https://192.168.1.20:8443",
        "http://127.0.0.1:9",
        "https://station.local",
        "https://station",
    ):
        assert lanes(url) == both
    assert lanes("https://hub.example.org", "township") == both
    with vault.transaction():
        vault.ledger.set_meta("originals_anywhere", "1")
    assert lanes("https://hub.example.org") == both


def test_progress_names_the_record_and_counts_bytes_and_files(hub: Any, two: tuple[Vault, Vault]) -> None:
    a, _ = two
    for one in range(3):
        add_photo(a, secrets.token_bytes(200_000 + one))
    share(hub, a)
    told: list[FilesProgress] = []
    exchange(a, progress=told.append)
    assert {(one.lane, one.way, one.files_total) for one in told} == {("original", "send", 3)}
    assert told[-1].files_done == 3
    assert all(one.named is not None and one.named.list == "submission" for one in told)
    assert all(one.bytes_done <= one.bytes_total for one in told)


def test_an_exchange_that_is_ended_keeps_what_came(hub: Any, two: tuple[Vault, Vault]) -> None:
    a, b = two
    for one in range(12):
        add_photo(a, secrets.token_bytes(300_000 + one))
    share(hub, a, b)
    exchange(a)
    moved: list[FilesProgress] = []
    outcome = exchange(b, progress=moved.append, cancelled=lambda: bool(moved))
    assert outcome.cancelled
    assert outcome.received < 12
    exchange(b)
    assert len(held(b)) == 12


def test_a_damaged_file_is_thrown_away_fetched_anew_and_never_stored(
    hub: Any, two: tuple[Vault, Vault], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = two
    photo = secrets.token_bytes(5 * GRID)
    name = add_photo(a, photo)
    share(hub, a, b)
    exchange(a)
    # A part from a link or a stick that lied lies here already.
    PartialFiles(folder_of(b)).take(name, len(photo), GRID, bytes(GRID))
    outcome = exchange(b)
    assert (outcome.received, outcome.refused) == (1, ())
    assert get(b, f"sha256:{name}") == photo


def test_a_file_that_the_hub_spoils_each_time_is_told_and_the_others_come(
    hub: Any, two: tuple[Vault, Vault], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = two
    bad, good = secrets.token_bytes(40_000), secrets.token_bytes(50_000)
    names = [add_photo(a, data) for data in (bad, good)]
    share(hub, a, b)
    exchange(a)
    true = hub_folder(hub.archive).__class__.read_part

    def read_part(self: Any, digest: str, first: int, last: int) -> bytes:
        content = true(self, digest, first, last)
        return (
            bytes(len(content)) if digest == names[0] and self.folder == hub.archive.attachments else content
        )

    monkeypatch.setattr("fieldapp.store.files.attachment_folder.AttachmentFolder.read_part", read_part)
    outcome = exchange(b)
    assert outcome.received == 1
    assert [one.code for one in outcome.refused] == ["file.wrong_hash"]
    assert not folder_of(b).holds(names[0])
    assert PartialFiles(folder_of(b)).all() == {}
    monkeypatch.undo()
    assert exchange(b).received == 1


def test_an_erased_file_never_comes_back(hub: Any, two: tuple[Vault, Vault]) -> None:
    a, b = two
    name = add_photo(a, secrets.token_bytes(60_000))
    share(hub, a, b)
    exchange(a)
    for ledger, folder in ((b.ledger, folder_of(b)), (None, hub_folder(hub.archive))):
        with hub.archive.held() as held_ledger:
            one = ledger or held_ledger
            with one.transaction():
                one.db.execute(
                    "insert into erased (scope, list, record, field, stream, seq) "
                    "values (?, 'attachment', ?, '*', 's', 1)",
                    [VILLAGE, name],
                )
                one.db.execute("delete from attachment where sha256 = ?", [name])
            folder.remove(name)
    assert exchange(b).received == 0
    assert exchange(a).sent == 0
    assert not folder_of(b).holds(name)
    assert not hub_folder(hub.archive).holds(name)
    with hub.archive.held() as ledger:
        assert ledger.db.execute(
            "select count(*) from attachment_place where sha256 = ?", [name]
        ).fetchone() == (0,)


def test_a_file_that_came_whole_before_the_program_died_is_entered_by_the_next_exchange(
    hub: Any, two: tuple[Vault, Vault]
) -> None:
    a, b = two
    photo = secrets.token_bytes(50_000)
    name = add_photo(a, photo)
    share(hub, a, b)
    folder_of(b).write(photo)
    assert wanted(b) == (f"sha256:{name}",)
    exchange(a)
    exchange(b)
    assert wanted(b) == ()


def test_one_account_cannot_begin_files_without_end(
    hub: Any, two: tuple[Vault, Vault], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, _ = two
    monkeypatch.setattr(arriving, "MOST_BEGUN", 2)
    names = [add_photo(a, secrets.token_bytes(40_000 + one)) for one in range(4)]
    share(hub, a)
    connection = connect(a)
    codes = []
    for name in names[:3]:
        try:
            connection.send("POST", f"/v2/files/{name}/40000/0", bytes(GRID))
            codes.append("")
        except SyncError as refused:
            codes.append(str(refused.params["hub_code"]))
    connection.close()
    assert codes == ["", "", "file.too_many"]
    # Old beginnings are swept, and then there is room again.
    with hub.archive.held() as ledger, ledger.transaction():
        ledger.db.execute("update file_part set at = 0")
    arriving.Arriving(hub.archive).sweep(40 * 86_400_000)
    assert not list((hub.archive.attachments / "parts").glob("*/*"))
    outcomes = [exchange(a) for _ in range(4)]
    assert sum(one.sent for one in outcomes) == 4
    assert outcomes[-1].refused == ()


def test_parts_at_the_hub_are_encrypted(hub: Any, two: tuple[Vault, Vault]) -> None:
    a, _ = two
    data = b"an invented face " * 4000
    name = add_photo(a, data)
    share(hub, a)
    connection = connect(a)
    connection.send("POST", f"/v2/files/{name}/{len(data)}/0", data[: 2 * GRID])
    connection.close()
    files: list[Path] = [path for path in hub.archive.attachments.rglob("*") if path.is_file()]
    assert len(files) == 1
    assert b"invented face" not in files[0].read_bytes()
    assert sha256(data).hexdigest() == name


def test_a_round_that_has_nothing_to_move_is_not_due_and_a_new_photo_makes_it_due(
    hub: Any, two: tuple[Vault, Vault]
) -> None:
    a, b = two
    lanes = ("thumbnail",)
    add_photo(a, b"<the sheet of a form/>")
    share(hub, a, b)
    for vault in two:
        assert is_due(vault, lanes, hub_wants=False)
        exchange(vault, lanes=lanes)
        assert not is_due(vault, lanes, hub_wants=False)
    assert is_due(a, lanes, hub_wants=True)
    name = add_photo(a, JPEG + bytes(100_000))
    share(hub, a, b)
    assert is_due(a, lanes, hub_wants=False)
    exchange(a, lanes=lanes, make_thumbnail=lambda data: JPEG)
    assert not is_due(a, lanes, hub_wants=False)
    exchange(b, lanes=lanes)
    assert thumb_of(b, name) == JPEG
    assert not is_due(b, lanes, hub_wants=False)
    small = add_photo(a, JPEG + bytes(1000))
    share(hub, a, b)
    exchange(a, lanes=lanes, make_thumbnail=lambda data: JPEG)
    assert not is_due(a, lanes, hub_wants=False)
    assert small not in held(b)


def test_a_round_comes_for_a_sheet_that_was_cut_after_its_thumbnail_was_asked_for(
    hub: Any, two: tuple[Vault, Vault]
) -> None:
    a, b = two
    lanes = ("thumbnail",)
    name = add_photo(a, b"<the sheet of a form/>")
    share(hub, a, b)
    exchange(a, lanes=lanes)
    keep_thumb(b.ledger, folder_of(b), name, b"")
    assert files_waiting(b).fetch["thumbnail"].files == 0
    assert is_due(b, lanes, hub_wants=False)
    assert exchange(b, lanes=lanes).received == 1
    assert not is_due(b, lanes, hub_wants=False)
    assert get(b, f"sha256:{name}") == b"<the sheet of a form/>"
