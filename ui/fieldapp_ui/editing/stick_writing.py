"""Writes a bundle to a stick or a folder, and takes confirmed ones off it, on a task's own connection.

The rule it holds: it returns only when everything lies on the medium, folders too, so that "you may pull it out" is true.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import BundleError, Finding, UserError
from fieldapp.store import Vault
from fieldapp.store.faults import telling_faults
from fieldapp.store.replacing import sync_folder
from fieldapp_sync.bundles import export_bundle, folder_on, parts_of
from fieldapp_sync.bundles.found import FoundBundle, remove_bundle
from fieldapp_sync.bundles.preview import left_out, preview
from fieldapp_sync.bundles.sticks import sticks

LITTLE = 4_000_000
"""Free bytes: below it a refusal for want of room is the stick's."""


@dataclass(frozen=True)
class Target:
    """Where to: a stick's root, or any folder. `label` is what people call it."""

    path: Path
    label: str
    is_stick: bool


@dataclass(frozen=True)
class Written:
    """`files` and `bytes` of the one bundle, `commits` in it; `elsewhere`: of which villages it lacks the older part."""

    files: int
    bytes: int
    commits: int
    elsewhere: tuple[Finding, ...] = ()


def write_out(
    vault: Vault,
    target: Target,
    recipient: str,
    *,
    photos: bool,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Written:
    """Write a bundle for the vault of a bundle key. Raises as `export_bundle`; the stick's faults are told of it."""
    folder = folder_on(target.path, recipient) if target.is_stick else target.path
    try:
        refuse_gone(target)
        commits = preview(vault, recipient).commits
        first = export_bundle(vault, folder, recipient, files=photos, progress=progress, cancelled=cancelled)
        parts = parts_of(first)
        size = sum(part.stat().st_size for part in parts)
        make_durable(folder, target.path)
        refuse_gone(target)
    except (UserError, OSError) as trouble:
        raise of_stick(trouble, target) from trouble
    return Written(len(parts), size, commits, left_out(vault, recipient))


def remove_all(target: Target, bundles: tuple[FoundBundle, ...]) -> int:
    """Take confirmed bundles off a stick; how many. Raises as `write_out`."""
    try:
        for found in bundles:
            remove_bundle(found)
        for folder in {path.parent for found in bundles for path in found.files}:
            make_durable(folder, target.path)
    except (UserError, OSError) as trouble:
        raise of_stick(trouble, target) from trouble
    return len(bundles)


def make_durable(folder: Path, top: Path) -> None:
    """Put a folder and those above it, up to the stick's root, on the medium: the new ones were made just now."""
    with telling_faults():
        while True:
            sync_folder(folder)
            if folder == top or top not in folder.parents:
                return
            folder = folder.parent


def is_there(target: Target) -> bool:
    """Whether a stick is plugged in still: the folder it was mounted on may stay behind, on this computer's own disk."""
    if target.is_stick:
        return any(one.path == target.path for one in sticks())
    return target.path.is_dir()


def refuse_gone(target: Target) -> None:
    """Raises BundleError bundle.pulled_out for a stick that is not there."""
    if not is_there(target):
        raise pulled_out(target)


def of_stick(trouble: UserError | OSError, target: Target) -> UserError:
    """The refusal that says it of the stick: pulled out, full, or not to be written."""
    if not is_there(target):
        return pulled_out(target)
    code = trouble.code if isinstance(trouble, UserError) else ""
    if code in ("vault.read_only", "vault.no_folder") and not os.access(target.path, os.W_OK):
        return BundleError(
            "bundle.write_protected",
            "{label} cannot be written. Push the switch on the stick, or take another one.",
            label=target.label,
        )
    if code == "vault.disk_full" and shutil.disk_usage(target.path).free < LITTLE:
        return BundleError(
            "bundle.stick_full",
            "{label} is full. Free some space, take another stick, or write the bundle without photos.",
            label=target.label,
        )
    return trouble if isinstance(trouble, UserError) else pulled_out(target)


def pulled_out(target: Target) -> BundleError:
    """The stick was there and is not there now."""
    return BundleError(
        "bundle.pulled_out",
        "{label} was pulled out too early. Nothing is lost here: put it in again and begin again.",
        label=target.label,
    )
