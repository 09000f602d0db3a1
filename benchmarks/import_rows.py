"""60,000 people × 40 columns from .xlsx: reading + planning against python-calamine's bare reading, and the whole import.

Run: python benchmarks/import_rows.py [--rows N] [--villages N]. The bar: read + map + plan ≤ 2 × bare reading.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from python_calamine import load_workbook

from fieldapp.domain.identity import check_digit
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.store import Vault, create_vault
from fieldapp.store.exchange.mappings import propose_mapping, read_workbook
from fieldapp.store.exchange.planned import ImportPlan, Source
from fieldapp.store.exchange.planning import Choices, plan_sources
from fieldapp.store.exchange.running import run_import

BAR = 2.0
MEMBERS = 3
COLUMNS = 40
YEAR = 2019
_SURNAMES, _GIVEN = "赵钱孙李周吴郑王冯陈", "甲乙丙丁戊己庚辛壬癸东南西北春夏秋冬"
_HOUSEHOLD = (
    "household_no address phone bank_account household_attribute cause_main is_soldier_family status "
    "identified_on helper_name helper_phone"
).split()
_HOUSEHOLD_YEAR = (
    "income_stable food_staple water_safe water_source house_m2 lives_there toilet road_km arable_mu".split()
)
_PERSON = "name sex id_no birth_date relation ethnic education phone".split()
_PERSON_YEAR = (
    "school_status health labour work_place work_months work_wage ins_medical_resident ins_serious ins_pension dibao "
    "tekun"
).split()


def main() -> None:
    """Make, time, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=60_000)
    parser.add_argument("--villages", type=int, default=40)
    parser.add_argument("--no-run", action="store_true", help="plan only")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, _vault(Path(place) / "a.vault") as vault:
        path = Path(place) / "people.xlsx"
        columns = _write(path, vault.dictionary, chosen.rows, chosen.villages)
        bare, _ = _best(lambda: load_workbook(path).get_sheet_by_index(0).to_python(skip_empty_area=False))
        reading, sheets = _best(lambda: read_workbook(path))
        planning, plan = _best(lambda: _plan(vault, sheets))
        print(
            f"{chosen.rows} rows × {columns} columns, {path.stat().st_size / 1e6:.0f} MB; plan {plan.counts}, "
            f"{len(plan.findings)} findings"
        )
        print(f"calamine bare {bare:.2f} s; read {reading:.2f} s; map + plan {planning:.2f} s")
        print(f"(read + map + plan) / bare = {(reading + planning) / bare:.2f} (bar {BAR:.1f})")
        if chosen.no_run:
            return
        writing, imported = _timed(lambda: run_import(vault, plan))
        print(
            f"run {writing:.1f} s: {imported.records} records in {len(imported.dots)} commits, "
            f"{imported.records / writing:.0f} records/s"
        )
        print(f"(read + map + plan + run) / bare = {(reading + planning + writing) / bare:.1f}")
        again, plan = _timed(lambda: _plan(vault, sheets))
        print(f"planned again over the full vault {again:.2f} s: {plan.counts}; / bare = {again / bare:.2f}")


def _plan(vault: Vault, sheets: tuple) -> ImportPlan:  # type: ignore[type-arg]
    mapping = propose_mapping(vault, sheets[0], "household")
    assert mapping is not None
    assert not mapping.unsure, mapping.unsure
    return plan_sources(vault, (Source(sheets[0], mapping),), Choices(year=YEAR))


def _timed(work: Callable):  # type: ignore[type-arg, no-untyped-def]
    """Seconds of processor: another program on the machine does not count."""
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def _best(work: Callable):  # type: ignore[type-arg, no-untyped-def]
    return min((_timed(work) for _ in range(3)), key=lambda timed: timed[0])


def _vault(path: Path) -> Vault:
    return create_vault(
        path,
        "bench",
        worker="w",
        role="county",
        scopes=("990101",),
        packs=("cn-base",),
        escrow_recovery=False,
    )


def _write(path: Path, dictionary: Dictionary, rows: int, villages: int) -> int:
    fields = [
        dictionary.field(name, key)
        for name, keys in (
            ("household", _HOUSEHOLD),
            ("household_year", _HOUSEHOLD_YEAR),
            ("person", _PERSON),
            ("person_year", _PERSON_YEAR),
        )
        for key in keys
        if dictionary.has_field(name, key)
    ]
    more = (f for f in dictionary.stored_fields("person_year") if f.type == "bool" and f not in fields)
    fields += [next(more) for _ in range(COLUMNS - 1 - len(fields))]
    above = sum(1 for field in fields if field.list in ("household", "household_year"))
    chance = random.Random(1)
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_numbers": False})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["scope", *(f"{field.list}.{field.key}" for field in fields)])
    household: list[object] = []
    for row in range(rows):
        home = row // MEMBERS
        if row % MEMBERS == 0:
            village = f"990101{home % villages // 10 + 1:03}2{home % villages % 10 + 1:02}"
            household = [village, *(_cell(field, dictionary, chance, home) for field in fields[:above])]
        sheet.write_row(
            row + 1, 0, [*household, *(_cell(f, dictionary, chance, row) for f in fields[above:])]
        )
    book.close()
    return 1 + len(fields)


def _cell(field: FieldSpec, dictionary: Dictionary, chance: random.Random, at: int) -> object:
    if field.key == "household_no":
        return f"99010100{at:010}"
    if field.key == "id_no":
        day = f"{chance.randint(1930, 2015)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
        body = f"990101{day}{(at // MEMBERS) % 1000:03}"
        return body + check_digit(body)
    if field.key == "relation":
        return "户主" if at % MEMBERS == 0 else "之子"
    if "phone" in field.key:
        return f"139{chance.randrange(10**8):08}"
    if field.key == "bank_account":
        return f"6228{chance.randrange(10**15):015}"
    if field.key == "address":
        return f"东沟组 {at} 号"
    if field.type == "text":
        return chance.choice(_SURNAMES) + chance.choice(_GIVEN) + chance.choice(_GIVEN)
    if field.type == "bool":
        return chance.choice(("是", "否"))
    if field.type in ("code", "codes"):
        return chance.choice(dictionary.codes[field.codes].items).zh_hans
    if field.type == "date":
        return f"{chance.randint(2014, 2018)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return chance.randint(1, 12) if field.type == "int" else chance.randint(0, 3_000) / 10


if __name__ == "__main__":
    main()
