"""Words and punctuation of a sentence, with offsets into the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kawat.records import Span

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_CLITIC = re.compile(r"['’](?:s|re|ll|ve|d)$|n['’]t$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign; ``lower`` is its lower-case form with straight apostrophes."""

    span: Span
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def tokens_of(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``text[span]``; English clitics ('s, n't, 'll) are tokens of their own."""
    out: list[Token] = []
    for match in _TOKEN.finditer(span.of(text)):
        start, word = span.start + match.start(), match.group()
        clitic = _CLITIC.search(word) if word[0].isalpha() else None
        if clitic and clitic.start():
            out.append(_token(start, word[: clitic.start()]))
            out.append(_token(start + clitic.start(), clitic.group()))
        else:
            out.append(_token(start, word))
    return tuple(out)


def _token(start: int, word: str) -> Token:
    return Token(Span(start, start + len(word)), word, word.lower().replace("’", "'"))
