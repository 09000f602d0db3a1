"""An amount divided by shares, exact to the fen: the parts always add up to the whole. Pure.

Largest remainder: everybody gets the whole fen of his share, the fen left over go one each to the largest remainders,
equal ones in the order of the names, so that every machine divides alike.
"""

from collections.abc import Mapping


def divide(amount: int, shares: Mapping[str, int]) -> dict[str, int]:
    """Fen by name; `amount` in fen, `shares` whole numbers of one scale. Raises ValueError for what cannot be divided."""
    total = sum(shares.values())
    if amount < 0 or total <= 0 or any(share < 0 for share in shares.values()):
        raise ValueError("an amount is divided by shares of which at least one is more than nothing")
    parts = {name: divmod(amount * share, total) for name, share in shares.items()}
    left = amount - sum(whole for whole, _ in parts.values())
    first = sorted(parts, key=lambda name: (-parts[name][1], name))[:left]
    return {name: whole + (name in first) for name, (whole, _) in parts.items()}
