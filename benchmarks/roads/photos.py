"""Photos of a county: at rest everybody in whose village a record names one holds it byte for byte.

The oracle knows the bytes as they were taken, and what stands of each record, shown or in a conflict. One that another
has replaced stays where it is and need not go further; one of another village is nowhere.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from histories.truth import Disagreement, Truth
from worlds.deeds import Deeds
from worlds.judging import dots_of

from fieldapp.store.files.attachments import PREFIX, put
from fieldapp.store.files.files_waiting import files_waiting
from fieldapp.store.save import Change
from roads.places import Hub, Laptop

_GRID = 32 << 10


@dataclass(frozen=True)
class Photo:
    """Its bytes, and the household of a village that a commit named it for."""

    content: bytes
    scope: str
    record: str


@dataclass
class Photos:
    """`taken`: SHA-256 → what names it."""

    rng: random.Random
    taken: dict[str, list[Photo]] = field(default_factory=dict)

    def take(self, deeds: Deeds, laptop: Laptop, home: str) -> None:
        """A worker takes a photo for a household, perhaps one that is known from another."""
        scope = deeds.scope_of[home]
        known = [one for several in self.taken.values() for one in several if one.scope in laptop.scopes]
        content = self.rng.choice(known).content if known and self.rng.random() < 0.1 else self._new()
        ref = put(laptop.vault, content)
        deeds.write(laptop, scope, [Change("household", home, "set", {"photos": ref})])
        self.taken.setdefault(ref.removeprefix(PREFIX), []).append(Photo(content, scope, home))

    def check(self, hub: Hub, laptops: Sequence[Laptop], truth: Truth, *, complete: bool) -> None:
        """At rest. `complete`: nobody was shut out with photos that he had alone. Raises Disagreement."""
        standing = _standing(truth, dots_of(truth, hub))  # type: ignore[arg-type]
        for name, several in self.taken.items():
            named = standing.get(name, set()) & {one.record for one in several}
            places = {one.scope for one in several if one.record in named}
            holders = [laptop for laptop in laptops if laptop.holds(name) is not None]
            if named and not any(places & set(laptop.scopes) for laptop in holders):
                continue  # With whom was shut out, before it had gone anywhere where it is named still.
            if named and hub.photo(name) != several[0].content:
                raise Disagreement(f"the hub lacks the photo {name[:8]}, or holds another")
            for laptop in laptops:
                held = laptop.holds(name)
                if places & set(laptop.scopes) and held is None:
                    raise Disagreement(f"{laptop.name} lacks the photo {name[:8]}")
                if held is not None and held != several[0].content:
                    raise Disagreement(f"{laptop.name} holds another photo under the name {name[:8]}")
                if held is not None and not {one.scope for one in several} & set(laptop.scopes):
                    raise Disagreement(f"{laptop.name} was given a photo of another village")
        for laptop in laptops if complete else ():
            waits = files_waiting(laptop.vault)
            left = [
                one.files
                for way in (waits.send, waits.fetch)
                for lane, one in way.items()
                if lane == "original" and one.files
            ]
            if left:
                raise Disagreement(f"{laptop.name} says that {left} photos wait")

    def _new(self) -> bytes:
        """A few bytes, just a grid, or several chunks of a bad link."""
        size = self.rng.choice((0, 1, 700, _GRID - 1, _GRID, 2 * _GRID + 5, self.rng.randint(1, 200_000)))
        return self.rng.randbytes(size)


def _standing(truth: Truth, held: int) -> dict[str, set[str]]:
    """SHA-256 → the records in which it stands."""
    found: dict[str, set[str]] = {}
    for record in truth.records:
        for write in truth.standing(record, held).get("photos", ()):
            for ref in str(write.fields.get("photos") or "").split():
                found.setdefault(ref.removeprefix(PREFIX), set()).add(record)
    return found
