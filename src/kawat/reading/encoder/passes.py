"""The encoder's passes over an article: one a window, told by words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kawat.reading.encoder.hints import hint_rows
from kawat.reading.encoder.network import Logits, by_word, logits_of, pieces_of_text
from kawat.reading.encoder.windows import windows_of
from kawat.reading.lexicon.scan import Scanned
from kawat.records import Article, Sentence, Span


def passes_over(
    article: Article, sentences: Sequence[Sentence], parts: Sequence[Scanned]
) -> Iterator[tuple[list[Span], Logits]]:
    """For each window its words and their logits; ``parts``: the sentences as the dictionaries see them."""
    pieces = pieces_of_text(article.text)
    hints = hint_rows(article.text, parts, article.language, pieces.spans)
    for window in windows_of(pieces.spans, sentences):
        inside = slice(window.first, window.last)
        yield by_word(article.text, pieces.spans[inside], logits_of(pieces.ids[inside], hints[inside]))
