"""Golden bytes of a base: what this version writes must be read by every later one. The fixture is never changed."""

import json
from pathlib import Path

from fieldapp.store.growing.bootstrap import begin_from
from fieldapp.store.growing.files import parts_in_file
from fieldapp.store.growing.parts import line_of, part_of

GOLDEN = Path(__file__).parent / "golden"
VILLAGE = "990101001201"


def test_a_base_of_format_1_is_read(make_vault, told):
    vault = make_vault()
    begin_from(vault.ledger, VILLAGE, parts_in_file([(GOLDEN / "base-1.zst").read_bytes()]))
    found = json.loads(json.dumps(told(vault), default=list))
    assert found == json.loads((GOLDEN / "base-1.json").read_text("utf-8"))
    assert found["conflicts"]


def test_its_lines_are_written_as_they_were():
    for part in parts_in_file([(GOLDEN / "base-1.zst").read_bytes()]):
        assert part_of(line_of(part)) == part
