"""The desk: the long-lived objects of one session, built once in main and handed to every page's constructor."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from fieldapp.texts import Texts
from fieldapp_ui.background.rounds import Rounds
from fieldapp_ui.background.station_hub import StationHub
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.deeds import Deeds
from fieldapp_ui.editing.content import Content
from fieldapp_ui.editing.quality_ready import ReadyRules
from fieldapp_ui.editing.standard import Standard
from fieldapp_ui.language import Language
from fieldapp_ui.navigator import Navigator, Place
from fieldapp_ui.scope import ChosenScope
from fieldapp_ui.settings import Settings
from fieldapp_ui.theme import Look, Theme

if TYPE_CHECKING:
    from fieldapp.store import Vault

__all__ = ["Desk", "Navigator", "Place"]


@dataclass(frozen=True)
class Desk:
    """Nothing here is replaced while the session lasts; `texts` and `theme` follow the settings."""

    vault: Vault
    language: Language
    tasks: Tasks
    settings: Settings
    look: Look
    navigator: Navigator
    deeds: Deeds
    scope: ChosenScope
    standard: Standard = field(default_factory=Standard)
    quality: ReadyRules = field(default_factory=ReadyRules)
    content: Content = field(default_factory=Content)
    rounds: Rounds = field(default_factory=Rounds)
    station: StationHub = field(default_factory=StationHub)

    @property
    def texts(self) -> Texts:
        """The words in use now."""
        return self.language.texts

    @property
    def theme(self) -> Theme:
        """The colours and sizes in use now."""
        return self.look.theme

    def now(self) -> datetime:
        """The local time by the vault's clock."""
        return datetime.fromtimestamp(self.vault.clock() / 1000, UTC).astimezone()

    def today(self) -> date:
        """The civil date by the vault's clock; its year is the year pages open with."""
        return self.now().date()
