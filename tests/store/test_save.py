"""The one writer: what it saves is there after reopening, what it refuses leaves nothing."""

from fieldapp.store import open_vault
from fieldapp.store.records import children, record

VILLAGE, OTHER_VILLAGE, PASSPHRASE = "990101001201", "990101001202", "four invented words here"


def test_a_saved_household_is_there_after_reopening(vault, a_household):
    home = a_household(vault, "张三丰", "李四娘")
    path = vault.path
    vault.close()
    with open_vault(path, PASSPHRASE) as again:
        assert [p.values["name"] for p in children(again, "person", home.household)] == ["张三丰", "李四娘"]
        assert record(again, "household", home.household).values["household_no"] == "H0001"
