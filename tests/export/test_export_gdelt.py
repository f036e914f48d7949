"""Events and mentions in the columns of GDELT, read back by readers that know nothing of Kawat."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd
from event_maker import KIM, MONDAY, PUTIN, RUSSIA, TRUMP, UKRAINE, event, on, place
from format_maker import hostile_events, material, several, tell, with_url
from hypothesis import HealthCheck, given, settings

from kawat.export import gdelt
from kawat.export.facts import facts_of
from kawat.export.folding import coded
from kawat.records import Event, Granularity, Paragraph, ParagraphKind, Span

Table = list[dict[str, str]]


def tables(folder: Path, *events: Event) -> tuple[Table, Table]:
    gdelt.write(material(events), folder)
    found = []
    for name, columns in ((gdelt.EVENTS_FILE, gdelt.EVENTS), (gdelt.MENTIONS_FILE, gdelt.MENTIONS)):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t"))
        assert all(len(row) == len(columns) for row in rows)
        found.append([dict(zip(columns, row, strict=True)) for row in rows])
    return found[0], found[1]


def filled(row: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in row.items() if value}


def test_the_columns_are_those_of_gdelt_2() -> None:
    assert (len(gdelt.EVENTS), len(gdelt.MENTIONS)) == (61, 16)
    assert len(set(gdelt.EVENTS)) == 61
    named = {n: gdelt.EVENTS[n] for n in (0, 5, 15, 25, 26, 31, 34, 35, 51, 55, 59, 60)}
    assert list(named.values()) == [
        "GLOBALEVENTID", "Actor1Code", "Actor2Code", "IsRootEvent", "EventCode", "NumMentions", "AvgTone",
        "Actor1Geo_Type", "ActionGeo_Type", "ActionGeo_ADM2Code", "DATEADDED", "SOURCEURL",
    ]  # fmt: skip


def test_an_event_has_what_is_told_and_real_counts(tmp_path: Path) -> None:
    (row,), mentions = tables(tmp_path, several()[0])
    assert filled(row) == {
        "GLOBALEVENTID": "161", "SQLDATE": "20250811", "MonthYear": "202508", "Year": "2025",
        "FractionDate": "2025.6055", "Actor1Code": "RUSGOV", "Actor1Name": "Vladimir Putin",
        "Actor1CountryCode": "RUS", "Actor1Type1Code": "GOV", "Actor2Code": "UKR", "Actor2Name": "Ukraine",
        "Actor2CountryCode": "UKR", "IsRootEvent": "1", "EventCode": "195", "EventBaseCode": "195",
        "EventRootCode": "19", "QuadClass": "4", "GoldsteinScale": "-9.5", "NumMentions": "2", "NumSources": "2",
        "NumArticles": "2", "ActionGeo_Type": "4", "ActionGeo_FullName": "Kyiv", "ActionGeo_CountryCode": "UP",
        "ActionGeo_Lat": "50.45", "ActionGeo_Long": "30.52", "DATEADDED": "20250812013000",
        "SOURCEURL": "https://outlet-1.example/a?b=1",
    }  # fmt: skip
    assert [filled(one) for one in mentions] == [
        {
            "GLOBALEVENTID": "161", "EventTimeDate": "20250812013000", "MentionTimeDate": "20250812013000",
            "MentionType": "1", "MentionSourceName": "Outlet 1",
            "MentionIdentifier": "https://outlet-1.example/a?b=1", "SentenceID": "1", "Actor1CharOffset": "0",
            "Actor2CharOffset": "0", "ActionCharOffset": "0", "InRawText": "1", "Confidence": "90",
            "MentionDocLen": "26",
            "Extras": f"event=evt-00000000000a1000;report=rep-0001;article={one.article.id};language=en",
        } if n == 0 else {
            "GLOBALEVENTID": "161", "EventTimeDate": "20250812013000", "MentionTimeDate": "20250813000000",
            "MentionType": "2", "MentionSourceName": "Outlet 2", "MentionIdentifier": one.article.id,
            "SentenceID": "1", "Actor1CharOffset": "0", "Actor2CharOffset": "0", "ActionCharOffset": "0",
            "InRawText": "1", "Confidence": "90", "MentionDocLen": "26",
            "Extras": f"event=evt-00000000000a1000;report=rep-0002;article={one.article.id};language=en",
        }
        for n, one in enumerate(several()[0].tellings)
    ]  # fmt: skip


def test_the_number_is_the_beginning_of_the_id() -> None:
    one = replace(several()[0], id="evt-d17d6dc605f4d53b")
    assert one.id.startswith(f"evt-{int(gdelt.number_of(one)):013x}")
    assert int(gdelt.number_of(one)) < 2**53  # a double holds it


def test_every_event_with_a_code_has_a_row_and_every_report_of_it_a_mention(tmp_path: Path) -> None:
    events = several()
    rows, mentions = tables(tmp_path, *events)
    told = [one for one in events if coded(facts_of(one))]
    assert [row["GLOBALEVENTID"] for row in rows] == [gdelt.number_of(one) for one in told]
    assert len(mentions) == sum(len(one.tellings) for one in told)
    assert {one["GLOBALEVENTID"] for one in mentions} == {row["GLOBALEVENTID"] for row in rows}
    assert [row["NumMentions"] for row in rows] == [str(len(one.tellings)) for one in told]


def test_the_sides_are_those_that_a_report_sets_against_one_another(tmp_path: Path) -> None:
    both = {"actors": (RUSSIA, UKRAINE), "recipients": (), "symmetric": True}
    alone = {"recipients": ()}
    cases = [
        ([tell(1, **alone), tell(2, actors=(), recipients=(TRUMP,))], ("Russia", "")),
        ([tell(1, **both), tell(2, **both), tell(3, recipients=(KIM,))], ("Russia", "Ukraine")),
        ([tell(1, **alone), tell(2, actors=(TRUMP,), recipients=(KIM,))], ("Donald Trump", "Kim Jong Un")),
        ([tell(1, **alone), tell(2, **alone), tell(3, actors=(TRUMP,), recipients=(KIM,))], ("Russia", "")),
        ([tell(1), tell(2), tell(3, actors=(), recipients=(PUTIN,))], ("Russia", "Ukraine")),
        ([tell(1, actors=(), recipients=(PUTIN,))], ("", "Vladimir Putin")),
    ]
    events = [event(*told, id=f"evt-{n:016x}") for n, (told, _) in enumerate(cases)]
    rows, _ = tables(tmp_path, *events)
    assert [(row["Actor1Name"], row["Actor2Name"]) for row in rows] == [sides for _, sides in cases]


def test_a_code_keeps_its_leading_zero_and_its_root(tmp_path: Path) -> None:
    rows, _ = tables(tmp_path, *several()[1:4])
    codes = [(row["EventCode"], row["EventBaseCode"], row["EventRootCode"], row["QuadClass"]) for row in rows]
    assert codes == [("041", "041", "04", "1"), ("040", "040", "04", "1"), ("030", "030", "03", "1")]


def test_a_promise_has_no_day_and_a_month_only_the_month(tmp_path: Path) -> None:
    month = tell(1, time=replace(on(MONDAY, None), granularity=Granularity.MONTH))  # type: ignore[type-var]
    (promise, vague), _ = tables(tmp_path, several()[3], event(month, id="evt-00000000000000b1"))
    assert [promise[name] for name in gdelt.EVENTS[1:5]] == ["", "", "", ""]
    assert promise["ActionGeo_FullName"] == ""
    assert [vague[name] for name in gdelt.EVENTS[1:5]] == ["", "202508", "2025", ""]


def test_places_have_the_types_and_codes_of_gdelt(tmp_path: Path) -> None:
    places = {
        "1": place("Germany", "DEU", precision="country"),
        "2": place("Alaska", "USA", latitude=64.0, longitude=-150.0, precision="admin"),
        "3": place("Anchorage", "USA", latitude=61.2, longitude=-149.9, precision="point"),
        "4": place("Jakarta", "IDN", latitude=-6.2, longitude=106.8, precision="point"),
        "5": place("Aceh", "IDN", latitude=4.7, longitude=96.75, precision="admin"),
        "": place("South China Sea", None, latitude=12.0, longitude=113.0, precision="region"),
    }
    events = [event(tell(n, place=one), id=f"evt-{n:016x}") for n, one in enumerate(places.values())]
    rows, _ = tables(tmp_path, *events)
    assert [row["ActionGeo_Type"] for row in rows] == list(places)
    assert [row["ActionGeo_CountryCode"] for row in rows] == ["GM", "US", "US", "ID", "ID", ""]
    assert [row["ActionGeo_Lat"] for row in rows] == ["", "64", "61.2", "-6.2", "4.7", ""]


def test_sentences_and_offsets_are_those_of_the_text_that_was_read(tmp_path: Path) -> None:
    text = "A title\n\nNothing yet. Then Russia struck Ukraine at last."
    told = tell(1)
    article = replace(
        told.article,
        text=text,
        paragraphs=(Paragraph(Span(0, 7), ParagraphKind.TITLE), Paragraph(Span(9, len(text)), ParagraphKind.BODY)),
    )

    def span(word: str) -> Span:
        return Span(text.index(word), text.index(word) + len(word))

    report = replace(
        told.report,
        trigger=span("struck"),
        actors=tuple(replace(a, mention=span("Russia")) for a in told.report.actors),
        recipients=tuple(replace(a, mention=span("Ukraine")) for a in told.report.recipients),
    )
    _, (mention,) = tables(
        tmp_path, event(replace(told, article=article, report=report), id="evt-00000000000000b2")
    )
    assert mention["SentenceID"] == "3"
    starts = [int(mention[f"{name}CharOffset"]) for name in ("Actor1", "Actor2", "Action")]
    assert [text[start:].split(maxsplit=1)[0] for start in starts] == ["Russia", "Ukraine", "struck"]


def test_pandas_and_duckdb_read_the_same(tmp_path: Path) -> None:
    rows, mentions = tables(tmp_path, *several())
    for table, name, columns in (
        (rows, gdelt.EVENTS_FILE, gdelt.EVENTS),
        (mentions, gdelt.MENTIONS_FILE, gdelt.MENTIONS),
    ):
        path = tmp_path / name
        frame = pd.read_csv(path, sep="\t", header=None, names=columns, dtype=str, keep_default_na=False)
        assert frame.to_dict("records") == table
        found = duckdb.sql(
            f"SELECT * FROM read_csv('{path}', delim='\t', header=false, all_varchar=true)"
        ).fetchall()
        assert [["" if cell is None else cell for cell in row] for row in found] == [
            list(r.values()) for r in table
        ]
    scale = pd.read_csv(tmp_path / gdelt.EVENTS_FILE, sep="\t", header=None, names=gdelt.EVENTS)["GoldsteinScale"]
    assert scale.tolist() == [float(row["GoldsteinScale"]) for row in rows]


@given(event=hostile_events())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_hostile_text_leaves_every_column_in_its_place(tmp_path_factory: object, event: Event) -> None:
    folder: Path = tmp_path_factory.mktemp("gdelt")  # type: ignore[attr-defined]
    rows, mentions = tables(folder, event)
    assert len(mentions) == (len(event.tellings) if rows else 0)
    for name, table, width in ((gdelt.EVENTS_FILE, rows, 61), (gdelt.MENTIONS_FILE, mentions, 16)):
        lines = (folder / name).read_text(encoding="utf-8").split("\n")
        assert [line.count("\t") + 1 for line in lines[:-1]] == [width] * len(table)
        for row in table:
            for column, cell in row.items():
                number = column.endswith(("Offset", "Scale", "_Lat", "_Long"))
                assert number or not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_an_address_that_is_none_is_not_given_as_one(tmp_path: Path) -> None:
    for url in ("javascript:alert(1)", "https://e.example/\t=1", "https://", "file:///etc/passwd", "=1+1"):
        one = with_url(tell(1), url)
        (row,), (mention,) = tables(tmp_path, event(one, id="evt-00000000000000b3"))
        assert (row["SOURCEURL"], mention["MentionType"]) == (one.article.id, "2")
