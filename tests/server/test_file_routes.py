"""Files at the hub: nothing of another village on any route, bombs refused in words, thumbnails that are pictures."""

import json
import secrets
import time
from hashlib import sha256
from typing import Any

import pytest

from fieldapp.store.files.attachment_places import is_placed, lacking
from fieldapp.store.files.attachments import want_files
from fieldapp.store.files.file_boxes import LARGEST_FILE
from fieldapp.store.files.file_chunks import GRID
from fieldapp_server.accounts import Account
from fieldapp_server.files.attachments import is_missing, take_thumbnail
from fieldapp_server.problems import Refused

EAST, WEST = "990101001201", "990101001202"
JPEG = b"\xff\xd8\xff" + b"a small picture"


def code_of(answer: Any) -> str:
    return str(json.loads(answer.content)["error"]["code"]) if answer.status_code >= 400 else ""


def named(county: Any, scope: str, data: bytes) -> str:
    """A file that a record of a village names and that is not at the hub."""
    name = sha256(data).hexdigest()
    with county.archive.held() as ledger, ledger.transaction():
        want_files(ledger, f"sha256:{name}", scope)
    return name


def test_no_route_gives_or_takes_a_byte_of_another_village(own_county: Any) -> None:
    county = own_county
    data = b"a photo of west"
    photo = county.west.photo
    absent = named(county, WEST, b"not yet here")
    take_thumbnail(county.archive, Account("west", "team", (WEST,)), photo, JPEG)
    ask = json.dumps({"lane": "original", "names": [photo, absent]}).encode()
    thumbs = json.dumps({"lane": "thumbnail", "names": [photo, absent]}).encode()
    every = json.dumps({"lane": "original"}).encode()
    calls = {
        "get a chunk": ("GET", f"/v2/files/{photo}/0/1000", b""),
        "get a thumbnail": ("GET", f"/v2/thumbnails/{photo}", b""),
        "put a thumbnail": ("PUT", f"/v2/thumbnails/{absent}", JPEG),
        "send a chunk": ("POST", f"/v2/files/{absent}/12/0", b"not yet here"),
        "get whole": ("GET", f"/v1/attachments/{photo}", b""),
        "ask what is held": ("POST", "/v2/files/held", ask),
        "ask for thumbnails": ("POST", "/v2/files/held", thumbs),
        "ask what lacks": ("POST", "/v2/files/missing", ask),
        "ask what lacks at all": ("POST", "/v2/files/missing", every),
    }
    for what, (method, path, body) in calls.items():
        foreign = county.east.ask(method, path, body)
        for word in (photo, absent, WEST, data.decode(), "small picture"):
            assert word.encode() not in foreign.content, what
        assert foreign.status_code == 403 or foreign.content in (b"{}", b'{"missing":[]}'), what
    with county.archive.held() as ledger:
        assert next(lacking(ledger, [WEST], "original"))[1] == absent, "east has sent west's file"
    # The control: whose village names the file gets through on every route.
    for what, (method, path, body) in calls.items():
        own = county.west.ask(method, path, body)
        assert own.status_code in (200, 204), what
        assert own.status_code == 204 or len(own.content) > 2 or "lacks" in what, what


def test_a_path_that_is_no_hash_or_no_number_is_refused(county: Any) -> None:
    for path in (
        "/v2/files/..%2f..%2farchive.key/0/100",
        f"/v2/files/{county.east.photo.upper()}/0/100",
        f"/v2/files/{county.east.photo}/-1/100",
        f"/v2/files/{county.east.photo}/0/9999999",
        f"/v2/files/{county.east.photo}/0/٣",
        "/v2/thumbnails/archive.key",
    ):
        assert county.east.ask("GET", path).status_code in (400, 404), path
    assert county.east.ask("GET", f"/v2/files/{county.east.photo}/2/5").content == b"a photo of east"[2:7]


