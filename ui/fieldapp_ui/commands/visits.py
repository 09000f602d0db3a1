"""Commands of the forms and of the exit checklist."""

from fieldapp_ui.commands.command import Command

VISITS = (
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
)
