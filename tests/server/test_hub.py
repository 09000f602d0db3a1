"""The hub against clients that are wrong, hostile or slow, and its archive on disk."""

import json
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
import zstandard

from fieldapp.errors import SyncError, UserError, VaultError
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.bounded import Bounds
from fieldapp_server.devices import CODE_MINUTES, enrol, pairing_code
from fieldapp_server.door import MAX_JSON
from fieldapp_server.exchange.routes import MAX_PUSH
from fieldapp_server.problems import Refused
from fieldapp_server.serving import listening, serving
from fieldapp_sync.messages import PairRequest
from fieldapp_sync.rounds.link import Link
from fieldapp_sync.segments.frames import Carried, put_frame
from fieldapp_sync.wire.second import SecondTalk

SCOPE = "990101001201"


def test_the_archive_is_encrypted_and_its_key_is_a_private_file(county: Any) -> None:
    folder = county.archive.folder
    assert (folder / "archive.key").stat().st_mode & 0o777 == 0o600
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for plain in (
                b"SQLite format",
                b"number of east",
                b"a photo of east",
                county.east.household.encode(),
            ):
                assert plain not in content, file.name


def test_an_archive_without_its_key_is_not_touched(tmp_path: Path) -> None:
    open_archive(tmp_path / "hub").close()
    key = tmp_path / "hub" / "archive.key"
    kept = key.read_text()
    for damage in (lambda: key.write_text(kept[:30]), lambda: key.write_text(""), key.unlink):
        damage()
        with pytest.raises(SyncError) as refused:
            open_archive(tmp_path / "hub")
        assert refused.value.code == "hub.no_key"
    assert not key.exists()
    key.write_text(kept)
    open_archive(tmp_path / "hub").close()


def test_two_hubs_cannot_open_one_archive(archive: Archive) -> None:
    with pytest.raises(VaultError) as refused:
        open_archive(archive.folder)
    assert refused.value.code == "vault.in_use"


def test_everything_is_still_there_after_a_restart(own_county: Any, tmp_path: Path) -> None:
    own_county.archive.close()
    with open_archive(tmp_path / "hub") as again, again.held() as ledger:
        numbers = {row[0] for row in ledger.db.execute("select household_no from household").fetchall()}
    assert numbers == {"number of east", "number of west"}


def test_a_pairing_code_works_once_and_not_for_ever(archive: Archive, now: Callable[[], int]) -> None:
    add_account(archive, "team", "team", [SCOPE])
    code = pairing_code(archive, "team", now())
    request = PairRequest(code.lower().replace("-", " "), "ab" * 32, "01")
    assert enrol(archive, request, now()).account.name == "team"
    with pytest.raises(Refused, match=r"pair\.code"):
        enrol(archive, request, now())
    late = PairRequest(pairing_code(archive, "team", now()), "cd" * 32, "02")
    with pytest.raises(Refused, match=r"pair\.code"):
        enrol(archive, late, now() + CODE_MINUTES * 60_000 + 1)


def test_guessing_codes_is_slowed_down(archive: Archive) -> None:
    with serving(archive) as url:
        body = b'{"code":"AAAA-AAAA","public":"' + b"ab" * 32 + b'","replica":"00"}'
        answers = [requests.post(f"{url}/v1/pair", data=body, timeout=10).status_code for _ in range(12)]
    assert answers == [403] * 10 + [429] * 2


def test_an_account_needs_a_real_scope(archive: Archive, now: Callable[[], int]) -> None:
    for scopes in ([], ["here"], [""], ["990101001201' or 1"]):
        with pytest.raises(UserError):
            add_account(archive, "team", "team", scopes)
    with pytest.raises(SyncError):
        pairing_code(archive, "nobody", now())


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("/v1/vectors", b"{", 400, "request.malformed"),
        ("/v1/vectors", b'{"digests":[]}', 400, "request.malformed"),
        ("/v1/vectors", b"\xff\xfe", 400, "request.malformed"),
        ("/v1/pull", b'{"scope":1}', 400, "request.malformed"),
        ("/v1/push", put_frame(b"nonsense"), 400, "segment.damaged"),
        ("/v1/push", b"\xff\xff\xff\xff", 400, "segment.damaged"),
        ("/v1/push", put_frame(b"x")[:-1], 400, "segment.damaged"),
        ("/v1/vectors", b" " * (MAX_JSON + 1), 413, "body.too_large"),
        ("/v1/push", b"\0" * (MAX_PUSH + 1), 413, "body.too_large"),
        ("/v1/hello", b"0" * 65, 413, "body.too_large"),
        ("/v1/nowhere", b"", 404, "request.unknown"),
    ],
)
def test_a_bad_request_gets_its_code(county: Any, path: str, body: bytes, status: int, code: str) -> None:
    answer = county.east.ask("POST", path, body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_a_body_that_grows_without_saying_so_is_cut_at_the_cap(county: Any) -> None:
    def endless() -> Any:
        for _ in range(40):
            yield b"\0" * (1 << 20)

    try:
        status = requests.post(
            f"{county.url}/v1/vectors",
            data=endless(),
            headers={"Authorization": f"Bearer {county.east.token()}"},
            timeout=10,
        ).status_code
    except requests.ConnectionError:
        status = 413  # cut before the answer could be read
    assert status == 413
    assert county.east.ask("POST", "/v1/state").status_code == 200


def test_a_bomb_in_a_segment_is_refused_small(county: Any) -> None:
    from fieldapp.store.ledger import stream_id

    stream = stream_id("00", SCOPE)
    for claimed in (1 << 30, 1000):
        told = {"stream": stream, "replica": "00", "scope": SCOPE, "first": 1, "last": 1}
        head = json.dumps(told | {"bytes": claimed, "sha256": "00"})
        body = put_frame(head.encode() + b"\n" + zstandard.compress(bytes(64 << 20)))
        answer = county.east.ask("POST", "/v1/push", body)
        assert answer.json()["error"]["code"] == "segment.damaged"


def test_a_file_that_is_not_what_its_name_says_is_refused(county: Any) -> None:
    answer = county.east.ask("PUT", f"/v1/attachments/{county.east.photo}", b"something else")
    assert answer.status_code == 400
    assert county.east.ask("GET", f"/v1/attachments/{county.east.photo}").content == b"a photo of east"


def test_the_wrong_method_is_told(county: Any) -> None:
    answer = county.east.ask("GET", "/v1/hello")
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "request.method")


