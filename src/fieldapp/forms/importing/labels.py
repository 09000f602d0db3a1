"""Questions and choices without a label, a hint or a picture: their name stands for the label."""

from fieldapp.forms.importing.columns import heading, headings, kind_of
from fieldapp.forms.importing.sheets import Book, mark
from fieldapp.forms.importing.structure import block_of

_SILENT = frozenset(
    "calculate hidden start end today deviceid phonenumber username email audit simserial subscriberid "
    "xml-external csv-external start-geopoint background-audio background-geopoint osm "
    "get_start_time get_end_time get_today get_device_id get_subscriber_id get_sim_id get_phone_number "
    "start_time end_time sim_id subscriber_id device_id add_calculate_prompt".split()
)


def label_unlabelled(book: Book, named: str = "") -> None:
    """Give each question that is shown something to show; the one that is named in any case."""
    survey = book.sheet("survey")
    kind, name = heading(survey, "type"), heading(survey, "name")
    shown = headings(survey, "label", "hint", "image", "audio", "video", "media")
    label = next(iter(headings(survey, "label")), "label")
    for number, row in survey:
        what = kind_of(row, kind)
        silent = what in _SILENT or bool(block_of(what)[0]) or not what
        if (silent and row.get(name) != named) or any(row.get(one) for one in shown):
            continue
        survey.add_column(label)
        row[label] = row.get(name) or what
        book.note(
            mark(
                "The question has no label; its name “{new}” stands for it.",
                "survey",
                number,
                label,
                new=row[label],
            )
        )


def label_choices(book: Book) -> None:
    """Give each choice a label in every language that the sheet has: pyxform stumbles over some without."""
    choices = book.sheet("choices")
    listed, name = heading(choices, "list_name"), heading(choices, "name")
    labels = headings(choices, "label") or ["label"]
    for number, row in choices:
        if not row.get(listed) or not row.get(name):
            continue
        said = next((row[one] for one in labels if row.get(one)), row[name])
        for column in labels:
            if row.get(column):
                continue
            choices.add_column(column)
            row[column] = said
            book.note(
                mark("The choice has no label; “{new}” stands for it.", "choices", number, column, new=said)
            )
