"""What stands around a name in its text: the style of its line, its neighbours, where a sentence starts."""

from __future__ import annotations

from enum import Enum

from kawat.knowledge.words import Word

_ENDS = frozenset(".!?:;…\n")
_OPENERS = frozenset("\"“”'‘’«([—–-|•")
_TITLE_SHARE = 0.7
_TITLE_WORDS = 4
_SMALL_WORD = 3


class Style(Enum):
    PLAIN = "plain"
    TITLE = "title"  # A Headline Like This One
    CAPS = "caps"  # A HEADLINE LIKE THIS ONE


class Context:
    """One text as words, with cheap questions about a place in it."""

    def __init__(self, text: str, words: list[Word], language: str) -> None:
        self.text = text
        self.words = words
        self.language = language
        self._styles: dict[int, Style] = {}

    def before(self, place: int) -> Word | None:
        """The word joined to the one at ``place`` by a mere space, if any."""
        if place == 0 or self.words[place].gap != " ":
            return None
        previous = self.words[place - 1]
        return previous if self.text[previous.end : self.words[place].start].isspace() else None

    def after(self, place: int) -> Word | None:
        """The word joined to the one at ``place`` by a mere space, if any."""
        following = place + 1
        if following >= len(self.words) or self.before(following) is None:
            return None
        return self.words[following]

    def near(self, place: int, back: int = 3) -> tuple[str, ...]:
        """Up to ``back`` folded words before the one at ``place``, nearest first, in the same clause."""
        found: list[str] = []
        while len(found) < back and (previous := self.before(place)) is not None:
            found.append(previous.folded)
            place -= 1
        return tuple(found)

    def starts_sentence(self, place: int) -> bool:
        if place == 0:
            return True
        gap = self.text[self.words[place - 1].end : self.words[place].start]
        return any(c in _ENDS for c in gap) or any(c in _OPENERS for c in gap.strip() if gap[0].isspace())

    def starts_line(self, place: int) -> bool:
        return place == 0 or "\n" in self.text[self.words[place - 1].end : self.words[place].start]

    def style(self, place: int) -> Style:
        """How the line around the word at ``place`` is written."""
        start = self.text.rfind("\n", 0, self.words[place].start) + 1
        if start not in self._styles:
            end = self.text.find("\n", start)
            line = self.text[start : end if end >= 0 else len(self.text)]
            self._styles[start] = style_of(line)
        return self._styles[start]


def style_of(line: str) -> Style:
    """Whether a line is all capitals, a headline in title case, or plain."""
    words = [word for word in line.split() if word[0].isalpha()]
    letters = [c for c in line if c.isalpha()]
    if len(words) >= 2 and letters and not any(c.islower() for c in letters):
        return Style.CAPS
    long_words = [word for word in words if len(word) > _SMALL_WORD]
    if len(long_words) >= _TITLE_WORDS and not line.rstrip().endswith((".", ".”", '."')):
        capital = sum(not word[0].islower() for word in long_words)
        if capital >= _TITLE_SHARE * len(long_words):
            return Style.TITLE
    return Style.PLAIN
