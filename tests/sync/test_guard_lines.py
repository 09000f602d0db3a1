"""Lines of a log made by an attacker: none stops the village behind it, none forges what somebody else has signed."""

import json
import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from fieldapp.journal.erasing import line_hash
from fieldapp.journal.stream import Segment, chain_after, join_lines
from fieldapp.store.doctor import examine
from fieldapp.store.intake import receive, store_segment
from fieldapp.store.ledger import stream_id
from fieldapp.store.projecting import project
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after

VILLAGE = "990101001201"
NUMBERS = (-1, 0, 2**53, 2**63 - 1, 2**63, 2**64, 10**400, 1.5, 1e308)
TEXTS = (
    "",
    "\x00",
    "household",
    "member",
    "erase",
    "set",
    "edit",
    "'",
    "x" * 3000,
    "9" * 30,
    "sha256:" + "a" * 64,
)
LEAVES: tuple[Any, ...] = (*NUMBERS, *TEXTS, None, True, [], {}, [["a", 1]], [["a", 2**64]], {"a": 1})
DEEP = b"[" * 100_000 + b"]" * 100_000


def bent(value: Any, rng: random.Random) -> Any:
    if rng.random() < 0.1:
        return rng.choice(LEAVES)
    if isinstance(value, dict) and value:
        key = rng.choice(list(value))
        name = rng.choice(("x", "l", "i", "a", "f", "seen", "closes", "s")) if rng.random() < 0.15 else key
        return {**value, name: bent(value[key], rng)}
    if isinstance(value, list) and value:
        at = rng.randrange(len(value))
        return [*value[:at], bent(value[at], rng), *value[at + 1 :]]
    return rng.choice(LEAVES)


def lines_of(vault: Any) -> list[bytes]:
    return [line for one in segments_after(vault.ledger, VILLAGE, {}) for line in one.lines.splitlines()]


def bad_lines(good: list[bytes], count: int) -> Iterable[bytes]:
    """Lines numbered 1, 2 … as one stream of a stranger, bent in one or more places; cut, deep and empty ones too."""
    rng = random.Random(11)
    for number in range(1, count + 1):
        told = json.loads(rng.choice(good)) | {"q": number}
        for _ in range(rng.randint(1, 3)):
            told = bent(told, rng)
        line = json.dumps(told).encode()
        odd = rng.random()
        if odd < 0.1:
            line = line[: rng.randrange(len(line))] or b"{"
        elif odd < 0.15:
            line = line.replace(b'"o":', b'"deep":' + DEEP + b',"o":')
        elif odd < 0.2:
            line = bytes(rng.randrange(1, 256) for _ in range(60)).replace(b"\n", b" ").replace(b"\r", b" ")
        yield b" ".join(line.splitlines())


def erased_and_written(vault: Any) -> str:
    """A village with an erased record, so that lines are looked through for it; gives the record."""
    changes = [Change("household", None, "add", {"household_no": str(number)}) for number in range(3)]
    record = save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE)).changed[0][1]
    save(vault, VILLAGE, "edit", [Change("household", record, "set", {"address": "x"})], seen={})
    with vault.transaction():
        vault.db.execute(
            "insert into erased (scope, list, record, field, stream, seq) values (?, 'household', ?, 'address', ?, 99)",
            [VILLAGE, record, "f" * 16],
        )
    return str(record)


