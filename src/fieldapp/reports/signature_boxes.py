"""The signature boxes of a level, empty or with what is recorded; the household may refuse as easily as agree.

A household holds no key: its signature is on paper, or drawn and recorded by a worker, and the print says which.
"""

import dataclasses
from collections.abc import Iterator, Sequence

from fieldapp.casework import SignatureEntry
from fieldapp.reports.document import SignatureBox
from fieldapp.reports.inputs import Signed
from fieldapp.texts import Texts

HOUSEHOLD = "household"


def signature_boxes(parties: Sequence[Signed], texts: Texts) -> tuple[SignatureBox, ...]:
    """A box for each party, in the order given."""
    return tuple(_box(signed, texts) for signed in parties)


def _box(signed: Signed, texts: Texts) -> SignatureBox:
    party, latest = signed.standing.party, signed.standing.latest
    name = texts.pick(party.zh_hans, party.zh_hant, party.en)
    empty = SignatureBox(name, texts("Signature"), texts("Date"))
    if latest is None:
        offers = (texts("I agree"), texts("I do not agree, because:")) if party.id == HOUSEHOLD else ()
        return dataclasses.replace(empty, choices=offers)
    return dataclasses.replace(
        empty,
        signer=f"{latest.entry.signer_name} {latest.entry.post}".strip(),
        signed_on=latest.entry.signed_on,
        lines=tuple(_lines(signed, latest.entry, texts)),
        mark="met" if latest.entry.agrees else "not_met",
        drawing=signed.drawing if latest.entry.mode == "drawn" else b"",
    )


def _lines(signed: Signed, entry: SignatureEntry, texts: Texts) -> Iterator[str]:
    if entry.agrees:
        yield texts("Agrees")
    else:
        yield texts("Does not agree: {reason}", reason=entry.refuse_reason or texts("no reason given"))
    if entry.mode == "drawn":
        yield texts("Drawn on the screen and recorded by {worker}", worker=signed.recorded_by)
        if not signed.drawing:
            yield texts("The drawing has not arrived on this computer yet.")
    else:
        yield texts("Signed on paper, recorded by {worker}", worker=signed.recorded_by)
    if signed.standing.changed_since:
        yield texts("The figures have changed since: please confirm again.")
