"""Any text and any bytes in: a record whose spans hold, valid, the same each time, with ids of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kawat import pipeline
from kawat.contract import record_to_dict, record_to_line, schema_problems
from kawat.contract.from_json import record_from_line
from kawat.errors import KawatError, UsageError
from kawat.pipeline import read_article, read_page
from kawat.reading import reader_named
from kawat.records import Article, Page, Paragraph, ParagraphKind, Record, Span

NAMES = (
    "Prabowo", "Presiden Prabowo Subianto", "Vladimir Putin", "Kremlin", "the Kremlin", "AS", "Rusia", "Moscow",
    "the foreign minister of Sweden", "Menteri Luar Negeri Sugiono", "PBB", "ASEAN", "he", "ia", "mereka", "Israel",
    "Israel's army", "Hamas", "South Korea", "Korut", "seorang pejabat", "officials", "12 people",
    "sekitar 15.000 tentara",
    "US$2 miliar", "at least five", "the two sides",
)  # fmt: skip
ACTS = (
    "met", "will meet", "bertemu", "akan bertemu", "menyerang", "attacked", "condemned", "mengecam",
    "did not attack",
    "membantah menyerang", "said", "kata", "according to", "menurut", "signed an agreement with", "menandatangani",
    "killed", "menewaskan", "sanctions on", "a strike on", "serangan", "invasi", "threatened to expel", "urged",
    "mengatakan bahwa", "resigned", "mengundurkan diri", "denied that", "ceasefire", "gencatan senjata",
)  # fmt: skip
REST = (
    "on Monday", "pada Selasa (12/8/2025)", "kemarin", "last week", "in 1998", "pada 1965", "next month",
    "di Jakarta",
    "in Geneva", "di Gaza", "and", "dan", ",", ",", ".", ".", "\n\n", "\n\n", '"', "“", "”", "(", ")",
    "-", ":", "'s",
    "not", "tidak", "if", "jika", "for the first time", "12.5", "3 Agustus 2025", "🙂",
    "e\u0301", "İ", "ß", "ﬁ", "\u200b",
)  # fmt: skip
PIECES = st.sampled_from(NAMES + ACTS + REST)
NEWS = st.lists(PIECES | st.text(max_size=8), max_size=60).map(" ".join)
LANGUAGES = st.sampled_from(["id", "en", "en", "id", "ms", "und"])
DAYS = st.sampled_from(
    [None, date(2025, 8, 14), date(1, 1, 1), date(9999, 12, 31), datetime(2025, 8, 14, 8, tzinfo=UTC)]
)
QUIET = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def article_of(text: str, language: str, published: date | datetime | None) -> Article:
    """An article whose paragraphs are the pieces of ``text`` between empty lines."""
    paragraphs, at = [], 0
    for number, piece in enumerate(text.split("\n\n")):
        if piece:
            kind = ParagraphKind.TITLE if number == 0 else ParagraphKind.BODY
            paragraphs.append(Paragraph(Span(at, at + len(piece)), kind))
        at += len(piece) + 2
    return Article(text, tuple(paragraphs), language, published=published)


def spans_in(value: Any) -> Iterator[Span]:
    """Every span anywhere inside a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def told_spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span anywhere inside the JSON of a record."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value
        for part in value.values():
            yield from told_spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from told_spans(part)


def check(record: Record) -> None:
    text = record.article.text
    assert all(0 <= span.start < span.end <= len(text) for span in spans_in(record))
    line = record_to_line(record)
    told = json.loads(line)
    assert schema_problems(told) == []
    for span in told_spans(told):
        assert text[span["start"] : span["end"]] == span["text"]
    ids = [thing.id for thing in (*record.reports, *record.claims)]
    assert len(ids) == len(set(ids))
    known = {report.id for report in record.reports}
    assert all(set(claim.reports) <= known for claim in record.claims)
    assert record_to_line(record_from_line(line)) == line


@QUIET
@given(NEWS, LANGUAGES, DAYS)
def test_any_news_like_text(text: str, language: str, published: date | None) -> None:
    article = article_of(text, language, published)
    record = read_article(article)
    assert record.article == article
    check(record)
    assert record_to_line(read_article(article)) == record_to_line(record)


@QUIET
@given(st.text(max_size=400), LANGUAGES)
def test_any_text_at_all(text: str, language: str) -> None:
    clean = text.encode("utf-8", "replace").decode("utf-8")
    check(read_article(article_of(clean, language, None)))


@QUIET
@given(st.binary(max_size=600) | NEWS.map(str.encode), st.sampled_from([None, "text/html", "text/plain"]))
def test_any_bytes(body: bytes, media_type: str | None) -> None:
    page = Page(body, media_type=media_type)
    try:
        record = read_page(page)
    except KawatError as error:
        assert len(str(error)) > 10
        return
    check(record)
    assert record_to_line(read_page(page)) == record_to_line(record)


def test_the_news_pieces_do_lead_to_reports_and_claims() -> None:
    """The properties above would hold for a reader that finds nothing."""
    text = "Vladimir Putin met Prabowo\n\nVladimir Putin met Prabowo on Monday in Jakarta, the Kremlin said."
    record = read_article(article_of(text, "en", date(2025, 8, 14)))
    assert record.reports and record.claims
    assert any(report.time and report.time.start == date(2025, 8, 11) for report in record.reports)


BODY = b"Talks\n\nThe foreign minister of Sweden met the foreign minister of Indonesia on Monday, officials said."


def test_the_same_bytes_from_another_address_are_another_article_with_other_ids() -> None:
    here = read_page(Page(BODY, url="https://a.example/1"))
    there = read_page(Page(BODY, url="https://b.example/1"))
    assert here.reports and here.article.id != there.article.id
    assert not {one.id for one in (*here.reports, *here.claims)} & {
        one.id for one in (*there.reports, *there.claims)
    }


def test_ids_do_not_depend_on_where_a_file_lies() -> None:
    here, there = (read_page(Page(BODY, source_file=name)) for name in ("a.txt", "b/c.txt"))
    assert record_to_dict(here)["reports"] == record_to_dict(there)["reports"]
    assert here.article.id == there.article.id


def test_what_a_reader_tells_twice_in_the_same_words_has_two_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    from kawat.resolve import resolve

    def doubled(article: Article, reading: Any) -> Record:
        record = resolve(article, reading)
        return replace(record, reports=record.reports * 3, claims=record.claims * 2)

    single = read_page(Page(BODY))
    monkeypatch.setattr(pipeline, "resolve", doubled)
    record = read_page(Page(BODY))
    assert len({report.id for report in record.reports}) == len(record.reports) == 3 * len(single.reports)
    assert [report.id for report in record.reports[: len(single.reports)]] == [one.id for one in single.reports]
    assert record == read_page(Page(BODY))
    check(record)


def test_an_article_in_another_language_is_signed_by_the_reader_that_left_it() -> None:
    text = "The Foreign Secretary met the envoy. They agreed to meet again."
    read = read_article(article_of(text, "en", None))
    unread = read_article(article_of(text, "nl", None))
    assert unread.reader == read.reader == reader_named("encoder").info
    assert [dropped.reason for dropped in unread.dropped] == ["not read: language nl"]
    assert (unread.reports, unread.claims) == ((), ())


@pytest.mark.parametrize("language", ["en", "nl"])
def test_an_unknown_reader_is_refused_whatever_the_language(language: str) -> None:
    with pytest.raises(UsageError, match="lexicon"):
        read_article(article_of("They met.", language, None), "oracle")
