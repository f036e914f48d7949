"""The tokens of a text as quantities need them: digits with what is glued to them, words, signs, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kawat.language.quantities.lexicon import CODES, SYMBOLS, Lexicon

_CODE = "|".join(sorted(CODES))
_SIGN = (
    r"(?:\bUS|\bAU|\bCA|\bHK|\bNZ|\bNT|\b[ASCR])?\$|[€£¥₹₩₽₪₺₴₫฿₱₦]"
    rf"|\bR[pPMs]\.?(?=\s?\d)|\b(?:{_CODE})(?=\s?\d)"
)
_TOKEN = re.compile(
    rf"""(?P<sign>{_SIGN})
    |(?P<acronym>(?:[^\W\d_]\.){{2,}})
    |(?P<code>[^\W\d_]+-?\d[\w]*(?:[-.]\w+)*)
    |(?P<number>\d+(?:[.,]\d+)*)(?P<suffix>-?[^\W\d_][\w-]*)?
    |(?P<word>[^\W\d_]+(?:['’/-][^\W\d_]+)*)
    |(?P<mark>[^\w\s]|_)""",
    re.VERBOSE,
)
_ENDINGS = frozenset(".;:?!…")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: ``kind`` is sign, acronym, code, number, word or mark; ``suffix`` is glued to digits."""

    text: str
    kind: str
    start: int
    end: int
    suffix: str = ""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.kind in {"word", "acronym", "code"} and self.text[0].isupper()


NOTHING = Token("", "none", 0, 0)


@dataclass(frozen=True)
class Line:
    """A text with its tokens and the words of its language."""

    text: str
    words: Lexicon
    tokens: tuple[Token, ...]

    def at(self, index: int) -> Token:
        """The token at ``index``; an empty one outside the text."""
        tokens = self.tokens
        return tokens[index] if 0 <= index < len(tokens) else NOTHING

    def low(self, index: int) -> str:
        """The word at ``index`` in small letters; "" outside the text. Asked some seventy times a number."""
        try:
            return self.lowered[index] if index >= 0 else ""
        except IndexError:
            return ""

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        return tuple(token.lower for token in self.tokens)

    def glued(self, index: int) -> bool:
        """Whether the token at ``index`` follows the one before it without a space."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def ends_sentence(self, index: int) -> bool:
        return self.at(index).kind in {"mark", "none"} and (self.at(index).text or ".") in _ENDINGS


def read_line(text: str, words: Lexicon) -> Line:
    """``text`` in tokens."""
    return Line(text, words, tuple(_token(match) for match in _TOKEN.finditer(text)))


def sign_currency(token: Token) -> str | None:
    """The ISO 4217 code that a sign token stands for."""
    if token.kind != "sign":
        return None
    return token.text if token.text in CODES else SYMBOLS.get(token.lower)


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or "mark"
    if kind == "suffix":
        kind = "number"
    if kind == "number":
        return Token(match.group("number"), kind, match.start(), match.end(), match.group("suffix") or "")
    return Token(match.group(), kind, match.start(), match.end())
