"""A small pack in a folder, and a data folder of the test's own for installed packs."""

from collections.abc import Callable
from pathlib import Path

import pytest

LISTS = "list,parent,key_by,title_field,zh_hans,zh_hant,en\n"
FIELDS = (
    "list,key,type,codes,scale,unit,req,when,check,group,mask,find,section,order,nat,derived,"
    "zh_hans,zh_hant,en,source,since\n"
)
TITLE = "title: {zh_hans: 样板, zh_hant: 樣板, en: Sample}\n"

MakePack = Callable[..., Path]


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """Writes a pack; keyword arguments are its heading lines, tables and forms."""

    def making(
        pack_id: str = "sample-county",
        *,
        version: int = 1,
        heading: str = "requires: [cn-base]\nprefix: sc_\n",
        lists: str = "",
        fields: str = "household,sc_orchard,bool,,,,O,,,,,,living,900,,,有果园,有果園,Has an orchard,design,1\n",
        codelists: dict[str, str] | None = None,
        forms: dict[str, str] | None = None,
    ) -> Path:
        folder = tmp_path / "packs" / f"{pack_id}-{version}"
        files = {
            "pack.yaml": f"id: {pack_id}\nversion: {version}\n{TITLE}{heading}",
            "dictionary/lists.csv": LISTS + lists,
            "dictionary/fields.csv": FIELDS + fields,
            **{f"codelists/{name}.csv": text for name, text in (codelists or {}).items()},
            **{f"forms/{name}.md": text for name, text in (forms or {}).items()},
        }
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        return folder

    return making


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Installed packs go under the test's folder, never into the machine's."""
    root = tmp_path / "data"
    monkeypatch.setattr("fieldapp.packs.places.user_data_path", lambda *names, **options: root)
    return root / "packs"
