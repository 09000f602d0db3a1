"""How many new bases a laptop may cause: few a day of one village, so that nobody keeps a hub busy with them."""

from fieldapp_server.problems import Problem, Refused

MADE_A_DAY = 3
_DAY_MS = 86_400_000
TOO_OFTEN = Problem(
    "bootstrap.too_often",
    429,
    "This laptop has had new bases of this village made too often today. It can fetch the changes one by one, or come "
    "again tomorrow.",
)


class Allowance:
    """What each laptop caused since this process began. Used by one thread at a time."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], list[int]] = {}

    def is_left(self, device: str, scope: str, now_ms: int) -> bool:
        """Whether one more may be made for this laptop."""
        return len(self._recent(device, scope, now_ms)) < MADE_A_DAY

    def use(self, device: str, scope: str, now_ms: int) -> None:
        """Count one. Raises Refused bootstrap.too_often."""
        if not self.is_left(device, scope, now_ms):
            raise Refused(TOO_OFTEN)
        self._made.setdefault((device, scope), []).append(now_ms)

    def _recent(self, device: str, scope: str, now_ms: int) -> list[int]:
        # Of a clock that was set back everything counts as recent.
        made = [at for at in self._made.get((device, scope), ()) if at > now_ms - _DAY_MS]
        if made:
            self._made[device, scope] = made
        else:
            self._made.pop((device, scope), None)
        return made
