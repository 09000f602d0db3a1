"""Files of bases in the database: encrypted like all of it, in pieces, so that a cut download goes on where it was."""

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from fieldapp.keys.devices import DeviceKey, verify
from fieldapp.store.ledger import Ledger


class Manifest(msgspec.Struct, frozen=True):
    """What a hub says of a base it gives: SHA-256 and bytes of the file, its rows, the lists that have some, the vector
    it stands at, how many erasures it knows; `by` is the hub's key and `sig` its signature, both hex."""

    scope: str
    hash: str
    bytes: int
    rows: int
    lists: tuple[str, ...]
    vector: dict[str, int]
    erased: int
    by: str = ""
    sig: str = ""


def sign_manifest(key: DeviceKey, manifest: Manifest) -> Manifest:
    """The manifest with the hub's signature."""
    return msgspec.structs.replace(manifest, by=key.public.hex(), sig=key.sign(_text(manifest)).hex())


def is_signed(manifest: Manifest) -> bool:
    """Whether the signature is that of `by` over this manifest; False for malformed words too."""
    try:
        return verify(bytes.fromhex(manifest.by), bytes.fromhex(manifest.sig), _text(manifest))
    except ValueError:
        return False


def keep_manifest(ledger: Ledger, manifest: Manifest, now_ms: int) -> None:
    """Enter a file that is about to be filled; what is kept of it already stays."""
    with ledger.transaction():
        ledger.db.execute(
            "insert or replace into bootstrap (hash, scope, manifest, made_ms) values (?, ?, ?, ?)",
            [manifest.hash, manifest.scope, msgspec.json.encode(manifest).decode(), now_ms],
        )


def manifests(ledger: Ledger, scope: str) -> tuple[tuple[Manifest, int], ...]:
    """The files of a village, the newest first, with the time they were made (UTC ms)."""
    rows = ledger.db.execute(
        "select manifest, made_ms from bootstrap where scope = ? order by made_ms desc", [scope]
    ).fetchall()
    return tuple((msgspec.json.decode(text, type=Manifest), made) for text, made in rows)


def manifest_of(ledger: Ledger, name: str) -> Manifest | None:
    """The manifest of a file by its hash."""
    row = ledger.db.execute("select manifest from bootstrap where hash = ?", [name]).fetchone()
    return msgspec.json.decode(row[0], type=Manifest) if row else None


def held_bytes(ledger: Ledger, name: str) -> int:
    """How much of a file is here, from its beginning."""
    row = ledger.db.execute(
        "select coalesce(max(at + length(body)), 0) from bootstrap_piece where hash = ?", [name]
    ).fetchone()
    return int(row[0])


def add_piece(ledger: Ledger, name: str, at: int, body: bytes) -> None:
    """Put a piece behind those that are here; durable when this returns. One that does not follow them is left out."""
    with ledger.transaction():
        if body and at == held_bytes(ledger, name):
            ledger.db.execute(
                "insert into bootstrap_piece (hash, at, body) values (?, ?, ?)", [name, at, body]
            )


def pieces_from(ledger: Ledger, name: str, offset: int = 0) -> Iterator[bytes]:
    """The bytes of a file from `offset` on, piece by piece."""
    places = ledger.db.execute(
        "select n, at from bootstrap_piece where hash = ? and at + length(body) > ? order by at",
        [name, offset],
    ).fetchall()
    for n, at in places:
        row = ledger.db.execute("select body from bootstrap_piece where n = ?", [n]).fetchone()
        if row is None:
            return
        yield bytes(row[0])[max(0, offset - at) :]


def is_whole(ledger: Ledger, manifest: Manifest) -> bool:
    """Whether all of a file is here and is what its manifest says."""
    told, size = sha256(), 0
    for piece in pieces_from(ledger, manifest.hash):
        told.update(piece)
        size += len(piece)
    return size == manifest.bytes and told.hexdigest() == manifest.hash


def drop_files(ledger: Ledger, scope: str, *, but: str = "", older_than: int = 2**62) -> None:
    """Lose a village's files made before a time (UTC ms), except one."""
    with ledger.transaction():
        found = ledger.db.execute(
            "select hash from bootstrap where scope = ? and hash <> ? and made_ms < ?",
            [scope, but, older_than],
        ).fetchall()
        for (name,) in found:
            ledger.db.execute("delete from bootstrap_piece where hash = ?", [name])
            ledger.db.execute("delete from bootstrap where hash = ?", [name])


def _text(manifest: Manifest) -> bytes:
    told = msgspec.json.encode(msgspec.structs.replace(manifest, by="", sig=""), order="deterministic")
    return b"fieldapp bootstrap 1 " + told
