"""Whose packs this computer takes: fingerprints that a person once compared and confirmed, remembered in one file."""

import json
from datetime import date
from pathlib import Path

from fieldapp.errors import PackError

TRUST_FILE = "signers.json"


def trusted_signers(root: Path) -> dict[str, str]:
    """Fingerprint → the day it was confirmed, YYYY-MM-DD, of the folder that installed packs lie in."""
    file = root / TRUST_FILE
    if not file.is_file():
        return {}
    try:
        raw = json.loads(file.read_bytes())
    except ValueError as wrong:
        raise PackError(
            "pack.signers_damaged",
            "The list of confirmed signers is damaged. Delete {file} and confirm the fingerprints again.",
            file=str(file),
        ) from wrong
    return {str(name): str(day) for name, day in raw.items()} if isinstance(raw, dict) else {}


def trust_signer(root: Path, fingerprint: str, today: date) -> None:
    """Remember a fingerprint that a person has compared."""
    _write(root, {**trusted_signers(root), fingerprint: today.isoformat()})


def distrust_signer(root: Path, fingerprint: str) -> None:
    """Forget a fingerprint; packs of this signer that are installed stay."""
    kept = {name: day for name, day in trusted_signers(root).items() if not is_same(name, fingerprint)}
    _write(root, kept)


def is_same(one: str, other: str) -> bool:
    """Whether two spellings mean one fingerprint; spaces, hyphens and letter case aside."""
    return bool(_digits(one)) and _digits(one) == _digits(other)


def _digits(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter not in " -:")


def _write(root: Path, signers: dict[str, str]) -> None:
    root.mkdir(parents=True, exist_ok=True)
    partial = root / f"{TRUST_FILE}.part"
    partial.write_text(json.dumps(signers, indent=1, sort_keys=True), "utf-8")
    partial.replace(root / TRUST_FILE)
