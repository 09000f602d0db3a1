"""A fault of the hub in its log: where in the program, never with what values.

The rule it holds: an exception's words may hold what somebody wrote about a person, so a log has its kind and place only.
"""

import logging
import traceback

from starlette.types import ASGIApp, Receive, Scope, Send

_LOG = logging.getLogger(__name__)
_FRAMES = 12


def without_values(app: ASGIApp) -> ASGIApp:
    """The application, whose faults are logged here and go no further: a laptop has had its answer by then."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await app(scope, receive, send)
        except Exception as wrong:  # noqa: BLE001 - whatever it is, only its kind and place may be told
            frames = traceback.extract_tb(wrong.__traceback__)[-_FRAMES:]
            places = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
            _LOG.error("hub.internal: %s at %s", type(wrong).__name__, places)

    return guarded
