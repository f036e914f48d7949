"""Tables that are not as they should be: what is wrong is told, and what is right is read word for word."""

from __future__ import annotations

import csv
import io
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source_maker import story

from kawat.intake import InputOptions
from kawat.intake.sources import csv_rows, table_rows
from kawat.intake.sources.collect import items_of
from kawat.intake.sources.item import Broken, Item, Ready, Whole
from kawat.intake.sources.mapping import parse_mapping

OPTIONS = InputOptions()
HEAD = "title,url,text\n"
LONG = "Indonesia signed, Malaysia hailed it, but the fishermen of both wait."


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def items(body: str | bytes, options: InputOptions = OPTIONS) -> list[Item]:
    Path("a").write_bytes(body if isinstance(body, bytes) else body.encode())
    return [item for item in items_of("a", options) if not isinstance(item.content, Whole)]


def reasons(found: list[Item]) -> dict[str, str]:
    return {item.name: str(item.content.error) for item in found if isinstance(item.content, Broken)}


def texts(found: list[Item]) -> dict[str, str]:
    return {item.name: item.content.text for item in found if isinstance(item.content, Ready)}


def quoted(number: int, text: str = LONG) -> str:
    return f'T{number},https://a.example/{number},"{text}"\n'


# --- cells that are not quoted as they should be ------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_with_more_cells_than_the_head_is_told(delimiter: str) -> None:
    text = LONG.replace(", ", f"{delimiter} ")
    lines = (HEAD, quoted(1), f"T2,https://a.example/2,{LONG}\n", quoted(3))
    body = "".join(lines).replace(",", delimiter)
    found = items(body)
    assert list(texts(found)) == ["a:2", "a:4"]
    assert set(texts(found).values()) == {text.replace(", ", f"{delimiter} ")}
    (reason,) = reasons(found).values()
    assert list(reasons(found)) == ["a:3"]
    assert "5 cells under 3 names" in reason and "in quotation marks" in reason


def test_empty_cells_at_the_end_and_cells_left_out_are_fine() -> None:
    found = items(f"title,text,url\nA,{LONG.replace(',', '')}\nB,{LONG.replace(',', '')},,, \n")
    assert len(texts(found)) == 2 and reasons(found) == {}


def test_quotation_marks_that_are_marked_by_a_backslash_are_told() -> None:
    bad = '"T2","https://a.example/2","He said \\"Indonesia will sign, then leave\\" on Tuesday."\n'
    found = items(HEAD + quoted(1) + bad + quoted(3))
    assert list(texts(found)) == ["a:2", "a:4"]
    assert list(reasons(found)) == ["a:3"]
    assert "check its quotation marks" in reasons(found)["a:3"] and "backslash" in reasons(found)["a:3"]


def test_a_quotation_mark_that_is_not_closed_costs_its_row_only() -> None:
    found = items(HEAD + f'One,https://a.example/0,"{LONG}\n' + "".join(quoted(number) for number in range(1, 5)))
    assert texts(found) == {f"a:{number}": LONG for number in (3, 4, 5, 6)}
    assert list(reasons(found)) == ["a:2"]


def test_the_end_of_the_file_inside_of_quotation_marks_is_told() -> None:
    found = items(HEAD + quoted(1) + f'T2,https://a.example/2,"{LONG}\nand more')
    assert list(texts(found)) == ["a:2"]
    assert list(reasons(found)) == ["a:3"]
    assert "lines 4 to 4 are passed over with it" in reasons(found)["a:3"]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("title,url,text", 'One,https://a.example/1,"The ministers met', 'Two,https://a.example/2,They left."'),
        ("text,title,date", '"The ministers met', 'They left.,Two,2025-08-14"'),
        ("title,date,text", 'One,2025-08-13,"The ministers met', 'Two,2025-08-14,They left."'),
        ("title,source,text", 'One,Kabar Selat,"The ministers met', 'Two,https://a.example/2,They left."'),
    ],
)
def test_a_cell_that_holds_what_is_plainly_another_row_is_told(head: str, first: str, second: str) -> None:
    found = items(f"{head}\n{first}\n{second}\n")
    assert "a:2" in reasons(found)
    assert not any("met" in text and "left" in text for text in texts(found).values())


