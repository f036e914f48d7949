"""`kawat.open`: the tables, filters and views that a notebook asks for, and pages that no text can steer."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from record_maker import records, sample
from table_store import fill

import kawat
from kawat.errors import NotFoundError, StoreError, UsageError
from kawat.export.safe import clean
from kawat.export.tables import TABLES
from kawat.intake import events
from kawat.notebook import ArticleView, Desk, EventView, Rows
from kawat.notebook.desk import Filters
from kawat.notebook.html import SHOWN_FIRST
from kawat.notebook.marking import marked
from kawat.notebook.series import CALENDAR, TIMELINE
from kawat.records import Event, Record, Span
from kawat.store import open_store
from kawat.views.accounts import accounts_of


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk") / "desk.db"
    fill(made)
    return made


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with kawat.open(path) as opened:
        yield opened


class Page(HTMLParser):
    """The elements of a page, its text, and what in it could run or load something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.bad: list[str] = []
        self._style = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._style = tag == "style"
        if tag in {"script", "iframe", "object", "embed", "link", "img", "form", "base", "meta"}:
            self.bad.append(tag)
        for name, value in attrs:
            loads = name in {"href", "src"} and not re.match(r"https?://", value or "")
            if name.startswith("on") or loads or ("javascript:" in (value or "").lower() and name != "title"):
                self.bad.append(f"{name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self._style = self._style and tag != "style"

    def handle_data(self, data: str) -> None:
        self.text += "" if self._style else data


# --- tables -----------------------------------------------------------------------------------------


def test_every_table_comes_in_every_form(desk: Desk) -> None:
    for table in TABLES:
        rows: Rows = getattr(desk, table.name)()
        listed = list(rows)
        assert rows.count() == len(listed) > 0
        assert rows.columns == tuple(listed[0])
        assert rows.head(2) == listed[:2]
        assert rows.arrow().num_rows == rows.pandas().shape[0] == rows.polars().height == len(listed)
        assert list(rows.pandas().columns) == list(rows.columns) == rows.polars().columns
        assert rows.polars().to_dicts()[0]["type" if "type" in rows.columns else "id"] is not None


def test_frames_have_days_and_categories(desk: Desk) -> None:
    frame = desk.dyads().pandas()
    assert str(frame["type"].dtype) == "category"
    assert str(frame["day"].dtype).startswith("datetime64")
    both = frame[
        (frame["day"].dt.year == 2025) & (frame["actor_country"] == "IDN") & (frame["recipient_country"] == "SWE")
    ]
    assert sorted(both["day"].dt.date.unique()) == [date(2025, 8, 12), date(2025, 11, 1)]
    assert frame[~frame["reversed"]]["event_id"].nunique() == frame["event_id"].nunique()


def test_filters_are_those_of_the_commands(desk: Desk, path: Path) -> None:
    with open_store(path, read_only=True) as store:
        every = [event.id for event in events(store)]
    assert [row["id"] for row in desk.events()] == every
    assert [row["id"] for row in desk.events(limit=2)] == every[:2]
    met = desk.events(country="Indonesia", other_country="swedia", since="2025-08-01", until=date(2025, 8, 31))
    assert [row["type"] for row in met] == ["CONSULT"]
    assert {row["outlet"] for row in desk.reports(outlet="selat")} == {"Kabar Selat"}
    assert desk.reports(outlet="selat", limit=1).count() == 1
    assert {row["outlet"] for row in desk.articles(outlet="selat")} == {"Kabar Selat"}
    assert {row["speaker_name"] for row in desk.claims(voice="foreign")} == {"Ministry of Foreign Affairs"}
    assert desk.claims(voice="nobody").count() == 0
    assert desk.claims(voice="nobody").pandas().empty


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"contry": "IDN"}, "country"),
        ({"since": "yesterday"}, "2025-08-14"),
        ({"country": "Atlantis"}, "Atlantis"),
        ({"status": "done"}, "occurred"),
        ({"limit": 0}, "limit"),
    ],
)
def test_a_wrong_filter_says_what_is_right(wrong: dict[str, Any], said: str, desk: Desk) -> None:
    with pytest.raises(UsageError, match=said):
        desk.events(**wrong)