@pytest.mark.parametrize(
    ("size", "offset", "length", "code"),
    [
        (5 * GRID, GRID // 2, GRID, "file.bad_chunk"),
        (5 * GRID, 5 * GRID, GRID, "file.bad_chunk"),
        (5 * GRID, 4 * GRID, 2 * GRID, "file.bad_chunk"),
        (5 * GRID, 0, 1, "file.bad_chunk"),
        (5 * GRID, 0, 0, "file.bad_chunk"),
        (LARGEST_FILE + 1, 0, GRID, "file.too_large"),
        (999_999_999_999, 0, GRID, "file.too_large"),
        (LARGEST_FILE, 0, (1 << 20) + 1, "body.too_large"),
        (9_999_999_999_999, 0, GRID, "request.malformed"),
    ],
)
def test_a_chunk_that_lies_is_refused_and_nothing_is_kept(
    county: Any, size: int, offset: int, length: int, code: str
) -> None:
    name = named(county, EAST, f"{size} {offset} {length}".encode())
    answer = county.east.ask("POST", f"/v2/files/{name}/{size}/{offset}", bytes(length))
    assert code_of(answer) == code
    assert not list((county.archive.attachments / "parts").glob(f"*/{name}"))
    with county.archive.held() as ledger:
        assert not ledger.db.execute("select 1 from file_part where sha256 = ?", [name]).fetchone()
    # The control: an honest chunk of the same file is taken.
    assert county.east.ask("POST", f"/v2/files/{name}/{5 * GRID}/0", bytes(GRID)).status_code == 200


def test_a_changed_size_an_overlap_and_a_wrong_hash_are_refused(own_county: Any) -> None:
    data = secrets.token_bytes(3 * GRID)
    name = named(own_county, EAST, data)
    path = f"/v2/files/{name}/{len(data)}"
    east = own_county.east
    assert east.ask("POST", f"{path}/{GRID}", data[GRID : 2 * GRID]).status_code == 200
    assert (
        code_of(east.ask("POST", f"/v2/files/{name}/{len(data) + GRID}/0", data[:GRID]))
        == "file.size_changed"
    )
    assert code_of(east.ask("POST", f"{path}/0", bytes(2 * GRID))) == "file.overlap"
    assert code_of(east.ask("POST", f"{path}/0", bytes(GRID))) == ""
    assert code_of(east.ask("POST", f"{path}/{2 * GRID}", data[2 * GRID :])) == "file.wrong_hash"
    assert not list(own_county.archive.attachments.glob(f"parts/*/{name}"))
    assert east.ask("GET", f"/v2/files/{name}/0/10").status_code == 404
    # The control: after all that the honest file goes through.
    assert json.loads(east.ask("POST", f"{path}/0", data).content) == {"held": len(data), "whole": True}
    assert east.ask("GET", f"/v2/files/{name}/{GRID}/{GRID}").content == data[GRID : 2 * GRID]


def test_only_a_small_picture_is_taken_as_a_thumbnail_and_nobody_changes_it(own_county: Any) -> None:
    east, photo = own_county.east, own_county.east.photo
    for bad in (b"<svg/>", b"MZ" + bytes(100), b"\xff\xd8", JPEG + bytes(10 << 10)):
        assert east.ask("PUT", f"/v2/thumbnails/{photo}", bad).status_code in (400, 413)
        assert east.ask("GET", f"/v2/thumbnails/{photo}").status_code == 404
    assert east.ask("PUT", f"/v2/thumbnails/{photo}", JPEG).status_code == 204
    assert east.ask("PUT", f"/v2/thumbnails/{photo}", JPEG + b"another").status_code == 204
    assert east.ask("GET", f"/v2/thumbnails/{photo}").content == JPEG


def test_a_hundred_thousand_files_are_asked_of_an_index(own_county: Any) -> None:
    archive = own_county.archive
    names = [sha256(str(one).encode()).hexdigest() for one in range(100_000)]
    with archive.held() as ledger, ledger.transaction():
        ledger.db.conn.executemany(
            "insert into attachment (sha256, bytes, have) values (?, 0, ?)",
            [(name, one % 2) for one, name in enumerate(names)],
        )
        ledger.db.conn.executemany(
            "insert into attachment_place (sha256, scope, have) values (?, ?, ?)",
            [(name, f"9901010013{one % 50:02}", one % 2) for one, name in enumerate(names)],
        )
    account = Account("county", "team", ("990101",))
    began = time.perf_counter()
    for name in names[:200]:
        with archive.held() as ledger:
            assert is_placed(ledger, name, account.scopes)
            assert not is_placed(ledger, name, (EAST,))
        assert is_missing(archive, account, "original")
        assert not is_missing(archive, Account("east", "team", (EAST,)), "original")
    seconds = (time.perf_counter() - began) / 800
    with archive.held() as ledger:
        plan = " ".join(
            row[3]
            for row in ledger.db.execute(
                "explain query plan select scope, sha256 from attachment_place indexed by attachment_place_missing "
                "where have = 0 and scope >= ? and scope < ? and (scope, sha256) > (?, ?) "
                "order by scope, sha256 limit 500",
                ["1", "2", "", ""],
            ).fetchall()
        )
        found, after = set(), ("", "")
        while page := list(lacking(ledger, ("990101",), "original", after)):
            found |= {name for _, name in page}
            after = page[-1]
    assert "SCAN" not in plan
    assert "TEMP B-TREE" not in plan
    assert found == set(names[::2])
    assert seconds < 0.002, f"{seconds * 1000:.2f} ms a question"


def test_a_refused_account_is_told_in_words(county: Any) -> None:
    with pytest.raises(Refused):
        take_thumbnail(county.archive, Account("nobody", "team", ()), county.east.photo, JPEG)
