"""Wraps, device keys and bundle keys: only the right secret opens, and a changed envelope is refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.errors import BundleError, VaultError
from fieldapp.keys.devices import DeviceKey, verify
from fieldapp.keys.recipients import new_identity, open_sealed, recipient_of, seal
from fieldapp.keys.wraps import new_file_key, new_recovery_key, unwrap_key, wrap_for_recovery, wrap_key


@pytest.fixture(scope="module")
def wrapped():
    key = new_file_key()
    return key, wrap_key(key, "四个 随便 的 词")


def code_of(envelope: bytes, passphrase: str) -> str:
    with pytest.raises(VaultError) as refused:
        unwrap_key(envelope, passphrase)
    return refused.value.code


def test_only_the_passphrase_opens_its_wrap(wrapped):
    key, envelope = wrapped
    assert unwrap_key(envelope, "四个 随便 的 词") == key
    assert code_of(envelope, "四个 随便 的 词 ") == "vault.wrong_passphrase"
    assert key.hex() not in envelope.decode()


def test_a_wrap_of_another_algorithm_or_with_a_ruinous_cost_is_refused(wrapped):
    raw = json.loads(wrapped[1])
    assert raw["algorithm"] == "argon2id+chacha20poly1305"
    assert code_of(json.dumps(raw | {"algorithm": "sm4"}).encode(), "x") == "vault.unknown_algorithm"
    assert code_of(json.dumps(raw | {"memory": 2**31}).encode(), "x") == "vault.keys_damaged"
    assert code_of(json.dumps(raw | {"passes": 0}).encode(), "x") == "vault.keys_damaged"


def test_a_changed_box_does_not_open(wrapped):
    raw = json.loads(wrapped[1])
    changed = raw | {"box": ("A" if raw["box"][0] != "A" else "B") + raw["box"][1:]}
    assert code_of(json.dumps(changed).encode(), "四个 随便 的 词") == "vault.wrong_passphrase"


@given(st.binary(max_size=200))
def test_foreign_bytes_are_no_wrap(content):
    assert code_of(content, "x") == "vault.keys_damaged"


def test_the_recovery_key_opens_however_it_is_typed():
    key, recovery = new_file_key(), new_recovery_key()
    envelope = wrap_for_recovery(key, recovery)
    assert unwrap_key(envelope, recovery) == key
    assert unwrap_key(envelope, recovery.lower().replace("-", " ")) == key
    assert code_of(envelope, new_recovery_key()) == "vault.wrong_passphrase"


@settings(max_examples=30)
@given(st.binary(max_size=100), st.binary(min_size=1, max_size=10))
def test_a_signature_holds_for_its_data_and_key_alone(data, more):
    key = DeviceKey.generate()
    signature = key.sign(data)
    assert verify(key.public, signature, data)
    assert not verify(key.public, signature, data + more)
    assert not verify(DeviceKey.generate().public, signature, data)
    assert not verify(b"short", signature, data)


def test_a_device_key_does_not_show_its_private_half():
    key = DeviceKey.generate()
    assert key.private.hex() not in repr(key)
    assert len(key.fingerprint.split()) == 8


def test_a_sealed_bundle_opens_for_its_recipients_only():
    mine, theirs = new_identity(), new_identity()
    sealed = seal(b"segments", [recipient_of(mine)])
    assert open_sealed(sealed, mine) == b"segments"
    for wrong in (sealed[:-1] + bytes([sealed[-1] ^ 1]), sealed[: len(sealed) // 2], b"junk"):
        with pytest.raises(BundleError) as refused:
            open_sealed(wrong, mine)
        assert refused.value.code == "bundle.not_for_us"
    with pytest.raises(BundleError):
        open_sealed(sealed, theirs)
    with pytest.raises(BundleError) as refused:
        seal(b"x", ["age1nonsense"])
    assert refused.value.code == "bundle.bad_recipient"
