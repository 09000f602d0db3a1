"""Commands of what comes in and goes out: rounds, tables, packs, and what the law takes away."""

from fieldapp_ui.commands.command import Command

EXCHANGE = (
    # sync
    Command("sync.now", "Synchronise now", "Ctrl+Shift+S", "sync", "Sends what waits and takes what is new."),
    Command("sync.export", "Export to a USB stick", "", "export"),
    Command("sync.import", "Import from a USB stick", "", "import"),
    Command(
        "stick.act",
        "The USB stick",
        "F12",
        "usb",
        "Takes in what is on it for this computer, or writes to it.",
    ),
    Command("sync.pair", "Pair with a hub", "", "pair"),
    Command("sync.cancel", "Stop", "", "stop"),
    Command("backup", "Make a backup", "", "export", "The whole register to one encrypted file."),
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
    Command("exchange.confirm", "All guesses are right", "Ctrl+Return", "check", "You have looked at each."),
    Command(
        "exchange.findings",
        "Save the findings",
        "Ctrl+S",
        "export",
        "The rows to be mended, each bad cell marked.",
    ),
    # packs
    Command("packs.install", "Install a pack file", "Ctrl+O", "import", "A file that an office has sent."),
    Command("packs.upgrade", "Newer versions", "", "upgrade", "Bring this register to the newer version."),
    Command("packs.copy", "Copy a pack to change it", "", "copy", "The county's own, from one there is."),
    Command("workshop.add", "Add", "F3", "add", "A field, a code or a rule, as the part in view."),
    Command("workshop.check", "Check", "Ctrl+Return", "check", "Forms, standards and rules too."),
    Command("workshop.export", "Export to Excel", "", "export", "All tables of the pack as a workbook."),
    Command("workshop.import", "Read back from Excel", "", "import", "With an error nothing is changed."),
    Command("workshop.publish", "Publish", "", "finalise", "One signed file to hand out."),
    # privacy
    Command("person.erase", "Erase a person's data by law", "", "delete", "On every computer, and for ever."),
)
