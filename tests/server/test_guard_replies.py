"""Answers to pulls: made whole where they are small, travelling where they are not, ended where a laptop is shut out."""

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any

import msgspec
import pytest
import requests

from fieldapp.store.save import Change, save, seen_of
from fieldapp_server.accounts import add_account
from fieldapp_server.devices import active_device, revoke_device
from fieldapp_server.door import SMALL_REPLY
from fieldapp_server.exchange.pulling import pull_all
from fieldapp_sync.messages import PullAll
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.segments.frames import read_carried, read_frames
from fieldapp_sync.segments.heading import is_segment

OTHER = "990101009299"


def write_some(post: Any, count: int) -> None:
    with post.vault.transaction():
        for at in range(count):
            values = {"household_no": f"{at}", "address": sha256(b"%d" % at).hexdigest()}
            change = Change("household", None, "add", values)
            save(post.vault, post.scope, "edit", [change], seen=seen_of(post.vault, post.scope))
    sync_once(post.vault, post.connection)


def is_whole(reply: requests.Response) -> bool:
    """Whether the answer said at once how long it is."""
    return "content-length" in reply.headers and "transfer-encoding" not in reply.headers


def test_an_answer_is_made_whole_up_to_32_kilobytes_asked_for_and_no_further(own_county: Any) -> None:
    east = own_county.east
    write_some(east, 1200)
    size = 16_384

    def pulled(most: int) -> requests.Response:
        asked = PullAll({east.scope: {}}, size, 3, ("",), most)
        reply = east.ask("POST", "/v2/pull", msgspec.json.encode(asked))
        assert reply.status_code == 200
        return reply

    for most in (1, SMALL_REPLY):
        reply = pulled(most)
        assert is_whole(reply)
        # What is made in memory is what was asked for, and the segment that reached it.
        assert most <= len(reply.content) < most + size
        assert [is_segment(one) for one in read_frames(BytesIO(reply.content))][-1] is False
    for most in (-1, 0, SMALL_REPLY + 1, 10**9):
        assert not is_whole(pulled(most)), "the control: who asks for more gets it while it is made"


def test_a_part_of_a_base_is_made_whole_up_to_32_kilobytes(own_county: Any) -> None:
    east = own_county.east
    write_some(east, 1200)
    ask = {"scope": east.scope, "vector": {}, "always": True}
    told = east.ask("POST", "/v2/bootstrap", msgspec.json.encode(ask)).json()["manifest"]
    assert told["bytes"] > SMALL_REPLY
    for most, whole in ((1, True), (SMALL_REPLY, True), (SMALL_REPLY + 1, False)):
        reply = east.ask("GET", f"/v2/bootstrap/{told['hash']}/0?most={most}")
        assert (is_whole(reply), len(reply.content)) == (whole, min(most, told["bytes"]))


def shut_out(county: Any) -> None:
    revoke_device(county.archive, county.east.connection._device)


def moved(county: Any) -> None:
    add_account(county.archive, "east", "team", [OTHER])


@pytest.mark.parametrize("change", [shut_out, moved, None])
def test_who_is_shut_out_in_the_middle_of_a_pull_gets_no_more_of_it(
    own_county: Any, change: Callable[[Any], None] | None
) -> None:
    east, archive = own_county.east, own_county.archive
    write_some(east, 600)
    asked = PullAll({east.scope: {}}, 8192, 3, ("",))
    frames = pull_all(archive, active_device(archive, east.connection._device), asked)
    got = [next(frames)]
    if change is not None:
        change(own_county)
    got += frames
    contents = list(read_frames(BytesIO(b"".join(got))))
    commits = sum(
        one.last - one.first + 1
        for one in (read_carried(told).segment for told in contents if is_segment(told))
    )
    if change is None:
        assert commits > 600, "the control: who is still let in gets all of it"
        assert not is_segment(contents[-1])
    else:
        assert commits < 200
        assert is_segment(contents[-1]), "not a word on what else there is"