def test_what_is_left_of_a_broken_text_becomes_no_article() -> None:
    """Its paragraphs are passed over, also those that have as many commas as there are columns."""
    bad = (
        'T2,https://a.example/2,"They said "yes" at first.\n'
        "Then, in Bandung, they said no.\n"
        "Retno and Anwar,who had met before,left.\n\n"
        'In the end, all agreed, the ministry said."\n'
    )
    found = items(HEAD + quoted(1) + bad + quoted(3, "One.\nTwo, and more.\nThree.") + quoted(4))
    assert texts(found) == {"a:2": LONG, "a:8": "One.\nTwo, and more.\nThree.", "a:11": LONG}
    assert list(reasons(found)) == ["a:3"]
    assert "lines 4 to 7 are passed over with it" in reasons(found)["a:3"]


def test_where_the_text_is_no_last_column_the_next_row_is_found_too() -> None:
    head = "title,text,url\n"
    rows = [f'T{number},"First, line.\nSecond, line.",https://a.example/{number}\n' for number in range(4)]
    found = items(head + rows[0] + rows[1].replace('.",', '."x,') + rows[2] + rows[3])
    assert list(texts(found)) == ["a:2", "a:6", "a:8"]
    assert list(reasons(found)) == ["a:4"]


def test_rows_that_leave_out_the_last_columns_are_found_again() -> None:
    head = "title,text,url,byline,language\n"
    rows = [f'T{number},"{LONG}",https://a.example/{number}\n' for number in range(4)]
    found = items(head + rows[0] + rows[1].replace('wait."', 'wait." x') + rows[2] + rows[3])
    assert list(texts(found)) == ["a:2", "a:4", "a:5"]


def test_a_cell_that_only_ends_with_a_quotation_mark_is_told() -> None:
    found = items(HEAD + 'T1,https://a.example/1,The ministers met."\n' + quoted(2))
    assert "begins with none" in reasons(found)["a:2"]
    assert list(texts(found)) == ["a:3"]


def test_a_quotation_mark_inside_of_a_plain_cell_is_one() -> None:
    text = 'Ministers met in "Gedung Sate" and ate 6" rolls.'
    assert list(texts(items(f"{HEAD}T1,https://a.example/1,{text}\n")).values()) == [text]


def test_a_head_that_can_not_be_read_is_one_reason() -> None:
    assert list(reasons(items('title,text,"url"x\nA,B,C\n'))) == ["a"]


WORDS = st.sampled_from(
    ["met,", "left", '"yes"', "\n", ", and", "2025-08-13,", "https://a.example/9,x,y", "é", "."]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=12), min_size=1, max_size=6),
    st.permutations(["title", "text", "byline", "language"]),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_whatever_a_text_holds_it_is_read_as_it_was_written(
    told: list[list[str]], head: list[str], delimiter: str, quoting: Any
) -> None:
    rows = [f"Word {number} {' '.join(words)}" for number, words in enumerate(told)]
    held = io.StringIO()
    out = csv.DictWriter(held, head, delimiter=delimiter, quoting=quoting, lineterminator="\n")
    out.writeheader()
    out.writerows([{"title": "T", "text": text, "byline": "A, B", "language": "en"} for text in rows])
    found = items(held.getvalue())
    assert reasons(found) == {}
    assert list(texts(found).values()) == rows


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 5), st.integers(0, 400), st.booleans())
def test_a_quotation_mark_too_many_or_too_few_is_never_read_over(which: int, where: int, more: bool) -> None:
    """The other rows are read as they are, and its own is told, or has no more and no less than that mark."""
    written = [f"{story(number)}, said {number}." for number in range(6)]
    rows = [quoted(number, text) for number, text in enumerate(written)]
    row = rows[which]
    places = range(2, len(row) - 2) if more else [place for place, char in enumerate(row) if char == '"']
    place = places[where % len(places)]
    rows[which] = row[:place] + '"' * more + row[place + (not more) :]
    found = items(HEAD + "".join(rows))
    told = list(texts(found).values())
    assert {text for number, text in enumerate(written) if number != which} <= set(told)
    assert reasons(found) or [text.replace('"', "") for text in told] == written


def test_tables_made_to_hold_up_what_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_rows, "LONGEST_ROW", 500_000)
    monkeypatch.setattr(table_rows, "MOST_TRIED", 2_000_000)
    monkeypatch.setattr(csv_rows, "LONGEST_FIELD", 200_000)
    bodies = (
        'z","""\n' * 400_000,  # opens and closes, wherever one begins
        ('T,"abc\n' + "x\n" * 120_000) * 10,
        'T,"a\n' + 'x" y\n' * 100_000,
        ('T,https://a.example/1,"a' + "\nT,https://a.example/1,z" * 5_000 + '"\n') * 3,
    )
    for body in bodies:
        start = time.monotonic()
        found = items(HEAD + body)
        assert time.monotonic() - start < 20
        assert reasons(found)


