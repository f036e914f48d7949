"""The parts around an attribution: what still belongs to it, where content begins, ends, and what it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.reading.lexicon.claims.cues import CueKind, Takes
from kawat.reading.lexicon.claims.groups import Group
from kawat.reading.lexicon.claims.items import CLOSING_MARKS, Item
from kawat.reading.lexicon.claims.speakers import is_adjunct, is_adverb, is_preposition
from kawat.reading.lexicon.claims.words import SmallWords

Items = Sequence[Item]
_LOOK_AHEAD = 14  # items over which "said in a speech to officers that" still finds its "that"
_CLAUSE_LOOK_AHEAD = 16
COLONS = frozenset(":,")
_ENDS = frozenset(".?!)…")
_AS_BLOCK = 16  # items over which Indonesian "menyebut X sebagai Y" still only calls names


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items ``first`` to ``last`` (end exclusive) that a group attributes."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence under work: its items, its attributions, the small words."""

    items: Items
    groups: Sequence[Group]
    words: SmallWords

    def at_end(self, at: int) -> bool:
        return at >= len(self.items) or self.items[at].lower in _ENDS


def past_adjuncts(frame: Frame, at: int) -> tuple[int, bool]:
    """Past adverbs, times, places and audiences. True when a sign of content was met ("that", colon)."""
    items, words = frame.items, frame.words
    while at < len(items):
        item = items[at]
        if item.is_word and item.lower in words.that:
            return at + 1, True
        if item.lower == ":":
            return at + 1, True
        if item.quotation is not None:
            named = at + 1 < len(items) and items[at + 1].is_word and items[at + 1].lower in words.that
            return (at + 2 if named else at), True
        if item.lower == "(":
            closing = next((j for j in range(at, min(len(items), at + 12)) if items[j].lower == ")"), None)
            if closing is None:
                return at, False
            at = closing + 1
        elif is_adjunct(item, words):
            at = _past_adjunct(frame, at)
        elif (past := _past_preposition(frame, at)) is not None:
            at = past
        else:
            return _sign_ahead(frame, at)
    return at, False


def _past_adjunct(frame: Frame, at: int) -> int:
    """Past "in his speech", with the words that still belong to it when a "that" follows them."""
    items, words = frame.items, frame.words
    for place in range(at + 1, min(len(items), at + 6)):
        if items[place].is_word and items[place].lower in words.that:
            return place
        if not items[place].is_word or items[place].cues or not items[at].cues:
            break
    return at + 1


def _past_preposition(frame: Frame, at: int) -> int | None:
    """The item after "on Tuesday", "in Moscow", "kepada Putin"."""
    items, words = frame.items, frame.words
    if not is_preposition(items, at, words) or at + 1 >= len(items):
        return None
    place = at + 1
    while place < len(items) and items[place].is_word and items[place].lower in words.prepositions | {"the", "a"}:
        place += 1
    if place < len(items) and (items[place].mention is not None or is_adjunct(items[place], words)):
        return place + 1
    return None


def _sign_ahead(frame: Frame, at: int) -> tuple[int, bool]:
    """At a preposition: the "that", colon or quotation that follows its phrase in the same breath."""
    items, words = frame.items, frame.words
    tail = items[at].is_word and items[at].lower in words.tails
    if not (is_preposition(items, at, words) or tail):
        return at, False
    for place in range(at, min(len(items), at + _LOOK_AHEAD)):
        item = items[place]
        if item.lower == ":" or (item.is_word and item.lower in words.that and place > at + 1):
            return place + 1, True
        if item.is_comma and place + 1 < len(items):
            follows = items[place + 1]
            if follows.quotation is not None:
                return place + 1, True
            if follows.is_word and follows.lower in words.that:
                return place + 2, True
            return at, False
        if item.cues and item.cue_of(CueKind.VERB, CueKind.PARTICIPLE, CueKind.PASSIVE):
            break
    return at, False


def is_tail(frame: Frame, at: int) -> bool:
    """What follows a comma here is a rest of the attribution ("who ...", "on Tuesday"), not content."""
    items, words = frame.items, frame.words
    if frame.at_end(at):
        return True
    item = items[at]
    if item.lower == "(" or is_adverb(item, words) or is_preposition(items, at, words):
        return True
    if any(group.first <= at <= group.last for group in frame.groups):
        return True
    lower = item.lower
    if item.mention is not None and (frame.at_end(at + 1) or is_preposition(items, at + 1, words)):
        return True
    ing = bool(words.adverb_ending) and lower.endswith("ing") and len(lower) > 5
    return item.is_word and (lower in words.tails or lower in words.contrast or lower in words.and_ or ing)


