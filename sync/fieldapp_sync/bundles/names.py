"""Names of bundle files and where they lie on a stick; what is not on the allow-list is never opened.

    FieldApp/<mark of the recipient>/bundle-<replica>-<sequence>-<part>.fab

The mark is 16 hex digits of the recipient's bundle key, so that the bundles of several villages share one stick.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fieldapp_sync.bundles.refusals import bad_name

SUFFIX = ".fab"
STICK_FOLDER = "FieldApp"
_ALLOWED = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,80}\.fab")
_WRITTEN = re.compile(r"((?:bundle|receipt)-[0-9a-f]{8}-[0-9]{5,10})-([0-9]{3,7})\.fab")
_LEFTOVER = re.compile(_WRITTEN.pattern + r"(\.[0-9a-f]{8})?\.part")


@dataclass(frozen=True)
class PartName:
    """`bundle` is what the names of all its parts begin with; `number` counts from 1."""

    bundle: str
    number: int

    @property
    def file(self) -> str:
        """The name of the part's file."""
        return f"{self.bundle}-{self.number:03}{SUFFIX}"


def bundle_name(kind: str, replica: str, sequence: int) -> str:
    """What the parts of one bundle begin with; `kind` is bundle or receipt."""
    return f"{kind}-{replica[:8]}-{sequence:05}"


def part_name(text: str) -> PartName | None:
    """The parts of a name as `PartName.file` makes it; None for any other, such as one that was changed by hand."""
    found = _WRITTEN.fullmatch(text)
    return PartName(found[1], int(found[2])) if found else None


def is_leftover(text: str) -> bool:
    """Whether a file is what a writing that was cut off left behind."""
    return _LEFTOVER.fullmatch(text) is not None


def is_allowed(text: str) -> bool:
    """Whether a file of this name may be opened as a bundle: renamed by people perhaps, without paths and tricks."""
    return _ALLOWED.fullmatch(text) is not None


def refuse_name(text: str) -> None:
    """Raises BundleError bundle.bad_name for a name that is not on the allow-list."""
    if not is_allowed(text):
        raise bad_name(text)


def parts_of(first: Path) -> tuple[Path, ...]:
    """Every part of a bundle that lies beside one of its parts, in order."""
    named = part_name(first.name)
    if named is None:
        return (first,)
    beside = ((part_name(path.name), path) for path in first.parent.glob(f"{named.bundle}-*{SUFFIX}"))
    found = [(one.number, path) for one, path in beside if one and one.bundle == named.bundle]
    return tuple(path for _, path in sorted(found))


def mark_of(recipient: str) -> str:
    """The name of a recipient's folder on a stick."""
    return sha256(recipient.encode()).hexdigest()[:16]


def folder_on(stick: Path, recipient: str) -> Path:
    """Where on a stick the bundles for a vault lie, by its bundle key."""
    return stick / STICK_FOLDER / mark_of(recipient)
