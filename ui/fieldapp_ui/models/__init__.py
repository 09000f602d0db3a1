"""Item models of lists and tables: columns are an IntEnum, rows are fetched a page at a time."""