def test_connections_that_never_finish_a_request_are_cut_and_others_are_served(archive: Archive) -> None:
    with serving(archive, bounds=Bounds(head=0.3, whole=0.6, idle=1)) as url:
        port = int(url.rsplit(":", 1)[1])
        heads = [
            b"",
            b"POST / HTTP/1.1\r\nX: ",
            b"POST /v1/challenge HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n{",
        ]
        stuck = [socket.create_connection(("127.0.0.1", port), 5) for _ in range(60)]
        for at, connection in enumerate(stuck):
            connection.sendall(heads[at % 3])
        started = time.monotonic()
        answer = requests.post(f"{url}/v1/challenge", data=b'{"device":"x"}', timeout=5)
        for connection in stuck:
            connection.settimeout(5)
            try:
                while connection.recv(4096):
                    continue
            except ConnectionResetError:
                pass
            connection.close()
        assert answer.status_code == 200
        assert time.monotonic() - started < 5


def test_a_taken_port_is_a_sentence() -> None:
    with listening("127.0.0.1", 0) as door, pytest.raises(SyncError) as refused:
        listening("127.0.0.1", door.getsockname()[1])
    assert refused.value.code == "hub.port_taken"


def test_many_laptops_at_once_each_get_all_of_it(own_county: Any) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from fieldapp.store.save import Change, save, seen_of
    from fieldapp_sync.authority.pairing import connect
    from fieldapp_sync.rounds.round import sync_once

    east = own_county.east
    for number in range(80):
        change = Change(
            "household", None, "add", {"household_no": str(number), "address": f"{number} " * 400}
        )
        save(east.vault, east.scope, "edit", [change], seen=seen_of(east.vault, east.scope))
    assert sync_once(east.vault, east.connection).sent == 80

    def everything(_: int) -> int:
        connection = connect(east.vault.sibling())
        try:
            pulled = SecondTalk(connection).pull({east.scope: {}}, Link().pace)
            return sum(it.segment.last - it.segment.first + 1 for it in pulled if isinstance(it, Carried))
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(everything, range(24))) == [81] * 24


def test_a_hub_learns_a_countys_fields_later_and_makes_them_from_the_log(tmp_path: Path) -> None:
    from fieldapp.journal.commit import Commit, Operation, encode_commit
    from fieldapp.journal.stream import Segment
    from fieldapp.store.intake import receive
    from fieldapp.store.ledger import stream_id

    stream = stream_id("01", SCOPE)
    operation = Operation("household", "h1", "add", {"household_no": "1", "demo_goats": 7})
    commit = Commit(stream, SCOPE, "01", 1, "0192f3c1a4b2-0003", "w", "demo@1", "edit", (operation,))
    with open_archive(tmp_path / "hub") as archive, archive.held() as ledger:
        assert receive(ledger, Segment(stream, "01", SCOPE, 1, 1, encode_commit(commit) + b"\n")).applied == 1
    pack = tmp_path / "demo"
    (pack / "dictionary").mkdir(parents=True)
    (pack / "pack.yaml").write_text(
        "id: demo\nversion: 1\nrequires: [cn-base]\ntitle: {zh_hans: 例, zh_hant: 例, en: Demo}\n", "utf-8"
    )
    (pack / "dictionary" / "fields.csv").write_text(
        "list,key,type,codes,scale,unit,req,when,check,group,mask,find,section,order,nat,derived,zh_hans,zh_hant,en,"
        "source,since\nhousehold,demo_goats,int,,,,O,,,,,,a,99,,,羊,羊,Goats,,\n",
        "utf-8",
    )
    open_archive(tmp_path / "hub", packs=["cn-base", pack]).close()
    shutil.rmtree(pack)
    with open_archive(tmp_path / "hub") as archive, archive.held() as ledger:
        assert ledger.db.execute("select demo_goats from household").fetchall() == [(7,)]
