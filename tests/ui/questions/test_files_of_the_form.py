"""Files that came with a form: found by their bare name in the form's folder, and nowhere else."""

import pytest

from fieldapp_ui.editing.forms.files import FormFolder
from fieldapp_ui.fields.media.form_files import picture_of


def test_a_picture_is_found_by_the_last_part_of_its_address(qapp, tmp_path, picture):
    (tmp_path / "house.png").write_bytes(picture)
    found = picture_of(FormFolder(tmp_path), "jr://images/house.png")
    assert found is not None
    assert (found.width(), found.height()) == (40, 30)


@pytest.mark.parametrize("name", ["../secret.png", "..", "", "no.png"])
def test_no_name_leads_out_of_the_folder(tmp_path, picture, name):
    inside = tmp_path / "form"
    inside.mkdir()
    (tmp_path / "secret.png").write_bytes(picture)
    assert FormFolder(inside)(name) is None


def test_what_is_no_picture_is_not_shown(qapp, tmp_path):
    (tmp_path / "house.png").write_bytes(b"<html>")
    assert picture_of(FormFolder(tmp_path), "jr://images/house.png") is None
