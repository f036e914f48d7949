"""The stories: sets of reports by several outlets, each gold event with the key of the event it tells.

See docs/howto-stories.md for the form.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kawat.bench.gold import GoldActor, GoldArticle, GoldEvent, GoldQuantity, article_of, read_rows
from kawat.bench.match import wording_spans
from kawat.errors import InputError
from kawat.knowledge import EntryKind, Knowledge, load_knowledge
from kawat.language import sentences_of
from kawat.language.quantities import find_quantities
from kawat.merge.copies import groups
from kawat.pages import article_from_page, read_path
from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Counted,
    Granularity,
    Place,
    Quantity,
    Report,
    Salience,
    Span,
    Status,
    Telling,
    Time,
    content_id,
)

Key = str


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """One report of a story: as published, its gold, and for each gold event the key of the event in the world.

    Keys and ``copy_group`` hold over all stories: they begin with the id of their story.
    """

    story: str
    article: Article
    gold: GoldArticle
    keys: tuple[Key, ...]
    copy_group: str


def load_stories(folder: Path) -> tuple[StoryArticle, ...]:
    """Every report of the stories below ``folder``, by story and id.

    Raises:
        InputError: the folder has no story, or one is not in the form.
    """
    found = [one for path in sorted(folder.glob("*/story.json")) for one in _story(path.parent)]
    if not found:
        raise InputError(
            f"{folder} has no stories: give a folder of folders that have story.json, gold.json, reports/"
        )
    return tuple(found)


def _story(folder: Path) -> list[StoryArticle]:
    rows = read_rows(folder / "gold.json")
    try:
        copies: list[list[str]] = json.loads((folder / "story.json").read_text(encoding="utf-8"))["copies"]
        pairs = [(first, other) for first, *others in copies for other in others]
        leaders = groups([row["id"] for row in rows], pairs)
        return [_article(folder, row, leaders) for row in rows]
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{folder} is no story: {error!r}; see docs/howto-stories.md") from error


def _article(folder: Path, row: dict[str, Any], leaders: Any) -> StoryArticle:
    page = read_path(str(folder / "reports" / f"{row['id']}.txt"))
    keys = tuple(f"{folder.name}:{event['event']}" for event in row["events"])
    whole = {**row, "events": [_whole(event) for event in row["events"]]}
    leader = f"{folder.name}:{leaders[row['id']]}"
    return StoryArticle(folder.name, article_from_page(page), article_of(whole), keys, leader)


def _whole(event: dict[str, Any]) -> dict[str, Any]:
    """An event with what the stories leave out when it is empty."""
    return {"eid": event["event"], "actors": [], "recipients": [], **event}


def gold_tellings(one: StoryArticle, vectors: dict[Span, bytes | None] | None = None) -> list[Telling]:
    """The gold events of a report as a reader that makes no mistake would report them, in the order of the gold."""
    return [Telling(one.article, _report(one.article, event, vectors or {})) for event in one.gold.events]


def trigger_of(article: Article, event: GoldEvent) -> Span:
    """Where the words of a gold event stand first. Raises `InputError` where they do not."""
    spots = wording_spans(article.text, event.trigger)
    if not spots:
        raise InputError(f"the trigger {event.trigger!r} is not in the article {article.source_file}")
    return Span(*spots[0])


def _report(article: Article, event: GoldEvent, vectors: dict[Span, bytes | None]) -> Report:
    trigger = trigger_of(article, event)
    sentence = next((s.span for s in sentences_of(article) if s.span.overlaps(trigger)), trigger)
    known, day = load_knowledge(), article.published_day
    return Report(
        id=content_id("rep", article.id, event.eid),
        type=event.type,
        mode=event.mode,
        contexts=(),
        status=Status(event.status),
        salience=Salience(event.salience),
        trigger=trigger,
        sentence=sentence,
        actors=tuple(_actor(one, known, day, trigger) for one in event.actors),
        recipients=tuple(_actor(one, known, day, trigger) for one in event.recipients),
        symmetric=event.symmetric,
        time=_time(event.dates),
        place=_place(event.place, known, trigger),
        quantities=tuple(_quantities(event.quantities, sentence.of(article.text), article.language, trigger)),
        attribution=(),
        confidence=1.0,
        vector=vectors.get(trigger),
    )


def _actor(gold: GoldActor, known: Knowledge, day: date | None, mention: Span) -> Actor:
    """The actor that the gold names, with the id by which Kawat knows it, if it does."""
    if gold.name is None:
        name = gold.country or ""
        return Actor(name, ActorKind.STATE, mention, id=gold.country, country=gold.country)
    entries = [e for e in known.look_up(gold.name) if gold.country is None or e.country in (None, gold.country)]
    entry = entries[0] if entries else None
    if entry is None or entry.kind in (EntryKind.PLACE, EntryKind.SEAT, EntryKind.COUNTRY):
        kind = ActorKind.STATE if entry is not None else ActorKind.UNKNOWN
        return Actor(gold.name, kind, mention, country=gold.country)
    kind = ActorKind.PERSON if entry.kind is EntryKind.PERSON else ActorKind.ORGANISATION
    return Actor(entry.name_en, kind, mention, id=entry.id, country=gold.country, sector=entry.sector)


def _time(dates: tuple[str | None, str | None]) -> Time | None:
    if dates[0] is None or dates[1] is None:
        return None
    start, end = date.fromisoformat(dates[0]), date.fromisoformat(dates[1])
    return Time(start, end, Granularity.DAY if start == end else Granularity.RANGE)


def _place(gold: GoldActor | None, known: Knowledge, mention: Span) -> Place | None:
    if gold is None:
        return None
    name = gold.name or gold.country or ""
    here = [e for e in known.look_up(name) if e.country == gold.country and e.latitude is not None]
    if gold.name is None or not here:
        return Place(name, gold.country, mention)
    return Place(here[0].name_en, gold.country, mention, here[0].latitude, here[0].longitude, "point")


def _quantities(gold: tuple[GoldQuantity, ...], sentence: str, language: str, mention: Span) -> list[Quantity]:
    """The gold figures; what each counts is that of the same number in the sentence."""
    told = find_quantities(sentence, language)
    out: list[Quantity] = []
    for one in gold:
        same = next((q for q in told if (one.value or one.min) in (q.value, q.min)), None)
        counted = same.what if same is not None else Counted.OTHER
        out.append(Quantity("", counted, mention, one.value, one.min, one.max, one.approximate))
    return out
