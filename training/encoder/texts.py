"""Passages and tagged sentences as articles, so that training sees what the reader sees."""

from __future__ import annotations

from kawat.records import Article, Paragraph, ParagraphKind, Span
from training.corpus.tool import Passage


def article_of_passage(passage: Passage) -> Article:
    """A passage as an article without a date: every line is a paragraph, marked lines are titles."""
    paragraphs, at = [], 0
    for line in passage.text.split("\n"):
        if line:
            span = Span(at, at + len(line))
            title = any(span.overlaps(one) for one in passage.titles)
            paragraphs.append(Paragraph(span, ParagraphKind.TITLE if title else ParagraphKind.BODY))
        at += len(line) + 1
    return Article(passage.text, tuple(paragraphs), passage.language)


def article_of_line(text: str, language: str) -> Article:
    """One line of text as an article."""
    return Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), language)
