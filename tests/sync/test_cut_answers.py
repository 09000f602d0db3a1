"""An answer that is cut anywhere, in its head too, is a cut and never an answer: a round would end well for nothing."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from fieldapp.errors import SyncError
from fieldapp_sync.wire import connection
from fieldapp_sync.wire.connection import Wire

HEAD = b"HTTP/1.1 %b\r\nserver: hub\r\ncontent-length: %d\r\ncontent-type: application/json\r\n\r\n%b"
BODY = b'{"tag":"d6b1d3e32cff7375"}'
WELL = HEAD % (b"200 OK", len(BODY), BODY)
REFUSED = b'{"code":"token.expired"}'
REFUSAL = HEAD % (b"401 Unauthorized", len(REFUSED), REFUSED)
CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(BODY), BODY)


@contextmanager
def answering(*answers: bytes) -> Iterator[str]:
    """A hub that sends these bytes, one to a connection, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            for answer in answers:
                with door.accept()[0] as line:
                    line.recv(65536)
                    line.sendall(answer)

        thread = Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        thread.join()


def said(url: str) -> bytes | str:
    wire = Wire(url)
    try:
        return wire.request("POST", "/v2/hello", b"x")
    except SyncError as refused:
        return refused.code
    finally:
        wire.close()


@pytest.mark.parametrize("whole", [WELL, CHUNKED, REFUSAL], ids=["length", "chunks", "refusal"])
def test_an_answer_cut_at_any_byte_is_no_answer(whole: bytes) -> None:
    cuts = [whole[:at] for at in range(len(whole))]
    with answering(*cuts) as url:
        told = [said(url) for _ in cuts]
    # A chunk that says it is the last one ends the body before the line behind it has come.
    assert {one for one in told if isinstance(one, bytes)} <= {BODY}
    assert all(isinstance(one, str) for one in told[: whole.index(b"{") + 1])
    assert "sync.unauthorised" not in told


def test_whole_answers_are_taken() -> None:
    empty = b"HTTP/1.1 204 No Content\r\n\r\n"
    with answering(WELL, CHUNKED, empty) as url:
        assert [said(url) for _ in range(3)] == [BODY, BODY, b""]


def test_a_wire_that_believed_a_cut_head_would_have_nothing_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr(connection, "says_its_end", lambda response: True)
    with answering(WELL[: WELL.index(b"content-length")]) as url:
        assert said(url) == b""
