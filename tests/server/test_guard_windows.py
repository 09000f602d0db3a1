"""Packed over what the hub holds of a stream: in a foreign village a right guess is answered as a wrong one."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import msgspec
import pytest

from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import lines_between, segments_after
from fieldapp_sync.segments.frames import pack_segment, put_frame, read_carried, read_frames
from fieldapp_sync.segments.heading import is_segment
from fieldapp_sync.segments.packing import WITH_HISTORY


def answers(county: Any, word: str, asker: Any) -> list[str]:
    """What the hub says to a right and to a wrong guess about the west's first lines."""
    west = county.west
    change = Change("household", None, "add", {"household_no": "2"})
    save(west.vault, west.scope, "edit", [change], seen=seen_of(west.vault, west.scope))
    (whole,) = segments_after(west.vault.ledger, west.scope, {})
    first = whole.lines.splitlines(keepends=True)[0]
    told = []
    for guess in (first, first.replace(b"number of west", b"number of east")):
        # The guess itself, said as a copy of what the hub holds: it unpacks to its own hash only where it is right.
        later = replace(whole, first=2, last=2, lines=guess, packed=b"")
        content = pack_segment(later, word=word, window=guess, after=1)
        reply = asker.ask("POST", "/v2/push", put_frame(content)).json()
        told.append(str(reply.get("refused", reply.get("applied"))))
    return told


@pytest.mark.parametrize("word", WITH_HISTORY)
def test_a_guess_about_a_foreign_village_is_answered_alike_right_or_wrong(own_county: Any, word: str) -> None:
    right, wrong = answers(own_county, word, own_county.east)
    assert right == wrong
    assert own_county.west.scope not in right


@pytest.mark.parametrize("word", WITH_HISTORY)
def test_the_control_in_the_own_village_the_right_window_reads(own_county: Any, word: str) -> None:
    right, wrong = answers(own_county, word, own_county.west)
    assert right != wrong


def test_the_control_a_window_given_to_anybody_would_tell_a_right_guess(
    own_county: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unscoped(self: Any, stream: str, first: int, last: int) -> bytes:
        with self._archive.held() as ledger:
            return lines_between(ledger, stream, first, last, 65_536)

    monkeypatch.setattr("fieldapp_server.exchange.pushing.Push._history", unscoped)
    right, wrong = answers(own_county, "h", own_county.east)
    assert right != wrong


def test_a_laptop_that_lies_about_its_base_gets_what_is_its_own_and_no_more(county: Any) -> None:
    east = county.east
    (stream,) = east.vault.ledger.vector(east.scope)
    for base in (-(2**62), -1, 0, 1, 10**15, 2**62):
        asked = {"vectors": {east.scope: {}}, "size": 1, "level": 3, "bases": {stream: base, "": base}}
        reply = east.ask("POST", "/v2/pull", msgspec.json.encode(asked))
        told = [content for content in read_frames(BytesIO(reply.content)) if is_segment(content)]
        assert [read_carried(content).segment.first for content in told][:1] == [1]
    for wrong in ("x", None, 2**70, [1]):
        asked = {"vectors": {}, "size": 1, "level": 3, "bases": {stream: wrong}}
        assert east.ask("POST", "/v2/pull", msgspec.json.encode(asked)).status_code in (200, 400)
