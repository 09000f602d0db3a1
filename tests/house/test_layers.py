"""The floors of the house: imports run down only, and the check itself can fail."""

from pathlib import Path

from click.testing import CliRunner
from importlinter.cli import lint_imports_command

ROOT = Path(__file__).resolve().parents[2]


def test_imports_run_down_only() -> None:
    outcome = CliRunner().invoke(
        lint_imports_command, ["--config", str(ROOT / ".importlinter"), "--no-cache"]
    )
    assert outcome.exit_code == 0, outcome.output


def test_an_upward_import_would_be_found(tmp_path: Path) -> None:
    contract = tmp_path / "upside_down"
    contract.write_text(
        "[importlinter]\nroot_packages = fieldapp\n"
        "[importlinter:contract:x]\nname = x\ntype = layers\nlayers =\n    fieldapp.errors\n    fieldapp.domain\n"
    )
    outcome = CliRunner().invoke(lint_imports_command, ["--config", str(contract), "--no-cache"])
    assert outcome.exit_code == 1
