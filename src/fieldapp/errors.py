"""The error tree: every trouble a worker can act on is a `UserError`; wrong data is a `Finding`, a value.

    FieldAppError
    └── UserError            the worker can act; exit status 1; carries one sentence that says what to do
        ├── VaultError       passphrase, version, damage, disk, a second instance
        ├── FormError        a form that cannot be opened or compiled
        ├── PackError        a content pack, dictionary or standard that is wrong
        ├── RegisterError    a record, field or scope that cannot be written
        └── SyncError        hub, network, pairing
            └── BundleError  a USB bundle that cannot be read

Anything else that is raised is a bug. The sentence is English source text with `{named}` places; the words of
the worker's language come from the translations by that source text (see `fieldapp.texts`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal


def _as_written(text: str) -> str:
    return text


class FieldAppError(Exception):
    """Root of everything FieldApp raises on purpose."""


class UserError(FieldAppError):
    """A trouble the worker can act on. `code` is stable for scripts, `text` is the English sentence template."""

    def __init__(self, code: str, text: str, /, **params: object) -> None:
        super().__init__(code, text, params)
        self.code = code
        self.text = text
        self.params: dict[str, object] = params

    def sentence(self, translate: Callable[[str], str] = _as_written) -> str:
        """The sentence for the worker, in the language of `translate` (source text → text)."""
        return translate(self.text).format(**_told(self.params, translate))

    def __str__(self) -> str:
        return self.sentence()


class VaultError(UserError):
    """The vault cannot be opened, read or written."""


class FormError(UserError):
    """A form cannot be opened or compiled."""


class PackError(UserError):
    """A content pack, its dictionary, code lists or standards are wrong."""


class RegisterError(UserError):
    """A record, a field or a scope cannot be read or written."""


class SyncError(UserError):
    """The hub, the network or the pairing refuses."""


class BundleError(SyncError):
    """A USB bundle cannot be read or is meant for another vault."""


@dataclass(frozen=True)
class Where:
    """The place of a finding; only the parts that are known are set."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    list: str = ""
    record: str = ""
    field: str = ""


@dataclass(frozen=True)
class Finding:
    """Wrong or doubtful data, as a value. `text` is an English sentence template like a `UserError`'s."""

    code: str
    text: str
    params: Mapping[str, object] = field(default_factory=dict)
    where: Where = Where()
    severity: Literal["error", "warning", "repair"] = "error"

    def sentence(self, translate: Callable[[str], str] = _as_written) -> str:
        """The finding in the language of `translate`."""
        return translate(self.text).format(**_told(self.params, translate))

    def __str__(self) -> str:
        return self.sentence()


def _told(params: Mapping[str, object], translate: Callable[[str], str]) -> dict[str, object]:
    """The places of a sentence; a trouble within it is said in the same language."""
    return {
        name: value.sentence(translate) if isinstance(value, (UserError, Finding)) else value
        for name, value in params.items()
    }
