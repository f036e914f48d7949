"""A text with what can be a side in it, and the voice of the verbs that tell its reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.kinds import SIDE_KINDS
from kawat.records import Article, Mention, Reading, ReportSpans
from kawat.resolve.grammar import GRAMMARS, Grammar, is_active, is_passive


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


def parsed(article: Article, reading: Reading) -> Parsed | None:
    """The text of an article whose language has a grammar here; None for others."""
    grammar = GRAMMARS.get(article.language)
    if grammar is None:
        return None
    sides = sorted((one for one in reading.mentions if one.kind in SIDE_KINDS), key=lambda one: one.span)
    return Parsed(article.text, article.language, grammar, sides)
