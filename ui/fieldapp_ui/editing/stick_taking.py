"""Takes in bundles one after another on a task's own connection; one that is refused keeps no other one out.

The rule it holds: a damaged file costs that file, not the bundle: its other parts are taken in, and the file is named.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.errors import UserError
from fieldapp.store import Vault
from fieldapp_sync.authority.pairing import bundle_identity
from fieldapp_sync.bundles import Imported, import_bundle
from fieldapp_sync.bundles.opening import read_file, size_of
from fieldapp_sync.bundles.part import read_part
from fieldapp_ui.editing.stick_dropped import Groups
from fieldapp_ui.editing.stick_writing import Target, is_there, make_durable, of_stick, pulled_out

OF_ONE_FILE = frozenset(("bundle.bad_name", "bundle.unreadable", "bundle.not_a_file", "bundle.damaged"))
UNKNOWN_SIGNER = "bundle.unknown_signer"


@dataclass(frozen=True)
class Refused:
    """Files that were not taken in, and why."""

    files: tuple[Path, ...]
    why: UserError


@dataclass(frozen=True)
class Stranger:
    """A computer that nobody here knows: its bundles wait until the digits were compared."""

    worker: str
    fingerprint: str
    groups: Groups


@dataclass
class Taken:
    """What came of several bundles. `is_durable`: the receipts lie on the medium for good."""

    imported: list[Imported] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    strangers: dict[str, Stranger] = field(default_factory=dict)
    is_durable: bool = False

    @property
    def is_stopped(self) -> bool:
        """Whether the worker stopped it; what was in by then stays."""
        return any(one.cancelled for one in self.imported)


def take_all(
    vault: Vault,
    groups: Groups,
    target: Target,
    *,
    accept: str = "",
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Taken:
    """Take in bundles that lie on one stick or in one folder; the receipts go beside them."""
    taken = Taken()
    # Each file is read twice, as the import itself counts.
    total = 2 * sum(size_of(file) for group in groups for file in group)
    done = 0
    for group in groups:
        if not is_there(target):
            # One sentence for all that was still to come.
            taken.refused.append(Refused(group, pulled_out(target)))
            break
        _take(vault, group, target, accept, taken, _shifted(progress, done, total), cancelled)
        done += 2 * sum(map(size_of, group))
        if taken.is_stopped:
            break
    with suppress(UserError, OSError):
        for folder in {receipt.parent for one in taken.imported for receipt in one.receipts}:
            make_durable(folder, target.path)
        taken.is_durable = is_there(target)
    return taken


def _shifted(progress: Callable[[int, int], None], begun: int, total: int) -> Callable[[int, int], None]:
    """The progress of one bundle among all."""
    return lambda done, _: progress(begun + done, total)


def _take(
    vault: Vault,
    group: tuple[Path, ...],
    target: Target,
    accept: str,
    taken: Taken,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    try:
        taken.imported.append(
            import_bundle(
                vault,
                *group,
                accept=accept,
                receipt_to=group[0].parent,
                progress=progress,
                cancelled=cancelled,
            )
        )
    except (UserError, OSError) as trouble:
        refusal = of_stick(trouble, target)
        if refusal.code == UNKNOWN_SIGNER:
            _meet(taken, refusal, group)
        elif len(group) > 1 and refusal.code in OF_ONE_FILE:
            good, bad = _sorted(vault, group)
            taken.refused += bad
            if good and bad:
                _take(vault, good, target, accept, taken, progress, cancelled)
            elif good:
                taken.refused.append(Refused(group, refusal))
        else:
            taken.refused.append(Refused(group, refusal))


def _meet(taken: Taken, refusal: UserError, group: tuple[Path, ...]) -> None:
    digits = str(refusal.params["fingerprint"])
    before = taken.strangers.get(digits)
    groups = (*before.groups, group) if before else (group,)
    taken.strangers[digits] = Stranger(str(refusal.params["worker"]), digits, groups)


def _sorted(vault: Vault, group: tuple[Path, ...]) -> tuple[tuple[Path, ...], list[Refused]]:
    """The files that open, and the others with why."""
    identity = bundle_identity(vault)
    good, bad = [], []
    for file in group:
        try:
            read_part(read_file(file), identity)
            good.append(file)
        except UserError as refusal:
            bad.append(Refused((file,), refusal))
    return tuple(good), bad
