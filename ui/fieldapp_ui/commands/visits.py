"""Commands of the forms and of the exit checklist."""

from fieldapp_ui.commands.command import Command

VISITS = (
    # forms
    Command("form.goto", "Go to a question", "F6", "goto", "By number or by a part of its name."),
    Command("form.next_hole", "Next hole", "F10", "next", "The next question without an answer."),
    Command("form.previous_hole", "Previous hole", "Shift+F10", "previous", "The hole before this one."),
    Command(
        "form.carry_over",
        "Carry over last values",
        "F7",
        "carry",
        "The value of last year or of the last entry.",
    ),
    Command("form.copy_above", "Copy from above", "F9", "copy", "The same answer as in the row above."),
    Command(
        "form.jump", "Jump list", "Ctrl+J", "list", "What is blank, wrong, to confirm, remarked or returned."
    ),
    Command(
        "form.outline", "Outline of the form", "Ctrl+Shift+O", "columns", "Arrows walk, Enter goes there."
    ),
    Command(
        "form.confirm",
        "The answer is right",
        "F8",
        "check",
        "Confirms an answer that looks unusual; it is kept.",
    ),
    Command("form.add_row", "Add a row", "F3", "add", "In a table under the row the cursor is in."),
    Command("form.delete_row", "Delete the row", "F4", "delete", "The row can be brought back by undo."),
    Command("form.sort_rows", "Sort the rows", "F5", "sort", "By this column; again turns it round."),
    Command(
        "form.open_row", "Page of this row", "F2", "edit", "All questions of the row, one under the other."
    ),
    Command("form.remark", "Remark on this question", "Ctrl+N", "remark"),
    Command("form.remark_entry", "Remark on the whole entry", "Ctrl+Shift+N", "remark"),
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
)
