"""Records as plain JSON values, in the shape that record.schema.json states."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import date, datetime
from typing import Any

from kawat.records import (
    Actor,
    Article,
    Claim,
    Dropped,
    Place,
    Quantity,
    Record,
    Report,
    Span,
    Time,
    Voice,
)

RECORD_VERSION = 1

Json = dict[str, Any]


def record_to_line(record: Record, *, candidates: bool = False) -> str:
    """One line of JSON, the same bytes for the same record."""
    return json.dumps(record_to_dict(record, candidates=candidates), ensure_ascii=False, separators=(",", ":"))


def record_to_dict(record: Record, *, candidates: bool = False) -> Json:
    """The record as the contract has it; with ``candidates`` also the reports too unsure to publish."""
    text = record.article.text
    out: Json = {
        "record_version": RECORD_VERSION,
        "reader": {
            "name": record.reader.name,
            "version": record.reader.version,
            "model_sha256": record.reader.model_sha256,
        },
        "article": article_to_dict(record.article),
        "reports": [report_to_dict(report, text) for report in record.reports],
        "claims": [claim_to_dict(claim, text) for claim in record.claims],
        "dropped": [_dropped(dropped, text) for dropped in record.dropped],
    }
    if candidates:
        out["candidates"] = [report_to_dict(report, text) for report in record.candidates]
    if record.article.source_file is not None:
        out["source_file"] = record.article.source_file
    return out


def article_to_dict(article: Article) -> Json:
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": moment(article.published),
        "language": article.language,
        "text": article.text,
        "text_sha256": article.text_sha256,
        "paragraphs": [
            {"start": p.span.start, "end": p.span.end, "kind": p.kind.value} for p in article.paragraphs
        ],
        "dropped": list(article.dropped),
    }


def report_to_dict(report: Report, text: str) -> Json:
    return {
        "id": report.id,
        "type": report.type,
        "mode": report.mode,
        "contexts": list(report.contexts),
        "status": report.status.value,
        "salience": report.salience.value,
        "trigger": span_to_dict(report.trigger, text),
        "sentence": span_to_dict(report.sentence, text),
        "actors": [actor_to_dict(actor, text) for actor in report.actors],
        "recipients": [actor_to_dict(actor, text) for actor in report.recipients],
        "symmetric": report.symmetric,
        "time": _time(report.time, text),
        "place": _place(report.place, text),
        "quantities": [_quantity(quantity, text) for quantity in report.quantities],
        "attribution": [_voice(voice, text) for voice in report.attribution],
        "confidence": round(report.confidence, 4),
        "vector": None if report.vector is None else b64encode(report.vector).decode("ascii"),
    }


def claim_to_dict(claim: Claim, text: str) -> Json:
    return {
        "id": claim.id,
        "speakers": [actor_to_dict(actor, text) for actor in claim.speakers],
        "cue": _optional(claim.cue, text),
        "content": span_to_dict(claim.content, text),
        "quoted": claim.quoted,
        "reports": list(claim.reports),
    }


def span_to_dict(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def actor_to_dict(actor: Actor, text: str) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "name_id": actor.name_id,
        "country": actor.country,
        "kind": actor.kind.value,
        "sector": actor.sector,
        "mention": span_to_dict(actor.mention, text),
        "resolved_by": actor.resolved_by,
    }


def moment(value: datetime | date | None) -> str | None:
    """ISO 8601: a day, or a moment with its offset."""
    return None if value is None else value.isoformat()


def _optional(span: Span | None, text: str) -> Json | None:
    return None if span is None else span_to_dict(span, text)


def _time(time: Time | None, text: str) -> Json | None:
    if time is None:
        return None
    return {
        "start": moment(time.start),
        "end": moment(time.end),
        "granularity": time.granularity.value,
        "said": _optional(time.said, text),
        "resolved_by": time.resolved_by,
    }


def _place(place: Place | None, text: str) -> Json | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "mention": span_to_dict(place.mention, text),
    }


def _quantity(quantity: Quantity, text: str) -> Json:
    return {
        "value": quantity.value,
        "min": quantity.min,
        "max": quantity.max,
        "approximate": quantity.approximate,
        "unit": quantity.unit,
        "what": quantity.what.value,
        "mention": span_to_dict(quantity.mention, text),
    }


def _voice(voice: Voice, text: str) -> Json:
    return {"actor": actor_to_dict(voice.actor, text), "cue": _optional(voice.cue, text)}


def _dropped(dropped: Dropped, text: str) -> Json:
    out: Json = {"reason": dropped.reason}
    if dropped.span is not None:
        out["span"] = span_to_dict(dropped.span, text)
    return out
