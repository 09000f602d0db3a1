"""The package of bundles may be imported from two threads at once: it loads none of its modules by itself."""

import subprocess
import sys

import fieldapp_sync.bundles as bundles


def test_importing_the_package_loads_none_of_its_modules():
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, fieldapp_sync.bundles; print([n for n in sys.modules if 'bundles.' in n])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "[]"


def test_every_exported_name_is_there():
    assert all(callable(getattr(bundles, name)) for name in bundles.__all__)
