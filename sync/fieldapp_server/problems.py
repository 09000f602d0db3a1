"""Every refusal of the hub: one catalogue of codes, each with its HTTP status and an English sentence for logs.

A laptop shows its own sentence for a code it knows (`fieldapp_sync.refusals`), so nothing here is translated.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A kind of refusal, answered as `{"error": {"code", "text"}}`."""

    code: str
    status: int
    text: str


class Refused(Exception):
    """Raised by handlers and what they call."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


MALFORMED = Problem("request.malformed", 400, "The request is not what this endpoint takes.")
BAD_SEGMENT = Problem("segment.damaged", 400, "A segment does not match its length or hash.")
NO_TOKEN = Problem("auth.required", 401, "A valid token is required.")
EXPIRED = Problem("auth.expired", 401, "The token has expired.")
BAD_SIGNATURE = Problem("auth.signature", 401, "The signature is not this device's.")
REVOKED = Problem("auth.revoked", 403, "The device or its account was revoked.")
BAD_CODE = Problem("pair.code", 403, "The pairing code is wrong, used or expired.")
FOREIGN = Problem("scope.foreign", 403, "Outside the scopes of this account.")
ERASE_REFUSED = Problem("erase.refused", 403, "Only a township's or county's account may erase.")
UNKNOWN = Problem("request.unknown", 404, "There is nothing here.")
WRONG_METHOD = Problem("request.method", 405, "This endpoint does not take that method.")
TOO_LARGE = Problem("body.too_large", 413, "The body is larger than this hub takes.")
TOO_MANY = Problem("pair.too_many", 429, "Too many wrong pairing codes. Wait a minute.")
BUSY = Problem("hub.busy", 503, "The hub is busy or its disk is full. Nothing was lost; try later.")
INTERNAL = Problem("hub.internal", 500, "The hub failed. Nothing was lost; tell who runs it.")
