"""Region files: the real public ones, and small broken ones."""

from pathlib import Path

import pytest

from fieldapp.errors import RegisterError
from fieldapp.register.regions import Region, join_years, read_regions, with_replacements

SMALL = "code,name\n990101001201,样板村\n990101001202,示例村\n"


def test_names_are_kept_whole() -> None:
    text = 'code,name\n990101001201,"　茶花社区 "\n990101001202,小𣵦村委会\n990101001203,"东,西村"\n'
    regions, findings = read_regions(text.encode(), "villages.csv")
    assert findings == ()
    assert [region.name for region in regions] == ["　茶花社区 ", "小𣵦村委会", "东,西村"]


def test_a_byte_order_mark_and_a_chinese_encoding_are_read() -> None:
    for content in (b"\xef\xbb\xbf" + SMALL.encode(), SMALL.encode("gb18030")):
        regions, _ = read_regions(content, "villages.csv")
        assert regions[0] == Region("990101001201", "样板村")


def test_one_code_with_two_names_is_a_finding_with_its_row() -> None:
    text = SMALL + "990101001201,样板村\n990101001201,别的村\n"
    regions, findings = read_regions(text.encode(), "villages.csv")
    assert len(regions) == 2
    assert [(f.code, f.where.file, f.where.row) for f in findings] == [
        ("region.duplicate", "villages.csv", 5)
    ]
    assert findings[0].sentence() == (
        "The code 990101001201 stands for 样板村 and for 别的村. The first was kept."
    )


def test_broken_rows_are_named_and_the_rest_is_read() -> None:
    text = SMALL + "990101001203\nxx,甲村\n990101001204,乙村\n"
    regions, findings = read_regions(text.encode(), "villages.csv")
    assert [(f.code, f.where.row) for f in findings] == [("region.cells", 4), ("region.code", 5)]
    assert regions[-1].name == "乙村"


@pytest.mark.parametrize(
    "content, code",
    [
        (b"village,chief\n1,2\n", "region.heading"),
        (b"", "region.heading"),
        (b"PK\x03\x04\x00\x00\x00\xff\xff", "region.encoding"),
        (b'{"990101": ', "region.json"),
    ],
)
def test_a_file_that_is_no_region_table_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(RegisterError) as raised:
        read_regions(content, "x.csv")
    assert raised.value.code == code
    assert raised.value.sentence()


def test_a_code_that_was_renamed_or_ended_has_a_history() -> None:
    heading = "Source\tRevision\tCode\tName\n"
    tables = [
        read_regions(f"{heading}{rows}".encode(), "gb.tsv")[0]
        for rows in (
            "s\t201308\t990101\t样板县\ns\t201308\t990102\t旧县\n",
            "s\t201810\t990101\t样板区\ns\t201810\t990103\t新县\n",
        )
    ]
    assert join_years(tables) == (
        Region("990101000000", "样板县", "2013-08", "2018-10"),
        Region("990101000000", "样板区", "2018-10"),
        Region("990102000000", "旧县", "2013-08", "2018-10"),
        Region("990103000000", "新县", "2018-10"),
    )


def test_a_replaced_code_names_its_successors() -> None:
    replaced, findings = read_regions(
        b'{"990102": ["990101", "990103"], "990104": [], "990105": 7}', "diff.json"
    )
    assert [f.code for f in findings] == ["region.cells"]
    (region,) = with_replacements([Region("990102000000", "旧县")], replaced)
    assert region.replaced_by == "990101000000 990103000000"


@pytest.mark.parametrize(
    "name, count, duplicates",
    [
        ("divisions/provinces.csv", 31, 0),
        ("divisions/cities.csv", 342, 0),
        ("divisions/areas.csv", 2978, 0),
        ("divisions/streets.csv", 41352, 0),
        ("divisions/ok_data_level4_pinyin_2023.csv", 42712, 2),
        ("divisions/villages_sample_4_counties_inner_mongolia_2019.csv", 674, 0),
        ("gb2260/mca_201904.tsv", 3219, 0),
        ("gb2260/stats_201308.tsv", 3515, 0),
        ("id_prefix/history.json", 7229, 0),
        ("id_prefix/list.json", 3433, 0),
        ("id_prefix/diff.json", 3996, 0),
        ("rare_names/nbs2020_region_names_with_defects.csv", 744, 0),
    ],
)
def test_the_real_files_are_read(shared_data: Path, name: str, count: int, duplicates: int) -> None:
    regions, findings = read_regions((shared_data / name).read_bytes(), name)
    assert len(regions) == count
    assert [finding.code for finding in findings] == ["region.duplicate"] * duplicates
    assert all(len(region.code) == 12 for region in regions)


def test_rare_names_keep_their_rare_characters(shared_data: Path) -> None:
    file = shared_data / "rare_names/nbs2020_region_names_with_defects.csv"
    regions, _ = read_regions(file.read_bytes(), file.name)
    assert {region.code: region.name for region in regions}["120115106201"] == "小𣵦村委会"
    assert sum(any(ord(character) > 0xFFFF for character in region.name) for region in regions) > 100


def test_the_real_yearly_tables_join_to_a_history(shared_data: Path) -> None:
    tables = [read_regions(f.read_bytes(), f.name)[0] for f in shared_data.glob("gb2260/stats_*.tsv")]
    replaced, _ = read_regions((shared_data / "id_prefix/diff.json").read_bytes(), "diff.json")
    history = with_replacements(join_years(tables), replaced)
    miyun = [region for region in history if region.code == "110228000000"]
    assert miyun == [Region("110228000000", "密云县", "2013-08", "2016-07", "110118000000")]
    assert all(region.valid_to == "" or region.valid_from < region.valid_to for region in history)