@pytest.mark.parametrize(
    ("library", "ask", "extra"),
    [
        ("pyarrow", lambda rows: rows.arrow(), "parquet"),
        ("pandas", lambda rows: rows.pandas(), "notebook"),
        ("polars", lambda rows: rows.polars(), "notebook"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    library: str, ask: Callable[[Rows], object], extra: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=rf"kawat\[{extra}\]"):
        ask(desk.dyads())
    assert desk.dyads().count()


def test_the_timeline_counts_as_the_command_does(desk: Desk) -> None:
    rows = desk.timeline("Indonesia", "SWE", by="month", since="2025-08-01", until="2025-08-31")
    assert rows.table is TIMELINE
    assert [(row["period"], row["cooperation_events"], row["cooperation_score"]) for row in rows] == [
        ("2025-08", 1, 4.0)
    ]
    assert rows.pandas()["first_day"].dt.date.tolist() == [date(2025, 8, 1)]
    assert sum(row["planned"] for row in desk.timeline("Indonesia", by="year")) == 1
    with pytest.raises(UsageError, match="week"):
        desk.timeline("Indonesia", by="fortnight")


def test_the_calendar_says_what_became_of_a_plan(desk: Desk) -> None:
    ahead = list(desk.calendar(today="2025-10-01"))
    assert [(row["day"], row["outcome"], row["outlets"]) for row in ahead] == [
        (date(2025, 11, 1), "ahead", ["007"])
    ]
    assert [row["outcome"] for row in desk.calendar(today=date(2025, 12, 1), overdue=True)] == ["overdue"]
    assert desk.calendar(today="2025-10-01", last="2025-10-31").count() == 0
    assert desk.calendar(today="2025-10-01", country="RUS").count() == 0
    assert desk.calendar(today="2025-10-01").table is CALENDAR
    assert desk.calendar(today="2025-10-01").polars().height == 1
    with pytest.raises(UsageError, match="exchange the two"):
        desk.calendar(first="2025-11-02", last="2025-11-01")


# --- the store --------------------------------------------------------------------------------------


def test_nothing_is_written_and_a_closed_store_says_so(path: Path) -> None:
    before = path.read_bytes()
    desk = kawat.open(path)
    rows = desk.events()
    assert rows.count()
    desk.article(next(iter(desk.articles()))["id"])
    desk.close()
    desk.close()
    assert path.read_bytes() == before
    for ask in (rows.count, desk._repr_html_, lambda: desk.event("evt-")):
        with pytest.raises(UsageError, match=r"kawat\.open"):
            ask()
    assert repr(desk) == "<store desk.db, closed>"


def test_what_is_no_store_or_no_language_is_refused(tmp_path: Path, path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        kawat.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(UsageError, match="en, id"):
        kawat.open(path, lang="fr")


def test_open_is_there_only_when_asked_for() -> None:
    import subprocess

    said = (
        "import sys, kawat; print(sorted(m for m in sys.modules if m.startswith('kawat.')), hasattr(kawat, 'open'))"
    )
    ran = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert ran.stdout == "[] True\n"
    with pytest.raises(AttributeError, match="shut"):
        _ = kawat.shut  # type: ignore[attr-defined]


# --- events and articles ----------------------------------------------------------------------------


def test_an_event_and_an_article_by_the_beginning_of_an_id(desk: Desk) -> None:
    row = next(row for row in desk.events() if row["sources"] == 2 and row["type"] == "CONSULT")
    event = desk.event(row["id"][:14])
    assert isinstance(event, EventView)
    assert (event.id, event.sentence) == (row["id"], row["sentence_en"])
    assert event.json()["id"] == event.id
    assert event.silent == ("SWE",)
    assert event.reports().count() == row["reports"]
    assert event.dyads().count() == 2
    article = desk.article(event.reports().head(1)[0]["article_id"])
    assert isinstance(article, ArticleView)
    assert article.title == "Meeting number 1 in Bandung"
    assert article.json()["article"]["text"] == article.text
    assert repr(article) == f"<{article.id}: Meeting number 1 in Bandung>"
    for ask, prefix in ((desk.event, "evt-"), (desk.article, "art-")):
        with pytest.raises(UsageError, match="give more"):
            ask(prefix)
    for nothing in ("", "evt-zzzz", article.id):
        with pytest.raises(NotFoundError):
            desk.event(nothing)


def test_the_page_of_an_event_tells_who_says_what(desk: Desk) -> None:
    row = next(row for row in desk.events() if row["sources"] == 2 and row["type"] == "CONSULT")
    page = Page(desk.event(row["id"])._repr_html_())
    assert row["sentence_en"] in page.text
    assert "Ministry of Foreign Affairs" in page.text
    assert "Sweden takes part, and no voice of it tells this event here." in page.text
    assert "mark" in page.tags
    assert page.bad == []


def test_the_pages_are_in_the_language_asked_for(path: Path) -> None:
    with kawat.open(path, lang="id") as desk:
        row = next(row for row in desk.events() if row["sources"] == 2 and row["type"] == "CONSULT")
        event = desk.event(row["id"])
        assert event.sentence == row["sentence_id"]
        shown = Page(event._repr_html_()).text
        assert "Swedia ikut serta" in shown
        assert "Berunding" in shown
        assert "terjadi" in shown
        assert "occurred" not in shown
        assert "CONSULT" not in shown
        assert row["sentence_id"][:60] in Page(desk.events(country="SWE")._repr_html_()).text


def test_tables_of_a_notebook_are_short_and_say_what_more_there_is(desk: Desk) -> None:
    page = Page(desk.articles()._repr_html_())
    assert page.tags.count("tr") == 11
    assert "the first 10 rows" in page.text
    assert "no row fits" in Page(desk.articles(outlet="nobody")._repr_html_()).text
    assert "12" in Page(desk._repr_html_()).text or "13" in Page(desk._repr_html_()).text


def test_no_text_becomes_part_of_a_page(path: Path) -> None:
    with kawat.open(path) as desk:
        for table in TABLES:
            assert Page(getattr(desk, table.name)()._repr_html_()).bad == []
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202e\" onmouseover='x'&amp;"
    record = sample(1)
    title = Span(0, record.article.text.index("\n"))
    text = evil.ljust(title.end)[: title.end] + record.article.text[title.end :]
    assert len(text) == len(record.article.text)
    html = ArticleView(of(record, text=text, title=evil, outlet=evil, url=f"javascript:{evil}"))._repr_html_()
    assert Page(html).bad == []
    assert "\u202e" not in html
    assert clean(evil)[:20] in Page(html).text


def of(record: Record, **article: Any) -> Record:
    from dataclasses import replace

    return replace(record, article=replace(record.article, **article))


@given(records())
@settings(max_examples=150, deadline=None)
def test_the_page_of_any_article_has_its_whole_text_and_nothing_that_runs(record: Record) -> None:
    view = ArticleView(record)
    page = Page(view._repr_html_())
    assert page.bad == []
    for paragraph in record.article.paragraphs:
        assert squeezed(paragraph.span.of(record.article.text)) in squeezed(page.text)
    for report in record.reports:
        for told in told_events(record):
            html = EventView(told, accounts_of(told))._repr_html_()
            assert Page(html).bad == []
            assert squeezed(report.sentence.of(record.article.text)) in squeezed(Page(html).text)


def told_events(record: Record) -> list[Event]:
    """The reports of a record as one event."""
    from kawat.records import Telling

    tellings = tuple(Telling(record.article, report) for report in record.reports)
    return [Event("evt-1", record.reports[0].type, tellings)]


def squeezed(text: str) -> str:
    """Shown as a page shows it; a page makes its own line ends."""
    return re.sub(r"[\s\r\n]+", "", clean(text, keep_lines=True))


def test_marks_that_overlap_all_stand_in_the_text() -> None:
    text = "Presiden Rusia Vladimir Putin bertemu"
    marks = [
        (Span(0, 29), "who", "A"),
        (Span(9, 14), "whom", "B"),
        (Span(30, 37), "words", "C"),
        (Span(25, 50), "when", "D"),
    ]
    html = marked(text, Span(0, len(text)), marks)
    assert Page(html).text == text
    assert html.startswith(
        '<span class="who" title="A">Presiden </span><span class="who whom" title="A; B">Rusia</span>'
    )
    assert html.endswith('<mark class="words when" title="C; D">bertemu</mark>')
    assert marked(text, Span(9, 14), []) == "Rusia"


# --- the page about it ------------------------------------------------------------------------------


def test_the_page_names_every_filter_column_and_method() -> None:
    page = (Path(__file__).parents[2] / "docs" / "howto-notebooks.md").read_text(encoding="utf-8")
    said = {word for piece in re.findall(r"`([^`\n]+)`", page) for word in re.findall(r"\w+", piece)}
    methods = {
        name for kind in (Desk, Rows, EventView, ArticleView) for name in vars(kind) if not name.startswith("_")
    }
    columns = {column.name for table in (TIMELINE, CALENDAR) for column in table.columns}
    fields = {"lang", "id", "path", "table"}  # told by what they are
    assert (set(Filters.__annotations__) | columns | methods) - fields - said == set()


def test_the_columns_that_a_notebook_shows_are_there() -> None:
    for table in (*TABLES, TIMELINE, CALENDAR):
        assert set(SHOWN_FIRST[table.name].split()) <= {column.name for column in table.columns}
