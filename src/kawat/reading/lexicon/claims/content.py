"""What an attribution attributes: the stretches of its sentence before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.reading.lexicon.claims.cues import CueKind, Takes
from kawat.reading.lexicon.claims.frame import (
    COLONS,
    Frame,
    Stretch,
    end_of,
    is_adverbial,
    is_loose,
    is_only_quote,
    is_parting,
    is_tail,
    may_take,
    past_adjuncts,
)
from kawat.reading.lexicon.claims.groups import Group
from kawat.reading.lexicon.claims.items import Item
from kawat.reading.lexicon.claims.speakers import is_preposition
from kawat.reading.lexicon.claims.words import SmallWords
from kawat.records import MentionKind

_SUBJECT = 6  # before ", said X," a longer stretch is a whole statement, and what follows it tells of X
_SHORT = 4  # a stretch before an interposed attribution this short is a mere subject
_DATELINE = 8  # items before the agency in brackets of "SEOUL, June 5 (Agency) -"


@dataclass(frozen=True, slots=True)
class Found:
    """The stretches of one group; ``previous`` when it speaks of the sentence before ("Hal itu ...")."""

    stretches: tuple[Stretch, ...] = ()
    previous: bool = False


def contents_of(frame: Frame, index: int, low: int) -> Found:
    """What ``frame.groups[index]`` attributes; ``low`` is the first item a content before may have."""
    group = frame.groups[index]
    if group.kind in (CueKind.PHRASE, CueKind.CITING, CueKind.PASSIVE):
        return _of_phrase(frame, index, low)
    if group.speaker_after:
        return _of_root(frame, index, low)
    return _of_verb(frame, index, low)


# --- the kinds of attribution -----------------------------------------------------------------------


def _interposed(frame: Frame, low: int, group: Group, after: int) -> Found:
    """Content on both sides: a mere subject before ("The envoy, X said, will") is left out."""
    before = _before(frame, low, group)
    end = end_of(frame, after, group)
    stretches = []
    if before is not None and before.last - before.first > _SHORT and not is_adverbial(frame, low, group.first):
        stretches.append(before)
    if after < end and not frame.at_end(after):
        stretches.append(Stretch(after, end))
    return Found(tuple(stretches))


def _before(frame: Frame, low: int, group: Group) -> Stretch | None:
    items, words = frame.items, frame.words
    high = group.first
    while high > low and (items[high - 1].is_comma or items[high - 1].lower in words.as_):
        high -= 1
    if high > low and items[low].is_word and items[low].lower in words.and_:
        low += 1
    while low < high and items[low].is_comma:
        low += 1
    return Stretch(low, high) if low < high else None


def _only_before(frame: Frame, low: int, group: Group) -> Found:
    before = _before(frame, low, group)
    return Found(() if before is None else (before,))


@dataclass(frozen=True, slots=True)
class _Around:
    """A group and what stands beside it. ``after`` is the first item that may be content, ``strong`` when
    a sign of content ("that", a colon) stood before it; ``follows`` is past the comma at ``after``."""

    group: Group
    low: int
    after: int
    strong: bool
    comma: bool
    follows: int
    parted: bool  # a comma or a quotation stands right before the group
    as_said: bool  # "as X said"
    scene: bool  # before the group there is nothing but "On Tuesday", "Selain itu"


def _around(frame: Frame, index: int, low: int, after: int, strong: bool) -> _Around:
    items, group = frame.items, frame.groups[index]
    comma = after < len(items) and items[after].is_comma
    left = group.first - 1
    parted = left >= low and is_parting(items[left])
    as_said = left >= low and items[left].is_word and items[left].lower in frame.words.as_
    scene = is_adverbial(frame, low, group.first)
    return _Around(group, low, after, strong, comma, after + comma, parted, as_said, scene)


def _of_root(frame: Frame, index: int, low: int) -> Found:
    """ ", kata X" and ", said X"; at the start of a sentence its content follows."""
    items, words, group = frame.items, frame.words, frame.groups[index]
    at = _around(frame, index, low, *past_adjuncts(frame, group.last + 1))
    starts = all(is_loose(item, words) for item in items[low : group.first])
    if starts or (at.scene and at.comma and not is_tail(frame, at.follows)):
        start, strong = past_adjuncts(frame, at.follows) if at.comma else (at.follows, at.strong)
        return _after(frame, start if strong else at.follows, group, strong or at.strong)
    unquoted = not any(item.quotation for item in items[low : group.first])
    if group.takes is Takes.QUOTE and unquoted and words.finite:
        return Found()
    if _goes_on(frame, at):
        return _with_before(frame, low, group, at.follows)
    return _only_before(frame, low, group)


def _goes_on(frame: Frame, at: _Around) -> bool:
    """After ", said X" the statement goes on; a whole statement before it makes that unlikely."""
    items = frame.items
    if at.follows >= len(items) or not (at.comma or (at.strong and items[at.after - 1].lower in COLONS)):
        return False
    following = items[at.follows]
    if following.quotation is not None:
        return True
    if not at.comma or is_tail(frame, at.follows) or is_only_quote(frame, at.low, at.group.first):
        return False
    that = following.is_word and following.lower in frame.words.that
    short = at.group.first - at.low <= _SUBJECT + 1
    return that or at.scene or (short and not _is_apposition(frame, at.follows))


def _with_before(frame: Frame, low: int, group: Group, after: int) -> Found:
    found = _interposed(frame, low, group, after)
    before = _before(frame, low, group)
    if before is not None and is_only_quote(frame, before.first, before.last):
        rest = tuple(one for one in found.stretches if one.first >= after)
        return Found((before, *rest))
    return found


def _of_verb(frame: Frame, index: int, low: int) -> Found:
    """ "X said that", "..., X said." and everything between the two."""
    items, group = frame.items, frame.groups[index]
    at = _around(frame, index, low, *past_adjuncts(frame, group.last + 1))
    quote_before = at.parted and is_only_quote(frame, low, group.first)
    if at.strong and not (quote_before and items[at.after - 1].lower not in COLONS):
        found = _after(frame, at.after, group, True)
        before = _before(frame, low, group) if quote_before else None
        return found if before is None else Found((before, *found.stretches))
    if group.detached or group.kind in (CueKind.NOUN, CueKind.PARTICIPLE):
        return _after(frame, at.after, group, at.strong)
    if (at.parted or at.as_said) and frame.at_end(at.after):
        return _only_before(frame, low, group)
    if at.parted and at.comma and (not at.scene or is_tail(frame, at.follows)):
        quoted = at.follows < len(items) and items[at.follows].quotation is not None
        if quote_before or is_tail(frame, at.follows):
            return _with_before(frame, low, group, at.follows) if quoted else _only_before(frame, low, group)
        return _interposed(frame, low, group, at.follows)
    if quote_before or (at.parted and not at.scene and is_tail(frame, at.after)):
        return _only_before(frame, low, group)
    start, strong = _past_comma(frame, at.follows) if at.comma else (at.after, at.strong)
    return _after(frame, start, group, strong)


def _past_comma(frame: Frame, at: int) -> tuple[int, bool]:
    """ "Ia mengatakan, pihaknya siap"; "said, however, that"."""
    after, strong = past_adjuncts(frame, at)
    if strong:
        return after, True
    if after < len(frame.items) and frame.items[after].is_comma:
        return past_adjuncts(frame, after + 1)
    return at, False


def _after(frame: Frame, start: int, group: Group, strong: bool) -> Found:
    end = end_of(frame, start, group)
    return Found((Stretch(start, end),) if may_take(frame, start, end, group, strong) else ())


def _of_phrase(frame: Frame, index: int, low: int) -> Found:
    """ "According to X, ...", "..., dilansir X", "yang diyakini X akan ..."."""
    items, words, group = frame.items, frame.words, frame.groups[index]
    at = _around(frame, index, low, *_skip_speaker_rest(frame, group))
    if _is_anaphor(frame, group) and not at.strong and not (at.comma and not is_tail(frame, at.follows)):
        return Found(previous=True)
    left = group.first - 1
    if left >= low and items[left].is_word and items[left].lower in words.who:
        end = next((place for place in range(at.after, len(items)) if items[place].is_comma), len(items))
        return Found((Stretch(at.after, end),) if at.after < end and not frame.at_end(at.after) else ())
    if group.kind is CueKind.PASSIVE and words.finite and not group.agency:
        return _after(frame, at.after, group, at.strong)
    parted = at.parted or at.as_said
    if group.first <= low or (parted and at.scene and not frame.at_end(at.after)):
        start = _past_rest(frame, at.follows) if at.comma else at.after
        return _after(frame, start, group, at.strong)
    if items[group.first].lower == "(" and at.comma and group.first - low < _DATELINE:
        return _after(frame, at.follows, group, at.strong)
    return _of_later_phrase(frame, at, parted)


def _of_later_phrase(frame: Frame, at: _Around, parted: bool) -> Found:
    """A phrase inside or at the end of its sentence."""
    words, group, low = frame.words, at.group, at.low
    only_before = _only_before(frame, low, group)
    english = bool(words.finite)
    if frame.at_end(at.after):
        needs_comma = group.kind is CueKind.CITING or (group.agency and english)
        bracketed = frame.items[group.first].lower == "("
        return only_before if parted or bracketed or not needs_comma else Found()
    if parted:
        tail = (
            is_tail(frame, at.follows) or _is_apposition(frame, at.follows) if at.comma else group.agency or english
        )
        return only_before if tail else _interposed(frame, low, group, at.follows)
    if english:
        return only_before if group.kind is CueKind.PHRASE and not group.agency else Found()
    if at.comma or is_preposition(frame.items, at.after, words):
        return only_before
    return _after(frame, at.after, group, at.strong)


def _is_apposition(frame: Frame, start: int) -> bool:
    """What follows ", according to X," has no verb: "head of the clinic", "a lawyer for the family"."""
    items, words = frame.items, frame.words
    said = [item.lower for item in items[start:] if item.is_word]
    mention = items[start].mention
    if mention is not None and mention.kind is not MentionKind.ROLE:
        return False
    return bool(words.finite) and not any(one in words.finite or words.verbs.match(one) for one in said)


def _is_anaphor(frame: Frame, group: Group) -> bool:
    """ "Hal itu disampaikan X", "That is according to X", "Demikian dilaporkan X"."""
    items, words = frame.items, frame.words
    if group.first == 0:
        return items[0].lower.startswith("demikian ")
    return all(_is_anaphoric(item, words) for item in items[: group.first])


def _past_rest(frame: Frame, at: int) -> int:
    """Past ", who spoke in Brasilia," and ", Thursday (5/6)," to where the content begins."""
    items, words = frame.items, frame.words
    after, _ = past_adjuncts(frame, at)
    if after > at and after < len(items) and items[after].is_comma:
        return after + 1
    if at < len(items) and items[at].is_word and items[at].lower in words.who | words.tails:
        comma = next((place for place in range(at, len(items)) if items[place].is_comma), None)
        return at if comma is None else comma + 1
    return at


def _is_anaphoric(item: Item, words: SmallWords) -> bool:
    pronoun = item.mention is not None and item.mention.kind is MentionKind.PRONOUN
    return (item.is_word or pronoun) and item.lower in words.anaphors | words.be | words.connectives


def _skip_speaker_rest(frame: Frame, group: Group) -> tuple[int, bool]:
    """Past what still names the speaker: "according to Putin 's spokesman on Tuesday,"."""
    items, words = frame.items, frame.words
    after, strong = past_adjuncts(frame, group.last + 1)
    if strong or after >= len(items) or items[after].is_comma or frame.at_end(after):
        return after, strong
    lower = items[after].lower
    rest = lower == "'s" or lower in words.tails or is_preposition(items, after, words) or bool(words.finite)
    if not rest or group.kind is CueKind.PASSIVE:
        return after, strong
    for at in range(after, min(len(items), after + 12)):
        if items[at].is_comma or frame.at_end(at):
            return at, False
        if items[at].cues and items[at].cue_of(CueKind.VERB):
            break
    return after, strong
