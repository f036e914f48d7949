"""Tables come back from CSV and Parquet as they are in the store, for every reader that a user may take."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest
from event_maker import KIM, RUSSIA, UKRAINE, event, telling
from format_maker import material, several
from hypothesis import HealthCheck, given, settings
from record_maker import NOW, records
from table_store import FORMULAS, fill, opened

from kawat.export.formats import FORMATS, format_called
from kawat.export.material import Material, material_of
from kawat.export.safe import clean
from kawat.export.tables import TABLES, Column, Kind, Row, Table, rows_of
from kawat.export.tables.as_arrow import schema_of, whole
from kawat.export.tables.as_csv import BETWEEN, Flat, flat
from kawat.export.tables.describe import markdown
from kawat.intake import events, settle
from kawat.records import Record
from kawat.store import ReportFilter, open_store
from kawat.views.summary import summary_of

DOCS = Path(__file__).parents[2] / "docs"
NAMES = [table.name for table in TABLES]
PANDAS = {
    "string": "str",
    "date": "str",
    "datetime": "str",
    "number": "float64",
    "integer": "Int64",
    "boolean": "boolean",
}


@pytest.fixture(scope="module")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "kawat.db"
    fill(path)
    return path


@pytest.fixture(scope="module")
def told(store_path: Path) -> dict[str, list[Row]]:
    """What the tables have, read straight from the store."""
    with opened(store_path) as store:
        return {table.name: list(rows_of(material_of(store), table)) for table in TABLES}


@pytest.fixture(scope="module")
def folders(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    with opened(store_path) as store:
        for name in ("csv", "parquet", "jsonl"):
            made[name] = tmp_path_factory.mktemp(name)
            format_called(name).write(material_of(store), made[name])
    return made


def table_called(name: str) -> Table:
    return next(table for table in TABLES if table.name == name)


def same(one: Any, other: Any) -> bool:
    """Whether a value read back is the one that was written; a number of another library is that number."""
    if other is None or (isinstance(other, float) and numpy.isnan(other)):
        return one is None
    if isinstance(other, dict):
        return (
            isinstance(one, dict) and one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
        )
    if isinstance(other, list | tuple | numpy.ndarray):
        return isinstance(one, list) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(other, pandas.Timestamp | datetime):
        return bool(one == (other if isinstance(one, datetime) else other.date()))
    return bool(one == other)


def assert_same(rows: list[Row], back: list[dict[str, Any]]) -> None:
    assert len(rows) == len(back)
    wrong = [
        (key, row[key], other[key])
        for row, other in zip(rows, back, strict=True)
        for key in row
        if key not in other or not same(row[key], other[key])
    ]
    assert wrong == []


# --- the definitions --------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_columns_have_names_of_their_own_and_say_what_they_are(table: Table) -> None:
    for columns in ([one.name for one in table.columns], [one.name for one in flat(table)]):
        assert [name for name, count in Counter(columns).items() if count > 1] == []
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in columns)
    every = [one for column in table.columns for one in (column, *column.fields)]
    assert all(column.says and not column.says.endswith(".") for column in every)
    assert all(bool(column.fields) is (column.kind is Kind.PARTS) for column in every)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_the_page_of_the_tables_has_each_column_as_it_is(table: Table) -> None:
    page = (DOCS / "tables.md").read_text(encoding="utf-8")
    assert f"## {table.name}\n" in page
    assert markdown(table) in page, f"put this under {table.name} in docs/tables.md:\n\n{markdown(table)}"


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_values_are_what_the_definitions_say(table: Table, told: dict[str, list[Row]]) -> None:
    rows = told[table.name]
    assert rows
    for row in rows:
        assert list(row) == [column.name for column in table.columns]
        for column in table.columns:
            check(column, row[column.name])
    keys = [tuple(row[name] for name in table.key) for row in rows]
    assert len(set(keys)) == len(keys)


def check(column: Column, value: Any) -> None:
    if value is None:
        assert not column.always, column.name
        return
    kinds: dict[Kind, Any] = {
        Kind.DAY: date, Kind.MOMENT: datetime, Kind.NUMBER: float, Kind.COUNT: int, Kind.FLAG: bool,
        Kind.CODES: list, Kind.TEXTS: list, Kind.PARTS: list,
    }  # fmt: skip
    assert isinstance(value, kinds.get(column.kind, str)), (column.name, value)
    assert column.kind is Kind.FLAG or not isinstance(value, bool), (column.name, value)
    if column.values:
        assert set(value if isinstance(value, list) else [value]) <= set(column.values), column.name
    for part in value if column.fields else ():
        for field in column.fields:
            check(field, part[field.name])


def test_what_points_elsewhere_is_there_also_when_filtered(store_path: Path) -> None:
    with opened(store_path) as store:
        for filters in (
            ReportFilter(),
            ReportFilter(outlet="Kabar"),
            ReportFilter(status="planned"),
            ReportFilter(limit=2),
        ):
            made = {table.name: list(rows_of(material_of(store, filters), table)) for table in TABLES}
            assert made["events"]
            for table in TABLES:
                for column, there, named in table.points:
                    known = {row[named] for row in made[there]}
                    assert {row[column] for row in made[table.name]} <= known, (table.name, column)


def test_events_are_those_of_the_store_whole_and_in_order(store_path: Path, told: dict[str, list[Row]]) -> None:
    with opened(store_path) as store:
        kept = events(store)
        counts = store.counts()
        limited = list(material_of(store, ReportFilter(limit=3)).events())
    assert [row["id"] for row in told["events"]] == [event.id for event in kept]
    assert limited == list(kept[:3])
    assert [row["id"] for row in told["reports"]] == [t.report.id for event in kept for t in event.tellings]
    assert (len(told["articles"]), len(told["claims"])) == (counts.articles, counts.claims)
    per_event = Counter(row["event_id"] for row in told["reports"])
    assert {row["id"]: row["reports"] for row in told["events"]} == per_event
    assert {row["event_id"] for row in told["dyads"]} == set(per_event)


@pytest.mark.parametrize("filters", [ReportFilter(), ReportFilter(type="CONSULT"), ReportFilter(limit=5)])
def test_events_are_read_by_the_page_in_the_same_order(
    filters: ReportFilter, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["kawat.intake.events"], "_AT_ONCE", 2)
    with opened(store_path) as store:
        every = events(store, filters)
        assert len(every) > 4
        assert tuple(material_of(store, filters).events()) == every
        assert store.count_events(filters) == len(every)


def test_events_are_as_lists_have_them(store_path: Path, told: dict[str, list[Row]]) -> None:
    with opened(store_path) as store:
        short = [summary_of(event) for event in events(store)]
    for row, one in zip(told["events"], short, strict=True):
        for key in ("id", "type", "mode", "status", "salience", "symmetric", "contradictions", "reports"):
            assert row[key] == one[key]
        for key in ("day", "last_day", "first_published", "last_published"):
            assert (row[key] and row[key].isoformat()) == one[key]
        assert (row["sentence_en"], row["sentence_id"]) == (one["sentence"]["en"], one["sentence"]["id"])
        assert (row["actors"], row["recipients"]) == (one["who"], one["whom"])
        place = one["place"] or dict.fromkeys(("name", "country", "latitude", "longitude", "precision"))
        assert {key.removeprefix("place_"): row[key] for key in row if key.startswith("place_")} == place
        known = one["corroboration"]
        assert [row["outlets"], row["sources"], row["voices"], row["copies"]] == list(known.values())


def test_words_are_where_the_offsets_say(told: dict[str, list[Row]]) -> None:
    texts = {row["id"]: row["text"] for row in told["articles"]}
    for row in told["reports"]:
        text = texts[row["article_id"]]
        for part in (row, *row["actors"], *row["recipients"], *row["voices"]):
            assert text[part["words_start"] : part["words_end"]] == part["words"]
        assert text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
    for row in told["claims"]:
        assert texts[row["article_id"]][row["content_start"] : row["content_end"]] == row["content"]


def test_values_by_hand(told: dict[str, list[Row]]) -> None:
    """Two outlets tell one meeting of Sari and Lindgren, the first of whom is of Indonesia."""
    met = next(row for row in told["events"] if row["sources"] == 2 and row["type"] == "CONSULT")
    assert (met["mode"], met["quad"], met["score"], met["status"]) == ("visit", 1, 4.0, "occurred")
    assert (met["day"], met["last_day"], met["precision"]) == (date(2025, 8, 12), date(2025, 8, 12), "day")
    assert [(one["name"], one["country"]) for one in met["actors"]] == [("Sari", "IDN"), ("Lindgren", "SWE")]
    assert (met["place_name"], met["symmetric"], met["contexts"]) == ("Bandung", True, ["diplomatic"])
    assert met["outlets"] == ["Warta Bahari", "Kabar Selat"]
    pairs = [row for row in told["dyads"] if row["event_id"] == met["id"]]
    assert [(p["actor_name"], p["recipient_name"], p["reversed"], p["sources"]) for p in pairs] == [
        ("Sari", "Lindgren", False, 2),
        ("Lindgren", "Sari", True, 2),
    ]
    struck = next(row for row in told["events"] if row["type"] == "ACCUSE")
    assert (struck["killed_low"], struck["killed_high"], struck["score"]) == (12.0, 12.0, -2.0)
    article = next(row for row in told["articles"] if row["outlet"] == "Warta Bahari")
    assert article["published"] == "2025-08-14T08:01:00+07:00"
    assert article["published_at"].isoformat() == "2025-08-14T01:01:00+00:00"


def test_a_pair_of_which_reports_tell_one_direction_or_both_counts_once() -> None:
    both = {"actors": (RUSSIA, UKRAINE), "recipients": (), "symmetric": True}
    told = event(telling(1), telling(2), telling(3, **both), telling(4, actors=(KIM,), recipients=()))
    rows = list(rows_of(material([told]), table_called("dyads")))
    assert [(p["actor_name"], p["recipient_name"], p["sources"]) for p in rows if not p["reversed"]] == [
        ("Russia", "Ukraine", 3),
        ("Kim Jong Un", None, 1),
    ]
    (turned,) = (row for row in rows if row["reversed"])
    assert (turned["actor_name"], turned["recipient_name"], turned["sources"]) == ("Ukraine", "Russia", 1)


# --- Parquet, read by others ------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_parquet_as_pyarrow_reads_it(name: str, told: dict[str, list[Row]], folders: dict[str, Path]) -> None:
    table, read = table_called(name), pyarrow.parquet.read_table(folders["parquet"] / f"{name}.parquet")
    assert_same(told[name], read.to_pylist())
    assert read.schema.equals(schema_of(table))
    for column in table.columns:
        field = read.schema.field(column.name)
        assert field.metadata[b"description"].decode() == column.says
        assert field.nullable is not column.always
        assert pyarrow.types.is_dictionary(field.type) is (column.kind is Kind.CODE)
        assert pyarrow.types.is_date32(field.type) is (column.kind is Kind.DAY)


@pytest.mark.parametrize("name", NAMES)
def test_parquet_as_pandas_reads_it(name: str, told: dict[str, list[Row]], folders: dict[str, Path]) -> None:
    frame = pandas.read_parquet(folders["parquet"] / f"{name}.parquet")
    assert_same(told[name], frame.astype(object).to_dict("records"))


@pytest.mark.parametrize("name", NAMES)
def test_parquet_as_polars_reads_it(name: str, told: dict[str, list[Row]], folders: dict[str, Path]) -> None:
    assert_same(told[name], polars.read_parquet(folders["parquet"] / f"{name}.parquet").to_dicts())


@pytest.mark.parametrize("name", NAMES)
def test_parquet_as_duckdb_reads_it(name: str, told: dict[str, list[Row]], folders: dict[str, Path]) -> None:
    read = duckdb.connect().execute("SELECT * FROM read_parquet(?)", [str(folders["parquet"] / f"{name}.parquet")])
    heads = [one[0] for one in read.description or ()]
    assert_same(told[name], [dict(zip(heads, row, strict=True)) for row in read.fetchall()])


# --- CSV, read by others ----------------------------------------------------------------------------


def shown(one: Flat, row: Row) -> Any:
    """What a reader of a CSV file ought to find: a number, a truth value, text without an apostrophe before it."""
    value = row[one.column.name]
    if one.field is not None or isinstance(value, list):
        parts = [part[one.field.name] if one.field else part for part in value]
        told = [
            str(part).lower() if isinstance(part, bool) else "" if part is None else str(part) for part in parts
        ]
        text = BETWEEN.join(part.replace(";", ",") for part in told)
        return clean(text, keep_lines=True) if any(part is not None for part in parts) else None
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, bool | int | float) or value is None:
        return value
    return clean(str(value), keep_lines=True) or None


def unquoted(cell: Any) -> Any:
    if cell is pandas.NA or cell is None or (isinstance(cell, float) and numpy.isnan(cell)):
        return None
    if isinstance(cell, str) and re.match(r"'\s*[=+@\-＝＋－＠]|'[ \n]", cell):
        return cell[1:]
    return cell or None if isinstance(cell, str) else cell


def types_of(folder: Path, name: str) -> dict[str, str]:
    """The types of the columns as the data package tells them."""
    told = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(one for one in told["resources"] if one["name"] == name)
    return {field["name"]: field["type"] for field in resource["schema"]["fields"]}


def assert_cells(name: str, rows: list[Row], back: list[dict[str, Any]]) -> None:
    assert len(rows) == len(back)
    for row, other in zip(rows, back, strict=True):
        assert list(other) == [one.name for one in flat(table_called(name))]
        for one in flat(table_called(name)):
            assert unquoted(other[one.name]) == shown(one, row), one.name


@pytest.mark.parametrize("name", NAMES)
def test_csv_as_pandas_reads_it(name: str, told: dict[str, list[Row]], folders: dict[str, Path]) -> None:
    types = {column: PANDAS[kind] for column, kind in types_of(folders["csv"], name).items()}
    frame = pandas.read_csv(folders["csv"] / f"{name}.csv", dtype=types, keep_default_na=False, na_values=[""])
    assert_cells(name, told[name], frame.astype(object).to_dict("records"))


@pytest.mark.parametrize("name", NAMES)
def test_csv_as_polars_reads_it(name: str, told: dict[str, list[Row]], folders: dict[str, Path]) -> None:
    kinds = {"number": polars.Float64, "integer": polars.Int64, "boolean": polars.Boolean}
    types = {column: kinds.get(kind, polars.String) for column, kind in types_of(folders["csv"], name).items()}
    frame = polars.read_csv(folders["csv"] / f"{name}.csv", schema_overrides=types)
    assert_cells(name, told[name], frame.to_dicts())


@pytest.mark.parametrize("name", NAMES)
def test_csv_as_duckdb_reads_it(name: str, told: dict[str, list[Row]], folders: dict[str, Path]) -> None:
    kinds = {"number": "DOUBLE", "integer": "BIGINT", "boolean": "BOOLEAN"}
    types = {column: kinds.get(kind, "VARCHAR") for column, kind in types_of(folders["csv"], name).items()}
    path = folders["csv"] / f"{name}.csv"
    read = duckdb.connect().execute(f"SELECT * FROM read_csv('{path}', header = true, types = {types})")
    heads = [one[0] for one in read.description or ()]
    assert_cells(name, told[name], [dict(zip(heads, row, strict=True)) for row in read.fetchall()])


def test_no_cell_is_a_formula_and_numbers_stay_numbers(folders: dict[str, Path]) -> None:
    found: set[str] = set()
    for name in (*NAMES, "dictionary"):
        with (folders["csv"] / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        for cell in cells:
            number = re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell)
            assert number or not cell.lstrip().startswith(("=", "+", "-", "@")), (name, cell)
            assert not cell.startswith(("\t", "\r"))
        found |= set(cells)
    assert "-2.0" in found
    assert {f"'{clean(one, keep_lines=True)}" for one in FORMULAS[:-1]} <= found


def test_codes_that_look_like_numbers_stay_text(folders: dict[str, Path]) -> None:
    types = types_of(folders["csv"], "articles")
    frame = pandas.read_csv(folders["csv"] / "articles.csv", dtype={"outlet": PANDAS[types["outlet"]]})
    assert "007" in set(frame["outlet"])
    assert "007" in set(pandas.read_parquet(folders["parquet"] / "articles.parquet")["outlet"])


# --- what lies beside the tables --------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_the_dictionary_and_the_package_have_every_column(suffix: str, folders: dict[str, Path]) -> None:
    folder = folders[suffix]
    with (folder / "dictionary.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        listed = [row["column"] for row in rows if row["table"] == resource["name"]]
        assert [name for name in listed if "[]" not in name] == fields
        assert set(resource["schema"]["primaryKey"]) <= set(fields)
        path = folder / resource["path"]
        heads = (
            path.read_text(encoding="utf-8").split("\n", 1)[0].split(",")
            if suffix == "csv"
            else pyarrow.parquet.read_schema(path).names
        )
        assert heads == fields
    assert all(row["description"] and row["type"] for row in rows)


def test_the_folders_have_the_files_that_the_formats_name(folders: dict[str, Path]) -> None:
    for name, folder in folders.items():
        assert {file.name for file in folder.iterdir()} == set(format_called(name).files)
    assert all(bool(one.files) is one.several for one in FORMATS)


@pytest.mark.parametrize("name", ["csv", "parquet", "jsonl"])
def test_the_same_store_gives_the_same_bytes(
    name: str, store_path: Path, folders: dict[str, Path], tmp_path: Path
) -> None:
    with opened(store_path) as store:
        format_called(name).write(material_of(store), tmp_path)
    for file in folders[name].iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()


def test_json_lines_are_what_the_commands_print(folders: dict[str, Path], told: dict[str, list[Row]]) -> None:
    read = {
        name: [json.loads(line) for line in (folders["jsonl"] / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in NAMES[:4]
    }
    assert {name: [one["id"] for one in values] for name, values in read.items()} == {
        name: [row["id"] for row in told[name]] for name in NAMES[:4]
    }
    assert [one["event"] for one in read["reports"]] == [row["event_id"] for row in told["reports"]]
    assert [one["text"] for one in read["articles"]] == [row["text"] for row in told["articles"]]
    assert all(one["sentence"] and one["views"] for one in read["events"])


# --- anything at all --------------------------------------------------------------------------------


@given(records())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_store_takes_goes_through_csv_and_parquet(tmp_path: Path, record: Record) -> None:

    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    with open_store(tmp_path / "any.db", create=True) as store:
        with store.transaction():
            store.add_record(record, NOW)
            settle(store, NOW)
        read = material_of(store)
        for table in TABLES:
            rows = list(rows_of(read, table))
            assert_same(rows, whole(table, rows).to_pylist())
        (tmp_path / "csv").mkdir()
        format_called("csv").write(read, tmp_path / "csv")
        for table in TABLES:
            with (tmp_path / "csv" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
                back = list(csv.DictReader(file))
            rows = list(rows_of(read, table))
            assert len(back) == len(rows)
            for row, cells in zip(rows, back, strict=True):
                for one in flat(table):
                    if one.kind in (Kind.ID, Kind.TEXT, Kind.CODE, Kind.CODES, Kind.TEXTS):
                        assert not cells[one.name].lstrip().startswith(("=", "+", "-", "@"))
                        assert cells[one.name].removeprefix("'") in (
                            (shown(one, row) or ""),
                            (shown(one, row) or "")[1:],
                        )


def test_hand_made_events_of_every_kind() -> None:
    made: Material = material(several())
    for table in TABLES:
        rows = list(rows_of(made, table))
        for row in rows:
            for column in table.columns:
                check(column, row[column.name])
        assert_same(rows, whole(table, rows).to_pylist())
