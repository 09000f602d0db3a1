"""Where one can go from anywhere, and what works everywhere; the navigation shows some of these."""

from fieldapp_ui.commands.command import Command

PLACES = (
    # where to go
    Command("go.today", "Today", "Alt+1", "today", "What waits for you, each one key away."),
    Command("go.register", "Register", "Alt+2", "register", "All households of the village."),
    Command("go.village", "Village", "Alt+7", "village", "The village's card and every list kept for it."),
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
        "go.matters",
        "Matters to look at",
        "Ctrl+Shift+M",
        "todo",
        "Households on their way, late edits, decisions to confirm anew.",
    ),
    Command("go.sync", "Synchronise", "Alt+6", "sync", "What waits here, at the township and at the county."),
    Command("go.settings", "Settings", "Ctrl+,", "settings", "Language, text size, theme, lock, passphrase."),
    Command("go.packs", "Packs", "", "packs", "The content this register works with, and the county's own."),
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
BESIDE = ("packs", "privacy", "duplicates", "compare", "matters")
