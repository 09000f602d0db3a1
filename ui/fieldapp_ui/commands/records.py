"""Commands of the register, of a card and of one record of a list."""

from fieldapp_ui.commands.command import Command

RECORDS = (
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
    Command("register.list", "Choose a list", "Ctrl+T", "list", "Households, members, and every other list."),
    Command("register.sort", "Sort by this column", "F5", "sort", "Again turns the order round."),
    Command("register.wider", "Wider column", "Ctrl+Shift+Right", "right"),
    Command("register.narrower", "Narrower column", "Ctrl+Shift+Left", "back"),
    Command("register.column_right", "Column to the right", "Alt+Shift+Right", "right"),
    Command("register.column_left", "Column to the left", "Alt+Shift+Left", "back"),
    Command("register.export", "Export", "Ctrl+Shift+E", "export", "These rows as a table for Excel or WPS."),
    Command("household.add", "Add a household", "Ctrl+Shift+N", "add", "A new household in this village."),
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
    Command("record.end", "End this record", "", "close", "It stays in the history; lists show it no more."),
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
    Command("appeal.reply", "Answer it", "Ctrl+D", "edit", "The words, the day, and what was said to it."),
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
)
