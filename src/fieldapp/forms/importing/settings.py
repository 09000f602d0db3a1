"""The settings: a name that XML refuses, and the namespace that our own columns need."""

from fieldapp.forms.importing.names import good_name
from fieldapp.forms.importing.sheets import Book, mark

NAMESPACE = "urn:fieldapp:xforms"


def declare_namespace(book: Book) -> None:
    """Let the soft checks of `bind::fieldapp:…` columns through; other programs overlook them."""
    survey = book.sheet("survey")
    if not any("fieldapp:" in column for column in survey.header):
        return
    settings = book.sheet("settings")
    if not settings.rows:
        settings.append({}, 2)
    settings.add_column("namespaces")
    given = settings.rows[0].get("namespaces", "")
    if NAMESPACE not in given:
        settings.rows[0]["namespaces"] = f'{given} fieldapp="{NAMESPACE}"'.strip()


def repair_settings(book: Book) -> None:
    """Settings that would stop the whole form."""
    from pyxform.parsing.expression import is_xml_tag

    settings = book.sheet("settings")
    settings.rows[1:] = [{} for _ in settings.rows[1:]]
    for number, row in settings:
        name = row.get("name", "")
        if name and not is_xml_tag(name):
            row["name"] = good_name(name) or "data"
            book.note(
                mark(
                    "The name “{old}” was changed to “{new}”.",
                    "settings",
                    number,
                    "name",
                    old=name,
                    new=row["name"],
                )
            )
        public, omitted = row.get("public_key"), row.get("omit_instanceID")
        if public and omitted:
            del row["omit_instanceID"]
            book.note(
                mark(
                    "An encrypted form needs its instanceID; “{old}” was taken out.",
                    "settings", number, "omit_instanceID", removed=True, old=omitted,
                )
            )  # fmt: skip
