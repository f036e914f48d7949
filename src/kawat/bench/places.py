"""`kawat bench places`: where the names of places are, against articles with coordinates (GeoVirus's XML).

The marked names are given; what is asked is which place each means. Gold has coordinates only: its country is that
of the gazetteer's place nearest to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from kawat.bench.figures import share
from kawat.bench.texts import article_of
from kawat.errors import InputError
from kawat.knowledge import Knowledge, load_knowledge
from kawat.knowledge.entries import EntryKind, is_state
from kawat.knowledge.gazetteer import kilometres, nearest_city
from kawat.reading import reader_named
from kawat.reading.info import DEFAULT_READER
from kawat.records import Article, Mention, MentionKind, Place, Reading, Span
from kawat.resolve.actors import wordings_of
from kawat.resolve.located import located
from kawat.resolve.places import resolve_where

NEAR = 161.0
"""Kilometres (100 miles): the distance that the field counts as right."""
LARGEST = 50_000_000  # bytes of a file


@dataclass(frozen=True, slots=True)
class PlacesScore:
    """``located``: names given a country. ``country_accuracy`` is of these, ``near`` of names given a point."""

    articles: int
    names: int
    located: int
    located_share: float
    country_accuracy: float
    pointed: int
    near: float


@dataclass(frozen=True, slots=True)
class Marked:
    """A name in an article and where it really is."""

    span: Span
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class _Answer:
    gold: Marked
    place: Place


def bench_places(path: Path) -> PlacesScore:
    """Place every marked name of a file.

    Raises:
        InputError: the file can not be read or is not such XML.
    """
    articles = list(load_places(path))
    answers = [answer for text, marked in articles for answer in _answers(text, marked)]
    told = [one for one in answers if is_state(one.place.country)]
    pointed = [one for one in answers if one.place.latitude is not None]
    right = sum(one.place.country == nearest_city(one.gold.latitude, one.gold.longitude).country for one in told)
    near = sum(_distance(one) <= NEAR for one in pointed)
    return PlacesScore(
        articles=len(articles),
        names=len(answers),
        located=len(told),
        located_share=share(len(told), len(answers)),
        country_accuracy=share(right, len(told)),
        pointed=len(pointed),
        near=share(near, len(pointed)),
    )


def load_places(path: Path) -> Iterator[tuple[str, tuple[Marked, ...]]]:
    """The texts of a GeoVirus file with their marked names; entities are not expanded, the network is not asked."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path} is larger than {LARGEST} bytes: is it the right file?")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(path.read_bytes(), parser)
        for article in root.iter("article"):
            text = article.findtext("text") or ""
            yield text, tuple(_marked(one, text) for one in article.iter("location"))
    except OSError as error:
        raise InputError(f"Can not read {path}: {error.strerror}. Check the path.") from error
    except (etree.XMLSyntaxError, ValueError, TypeError) as error:
        raise InputError(f"{path} is no file of places: {error}. See docs/howto-bench.md.") from error


def _marked(element: etree._Element, text: str) -> Marked:
    start, name = int(element.findtext("start") or ""), element.findtext("name") or ""
    begin = text.find(name, max(0, start - len(name)))
    if not name or begin < 0:
        raise ValueError(f"the name {name!r} does not stand in its text")
    where = float(element.findtext("lat") or ""), float(element.findtext("lon") or "")
    return Marked(Span(begin, begin + len(name)), *where)


def _answers(text: str, marked: tuple[Marked, ...]) -> Iterator[_Answer]:
    article, knowledge = article_of(text, "en"), load_knowledge()
    mentions = {one: _mention(article, one.span, knowledge) for one in marked}
    reading = Reading(
        reader_named(DEFAULT_READER).info, tuple(sorted(set(mentions.values()), key=lambda one: one.span)), (), ()
    )
    places = located(article, knowledge, wordings_of(article, reading, knowledge))
    for gold, mention in mentions.items():
        place = resolve_where(article, mention, knowledge, places)
        assert place is not None
        yield _Answer(gold, place)


def _mention(article: Article, span: Span, knowledge: Knowledge) -> Mention:
    """The name as a reader marks it: with the known place that it is, if it is one."""
    wording = span.of(article.text)
    for found in knowledge.find(wording, article.language):
        whole = (found.span.start, found.span.end) == (0, len(wording))
        places = [one for one in found.entries if one.kind in {EntryKind.PLACE, EntryKind.COUNTRY}]
        if whole and places:
            return Mention(span, MentionKind.PLACE, None, places[0].country, None, places[0].id)
    return Mention(span, MentionKind.PLACE)


def _distance(answer: _Answer) -> float:
    place = answer.place
    assert place.latitude is not None and place.longitude is not None
    return kilometres((place.latitude, place.longitude), (answer.gold.latitude, answer.gold.longitude))
