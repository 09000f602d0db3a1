"""Names of attached files that a form gives: what may be one file of one folder on every system, and nothing else.

The name in `jr://file/towns.csv` is the form author's; on Windows `con.csv`, `c:x` and `a.csv:b` reach devices,
drives and streams, `..` leaves the folder, and a link in the folder may lead anywhere.
"""

import re
from pathlib import Path

from fieldapp.errors import FormError
from fieldapp.forms.limits import LARGEST_ATTACHED, LONGEST_NAME

_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:[ .].*)?", re.IGNORECASE | re.DOTALL
)
_REFUSED = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\ud800-\udfff]")


def file_name(source: str) -> str | None:
    """The file's name in an address such as `jr://file/towns.csv`, or None where that is no plain name."""
    name = source.rpartition("/")[2]
    plain = bool(name) and not _REFUSED.search(name) and not _DEVICE.fullmatch(name)
    short = len(name) <= LONGEST_NAME and len(name.encode("utf-8", "replace")) <= 255
    return name if plain and short and name.strip(" ") == name and name[-1] != "." else None


def read_beside(folder: Path, source: str) -> bytes | None:
    """The bytes of the attached file in `folder`, None where there is none. Raises FormError for one too large."""
    name = file_name(source)
    if name is None:
        return None
    path = folder / name
    try:
        inside = path.is_file() and path.resolve().parent == folder.resolve()
        if not inside:
            return None
        if path.stat().st_size > LARGEST_ATTACHED:
            raise too_large(name)
        return path.read_bytes()
    except (OSError, RuntimeError):
        return None


def too_large(name: str) -> FormError:
    """What is said of an attached file over the limit."""
    return FormError(
        "form.attachment.size",
        "The attached file {file} is larger than {megabytes} MB.",
        file=name,
        megabytes=LARGEST_ATTACHED >> 20,
    )
