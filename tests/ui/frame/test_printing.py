"""The preview of a paper: what leaves it is on record first."""

from pathlib import Path

from fieldapp.reports.printing import CARD, Order, household_document
from fieldapp.store.exports import exports
from fieldapp_ui.windows.printing import PaperPreview


def test_a_paper_kept_as_a_pdf_is_on_record(qtbot, desk, households, tmp_path: Path):
    household = households(1)
    document = household_document(desk.vault, CARD, Order(household, 2019, desk.texts))
    preview = PaperPreview(desk, document, household, None)
    qtbot.addWidget(preview)
    assert exports(desk.vault) == (), "looking is no export"
    preview.write(tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").stat().st_size > 0
    (noted,) = exports(desk.vault)
    assert (noted.what, noted.scope, noted.masked) == (document.name, "990101001201", True)
