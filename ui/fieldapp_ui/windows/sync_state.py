"""How sync stands, at the head of its page: a word with its mark, a sentence that says what to do, three tiers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from fieldapp_ui.editing.standing import Standing, State
from fieldapp_ui.editing.sync import Tier
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme, wear_role
from fieldapp_ui.windows.parts import column, emptied, hairline, label

_FACES: dict[State, tuple[str, str]] = {
    "alarm": ("⚠", "error"),
    "running": ("⟳", "strong"),
    "unpaired": ("◌", "strong"),
    "shut_out": ("✕", "error"),
    "too_old": ("✕", "error"),
    "clock": ("✕", "error"),
    "failed": ("✕", "error"),
    "offline": ("◌", "unknown"),
    "waiting": ("◌", "strong"),
    "fine": ("✓", "met"),
}


class SyncState(QFrame):
    """Shows what it is given."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.word = label("", "strong", wrap=True)
        self.word.setProperty("scale", "heading")
        self.why = label("", "", wrap=True)
        self._tiers = QGridLayout()
        self._tiers.setHorizontalSpacing(theme.px(24))
        self._tiers.setVerticalSpacing(theme.px(10))
        whole = column(self, margin=theme.px(16), gap=theme.px(6))
        whole.addWidget(self.word)
        whole.addWidget(self.why)
        whole.addSpacing(theme.px(4))
        whole.addWidget(hairline())
        whole.addSpacing(theme.px(4))
        whole.addLayout(self._tiers)

    def show_standing(self, standing: Standing) -> None:
        """The gravest matter, in a word and a sentence."""
        mark, role = _FACES[standing.state]
        self.word.setText(f"{mark} {standing.word}")
        wear_role(self.word, role)
        self.why.setText(standing.why)
        self.why.setVisible(bool(standing.why))

    def show_tiers(self, tiers: tuple[Tier, ...]) -> None:
        """A line each: name, count, words, when last."""
        emptied(self._tiers)
        for line, tier in enumerate(tiers):
            count = label(f"{tier.count:,}", "heading")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            when = tr("last exchange {time}", time=tier.when) if tier.when else ""
            parts: tuple[QLabel, ...] = (
                label(tier.name, "strong"),
                count,
                label(tier.words, "" if tier.count else "soft", wrap=True),
                label(when, "caption"),
            )
            for at, part in enumerate(parts):
                self._tiers.addWidget(part, line, at)
        self._tiers.setColumnStretch(2, 1)