def is_adverbial(frame: Frame, low: int, high: int) -> bool:
    """``low`` to ``high`` only sets the scene: "On Tuesday", "Selain itu", "After the talks"."""
    items, words = frame.items, frame.words
    while high > low and items[high - 1].is_comma:
        high -= 1
    if high <= low:
        return True
    first = items[low]
    if all(is_loose(item, words) for item in items[low:high]):
        return True
    opens = is_preposition(items, low, words) or first.lower in words.contrast or is_adverb(first, words)
    ing = bool(words.adverb_ending) and first.is_word and first.lower.endswith(("ing", "asked")) and high - low < 14
    passive = first.lower in ("ditanya", "when", "as", "asked", "menanggapi", "berbicara", "jika", "bila")
    return opens or ing or passive


def is_loose(item: Item, words: SmallWords) -> bool:
    return item.is_comma or is_adverb(item, words) or (item.is_word and item.lower in words.connectives)


def is_parting(item: Item) -> bool:
    return item.is_comma or item.quotation is not None or item.lower in CLOSING_MARKS


def is_only_quote(frame: Frame, low: int, high: int) -> bool:
    """Nothing but one quotation, signs and connectives aside."""
    rest = [
        item
        for item in frame.items[low:high]
        if not item.is_sign and not (item.is_word and item.lower in frame.words.connectives)
    ]
    return len(rest) == 1 and rest[0].quotation is not None


def end_of(frame: Frame, start: int, group: Group) -> int:
    """Where a content that begins at ``start`` ends: at the next attribution beside it, or the sentence."""
    items, words = frame.items, frame.words
    high = len(items)
    for other in frame.groups:
        if other.first < start or other is group:
            continue
        before = other.first - 1
        beside = before >= start and (items[before].is_comma or items[before].lower in words.and_ | words.contrast)
        if beside or other.detached or other.agency or (other.kind is CueKind.PHRASE and before >= start):
            high = other.first
            break
    while high > start and items[high - 1].is_word and items[high - 1].lower in words.and_ | words.contrast:
        high -= 1
    for at in range(start, high):
        if items[at].lower == ";" or _turns(frame, at, high):
            return at
        sign = items[at].is_comma
        if sign and group.relative:
            return at
        if sign and at + 1 < high and items[at + 1].is_word and items[at + 1].lower in words.contrast:
            return at
    return high


def _turns(frame: Frame, at: int, high: int) -> bool:
    """ ", but did not elaborate", ", tetapi tidak merinci": the speaker's act again, not what was said."""
    items, words = frame.items, frame.words
    if not items[at].is_comma or at + 2 >= high:
        return False
    if not (items[at + 1].is_word and items[at + 1].lower in words.turns):
        return False
    verb = at + 2
    while verb < high and items[verb].lower in words.negations | {"did", "didn't", "memberi"}:
        verb += 1
    return verb < high and items[verb].is_word and items[verb].lower in words.did


def may_take(frame: Frame, start: int, end: int, group: Group, strong: bool) -> bool:
    """The cue may have items ``start`` to ``end`` as its content."""
    items, words = frame.items, frame.words
    if start >= end or frame.at_end(start):
        return False
    if group.takes is Takes.QUOTE:
        return items[start].quotation is not None
    if strong or items[start].quotation is not None:
        return True
    if group.takes is Takes.THAT:
        return False
    if group.takes is Takes.ANY:
        barred = ("sebagai",) if group.kind is CueKind.PASSIVE else ("to", "sebagai")
        return not (items[start].is_word and items[start].lower in barred)
    if not words.finite:
        return not any(item.lower == "sebagai" for item in items[start : min(end, start + _AS_BLOCK)])
    if is_preposition(items, start, words) or items[start].lower in words.to:
        return False
    return _has_verb(frame, start, end)


def _has_verb(frame: Frame, start: int, end: int) -> bool:
    """Whether items ``start`` to ``end`` begin a clause: "her part in the raid that killed him" has no verb."""
    items, words = frame.items, frame.words
    relative = 0
    for at in range(start, min(end, start + _CLAUSE_LOOK_AHEAD)):
        lower = items[at].lower
        if items[at].is_word and at > start and lower in words.who | words.that:
            relative += 1
        if items[at].is_word and (lower in words.finite or (at > start and lower.endswith("ed"))):
            if not relative:
                return True
            relative -= 1
        is_so = at + 1 < end and items[at + 1].lower in ("a", "an", "the", "not")
        if lower == "'s" and items[at].is_sign and is_so:
            return True
    return False
