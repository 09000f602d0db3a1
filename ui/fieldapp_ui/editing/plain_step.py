"""What most small dialogs share: nothing follows, nothing is remarked, what is refused stands at the foot."""

from __future__ import annotations

from fieldapp.errors import UserError
from fieldapp.store.save import seen_of
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.asking import Typed


class PlainStep:
    """A step about one record of a village; `seen` is what was held when the dialog opened."""

    def __init__(self, desk: Desk, scope: str, title: str, action: str) -> None:
        self.desk, self.scope, self.title, self.action = desk, scope, title, action
        self.seen = seen_of(desk.vault, scope)

    def follows(self, key: str, typed: Typed) -> Typed:
        """Nothing follows from another answer."""
        return {}

    def said(self, typed: Typed) -> str:
        """Nothing to remark."""
        return ""

    def place_of(self, refused: UserError) -> str:
        """At the foot."""
        return ""
