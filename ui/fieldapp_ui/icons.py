"""One set of icons (Phosphor through QtAwesome), named by what they mean here; always with a word beside them."""

from PySide6.QtGui import QColor, QIcon

NAMES = {
    "today": "ph.sun-horizon",
    "register": "ph.users-three",
    "form": "ph.note-pencil",
    "checklist": "ph.check-square-offset",
    "quality": "ph.target",
    "todo": "ph.tray",
    "sync": "ph.arrows-clockwise",
    "settings": "ph.gear-six",
    "back": "ph.arrow-left",
    "find": "ph.magnifying-glass",
    "command": "ph.command",
    "help": "ph.question",
    "undo": "ph.arrow-u-up-left",
    "redo": "ph.arrow-u-up-right",
    "lock": "ph.lock-simple",
    "print": "ph.printer",
    "quit": "ph.sign-out",
    "add": "ph.plus",
    "edit": "ph.pencil-simple",
    "eye": "ph.eye",
    "goto": "ph.arrow-bend-down-right",
    "next": "ph.caret-down",
    "previous": "ph.caret-up",
    "carry": "ph.clock-counter-clockwise",
    "copy": "ph.copy-simple",
    "delete": "ph.trash",
    "sort": "ph.sort-ascending",
    "remark": "ph.chat-text",
    "language": "ph.translate",
    "check": "ph.check-square",
    "finalise": "ph.circle-wavy-check",
    "refresh": "ph.arrow-clockwise",
    "village": "ph.buildings",
    "house": "ph.house-line",
    "sign": "ph.pen-nib",
    "person": "ph.user",
    "people": "ph.users",
    "export": "ph.export",
    "import": "ph.download-simple",
    "usb": "ph.hard-drive",
    "station": "ph.broadcast",
    "pair": "ph.link-simple",
    "stop": "ph.x-circle",
    "met": "ph.check",
    "not_met": "ph.x",
    "unknown": "ph.circle-dashed",
    "warning": "ph.warning",
    "saved": "ph.check-circle",
    "offline": "ph.wifi-slash",
    "online": "ph.wifi-high",
    "history": "ph.clock-counter-clockwise",
    "clock": "ph.clock",
    "photo": "ph.camera",
    "calendar": "ph.calendar-blank",
    "down": "ph.caret-down",
    "right": "ph.caret-right",
    "close": "ph.x",
    "filter": "ph.funnel",
    "columns": "ph.columns",
    "view": "ph.bookmark-simple",
    "list": "ph.table",
    "packs": "ph.package",
    "privacy": "ph.shield-check",
    "upgrade": "ph.arrow-circle-up",
    "draft": "ph.file-dotted",
    "sent": "ph.paper-plane-tilt",
    "returned": "ph.arrow-u-down-left",
}


def icon(name: str, colour: QColor | str, *, disabled: QColor | str | None = None) -> QIcon:
    """The icon of a meaning (a key of NAMES; unknown names give an empty icon) in one colour."""
    if name not in NAMES:
        return QIcon()
    import qtawesome  # 40 ms and two fonts: not before a window needs it

    drawn: QIcon = qtawesome.icon(NAMES[name], color=colour, color_disabled=disabled or colour)
    return drawn
