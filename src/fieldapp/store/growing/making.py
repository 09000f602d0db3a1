"""A base made into a file in the database, piece by piece: known by its hash once it is whole, never before.

The rule it holds: neither the file nor the village lies in memory, and each piece is a short transaction of its own.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from fieldapp.keys.devices import DeviceKey
from fieldapp.store.growing.files import BaseFile
from fieldapp.store.growing.pieces import Manifest, append_piece, enter_file, lose_pieces, sign_manifest
from fieldapp.store.ledger import Ledger

_MAKING = "making "
"""Before the village's code: the name of a file whose hash is not known yet. One is made at a time."""


def make_file(
    held: Callable[[], AbstractContextManager[Ledger]],
    scope: str,
    file: BaseFile,
    erased: int,
    key: DeviceKey,
    now_ms: int,
) -> Manifest:
    """Keep all pieces of a file and its manifest, signed. `held` gives the ledger to write with, for a moment each time.

    What a process that was killed left of such a file goes first.
    """
    name, at = _MAKING + scope, 0
    with held() as ledger:
        lose_pieces(ledger, name)
    try:
        for piece in file.pieces():
            with held() as ledger:
                append_piece(ledger, name, at, piece)
            at += len(piece)
    except BaseException:
        with held() as ledger:
            lose_pieces(ledger, name)
        raise
    manifest = sign_manifest(key, file.manifest(erased))
    with held() as ledger:
        enter_file(ledger, name, manifest, now_ms)
    return manifest