# --- Parquet ------------------------------------------------------------------------------------------------


def parquet(**columns: Any) -> list[Item]:
    arrow = pytest.importorskip("pyarrow")
    writer = pytest.importorskip("pyarrow.parquet")
    many = max(len(column) for column in columns.values())
    columns.setdefault("text", arrow.array([story(number) for number in range(many)]))
    writer.write_table(arrow.table(columns), "a")
    return [item for item in items_of("a", OPTIONS) if not isinstance(item.content, Whole)]


def published(found: list[Item]) -> list[str | None]:
    ready = [item.content for item in found if isinstance(item.content, Ready)]
    return [one.published.isoformat() if one.published else None for one in ready]


def test_a_moment_beyond_all_years_costs_itself() -> None:
    arrow = pytest.importorskip("pyarrow")
    at = 1_755_050_400_000_000
    for kind in (arrow.timestamp("us", "UTC"), arrow.timestamp("us", "Asia/Jakarta"), arrow.timestamp("us")):
        moments = [at] * 70 + [900_000_000_000_000_000, -900_000_000_000_000_000] + [at] * 70
        told = published(parquet(published=arrow.array(moments, arrow.int64()).cast(kind)))
        assert len(told) == 142 and told[70:72] == [None, None]
        assert {one[:10] for one in told if one} == {"2025-08-13"} and told.count(None) == 2
    days = arrow.array([20_313, 2_000_000_000], arrow.int32()).cast(arrow.date32())
    assert published(parquet(published=days)) == ["2025-08-13", None]


def test_an_unknown_zone_costs_nothing() -> None:
    arrow = pytest.importorskip("pyarrow")
    for unit in ("s", "ms", "us", "ns"):
        moments = arrow.array([datetime(2025, 8, 13, 2)] * 2 + [None], arrow.timestamp(unit, "Mars/Phobos"))
        told = published(parquet(published=moments))
        assert told == ["2025-08-13T02:00:00+00:00", "2025-08-13T02:00:00+00:00", None]


def test_nanoseconds_are_cut_off_with_pandas_and_without() -> None:
    arrow = pytest.importorskip("pyarrow")
    moments = arrow.array([1_755_050_400_123_456_789], arrow.timestamp("ns", "UTC"))
    (item,) = parquet(published=moments)
    assert isinstance(item.content, Ready)
    assert type(item.content.published) is datetime
    assert item.content.published == datetime(2025, 8, 13, 2, 0, 0, 123_456, UTC)


def test_moments_inside_of_objects_cost_themselves() -> None:
    arrow = pytest.importorskip("pyarrow")
    kind = arrow.struct([("when", arrow.timestamp("us")), ("body", arrow.string())])
    told = [{"when": 900_000_000_000_000_000, "body": story(1)}, {"when": 0, "body": story(2)}]
    parquet(meta=arrow.array(told, kind), text=arrow.array([None, None], arrow.string()))
    mapping = parse_mapping("text=meta.body,published=meta.when")
    found = list(items_of("a", InputOptions(mapping=mapping)))[:2]
    assert [item.content.text for item in found if isinstance(item.content, Ready)] == [story(1), story(2)]


@pytest.mark.parametrize("kind", ["binary", "large_binary", "string"])
def test_bytes_that_are_utf8_are_texts(kind: str) -> None:
    arrow = pytest.importorskip("pyarrow")
    bodies = [f"{story(1)} Médan".encode(), "Zürich".encode("cp1252"), story(3).encode()]
    raw = arrow.array(bodies, arrow.large_binary() if kind == "large_binary" else arrow.binary())
    if kind == "string":  # as some programs write what they never looked at
        raw = arrow.Array.from_buffers(arrow.string(), 3, raw.buffers())
    found = parquet(text=raw, title=arrow.array([b"Satu", b"Dua", b"Tiga"]))
    assert texts(found) == {"a:1": f"{story(1)} Médan", "a:3": story(3)}
    assert [item.content.title for item in found if isinstance(item.content, Ready)] == ["Satu", "Tiga"]
    assert list(reasons(found)) == ["a:2"]
    assert "'text' holds bytes that are no text in UTF-8" in reasons(found)["a:2"]


def test_days_are_read_as_before() -> None:
    arrow = pytest.importorskip("pyarrow")
    assert published(parquet(published=arrow.array([date(2025, 8, 13)]))) == ["2025-08-13"]
