"""Sealed submissions, opened again by a reader written from the specification, not from the writer."""

import base64
import hashlib
from xml.etree import ElementTree

import pytest
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.ciphers.modes import ECB
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from fieldapp.errors import FormError
from fieldapp.forms.outcome.sealing import Sealed, seal_submission

ID = "uuid:5b9cf8d1-106f-4004-844f-c072d76762ed"
XML = f'<data id="sealed" version="3"><n>王某</n><meta><instanceID>{ID}</instanceID></meta></data>'.encode()
FILES = {f"photo{n}.jpg": bytes([n]) * (15 + n) for n in range(20)}
NS = "{http://opendatakit.org/submissions}"


@pytest.fixture(scope="module")
def private() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture(scope="module")
def public(private: rsa.RSAPrivateKey) -> str:
    der = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(der).decode()


def _unwrapped(private: rsa.RSAPrivateKey, text: str) -> bytes:
    oaep = padding.OAEP(padding.MGF1(SHA1()), SHA256(), None)
    return private.decrypt(base64.b64decode(text), oaep)


def _opened(content: bytes, key: bytes, vector: bytes) -> bytes:
    """AES-CFB by its definition: each block of text is the block of cipher xor the encrypted block before it."""
    block = Cipher(algorithms.AES(key), ECB()).encryptor()
    plain, before = b"", vector
    for at in range(0, len(content), 16):
        piece = content[at : at + 16]
        plain += bytes(a ^ b for a, b in zip(piece, block.update(before), strict=True))
        before = piece
    return plain[: -plain[-1]]


def _read(sealed: Sealed, private: rsa.RSAPrivateKey) -> dict[str, bytes]:
    manifest = ElementTree.fromstring(sealed.manifest)
    key = _unwrapped(private, manifest.findtext(f"{NS}base64EncryptedKey") or "")
    seed = bytearray(hashlib.md5(ID.encode() + key).digest())
    names = [one.text or "" for one in manifest.iter(f"{NS}file")]
    found = {}
    for counter, name in enumerate([*names, manifest.findtext(f"{NS}encryptedXmlFile") or ""]):
        seed[counter % 16] = (seed[counter % 16] + 1) & 255
        found[name.removesuffix(".enc")] = _opened(sealed.parts[name], key, bytes(seed))
    return found


def test_the_owner_of_the_form_opens_every_file(private: rsa.RSAPrivateKey, public: str) -> None:
    sealed = seal_submission(XML, FILES, public, key=bytes(range(32)))
    assert _read(sealed, private) == {**FILES, "submission.xml": XML}


def test_the_manifest_says_what_the_specification_asks_and_nothing_of_the_answers(
    private: rsa.RSAPrivateKey, public: str
) -> None:
    sealed = seal_submission(XML, {"a&b.jpg": b"x"}, public, key=b"k" * 32)
    manifest = ElementTree.fromstring(sealed.manifest)
    assert manifest.attrib == {"id": "sealed", "encrypted": "yes", "version": "3"}
    assert manifest.findtext("{http://openrosa.org/xforms}meta/{http://openrosa.org/xforms}instanceID") == ID
    assert list(sealed.parts) == ["a&b.jpg.enc", "submission.xml.enc"]
    everything = sealed.manifest + b"".join(sealed.parts.values())
    assert "王某".encode() not in everything
    assert b"k" * 16 not in everything


def test_the_signature_covers_the_files_as_they_were(private: rsa.RSAPrivateKey, public: str) -> None:
    sealed = seal_submission(XML, {"a.jpg": b"x"}, public, key=b"k" * 32)
    manifest = ElementTree.fromstring(sealed.manifest)
    wrapped = manifest.findtext(f"{NS}base64EncryptedKey")
    lines = ["sealed", "3", wrapped, ID]
    lines += [f"a.jpg::{hashlib.md5(b'x').hexdigest()}", f"submission.xml::{hashlib.md5(XML).hexdigest()}"]
    digest = hashlib.md5("".join(f"{line}\n" for line in lines).encode()).digest()
    signature = manifest.findtext(f"{NS}base64EncryptedElementSignature") or ""
    assert _unwrapped(private, signature) == digest


def test_a_form_without_a_version_has_none_in_its_manifest(public: str) -> None:
    sealed = seal_submission(XML.replace(b' version="3"', b""), {}, public, key=b"k" * 32)
    assert b"version=" not in sealed.manifest


@pytest.mark.parametrize("key", ["", "not a key", "AAAA"])
def test_what_is_no_key_is_said(key: str) -> None:
    with pytest.raises(FormError, match="public_key"):
        seal_submission(XML, {}, key, key=b"k" * 32)


def test_a_submission_without_an_id_is_not_sealed(public: str) -> None:
    with pytest.raises(FormError, match="instanceID"):
        seal_submission(XML.replace(ID.encode(), b""), {}, public, key=b"k" * 32)
