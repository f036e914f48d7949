"""Articles marked by hand, "[state Chad] {AID sent} [role troops]", and the reports told at their triggers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.knowledge import load_knowledge
from kawat.language import sentences_of
from kawat.reading import reader_named
from kawat.records import (
    Actor,
    Article,
    ClaimSpans,
    Mention,
    MentionKind,
    Paragraph,
    ParagraphKind,
    Reading,
    Record,
    ReportSpans,
    Salience,
    Span,
    Status,
)
from kawat.resolve import resolve
from kawat.resolve.actors import resolve_actors, wordings_of
from kawat.resolve.located import located

_MARK = re.compile(
    r"\[(?P<kind>\w+) (?P<words>[^\]]+)\]|\{(?P<type>[A-Z]+)(?:/(?P<mode>[\w-]+))? (?P<trigger>[^}]+)\}"
)


@dataclass(frozen=True)
class Marked:
    """An article with what was marked in it, by wording."""

    article: Article
    mentions: tuple[Mention, ...]
    triggers: tuple[tuple[str, str | None, Span], ...]

    def mention(self, words: str) -> Mention:
        return next(one for one in self.mentions if one.span.of(self.article.text) == words)


def marked(*paragraphs: str, language: str = "en") -> Marked:
    """The first paragraph is the title where it ends in a bar."""
    text, parts = "", []
    mentions: list[Mention] = []
    triggers: list[tuple[str, str | None, Span]] = []
    for paragraph in paragraphs:
        start, last = len(text), 0
        for found in _MARK.finditer(paragraph):
            text += paragraph[last : found.start()]
            words = found["words"] or found["trigger"]
            span, last = Span(len(text), len(text) + len(words)), found.end()
            text += words
            if found["kind"]:
                mentions.append(Mention(span, MentionKind(found["kind"]), entity=_entity(words)))
            else:
                triggers.append((found["type"], found["mode"], span))
        text += paragraph[last:].removesuffix("|")
        kind = ParagraphKind.TITLE if paragraph.endswith("|") else ParagraphKind.BODY
        parts.append(Paragraph(Span(start, len(text)), kind))
        text += "\n\n"
    article = Article(text.rstrip(), tuple(parts), language)
    return Marked(article, tuple(mentions), tuple(triggers))


def _entity(words: str) -> str | None:
    found = load_knowledge().look_up(words)
    return found[0].id if found else None


Sides = Sequence[str]


def spans(
    text: Marked, number: int = 0, actors: Sides = (), recipients: Sides = (), *, symmetric: bool = False
) -> ReportSpans:
    """The report at a trigger, by its number, with the sides that the reader found."""
    type_, mode, trigger = text.triggers[number]
    sentence = next(one.span for one in sentences_of(text.article) if one.span.contains(trigger))
    acting, undergoing = (tuple(text.mention(words) for words in side) for side in (actors, recipients))
    return ReportSpans(
        type_, mode, Status.OCCURRED, Salience.MAIN, trigger, sentence, acting, undergoing, symmetric, None, None,
        (), (), 0.9,
    )  # fmt: skip


def reading(text: Marked, *reports: ReportSpans) -> Reading:
    return Reading(reader_named("lexicon").info, text.mentions, reports, ())


def resolved(text: Marked, *reports: ReportSpans) -> Record:
    return resolve(text.article, reading(text, *reports))


def named(record: Record, number: int = -1) -> tuple[list[str | None], list[str | None]]:
    """Countries, else names, of the actors and of the recipients of a report in order of the text."""
    report = record.reports[number]
    return [one.country or one.name for one in report.actors], [
        one.country or one.name for one in report.recipients
    ]


def stand_for(
    article: Article, mentions: tuple[Mention, ...], claims: tuple[ClaimSpans, ...] = ()
) -> list[tuple[Actor, ...]]:
    """Whom each mention stands for."""
    knowledge, read = load_knowledge(), Reading(reader_named("lexicon").info, mentions, (), claims)
    words = wordings_of(article, read, knowledge)
    out, _ = resolve_actors(article, read, knowledge, words, located(article, knowledge, words))
    return [out[one] for one in mentions if one in out]


def last(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Name and country of those whom the last mention of a marked text stands for."""
    found = marked(text, language=language)
    return [(one.name, one.country) for one in stand_for(found.article, found.mentions)[-1]]
