"""From atoms to whole expressions: "Friday" + "next week", "early" + "May", "since" + "2014", "A to B"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kawat.language.times.model import (
    Anaphoric,
    Calendar,
    Fraction,
    Hint,
    Node,
    Part,
    Portion,
    Range,
    Refusal,
    Relative,
    Season,
    Unit,
    Weekday,
    Weekend,
    Window,
    Years,
)
from kawat.language.times.tags import CODES, compile_pattern
from kawat.language.times.tokens import Lexicon, Tokens

_REACH = 4  # tokens looked at before an atom
_SHIFT_REACH = 8  # tokens in which "postponed" turns "from A to B" into no range
_HINTS = {"last": Hint.LAST, "this": Hint.THIS, "next": Hint.COMING, "coming": Hint.COMING}
_PORTIONS = {
    "early": Portion.EARLY,
    "mid": Portion.MID,
    "late": Portion.LATE,
    "earlier": Portion.EARLY,
    "later": Portion.LATE,
    "begin": Portion.START,
    "finish": Portion.END,
}
_NAME_OF = {code: name for name, code in CODES.items()}


@dataclass(frozen=True, slots=True)
class Found:
    """A node over tokens ``low`` to ``high``, high exclusive."""

    low: int
    high: int
    node: Node


@dataclass(frozen=True, slots=True)
class _Patterns:
    day_suffix: re.Pattern[str]
    day_prefix: re.Pattern[str]
    portion: re.Pattern[str]
    link: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    range_gap: re.Pattern[str]
    from_: re.Pattern[str]
    between: re.Pattern[str]
    between_gap: re.Pattern[str]
    free_gap: re.Pattern[str]
    also: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        day_suffix=compile_pattern("((daypart|relative_day) (local|zone)?|local|zone)"),
        day_prefix=compile_pattern("(the? daypart (of|prep)|(early|late|mid|later|earlier) (daypart? prep)?)$"),
        portion=compile_pattern("(the? w:(early|mid|late|begin|finish)|v:(earlier|later) in_)$"),
        link=compile_pattern("(of|in_|comma|prep)?$"),
        since=compile_pattern("since (prep|the)?$"),
        until=compile_pattern("until (prep|the)?$"),
        range_gap=compile_pattern("(to_|until|dash) the?$"),
        from_=compile_pattern("from_ the?$"),
        between=compile_pattern("between the?$"),
        between_gap=compile_pattern("and_ the?$"),
        free_gap=compile_pattern("until$"),
        also=compile_pattern("and_ the?$"),
    )


def join(atoms: Sequence[Found], tokens: Tokens, words: Lexicon) -> list[Found]:
    """Whole expressions from ``atoms`` (in order, not overlapping)."""
    found = [_with_suffix(item, tokens, words) for item in atoms]
    found = _pairs(found, tokens, _linked)
    found = [_with_prefix(item, tokens) for item in _apart(found)]
    found = _pairs(_apart(found), tokens, lambda first, second, own: _ranged(first, second, own, words))
    return [item for item in (_open_range(item, tokens) for item in found) if _placed(item.node)]


def _apart(found: list[Found]) -> list[Found]:
    """The items that do not start inside the one before."""
    kept: list[Found] = []
    for item in found:
        if not kept or item.low >= kept[-1].high:
            kept.append(item)
    return kept


def _pairs(
    found: list[Found], tokens: Tokens, merge: Callable[[Found, Found, Tokens], Found | None]
) -> list[Found]:
    """Merge neighbours from left to right wherever ``merge`` gives one item for two."""
    out: list[Found] = []
    for item in found:
        merged = merge(out[-1], item, tokens) if out and item.low >= out[-1].high else None
        if merged is not None:
            out[-1] = merged
        else:
            out.append(item)
    return out


def _is_day(node: Node) -> bool:
    if isinstance(node, Relative):
        return node.unit is Unit.DAY
    return isinstance(node, Weekday) or (isinstance(node, Calendar) and node.day is not None)


def _with_suffix(item: Found, tokens: Tokens, words: Lexicon) -> Found:
    """Part of the day and zone ("Kamis dini hari WIB"), then lalu, ini, depan, mendatang."""
    high = item.high
    if _is_day(item.node) and (match := _patterns().day_suffix.match(tokens.codes, high)):
        high = match.end()
    has_next = words.hint_follows and high < len(tokens.codes)
    hint = _HINTS.get(_NAME_OF[tokens.codes[high]]) if has_next else None
    if hint is None or not isinstance(item.node, Calendar | Weekday | Season):
        return Found(item.low, high, item.node)
    return Found(item.low, high + 1, _hinted(item, hint, tokens))


def _hinted(item: Found, hint: Hint, tokens: Tokens) -> Node:
    node = item.node
    if isinstance(node, Weekday) and node.weekday == 6 and item.high - item.low == 1:
        # "Minggu lalu" at the start of a sentence is far more often last week than last Sunday
        before = _NAME_OF[tokens.codes[item.low - 1]] if item.low else "newline"
        if tokens.word(item.low) == "Minggu" and before in ("newline", "dot"):
            return Relative(Unit.WEEK, {Hint.LAST: -1, Hint.THIS: 0}.get(hint, 1))
    if isinstance(node, Weekday | Season) or (isinstance(node, Calendar) and node.year is None):
        return replace(node, hint=hint)
    return node


def _range_in_year(found: Found, high: int, node: Range, offset: int) -> Found | None:
    """ "April and May last year"."""
    start, end = node.start, node.end
    if not isinstance(start, Calendar) or not isinstance(end, Calendar) or end.year is not None:
        return None
    if start.month is None or end.month is None or start.year is not None:
        return None
    before = offset - 1 if start.month > end.month else offset
    return Found(found.low, high, Range(replace(start, year_offset=before), replace(end, year_offset=offset)))


def _gap(first: Found, second: Found, tokens: Tokens) -> str:
    return tokens.codes[first.high : second.low]


def _linked(first: Found, second: Found, tokens: Tokens) -> Found | None:
    """ "Friday next week", "15 Mei tahun lalu", "the first half of this year", "Juli tahun itu"."""
    gap = _gap(first, second, tokens)
    if isinstance(first.node, Years) and isinstance(second.node, Years):
        return _decades(first, first.node, second, second.node) if _patterns().also.fullmatch(gap) else None
    if isinstance(second.node, Anaphoric) and _patterns().link.fullmatch(gap):
        return _in_that_year(first, second, second.node)
    if not isinstance(second.node, Relative) or not _patterns().link.fullmatch(gap):
        return None
    node, unit, offset = first.node, second.node.unit, second.node.offset
    if abs(offset) > 1:
        return None
    if isinstance(node, Anaphoric) and unit is Unit.YEAR:
        return Found(first.low, second.high, Refusal("anaphoric"))  # "the same month last year"
    if isinstance(node, Weekday) and unit is Unit.WEEK:
        return Found(first.low, second.high, replace(node, week_offset=offset))
    if unit is Unit.YEAR and isinstance(node, Range):
        return _range_in_year(first, second.high, node, offset)
    if unit is not Unit.YEAR or not isinstance(node, Season | Fraction | Calendar) or node.year is not None:
        return None
    if isinstance(node, Calendar) and node.month is None:
        return None
    return Found(first.low, second.high, replace(node, year_offset=offset))


def _decades(first: Found, start: Years, second: Found, end: Years) -> Found | None:
    """ "The 1970s and 1980s"."""
    touching = end.first == start.last + 1
    return Found(first.low, second.high, Years(start.first, end.last)) if touching else None


def _in_that_year(first: Found, second: Found, that: Anaphoric) -> Found | None:
    """ "Juli tahun itu": a date of a year told elsewhere."""
    node = first.node
    if that.unit is not Unit.YEAR or not isinstance(node, Calendar) or node.month is None:
        return None
    if (node.year, node.year_offset, node.month_offset, node.hint) != (None,) * 4:
        return None
    return Found(first.low, second.high, replace(that, of_year=node))


def _before(item: Found, tokens: Tokens, pattern: re.Pattern[str]) -> re.Match[str] | None:
    return pattern.search(tokens.codes, max(0, item.low - _REACH), item.low)


def _with_prefix(item: Found, tokens: Tokens) -> Found:
    """Early May, late on Thursday, the night of August 12."""
    if _is_day(item.node):
        match = _before(item, tokens, _patterns().day_prefix)
        return replace(item, low=match.start()) if match else item
    match = _before(item, tokens, _patterns().portion)
    if match is None or not _divisible(item.node):
        return item
    word = match.start("w") if match["w"] else match.start("v")
    portion = _PORTIONS[_NAME_OF[tokens.codes[word]]]
    assert isinstance(item.node, Calendar | Relative | Season | Years | Window)
    return Found(match.start(), item.high, Part(portion, item.node))


def _divisible(node: Node) -> bool:
    if isinstance(node, Relative):
        return node.unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR)
    return isinstance(node, Calendar | Season | Years)


_Ends = Calendar | Weekday | Relative | Season | Part | Years | Weekend


def _ranged(first: Found, second: Found, tokens: Tokens, words: Lexicon) -> Found | None:
    """From A to B, between A and B, A hingga B."""
    start, end = first.node, second.node
    if not isinstance(start, _Ends) or not isinstance(end, _Ends):
        return None
    gap, own = _gap(first, second, tokens), _patterns()
    if own.also.fullmatch(gap) and _follow(start, end):
        return Found(first.low, second.high, Range(start, end))
    low = _range_start(first, gap, tokens, own)
    if low is None:
        pattern = own.range_gap if _alike(start, end) else own.free_gap
        if not pattern.fullmatch(gap):
            return None
        low = first.low
    if _shifted(low, tokens, words):
        return None
    return Found(low, second.high, Range(start, end))


def _follow(start: Node, end: Node) -> bool:
    """ "On Monday and Tuesday"."""
    if not (isinstance(start, Weekday) and isinstance(end, Weekday)):
        return False
    floating = all((one.hint, one.week_offset) == (None, None) for one in (start, end))
    return floating and (end.weekday - start.weekday) % 7 == 1


def _alike(start: Node, end: Node) -> bool:
    """Two dates or two weekdays: then "to" or a dash alone makes a range of them."""
    return isinstance(start, Calendar | Weekday) and type(start) is type(end)


def _range_start(first: Found, gap: str, tokens: Tokens, own: _Patterns) -> int | None:
    for prefix, between in ((own.from_, own.range_gap), (own.between, own.between_gap)):
        match = _before(first, tokens, prefix)
        if match and between.fullmatch(gap):
            return match.start()
    return None


def _shifted(low: int, tokens: Tokens, words: Lexicon) -> bool:
    """Whether a word like "postponed" stands before: then A and B are two dates, not a stretch."""
    before = range(max(0, low - _SHIFT_REACH), low)
    return any(tokens.word(index).lower() in words.shifts for index in before)


def _open_range(item: Found, tokens: Tokens) -> Found:
    """Since X, until X."""
    since = _before(item, tokens, _patterns().since)
    until = _before(item, tokens, _patterns().until)
    match = since or until
    if match is None or _says_which(item, match, tokens):
        return item
    if isinstance(item.node, Range):
        return replace(item, low=match.start())
    if not isinstance(item.node, _Ends | Fraction):
        return item
    node = Range(item.node, None) if since else Range(None, item.node)
    return Found(match.start(), item.high, node)


def _says_which(item: Found, before: re.Match[str], tokens: Tokens) -> bool:
    """Whether a date says which thing is meant: "since the March 2003 invasion", "since Monday's attack"."""
    if tokens.text[tokens.ends[item.high - 1] :][:2] in ("'s", "’s"):
        return True
    article = CODES["the"] in before.group() and isinstance(item.node, Calendar)
    return article and tokens.codes[item.high : item.high + 1] == CODES["word"]


def _placed(node: Node) -> bool:
    """Whether an atom that needs a year got one: "the first half" alone may be of a match."""
    return not isinstance(node, Fraction) or node.year is not None or node.year_offset is not None


__all__ = ["Found", "join"]
