"""A low-income list as the civil affairs office would send it: the register's own people, with two who differ."""

from pathlib import Path

from fieldapp.domain.identity import check_digit
from fieldapp.store import Vault
from fieldapp.store.records import rows
from fieldapp_ui.demo.village_work import YEAR

NAME = "民政低保名单.xlsx"
STRANGER_NAME, STRANGER_BODY = "武来福", "99010119580214003"
MOST = 1_000_000


def write_dibao_list(vault: Vault, scope: str, path: Path) -> int:
    """Everybody of a village who gets the allowance but the last one, and somebody the register does not know.

    Returns how many people stand in it.
    """
    from xlsxwriter import Workbook

    marked = rows(vault, "person_year", scope, where={"year": YEAR, "dibao": 1}, limit=MOST)
    people = {one.id: one for one in rows(vault, "person", scope, limit=MOST)}
    listed = [people[str(one.values["person"])] for one in marked if str(one.values["person"]) in people]
    lines = [(str(one.values["name"]), str(one.values["id_no"])) for one in listed[:-1]]
    stranger = (STRANGER_NAME, STRANGER_BODY + check_digit(STRANGER_BODY))
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.set_column(1, 2, 22)
        sheet.write_row(0, 0, ("序号", "姓名", "证件号码"))
        for number, (name, id_no) in enumerate((*lines, stranger), 1):
            sheet.write_row(number, 0, (number, name, id_no))
    return len(lines) + 1
