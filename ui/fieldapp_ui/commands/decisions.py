"""Commands of the pages where somebody looks and decides: quality, the year, conflicts, lists, duplicates, matters."""

from fieldapp_ui.commands.command import Command

DECISIONS = (
    # quality
    Command(
        "quality.explain", "Explain", "Ctrl+N", "remark", "Why a doubt is right as it stands; it is kept."
    ),
    Command("quality.by_field", "By rule or by field", "Ctrl+T", "list"),
    Command("quality.refresh", "Check again", "Ctrl+R", "refresh", "Reads every household once more."),
    # the year
    Command(
        "year.freeze", "Take a snapshot", "Ctrl+G", "photo", "Freezes the year as it stands, with a seal."
    ),
    Command(
        "year.open",
        "Open the year",
        "",
        "carry",
        "Carries last year's lasting facts into the year, where nobody has written yet.",
    ),
    Command("year.refresh", "Count again", "Ctrl+R", "refresh"),
    # conflicts: the keys 1 2 3 belong to the page
    Command("conflict.mine", "Take mine", "", "person", "Both values stay in the history."),
    Command("conflict.theirs", "Take theirs", "", "people", "Both values stay in the history."),
    Command("conflict.before", "Take the value before", "", "undo", "Both values stay in the history."),
    Command("conflict.next", "Next conflict", "F10", "next"),
    # other people's lists: the keys 1 2 3 belong to the page
    Command(
        "compare.file",
        "Compare a file",
        "Ctrl+O",
        "import",
        "A low-income, national or department's list; nothing is overwritten.",
    ),
    Command("compare.ours", "Keep ours", "", "person", "The key 1. The decision stays on record."),
    Command("compare.theirs", "Take the list's", "", "people", "The key 2. It is written into the register."),
    Command("compare.later", "Later", "", "history", "The key 3. It stays open."),
    Command("compare.tick_all", "Tick all", "Ctrl+A", "check", "Every open line; again unticks them."),
    Command("compare.approve", "Approve", "Ctrl+Return", "check", "Puts the chosen lines on the entry list."),
    Command("compare.export", "Export to Excel", "Ctrl+Shift+E", "export", "The lines in view."),
    # duplicates: the keys 1 2 belong to the page
    Command(
        "duplicate.merge",
        "One and the same: merge",
        "Ctrl+Return",
        "check",
        "Nothing is lost; undo parts them.",
    ),
    Command("duplicate.apart", "Two different ones", "Ctrl+D", "people", "It is not asked again here."),
    Command("duplicate.next", "Next pair", "F10", "next"),
    # matters: the digits belong to the page
    Command("matter.next", "Next matter", "F10", "next"),
)
