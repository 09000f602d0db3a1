"""A line beyond the bounds is no commit and hashes as it stands; what lies within them is read."""

from hashlib import sha256

import pytest

from fieldapp.journal.bounds import (
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_FIELDS,
    MOST_OF_RECORD,
    MOST_OPERATIONS,
    MOST_PARTS,
    MOST_STREAMS,
    is_within,
    parts_of,
)
from fieldapp.journal.columns import MOST_PIECES, apart, fits
from fieldapp.journal.commit import MalformedCommit, decode_commit
from fieldapp.journal.erasing import line_hash
from fieldapp.journal.sealed import seal, unseal

HEAD, TAIL = b'{"q":1,"t":"0192f3c1a4b2-0003","w":"w","v":"x@1","k":"edit","o":[', b"]}"
STREAM = {"stream": "s", "scope": "990101001201", "replica": "r"}


def line_of(*operations: bytes) -> bytes:
    return HEAD + b",".join(operations) + TAIL


def operation(record: int = 0, more: bytes = b"") -> bytes:
    return b'{"l":"household","i":"%d","a":"set"%b}' % (record, more)


def fields(count: int) -> bytes:
    return b',"f":{' + b",".join(b'"f%d":1' % at for at in range(count)) + b"}"


def seen(count: int) -> bytes:
    return b',"seen":[' + b",".join(b'["%016x",1]' % at for at in range(count)) + b"]"


WITHIN = {
    "operations": line_of(*(operation(at) for at in range(10_000))),
    "fields": line_of(operation(0, fields(MOST_FIELDS))),
    "streams": line_of(operation(0, seen(MOST_STREAMS))),
    "of a record": line_of(*[operation()] * MOST_OF_RECORD),
    "text": line_of(operation(0, b',"f":{"a":"%b"}' % (b"y" * LONGEST_TEXT))),
}
BEYOND = {
    "operations": line_of(*(operation(at) for at in range(MOST_OPERATIONS + 1))),
    "fields": line_of(operation(0, fields(MOST_FIELDS + 1))),
    "streams": line_of(operation(0, seen(MOST_STREAMS + 1))),
    "of a record": line_of(*[operation()] * (MOST_OF_RECORD + 1)),
    "text": line_of(operation(0, b',"f":{"a":"%b"}' % (b"y" * (LONGEST_TEXT + 1)))),
    "length": line_of(operation(0, b',"f":{"a":"%b"}' % (b"y" * LONGEST_LINE))),
    "quotation marks": line_of(operation(0, b',"f":{"a":"%b"}' % (b'\\"' * MOST_PARTS))),
    "empty operations": line_of(*[b"{}"] * MOST_PARTS),
}


@pytest.mark.parametrize("what", WITHIN)
def test_what_is_within_the_bounds_is_read(what: str) -> None:
    assert is_within(WITHIN[what])
    assert decode_commit(WITHIN[what], **STREAM).seq == 1


@pytest.mark.parametrize("what", BEYOND)
def test_what_is_beyond_them_is_no_commit(what: str) -> None:
    with pytest.raises(MalformedCommit, match="than"):
        decode_commit(BEYOND[what], **STREAM)


@pytest.mark.parametrize("what", ["length", "quotation marks", "empty operations"])
def test_a_line_that_may_not_be_read_is_covered_by_its_chain_as_it_stands(what: str) -> None:
    assert not is_within(BEYOND[what])
    assert line_hash(BEYOND[what]) == sha256(BEYOND[what]).digest()


def test_an_erased_operation_still_leaves_the_hash_of_a_line_within_the_bounds() -> None:
    """The control of the test above: there the hash is over the operations' hashes."""
    line = line_of(operation(1), operation(2))
    struck = b'{"x":"%b","l":"household","i":"1","a":"set"}' % sha256(operation(1)).hexdigest().encode()
    assert line_hash(line) == line_hash(line_of(struck, operation(2))) != sha256(line).digest()


def test_lines_of_more_pieces_than_columns_hold_are_sealed_without_them() -> None:
    many = b'"' * MOST_PIECES + b"\n"
    assert not fits(many)
    assert fits(many[1:])
    for lines in (many, many[1:]):
        assert unseal(seal(lines, 3)) == lines
    assert seal(many, 3)[:1] != b"k"
    assert len(apart(many[1:])[0]) > 0


def test_an_import_of_a_thousand_records_is_far_within() -> None:
    one = operation(1, fields(40) + seen(10))
    assert parts_of(one) * 1000 < MOST_PARTS
