"""The heading of a table of answers is read over: it counts as no question, is no hole, and is walked past."""

from datetime import UTC, date, datetime

from fieldapp.forms import load_form
from fieldapp_ui.editing.forms.reading import FormReading

FORM = """
| survey |                   |         |         |              |
|        | type              | name    | label   | appearance   |
|        | select_one often  | heading | How often | label      |
|        | select_one often  | clinic  | Clinic  | list-nolabel |
|        | select_one often  | school  | School  | list-nolabel |
| choices |           |      |       |
|         | list_name | name | label |
|         | often     | 1    | Never |
|         | often     | 2    | Often |
"""


def test_a_heading_is_not_asked_and_the_rows_are(tmp_path):
    path = tmp_path / "table.md"
    path.write_text(FORM, encoding="utf-8")
    form = load_form(path)
    session = form.start(today=date(2019, 11, 5), now=datetime(2019, 11, 5, tzinfo=UTC), new_uuid=lambda: "u")
    reading = FormReading(form, session)
    asked = [ref.rpartition("/")[2] for ref in reading.plan.questions if reading.is_asked(ref)]
    assert asked == ["clinic", "school"]
    assert reading.total().total == 2
