"""The entry of the frozen program: the command line as installed, and `--self-test [FOLDER]` for the packager."""

import os
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Run; the exit status."""
    if arguments[:1] == ["--self-test"]:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtWidgets import QApplication

        from fieldapp_ui.self_test import run_self_test

        application = QApplication(sys.argv[:1])
        status = run_self_test(Path(arguments[1]) if len(arguments) > 1 else None)
        del application
        return status
    from fieldapp.cli import main as fieldapp

    fieldapp(arguments)
    return 0


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
