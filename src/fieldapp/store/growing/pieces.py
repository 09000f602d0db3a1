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
    """The files of a village with the time they were made (UTC ms), the one that holds most first: clocks go back."""
    rows = ledger.db.execute(
        "select manifest, made_ms from bootstrap where scope = ? order by made_ms desc, hash", [scope]
    ).fetchall()
    found = ((msgspec.json.decode(text, type=Manifest), made) for text, made in rows)
    return tuple(sorted(found, key=lambda one: -sum(one[0].vector.values())))


def manifest_of(ledger: Ledger, name: str) -> Manifest | None:
    """The manifest of a file by its hash."""
    row = ledger.db.execute("select manifest from bootstrap where hash = ?", [name]).fetchone()
    return msgspec.json.decode(row[0], type=Manifest) if row else None


def held_bytes(ledger: Ledger, name: str) -> int:
    """How much of a file is here, from its beginning to the first gap."""
    held = 0
    for at, size in ledger.db.execute(
        "select at, length(body) from bootstrap_piece where hash = ? order by at", [name]
    ).fetchall():
        if at > held:
            break
        held = max(held, at + size)
    return held


def add_piece(ledger: Ledger, name: str, at: int, body: bytes) -> None:
    """Put a piece in its place, whatever came before it; durable when this returns. What is here already stays."""
    with ledger.transaction():
        known = ledger.db.execute(
            "select 1 from bootstrap_piece where hash = ? and at <= ? and at + length(body) >= ?",
            [name, at, at + len(body)],
        ).fetchone()
        if body and not known:
            append_piece(ledger, name, at, body)


def append_piece(ledger: Ledger, name: str, at: int, body: bytes) -> None:
    """Put a piece behind those that are here; durable when this returns."""
    with ledger.transaction():
        ledger.db.execute("insert into bootstrap_piece (hash, at, body) values (?, ?, ?)", [name, at, body])


def enter_file(ledger: Ledger, name: str, manifest: Manifest, now_ms: int) -> None:
    """The pieces that were kept under a name are this file from now on."""
    with ledger.transaction():
        if manifest_of(ledger, manifest.hash) is not None:
            lose_pieces(ledger, manifest.hash)
        ledger.db.execute("update bootstrap_piece set hash = ? where hash = ?", [manifest.hash, name])
        keep_manifest(ledger, manifest, now_ms)


def lose_pieces(ledger: Ledger, name: str) -> None:
    """Lose what is kept under a name."""
    with ledger.transaction():
        ledger.db.execute("delete from bootstrap_piece where hash = ?", [name])


def pieces_from(ledger: Ledger, name: str, offset: int = 0) -> Iterator[bytes]:
    """The bytes of a file from `offset` on, piece by piece, to the first gap."""
    places = ledger.db.execute(
        "select n, at, length(body) from bootstrap_piece where hash = ? and at + length(body) > ? order by at",
        [name, offset],
    ).fetchall()
    for n, at, size in places:
        if at > offset:
            return
        if at + size <= offset:
            continue
        row = ledger.db.execute("select body from bootstrap_piece where n = ?", [n]).fetchone()
        if row is None:
            return
        yield bytes(row[0])[offset - at :]
        offset = at + size


def is_whole(ledger: Ledger, manifest: Manifest) -> bool:
    """Whether all of a file is here and is what its manifest says."""
    told, size = sha256(), 0
    for piece in pieces_from(ledger, manifest.hash):
        told.update(piece)
        size += len(piece)
    return size == manifest.bytes and told.hexdigest() == manifest.hash


def drop_files(ledger: Ledger, scope: str, *, but: str = "") -> None:
    """Lose a village's files, except one."""
    with ledger.transaction():
        for manifest, _ in manifests(ledger, scope):
            if manifest.hash != but:
                drop_file(ledger, manifest.hash)


def drop_file(ledger: Ledger, name: str) -> None:
    """Lose one file."""
    with ledger.transaction():
        lose_pieces(ledger, name)
        ledger.db.execute("delete from bootstrap where hash = ?", [name])


def _text(manifest: Manifest) -> bytes:
    told = msgspec.json.encode(msgspec.structs.replace(manifest, by="", sig=""), order="deterministic")
    return b"fieldapp bootstrap 1 " + told
