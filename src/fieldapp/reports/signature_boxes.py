"""The signature boxes of a level, empty or with what is recorded; the household may refuse as easily as agree.

A household holds no key: its signature is on paper, or drawn and recorded by a worker, and the print says which.
"""

from collections.abc import Iterator, Sequence

from fieldapp.reports.document import SignatureBox
from fieldapp.reports.inputs import PartySignature, SigningParty
from fieldapp.texts import Texts


def signature_boxes(
    parties: Sequence[SigningParty], signatures: Sequence[PartySignature], texts: Texts
) -> tuple[SignatureBox, ...]:
    """A box for each party in order; the last recorded signature of a party fills its box."""
    last = {signature.party: signature for signature in signatures}
    return tuple(_box(party, last.get(party.id), texts) for party in parties)


def _box(party: SigningParty, signature: PartySignature | None, texts: Texts) -> SignatureBox:
    empty = SignatureBox(
        party=texts.pick(*party.title),
        sign_caption=texts("Signature"),
        date_caption=texts("Date"),
        choices=(texts("I agree"), texts("I do not agree, because:")) if party.refuses else (),
    )
    if signature is None:
        return empty
    return SignatureBox(
        party=empty.party,
        sign_caption=empty.sign_caption,
        date_caption=empty.date_caption,
        signer=f"{signature.signer} {signature.post}".strip(),
        signed_on=signature.signed_on,
        lines=tuple(_lines(signature, texts)),
        mark="met" if signature.agrees else "not_met",
        drawing=signature.drawing if signature.mode == "drawn" else b"",
    )


def _lines(signature: PartySignature, texts: Texts) -> Iterator[str]:
    if signature.agrees:
        yield texts("Agrees")
    else:
        yield texts("Does not agree: {reason}", reason=signature.refuse_reason or texts("no reason given"))
    if signature.mode == "drawn":
        yield texts("Drawn on the screen and recorded by {worker}", worker=signature.recorded_by)
    else:
        yield texts("Signed on paper, recorded by {worker}", worker=signature.recorded_by)
    if not signature.stands:
        yield texts("The figures have changed since: please confirm again.")
