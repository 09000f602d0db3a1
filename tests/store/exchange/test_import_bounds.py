"""An import of thousands of rows in a village of many laptops: its chunks stay within what one line may hold."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Vector
from fieldapp.register.regions import Region
from fieldapp.store import Vault
from fieldapp.store.exchange.planned import ImportPlan
from fieldapp.store.exchange.running import CHUNK, run_import
from fieldapp.store.intake import receive
from fieldapp.store.ledger import stream_id
from fieldapp.store.records import rows
from fieldapp.store.regions import import_regions
from fieldapp.store.streams import segments_after

VILLAGE = "990101001201"
ROWS = 2500
LAPTOPS: Vector = {stream_id(f"an invented laptop {at}", VILLAGE): 1 for at in range(120)}
Planned = Callable[..., ImportPlan]


def sheet_of(address: str) -> str:
    return "户编号,家庭住址\n" + "".join(f"H{at},{address} {at} 号\n" for at in range(ROWS))


def planned_change(county: Vault, planned: Planned) -> ImportPlan:
    """The households stand; their addresses are to change, by somebody who has seen the work of many laptops."""
    import_regions(county, [Region(VILLAGE, "东村", "")])
    run_import(county, planned(county, sheet_of("东沟组")))
    plan = planned(county, sheet_of("西沟组"))
    assert plan.counts["changed"] == ROWS
    return replace(plan, seen={VILLAGE: {**plan.seen[VILLAGE], **LAPTOPS}})


def test_thousands_of_rows_are_cut_into_chunks_that_every_computer_can_read(
    county: Vault, planned: Planned, make_vault: Callable[..., Vault]
) -> None:
    plan = planned_change(county, planned)
    done = run_import(county, plan)
    assert done.records == ROWS
    assert len(done.dots) > ROWS // CHUNK + 1, "smaller than without the many laptops"
    hub = make_vault("hub")
    for segment in segments_after(county.ledger, VILLAGE, {}):
        assert receive(hub.ledger, segment).quarantined == 0
    homes = rows(hub, "household", limit=2 * ROWS)
    assert len(homes) == ROWS
    assert all(str(one.values["address"]).startswith("西沟组") for one in homes)


def test_chunks_of_one_size_would_be_more_than_a_save_may_hold(
    county: Vault, planned: Planned, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above: the import is refused with a sentence and nothing of the chunk is written."""
    plan = planned_change(county, planned)
    monkeypatch.setattr("fieldapp.store.exchange.running._most_records", lambda _: CHUNK)
    before = county.ledger.vector(VILLAGE)
    with pytest.raises(RegisterError, match="Do it in smaller parts") as refused:
        run_import(county, plan)
    assert refused.value.code == "register.too_much_at_once"
    assert county.ledger.vector(VILLAGE) == before
    assert all(
        str(one.values["address"]).startswith("东沟组") for one in rows(county, "household", limit=2 * ROWS)
    )
