"""Plans as an iCalendar file: the same bytes as `kawat calendar --ics`, read back by icalendar."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from event_maker import event, on, telling
from format_maker import hostile_events, material, several
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar, Component

from kawat.cli.face import Face
from kawat.cli.messages import say
from kawat.export import ical
from kawat.export.messages import LANGUAGES, WORDS
from kawat.export.words import Tongue
from kawat.records import Event, Status
from kawat.views import calendar


def plans(folder: Path, *events: Event, lang: str = "en") -> list[Component]:
    out = folder / "a.ics"
    ical.write(material(events, lang=lang), out)
    raw = out.read_bytes()
    assert all(line.endswith(b"\r\n") for line in raw.splitlines(keepends=True))
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    return list(Calendar.from_ical(raw).walk("VEVENT"))


def test_only_plans_with_a_day_are_in_it(tmp_path: Path) -> None:
    undated = event(telling(20, status=Status.PLANNED, time=None), id="evt-undated")
    told = plans(tmp_path, *several(), undated)
    assert [str(one["UID"]) for one in told] == [f"{several()[n].id}@kawat" for n in (3, 4)]
    assert [one["DTSTART"].dt for one in told] == [date(2025, 9, 1), date(2025, 9, 2)]
    assert str(told[0]["SUMMARY"]) == "Consult: visit: Donald Trump (USA) → Vladimir Putin (RUS)"


def test_the_last_day_of_publication_decides_what_is_overdue(tmp_path: Path) -> None:
    planned = event(telling(1, status=Status.PLANNED, time=on(date(2025, 8, 20))), id="evt-1")
    later = event(telling(2, published=date(2025, 8, 25)), id="evt-2")
    assert [one["X-KAWAT-OUTCOME"] for one in plans(tmp_path, planned)] == ["ahead"]
    assert [one["X-KAWAT-OUTCOME"] for one in plans(tmp_path, planned, later)] == ["overdue"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_interface_gives_the_same_file(tmp_path: Path, lang: str) -> None:
    planned = [one for one in several() if any(t.report.status is Status.PLANNED for t in one.tellings)]
    shown = ical.to_ical(calendar.calendar(planned, date(2025, 8, 13)), Face(lang))
    ical.write(material(several(), lang=lang), tmp_path / "a.ics")
    assert (tmp_path / "a.ics").read_bytes() == shown.encode("utf-8")


def test_files_and_the_interface_use_the_same_words() -> None:
    for key, words in WORDS.items():
        for lang, word in zip(LANGUAGES, words, strict=True):
            filled = {"before": "a", "after": "b", "by": "c"} if "{" in word else {}
            assert say(lang, key, **filled) == Tongue(lang).say(key, **filled) == Face(lang).say(key, **filled)


def test_an_empty_store_gives_an_empty_calendar(tmp_path: Path) -> None:
    assert plans(tmp_path) == []


@given(told=hostile_events())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_hostile_text_adds_no_event(tmp_path_factory: pytest.TempPathFactory, told: Event) -> None:
    from dataclasses import replace

    planned = tuple(
        replace(t, report=replace(t.report, status=Status.PLANNED, time=on(date(2025, 8, 20))))
        for t in told.tellings
    )
    folder = tmp_path_factory.mktemp("ics")
    (one,) = plans(folder, Event(told.id, told.type, planned))
    assert str(one["UID"]) == f"{told.id}@kawat"
    assert one["DTEND"].dt - one["DTSTART"].dt == timedelta(days=1)
    text = (folder / "a.ics").read_text(encoding="utf-8")
    lines = text.split("\n")  # that a long one goes on with begin with a blank
    assert lines.count("BEGIN:VEVENT") == 1
    assert not {c for c in text if ord(c) < 32} - {"\r", "\n"}
