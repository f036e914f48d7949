"""Quotation marks to quotations: straight, curly, guillemets, single quotes against apostrophes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.records import Span

DOUBLE = '"“”„«»'
_CLOSES = {'"': '"”', "“": '”"“', "„": '“”"', "«": "»", "»": "«", "”": '”"'}
_SINGLE_OPEN = "'‘‚"
_SINGLE_CLOSE = "'’"
_MARK = re.compile(f"[{re.escape(''.join(_CLOSES) + _SINGLE_OPEN)}]")
_STOPS = ".,?!…;"
_NEST_WINDOW = 600  # a single-quoted stretch longer than this is an apostrophe gone astray


@dataclass(frozen=True, slots=True)
class Quotation:
    """``outer`` has the marks, ``inner`` has not. ``runs_on``: closed only by a later paragraph."""

    outer: Span
    inner: Span
    runs_on: bool = False


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of every paragraph, in order; nested ones are left inside.

    A mark that is never closed opens nothing, unless the next paragraph opens with a mark again
    (a speech told over several paragraphs): then the quotation runs to the end of its paragraph.
    """
    found: list[Quotation] = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        reopened = following is not None and text[following.start] in DOUBLE + _SINGLE_OPEN
        found += _in_paragraph(text, paragraph, reopened)
    return tuple(found)


def _in_paragraph(text: str, paragraph: Span, reopened: bool) -> list[Quotation]:
    found: list[Quotation] = []
    mark = _MARK.search(text, paragraph.start, paragraph.end)
    while mark is not None:
        quotation = _opened_at(text, mark.start(), paragraph, reopened)
        if quotation is not None:
            found.append(quotation)
        mark = _MARK.search(text, quotation.outer.end if quotation else mark.end(), paragraph.end)
    return found


def _opened_at(text: str, at: int, paragraph: Span, reopened: bool) -> Quotation | None:
    mark = text[at]
    if not _may_open(text, at, paragraph):
        return None
    close = None
    if text.startswith("''", at):
        return _doubled(text, at, paragraph)
    if mark in _CLOSES:
        close = _double_close(text, at, paragraph)
        if close is None and reopened and mark in '"“„«':
            return _made(text, at, paragraph.end, paragraph.end, runs_on=True)
    elif mark in _SINGLE_OPEN:
        close = _single_close(text, at, paragraph)
    return None if close is None else _made(text, at, close, close + 1)


def _doubled(text: str, at: int, paragraph: Span) -> Quotation | None:
    """Two single marks written for a double one, as old wire copy does."""
    close = text.find("''", at + 2, paragraph.end)
    if close < 0:
        return None
    found = _made(text, at + 1, close, close + 2)
    return None if found is None else Quotation(Span(at, close + 2), found.inner)


def _made(text: str, start: int, inner_end: int, end: int, runs_on: bool = False) -> Quotation | None:
    left, right = start + 1, inner_end
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return Quotation(Span(start, end), Span(left, right), runs_on) if left < right else None


def _before(text: str, at: int, paragraph: Span) -> str:
    return text[at - 1] if at > paragraph.start else " "


def _after(text: str, at: int, paragraph: Span) -> str:
    return text[at + 1] if at + 1 < paragraph.end else " "


def _may_open(text: str, at: int, paragraph: Span) -> bool:
    mark = text[at]
    if mark not in _CLOSES and mark not in _SINGLE_OPEN:
        return False
    following = _after(text, at, paragraph)
    if following.isspace() or at + 1 >= paragraph.end:
        return False
    before = _before(text, at, paragraph)
    if mark in "“„«" or (mark in "‘‚" and not before.isalnum()):
        return True
    return before.isspace() or before in "([{—–-/:,…" or before in DOUBLE + _SINGLE_OPEN


def _double_close(text: str, at: int, paragraph: Span) -> int | None:
    """Where the quotation opened at ``at`` closes; None when another one opens first."""
    closers = _CLOSES[text[at]]
    for place in range(at + 1, paragraph.end):
        mark = text[place]
        if mark not in DOUBLE:
            continue
        opens = _may_open(text, place, paragraph) and _before(text, place, paragraph).isspace()
        if mark in closers and not opens:
            return place
        if opens and mark in (text[at], '"', "“"):
            return None
    return None


def _single_close(text: str, at: int, paragraph: Span) -> int | None:
    """The first closing mark beside punctuation; else the first that ends a word, when it is near."""
    limit = min(paragraph.end, at + _NEST_WINDOW)
    plain: int | None = None
    for place in range(at + 1, limit):
        if text[place] not in _SINGLE_CLOSE or text[place - 1].isspace():
            continue
        following = _after(text, place, paragraph)
        if following.isalnum():
            continue
        if text[place - 1] in _STOPS or following in _STOPS + ":)" or place + 1 >= paragraph.end:
            return place
        if plain is None:
            plain = place
    return plain if plain is not None and plain - at < 60 else None
