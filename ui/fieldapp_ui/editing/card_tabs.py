"""Which tab of the card a section of the dictionary stands on; a section of a county's pack stands on the first."""

from fieldapp.register.declarations import Dictionary

TABS = ("overview", "members", "income", "housing", "help", "forms", "checks", "history")
FIRST = "overview"

SECTION_TABS = {
    "overview": "overview",
    "income": "income",
    "income_event": "income",
    "loans": "income",
    "fund": "income",
    "asset": "income",
    "housing": "housing",
    "water": "housing",
    "living": "housing",
    "food_clothing": "housing",
    "land": "housing",
    "help": "help",
    "work_record": "help",
    "plan": "help",
    "measure": "help",
    "benefit": "help",
    "project": "help",
    "care": "help",
    "need": "help",
    "appeal": "help",
    "monitor": "help",
    "procedure": "help",
}
OWN_PLACE = frozenset(("person", "submission", "signature", "movement", "explanation", "entry"))
"""Lists below a household that a tab, a page or the register of their own shows."""


def tab_of_section(section: str) -> str:
    """The tab of a section."""
    return SECTION_TABS.get(section, FIRST)


def tab_of_list(dictionary: Dictionary, name: str) -> str:
    """The tab of a list below the household: that of its first field; empty for one that has its own place."""
    fields = dictionary.fields.get(name, ())
    return "" if name in OWN_PLACE or not fields else tab_of_section(fields[0].section)


def lists_of_tab(dictionary: Dictionary, tab: str) -> tuple[str, ...]:
    """The lists below a household that stand on a tab, record by record, in the order of the dictionary."""
    below = (spec for spec in dictionary.children("household") if spec.key_by == "uuid")
    return tuple(spec.name for spec in below if tab_of_list(dictionary, spec.name) == tab)
