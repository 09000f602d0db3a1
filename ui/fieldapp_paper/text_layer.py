"""Completes the text layer of a PDF: characters beyond U+FFFF (𬭎 in a name) that Qt leaves without a name.

Qt's ToUnicode tables only know 16-bit characters; a rarer one leaves a gap in the numbering. Glyphs are numbered in
the order they are first painted, so the gaps of a face, in order, are the rare characters painted with it, in order.
Where the two do not agree that face is left as it is. The tables are appended to the file as PDF 32000-1, 7.5.6
allows: nothing written by Qt moves.
"""

import re
from collections.abc import Mapping, Sequence

_TABLE = re.compile(rb"(\d+) 0 obj\s*<<\s*/Length \d+\s*>>\s*stream\r?\n(/CIDInit.*?)endstream", re.DOTALL)
_FONT = re.compile(rb"/BaseFont /(\S+)\s(?:(?!endobj).)*?/ToUnicode (\d+) 0 R", re.DOTALL)
_RANGE = re.compile(rb"^<([0-9A-F]{4})> <([0-9A-F]{4})> [<\[]", re.MULTILINE)
_NAMES = re.compile(rb"\[([^\]]*)\]|^<[0-9A-F]{4}>(?: <[0-9A-F]{4}>)? (<[0-9A-F]+>)$", re.MULTILINE)
_CODE = re.compile(rb"<([0-9A-F]+)>")
_KEPT = re.compile(rb"/(?:Info|Root) \d+ 0 R|/ID \[.*?\]|/Size \d+", re.DOTALL)
_START = re.compile(rb"startxref\s+(\d+)")
_ENTRIES_AT_MOST = 100


def complete_text_layer(body: bytes, rare: Mapping[str, Sequence[str]]) -> bytes:
    """The PDF with its `rare` characters named; they come by PostScript name of the face, in order of painting."""
    body = _with_spaces(body)
    tables = {int(found[1]): found[2] for found in _TABLE.finditer(body)}
    updates: dict[int, bytes] = {}
    for found in _FONT.finditer(body):
        characters = rare.get(found[1].decode("latin-1"), ())
        table = tables.get(int(found[2]), b"")
        gaps = _gaps(table, len(characters)) if characters and table else []
        if gaps and len(gaps) == len(characters):
            updates[int(found[2])] = _with_names(table, dict(zip(gaps, characters, strict=True)))
    return body + (_appended(body, updates) if updates else b"")


def _with_spaces(body: bytes) -> bytes:
    """Qt names the glyph of the space by the tab, which it shares; the space is written over it, in place."""
    return _TABLE.sub(lambda found: found[0].replace(b"<0009>", b"<0020>"), body)


def characters_of(body: bytes) -> frozenset[str]:
    """Every character that the text layer of a PDF written here can name: what a search may hope to find."""
    found: set[str] = set()
    for table in _TABLE.finditer(body):
        for several, one in _NAMES.findall(table[2]):
            found.update(
                bytes.fromhex(code.decode()).decode("utf-16-be") for code in _CODE.findall(several + one)
            )
    return frozenset(found)


def _gaps(table: bytes, expected: int) -> list[int]:
    """Numbers without a name; the last glyphs of a face may be rare too, so the list goes on after the table's end."""
    used: set[int] = set()
    for first, last in _RANGE.findall(table):
        used.update(range(int(first, 16), int(last, 16) + 1))
    end = max(used, default=0)
    holes = [number for number in range(1, end) if number not in used]
    return [*holes, *range(end + 1, end + 1 + max(expected - len(holes), 0))]


def _with_names(table: bytes, names: Mapping[int, str]) -> bytes:
    lines = [f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>" for number, text in names.items()]
    blocks = ""
    for first in range(0, len(lines), _ENTRIES_AT_MOST):
        some = lines[first : first + _ENTRIES_AT_MOST]
        blocks += f"{len(some)} beginbfchar\n" + "\n".join(some) + "\nendbfchar\n"
    before, mark, after = table.partition(b"endcmap")
    return before + blocks.encode() + mark + after


def _appended(body: bytes, updates: Mapping[int, bytes]) -> bytes:
    """New versions of objects, their cross-reference section and a trailer that points back to the old one."""
    added, places = b"\n", {}
    for number, stream in sorted(updates.items()):
        places[number] = len(body) + len(added)
        added += b"%d 0 obj\n<< /Length %d >>\nstream\n%sendstream\nendobj\n" % (number, len(stream), stream)
    start = len(body) + len(added)
    added += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places.items())
    kept = b"\n".join(_KEPT.findall(body[body.rfind(b"trailer") :]))
    before = _START.findall(body)[-1]
    return added + b"trailer\n<<\n%s\n/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (kept, before, start)
