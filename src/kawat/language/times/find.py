"""Finding the time expressions of a running text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from kawat.language.times import rules_en, rules_id
from kawat.language.times.joins import Found, join
from kawat.language.times.model import Anaphoric, Node, Refusal, Relative, TimeExpression
from kawat.language.times.rules import Caught, Rule
from kawat.language.times.tags import CODES
from kawat.language.times.tokens import Lexicon, Tokens, lexicon, tokenise

KEPT = 512
"""Sentences whose times are remembered: each is asked for again by every report in it."""

_SUPERLATIVE_REACH = 8
# A number that touches one of these is part of something else: a phone number, a price, a model.
_GLUE = frozenset("-/#$€£¥%.:+*=&@_–")
_MONTHS = frozenset(CODES[name] for name in ("month", "short_month"))
_NUMERIC = frozenset(CODES[name] for name in ("day", "year", "number", "ordinal"))
_Index = Mapping[str, tuple[Rule, ...]]


@cache
def _index(language: str) -> _Index:
    """The rules that can start at a token of each code, in their order."""
    rules = rules_en.RULES if language == "en" else rules_id.RULES
    codes = frozenset(code for rule in rules for code in rule.starts)
    return {code: tuple(rule for rule in rules if code in rule.starts) for code in codes}


def find_times(text: str, language: str) -> list[TimeExpression]:
    """The time expressions of ``text``, in order, without overlaps; spans are offsets into ``text``.

    ``language`` is "id" or "en" (also "id-ID"); any other gives an empty list. What can not be placed on the
    calendar comes with its ``refusal``: a duration, an age, a vague word, a holiday's name, an anaphor.
    """
    code = language.lower().replace("_", "-").split("-")[0]
    return list(_times(text, code)) if code in ("id", "en") else []


@lru_cache(maxsize=KEPT)
def _times(text: str, code: str) -> tuple[TimeExpression, ...]:
    words = lexicon(code)
    tokens = tokenise(text, words)
    atoms = _atoms(tokens, _index(code), words)
    return tuple(_expression(item, tokens) for item in join(atoms, tokens, words)) if atoms else ()


def _expression(item: Found, tokens: Tokens) -> TimeExpression:
    return TimeExpression(tokens.span(item.low, item.high), item.node, _refusal(item.node))


def _refusal(node: Node) -> str | None:
    if isinstance(node, Refusal):
        return node.reason
    return "anaphoric" if isinstance(node, Anaphoric) else None


def _atoms(tokens: Tokens, rules: _Index, words: Lexicon) -> list[Found]:
    """The longest rule at each place, from left to right."""
    found: list[Found] = []
    index, size = 0, len(tokens.codes)
    while index < size:
        best = _longest(tokens, rules.get(tokens.codes[index], ()), index)
        if best is None:
            index += 1
            continue
        found.append(_checked(_leftwards(best, tokens, found), tokens, words))
        index = best.high
    return found


def _longest(tokens: Tokens, rules: tuple[Rule, ...], index: int) -> Found | None:
    best: Found | None = None
    for rule in rules:
        match = rule.pattern.match(tokens.codes, index)
        if match is None or match.end() <= (best.high if best else index):
            continue
        if _glued(tokens, index, match.end()):
            continue
        node = rule.build(Caught(match, tokens))
        if node is not None:
            best = Found(index, match.end(), node)
    return best


def _glued(tokens: Tokens, low: int, high: int) -> bool:
    """Whether a number at an edge touches a sign that makes it part of something else."""
    text, start, end = tokens.text, tokens.starts[low], tokens.ends[high - 1]
    if tokens.codes[low] in _NUMERIC and start and text[start - 1] in _GLUE:
        return not _hyphen_of_times(tokens, low)
    if tokens.codes[high - 1] not in _NUMERIC or end >= len(text):
        return False
    after = text[end]
    return after in "%$€" or (after in "-/.:" and text[end + 1 : end + 2].isdigit())


def _hyphen_of_times(tokens: Tokens, low: int) -> bool:
    """ "mid-2024", "28 June-2 July"."""
    before = tokens.codes[max(0, low - 2) : low]
    return before[-1:] == CODES["mid"] or (before[-1:] == CODES["dash"] and before[0] in _MONTHS)


def _leftwards(item: Found, tokens: Tokens, found: list[Found]) -> Found:
    """ "Armed Forces Day": the name goes left over its capitals."""
    if tokens.word(item.low) != "Day" or not isinstance(item.node, Refusal):
        return item
    low, floor = item.low, found[-1].high if found else 0
    while low > floor and tokens.codes[low - 1] == CODES["capital"]:
        low -= 1
    return replace(item, low=low)


def _checked(item: Found, tokens: Tokens, words: Lexicon) -> Found:
    """ "The first visit in five years" counts a duration, not years ahead."""
    if not (isinstance(item.node, Relative) and item.node.counted):
        return item
    for index in range(item.low - 1, max(-1, item.low - 1 - _SUPERLATIVE_REACH), -1):
        if tokens.codes[index] in (CODES["dot"], CODES["newline"]):
            break
        if tokens.word(index).lower() in words.superlatives:
            return replace(item, node=Refusal("duration"))
    return item
