"""ODK's encrypted submissions: each file sealed with a key of its own, that key for the form's owner alone.

Source: ODK XForms specification, “Encryption”: AES-256-CFB with PKCS #7 padding, one initialisation vector a file,
RSA-OAEP (SHA-256, MGF1 with SHA-1 as Java has it) around the key and the signature. Nobody here can read one.
"""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from fieldapp.errors import FormError
from fieldapp.forms.reading.xml import read_xml

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

XML_FILE = "submission.xml"
KEY_BYTES = 32
_SUBMISSIONS = "http://opendatakit.org/submissions"
_OPENROSA = "http://openrosa.org/xforms"


@dataclass(frozen=True)
class Sealed:
    """A sealed submission: the manifest takes the place of the XML, `parts` are the files that go with it by name."""

    manifest: bytes
    parts: Mapping[str, bytes]


def seal_submission(xml: bytes, attachments: Mapping[str, bytes], public_key: str, *, key: bytes) -> Sealed:
    """Seal a submission and its attachments (by file name, in their order, which is kept).

    `public_key` is the form's base64 of an RSA key (X.509 DER); `key` 32 fresh random bytes, to be thrown away.
    Raises FormError form.public_key for what is no RSA key, form.seal.no_id for a submission without an instanceID.
    """
    owner = _owner(public_key)
    root = read_xml(xml, "The submission")
    instance_id = next((one.text or "" for one in root.iter("{*}instanceID")), "").strip()
    if not instance_id:
        raise FormError("form.seal.no_id", "This submission has no instanceID, so it cannot be sealed.")
    wrapped = _for_owner(owner, key)
    vectors = _Vectors(instance_id, key)
    files = {**attachments, XML_FILE: xml}
    parts = {f"{name}.enc": _encrypted(content, key, vectors.following()) for name, content in files.items()}
    form, version = root.get("id") or "", root.get("version") or ""
    signed = [form, *([version] if version else []), wrapped, instance_id]
    signed += [f"{name}::{hashlib.md5(content).hexdigest()}" for name, content in files.items()]
    digest = hashlib.md5("".join(f"{line}\n" for line in signed).encode()).digest()
    manifest = _manifest(form, version, wrapped, tuple(attachments), _for_owner(owner, digest), instance_id)
    return Sealed(manifest, MappingProxyType(parts))


class _Vectors:
    """The initialisation vectors of one submission: a seed of 16 bytes, one of them counted up for each file."""

    def __init__(self, instance_id: str, key: bytes) -> None:
        self._seed = bytearray(hashlib.md5(instance_id.encode() + key).digest())
        self._counter = 0

    def following(self) -> bytes:
        place = self._counter % len(self._seed)
        self._seed[place] = (self._seed[place] + 1) % 256
        self._counter += 1
        return bytes(self._seed)


def _encrypted(content: bytes, key: bytes, vector: bytes) -> bytes:
    from cryptography.hazmat.decrepit.ciphers.modes import CFB
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
    from cryptography.hazmat.primitives.padding import PKCS7

    padder = PKCS7(algorithms.AES.block_size).padder()
    encryptor = Cipher(algorithms.AES(key), CFB(vector)).encryptor()
    return encryptor.update(padder.update(content) + padder.finalize()) + encryptor.finalize()


def _owner(public_key: str) -> "RSAPublicKey":
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    try:
        found = load_der_public_key(base64.b64decode("".join(public_key.split()), validate=True))
    except (ValueError, binascii.Error) as error:
        raise _no_key() from error
    if not isinstance(found, RSAPublicKey):
        raise _no_key()
    return found


def _no_key() -> FormError:
    return FormError(
        "form.public_key", "The form's public_key is no RSA key. Ask the form's author for the right one."
    )


def _for_owner(owner: "RSAPublicKey", secret: bytes) -> str:
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
    from cryptography.hazmat.primitives.hashes import SHA1, SHA256

    return base64.b64encode(owner.encrypt(secret, OAEP(MGF1(SHA1()), SHA256(), None))).decode()


def _manifest(
    form: str, version: str, wrapped: str, media: tuple[str, ...], signature: str, instance_id: str
) -> bytes:
    versioned = f" version={quoteattr(version)}" if version else ""
    files = "".join(f"<media><file>{escape(name)}.enc</file></media>" for name in media)
    return (
        f'<data xmlns="{_SUBMISSIONS}" id={quoteattr(form)} encrypted="yes"{versioned}>'
        f"<base64EncryptedKey>{wrapped}</base64EncryptedKey>"
        f"<encryptedXmlFile>{XML_FILE}.enc</encryptedXmlFile>{files}"
        f"<base64EncryptedElementSignature>{signature}</base64EncryptedElementSignature>"
        f'<meta xmlns="{_OPENROSA}"><instanceID>{escape(instance_id)}</instanceID></meta></data>'
    ).encode()