@pytest.mark.parametrize("at_once", [True, False])
def test_no_line_stops_the_lines_behind_it(make_vault: Callable[..., Any], at_once: bool) -> None:
    """One segment a line, as a vault takes them in or as a hub does: log first, tables afterwards."""
    vault = make_vault("a")
    erased_and_written(vault)
    replica = "ab" * 8
    stream = stream_id(replica, VILLAGE)
    good = lines_of(vault)
    some = [*bad_lines(good, 250), json.dumps(json.loads(good[0]) | {"q": 251}).encode()]
    for number, line in enumerate(some, 1):
        segment = Segment(stream, replica, VILLAGE, number, number, line + b"\n")
        if at_once:
            receive(vault.ledger, segment)
        else:
            assert store_segment(vault.ledger, segment).applied == 1, line[:200]
    while project(vault.ledger):
        continue
    assert vault.ledger.vector(VILLAGE)[stream] == 251
    aside = vault.db.execute("select count(*) from quarantine").fetchone()[0]
    assert 50 < aside < 251
    assert vault.db.execute("select count(*) from lagging").fetchone() == (0,)
    # The village goes on: the honest writer saves and reads.
    change = Change("household", None, "add", {"household_no": "honest"})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    assert vault.db.execute("select 1 from household where household_no = 'honest'").fetchone()


def forged(line: bytes, **fields: Any) -> bytes:
    """The line with its first operation replaced by one that claims its hash, with other contents."""
    from hashlib import sha256

    told = json.loads(line)
    part = json.dumps(told["o"][0], separators=(",", ":"), ensure_ascii=False).encode()
    assert part in line
    words = {key: value for key, value in told["o"][0].items() if key in ("l", "i", "a", "seen")}
    out = json.dumps({"x": sha256(part).hexdigest(), **words, "f": fields}, separators=(",", ":")).encode()
    return line.replace(part, out, 1)


def test_what_is_put_beside_the_hash_of_an_operation_is_not_believed(make_vault: Callable[..., Any]) -> None:
    """The chain holds for such a line, and so does its author's signature: that is what makes erasure lawful."""
    writer, reader = make_vault("writer"), make_vault("reader")
    change = Change("household", None, "add", {"household_no": "1", "address": "true"})
    save(writer, VILLAGE, "edit", [change], seen={})
    (segment,) = segments_after(writer.ledger, VILLAGE, {})
    line = segment.lines.splitlines()[0]
    lie = forged(line, household_no="1", address="forged", ended_on="2020-01-01")
    assert line_hash(lie) == line_hash(line), "the control: the chain alone does not see it"
    assert chain_after(bytes(32), lie + b"\n") == chain_after(bytes(32), segment.lines)
    receive(reader.ledger, replace(segment, lines=join_lines([lie]), packed=b""))
    assert reader.db.execute("select address from household").fetchone() == (None,)
    assert "doctor.struck" in {one.code for one in examine(reader)}
    # The control: where an erasure asks for it the rest of the operation is what the log is there for.
    other = make_vault("other")
    record = json.loads(line)["o"][0]["i"]
    with other.transaction():
        other.db.execute(
            "insert into erased (scope, list, record, field, stream, seq) values (?, 'household', ?, 'phone', ?, 9)",
            [VILLAGE, record, "f" * 16],
        )
    receive(other.ledger, replace(segment, lines=join_lines([lie]), packed=b""))
    assert other.db.execute("select address from household").fetchone() == ("forged",)
    assert "doctor.struck" not in {one.code for one in examine(other)}


def test_the_controls_of_this_file(make_vault: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the check a forged operation is believed, and a reader that lets a deep line through stops the village."""
    writer, reader = make_vault("writer"), make_vault("reader")
    change = Change("household", None, "add", {"household_no": "1", "address": "true"})
    save(writer, VILLAGE, "edit", [change], seen={})
    (segment,) = segments_after(writer.ledger, VILLAGE, {})
    lie = forged(segment.lines.splitlines()[0], household_no="1", address="forged")
    with monkeypatch.context() as patch:
        patch.setattr("fieldapp.store.projecting.without_unproven", lambda ledger, commit: commit)
        receive(reader.ledger, replace(segment, lines=join_lines([lie]), packed=b""))
    assert reader.db.execute("select address from household").fetchone() == ("forged",)

    def unguarded(*_: Any, **__: Any) -> None:
        raise RecursionError

    stopped = make_vault("stopped")
    monkeypatch.setattr("fieldapp.journal.stream.decode_commit", unguarded)
    with pytest.raises(RecursionError):
        receive(stopped.ledger, segment)
