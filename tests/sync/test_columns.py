"""Lines as columns come back byte for byte, whatever they are; a text that claims more than its lines is refused."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fieldapp.journal.columns import MOST_LINES, apart, together
from fieldapp_sync.segments.packing import (
    COLUMNS,
    COLUMNS_AFTER_HISTORY,
    HISTORY,
    choose,
    pack,
    unpack,
    words,
)

PIECES = st.sampled_from(
    [
        b'"',
        b"},{",
        b"0",
        b"1",
        b"007",
        b"-1",
        b"9",
        b"10",
        b"{",
        b":",
        b"+",
        b"=",
        b"#",
        b"\xff",
        b"",
        b" ",
        b";",
        b"*",
    ]
)
LINES = st.lists(st.lists(PIECES, max_size=8).map(b"".join), min_size=1, max_size=12)


def household(number: int) -> bytes:
    return (
        b'{"q":%d,"t":"0192f3c1a4b2-%04x","w":"w07","v":"cn-base@3","k":"edit","o":[{"l":"household","i":"0192-%d",'
        b'"a":"set","f":{"phone":"138%08d","water":"tap"}},{"l":"person","i":"%d","a":"end"}]}\n'
        % (number, number, number * 7919, number * 31337 % 10**8, number)
    )


@given(LINES)
@example([b"", b""])
@example([b"1", b"2", b"3", b"5"])
@example([b"999999999999999", b"1000000000000000"])
def test_any_lines_come_back_as_they_were(lines: list[bytes]) -> None:
    body = b"".join(line + b"\n" for line in lines)
    assert together(b"".join(apart(body)), len(body)) == body
    assert unpack(pack(body, COLUMNS), COLUMNS, len(body)) == body


def test_columns_need_a_fifth_less_than_lines() -> None:
    body = b"".join(map(household, range(1, 400)))
    assert len(pack(body, COLUMNS, 3)) * 5 < len(pack(body, "", 3)) * 4


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"1*1",
        b"1*1\n=",
        b"1*1\n=\na\nb",
        b"2*1\n:\na",
        b"1*0\n\n",
        b"0*1\n=\na",
        b"-1*1\n=\na",
        b"x*1\n=\na",
        b"99999999999*1\n=\na",
        b"1*1 99999999999\n=\na",
        b"1*1\n+\na",
        b'1*1\n+\na"x"b',
        b"1*1\n?\na",
        b"9*1\n=\n" + b"a" * 50,
        b'9*1\n+\n"1"' + b"a" * 50,
    ],
)
def test_a_text_that_is_no_lines_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError):
        together(text, 20)


def test_what_both_ends_hold_need_not_travel_again() -> None:
    before = b"".join(map(household, range(1, 200)))
    for word, lines in (
        (HISTORY, household(200)),
        (COLUMNS_AFTER_HISTORY, b"".join(map(household, range(200, 260)))),
    ):
        assert choose(words(), len(lines), before) == word
        packed = pack(lines, word, 9, before)
        assert len(packed) * 4 < len(pack(lines, "", 9)) * 3
        assert unpack(packed, word, len(lines), before) == lines


def test_a_text_of_more_lines_than_any_log_packs_as_one_is_refused() -> None:
    for count in (MOST_LINES + 1, 8 << 20):
        for text in (b"%d*1\n=\n" % count, b"1*1;%d*1\n=\n" % (count - 1)):
            with pytest.raises(ValueError, match="1"):
                together(text, count)
    # The control: as many as a text may hold.
    assert together(b"65536*1\n=\n", MOST_LINES) == b"\n" * MOST_LINES
