"""Files that came with a form: pictures, sound and films of its labels and choices, read from the form's own folder."""

from pathlib import Path

from fieldapp.errors import FormError
from fieldapp.forms.reading.attachment_names import read_beside


class FormFolder:
    """Gives the bytes of a file by its bare name; no name leads out of the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str) -> bytes | None:
        """None where the file did not come or is too large to be shown."""
        try:
            return read_beside(self._folder, name)
        except FormError:
            return None
