"""A table of a store: rows to go through, or the whole of it for Arrow, pandas or Polars."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kawat.errors import UsageError
from kawat.export.tables import Row, Table
from kawat.export.tables.as_arrow import whole
from kawat.notebook.html import page, table_html

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

SHOWN = 10


class Rows:
    """Rows of one table, read from the store anew each time they are asked for, in a fixed order.

    Iterating gives each row as a dictionary and holds few at a time. What the columns mean is in ``table`` and in
    docs/tables.md. Reading raises `StoreError`, and `UsageError` once the store was closed.
    """

    def __init__(self, table: Table, read: Callable[[], Iterator[Row]], lang: str = "en") -> None:
        self.table = table
        self.lang = lang
        self._read = read

    def __iter__(self) -> Iterator[Row]:
        return self._read()

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.table.columns)

    def count(self) -> int:
        """How many rows there are; all of them are read for it."""
        return sum(1 for _ in self)

    def head(self, count: int = SHOWN) -> list[Row]:
        """The first rows."""
        return list(islice(self, count))

    def arrow(self) -> pyarrow.Table:
        """The whole table for Arrow. Raises `UsageError` where pyarrow is not installed."""
        return whole(self.table, self)

    def pandas(self) -> pandas.DataFrame:
        """The whole table for pandas: codes are categories, days datetimes. Raises `UsageError` without pandas."""
        try:
            import pandas  # noqa: F401 - Arrow needs it, and asks for it at once
        except ImportError:
            raise _missing("pandas") from None
        return self.arrow().to_pandas(date_as_object=False)

    def polars(self) -> polars.DataFrame:
        """The whole table for Polars. Raises `UsageError` where it is not installed."""
        try:
            import polars
        except ImportError:
            raise _missing("polars") from None
        frame = polars.from_arrow(self.arrow())
        assert isinstance(frame, polars.DataFrame)
        return frame

    def __repr__(self) -> str:
        return f"<{self.table.name}: {self.table.says}; {len(self.columns)} columns>"

    def _repr_html_(self) -> str:
        return page(table_html(self.table, self.head(SHOWN + 1), SHOWN, self.lang))


def _missing(name: str) -> UsageError:
    return UsageError(f"this needs {name}; install it with: pip install 'kawat[notebook]'")
