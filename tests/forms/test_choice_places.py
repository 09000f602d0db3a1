"""A choice carries where it lies, so that a select can be shown on a map."""


def test_the_geometry_column_of_a_choice_list_comes_with_the_choice(tmp_path):
    from datetime import UTC, date, datetime

    from fieldapp.forms import load_form

    path = tmp_path / "wells.md"
    path.write_text(
        "| survey |\n| | type | name | label | appearance |\n| | select_one wells | well | 水井 | map |\n"
        "| choices |\n| | list_name | name | label | geometry |\n"
        "| | wells | a | 东井 | 33.5 105.0 0 0 |\n| | wells | b | 西井 | |\n"
        "| settings |\n| | form_id | form_title |\n| | wells | 水井 |\n",
        encoding="utf-8",
    )
    session = load_form(path).start(today=date(2019, 11, 13), now=datetime(2019, 11, 13, tzinfo=UTC))
    well = session.node("/data/well")
    assert [choice.geometry for choice in well.choices] == ["33.5 105.0 0 0", ""]
