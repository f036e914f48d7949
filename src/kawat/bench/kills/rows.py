"""Every row of a store, to be compared with another's."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

UNLIKE = frozenset({"watches"})
"""Tables that tell of the process itself (its number, its host): no two runs agree there."""
INDEXES = ("articles_fts", "sentences_fts", "names_fts")
"""Full-text indexes: compared by every word that they hold and where, not by how that is laid out in the file."""

Rows = dict[str, list[tuple[object, ...]]]


def rows_of(path: Path) -> Rows:
    """The rows of every table, in a fixed order; of an index its words."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        plain = sorted(name for name in tables if not name.startswith(INDEXES) and name not in UNLIKE)
        found = {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in plain}
        for index in (name for name in INDEXES if name in tables):
            connection.execute(f"CREATE VIRTUAL TABLE temp.words_{index} USING fts5vocab(main, {index}, instance)")
            found[index] = sorted(connection.execute(f"SELECT * FROM temp.words_{index}").fetchall(), key=repr)
        return found


def differences(one: Rows, other: Rows) -> list[str]:
    """The tables that are not the same, with how many rows only one of the two has."""
    return [
        f"{name}: {len(set(one.get(name, ())) ^ set(other.get(name, ())))} rows differ"
        for name in sorted({*one, *other})
        if one.get(name) != other.get(name)
    ]
