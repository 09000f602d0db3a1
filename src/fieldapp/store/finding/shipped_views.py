"""Views that every worker finds ready: those whose fields the dictionary in use has."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.register.declarations import Dictionary
from fieldapp.store.finding.columns import is_column
from fieldapp.store.finding.filters import Filter

DAYS_WITHOUT_VISIT = 60


@dataclass(frozen=True)
class ShippedView:
    """A name in three languages and the filters it stands for; columns and sorting stay as they are."""

    list: str
    filters: tuple[Filter, ...]
    zh_hans: str
    zh_hant: str
    en: str


_HOUSEHOLDS = (
    ShippedView(
        "household", (Filter("status", "one_of", ("0", "2", "3")),), "未脱贫户", "未脫貧戶", "Not exited"
    ),
    ShippedView(
        "household",
        (Filter("household_year.house_danger", "one_of", ("C", "D")),),
        "危房户",
        "危房戶",
        "House of grade C or D",
    ),
    ShippedView(
        "household",
        (Filter("person.person_year.labour", "none_of", ("1", "2", "5")),),
        "无劳动力户",
        "無勞動力戶",
        "Nobody able to work",
    ),
    ShippedView(
        "household",
        (Filter("household_year.visited_on", "not_since", f"today-{DAYS_WITHOUT_VISIT}"),),
        "60天未走访",
        "60天未走訪",
        "Not visited for 60 days",
    ),
)
_PEOPLE = (ShippedView("person", (Filter("disability_cat", "not_empty"),), "残疾人", "殘疾人", "Disabled"),)
_DEFAULTS: Mapping[str, tuple[str, ...]] = {
    "household": (
        "household_no",
        "head",
        "natural_village",
        "members",
        "household_year.net_income_pc",
        "status",
        "household_year.visited_on",
    ),
    "person": ("name", "household.head", "relation", "sex", "birth_date", "id_no", "phone"),
}
_LONGEST = 7


def shipped_views(dictionary: Dictionary, list_name: str) -> tuple[ShippedView, ...]:
    """The ready views of a list."""
    return tuple(
        view
        for view in (*_HOUSEHOLDS, *_PEOPLE)
        if view.list == list_name and all(is_column(dictionary, list_name, one.field) for one in view.filters)
    )


def default_columns(dictionary: Dictionary, list_name: str) -> tuple[str, ...]:
    """The columns a list opens with: ours, else its title, the household it belongs to, and its first fields."""
    chosen = [path for path in _DEFAULTS.get(list_name, ()) if is_column(dictionary, list_name, path)]
    if chosen:
        return tuple(chosen)
    spec = dictionary.lists[list_name]
    first = [spec.title_field] if spec.title_field else []
    owner = ["household.household_no", "household.head"] if spec.parent == "household" else []
    owner = [path for path in owner if is_column(dictionary, list_name, path)]
    own = [one.key for one in dictionary.fields.get(list_name, ()) if one.type not in ("file", "point")]
    year = ["year"] if spec.key_by == "year" else []
    return tuple(dict.fromkeys((*owner, *year, *first, *own)))[:_LONGEST]
