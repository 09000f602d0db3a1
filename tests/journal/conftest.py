"""The simulator of the benchmarks, loaded once: the suite and the long run by command play the same histories."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

_SIMULATOR = Path(__file__).resolve().parents[2] / "benchmarks" / "sync_histories.py"


@pytest.fixture(scope="session")
def histories() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sync_histories", _SIMULATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["sync_histories"] = module
    spec.loader.exec_module(module)
    return module
