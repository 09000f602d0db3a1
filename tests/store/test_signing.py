"""Signatures in a real vault: recorded through `save`, carried to another laptop, and every tampering found."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from fieldapp.cli import cli
from fieldapp.domain.identifiers import year_id
from fieldapp.errors import RegisterError
from fieldapp.standards import Checklist
from fieldapp.store import Vault
from fieldapp.store.checking import check_household
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.signing import (
    chain_head,
    open_parties,
    sign,
    sign_off,
    signatures,
    verify_all,
    verify_chain,
)

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"
YEAR = 2019
PARTIES = ("branch_secretary", "village_head", "team_leader", "household")


@pytest.fixture
def vault(make_vault: Callable[..., Vault]) -> Vault:
    return make_vault(packs=("cn-base", "gansu-qinba"))


@pytest.fixture
def household(vault: Vault) -> str:
    household = vault.new_id()
    put(vault, Change("household", household, "add", {"household_no": "1"}))
    return household


def put(vault: Vault, *changes: Change) -> Saved:
    return save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))


def signed(vault: Vault, household: str, party: str, **more: object) -> Checklist:
    shown = check_household(vault, household, YEAR)
    given = {"party_id": party, "signer_name": "王建国", "signed_on": "2019-11-05", "agrees": True}
    sign(vault, household, YEAR, shown=shown, **{**given, **more})
    return shown


def test_the_four_parties_sign_one_after_another(vault, household):
    shown = check_household(vault, household, YEAR)
    assert open_parties(vault, shown) == PARTIES
    for n, party in enumerate(PARTIES):
        signed(vault, household, party)
        assert open_parties(vault, shown) == PARTIES[n + 1 :]
    assert [stored.entry.party for stored in signatures(vault, household, YEAR)] == list(PARTIES)
    assert verify_all(vault) == ()


def test_the_household_refuses_with_a_reason_as_easily_as_it_agrees(vault, household):
    shown = signed(vault, household, "household", agrees=False, refuse_reason="房子还没修好", mode="drawn")
    standing = sign_off(vault, shown)[3]
    assert (standing.state, standing.latest.entry.refuse_reason) == ("refused", "房子还没修好")
    assert standing.latest.entry.mode == "drawn"
    assert verify_chain(vault, household, YEAR) == ()


def test_a_changed_input_asks_for_renewed_confirmation(vault, household):
    signed(vault, household, "village_head")
    year = year_id(household, "household_year", YEAR)
    put(
        vault, Change("household_year", year, "add", {"household": household, "year": YEAR, "lives_there": 1})
    )
    now = check_household(vault, household, YEAR)
    standing = sign_off(vault, now)[1]
    assert (standing.state, standing.changed_since) == ("agreed", True)
    assert "village_head" in open_parties(vault, now)
    signed(vault, household, "village_head")
    assert sign_off(vault, now)[1].changed_since is False
    assert len(signatures(vault, household, YEAR)) == 2


def test_a_fact_no_criterion_reads_changes_nothing_for_the_signed(vault, household):
    shown = signed(vault, household, "village_head")
    put(vault, Change("household", household, "set", {"phone": "13900000000"}))
    now = check_household(vault, household, YEAR)
    assert now.shown() == shown.shown()
    assert sign_off(vault, now)[1].changed_since is False


def test_an_edited_signature_is_found(vault, household):
    for party in PARTIES:
        signed(vault, household, party)
    last = signatures(vault, household, YEAR)[-1]
    put(vault, Change("signature", last.id, "set", {"agrees": 0}))
    assert [finding.code for finding in verify_all(vault)] == ["signature.edited"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("household", "another"),
        ("subject", "x"),
        ("party", "village_head"),
        ("signer_name", "王建囯"),
        ("post", "x"),
        ("signed_on", "2019-11-06"),
        ("mode", "stamp"),
        ("mode", None),
        ("agrees", None),
        ("agrees", 1),
        ("agrees", 2),
        ("refuse_reason", None),
        ("shown_sha256", "0" * 64),
        ("set_version", "gansu@2"),
        ("previous_sha256", "0" * 64),
        ("image", "sha256:" + "0" * 64),
        ("id", "0190a000-0000-7000-8000-000000000000"),
    ],
)
def test_an_edit_of_any_column_in_the_file_is_found(vault, household, column, value):
    signed(vault, household, "household", agrees=False, refuse_reason="房子还没修好")
    assert verify_all(vault) == ()
    vault.db.execute(f"update signature set {column} = ?", [value])
    assert "signature.edited" in {finding.code for finding in verify_all(vault)}


def test_a_signature_ended_or_dropped_is_found(vault, household):
    for party in PARTIES:
        signed(vault, household, party)
    first, *_, last = signatures(vault, household, YEAR)
    noted = chain_head(vault, household, YEAR)
    put(vault, Change("signature", last.id, "end", {"ended_on": "2019-11-06"}))
    assert [finding.code for finding in verify_all(vault)] == ["signature.ended"]
    vault.db.execute("delete from signature where id in (?, ?)", [first.id, last.id])
    codes = {finding.code for finding in verify_chain(vault, household, YEAR, noted_head=noted)}
    assert codes == {"signature.missing", "signature.head"}


def test_signatures_travel_and_verify_on_another_laptop(vault, household, make_vault, carry):
    for party in PARTIES[:2]:
        signed(vault, household, party)
    other = make_vault("b", packs=("cn-base", "gansu-qinba"))
    carry(vault, other)
    assert signatures(other, household, YEAR) == signatures(vault, household, YEAR)
    assert verify_all(other) == ()
    assert open_parties(other, check_household(other, household, YEAR)) == PARTIES[2:]


def test_two_laptops_that_sign_at_once_keep_both(vault, household, make_vault, carry):
    other = make_vault("b", packs=("cn-base", "gansu-qinba"))
    carry(vault, other)
    signed(vault, household, "village_head")
    signed(other, household, "team_leader")
    carry(other, vault)
    assert [finding.code for finding in verify_all(vault)] == ["signature.branches"]
    assert [s.state for s in sign_off(vault, check_household(vault, household, YEAR))] == [
        "open",
        "agreed",
        "agreed",
        "open",
    ]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"party_id": "mayor"}, "signature.party"),
        ({"mode": "stamp"}, "signature.mode"),
        ({"signer_name": "  "}, "signature.name"),
        ({"signed_on": "2019-02-30"}, "signature.date"),
        ({"signed_on": ""}, "signature.date"),
    ],
)
def test_a_signature_that_says_too_little_is_refused_and_nothing_is_written(vault, household, more, code):
    with pytest.raises(RegisterError) as refused:
        signed(vault, household, "household", **more)
    assert refused.value.code == code
    assert signatures(vault, household, YEAR) == ()


def test_the_sheet_of_another_year_cannot_be_signed_for_this_one(vault, household):
    shown = check_household(vault, household, 2018)
    with pytest.raises(RegisterError) as refused:
        sign(
            vault,
            household,
            YEAR,
            shown=shown,
            party_id="household",
            signer_name="王建国",
            signed_on="2019-11-05",
            agrees=True,
        )
    assert refused.value.code == "signature.other_sheet"


def test_the_doctor_verifies_signatures_when_it_is_asked_to(vault, household):
    signed(vault, household, "household")
    vault.db.execute("update signature set signer_name = '别人'")
    path = vault.path
    vault.close()

    def doctor(*words):
        named = {"FIELDAPP_PASSPHRASE": PASSPHRASE, "FIELDAPP_VAULT": str(path)}
        told = CliRunner().invoke(cli, ["vault", "doctor", "--json", *words], env=named)
        return told.exit_code, {one["code"] for one in json.loads(told.output)["findings"]}

    assert doctor() == (0, set()), "the control: pages, tables and log are whole"
    status, codes = doctor("--signatures")
    assert status == 1
    assert "signature.edited" in codes
