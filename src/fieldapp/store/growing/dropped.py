"""What this computer can no longer give to others: the lines below its bases, which the county's hub keeps."""

from collections.abc import Mapping

from fieldapp.errors import Finding
from fieldapp.journal.commit import Vector
from fieldapp.store.ledger import Ledger


def dropped_below(ledger: Ledger, scope: str, known: Mapping[str, int]) -> dict[str, int]:
    """The streams of a village that this computer cannot give to one who holds `known`, and up to where its own log is
    dropped: he gets them from the county's hub."""
    found = ledger.db.execute(
        "select stream.id, base_stream.seq from base_stream join stream on stream.n = base_stream.stream "
        "where stream.scope = ?",
        [scope],
    )
    return {stream: seq for stream, seq in found.fetchall() if known.get(stream, 0) < seq}


def with_dropped(ledger: Ledger, scope: str, known: Mapping[str, int]) -> dict[str, int]:
    """`known`, and our own head of each stream that cannot be given to who holds it: none of that waits to be sent."""
    held = ledger.vector(scope)
    return {**known, **{stream: held[stream] for stream in dropped_below(ledger, scope, known)}}


def say_dropped(ledger: Ledger, theirs: Mapping[str, Vector], *, is_central: bool) -> tuple[Finding, ...]:
    """A sentence for each village (scope → what the other holds) of which the other lacks lines that are dropped here. At
    the centre that is an alarm: it was put back to a backup older than 90 days."""
    lacking = [scope for scope, known in theirs.items() if dropped_below(ledger, scope, known)]
    if is_central:
        return tuple(
            Finding(
                "dropped.centre",
                "The county's archive lacks old changes of the village {scope} that it had confirmed, and this computer "
                "no longer has them one by one. What it shows is kept. Tell the county to restore a newer backup.",
                {"scope": scope},
            )
            for scope in lacking
        )
    return tuple(
        Finding(
            "dropped.elsewhere",
            "Old changes of the village {scope} are kept at the county alone. The other computer gets them there, or "
            "from a stick that your township station writes.",
            {"scope": scope},
            severity="warning",
        )
        for scope in lacking
    )
