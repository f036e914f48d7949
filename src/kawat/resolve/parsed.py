"""A text with what can be a side in it, and the voice of the verbs that tell its reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kawat.kinds import SIDE_KINDS
from kawat.records import Article, Mention, Reading, ReportSpans
from kawat.resolve.grammar import GRAMMARS, JOINED, Grammar, is_active, is_passive

_NEXT = re.compile(
    r", (?:(?:the|para) )?"
    r"|(,? (?:and|dan|serta|to|hingga|sampai|as well as)|(?: ranging from| mulai dari)) "
    r"(?:(?:from|dari|the|para) )?(?:[a-z][\w-]* ){0,2}"
)
"""Between two of a list; the group is a word before its last, which has nouns of its own: "and actor Ann"."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text in a language, with the mentions in it that can be sides, in order."""

    text: str
    language: str
    grammar: Grammar
    mentions: Sequence[Mention]

    def up_to(self, report: ReportSpans) -> str:
        """The report's sentence before its trigger."""
        return self.text[report.sentence.start : report.trigger.start]

    def is_passive(self, report: ReportSpans) -> bool:
        return is_passive(report.trigger.of(self.text), self.up_to(report), self.language)

    def is_active(self, report: ReportSpans) -> bool:
        return is_active(report.trigger.of(self.text), self.up_to(report), self.language)

    def within(self, start: int, end: int) -> list[Mention]:
        return [one for one in self.mentions if start <= one.span.start and one.span.end <= end]


Rule = Callable[[ReportSpans, Parsed], ReportSpans]
"""Changes a report by the words around it."""


def parsed(article: Article, reading: Reading) -> Parsed | None:
    """The text of an article whose language has a grammar here; None for others."""
    grammar = GRAMMARS.get(article.language)
    if grammar is None:
        return None
    sides = sorted((one for one in reading.mentions if one.kind in SIDE_KINDS), key=lambda one: one.span)
    return Parsed(article.text, article.language, grammar, sides)


def with_rules(article: Article, reading: Reading, rules: Iterable[Rule]) -> Reading:
    """The reading, each of its reports changed by every rule in turn.

    Other languages than Indonesian and English, and candidates, are kept as they are.
    """
    text = parsed(article, reading)
    if text is None:
        return reading
    reports = reading.reports
    for rule in rules:
        reports = tuple(rule(one, text) for one in reports)
    return replace(reading, reports=reports)


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in the order of the text, each once."""
    return tuple(sorted(set(mentions), key=lambda one: one.span))


def joined_to(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The last of some mentions, with those before it that a comma or "and" joins to it."""
    out = list(mentions[-1:])
    for one in reversed(mentions[:-1]):
        between = text[one.span.end : out[0].span.start]
        if not between.strip() or not JOINED.fullmatch(between):
            break
        out.insert(0, one)
    return tuple(out)


def listed(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The first of some mentions, with those after it that stand in one list with it, up to the one after "and"."""
    out = list(mentions[:1])
    for one in mentions[1:]:
        joined = _NEXT.fullmatch(text, out[-1].span.end, one.span.start)
        if joined is None:
            break
        out.append(one)
        if joined[1] and "from" not in joined[1] and "dari" not in joined[1]:
            break
    return out
