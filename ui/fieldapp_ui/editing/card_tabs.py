"""Which tab of the card a section of the dictionary stands on; a section of a county's pack stands on the first."""

TABS = ("overview", "members", "income", "housing", "help", "forms", "checks", "history")

SECTION_TABS = {
    "overview": "overview",
    "income": "income",
    "loans": "income",
    "housing": "housing",
    "water": "housing",
    "living": "housing",
    "food_clothing": "housing",
    "land": "housing",
    "help": "help",
}
