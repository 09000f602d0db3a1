"""What a session shows of a form: frozen values a window, a script or a test may keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Kind = Literal[
    "root",
    "group",
    "repeat-range:uncontrolled",
    "repeat-range:controlled",
    "repeat-instance",
    "input",
    "select",
    "rank",
    "range",
    "trigger",
    "upload",
    "note",
    "model-value",
]

_NOTHING: Mapping[str, str] = MappingProxyType({})


def _nothing() -> Mapping[str, str]:
    return _NOTHING


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a select or rank: the value that is stored and the label in the session's language.

    `code` is the digits that choose it, told by the whole list: a filter changes no code.
    `geometry` is where the choice lies (a point, trace or shape as ODK writes them), for a select on a map.
    """

    value: str
    label: str
    media: Mapping[str, str] = field(default_factory=_nothing, compare=False)
    code: str = field(default="", compare=False)
    geometry: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that keeps a submission from being final. `message` is the form's own text, or empty.

    `soft` waits for `Session.confirm` or another answer.
    """

    ref: str
    kind: Literal["required", "constraint", "soft"]
    message: str


@dataclass(frozen=True)
class NodeState:
    """One node as it stands. `value` is the raw text of the answer ("" for blank, choices joined by a space).

    A repeat shows as one range (`<ref>#range`, with `count`) and its instances (`<ref>[1]` …).
    `multiple` tells select_multiple from select_one. `parameters` are the control's own settings: `start`,
    `end`, `step` of a range; `mediatype` of an upload; `rows` of a text. `media` belongs to the label.
    `soft_message` is the sentence of a soft check that the present answer does not meet, else ""; `confirmed`: the
    worker stands by this very answer in spite of it.
    """

    ref: str
    kind: Kind
    name: str = ""
    parent: str = ""
    type: str = "string"
    appearance: str = ""
    relevant: bool = True
    readonly: bool = False
    required: bool = False
    value: str = ""
    label: str = ""
    hint: str = ""
    guidance: str = ""
    choices: tuple[Choice, ...] = ()
    multiple: bool = False
    violation: Violation | None = None
    constraint_message: str = ""
    required_message: str = ""
    count: int | None = None
    save_to: str = ""
    soft_message: str = ""
    confirmed: bool = False
    parameters: Mapping[str, str] = field(default_factory=_nothing, hash=False)
    media: Mapping[str, str] = field(default_factory=_nothing, hash=False)


@dataclass(frozen=True, slots=True)
class EntityVersion:
    """The version of an entity in ODK's words, which live only at the border to other programs.

    `base` counts the versions this form saw, `trunk` is the one that last came from the server ("" for an entity
    made offline), `branch` the id of the line of offline versions on top of it.
    """

    base: str
    trunk: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True)
class EntityChange:
    """One entity that this submission creates or updates (ODK entities specification 2025.1).

    `list` is the dataset, `values` the saved properties with their raw text ("" where the worker blanked
    one; irrelevant questions are left out), `label` the entity's label, `seen` the opaque token that was
    given for this id when the session started, `ref` the node that declares it. The three versions are what
    `EntityVersion` says, "" where the form or the caller does not tell.
    """

    list: str
    id: str | None
    action: Literal["create", "update"]
    values: Mapping[str, str] = field(hash=False)
    label: str = ""
    seen: str = ""
    ref: str = ""
    base_version: str = ""
    trunk_version: str = ""
    branch_id: str = ""
