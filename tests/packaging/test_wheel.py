"""The wheel as an office installs it: every package, the resources as assets, the commands, and no tests."""

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("fieldapp", "fieldapp_sync", "fieldapp_server", "fieldapp_paper", "fieldapp_ui")
SOURCES = ("src", "sync", "sync", "ui", "ui")


@pytest.fixture(scope="module")
def names(tmp_path_factory) -> set[str]:
    """The file names in a freshly built wheel."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed here; the wheel is built where it is")
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = folder.glob("fieldapp-*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_every_module_of_every_package_is_in_the_wheel(names):
    for folder, package in zip(SOURCES, PACKAGES, strict=True):
        here = {
            file.relative_to(ROOT / folder).as_posix() for file in (ROOT / folder / package).rglob("*.py")
        }
        assert here - names == set()
        assert f"{package}/py.typed" in names


def test_every_resource_travels_as_an_asset(names):
    files = {
        f"fieldapp/assets/{file.relative_to(ROOT / 'resources').as_posix()}"
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert files - names == set()
    assert "fieldapp/assets/packs/cn-base/pack.yaml" in files
    assert "fieldapp/assets/packs/gansu-qinba/standards/gansu.yaml" in files


def test_no_test_and_no_tool_travels(names):
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    assert not [name for name in names if "conftest" in name or "/test_" in name]


def test_the_command_and_its_subcommands_are_declared(names):
    assert any(name.endswith(".dist-info/entry_points.txt") for name in names)
    assert any(name.endswith("LICENSE") for name in names)
