"""The view of a record: every report in the table, the words that prove it marked in the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from event_maker import KIM, TUESDAY, event, on, place, telling
from helper_cli import Cli
from record_maker import sample

from kawat.cli import cells
from kawat.cli.face import Face
from kawat.cli.marking import marked_text
from kawat.cli.view_read import show_record
from kawat.records import Counted, Event, Granularity, Quantity, Salience, Span, Status, Telling, Time

EN, ID = Face("en"), Face("id")


def test_marks_stand_after_the_words_and_the_text_is_whole() -> None:
    record = sample()
    marked = marked_text(record, colours=False).plain
    assert "Sari[1a] met[1] Lindgren[1r] of Sweden[2a] on Tuesday[1t]" in marked
    for mark in ("[1a]", "[1]", "[1r]", "[2a]", "[1t]", "[2]"):
        marked = marked.replace(mark, "")
    assert marked == record.article.text


def test_in_colours_only_triggers_have_numbers() -> None:
    marked = marked_text(sample(), colours=True)
    assert "Sari met[1] Lindgren of" in marked.plain
    styled = {marked.plain[span.start : span.end] for span in marked.spans}
    assert {"Sari", "met", "Lindgren", "Sweden", "Tuesday", "condemned"} <= styled


def test_reports_that_share_words_share_a_mark() -> None:
    record = sample()
    twice = replace(record.reports[0], id="rep-again", recipients=())
    marked = marked_text(replace(record, reports=(record.reports[0], twice)), colours=False).plain
    assert "Sari[1a,2a] met[1,2] Lindgren[1r]" in marked


@pytest.mark.usefixtures("cli")
def test_the_view_has_everything(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "150")
    show_record(EN, sample(status=Status.PLANNED))
    told = capsys.readouterr().out
    for words in (
        "Warta Bahari · 2025-08-14 08:01 +07:00 · en",
        "Sari (IDN) → Lindgren",
        "12 people",
        "“condemned”",
        "the outlet",
        "Also told",
        "Upcoming",
        "[1] 2025-08-12 · Consult: visit · Sari (IDN) → Lindgren (SWE) · Bandung (IDN)",
        "Ministry of Foreign Affairs (IDN): Foreign Minister Sari met Lindgren",
        "Left out: 1",
    ):
        assert words in told, words
    show_record(ID, sample())
    told = capsys.readouterr().out
    assert "Selain itu" in told and "Menurut" in told and "Akan datang" not in told


@pytest.mark.usefixtures("cli")
def test_colours_come_only_when_wanted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    show_record(EN, sample())
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    show_record(EN, sample())
    assert "\x1b[1;31mmet\x1b[0m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    show_record(EN, sample())
    told = capsys.readouterr().out
    assert "\x1b[31" not in told and ";31m" not in told and "[1a]" in told


@pytest.mark.usefixtures("cli")
def test_a_record_without_reports_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    show_record(EN, sample().without_reports("no reports in it"))
    assert "No reports found." in capsys.readouterr().out
    record = sample()
    thai = replace(record, article=replace(record.article, language="th", published=None))
    show_record(EN, thai.without_reports("not read: language th"))
    told = capsys.readouterr().out
    assert "in another language (th)" in told and "No date of publication" in told


@pytest.mark.usefixtures("cli")
@pytest.mark.parametrize("width", ["80", "120"])
def test_what_is_new_comes_before_what_is_history(
    width: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    record = sample()
    first = replace(record.reports[0], salience=Salience.BACKGROUND)
    show_record(EN, replace(record, reports=(first, replace(record.reports[1], salience=Salience.MAIN))))
    told = capsys.readouterr().out
    assert told.index("New\n") < told.index("“condemned”") < told.index("Background\n") < told.index("“met”")
    assert max(map(len, told.splitlines())) <= int(width)


def test_both_sides_of_what_is_mutual() -> None:
    record = sample()
    one = record.reports[0]
    mutual = replace(one, actors=(*one.actors, *one.recipients), recipients=(), symmetric=True)
    assert cells.sides(EN, mutual) == "Lindgren (SWE) ↔ Sari (IDN)"
    assert cells.sides(EN, one) == "Sari (IDN) → Lindgren (SWE)"
    assert cells.sides(EN, replace(one, actors=())) == "nobody named → Lindgren (SWE)"
    assert cells.sides(EN, replace(one, actors=(), recipients=())) == "nobody named"


def test_an_absent_value_is_an_empty_cell_in_csv() -> None:
    table = Face("en", csv=True)
    assert cells.when(table, None, "") == cells.place(table, None) == ""
    assert cells.voices(table, ()) == "the outlet"  # that is a value


def test_a_row_of_events_is_short_and_has_values_beside_others_only_where_they_differ() -> None:
    record = sample()
    one = record.reports[0]
    undated = replace(one, id="rep-b", time=None, actors=one.recipients, recipients=one.actors)
    event = Event("evt-1", one.type, (Telling(record.article, one), Telling(record.article, undated)))
    told = cells.event_cells(EN, event)
    assert told[1] == "2025-08-12"  # a telling without a day contradicts none
    assert told[5] == "Lindgren (SWE) ↔ Sari (IDN)"  # a meeting has no direction
    assert told[7] == "Warta Bahari"
    other = replace(record.article, outlet="Kabar Selat", url=None)
    two = replace(event, tellings=(*event.tellings, Telling(other, one)))
    assert cells.event_cells(EN, two)[7] == "2 sources"


def test_what_differs_in_a_row_has_a_bar_and_copies_are_apart() -> None:
    told = event(
        telling(1, place=place("Kyiv")),
        telling(2, time=on(TUESDAY), status=Status.DENIED, place=place("Lviv"), actors=(KIM,), copy_of="art-x"),
        telling(3, time=on(TUESDAY), copy_of="art-x", published=None),
    )
    row = cells.event_cells(EN, told)
    assert row[1] == "2025-08-11 | 2025-08-12"
    assert row[2] == "Kyiv (UKR) | Lviv (UKR)"
    assert row[4] == "occurred | denied"
    assert set(row[5].removesuffix(" → Ukraine (UKR)").split(" | ")) == {"Russia (RUS)", "Kim Jong Un (PRK)"}
    assert row[7] == "2 sources +1 copy"
    assert cells.event_cells(ID, told)[7] == "2 sumber +1 salinan"


DAY, OTHER = date(2025, 8, 11), date(2025, 8, 17)
LATE = datetime(2025, 8, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (None, "–"),
        (Time(None, None, Granularity.UNKNOWN), "–"),
        (Time(None, None, Granularity.UNKNOWN, Span(0, 7)), "“Meeting”"),
        (Time(DAY, DAY, Granularity.DAY), "2025-08-11"),
        (Time(LATE, LATE, Granularity.INSTANT), "2025-08-11"),
        (Time(DAY, OTHER, Granularity.WEEK), "2025-08-11 – 2025-08-17"),
        (Time(date(2025, 8, 1), date(2025, 8, 31), Granularity.MONTH), "2025-08"),
        (Time(date(2025, 1, 1), date(2025, 12, 31), Granularity.YEAR), "2025"),
        (Time(DAY, None, Granularity.RANGE), "2025-08-11 – …"),
        (Time(None, OTHER, Granularity.RANGE), "… – 2025-08-17"),
    ],
)  # fmt: skip
def test_when(time: Time | None, told: str) -> None:
    assert cells.when(EN, time, sample().article.text) == told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"value": 12.0}, "12 people"),
        ({"value": 12}, "12 people"),
        ({"value": 10_500.0, "approximate": True}, "about 10,500 people"),
        ({"value": 1.5}, "1.5 people"),
        ({"min": 3.0}, "at least 3 people"),
        ({"min": 3.0, "approximate": True}, "at least 3 people"),
        ({"max": 3.0}, "at most 3 people"),
        ({"min": 3.0, "max": 5.0}, "3 – 5 people"),
        ({}, "people"),
    ],
)
def test_how_many(given: dict[str, float], told: str) -> None:
    quantity = Quantity("people", Counted.PEOPLE, Span(0, 1), **given)  # type: ignore[arg-type]
    assert cells.quantity(EN, quantity) == told


def test_values_beside_one_another_are_counted() -> None:
    assert cells.beside(["b", "a", "a"]) == "a | b"
    assert cells.beside(["a", "b", "c", "d", "e"]) == "a | b | c +2"
    assert cells.beside([]) == ""


def test_text_is_shown_as_it_is(cli: Cli, capsys: pytest.CaptureFixture[str]) -> None:
    record = sample()
    show_record(
        EN, replace(record, article=replace(record.article, title="[bold]A[/] :smile: [link=x]", byline="\x1b[2J"))
    )
    told = capsys.readouterr().out
    assert "[bold]A[/] :smile: [link=x]" in told and "\x1b" not in told and "␛[2J" in told
