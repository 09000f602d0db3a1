"""QR symbols as rows of modules, for paper and screen: the words in, no picture out."""

import segno


def modules_of(text: str) -> tuple[tuple[bool, ...], ...]:
    """The modules (True is dark) of a QR symbol that stands a creased print; without quiet zone."""
    symbol = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in symbol.matrix)
