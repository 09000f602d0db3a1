"""How much one commit line may hold, asked before it is read: what it costs in memory follows from its marks. Pure.

The rule it holds: a line beyond the bounds is no commit anywhere. It stays in the log as it came, its chain covers it as
it stands, and whoever would apply it sets it aside; so no line stops those behind it or takes the memory of a hub.
"""

LONGEST_LINE = 4 << 20
"""Bytes of a line."""
MOST_PARTS = 250_000
"""Marks of a line that stand for something to be made of it. An operation has about 90 with ten colleagues' streams in
its `seen`, a chunk of an import some 160,000."""
MOST_OPERATIONS = 20_000
MOST_STREAMS = 4096
"""Streams that one line names as seen: each becomes a row where it is taken in. A village has a few dozen."""
MOST_FIELDS = 1024
"""Fields of one operation; each that the dictionary does not know stays with the record."""
MOST_OF_RECORD = 64
"""Operations of one line on one record: each costs as much as the record has fields."""
LONGEST_TEXT = 1 << 17
"""Characters of one value: a boundary of three thousand points. A name is looked through in many ways."""
MOST_OF_SEGMENT = MOST_PARTS + (1 << 17)
"""Parts of whole lines together: one line of the longest kind, and what a segment holds before it."""
_MARKS = (b'"', b",", b"[", b"{")


def is_within(line: bytes) -> bool:
    """Whether a line may be read."""
    # Nothing that is shorter can hold more marks: the usual line costs one comparison.
    return len(line) <= MOST_PARTS or (len(line) <= LONGEST_LINE and parts_of(line) <= MOST_PARTS)


def parts_of(lines: bytes) -> int:
    """The marks in some bytes."""
    return sum(map(lines.count, _MARKS))
