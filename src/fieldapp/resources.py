"""Finds a file of `resources/` wherever the program runs: in a checkout, an installed wheel or a frozen folder."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a resource, as `resource("packs", "cn-base")`. Raises FileNotFoundError when it is absent."""
    for root in _roots():
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))


def _roots() -> list[Path]:
    here = Path(__file__).resolve()
    roots = [here.parent / "assets", here.parents[2] / "resources"]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        roots.insert(0, Path(bundle) / "fieldapp" / "assets")
    return roots
