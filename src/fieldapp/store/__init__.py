"""The vault: encrypted SQLite, migrations, journal log, tables, search."""
