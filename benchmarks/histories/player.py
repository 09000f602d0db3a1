"""A history is a seed: the same seed plays the same moves, whatever they lead to."""

import random
from collections.abc import Callable, Iterator

from fieldapp.journal.commit import Value
from fieldapp.journal.merge import EMPTY, ENDED
from histories.replicas import Opened, Replica
from histories.truth import Disagreement
from histories.world import RECORDS, VILLAGES, World

_YEAR_MS = 365 * 86_400_000
_STEPS = 90
_CHECK_EVERY = 5


def run_history(seed: int, bug: str = "") -> int:
    """Play one history and check it; the number of commits made. Raises Disagreement."""
    rng = random.Random(seed)
    count = rng.randint(3, 7)
    skews = {n: rng.choice((0, 0, rng.randint(-3 * _YEAR_MS, 3 * _YEAR_MS))) for n in range(count)}
    # Two replicas see both villages, as a station does; the others each what their worker has.
    reach = (VILLAGES, VILLAGES[:1], VILLAGES[:1], VILLAGES[1:])
    scopes = {n: rng.choice(reach) for n in range(2, count)}
    world = World(count, skews, bug, scopes)
    for step in range(_STEPS):
        at = rng.randrange(count)
        _move(world, rng, at)
        if step % _CHECK_EVERY == 0:
            world.check(at)
    world.settle()
    world.check_rest()
    return len(world.truth)


def failures(
    seeds: range, bug: str = "", run: Callable[[int, str], int] = run_history
) -> Iterator[tuple[int, str]]:
    """The seeds whose history the oracle refuses, each with its reason."""
    for seed in seeds:
        try:
            run(seed, bug)
        except Disagreement as wrong:
            yield seed, str(wrong)


def _move(world: World, rng: random.Random, at: int) -> None:
    here, chance = world.replicas[at], rng.random()
    if chance < 0.22:
        if record := _some_record(world, rng, here):
            world.open(at, record)
    elif chance < 0.48 and here.opened:
        which = rng.randrange(len(here.opened))
        world.save(at, which, some_fields(rng, here, here.opened[which]))
    elif chance < 0.54:
        if record := _some_record(world, rng, here):
            world.resolve(at, record, rng.randrange(6))
    elif chance < 0.56:
        if record := _some_record(world, rng, here):
            world.move_away(at, record)
    elif chance < 0.58:
        world.put_back(at, rng.randint(0, 2))
    elif chance < 0.63:
        world.fill_stick(rng.randrange(len(world.replicas)), at)
    elif chance < 0.70 and world.sticks:
        world.read_stick(at, rng.randrange(8), [rng.randrange(12) for _ in range(rng.randint(1, 6))])
    else:
        source = rng.randrange(len(world.replicas))
        world.deliver(source, at, rng.randrange(20), rng.randint(1, 4), rng.random() < 0.2)


def _some_record(world: World, rng: random.Random, here: Replica) -> str:
    """A record this replica may write, most often one of those that everybody writes."""
    own = [r for r, scope in world.scope_of.items() if scope in here.scopes]
    if not own:
        return ""
    return rng.choice([r for r in own if r in RECORDS] or own) if rng.random() < 0.7 else rng.choice(own)


def some_fields(rng: random.Random, here: Replica, form: Opened) -> dict[str, Value]:
    """What a writer puts in: a correction of an ended record says its end again (see `is_contested`)."""
    kind = rng.randrange(10)
    if kind == 0:
        return {"ended_on": f"2026-01-{rng.randint(1, 28):02}", "ended_reason": "moved"}
    if kind < 3:
        return {"bank_name": f"bank {rng.randint(1, 3)}", "bank_account": f"{rng.randint(1, 9)}"}
    fields: dict[str, Value] = {rng.choice(("phone", "status")): rng.choice((None, *range(4)))}
    ended = here.records.get(form.record, EMPTY).cells.get(ENDED)
    if ended and not form.contested and rng.random() < 0.5:
        fields.update(ended.siblings[0].fields)
    return fields
