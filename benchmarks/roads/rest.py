"""A county brought to rest, and judged there: nothing lost, everything equal, by both oracles."""

from histories.truth import Disagreement
from worlds.ground import VILLAGES
from worlds.judging import dots_of, told
from worlds.paging import check_page

from fieldapp.store.authority.review import held_heads
from fieldapp.store.receipts import waiting
from fieldapp.store.streams import digest
from roads.ages import dropped, whole_log, worthwhile_bases
from roads.county import County
from roads.places import Laptop
from roads.wire import in_process

_PASSES = 8


def settle(county: County) -> None:
    """Rounds without faults until nothing moves any more. Raises Disagreement when it never rests."""
    with in_process(county.hub.wire), worthwhile_bases():
        county.hub.wire.cuts = 0.0
        if county.new is not None:
            county.hub.enrol(county.new)
        _settle_by_stick(county)
        for _ in range(_PASSES):
            while county.revoking.decide(county.hub, county.true_ms):
                county.count("decided")
            left = [laptop for laptop in county.laptops if not laptop.revoked]
            if not sum(map(county.round, left)):
                # What the centre has signed just now reaches the laptops with the next round.
                list(map(county.round, left))
                return
        raise Disagreement("rounds go on for ever")


def check_rest(county: County) -> None:
    """Nothing lost, everything equal, by both oracles. Raises Disagreement."""
    lines = whole_log(county.hub)
    everyone = [county.hub, *(one for one in county.laptops if not one.revoked)]
    sound = [one for one in everyone if not isinstance(one, Laptop) or not county.revoking.is_marked(one)]
    for node in everyone:
        county.check(node)
    for node in sound:
        check_page(node.name, node.vault.ledger, lines, county.deeds.erased)
    _check_nothing_lost(county)
    for scope in VILLAGES:
        for node in (one for one in sound if scope in one.scopes):
            if digest(node.vault.ledger, scope) != digest(county.hub.vault.ledger, scope):
                raise Disagreement(f"{node.name}: another digest of {scope} than the hub")
            if told(node, scope, logs=False) != told(county.hub, scope, logs=False):  # type: ignore[arg-type]
                raise Disagreement(f"{node.name}: another content of {scope} than the hub")
    laptops = [one for one in sound if isinstance(one, Laptop)]
    county.photos.check(county.hub, laptops, county.truth, complete=county.revoking.who is None)
    county.revoking.check_rest(county.hub, laptops)
    for laptop in laptops:
        counts = waiting(laptop.vault)
        if counts.here or counts.township:
            raise Disagreement(f"{laptop.name} says that {counts} wait although all is at the centre")
    county.count("dropped", sum(sum(dropped(one).values()) for one in laptops))
    county.count("photos", len(county.photos.taken))
    county.count("turned down", len(county.revoking.rejected))


def _settle_by_stick(county: County) -> None:
    """Two of them meet nobody else and come to rest by sticks alone."""
    one, other = county.rng.sample([one for one in county.laptops if not one.revoked], 2)
    if one.copies or other.copies or county.new in (one, other) or dropped(one) or dropped(other):
        return
    for _ in range(3):
        for source, target in ((one, other), (other, one)):
            county.revoking.before(target)
            county.sticks.read_whole(county.sticks.write(source, target))
            county.revoking.check(target)
    if county.revoking.is_marked(one) or county.revoking.is_marked(other):
        return
    for scope in set(one.scopes) & set(other.scopes):
        # What a carrier cannot prove waits for its author or the hub.
        if held_heads(one.vault.ledger, scope) or held_heads(other.vault.ledger, scope):
            continue
        if told(one, scope, logs=False) != told(other, scope, logs=False):
            raise Disagreement(f"{one.name} and {other.name} differ in {scope} after sticks without a loss")
    county.count("rested by stick")


def _check_nothing_lost(county: County) -> None:
    """Every commit is at the hub, but what a lost disk had alone, and late work that nobody brought or took in."""
    must = (1 << len(county.truth)) - 1 & ~county.lost & ~county.revoking.outside()
    if county.revoking.who is not None:
        # What nobody carried from the laptop that was shut out is with it still.
        carried = 0
        for laptop in county.laptops:
            carried |= 0 if laptop.revoked else dots_of(county.truth, laptop)
        must &= carried
    if must & ~dots_of(county.truth, county.hub):  # type: ignore[arg-type]
        raise Disagreement("the hub lacks commits that somebody was told are safe")
