"""A station's word that a person there took in commits which waited for review: what it covers, and its signature. Pure.

The rule it holds: it names one range of one stream and the chain after it, so it serves for no other line; whether its
signer may speak for that village is for who receives it to judge.
"""

import json
from dataclasses import dataclass, fields, replace

from fieldapp.keys.attestations import LAST_SEQ
from fieldapp.keys.devices import ALGORITHM, DeviceKey, verify

LONGEST_NAME = 200
_PURPOSE = b"fieldapp acceptance 1\n"


@dataclass(frozen=True)
class Acceptance:
    """`by` (hex public key) says that `person` took in the lines `first`…`last` of a stream at `at_ms` (UTC). After
    `last` the stream's chain is `chain` (hex)."""

    stream: str
    replica: str
    scope: str
    first: int
    last: int
    chain: str
    person: str
    at_ms: int
    by: str = ""
    algorithm: str = ALGORITHM
    signature: str = ""


def signed(key: DeviceKey, told: Acceptance) -> Acceptance:
    """The same words under this key."""
    own = replace(told, by=key.public.hex(), algorithm=ALGORITHM, person=told.person[:LONGEST_NAME])
    return replace(own, signature=key.sign(_text(own)).hex())


def is_true(told: Acceptance) -> bool:
    """Whether it is well-formed and signed by that key; False for an algorithm that is not known here."""
    try:
        public, chain, signature = (bytes.fromhex(word) for word in (told.by, told.chain, told.signature))
    except ValueError:
        return False
    bounds = 0 < told.first <= told.last <= LAST_SEQ and 0 <= told.at_ms <= LAST_SEQ
    if told.algorithm != ALGORITHM or len(chain) != 32 or not bounds or len(told.person) > LONGEST_NAME:
        return False
    return verify(public, signature, _text(told))


def _text(told: Acceptance) -> bytes:
    """What is signed: the purpose, then every word but the signature as sorted JSON."""
    words = {one.name: getattr(told, one.name) for one in fields(told) if one.name != "signature"}
    return _PURPOSE + json.dumps(words, sort_keys=True, separators=(",", ":")).encode()
