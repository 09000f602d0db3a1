"""Question types in other spellings, of other programs and of old ones, read as the type they mean."""

import re
from functools import cache

from fieldapp.forms.importing.columns import heading
from fieldapp.forms.importing.near import near
from fieldapp.forms.importing.sheets import Book, mark

_SAME = {
    "string": "text", "text tel": "text", "tel": "text", "text_area": "text", "textarea": "text",
    "multiline": "text", "str": "text", "number": "decimal", "numeric": "decimal", "float": "decimal",
    "double": "decimal", "long": "integer", "int": "integer", "whole number": "integer", "bool": "text",
    "boolean": "text", "datetime": "dateTime", "date_time": "dateTime", "date-time": "dateTime",
    "date and time": "dateTime", "gps": "geopoint", "geo point": "geopoint", "geo_point": "geopoint",
    "geo trace": "geotrace", "geo shape": "geoshape", "picture": "image", "photograph": "image",
    "signature": "image", "draw": "image", "annotate": "image", "sound": "audio", "recording": "audio",
    "bar code": "barcode", "qr code": "barcode", "qrcode": "barcode", "upload": "file", "attachment": "file",
    "label": "note", "message": "note", "comment": "note", "calculation": "calculate", "calc": "calculate",
    "calculated": "calculate", "ack": "acknowledge", "acknowledgement": "acknowledge", "slider": "range",
    "ranking": "rank", "device_id": "deviceid", "start_time": "start", "end_time": "end",
    "start-time": "start", "end-time": "end", "add photo prompt": "image", "add image prompt": "image",
    "calculate_here": "calculate", "calculate here": "calculate", "devicephonenum": "phonenumber",
    "phone_number": "phonenumber", "user name": "username", "user_name": "username",
}  # fmt: skip
_HIDDEN = frozenset(
    {"simserial", "subscriberid", "sim_serial", "subscriber_id", "sim id", "subscriber id",
     "caseid", "comments", "text audit", "audio audit", "phone-call-log"}
)  # fmt: skip
# SurveyCTO: what the device measures while a form is filled; here it stays blank.
_MEASURED = ("sensor_statistic ", "sensor_stream ", "speed violations ")
_NO_QUESTION = frozenset({"set form title", "set form id", "set_form_title", "set_form_id"})
_SETTING = {"set form title": "form_title", "set_form_title": "form_title"}
_BLOCK = re.compile(r"(begin|end|start|close)[\s_-]*(group|repeat|lgroup|loop)\b[\s_:-]*(.*)", re.I)
_SELECT = re.compile(
    r"(?:add |q )?(select|choose|pick)?[\s_-]*(one|1|multiple|many|all that apply)[\s_-]*"
    r"(external\b|(?:from[\s_-]*file)\b)?[\s_-]*(?:prompt )?(?:from |using )?\s*(.*)",
    re.I,
)
_OTHER = re.compile(r"\s+(?:or[\s_-]*(?:specify[\s_-]*)?other|\|or other)\s*$", re.I)
_LISTLESS = frozenset(
    {"select one", "select multiple", "select1", "select all that apply", "rank", "q select", "q select1",
     "select one external", "select one from file", "select multiple from file", "select"}
)  # fmt: skip
_PLAIN = frozenset(
    "text integer decimal date time datetime note image audio video barcode geopoint geotrace geoshape file range "
    "acknowledge calculate hidden today deviceid username phonenumber email".split()
)
_WITH_LIST = ("select one", "select multiple", "select one from file", "select multiple from file", "rank")
_BLOCKS = ("begin group", "end group", "begin repeat", "end repeat")
_APPEARANCE = {"signature": "signature", "draw": "draw", "annotate": "annotate"}


def repair_types(book: Book) -> None:
    """Give each row a type that pyxform knows; a type of no known meaning becomes text."""
    survey = book.sheet("survey")
    column = heading(survey, "type")
    for number, row in survey:
        old = row.get(column, "")
        new = new_type(old)
        if not row or new == old or not old:
            continue
        if new is None:
            _take_setting(book, row, old)
            book.note(
                mark("“{old}” is no question; its row was left out.", "survey", number, column, old=old)
            )
            survey.drop(row)
            continue
        row[column] = new
        word = _APPEARANCE.get(old.strip().lower())
        if word:
            survey.add_column("appearance")
            row.setdefault("appearance", word)
        if not _is_same_word(old, new):
            book.note(
                mark(
                    "The question type “{old}” was read as “{new}”.",
                    "survey", number, column, old=old, new=new,
                )
            )  # fmt: skip


