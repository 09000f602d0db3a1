"""Bar codes and QR codes read out of a picture with ZXing; the part is loaded when a picture is there to read."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from fieldapp_ui.fields.media.photo import within

LONGEST = 3000
"""Pixels of the longer side that are looked at: a code that needs more is too small to print."""
MOST = 9
LONGEST_TEXT = 4000


@dataclass(frozen=True)
class FoundCode:
    """The text of a code and what kind it is, such as "QR Code"."""

    text: str
    kind: str


def read_codes(image: QImage) -> tuple[FoundCode, ...]:
    """The different codes of a picture from the top, at most nine; takes up to a few hundred milliseconds."""
    import zxingcpp  # 10 ms and a library of its own: only who reads a picture needs it

    grey = within(image, LONGEST).convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return ()
    rows = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    found: dict[str, FoundCode] = {}
    for code in sorted(zxingcpp.read_barcodes(rows), key=lambda one: one.position.top_left.y):
        text = str(code.text).strip()[:LONGEST_TEXT]
        if text:
            found.setdefault(text, FoundCode(text, str(code.format)))
    return tuple(found.values())[:MOST]
