"""Form files of any make: what they are is told by their content, whatever their name and encoding."""

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from fieldapp.errors import Finding, FormError
from fieldapp.forms import Form, convert_xlsform, load_form
from fieldapp.forms.importing.encodings import decode_text
from fieldapp.forms.importing.reading import read_book
from fieldapp.forms.importing.sources import read_source

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "forms" / "real"
SURVEY = [["type", "name", "label"], ["text", "a", "Name 姓名"], ["integer", "n", "How many"]]
Rows = Sequence[Sequence[object]]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """An .xlsx with these sheets."""
    from xlsxwriter import Workbook

    kept = io.BytesIO()
    with Workbook(kept, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return kept.getvalue()


def written(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def repairs(form: Form) -> list[Finding]:
    return [one for one in form.findings if one.severity == "repair"]


CSV = "survey\n,type,name,label\n,text,a,Name 姓名\n,integer,n,How many\n"


@pytest.mark.parametrize("name", ["f.xlsx", "f.xlsm"])
def test_a_workbook_opens_without_a_repair(tmp_path: Path, name: str) -> None:
    form = load_form(written(tmp_path / name, workbook({"survey": SURVEY})))
    assert (form.questions, repairs(form)) == (2, [])


@pytest.mark.parametrize("name", ["f.xls", "f.csv", "f.xml", "f.md"])
def test_a_workbook_with_a_wrong_name_opens_and_the_name_is_told(tmp_path: Path, name: str) -> None:
    form = load_form(written(tmp_path / name, workbook({"survey": SURVEY})))
    (repair,) = repairs(form)
    assert (form.questions, repair.where.file) == (2, name)
    assert Path(name).suffix in repair.sentence()


def test_a_csv_named_as_a_workbook_opens(tmp_path: Path) -> None:
    form = load_form(written(tmp_path / "f.xlsx", CSV))
    assert (form.questions, len(repairs(form))) == (2, 1)


@pytest.mark.parametrize("name", ["f.txt", "f.xlsx"])
def test_an_xform_with_another_name_opens(tmp_path: Path, name: str, xform: Callable[..., bytes]) -> None:
    content = xform("<a/>", "", '<input ref="/data/a"><label>A</label></input>')
    form = load_form(written(tmp_path / name, content))
    assert form.questions == 1
    assert [one.where.file for one in repairs(form)] == [name]


def test_markdown_with_another_name_opens(tmp_path: Path) -> None:
    table = "| survey |\n| | type | name | label |\n| | text | a | A |\n"
    assert load_form(written(tmp_path / "f.txt", table)).questions == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_in_utf_8_needs_no_repair(tmp_path: Path, encoding: str) -> None:
    form = load_form(written(tmp_path / "f.csv", CSV.encode(encoding)))
    assert (form.questions, repairs(form)) == (2, [])


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_csv_in_another_encoding_is_read_and_told(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path / "f.csv", CSV.encode(encoding))
    assert "Name 姓名" in convert_xlsform(path)
    (repair,) = repairs(load_form(path))
    assert "UTF-16" in repair.sentence() or "GB18030" in repair.sentence()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("户主姓名,家庭人口数,是否脱贫户", "gb18030"),
        ("戶主姓名,家庭人口數,是否脫貧戶", "big5"),
        ("¿Cuántos niños viven aquí? Número de teléfono", "cp1252"),
        ("Nom de l’enquêté, âge, région", "cp1252"),
        ("plain", "utf-8"),
        ("姓名", "utf-8"),
    ],
)
def test_the_encoding_is_known_by_what_reads_as_words(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_of_the_survey_alone_opens(tmp_path: Path, delimiter: str) -> None:
    lines = [delimiter.join(map(str, row)) for row in SURVEY]
    assert load_form(written(tmp_path / "f.csv", "\n".join(lines))).questions == 2


def test_sheets_are_found_under_other_names(tmp_path: Path) -> None:
    sheets = {"Survey ": SURVEY, "Setting": [["form_id"], ["demo"]]}
    form = load_form(written(tmp_path / "f.xlsx", workbook(sheets)))
    assert form.id == "demo"
    assert [one.where.sheet for one in repairs(form)] == ["Survey ", "Setting"]


def test_numbers_stand_without_a_point_and_empty_rows_keep_the_numbers_of_the_others(tmp_path: Path) -> None:
    rows = [["type", "name", "label"], ["select_one l", "a", "A"], *[[]] * 30, ["text", "b", "B"]]
    choices = [["list_name", "name", "label"], ["l", 1.0, "One"], ["l", 2.5, "Two"]]
    path = written(tmp_path / "f.xlsx", workbook({"survey": rows, "choices": choices}))
    assert "<name>1</name>" in convert_xlsform(path)
    assert "<name>2.5</name>" in convert_xlsform(path)
    assert list(read_book(read_source(path)).sheet("survey"))[-1][0] == 33


def test_a_huge_empty_range_is_no_trouble(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    path = tmp_path / "f.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("survey")
        for at, row in enumerate(SURVEY):
            sheet.write_row(at, 0, row)
        sheet.write(1_000_000, 5, "far away")
    assert load_form(path).questions == 2


def test_formulas_give_what_they_came_to_and_merged_cells_their_first(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    path = tmp_path / "f.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("survey")
        sheet.write_row(0, 0, ["type", "name", "label"])
        sheet.write_row(1, 0, ["text", "a"])
        sheet.write_formula(1, 2, '="A"&"B"', None, "AB")
        sheet.write_row(2, 0, ["note", "b"])
        sheet.merge_range(2, 2, 2, 4, "Merged")
        sheet.set_row(2, None, None, {"hidden": True})
    xml = convert_xlsform(path)
    assert "<label>AB</label>" in xml
    assert "<label>Merged</label>" in xml


def test_a_workbook_with_broken_styles_opens(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "f.xlsx"
    with (
        zipfile.ZipFile(io.BytesIO(workbook({"survey": SURVEY}))) as whole,
        zipfile.ZipFile(path, "w") as broken,
    ):
        for part in whole.namelist():
            broken.writestr(part, b"<styleSheet><oops" if part == "xl/styles.xml" else whole.read(part))
    assert load_form(path).questions == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "form.xlsform.locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1junk", "form.xlsform.damaged"),
        (b"\x89PNG\r\n", "form.xlsform.kind"),
        (b"", "form.xlsform.empty"),
    ],
)
def test_what_is_no_form_is_refused_with_a_reason(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(FormError) as caught:
        load_form(written(tmp_path / "f.xlsx", content))
    assert caught.value.code == code


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "f.xlsx", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(FormError, match="no Excel workbook"):
        load_form(tmp_path / "f.xlsx")


BODY = '<input ref="/data/a"><label>姓名</label></input>'


@pytest.mark.parametrize(
    ("declared", "real", "told"),
    [
        ("utf-8", "utf-8", 0),
        ("gb18030", "gb18030", 0),
        ("utf-8", "gb18030", 1),
        ("iso-8859-1", "utf-8", 1),
        ("utf-16", "utf-8", 1),
        ("", "gb18030", 1),
        ("utf-8", "utf-16", 1),
    ],
)
def test_an_xform_is_read_in_its_real_encoding(
    tmp_path: Path, xform: Callable[..., bytes], declared: str, real: str, told: int
) -> None:
    text = xform("<a/>", "", BODY).decode().lstrip()
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    form = load_form(written(tmp_path / "f.xml", (head + text).encode(real)))
    control = form.definition.root.children["a"].control
    assert control is not None
    assert "姓名" in str(control.label)
    assert len(repairs(form)) == told


@pytest.mark.parametrize("label", ["A&nbsp;B", "A & B", "caf&eacute;"])
def test_entities_of_html_and_lone_ampersands_are_read(
    tmp_path: Path, xform: Callable[..., bytes], label: str
) -> None:
    content = xform("<a/>", "", f'<input ref="/data/a"><label>{label}</label></input>')
    form = load_form(written(tmp_path / "f.xml", content))
    assert len(repairs(form)) == 1


def test_space_before_the_first_tag_is_no_trouble(tmp_path: Path, xform: Callable[..., bytes]) -> None:
    content = b'\n <?xml version="1.0"?>' + xform("<a/>", "", BODY)
    assert load_form(written(tmp_path / "f.xml", content)).questions == 1


def test_a_document_type_stays_refused(tmp_path: Path, xform: Callable[..., bytes]) -> None:
    content = b'<!DOCTYPE x [<!ENTITY e "boom">]>' + xform("<a/>", "", BODY)
    with pytest.raises(FormError) as caught:
        load_form(written(tmp_path / "f.xml", content))
    assert caught.value.code == "form.xml.dtd"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real forms are not on this machine")
def test_workbooks_are_read_cell_by_cell_as_pyxform_reads_them() -> None:
    from pyxform.xls2json_backends import get_xlsform

    for path in (
        SHARED / "34_sample-forms_socio-economic-survey-v20240515.xlsx",
        *SHARED.glob("5[24]_*.xls"),
    ):
        ours = read_book(read_source(path)).for_pyxform()
        theirs = get_xlsform(path.read_bytes(), file_type=path.suffix)
        for name in ("survey", "survey_header", "choices", "choices_header", "settings"):
            assert (ours.get(name) or None) == (getattr(theirs, name) or None), (path.name, name)
