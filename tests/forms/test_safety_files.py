"""Files that come with a form: names that lead elsewhere, lists without end, workbooks that swell."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import load_form, load_form_xml
from fieldapp.forms.importing import workbook_safety
from fieldapp.forms.importing.workbook_safety import BLANKS_OF_A_CELL, counted, part_names
from fieldapp.forms.limits import MOST_CELLS
from fieldapp.forms.reading import attachment_names, secondary
from fieldapp.forms.reading.attachment_names import file_name, read_beside

SELECT = (
    '<select1 ref="/data/a"><itemset nodeset="instance(\'x\')/root/item">'
    '<value ref="name"/><label ref="label"/></itemset></select1>'
)


def a_list(source: str) -> str:
    return f'<instance id="x" src="{source}"/>'


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "a\0.csv", "a\n.csv", "..\\secret.csv", "c:secret.csv", "a.csv:stream", "con", "CON.csv",
        "nul.", "aux.xml", "COM1.csv", "lpt9", "com¹.csv", "conin$", "a" * 201, "村" * 100, "a.csv.", "a.csv ",
        " a.csv", "a?.csv", "a*.csv", "a|b", "a<b", 'a"b', "\ud800.csv", "prn .csv",
    ],
)  # fmt: skip
def test_a_name_that_is_no_plain_file_on_some_system_is_refused(name: str) -> None:
    assert file_name(f"jr://file/{name}") is None


@pytest.mark.parametrize(
    "name",
    ["towns.csv", "村名.csv", "a b.csv", "console.csv", "com10.csv", ".hidden", "a..b.xml", "nullable.csv"],
)
def test_a_plain_name_is_kept(name: str) -> None:
    assert file_name(f"jr://file-csv/{name}") == name == file_name(name)


@pytest.mark.parametrize(
    "source", ["jr://file/..", "jr://file/", "jr://file/a\0", "jr://file/" + "a" * 5_000]
)
def test_a_name_that_a_naive_reader_would_stumble_over_is_a_missing_file(
    source: str, tmp_path: Path, xform: Callable[..., bytes]
) -> None:
    assert read_beside(tmp_path, source) is None
    with pytest.raises((OSError, ValueError)):
        (tmp_path / source.removeprefix("jr://file/")).read_bytes()
    if "\0" not in source:
        form = load_form_xml(xform("<a/>", model=a_list(source)), tmp_path)
        assert [one.code for one in form.findings] == ["form.attachment"]


@pytest.mark.parametrize("way", ["../secret.csv", "{folder}/secret.csv", "media/../../secret.csv"])
def test_a_path_that_leaves_the_folder_reads_nothing_though_naive_joining_does(
    way: str, tmp_path: Path
) -> None:
    (tmp_path / "secret.csv").write_text("the secret")
    media = tmp_path / "media"
    (media / "media").mkdir(parents=True)
    source = way.format(folder=tmp_path)
    assert (media / source).read_text() == "the secret"
    assert read_beside(media, f"jr://file/{source}") is None


def test_a_link_in_the_folder_that_leads_out_of_it_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("the secret")
    media = tmp_path / "media"
    media.mkdir()
    (media / "own.csv").write_text("own")
    try:
        (media / "out.csv").symlink_to(tmp_path / "secret.csv")
        (media / "in.csv").symlink_to(media / "own.csv")
        (media / "round.csv").symlink_to(media / "round.csv")
    except OSError:
        pytest.skip("this system makes no links")
    assert (media / "out.csv").read_text() == "the secret"
    assert read_beside(media, "jr://file/out.csv") is None
    assert read_beside(media, "jr://file/round.csv") is None
    assert read_beside(media, "jr://file/in.csv") == b"own"


def test_a_folder_with_the_name_of_a_list_is_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "x.csv").mkdir()
    assert read_beside(tmp_path, "jr://file/x.csv") is None


def test_an_attached_file_over_the_size_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, xform: Callable[..., bytes]
) -> None:
    content = b"name,label\n" + b"x,X\n" * 500
    (tmp_path / "x.csv").write_bytes(content)
    form = xform("<a/>", "", SELECT, a_list("jr://file-csv/x.csv"))
    assert load_form_xml(form, tmp_path).findings == ()
    monkeypatch.setattr(attachment_names, "LARGEST_ATTACHED", 1_000)
    monkeypatch.setattr(secondary, "LARGEST_ATTACHED", 1_000)
    for attachments in (tmp_path, {"x.csv": content}):
        with pytest.raises(FormError) as caught:
            load_form_xml(form, attachments)
        assert caught.value.code == "form.attachment.size"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", b"name,label\n" + b"x,X\n" * 400),
        ("x.geojson", b'{"features":[' + b",".join([b'{"properties":{"name":"x"}}'] * 400) + b"]}"),
    ],
)
def test_a_list_of_more_cells_than_the_bound_is_refused_by_name(
    name: str, content: bytes, monkeypatch: pytest.MonkeyPatch, xform: Callable[..., bytes]
) -> None:
    form = xform("<a/>", "", SELECT, a_list(f"jr://file/{name}"))
    assert load_form_xml(form, {name: content}).findings == ()
    monkeypatch.setattr(secondary, "MOST_CELLS", 1_000)
    with pytest.raises(FormError, match=name):
        load_form_xml(form, {name: content})


def test_the_cells_of_all_lists_are_added_up(
    monkeypatch: pytest.MonkeyPatch, xform: Callable[..., bytes]
) -> None:
    lists = {f"x{at}.csv": b"name,label\n" + b"x,X\n" * 100 for at in range(5)}
    model = "".join(f'<instance id="x{at}" src="jr://file/x{at}.csv"/>' for at in range(5))
    assert load_form_xml(xform("<a/>", model=model), lists).findings == ()
    monkeypatch.setattr(secondary, "MOST_CELLS", 1_000)
    with pytest.raises(FormError, match=r"x3\.csv"):
        load_form_xml(xform("<a/>", model=model), lists)


def test_choices_of_a_million_rows_are_refused(xform: Callable[..., bytes]) -> None:
    rows = b"name,label\n" + b"1,1\n" * (MOST_CELLS // 3 + 1)
    with pytest.raises(FormError, match="smaller list"):
        load_form_xml(xform("<a/>", "", SELECT, a_list("jr://file/x.csv")), {"x.csv": rows})


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000, b'{"features": [' + b"[" * 100_000, b'{"features": 1}', b'{"features": [1]}', b"{}",
        b'{"features": [{"geometry": {"type": "Point", "coordinates": [1]}}]}', b'{"features": [{"geometry": [1]}]}',
        b'{"features": [{"geometry": {"type": "Polygon", "coordinates": [[[]]]}}]}', b"{\xff}",
        b'{"features": [{"properties": {"a": ' + b"9" * 5_000 + b"}}]}",
    ],
)  # fmt: skip
def test_geojson_that_is_none_is_said(content: bytes, xform: Callable[..., bytes]) -> None:
    with pytest.raises(FormError) as caught:
        load_form_xml(xform("<a/>", "", SELECT, a_list("jr://file/x.geojson")), {"x.geojson": content})
    assert caught.value.code == "form.geojson"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'a,b\n"' + b"x" * 200_000])
def test_a_csv_that_is_none_is_said(content: bytes, xform: Callable[..., bytes]) -> None:
    with pytest.raises(FormError) as caught:
        load_form_xml(xform("<a/>", "", SELECT, a_list("jr://file/x.csv")), {"x.csv": content})
    assert caught.value.code == "form.csv"


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_a_small_workbook_that_unpacks_to_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b"0" * 5_000_000})
    assert len(bomb) < 10_000
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        assert len(archive.read("xl/worksheets/sheet1.xml")) == 5_000_000
    assert len(part_names(bomb)) == 2
    monkeypatch.setattr(workbook_safety, "LARGEST_SHEETS", 1 << 20)
    with pytest.raises(FormError, match="more than 1 MB"):
        part_names(bomb)


def test_many_small_parts_are_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    many = zipped({f"xl/media/{at}.png": b"0" * 20_000 for at in range(100)})
    assert len(part_names(many)) == 100
    monkeypatch.setattr(workbook_safety, "LARGEST_UNPACKED", 1 << 20)
    with pytest.raises(FormError, match="unpacks"):
        part_names(many)


def test_a_workbook_of_thousands_of_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = zipped({f"xl/{at}": b"" for at in range(60)})
    assert len(part_names(many)) == 60
    monkeypatch.setattr(workbook_safety, "MOST_PARTS", 50)
    with pytest.raises(FormError, match="50 parts"):
        part_names(many)


def test_a_part_that_lies_about_its_size_unpacks_to_no_more_than_it_said() -> None:
    honest = zipped({"xl/workbook.xml": b"0" * 1_000_000})
    size = struct.pack("<I", 1_000_000)
    lying = honest.replace(size, struct.pack("<I", 10))
    assert part_names(lying) == ["xl/workbook.xml"]
    with zipfile.ZipFile(io.BytesIO(lying)) as archive, pytest.raises(zipfile.BadZipFile):
        archive.read("xl/workbook.xml")


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 500, zipped({"a": b""})[:-30]])
def test_a_damaged_package_is_said(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(FormError):
        part_names(content)
    (tmp_path / "a.xlsx").write_bytes(content)
    with pytest.raises(FormError):
        load_form(tmp_path / "a.xlsx")


def test_an_xls_of_noise_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 20)
    with pytest.raises(FormError):
        load_form(tmp_path / "a.xls")


def test_a_sheet_whose_last_cell_stands_far_away_ends_early() -> None:
    wide = [None] * 16_384
    rows = (wide for _ in range(1_048_576))
    read: list[int] = []
    with pytest.raises(FormError, match="empty rows"):
        read.extend(len(row) for row in counted(rows))
    assert len(read) == MOST_CELLS // (1 + 16_384 // BLANKS_OF_A_CELL)
    assert len(list(counted([[1, 2]] * 1_000))) == 1_000


def test_a_workbook_with_one_cell_in_the_last_corner_opens_or_is_refused_at_once(tmp_path: Path) -> None:
    import time

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "survey"
    for row in (["type", "name", "label"], ["text", "a", "A"]):
        sheet.append(row)
    sheet.cell(1_048_576, 16_384, "far")
    book.save(tmp_path / "a.xlsx")
    began = time.process_time()
    said = ""
    try:
        load_form(tmp_path / "a.xlsx")
    except FormError as error:
        said = error.sentence()
    assert said == "" or "empty rows" in said
    assert time.process_time() - began < 10
