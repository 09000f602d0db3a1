"""The bases a hub keeps: made at one point in time beside its work, by what it holds of a village and nothing else.

The rule it holds: of a village there is one, and the one it replaced while somebody fetches that. A new one is made only
when it pays: the village has grown by a tenth, something came and a day has passed, or something was erased.
"""

from threading import Lock

from fieldapp.store import log
from fieldapp.store.growing.files import BaseFile
from fieldapp.store.growing.making import make_file
from fieldapp.store.growing.pieces import Manifest, drop_file, manifests
from fieldapp.store.growing.writing import BaseWriter
from fieldapp.store.ledger import Ledger
from fieldapp_server.archive import Archive
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.bases.allowance import Allowance
from fieldapp_server.problems import BUSY, Refused

FRESH_SHARE = 0.1
"""A base is given again while its village has grown by less than this share of commits since,"""
FRESH_MS = 86_400_000
"""and for so long, or longer where nothing came since."""
FETCHED_MS = 86_400_000
"""A base that another has replaced is kept until nobody has fetched of it for so long."""
WAIT_SECONDS = 20.0
"""Who asks while another base is made waits so long, then he is asked to come again."""
_CACHE_KIB = 1_000
"""Each page is read once."""


class KeptBases:
    """The bases of one archive; one is made at a time."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._making = Lock()
        self._allowance = Allowance()
        self._fetched: dict[str, int] = {}

    def base(self, scope: str, begun: str, device: str, now_ms: int) -> Manifest:
        """The base of a village: the one that this laptop has `begun` to fetch, a fresh one, or a new one on its account.

        Raises Refused hub.busy, bootstrap.too_often where not even an old one is here.
        """
        if not self._making.acquire(timeout=WAIT_SECONDS):
            raise Refused(BUSY)
        try:
            good = self._good(scope)
            found = next((one for one, _ in good if one.hash == begun), None) or next(
                (one for one, made in good if self._is_fresh(one, made, now_ms)), None
            )
            if found is None and good and not self._allowance.is_left(device, scope, now_ms):
                found = good[0][0]
            if found is None:
                self._allowance.use(device, scope, now_ms)
                found = self._make(scope, now_ms)
            self._drop_replaced(scope, now_ms)
            return found
        finally:
            self._making.release()

    def note_fetched(self, name: str, now_ms: int) -> None:
        """Somebody fetches this base."""
        self._fetched[name] = now_ms

    def _good(self, scope: str) -> list[tuple[Manifest, int]]:
        """Those that may be given, the newest first, with the time they were made (UTC ms)."""
        with self._archive.held() as ledger:
            erased = erasures(ledger, scope)
            return [(one, made) for one, made in manifests(ledger, scope) if one.erased == erased]

    def _is_fresh(self, manifest: Manifest, made_ms: int, now_ms: int) -> bool:
        with self._archive.held() as ledger:
            held = sum(ledger.vector(manifest.scope).values())
        grown = held - sum(manifest.vector.values())
        return grown <= (held * FRESH_SHARE if abs(now_ms - made_ms) < FRESH_MS else 0)

    def _make(self, scope: str, now_ms: int) -> Manifest:
        self._archive.project_scope(scope)
        # The lines that the tables were made from are not asked for soon again.
        log.forget()
        with self._archive.held() as ledger:
            key = hub_key(ledger)
        with self._archive.reading(cache=_CACHE_KIB) as reader:
            erased = erasures(reader, scope)
            file = BaseFile(BaseWriter(reader, scope, "").parts())
            return make_file(self._archive.held, scope, file, erased, key, now_ms)

    def _drop_replaced(self, scope: str, now_ms: int) -> None:
        """Keep the newest, and of the others the one that was fetched of last, while that is not long ago."""
        good = [one.hash for one, _ in self._good(scope)]
        fetched = [name for name in good[1:] if abs(now_ms - self._fetched.get(name, 0)) < FETCHED_MS]
        stay = {*good[:1], *sorted(fetched, key=lambda name: self._fetched[name])[-1:]}
        with self._archive.held() as ledger:
            for one, _ in manifests(ledger, scope):
                if one.hash not in stay:
                    drop_file(ledger, one.hash)
                    self._fetched.pop(one.hash, None)


def erasures(ledger: Ledger, scope: str) -> int:
    """How many erasures of a village are known."""
    return int(ledger.db.execute("select count(*) from erased where scope = ?", [scope]).fetchone()[0])
