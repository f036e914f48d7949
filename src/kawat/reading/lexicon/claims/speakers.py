"""From a cue to its speaker: leftwards over adverbs, places, appositions; rightwards over titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.reading.lexicon.claims.cues import CueKind
from kawat.reading.lexicon.claims.items import Item
from kawat.reading.lexicon.claims.words import SmallWords
from kawat.records import Mention, MentionKind

Items = Sequence[Item]
_MAX_PARENTHESIS = 14
_MAX_COMMON_NOUNS = 4  # words between a name and its verb: "Russia 's defence ministry said"
_MAX_PHRASE = 8
_MAX_RELATIVE = 8  # words of a relative clause between who speaks and the cue
_NAMED = (MentionKind.PERSON,)


@dataclass(frozen=True, slots=True)
class Left:
    """What stands before a cue. ``index`` is the speaker's item; ``first`` where the attribution starts.

    ``jumped`` are the starts of groups between speaker and cue ("Kim, according to KCNA, said");
    ``inherit`` the last item of an earlier attribution whose speaker goes on.
    """

    index: int | None
    first: int
    relative: bool = False
    jumped: tuple[int, ...] = ()
    inherit: int | None = None


@dataclass(slots=True)
class _Walk:
    """Where the walk to the left is, and what it has crossed."""

    at: int
    comma: bool = False
    relative: bool = False
    jumped: tuple[int, ...] = ()
    passive: bool = False  # "was quoted as saying": forms of "be" are passed over


def is_adverb(item: Item, words: SmallWords) -> bool:
    """What may stand between a speaker and a cue."""
    if item.cue_of(CueKind.ADJUNCT) or item.is_time:
        return True
    if not item.is_word or (item.cues and not item.lower.isdigit()):
        return False
    lower = item.lower
    return (
        lower in words.skipped
        or lower in words.times
        or (bool(words.adverb_ending) and lower.endswith(words.adverb_ending) and len(lower) > 4)
    )


def is_adjunct(item: Item, words: SmallWords) -> bool:
    """What may stand between a cue and its content without being part of it."""
    if item.cue_of(CueKind.ADJUNCT) or item.is_time:
        return True
    return item.is_word and not item.cues and item.lower in words.after_cue


def is_preposition(items: Items, at: int, words: SmallWords) -> bool:
    return 0 <= at < len(items) and items[at].is_word and items[at].lower in words.prepositions


def is_oblique(items: Items, at: int, words: SmallWords) -> bool:
    """The mention at ``at`` hangs on a preposition ("in Moscow", "kepada Putin")."""
    before = at - 1
    if before >= 0 and items[before].is_word and items[before].lower in ("the", "a", "an", "para", "its", "his"):
        before -= 1
    return is_preposition(items, before, words)


def find_left(
    items: Items, cue: int, words: SmallWords, spans: dict[int, tuple[int, bool]], participle: bool
) -> Left | None:
    """The speaker before ``items[cue]``. ``spans`` maps the last item of every attribution found so far
    to its first item and whether it may be jumped over (an interposed "according to KCNA")."""
    walk = _Walk(cue - 1, passive=items[cue].lower.startswith(("quoted", "cited", "as ")))
    while walk.at >= 0:
        stop = _step(items, walk, words, spans)
        if isinstance(stop, Left):
            return stop
        if stop:
            break
    return _fallback(items, cue, walk, words, participle)


def _step(items: Items, walk: _Walk, words: SmallWords, spans: dict[int, tuple[int, bool]]) -> Left | bool:
    """One item to the left: a Left when the speaker is found, True when the way is barred."""
    at = walk.at
    item = items[at]
    if at in spans:
        first, may_jump = spans[at]
        if not may_jump:
            return Left(None, at + 1, inherit=at)
        walk.at, walk.jumped = first - 1, (*walk.jumped, first)
        while walk.at >= 0 and items[walk.at].is_comma:
            walk.at -= 1
    elif item.is_comma:
        walk.comma, walk.at = True, at - 1
    elif item.lower == ")":
        opened = _opening(items, at)
        if opened is None:
            return True
        walk.at = opened
    elif is_adverb(item, words) or (item.mention and is_oblique(items, at, words) and not item.is_time):
        walk.at = _before_prepositions(items, at - 1, words)
    elif _is_passed_over(items, walk, words):
        walk.at = at - 1
    elif item.is_speaker:
        return _found(items, at, walk, words)
    elif item.lower in words.who and item.is_word:
        walk.relative, walk.at = True, at - 1
    else:
        return True
    return False


def _before_prepositions(items: Items, at: int, words: SmallWords) -> int:
    while is_preposition(items, at, words) or (
        items[at].lower in ("the", "a", "an") and is_preposition(items, at - 1, words)
    ):
        at -= 1
    return at


def _opening(items: Items, at: int) -> int | None:
    """The item before the bracket that ``items[at]`` closes, or the name that holds all of it: "Jo Roe (R-Ohio"."""
    for place in range(at - 1, max(-1, at - _MAX_PARENTHESIS), -1):
        if items[place].lower == "(":
            return place - 1
        if items[place].mention is not None and "(" in items[place].lower:
            return place
    return None


def _is_passed_over(items: Items, walk: _Walk, words: SmallWords) -> bool:
    item = items[walk.at]
    being = walk.passive and item.is_word and item.lower in words.be
    return being or (walk.comma and _is_place_beside(items, walk.at))


def _is_place_beside(items: Items, at: int) -> bool:
    """ "The consulate in Basra, southern Iraq, said": the second place only says where the first lies."""
    return _is_place(items[at]) and at > 1 and items[at - 1].is_comma and _is_place(items[at - 2])


def _found(items: Items, at: int, walk: _Walk, words: SmallWords) -> Left | bool:
    first = at
    while first > 0 and items[first - 1].is_speaker and not is_oblique(items, first, words):
        first -= 1  # "juru bicara Kremlin" "Dmitry Peskov" side by side
    beside = range(first, at + 1) if words.head_first else range(at, first - 1, -1)
    best = _best(items, beside)
    if first > 0 and items[first - 1].is_word and items[first - 1].lower in words.who | words.that:
        walk.relative = True
    head = None if walk.comma else _before_relative(items, first, words) or _before_phrase(items, first, words)
    if head is not None:
        return Left(head, head, False, walk.jumped)
    if not walk.comma or walk.relative:
        return Left(best, first, walk.relative, walk.jumped)
    if first > 1 and items[first - 1].is_comma and items[first - 2].is_speaker:
        pick = _best(items, (first - 2, best))
        return Left(pick, first - 2, False, walk.jumped)
    parted = first == 0 or items[first - 1].is_sign or items[first - 1].quotation is not None
    if parted or walk.jumped:
        return Left(best, first, False, walk.jumped)
    walk.at = at
    return True


def _before_relative(items: Items, first: int, words: SmallWords) -> int | None:
    """ "The lawmakers who met Modi said": who speaks, before a relative clause that ends in ``items[first]``."""
    verb = False
    for at in range(first - 1, max(0, first - _MAX_RELATIVE), -1):
        item = items[at]
        if item.is_word and item.lower in words.who:
            return at - 1 if verb and items[at - 1].is_speaker else None
        if not item.is_word or item.cues:
            return None
        verb = item.lower in words.finite or bool(words.verbs.match(item.lower))
    return None


def _before_phrase(items: Items, first: int, words: SmallWords) -> int | None:
    """ "Sejumlah diplomat pada pertemuan PBB mengatakan": who speaks stands before the preposition."""
    for at in range(first - 1, max(0, first - 1 - _MAX_COMMON_NOUNS), -1):
        item = items[at]
        if is_preposition(items, at, words):
            plain = at < first - 1 and items[at - 1].is_speaker and not is_oblique(items, at - 1, words)
            return at - 1 if plain else None
        if not item.is_word or item.cues or item.lower in words.finite or words.verbs.match(item.lower):
            return None
    return None


def _best(items: Items, indexes: Sequence[int]) -> int:
    """A named person among neighbours that stand for the same one; else the first given."""
    for index in indexes:
        mention = items[index].mention
        if mention is not None and mention.kind in _NAMED:
            return index
    return indexes[0]


def _fallback(items: Items, cue: int, walk: _Walk, words: SmallWords, participle: bool) -> Left | None:
    """No speaker next to the cue: the subject of the clause, where the wording allows for one."""
    at = walk.at
    author = _author(items, at, words)
    if author is not None:
        return Left(author, at, False, walk.jumped)
    if at >= 0 and not walk.comma and items[at].is_word and items[at].lower in words.and_:
        return _subject(items, cue, words, at)
    if walk.comma:
        apposed = _before_apposition(items, at, words)
        if not participle:
            return None if apposed is None else Left(apposed, apposed, False, walk.jumped)
        return _subject(items, cue, words, cue)
    if participle:
        return _subject(items, cue, words, cue)
    if at >= 0 and not items[cue].lower.endswith("ed"):
        return _noun_phrase(items, at, words)
    return None


def _author(items: Items, at: int, words: SmallWords) -> int | None:
    """ "A letter from the union said", "Laporan dari PBB menyebutkan": who speaks in a document."""
    if at < 0 or items[at].lower not in words.documents:
        return None
    if at + 1 >= len(items) or items[at + 1].lower not in words.by:
        return None
    return next((place for place in range(at + 2, min(len(items), at + 4)) if items[place].is_speaker), None)


def _before_apposition(items: Items, at: int, words: SmallWords) -> int | None:
    """ "Putin, speaking in Moscow, said": the mention right before the earlier comma."""
    for place in range(at, max(0, at - _MAX_PARENTHESIS), -1):
        if items[place].is_comma:
            return place - 1 if items[place - 1].is_speaker else None
        verb = items[place].cue_of(CueKind.VERB) and not items[place].cue_of(CueKind.NOUN)
        if verb and items[place - 1].lower not in words.who:
            return None
    return None


def _subject(items: Items, cue: int, words: SmallWords, first: int) -> Left | None:
    index = _subject_before(items, cue, words)
    return None if index is None else Left(index, first)


def find_subject(items: Items, words: SmallWords) -> Mention | None:
    """Who a sentence is about: its first name or noun for somebody that no preposition governs."""
    index = _subject_before(items, len(items), words)
    return None if index is None else items[index].mention


def _subject_before(items: Items, end: int, words: SmallWords) -> int | None:
    fitting = [
        index
        for index in range(end)
        if items[index].is_speaker and not is_oblique(items, index, words) and not _is_place(items[index])
    ]
    if not fitting:
        return None
    start = 0
    if is_preposition(items, 0, words) or items[0].lower in words.contrast:
        start = next((index + 1 for index in range(end) if items[index].is_comma), 0)
    return next((one for one in fitting if one >= start), fitting[0])


def _is_place(item: Item) -> bool:
    return item.mention is not None and item.mention.kind is MentionKind.PLACE


def _noun_phrase(items: Items, at: int, words: SmallWords) -> Left | None:
    for place in range(at, max(-1, at - _MAX_COMMON_NOUNS - 1), -1):
        item = items[place]
        if item.is_speaker:
            oblique = is_oblique(items, place, words)
            return None if oblique else Left(place, place)
        if item.lower == "'s":
            continue
        owned = items[place - 1].lower == "'s" and item.lower in words.documents  # "the ministry's report says"
        if not item.is_word or (item.cues and not owned):
            return None
        if item.lower in words.prepositions | words.who | words.be | words.that:
            return None
        if item.lower in words.finite | words.negations | words.to | words.as_ or words.verbs.match(item.lower):
            return None
    return None


def find_right(items: Items, cue: int, words: SmallWords, kind: CueKind) -> tuple[int, int] | None:
    """The speaker after ``items[cue]`` and the last item that belongs to naming it, or None."""
    reach = {CueKind.PHRASE: _MAX_PHRASE, CueKind.ROOT: 6, CueKind.VERB: 5}.get(kind, 6)
    for at in range(cue + 1, min(len(items), cue + 1 + reach)):
        item = items[at]
        if item.is_speaker:
            last = at
            while last + 1 < len(items) and items[last + 1].is_speaker:
                last += 1
            return _best(items, range(at, last + 1)), _apposed(items, last)
        if not item.is_word or not _may_pass(item, words, kind):
            return None
    return None


def _may_pass(item: Item, words: SmallWords, kind: CueKind) -> bool:
    lower = item.lower
    if item.cues and lower not in words.titles:
        return kind is CueKind.PHRASE and item.cue_of(CueKind.NOUN) is not None
    if lower in words.that | words.negations | words.who:
        return False
    if kind is CueKind.PHRASE:
        return lower not in words.finite and lower not in words.to
    if kind in (CueKind.ROOT, CueKind.VERB):
        return not item.cues and lower not in words.prepositions | words.finite | words.to | words.and_
    return lower in words.titles or item.capital


def _apposed(items: Items, last: int) -> int:
    """ "said Dmitry Peskov, the Kremlin spokesman." takes in the apposition when a sign follows it."""
    if last + 2 < len(items) and items[last + 1].is_comma and items[last + 2].is_speaker:
        after = last + 3
        if after >= len(items) or (items[after].is_sign and items[after].lower not in "('"):
            return last + 2
    return last
