"""A record as the rows of the tables, in the order of their columns in schema.sql."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from kawat.contract.as_json import actor_to_dict, claim_to_dict, moment, report_to_dict, span_to_dict
from kawat.records import Actor, Article, Claim, Dropped, Record, Report, Span, content_id, day_of
from kawat.store.fold import fold_all

Row = tuple[Any, ...]


def dump(value: Any) -> str:
    """JSON with one spelling for one value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def rows_of(
    record: Record, added_at: str, source_file: str | None, sentences: Sequence[Span]
) -> Iterator[tuple[str, list[Row]]]:
    """Table by table, the rows of ``record``, parents before children."""
    text, article = record.article.text, record.article
    yield "articles", [_article_row(record, added_at, source_file)]
    yield "sentences", _sentence_rows(article, sentences)
    yield "reports", [_report_row(r, i, article) for i, r in enumerate(record.reports)]
    yield "report_actors", [row for r in record.reports for row in _actor_rows(r, text)]
    yield (
        "report_voices",
        [(r.id, i, *_actor_cells(v.actor, text)) for r in record.reports for i, v in enumerate(r.attribution)],
    )
    yield (
        "report_quantities",
        [
            (r.id, i, q.what.value, q.unit, q.value, q.min, q.max, int(q.approximate))
            for r in record.reports
            for i, q in enumerate(r.quantities)
        ],
    )
    yield "candidates", [_candidate_row(r, i, article) for i, r in enumerate(record.candidates)]
    yield "claims", [_claim_row(c, i, article) for i, c in enumerate(record.claims)]
    yield (
        "claim_speakers",
        [(c.id, i, *_actor_cells(s, text)) for c in record.claims for i, s in enumerate(c.speakers)],
    )
    yield "claim_reports", [(c.id, i, r) for c in record.claims for i, r in enumerate(c.reports)]


def key_of(identifier: str) -> int:
    """A content id as a whole number of 64 bits, what SQLite's full-text index asks for."""
    digits = content_id("key", identifier).removeprefix("key-")
    return int.from_bytes(bytes.fromhex(digits), "big", signed=True)


def _article_row(record: Record, added_at: str, source_file: str | None) -> Row:
    article, reader = record.article, record.reader
    return (
        key_of(article.id),
        article.id,
        article.url,
        article.outlet,
        article.title,
        article.byline,
        moment(article.published),
        moment(article.published_day),
        article.language,
        article.text,
        article.text_sha256,
        dump([{"start": p.span.start, "end": p.span.end, "kind": p.kind.value} for p in article.paragraphs]),
        source_file,
        reader.name,
        reader.version,
        reader.model_sha256,
        dump([_dropped(dropped, article.text) for dropped in record.dropped]),
        dump(list(article.dropped)),
        added_at,
    )


def _dropped(dropped: Dropped, text: str) -> dict[str, Any]:
    out: dict[str, Any] = {"reason": dropped.reason}
    if dropped.span is not None:
        out["span"] = span_to_dict(dropped.span, text)
    return out


def _sentence_rows(article: Article, sentences: Sequence[Span]) -> list[Row]:
    spans = sorted(set(sentences or [p.span for p in article.paragraphs]))
    return [(key_of(f"{article.id}:{s.start}:{s.end}"), article.id, s.start, s.end) for s in spans]


def _report_row(report: Report, position: int, article: Article) -> Row:
    time, place = report.time, report.place
    return (
        report.id,
        article.id,
        position,
        report.type,
        report.mode,
        report.status.value,
        report.salience.value,
        int(report.symmetric),
        moment(day_of(time.start or time.end)) if time else None,
        moment(day_of(time.end or time.start)) if time else None,
        time.granularity.value if time else None,
        place.name if place else None,
        place.country if place else None,
        round(report.confidence, 4),
        dump(report_to_dict(report, article.text)),
    )


def _candidate_row(report: Report, position: int, article: Article) -> Row:
    told = dump(report_to_dict(report, article.text))
    return (report.id, article.id, position, report.type, round(report.confidence, 4), told)


def _actor_rows(report: Report, text: str) -> Iterator[Row]:
    for side, actors in (("actor", report.actors), ("recipient", report.recipients)):
        for position, actor in enumerate(actors):
            yield (report.id, side, position, *_actor_cells(actor, text))


def _actor_cells(actor: Actor, text: str) -> Row:
    told = actor_to_dict(actor, text)
    return (
        actor.id,
        actor.name,
        actor.name_id,
        actor.country,
        actor.sector,
        actor.kind.value,
        fold_all(actor.id, actor.name, actor.name_id, told["mention"]["text"]),
    )


def _claim_row(claim: Claim, position: int, article: Article) -> Row:
    told = dump(claim_to_dict(claim, article.text))
    return (claim.id, article.id, position, int(claim.quoted), claim.content.of(article.text), told)
