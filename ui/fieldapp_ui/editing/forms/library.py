"""The forms at hand: those of the packs, and those opened from disk, kept beside the vault to be opened again."""

from __future__ import annotations

import gc
import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from fieldapp.errors import FormError
from fieldapp.forms import Form, load_form
from fieldapp.forms.reading.attachment_names import read_beside
from fieldapp.store import Vault

_INDEX, _TITLES = "form.json", "titles.json"


def known_titles(folder: Path) -> Mapping[str, str]:
    """Form id → title of every form that was read on this computer; `folder` is the vault's `.forms`."""
    try:
        told = json.loads((folder / _TITLES).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(form): str(title) for form, title in told.items()} if isinstance(told, dict) else {}


@dataclass(frozen=True)
class FormFile:
    """`pack` is empty for a form opened from disk; `household` tells that the form is filled for a household."""

    id: str
    version: str
    title: str
    path: Path
    pack: str = ""
    household: bool = False


class FormLibrary:
    """Loads each form once; conversions are kept by content in the folder `cache`.

    `read` and `load` take long and may run on any thread; everything else is quick once they have.
    """

    def __init__(self, vault: Vault) -> None:
        self._packs = vault.packs
        self.cache = vault.path.with_suffix(".forms") / "converted"
        self._folder = vault.path.with_suffix(".forms") / "opened"
        self._loaded: dict[Path, Form] = {}
        self.broken: dict[Path, FormError] = {}

    def load(self, path: Path) -> Form:
        """The form in a file. Raises FormError."""
        if path not in self._loaded:
            # A loaded form stays while the program runs. A full collection that walks it, and all that was there
            # before, stops every thread for a fifth of a second: those objects are left out of it for good.
            gc.freeze()
            self._loaded[path] = load_form(path, cache=self.cache)
            gc.freeze()
        return self._loaded[path]

    def unread(self) -> tuple[Path, ...]:
        """The packs' forms that are not loaded yet."""
        known = self._loaded.keys() | self.broken.keys()
        return tuple(path for pack in self._packs for path in pack.forms.values() if path not in known)

    def read(self, convert: Callable[[Path], None]) -> None:
        """Loads the packs' forms; `convert` leaves the conversion of a file in `cache`. One that fails is `broken`."""
        for path in self.unread():
            try:
                convert(path)
                self.load(path)
            except FormError as refused:
                self.broken[path] = refused
        self._tell_titles()

    def files(self) -> tuple[FormFile, ...]:
        """Every form at hand that was read: the packs' first."""
        shipped = [
            self._described(path, pack.id)
            for pack in self._packs
            for path in pack.forms.values()
            if path in self._loaded
        ]
        return (*shipped, *self._opened())

    def file(self, form: str, version: str = "") -> FormFile:
        """A form by its id, of this version if there are several. Raises FormError form.not_here."""
        same = [file for file in self.files() if file.id == form]
        exact = [file for file in same if file.version == version]
        if not same:
            raise FormError(
                "form.not_here", "The form {form} is not on this computer. Open its file again.", form=form
            )
        return (exact or same)[0]

    def keep(self, path: Path) -> FormFile:
        """Takes in a form from disk with the files beside it that it names. Raises FormError."""
        form = self.load(path)
        mark = hashlib.sha256(f"{form.id}\n{form.version}".encode()).hexdigest()[:16]
        folder = self._folder / mark
        folder.mkdir(parents=True, exist_ok=True)
        kept = folder / path.name
        shutil.copyfile(path, kept)
        self._loaded[kept] = form
        media = path.with_name(path.name + "-media")
        for file in media.iterdir() if media.is_dir() else ():
            # A link would bring a file of this computer in under the form's name.
            content = read_beside(media, file.name)
            if content is not None and file.name not in (path.name, _INDEX):
                (folder / file.name).write_bytes(content)
        found = FormFile(form.id, form.version, form.title or form.id, kept)
        index = {key: value for key, value in asdict(found).items() if key in ("id", "version", "title")}
        (folder / _INDEX).write_text(json.dumps({**index, "file": path.name}, ensure_ascii=False), "utf-8")
        self._tell_titles()
        return found

    def _tell_titles(self) -> None:
        """For pages that name forms without reading them."""
        titles = {**known_titles(self._folder.parent), **{file.id: file.title for file in self.files()}}
        if titles != known_titles(self._folder.parent):
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            (self._folder.parent / _TITLES).write_text(json.dumps(titles, ensure_ascii=False), "utf-8")

    def _opened(self) -> list[FormFile]:
        found = []
        for index in sorted(self._folder.glob(f"*/{_INDEX}")):
            known = json.loads(index.read_text("utf-8"))
            found.append(
                FormFile(known["id"], known["version"], known["title"], index.parent / known["file"])
            )
        return found

    def _described(self, path: Path, pack: str) -> FormFile:
        form = self._loaded[path]
        return FormFile(form.id, form.version, form.title or form.id, path, pack, household=True)
