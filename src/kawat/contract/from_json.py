"""Records back from their JSON values: the inverse of `kawat.contract.as_json`."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, TypeVar

from kawat.contract.as_json import RECORD_VERSION
from kawat.errors import InputError
from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Claim,
    Counted,
    Dropped,
    Granularity,
    Paragraph,
    ParagraphKind,
    Place,
    Quantity,
    ReaderInfo,
    Record,
    Report,
    Salience,
    Span,
    Status,
    Time,
    Voice,
)

Json = dict[str, Any]
T = TypeVar("T")


def record_from_line(line: str) -> Record:
    """The record on one line of ``kawat read --json``. Raises `InputError` when it is none."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"this line is not JSON ({error}); give lines made by `kawat read --json`") from error
    return record_from_dict(value)


def record_from_dict(value: Json) -> Record:
    """The record that ``value`` states; its spans and its hash are checked against its text.

    Raises `InputError` naming what is wrong: another version, a missing key, a span that does not fit.
    """
    return _checked("record", _record, value)


def report_from_dict(value: Json) -> Report:
    """The report that ``value`` states; spans as given, unchecked. Raises `InputError`."""
    return _checked("report", _report, value)


def claim_from_dict(value: Json) -> Claim:
    """The claim that ``value`` states; spans as given, unchecked. Raises `InputError`."""
    return _checked("claim", _claim, value)


def dropped_from_dict(value: Json) -> Dropped:
    """What was left out, and why. Raises `InputError`."""
    return _checked("dropped", lambda v: Dropped(v["reason"], _optional(v.get("span"))), value)


def moment_from_text(value: str | None) -> datetime | date | None:
    """The day or the moment that an ISO 8601 text states. Raises `ValueError`."""
    if value is None:
        return None
    return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)


def _checked(what: str, make: Callable[[Json], T], value: Json) -> T:
    try:
        return make(value)
    except KeyError as error:
        raise InputError(f"not a Kawat {what}: the key {error} is missing; make it with `kawat read`") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(f"not a Kawat {what}: {error}; make it with `kawat read`") from error


def _record(value: Json) -> Record:
    version = value["record_version"]
    if version != RECORD_VERSION:
        raise ValueError(f"record version {version!r}, this Kawat reads version {RECORD_VERSION}")
    article = _article(value["article"], value.get("source_file"))
    _check_text(article, value)
    return Record(
        reader=_reader(value["reader"]),
        article=article,
        reports=tuple(_report(report) for report in value["reports"]),
        claims=tuple(_claim(claim) for claim in value["claims"]),
        dropped=tuple(dropped_from_dict(dropped) for dropped in value["dropped"]),
        candidates=tuple(_report(report) for report in value.get("candidates", ())),
    )


def _check_text(article: Article, value: Json) -> None:
    if value["article"]["text_sha256"] != article.text_sha256:
        raise ValueError("text_sha256 is not the hash of the text, so the text was changed")
    for span in _spans(value):
        if article.text[span["start"] : span["end"]] != span["text"]:
            raise ValueError(f"the span {span['start']}..{span['end']} does not say {span['text']!r}")


def _spans(value: Any) -> Iterator[Json]:
    """Every object below ``value`` that has exactly the keys of a span."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value
        else:
            for part in value.values():
                yield from _spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from _spans(part)


def _reader(value: Json) -> ReaderInfo:
    return ReaderInfo(value["name"], value["version"], value.get("model_sha256"))


def _article(value: Json, source_file: str | None) -> Article:
    return Article(
        text=value["text"],
        paragraphs=tuple(
            Paragraph(Span(p["start"], p["end"]), ParagraphKind(p["kind"])) for p in value.get("paragraphs", ())
        ),
        language=value["language"],
        title=value["title"],
        outlet=value.get("outlet"),
        byline=value.get("byline"),
        published=moment_from_text(value["published"]),
        url=value.get("url"),
        source_file=source_file,
        dropped=tuple(value.get("dropped", ())),
    )


def _report(value: Json) -> Report:
    return Report(
        id=value["id"],
        type=value["type"],
        mode=value["mode"],
        contexts=tuple(value["contexts"]),
        status=Status(value["status"]),
        salience=Salience(value["salience"]),
        trigger=_span(value["trigger"]),
        sentence=_span(value["sentence"]),
        actors=_actors(value["actors"]),
        recipients=_actors(value["recipients"]),
        symmetric=value["symmetric"],
        time=_time(value["time"]),
        place=_place(value["place"]),
        quantities=tuple(_quantity(quantity) for quantity in value["quantities"]),
        attribution=tuple(_voice(voice) for voice in value["attribution"]),
        confidence=float(value["confidence"]),
        vector=_vector(value.get("vector")),
    )


def _vector(value: str | None) -> bytes | None:
    return None if value is None else b64decode(value, validate=True)


def _claim(value: Json) -> Claim:
    return Claim(
        id=value["id"],
        speakers=_actors(value["speakers"]),
        cue=_optional(value["cue"]),
        content=_span(value["content"]),
        quoted=value["quoted"],
        reports=tuple(value["reports"]),
    )


def _span(value: Json) -> Span:
    return Span(value["start"], value["end"])


def _optional(value: Json | None) -> Span | None:
    return None if value is None else _span(value)


def _actors(values: list[Json]) -> tuple[Actor, ...]:
    return tuple(_actor(value) for value in values)


def _actor(value: Json) -> Actor:
    return Actor(
        name=value["name"],
        kind=ActorKind(value["kind"]),
        mention=_span(value["mention"]),
        id=value.get("id"),
        name_id=value.get("name_id"),
        country=value["country"],
        sector=value.get("sector"),
        resolved_by=value.get("resolved_by"),
    )


def _voice(value: Json) -> Voice:
    return Voice(_actor(value["actor"]), _optional(value.get("cue")))


def _time(value: Json | None) -> Time | None:
    if value is None:
        return None
    return Time(
        start=moment_from_text(value["start"]),
        end=moment_from_text(value["end"]),
        granularity=Granularity(value["granularity"]),
        said=_optional(value.get("said")),
        resolved_by=value.get("resolved_by"),
    )


def _place(value: Json | None) -> Place | None:
    if value is None:
        return None
    return Place(
        name=value["name"],
        country=value["country"],
        mention=_span(value["mention"]),
        latitude=value.get("latitude"),
        longitude=value.get("longitude"),
        precision=value.get("precision"),
    )


def _quantity(value: Json) -> Quantity:
    return Quantity(
        unit=value["unit"],
        what=Counted(value["what"]),
        mention=_span(value["mention"]),
        value=value.get("value"),
        min=value.get("min"),
        max=value.get("max"),
        approximate=value.get("approximate", False),
    )
