"""Tables as a folder of Parquet files, with a dictionary of their columns. See docs/tables.md."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from kawat.export.csv_files import write_about
from kawat.export.material import Material
from kawat.export.tables import TABLES, Row, Table, each_row
from kawat.export.tables.as_arrow import AT_ONCE, arrow, batches, schema_of


def write(material: Material, out: Path) -> None:
    """Write a file for each table into the folder ``out``. Raises `UsageError` where pyarrow is missing."""
    arrow()
    from pyarrow.parquet import ParquetWriter

    with ExitStack() as held:
        writers = {
            table.name: held.enter_context(
                ParquetWriter(out / f"{table.name}.parquet", schema_of(table), compression="zstd")
            )
            for table in TABLES
        }
        waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}

        def put(table: Table) -> None:
            for batch in batches(table, waiting[table.name]):
                writers[table.name].write_table(batch)
            waiting[table.name].clear()

        for table, row in each_row(material):
            waiting[table.name].append(row)
            if len(waiting[table.name]) == AT_ONCE:
                put(table)
        for table in TABLES:
            put(table)
    write_about(out, "parquet")
