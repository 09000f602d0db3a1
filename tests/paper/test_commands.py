"""`fieldapp report`: one household or a whole village to PDF or PNG, masked, with sentences for what is wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from fieldapp.errors import RegisterError, UserError
from fieldapp.store import create_vault, open_vault
from fieldapp.store.exports import count_exports, exports
from fieldapp.store.records import rows
from fieldapp.store.save import Change, save, seen_of
from fieldapp_paper.commands import report

VILLAGE = "990101001201"
NAMES = ("王龙女", "张𬭎", "欧阳见长")


@pytest.fixture(scope="module")
def vault_file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("vault") / "team.vault"
    with create_vault(
        path, "一句话口令", worker="王队长", role="team", scopes=(VILLAGE,), packs=("cn-base", "gansu-qinba")
    ) as vault:
        for number, name in enumerate(NAMES):
            house = vault.new_id()
            changes = [
                Change("household", house, "add", {"household_no": f"000{number}", "phone": "13800001234"}),
                Change("person", None, "add", {"household": house, "name": name, "relation": "1"}),
            ]
            save(vault, VILLAGE, "edit", changes, seen={})
    return path


@pytest.fixture
def run(paper, vault_file):
    def call(*arguments: str):
        return CliRunner().invoke(
            report,
            [*arguments, "--vault", str(vault_file), "--language", "zh_CN"],
            env={"FIELDAPP_PASSPHRASE": "一句话口令", "FIELDAPP_LANGUAGE": "zh_CN"},
        )

    return call


def test_the_papers_are_listed(run):
    assert run("list").output.split() == [
        "household-card",
        "door-card",
        "exit-checklist",
        "blank-form",
        "need-cards",
    ]
    assert json.loads(run("list", "--json").output)[0] == "household-card"


def test_a_card_of_one_household_is_found_by_its_number(run, tmp_path, text_of):
    out = tmp_path / "card.pdf"
    result = run("household-card", "--household", "0001", "--year", "2019", "--out", str(out), "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.output) == {"files": [str(out)], "pages": len(PdfReader(out).pages)}
    text = text_of(out)
    assert "张𬭎" in text
    assert "138****1234" in text
    assert "13800001234" not in text


def test_a_village_is_printed_into_one_file_with_page_numbers_of_their_own(run, tmp_path, text_of):
    out = tmp_path / "village.pdf"
    result = run("exit-checklist", "--scope", VILLAGE, "--year", "2019", "--out", str(out))
    assert result.exit_code == 0, result.output
    text = text_of(out)
    assert [name for name in NAMES if name not in text] == []
    assert text.count("第 1 页") == len(NAMES)


def test_a_card_becomes_pictures_too(run, tmp_path):
    out = tmp_path / "card.png"
    result = run("household-card", "--household", "0000", "--year", "2019", "--out", str(out), "--json")
    assert result.exit_code == 0, result.output
    assert all(Path(file).exists() for file in json.loads(result.output)["files"])


def test_unmasking_needs_a_reason(run, tmp_path, text_of):
    out = tmp_path / "card.pdf"
    common = ("household-card", "--household", "0000", "--year", "2019", "--out", str(out))
    assert run(*common, "--unmask").exit_code == 2
    assert not out.exists()
    assert run(*common, "--unmask", "--reason", "县里核对").exit_code == 0
    assert "13800001234" in text_of(out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("household-card", "--year", "2019"),
        ("household-card", "--household", "0001", "--out", "x.pdf"),
        ("household-card", "--household", "0001", "--scope", VILLAGE, "--year", "2019", "--out", "x.pdf"),
        ("household-card", "--household", "0001", "--year", "2019", "--out", "x.docx"),
        ("household-card", "--scope", VILLAGE, "--year", "2019", "--out", "x.png"),
    ],
)
def test_wrong_usage_is_told_before_the_vault_is_opened(run, arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("poster", "--household", "0001"), "report.unknown"),
        (("household-card", "--household", "7777"), "report.household"),
        (("household-card", "--scope", "990999"), "report.empty_scope"),
    ],
)
def test_what_cannot_be_printed_is_a_sentence_and_leaves_no_file(run, tmp_path, arguments, code):
    out = tmp_path / "card.pdf"
    result = run(*arguments, "--year", "2019", "--out", str(out))
    assert isinstance(result.exception, RegisterError)
    assert result.exception.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_passphrase_opens_nothing(vault_file, tmp_path):
    arguments = ["household-card", "--household", "0001", "--year", "2019", "--out", str(tmp_path / "x.pdf")]
    result = CliRunner().invoke(
        report, [*arguments, "--vault", str(vault_file)], env={"FIELDAPP_PASSPHRASE": "falsch"}
    )
    assert isinstance(result.exception, UserError)
    assert result.exception.code == "vault.wrong_passphrase"


def test_each_printing_is_on_record_with_its_place_and_whether_it_was_masked(run, vault_file, tmp_path):
    out = tmp_path / "card.pdf"
    paper = ("household-card", "--year", "2019", "--out", str(out))
    with open_vault(vault_file, "一句话口令") as vault:
        before = count_exports(vault)["all"]
    assert run(*paper, "--household", "0001").exit_code == 0
    assert run(*paper, "--scope", VILLAGE).exit_code == 0
    assert run(*paper, "--household", "0001", "--unmask", "--reason", "银行核对").exit_code == 0
    assert run("no-such-paper", "--household", "0001", "--year", "2019", "--out", str(out)).exit_code == 1
    with open_vault(vault_file, "一句话口令") as vault:
        assert count_exports(vault)["all"] == before + 3
        noted = exports(vault)[:3]
    assert [(one.scope, one.reason, one.masked) for one in reversed(noted)] == [
        (VILLAGE, "", True),
        (VILLAGE, "", True),
        (VILLAGE, "银行核对", False),
    ]


def test_a_form_is_printed_blank_for_a_household_or_for_any(run, tmp_path, text_of):
    out = tmp_path / "blank.pdf"
    arguments = ("blank-form", "--form", "household_visit", "--out", str(out))
    result = run(*arguments, "--household", "0001", "--year", "2019")
    assert result.exit_code == 0, result.output
    text = text_of(out)
    assert [word for word in ("入户走访", "张𬭎", "138****1234", "题号和问题") if word not in text] == []
    assert run(*arguments, "--scope", VILLAGE, "--rows", "2").exit_code == 0
    assert "张𬭎" not in text_of(out)


def test_a_blank_form_needs_the_name_of_a_form(run, tmp_path):
    result = run("blank-form", "--out", str(tmp_path / "x.pdf"))
    assert result.exit_code == 2
    assert "--form" in result.output


def test_open_needs_are_exported_as_a_list_without_a_name(run, vault_file, tmp_path, text_of):
    with open_vault(vault_file, "一句话口令") as vault:
        (home,) = rows(vault, "household", where={"household_no": "0001"})
        need = {"household": home.id, "category": "1", "text": "张𬭎想买两头驴", "need_no": "N-1"}
        save(vault, VILLAGE, "edit", [Change("need", None, "add", need)], seen=seen_of(vault, VILLAGE))
    out = tmp_path / "needs.csv"
    assert run("need-cards", "--scope", VILLAGE, "--year", "2019", "--out", str(out)).exit_code == 0
    assert out.read_text("utf-8-sig").splitlines()[1].startswith("N-1,990101001,扶持生产,**想买两头驴")
    paper = tmp_path / "needs.pdf"
    assert run("need-cards", "--scope", VILLAGE, "--year", "2019", "--out", str(paper)).exit_code == 0
    assert "张𬭎" not in text_of(paper)
    assert run("need-cards", "--out", str(paper)).exit_code == 2
