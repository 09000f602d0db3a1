"""Wraps of the vault's 32-byte file key: Argon2id for a worker's passphrase, HKDF for the random recovery key.

An envelope is UTF-8 JSON with the algorithm's id and its costs. A wrong passphrase and a changed envelope look the
same: the box does not open.
"""

import base64
import json
import secrets

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fieldapp.errors import VaultError

KEY_BYTES = 32
PASSPHRASE_ALGORITHM = "argon2id+chacha20poly1305"
RECOVERY_ALGORITHM = "hkdf-sha256+chacha20poly1305"
_MEMORY_KIB, _PASSES, _LANES = 65_536, 3, 4
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 1_048_576, 16, 16
_PURPOSE = b"fieldapp file key"
_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"


def new_file_key() -> bytes:
    """A random file key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_recovery_key() -> str:
    """A random key of 160 bits for paper: eight groups of four letters and digits without I, L, O, U."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(32))
    return "-".join(letters[at : at + 4] for at in range(0, 32, 4))


def wrap_key(file_key: bytes, passphrase: str) -> bytes:
    """The envelope of a file key under a passphrase (Argon2id, 64 MiB)."""
    salt = secrets.token_bytes(16)
    key = _stretched(passphrase, salt, _MEMORY_KIB, _PASSES, _LANES)
    costs = {"memory": _MEMORY_KIB, "passes": _PASSES, "lanes": _LANES}
    return _envelope(PASSPHRASE_ALGORITHM, file_key, key, salt, costs)


def wrap_for_recovery(file_key: bytes, recovery_key: str) -> bytes:
    """The escrow envelope under the recovery key, which is random and needs no stretching."""
    salt = secrets.token_bytes(16)
    return _envelope(RECOVERY_ALGORITHM, file_key, _expanded(recovery_key, salt), salt, {})


def unwrap_key(envelope: bytes, passphrase: str) -> bytes:
    """The file key. Raises VaultError vault.wrong_passphrase, vault.keys_damaged, vault.unknown_algorithm."""
    try:
        raw = json.loads(envelope)
        algorithm, salt = str(raw["algorithm"]), base64.b64decode(raw["salt"], validate=True)
        nonce, box = (
            base64.b64decode(raw["nonce"], validate=True),
            base64.b64decode(raw["box"], validate=True),
        )
        costs = [int(raw.get(name, 0)) for name in ("memory", "passes", "lanes")]
    except (ValueError, KeyError, TypeError) as wrong:
        raise _damaged() from wrong
    if algorithm == PASSPHRASE_ALGORITHM:
        if not _bearable(*costs) or len(salt) < 8:
            raise _damaged()
        key = _stretched(passphrase, salt, *costs)
    elif algorithm == RECOVERY_ALGORITHM:
        key = _expanded(passphrase, salt)
    else:
        raise VaultError(
            "vault.unknown_algorithm",
            "The key file of this vault uses {algorithm}, which this version does not know. Install a newer version.",
            algorithm=algorithm,
        )
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, box, _PURPOSE + algorithm.encode())
    except InvalidTag as wrong:
        raise VaultError("vault.wrong_passphrase", "The passphrase is wrong. Try again.") from wrong
    except ValueError as wrong:
        raise _damaged() from wrong


def _envelope(algorithm: str, file_key: bytes, key: bytes, salt: bytes, costs: dict[str, int]) -> bytes:
    nonce = secrets.token_bytes(12)
    box = ChaCha20Poly1305(key).encrypt(nonce, file_key, _PURPOSE + algorithm.encode())
    parts = {"salt": salt, "nonce": nonce, "box": box}
    texts = {name: base64.b64encode(part).decode() for name, part in parts.items()}
    return json.dumps({"algorithm": algorithm, **costs, **texts}).encode()


def _stretched(passphrase: str, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    return hash_secret_raw(passphrase.encode(), salt, passes, memory, lanes, KEY_BYTES, Type.ID)


def _expanded(recovery_key: str, salt: bytes) -> bytes:
    letters = "".join(letter for letter in recovery_key.upper() if letter.isalnum())
    return HKDF(hashes.SHA256(), KEY_BYTES, salt, _PURPOSE).derive(letters.encode())


def _bearable(memory: int, passes: int, lanes: int) -> bool:
    # A changed envelope must not make this computer run out of memory before the box refuses to open.
    return (
        8 * lanes <= memory <= _MOST_MEMORY_KIB and 1 <= passes <= _MOST_PASSES and 1 <= lanes <= _MOST_LANES
    )


def _damaged() -> VaultError:
    return VaultError(
        "vault.keys_damaged",
        "The key file beside the vault is damaged. Put back the key file from a backup of this vault.",
    )
