"""Which columns of an XLSForm are read, and one warning that names those which are not. Columns of the choices are all
read: a choice filter may ask for any."""

from fieldapp.errors import Finding, Where
from fieldapp.forms.importing.columns import LOGIC, NAMING, TEXT, meaning
from fieldapp.forms.importing.sheets import Book, Sheet

USUAL = {
    "survey": (
        "type", "name", "label", "hint", "guidance_hint", "relevant", "required", "required_message", "constraint",
        "constraint_message", "calculation", "choice_filter", "appearance", "default", "parameters", "repeat_count",
        "read_only", "trigger", "image", "audio", "video", "save_to",
    ),
    "choices": ("list_name", "name", "label"),
    "settings": ("form_title", "form_id", "version", "default_language", "instance_name", "public_key", "style"),
}  # fmt: skip
KNOWN = {
    "survey": frozenset(USUAL["survey"]) | TEXT | LOGIC | NAMING | frozenset(
        "bind body control instance intent autoplay rows disabled compact_tag jr noapperrorstring no_app_error_string "
        "sms_field sms_option sms_separator sms_allow_media sms_date_format sms_datetime_format sms_response "
        "query accuracythreshold entity hxl".split()
    ),
    "settings": frozenset(USUAL["settings"]) | frozenset(
        "name title id_string set_form_title set_form_id submission_url auto_send auto_delete namespaces prefix "
        "delimiter compact_prefix compact_delimiter allow_choice_duplicates omit_instanceid instance_xmlns attribute "
        "clean_text_values sms_keyword sms_separator sms_allow_media sms_date_format sms_datetime_format sms_response "
        "client_editable entity_version add_none_option language flat".split()
    ),
    "choices": frozenset({"list_name", "name", "label", "sms_option", "geometry"}) | TEXT,
}  # fmt: skip
_OF_PROGRAMS = ("_", "$", "#", "kobo--", "oc_", "score-", "rank-", "matrix")
"""How the columns begin that programs write for themselves; the importer reads some of them."""
_OF_AUTHORS = frozenset("note notes comment comments remark remarks changelog 备注 说明 isrepeat v".split())
"""What authors and servers note for themselves: nobody expects the form to show it."""


def tell_unused(book: Book) -> None:
    """One warning for all columns with text that nothing reads."""
    unused = [
        f"{sheet.name}: {column}"
        for sheet in (book.sheets.get("survey"), book.sheets.get("settings"))
        if sheet is not None
        for column in sheet.header
        if _is_unused(sheet, column)
    ]
    if unused:
        book.note(
            Finding(
                "form.columns",
                "Nothing reads these columns; correct their headings if they are meant: {columns}.",
                {"columns": ", ".join(unused)},
                Where(sheet=unused[0].partition(":")[0], row=1),
                "warning",
            )
        )


def _is_unused(sheet: Sheet, column: str) -> bool:
    own = column.strip().lower()
    if "::" in own or own.startswith(_OF_PROGRAMS) or own in _OF_AUTHORS:
        return False
    return meaning(column, sheet.name) not in KNOWN[sheet.name] and any(column in row for row in sheet.rows)
