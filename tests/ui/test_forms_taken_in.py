"""A form taken in from disk with its files: nothing of this computer comes along under a name of the form's."""

from pathlib import Path

import pytest

from fieldapp.store import Vault
from fieldapp_ui.editing.forms.library import FormLibrary

XFORM = (
    b'<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>V</h:title>'
    b'<model><instance><data id="taken"><a/></data></instance></model></h:head><h:body/></h:html>'
)


def test_files_beside_a_form_come_along_but_no_link_no_folder_and_no_index(
    vault: Vault, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    form = tmp_path / "visit.xml"
    form.write_bytes(XFORM)
    media = tmp_path / "visit.xml-media"
    (media / "deep").mkdir(parents=True)
    (media / "house.png").write_bytes(b"a picture")
    (media / "form.json").write_text("{}")
    (media / "visit.xml").write_bytes(b"another form")
    try:
        (media / "towns.csv").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("this system makes no links")
    assert (media / "towns.csv").read_text() == "the secret", "the control: a plain copy would bring it in"
    library = FormLibrary(vault)
    kept = library.keep(form).path
    assert sorted(file.name for file in kept.parent.iterdir()) == ["form.json", "house.png", "visit.xml"]
    assert kept.read_bytes() == XFORM
    assert [file.id for file in library.files() if not file.pack] == ["taken"]
