"""Every command of the desktop, once: its words, key, icon and help. Menus, toolbar, palette and key sheet read it.

A page says which of these it can do now (`Page.does`, by command id); the frame does the rest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """`text` and `help` are English source text; `key` is a portable key sequence or empty; `icon` a name of icons."""

    id: str
    text: str
    key: str = ""
    icon: str = ""
    help: str = ""


def _table(commands: Iterable[Command]) -> Mapping[str, Command]:
    return {command.id: command for command in commands}


COMMANDS: Mapping[str, Command] = _table(
    (
        # where to go
        Command("go.today", "Today", "Alt+1", "today", "What waits for you, each one key away."),
        Command("go.register", "Register", "Alt+2", "register", "All households of the village."),
        Command(
            "go.village", "Village", "Alt+7", "village", "The village's card and every list kept for it."
        ),
        Command(
            "go.exchange",
            "Import and export",
            "Ctrl+I",
            "import",
            "Tables of Excel and WPS come in and go out.",
        ),
        Command("go.form", "Forms", "Alt+3", "form", "Drafts, forms to fill, finalised and returned ones."),
        Command(
            "go.checklist", "Exit checklist", "Alt+4", "checklist", "Which criteria are met, and what to ask."
        ),
        Command(
            "go.quality",
            "Data quality",
            "Alt+8",
            "quality",
            "What is wrong or doubtful, and where to mend it.",
        ),
        Command(
            "go.year",
            "Year",
            "Alt+9",
            "calendar",
            "In and out of the year, snapshots, and the seven batches.",
        ),
        Command(
            "go.conflicts",
            "To do",
            "Alt+5",
            "todo",
            "Conflicts and returned entries that wait for a decision.",
        ),
        Command(
            "go.compare",
            "Compare lists",
            "",
            "checklist",
            "Other people's lists against the register, and what to enter in the national system.",
        ),
        Command(
            "go.duplicates",
            "Records that stand twice",
            "Ctrl+Shift+D",
            "people",
            "People or households with one number: merge them, or tell them apart.",
        ),
        Command(
            "go.sync", "Synchronise", "Alt+6", "sync", "What waits here, at the township and at the county."
        ),
        Command(
            "go.settings", "Settings", "Ctrl+,", "settings", "Language, text size, theme, lock, passphrase."
        ),
        Command(
            "go.packs", "Packs", "", "packs", "The content this register works with, and the county's own."
        ),
        Command("go.privacy", "Privacy and roles", "", "privacy", "What you may see, what left, who looked."),
        Command("go.back", "Back", "Alt+Left", "back", "The page you came from."),
        # everywhere
        Command(
            "find", "Find a household or person", "Ctrl+F", "find", "Name, pinyin, last four digits, number."
        ),
        Command("village.choose", "Choose a village", "Alt+0", "village", "All villages, or one of them."),
        Command("palette", "All commands", "Ctrl+K", "command", "Type a few letters of what you want to do."),
        Command("help", "Help here", "F1", "help", "What this place is for and which keys it knows."),
        Command("undo", "Undo", "Ctrl+Z", "undo", "Takes back the last deed; history keeps both."),
        Command("redo", "Redo", "Ctrl+Y", "redo", "Does again what was taken back."),
        Command("lock", "Lock", "Ctrl+Shift+L", "lock", "Hides everything until the passphrase is typed."),
        Command("print", "Print", "Ctrl+P", "print", "Print this page, or keep it as PDF."),
        Command("quit", "Quit", "Ctrl+Q", "quit", "Everything is saved already."),
        # register and card
        Command(
            "register.filter",
            "Add a condition",
            "Ctrl+Shift+F",
            "filter",
            "Only the rows that fit: any field, any code.",
        ),
        Command("register.columns", "Columns", "Ctrl+Shift+C", "columns", "Show, hide and move columns."),
        Command(
            "register.views", "Views", "Ctrl+Shift+V", "view", "Choose a view, or keep this one under a name."
        ),
        Command(
            "register.list", "Choose a list", "Ctrl+T", "list", "Households, members, and every other list."
        ),
        Command("register.sort", "Sort by this column", "F5", "sort", "Again turns the order round."),
        Command("register.wider", "Wider column", "Ctrl+Shift+Right", "right"),
        Command("register.narrower", "Narrower column", "Ctrl+Shift+Left", "back"),
        Command("register.column_right", "Column to the right", "Alt+Shift+Right", "right"),
        Command("register.column_left", "Column to the left", "Alt+Shift+Left", "back"),
        Command(
            "register.export", "Export", "Ctrl+Shift+E", "export", "These rows as a table for Excel or WPS."
        ),
        Command(
            "household.add", "Add a household", "Ctrl+Shift+N", "add", "A new household in this village."
        ),
        Command(
            "household.fill", "Fill the visit form", "F8", "form", "Opens the visit form with what is known."
        ),
        Command(
            "history.compare",
            "Compare two days",
            "Ctrl+Shift+H",
            "history",
            "What read otherwise, and who wrote it.",
        ),
        Command(
            "household.open_year",
            "Carry last year over",
            "",
            "carry",
            "This household's lasting facts of last year, where nobody has written yet.",
        ),
        Command("household.open", "Card of the household", "Ctrl+H", "house", "The card of this household."),
        Command("household.check", "Exit checklist of this household", "Ctrl+E", "checklist"),
        Command("village.begin", "Open the card of this village", "", "village"),
        Command(
            "record.end", "End this record", "", "close", "It stays in the history; lists show it no more."
        ),
        # what is done with one record of a list
        Command(
            "helper.assign",
            "Assign households to a helper",
            "Ctrl+D",
            "people",
            "A helper by letters, households by ticks, a day, Enter.",
        ),
        Command(
            "helper.hand_over",
            "Hand over to a successor",
            "Ctrl+Shift+G",
            "people",
            "All households of this helper at once; one undo takes it back.",
        ),
        Command("project.enrol", "Who takes part", "Ctrl+D", "people", "Those who fit are ticked first."),
        Command("enrolment.effect", "What it brought", "Ctrl+D", "check", "Words, income, how it stands."),
        Command("fund.pay", "Pay out of this fund", "Ctrl+D", "export", "What is left is said before."),
        Command("asset.dividend", "Dividend of a year", "Ctrl+D", "people", "By shares, exact to the fen."),
        Command("need.card", "Print the need card", "Ctrl+D", "print", "Without name, address and number."),
        Command(
            "appeal.receive", "Record an objection or request", "", "remark", "Until when to answer is proposed."
        ),
        Command("care.step", "The next step of care", "Ctrl+D", "next", "Proposed, with its deadline."),
        Command(
            "appeal.reply", "Answer it", "Ctrl+D", "edit", "The words, the day, and what was said to it."
        ),
        Command("tab.next", "Next part of the card", "Ctrl+PgDown", "right"),
        Command("tab.previous", "Previous part of the card", "Ctrl+PgUp", "back"),
        Command("person.add", "Add a member", "F3", "add", "A new row in the grid of members."),
        Command("person.end", "A member leaves", "F4", "delete", "Asks how: death, marriage, moved out …"),
        Command("person.sort", "Sort the members", "F5", "sort", "By this column; again turns it round."),
        Command("person.copy", "Copy from above", "F9", "copy", "The same as in the row above."),
        Command("person.paste", "Paste rows", "Ctrl+V", "copy", "Members out of Excel or WPS."),
        Command(
            "household.change",
            "Record a change",
            "Ctrl+M",
            "refresh",
            "Birth, death, marriage, move, split, merge, exit, return: what happened, and when.",
        ),
        Command(
            "visit.record", "Record a visit", "Ctrl+J", "form", "Done, nobody home, refused; problem, income."
        ),
        Command("field.edit", "Change this field", "F2", "edit", "Enter does the same."),
        Command("field.unmask", "Show the number", "", "eye", "Asks why; the answer is kept."),
        # forms
        Command("form.goto", "Go to a question", "F6", "goto", "By number or by a part of its name."),
        Command("form.next_hole", "Next hole", "F10", "next", "The next question without an answer."),
        Command("form.previous_hole", "Previous hole", "Shift+F10", "previous", "The hole before this one."),
        Command(
            "form.carry_over", "Carry over last values", "F7", "carry", "Takes the values of the last visit."
        ),
        Command("form.copy_above", "Copy from above", "F9", "copy", "The same answer as in the row above."),
        Command("form.add_row", "Add a row", "F3", "add"),
        Command("form.delete_row", "Delete the row", "F4", "delete", "The row can be brought back by undo."),
        Command("form.sort_rows", "Sort the rows", "F5", "sort"),
        Command("form.remark", "Remark on this question", "Ctrl+N", "remark"),
        Command("form.language", "Language of the form", "Ctrl+L", "language"),
        Command("form.check", "Check now", "Ctrl+Return", "check", "Goes to the first error or hole."),
        Command(
            "form.finalise",
            "Finalise",
            "Ctrl+Shift+Return",
            "finalise",
            "Writes the answers to the register.",
        ),
        Command("form.delete_draft", "Delete this draft", "", "delete"),
        Command(
            "form.paper",
            "Enter a filled paper",
            "Shift+F8",
            "copy",
            "Asks when the paper was filled and by whom; digits and Enter do the rest.",
        ),
        Command(
            "form.print_blank",
            "Print this form blank",
            "Ctrl+Shift+P",
            "print",
            "For a visit without a laptop, with the numbers and codes of the screen.",
        ),
        # exit checklist
        Command("checklist.refresh", "Check again", "Ctrl+R", "refresh", "Each check is logged."),
        Command("checklist.village", "Whole village", "", "village"),
        Command("checklist.sign", "Sign", "Ctrl+G", "sign", "Paper first: print, sign, then record it here."),
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
        Command(
            "compare.theirs", "Take the list's", "", "people", "The key 2. It is written into the register."
        ),
        Command("compare.later", "Later", "", "history", "The key 3. It stays open."),
        Command("compare.tick_all", "Tick all", "Ctrl+A", "check", "Every open line; again unticks them."),
        Command(
            "compare.approve", "Approve", "Ctrl+Return", "check", "Puts the chosen lines on the entry list."
        ),
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
        # sync
        Command(
            "sync.now", "Synchronise now", "Ctrl+Shift+S", "sync", "Sends what waits and takes what is new."
        ),
        Command("sync.export", "Export to a USB stick", "", "export"),
        Command("sync.import", "Import from a USB stick", "", "import"),
        Command("sync.station", "Open the township station", "", "station"),
        Command("sync.pair", "Pair with a hub", "", "pair"),
        Command("sync.cancel", "Stop", "", "stop"),
        # lists in and out
        Command(
            "exchange.import", "Import a table", "Ctrl+O", "import", "One file or many: .xlsx, .xls or .csv."
        ),
        Command(
            "exchange.folder", "Import a folder", "Ctrl+Shift+O", "import", "Every table in a folder at once."
        ),
        Command("exchange.export", "Export", "Ctrl+Shift+E", "export", "Lists as a table for Excel or WPS."),
        Command(
            "exchange.fill", "Fill a blank form", "Ctrl+Shift+B", "form", "A county's own .xls form, filled."
        ),
        Command("exchange.list", "Another list", "Ctrl+T", "list", "Which list these rows are of."),
        Command("exchange.heading", "Another heading row", "Ctrl+R", "goto", "Which row holds the headings."),
        Command(
            "exchange.pass_over",
            "Take or leave this sheet",
            "F4",
            "close",
            "A sheet left out is not imported.",
        ),
        Command(
            "exchange.confirm", "All guesses are right", "Ctrl+Return", "check", "You have looked at each."
        ),
        Command(
            "exchange.findings",
            "Save the findings",
            "Ctrl+S",
            "export",
            "The rows to be mended, each bad cell marked.",
        ),
        # packs
        Command(
            "packs.install", "Install a pack file", "Ctrl+O", "import", "A file that an office has sent."
        ),
        Command(
            "packs.upgrade", "Newer versions", "", "upgrade", "Bring this register to the newer version."
        ),
        Command("packs.copy", "Copy a pack to change it", "", "copy", "The county's own, from one there is."),
        Command("workshop.add", "Add", "F3", "add", "A field, a code or a rule, as the part in view."),
        Command("workshop.check", "Check", "Ctrl+Return", "check", "Forms, standards and rules too."),
        Command("workshop.export", "Export to Excel", "", "export", "All tables of the pack as a workbook."),
        Command("workshop.import", "Read back from Excel", "", "import", "With an error nothing is changed."),
        Command("workshop.publish", "Publish", "", "finalise", "One signed file to hand out."),
        # privacy
        Command(
            "person.erase", "Erase a person's data by law", "", "delete", "On every computer, and for ever."
        ),
    )
)

# The left navigation, top to bottom; each is the command `go.<page>` of the same page name.
NAVIGATION = (
    "today",
    "register",
    "village",
    "exchange",
    "form",
    "quality",
    "checklist",
    "year",
    "conflicts",
    "sync",
    "settings",
)

# Pages without a place in the navigation: reached from the settings and from the palette.
BESIDE = ("packs", "privacy", "duplicates", "compare")


def command(name: str) -> Command:
    """The command of that id. Raises KeyError: a wrong id is a bug."""
    return COMMANDS[name]
