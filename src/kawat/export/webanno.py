"""Reports and claims as Web Annotations (W3C 2017): an annotation for each value, on the words that carry it.

One JSON-LD document, an annotation a line. Positions are code points in the article's text as the store has it.
See docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kawat.contract.as_json import moment
from kawat.export.facts import web_address
from kawat.export.material import Material
from kawat.export.safe import json_line
from kawat.records import Actor, Article, Event, Span, Telling, Voice
from kawat.store import StoredClaim
from kawat.views.summary import actor_json, place_json

Json = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # code points of a quotation's surroundings
_URN = "urn:x-kawat:"
_SOFTWARE = {"id": f"{_URN}kawat", "type": "Software", "name": "Kawat"}


def write(material: Material, out: Path) -> None:
    """Write one collection to the file ``out``: the reports of each event, then the claims."""
    with out.open("w", encoding="utf-8", newline="") as file:
        file.writelines(_pieces(material))


def _pieces(material: Material) -> Iterator[str]:
    head = {"@context": CONTEXT, "id": f"{_URN}annotations", "type": "AnnotationCollection", "label": "Kawat"}
    page = {"id": f"{_URN}annotations:1", "type": "AnnotationPage", "startIndex": 0}
    yield f'{json_line(head)[:-1]},"first":{json_line(page)[:-1]},"items":['
    for number, one in enumerate(_annotations(material)):
        yield ("\n" if number == 0 else ",\n") + json_line(one)
    yield "\n]}}\n"


def _annotations(material: Material) -> Iterator[Json]:
    for event in material.events():
        for telling in event.tellings:
            yield from annotations_of(event, telling)
    for stored in material.claims():
        yield from claim_annotations(stored)


def annotations_of(event: Event, telling: Telling) -> Iterator[Json]:
    """The annotations of a report: what happened, who, to whom, when, where, how many, according to whom."""
    report, article = telling.report, telling.article
    about = {"report": report.id, "event": event.id}
    what = {
        "type": report.type,
        "mode": report.mode,
        "contexts": list(report.contexts),
        "status": report.status.value,
        "salience": report.salience.value,
        "confidence": round(report.confidence, 4),
    }

    def mark(part: str, span: Span, text: str, value: Json, motivation: str) -> Json:
        body = {**about, "field": part.partition(":")[0], **value}
        return _annotation(f"{report.id}:{part}", article, span, text, body, motivation)

    label = f"{report.type} {report.mode}" if report.mode else report.type
    yield mark("what", report.trigger, f"{label}, {report.status.value}", what, "classifying")
    for part, actors in (("who", report.actors), ("whom", report.recipients)):
        for number, actor in enumerate(actors):
            yield mark(f"{part}:{number}", actor.mention, actor.name, _actor(actor), "identifying")
    time = report.time
    if time is not None and time.said is not None:
        told = {"start": moment(time.start), "end": moment(time.end), "granularity": time.granularity.value}
        text = "/".join(dict.fromkeys(day for day in (told["start"], told["end"]) if day)) or "unknown"
        yield mark("when", time.said, text, told, "describing")
    if report.place is not None:
        yield mark("where", report.place.mention, report.place.name, place_json(report.place), "identifying")
    for number, one in enumerate(report.quantities):
        figure = {"value": one.value, "min": one.min, "max": one.max, "approximate": one.approximate}
        value = {**figure, "unit": one.unit, "what": one.what.value}
        yield mark(f"figures:{number}", one.mention, f"{one.what.value}: {one.unit}", value, "describing")
    for number, voice in enumerate(report.attribution):
        yield from _voice(mark, number, voice)


def claim_annotations(stored: StoredClaim) -> Iterator[Json]:
    """The annotations of a claim: what is said, who says it, the words that attribute it."""
    claim, article = stored.claim, stored.article
    chain = " > ".join(speaker.name for speaker in claim.speakers)
    about = {"claim": claim.id}
    said = {"quoted": claim.quoted, "speakers": [_actor(one) for one in claim.speakers]}
    body = {**about, "field": "content", **said, "reports": list(claim.reports)}
    yield _annotation(f"{claim.id}:content", article, claim.content, chain, body, "describing")
    for number, speaker in enumerate(claim.speakers):
        told = {**about, "field": "speaker", **_actor(speaker)}
        identifier = f"{claim.id}:speaker:{number}"
        yield _annotation(identifier, article, speaker.mention, speaker.name, told, "identifying")
    if claim.cue is not None:
        cue = {**about, "field": "cue"}
        yield _annotation(f"{claim.id}:cue", article, claim.cue, chain, cue, "describing")


def _voice(mark: Any, number: int, voice: Voice) -> Iterator[Json]:
    yield mark(f"voice:{number}", voice.actor.mention, voice.actor.name, _actor(voice.actor), "identifying")
    if voice.cue is not None:
        yield mark(f"cue:{number}", voice.cue, voice.actor.name, {}, "describing")


def _actor(actor: Actor) -> Json:
    return actor_json(actor)


def _annotation(identifier: str, article: Article, span: Span, text: str, value: Json, motivation: str) -> Json:
    return {
        "id": f"{_URN}{identifier}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": _SOFTWARE,
        "body": [
            {"type": "TextualBody", "purpose": motivation, "format": "text/plain", "value": text},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": json_line(value),
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": _source(article),
            "selector": selectors(article.text, span),
        },
    }


def _source(article: Article) -> Json:
    """The text that was read, and where it came from: positions hold in this text, not in the page there."""
    told: Json = {
        "id": f"{_URN}{article.id}",
        "type": "Text",
        "format": "text/plain",
        "language": article.language,
    }
    address = web_address(article.url)
    return {**told, "via": address} if address else told


def selectors(text: str, span: Span) -> list[Json]:
    """The place of a span in the text, and its words with those around them: two ways to find the same."""
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quote]
