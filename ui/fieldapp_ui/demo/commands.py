"""`fieldapp demo`: a throw-away county; the desktop opens on it, or the journey is walked without a display."""

import os
import tempfile
from pathlib import Path

import click


@click.command()
@click.option(
    "--headless", is_flag=True, help="Walk the journey offscreen and leave pictures, PDFs and journey.json."
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Where the journey leaves them."
)
@click.option("--households", default=600, show_default=True, type=click.IntRange(9, 100_000))
@click.option("--seed", default=1, show_default=True)
def demo(headless: bool, out: Path | None, households: int, seed: int) -> None:
    """A county that does not exist: a hub, a station, two laptops, invented households; a worker's road."""
    with tempfile.TemporaryDirectory(prefix="fieldapp-demo-", ignore_cleanup_errors=True) as folder:
        if headless:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            _walk(Path(folder), (out or Path("demo-out")).absolute(), households, seed)
        else:
            _open(Path(folder), households, seed)


def _walk(folder: Path, out: Path, households: int, seed: int) -> None:
    from PySide6.QtWidgets import QApplication

    from fieldapp_ui.demo.journey import walk

    application = QApplication([])
    stage = walk(application, folder, out, households=households, seed=seed)
    pictures = sum(bool(step.screenshot) for step in stage.steps)
    click.echo(f"{len(stage.steps)} steps, {pictures} pictures, PDFs and journey.json: {out}")


def _open(folder: Path, households: int, seed: int) -> None:
    from PySide6.QtWidgets import QApplication

    from fieldapp_sync.authority.pairing_text import pairing_code_text
    from fieldapp_ui.demo.centre import ALL_VILLAGES, running_centre
    from fieldapp_ui.demo.journey import make_county
    from fieldapp_ui.demo.laptops import FIRST, PASSPHRASE
    from fieldapp_ui.demo.stage import Stage
    from fieldapp_ui.main import Session
    from fieldapp_ui.settings import Settings

    application = QApplication([])
    application.setApplicationName("FieldApp")
    stage = Stage(application, folder, folder, seed)
    make_county(stage, households)
    with running_centre(stage) as centre:
        line = pairing_code_text(centre.url, centre.code(ALL_VILLAGES), centre.fingerprint)
        click.echo(f"Passphrase: {PASSPHRASE}\nPairs once: {line}\nStation and second laptop: {folder}")
        settings = Settings(folder / "desktop.json")
        settings.change(language=stage.language)
        session = Session(application, settings, stage.clock)
        session.start(folder / FIRST)
        application.exec()
