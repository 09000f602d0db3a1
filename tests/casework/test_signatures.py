"""The chain of signatures: what it finds, what it cannot find alone, and where the four parties stand."""

from dataclasses import fields, replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.casework import (
    PARTIES,
    SignatureEntry,
    StoredEntry,
    entry_id,
    head,
    next_hash,
    shown_hash,
    standings,
    verify_signatures,
)

FACTS = [
    ("household_year", "h1", "water_safe", 1),
    ("income_sheet", "s1", "a", 370_000),
    ("", "", ":line", None),
]
SHOWN = shown_hash(FACTS, "1")


def a_chain(count: int = 4, shown: str = SHOWN) -> list[StoredEntry]:
    chain: list[StoredEntry] = []
    for n in range(count):
        chain.append(signed(chain, PARTIES[n % 4].id, at_ms=1_700_000_000_000 + n, shown=shown))
    return chain


def signed(
    chain: list[StoredEntry], party: str, *, at_ms: int, shown: str = SHOWN, agrees: bool = True
) -> StoredEntry:
    entry = SignatureEntry(
        household="h1",
        year=2019,
        subject="exit",
        party=party,
        signer_name=f"张{party}",
        post="",
        signed_on="2019-11-05",
        mode="paper",
        agrees=agrees,
        refuse_reason="" if agrees else "住房还没修好",
        shown_sha256=shown,
        set_version="gansu@1",
        previous=next_hash(chain),
        image="",
        at_ms=at_ms,
    )
    return StoredEntry(entry_id(entry), entry)


def codes(chain: list[StoredEntry], noted: str = "") -> set[str]:
    return {finding.code for finding in verify_signatures(chain, "h1", 2019, noted_head=noted)}


def test_a_whole_chain_has_no_finding():
    chain = a_chain()
    assert verify_signatures(chain, "h1", 2019, noted_head=head(chain)) == ()
    assert verify_signatures([], "h1", 2019) == ()


def test_the_order_in_which_entries_are_read_does_not_matter():
    chain = a_chain()
    assert all(
        verify_signatures(order, "h1", 2019, noted_head=head(chain)) == () for order in permutations(chain)
    )


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("name", [f.name for f in fields(SignatureEntry) if f.name != "at_ms"])
def test_every_edit_of_every_entry_is_found(at, name):
    chain = a_chain()
    old = getattr(chain[at].entry, name)
    new = not old if isinstance(old, bool) else old + 1 if isinstance(old, int) else f"{old}x"
    chain[at] = StoredEntry(chain[at].id, replace(chain[at].entry, **{name: new}))
    assert "signature.edited" in codes(chain)


@pytest.mark.parametrize("at", range(3))
def test_every_dropped_entry_before_the_last_is_found(at):
    chain = a_chain()
    del chain[at]
    assert "signature.missing" in codes(chain)


def test_a_tail_cut_off_is_found_only_with_a_head_noted_outside():
    chain = a_chain()
    noted = head(chain)
    assert codes(chain[:-1]) == set()
    assert codes(chain[:-1], noted) == {"signature.head"}


def test_two_entries_with_their_contents_swapped_are_found():
    one, two, *rest = a_chain()
    assert "signature.edited" in codes(
        [StoredEntry(one.id, two.entry), StoredEntry(two.id, one.entry), *rest]
    )


def test_entries_of_another_household_are_found():
    foreign = [StoredEntry(s.id, s.entry) for s in a_chain()]
    assert {f.code for f in verify_signatures(foreign, "h2", 2019)} == {"signature.foreign"}


def test_an_edit_that_mends_its_own_id_breaks_the_entry_after_it():
    chain = a_chain()
    entry = replace(chain[1].entry, agrees=False)
    chain[1] = StoredEntry(entry_id(entry), entry)
    assert codes(chain) == {"signature.missing"}


def test_signing_on_two_laptops_at_once_is_a_warning_and_both_are_kept():
    chain = a_chain(2)
    fork = [
        *chain,
        signed(chain, "team_leader", at_ms=1_700_000_000_010),
        signed(chain, "household", at_ms=1_700_000_000_011),
    ]
    findings = verify_signatures(fork, "h1", 2019)
    assert [(f.code, f.severity) for f in findings] == [("signature.branches", "warning")]
    assert {s.state for s in standings(fork, SHOWN, "gansu@1")} == {"agreed"}


@given(st.permutations(FACTS))
def test_the_hash_of_what_was_shown_does_not_depend_on_its_order(facts):
    assert shown_hash(facts, "1") == SHOWN


@given(st.integers(0, 2), st.integers(0, 3))
def test_the_hash_of_what_was_shown_changes_with_every_fact(row, column):
    changed = [list(fact) for fact in FACTS]
    changed[row][column] = f"{changed[row][column]}x"
    assert shown_hash([tuple(fact) for fact in changed], "1") != SHOWN
    assert shown_hash(FACTS, "2") != SHOWN


def test_not_known_is_told_apart_from_zero_and_from_the_word():
    hashes = {shown_hash([("a", "b", "c", value)], "1") for value in (None, 0, "", "0", "null")}
    assert len(hashes) == 5


def test_a_changed_fact_asks_again_and_annuls_nothing():
    chain = a_chain(3)
    before = standings(chain, SHOWN, "gansu@1")
    assert [(s.state, s.changed_since) for s in before] == [("agreed", False)] * 3 + [("open", False)]
    after = standings(chain, shown_hash(FACTS[1:], "1"), "gansu@1")
    assert [(s.state, s.changed_since) for s in after] == [("agreed", True)] * 3 + [("open", False)]


def test_the_household_refuses_with_a_reason_and_may_agree_later():
    chain = a_chain(3)
    chain.append(signed(chain, "household", at_ms=1_700_000_000_100, agrees=False))
    refused = standings(chain, SHOWN, "gansu@1")[3]
    assert (refused.state, refused.latest.entry.refuse_reason) == ("refused", "住房还没修好")
    chain.append(signed(chain, "household", at_ms=1_700_000_000_050))  # an earlier clock, later in the chain
    assert standings(chain, SHOWN, "gansu@1")[3].state == "agreed"
    assert codes(chain) == set()
