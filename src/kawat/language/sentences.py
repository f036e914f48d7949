"""Sentences of a paragraph and of an article, as spans. The text itself is never touched.

Every full stop, question mark, exclamation mark and ellipsis is a candidate; `_is_boundary` asks a few
questions in turn, the cheap ones first. What both sides of a cut say is looked up in data: abbreviations,
words that start sentences, cue words that tie a speaker to a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter

from kawat.language import sentence_words as words
from kawat.language.abbreviations import AbbreviationKind, abbreviations
from kawat.records import Article, Paragraph, ParagraphKind, Sentence, Span

ASIDE_REACH = 300
"""How far ahead a bracket or quotation may be closed: beyond, it never was."""
LIST_REACH = 12
"""The most that a list item's number takes, with the colon before it."""
WORD_REACH = 80
"""How far back the word before an initial is looked for."""
HEADING_WORDS = 3
"""A part of a heading with fewer words is no sentence: "Who Won? Five Facts" stays one."""

_CANDIDATE = re.compile(
    r"(?P<stop>[.!?…]+(?:[ \t][.!?]+(?=\s|$|[\"'”’]))?|[。！？]+)"
    r"(?P<close>(?:\[\d{1,3}\]|[\"'”’»)\]])*)"
    r"|\n[ \t]*\n\s*"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”]+|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_OPENERS = "\"'“‘«([{-–—•*·‹„ "
