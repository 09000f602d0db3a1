"""Bundles written and read as files by the product: parts lost, spoilt, taken in twice and in any order.

The oracle: a spoilt file takes nothing in; what a vault tells of another's stock is never more than that held; and of a
bundle of which every part was taken in, the receiver lacks nothing that it was written to bring.
"""

import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from histories.truth import Disagreement

from fieldapp.errors import SyncError
from fieldapp.store.authority.kept import standing
from fieldapp.store.authority.review import held_heads
from fieldapp.store.growing.dropped import dropped_below
from fieldapp_sync.bundles import export_bundle, import_bundle, parts_of
from fieldapp_sync.bundles.imported import Imported
from fieldapp_sync.bundles.peers import peer_files, peer_vectors
from roads.places import Laptop


@dataclass
class Bundle:
    """A bundle on a stick. `brings`: village → what its receiver must hold when every part is in; `taken`: those that
    are. `erased`: the erasures that its receiver knew then: the next one throws away what waits (`bundles.waiting`)."""

    source: Laptop
    target: Laptop
    parts: tuple[Path, ...]
    brings: dict[str, dict[str, int]]
    taken: set[Path] = field(default_factory=set)
    erased: int = 0


@dataclass
class Sticks:
    """Every bundle that lies about. `folder` is where; `room`: bytes of one part."""

    folder: Path
    rng: random.Random
    bundles: list[Bundle] = field(default_factory=list)
    made: int = 0
    flipped: int = 0

    def write(self, source: Laptop, target: Laptop) -> Bundle:
        """A bundle of what the target has not confirmed."""
        self.made += 1
        place = self.folder / f"stick{self.made}"
        known = peer_vectors(source.vault, target.recipient)
        with small_parts(self.rng.choice((300, 600, 2500))):
            first = export_bundle(source.vault, place, target.recipient)
        brings = {}
        for scope in set(source.scopes) & set(target.scopes):
            there = known.get(scope, {})
            gone = dropped_below(source.vault.ledger, scope, there)
            brings[scope] = {s: q for s, q in source.vector(scope).items() if s not in gone}
        bundle = Bundle(source, target, parts_of(first), brings)
        self.bundles.append(bundle)
        return bundle

    def read(self, bundle: Bundle) -> None:
        """Some parts, in any order, some twice, some spoilt on the way."""
        count = self.rng.randint(1, len(bundle.parts) + 1)
        some = [self.rng.choice(bundle.parts) for _ in range(count)]
        if self.rng.random() < 0.6:
            some = list(bundle.parts)
            self.rng.shuffle(some)
        if self.rng.random() < 0.2:
            self._read_spoilt(bundle, some[0])
        if self.rng.random() < 0.5:
            self._import(bundle, some)
        else:
            for part in some:
                self._import(bundle, [part])

    def read_whole(self, bundle: Bundle) -> Imported | None:
        """All of it at once, and the receipt back to its writer."""
        return self._import(bundle, list(bundle.parts), answer=True)

    def lose(self, bundle: Bundle) -> None:
        """The stick is gone."""
        self.bundles.remove(bundle)
        shutil.rmtree(bundle.parts[0].parent, ignore_errors=True)

    def check_peers(self, laptops: list[Laptop]) -> None:
        """Nobody believes another to hold more than he does, but for what an old copy put back has lost."""
        for one in laptops:
            for other in laptops:
                if other.copies or one is other:
                    continue
                held = other.held()
                told = peer_vectors(one.vault, other.recipient)
                wrong = {s: q for vector in told.values() for s, q in vector.items() if held.get(s, 0) < q}
                if wrong:
                    raise Disagreement(f"{one.name} believes that {other.name} holds {wrong}")
                for name in peer_files(one.vault, other.recipient):
                    if other.holds(name) is None:
                        raise Disagreement(f"{one.name} believes that {other.name} has the photo {name[:8]}")

    def _read_spoilt(self, bundle: Bundle, part: Path) -> None:
        """One bit of a part is another, or its end is missing: nothing of it may come in."""
        content = bytearray(part.read_bytes())
        if self.rng.random() < 0.3:
            del content[self.rng.randrange(len(content)) :]
        else:
            content[self.rng.randrange(len(content))] ^= 1 << self.rng.randrange(8)
        spoilt = part.with_name(f"spoilt-{part.name}")
        spoilt.write_bytes(content)
        before = bundle.target.held()
        try:
            import_bundle(bundle.target.vault, spoilt)
        except SyncError as refused:
            if not refused.code.startswith("bundle."):
                raise
        else:
            # The open head is not what is trusted: a bit of it that says nothing may be another.
            self.flipped += 1
            if not _same_sealed(bytes(content), part.read_bytes()):
                raise Disagreement(f"{bundle.target.name} took a spoilt part in")
            return
        finally:
            spoilt.unlink()
        if bundle.target.held() != before:
            raise Disagreement(f"{bundle.target.name} took something of a refused part in")

    def _import(self, bundle: Bundle, some: list[Path], *, answer: bool = False) -> Imported | None:
        target = bundle.target
        back = self.folder / "back"
        try:
            done = import_bundle(target.vault, *some, receipt_to=back if answer else None)
        except SyncError as refused:
            # Only the first part brings certificates, those of the villages it holds something of: another one of a
            # laptop that is new to this one waits for it, and an empty one says no more than who it is.
            told = bundle.parts[0] in some and any(bundle.brings.values())
            if refused.code != "bundle.unknown_signer" or _knows(bundle) or told:
                raise
            return None
        finally:
            target.acknowledge()
        if done.refusals:
            raise Disagreement(f"{target.name} refused a segment: {done.refusals[0].sentence()}")
        if (erased := _erased(target)) != bundle.erased and len(set(some)) < len(bundle.parts):
            bundle.taken, bundle.erased = set(), erased
        bundle.taken.update(some)
        # An old copy put back has forgotten what it had confirmed: the next bundle brings that.
        if not target.copies and bundle.taken == set(bundle.parts):
            self._check_whole(bundle)
        if answer:
            # The receipt for nothing is a stranger's.
            for receipt in done.receipts if any(bundle.brings.values()) else ():
                import_bundle(bundle.source.vault, receipt)
            bundle.source.acknowledge()
            shutil.rmtree(back, ignore_errors=True)
        return done

    def _check_whole(self, bundle: Bundle) -> None:
        ledger = bundle.target.vault.ledger
        for scope, brought in bundle.brings.items():
            here, waits = bundle.target.vector(scope), held_heads(ledger, scope)
            lacking = {s: q for s, q in brought.items() if max(here.get(s, 0), waits.get(s, 0)) < q}
            if lacking:
                raise Disagreement(f"{bundle.target.name} has all of a bundle and lacks {lacking} of {scope}")


def _knows(bundle: Bundle) -> bool:
    return bool(standing(bundle.target.vault.ledger, bundle.source.vault.device.public.hex()))


def _erased(laptop: Laptop) -> int:
    return int(laptop.vault.db.execute("select count(*) from erased").fetchone()[0])


def _same_sealed(one: bytes, other: bytes) -> bool:
    return one.partition(b"\n")[2] == other.partition(b"\n")[2]


@contextmanager
def small_parts(room: int) -> Iterator[None]:
    """Parts of so many bytes, that even a small village has several."""
    with ExitStack() as patches:
        for name, value in (
            ("writing._LEAST_BODY", room),
            ("writing.PART_BYTES", room),
            ("outgoing.SEGMENT_BYTES", room // 2),
        ):
            patches.enter_context(patch(f"fieldapp_sync.bundles.{name}", value))
        yield