def _is_same_word(old: str, new: str) -> bool:
    """Spellings that every reader of XLSForms takes: `begin group`, `select one from towns`."""
    plain = re.sub(r"^(select (?:one|multiple)) from ", r"\1 ", old)
    return plain.replace(" ", "_") == new.replace(" ", "_")


def new_type(old: str) -> str | None:
    """The type pyxform knows; None for what is no question."""
    kind = " ".join(re.sub(r"[\u00a0\u200b\u3000\ufeff]", " ", old).split())
    plain = kind.lower()
    if plain in _NO_QUESTION:
        return None
    if plain in _HIDDEN or plain.split(" ")[0] == "hidden" or plain.startswith(_MEASURED):
        return "hidden"
    if plain.replace("_", " ") in _LISTLESS:
        return "text"
    if kind in known_types():
        return kind if kind not in _NOT_NOW else _SAME.get(kind, kind)
    block = _BLOCK.fullmatch(kind)
    if block:
        word = "begin" if block.group(1).lower() in ("begin", "start") else "end"
        over = (
            f" over {block.group(3).split()[-1]}"
            if block.group(2).lower() == "loop" and block.group(3)
            else ""
        )
        return f"{word}_{block.group(2).lower()}{over if word == 'begin' else ''}"
    chosen = _select(kind)
    if chosen:
        return chosen
    found = _SAME.get(plain) or _SAME.get(plain.replace("_", " "))
    if found:
        return found
    same = [one for one in known_types() if one.lower() == plain.replace("_", " ") or one.lower() == plain]
    return same[0] if same else _misspelt(kind) or "text"


def _misspelt(kind: str) -> str:
    """The type that is a slip of the hand away; a choice only with the name of its list behind it."""
    if meant := near(kind.lower(), (*_PLAIN, *(one for one in _SAME if len(one) >= len("number")))):
        return _SAME.get(meant, meant)
    if meant := near(kind.lower().replace("_", " "), _BLOCKS):
        return meant.replace(" ", "_")
    parts = kind.split()
    for count in range(1, len(parts)):
        command = near(" ".join(parts[:count]).lower().replace("_", " "), _WITH_LIST)
        if command:
            rest = " ".join(parts[count:]).removeprefix("from ")
            return f"rank {rest}" if command == "rank" else _select(f"{command} {rest}")
    return ""


_NOT_NOW = frozenset({"simserial", "subscriberid", "string"})


def _select(kind: str) -> str:
    other = _OTHER.search(kind)
    matched = _SELECT.fullmatch(kind[: other.start()] if other else kind)
    rank = re.fullmatch(r"rank(?:ing)?\s+(\S.*)", kind, re.I)
    if rank:
        return f"rank {rank.group(1).strip()}"
    if matched is None or not matched.group(4) or not (matched.group(1) or " " in kind):
        return ""
    many = matched.group(2).lower() not in ("one", "1")
    source = (matched.group(3) or "").lower()
    command = "select_multiple" if many else "select_one"
    if source:
        command += "_external" if source == "external" else "_from_file"
    return f"{command} {matched.group(4).strip()}{' or_other' if other else ''}"


def _take_setting(book: Book, row: dict[str, str], old: str) -> None:
    setting = _SETTING.get(old.strip().lower())
    survey, settings = book.sheet("survey"), book.sheet("settings")
    title = row.get(heading(survey, "label")) or row.get(heading(survey, "name"))
    if setting and title:
        if not settings.rows:
            settings.append({}, 2)
        settings.add_column(setting)
        settings.rows[0].setdefault(setting, title)


@cache
def known_types() -> frozenset[str]:
    """The types without a list that pyxform has."""
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    return frozenset(QUESTION_TYPE_DICT)