_TOKEN_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]/,;:…—–]+\Z")
_WORD_BEFORE = re.compile(r"([^\s\"'“”‘’«»()\[\]]+)\s*\Z")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_DOTTED = re.compile(r"(?:[^\W\d_]+-)?(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_CODE_START = re.compile(r"[a-z]{1,2}[A-Z]|al-[A-Z]|el-[A-Z]")
_LIST_MARK = re.compile(r"(?:^|[:;]\s*)[\"'“(\[•*-]*\s*(?:\d{1,3}|[A-Za-z]|[IVX]{2,4})\Z")
_LETTERED_ITEM = re.compile(r"[a-z][.)] \S")
_HEADINGS = frozenset({ParagraphKind.TITLE, ParagraphKind.HEADING})


@lru_cache(maxsize=16)  # reading and resolving ask for them, one after the other
def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of ``article`` in reading order, with spans into ``article.text``.

    A title or heading is one sentence unless it clearly has several.
    """
    found: list[Sentence] = []
    for index, paragraph in enumerate(article.paragraphs):
        for span in _paragraph_spans(article, paragraph):
            found.append(Sentence(span.shifted(paragraph.span.start), paragraph.kind, index))
    return tuple(found)


def split_sentences(text: str, language: str) -> list[Span]:
    """The sentences of one paragraph: sorted, disjoint spans that cover every non-space character.

    ``language`` is "id" or "en"; any other gets the rules that all languages share.
    """
    paragraph = _Paragraph(text, language)
    spans: list[Span] = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        if match.end() > start and _is_boundary(paragraph, match, start):
            _add(spans, text, start, match.end())
            start = match.end()
    _add(spans, text, start, len(text))
    return spans


@dataclass(frozen=True)
class _Paragraph:
    """A paragraph with what the questions below look up more than once."""

    text: str
    language: str

    @cached_property
    def addresses(self) -> list[tuple[int, int]]:
        found = (match.span() for match in _ADDRESS.finditer(self.text))
        return [(start, start + len(self.text[start:end].rstrip(".!?…,;:)]'"))) for start, end in found]

    @cached_property
    def abbreviations(self) -> dict[str, AbbreviationKind]:
        return abbreviations(self.language)

    @cached_property
    def starters(self) -> frozenset[str]:
        both = words.STARTERS["en"] | words.STARTERS["id"]
        return words.STARTERS.get(self.language, both)

    @cached_property
    def straight_marks(self) -> list[int]:
        return [at for at, sign in enumerate(self.text) if sign == '"']

    def in_address(self, at: int) -> bool:
        before = bisect_right(self.addresses, at, key=itemgetter(0))
        return before > 0 and at < self.addresses[before - 1][1]


def _paragraph_spans(article: Article, paragraph: Paragraph) -> list[Span]:
    text = paragraph.span.of(article.text)
    spans = split_sentences(text, article.language)
    if paragraph.kind in _HEADINGS and len(spans) > 1 and not _clearly_several(text, spans):
        return [Span(spans[0].start, spans[-1].end)]
    return spans


def _clearly_several(text: str, spans: list[Span]) -> bool:
    whole = text.rstrip(" \t\n\"'”’)")
    return whole.endswith((".", "!", "?")) and all(
        len(_WORD.findall(span.of(text))) >= HEADING_WORDS for span in spans
    )


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Append ``start`` to ``end`` without the white space around it; nothing where only space is left."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        spans.append(Span(left, right))


def _is_boundary(paragraph: _Paragraph, match: re.Match[str], start: int) -> bool:
    """Whether a sentence that began at ``start`` ends with the candidate ``match``."""
    text, stop = paragraph.text, match.group("stop")
    if stop is None:  # an empty line
        return True
    if stop[0] in "。！？":
        return True
    if paragraph.in_address(match.start()):
        return False
    rest = text[match.end() : match.end() + 120]
    if not rest.strip():
        return False  # the end of the text needs no cut
    if not rest[0].isspace():
        return _starts_without_space(paragraph, match, start)
    if _in_aside(text, start, match) or _is_list_mark(text, start, match.start()):
        return False
    return _starts_sentence(paragraph, match, rest.lstrip().lstrip(_OPENERS), start)


def _starts_sentence(paragraph: _Paragraph, match: re.Match[str], after: str, start: int) -> bool:
    """Whether ``after``, which follows the candidate and a space, is the beginning of a new sentence."""
    if not after or after[0] in ",;:":
        return not after
    stop = match.group("stop")
    first = _WORD.match(after)
    word = first.group() if first else ""
    if after[0].islower() and not _CODE_START.match(after):
        lettered = _LETTERED_ITEM.match(after) and _LETTERED_ITEM.match(
            paragraph.text[start : start + WORD_REACH].lstrip()
        )
        return bool(lettered) or _lower_start(paragraph, match, word)
    if match.group("close") and _is_cue_tail(paragraph.text, match, after, start):
        return False
    if stop == "." and not _ends_word(paragraph, match.start(), after, word):
        return False
    return not (stop[-1] == "!" and _kind(paragraph, match.start(), "!") and word.lower() not in paragraph.starters)


def _lower_start(paragraph: _Paragraph, match: re.Match[str], word: str) -> bool:
    """A new sentence in lower case, as hasty copy has it: only after a full word, only with a starter."""
    if match.group("stop") != "." or match.group("close") or word not in paragraph.starters:
        return False
    token = _token_before(paragraph.text, match.start())
    return len(token) >= 3 and token.isalpha() and _kind(paragraph, match.start()) is None


def _ends_word(paragraph: _Paragraph, at: int, after: str, word: str) -> bool:
    """Whether the full stop at ``at`` ends more than an abbreviation or an initial."""
    token = _token_before(paragraph.text, at)
    starter = word.lower() in paragraph.starters
    kind = _kind(paragraph, at)
    if kind is not None:
        return _abbreviation_ends(kind, after, word, starter)
    if _DOTTED.fullmatch(token):
        return starter
    if len(token) == 1 and token.isalpha() and token.isupper():
        return starter or not _is_initial(paragraph.text[max(0, at - 1 - WORD_REACH) : at - 1], token)
    return True


def _token_before(text: str, at: int) -> str:
    """What is written up to ``at`` without a space or a mark, at most 40 code points of it."""
    found = _TOKEN_BEFORE.search(text[max(0, at - 40) : at])
    return found.group() if found else ""


def _abbreviation_ends(kind: AbbreviationKind, after: str, word: str, starter: bool) -> bool:
    match kind:
        case AbbreviationKind.TITLE | AbbreviationKind.JOINS:
            return False
        case AbbreviationKind.NUMBER:
            return not after[0].isdigit()
        case AbbreviationKind.MONTH | AbbreviationKind.NAME:
            return starter
        case AbbreviationKind.TAIL:
            return word.lower() not in words.AFTER_CLOCK and not after[0].isdigit()


def _kind(paragraph: _Paragraph, at: int, suffix: str = "") -> AbbreviationKind | None:
    """The kind of the abbreviation that ends at ``at``; titles are also known all in capitals ("DR.")."""
    form = _token_before(paragraph.text, at) + suffix
    kinds = paragraph.abbreviations
    if form in kinds or len(form) < 2 or not form.isupper():
        return kinds.get(form)
    kind = kinds.get(form.capitalize())
    return kind if kind is AbbreviationKind.TITLE else None


def _is_initial(before: str, letter: str) -> bool:
    """Whether a lone capital letter after ``before`` belongs to a name rather than being "plan B"."""
    previous = _WORD_BEFORE.search(before)
    if previous is None:
        return True
    word = previous.group(1)
    if letter == "I" and word[0].isupper():
        return False  # "World War I. Germany"
    return word.lower() not in words.LETTERED and not word[-1].isdigit()


def _is_cue_tail(text: str, match: re.Match[str], after: str, start: int) -> bool:
    """Whether a capitalised speaker and cue follow a quotation: '"Are you ready?" Smith asked.'"""
    if not set(match.group("close")) & set("\"'”’»"):
        return False
    clause = re.split(r"[,.;:!?]\s|[.!?]\Z", after, maxsplit=1)[0].split()
    if clause and clause[0].lower() in words.LEADING_CUES:
        return True
    if match.group("stop")[-1] not in "?!" or not _is_quotation(text, match, start):
        return False
    for index, word in enumerate(clause[:7]):
        if word.lower() in words.CUES:
            following = clause[index + 1].lower() if index + 1 < len(clause) else ""
            return index > 0 and (not following or following in words.AFTER_CUE)
    return False


def _is_quotation(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the closing mark ends more than a title of one word (not 'the film "Help!"')."""
    head = text[start : match.start()].lstrip()
    return head[:1] in ('"', "'", "“", "‘") or len(head.split(maxsplit=1)) > 1


def _starts_without_space(paragraph: _Paragraph, match: re.Match[str], start: int) -> bool:
    """A missing space: "berlangsung.Ia". A site's name, a decimal and an abbreviation are none."""
    text, end = paragraph.text, match.end()
    follows = _WORD.match(text, end)
    if follows is None or not follows.group()[0].isupper() or not follows.group()[1:2].islower():
        return False
    if len(match.group("stop")) > 1 or follows.group().lower() in words.SITE_ENDINGS:
        return False
    if match.group("close"):
        return _quotation_closes(paragraph, end) and not _is_cue_tail(text, match, text[end : end + 120], start)
    token = _token_before(text, match.start())
    if len(token) < 2 or "." in token or _kind(paragraph, match.start()) is not None:
        return False
    return token[-2:].islower() or token[-2:].isdigit()


def _quotation_closes(paragraph: _Paragraph, end: int) -> bool:
    """Whether the quotation mark before ``end`` closes: with straight marks, an even count tells."""
    return paragraph.text[end - 1] in "”’»)]" or bisect_left(paragraph.straight_marks, end) % 2 == 0


def _is_list_mark(text: str, start: int, at: int) -> bool:
    """Whether the stop at ``at`` belongs to the number of a list item: at the start, or after a colon."""
    if at - start > LIST_REACH:
        return _LIST_MARK.search("-" + text[at - LIST_REACH : at]) is not None
    return _LIST_MARK.search(text[start:at]) is not None


def _in_aside(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the candidate is inside a bracket or a quoted wording that this sentence goes on after."""
    head = text[max(start, match.end() - 4 * ASIDE_REACH) : match.end()].lstrip()
    ahead = text[match.end() : match.end() + ASIDE_REACH]
    return _in_brackets(head.lstrip("\"'“‘"), ahead) or _in_quoted_words(head, ahead)


def _in_brackets(head: str, ahead: str) -> bool:
    for opening, closing in ("()", "[]"):
        if head.startswith(opening) or head.count(opening) <= head.count(closing):
            continue
        if closing in ahead:
            return True
    return False


def _in_quoted_words(head: str, ahead: str) -> bool:
    """'The sign read "Keep out. Danger" and hung there': opened and closed without a pause, then lower case."""
    for opening, closing in (('"', '"'), ("“", "”")):
        at = head.rfind(opening)
        is_open = head.count(opening) % 2 == 1 if opening == closing else at > head.rfind(closing)
        if at > 0 and is_open and not head[:at].rstrip().endswith((",", ":")):
            words_left, _, tail = ahead.partition(closing)
            if words_left[-1:].isalnum() and tail[:1] == " " and tail[1:2].islower():
                return True
    return False
