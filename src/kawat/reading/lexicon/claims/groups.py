"""Attributions inside one sentence: which cue has which speaker, and how they chain.

A `Group` is one attribution ("Putin told Reuters"): the items from ``first`` to ``last``. What it says is
found afterwards (``claims_content``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kawat.reading.lexicon.claims.cues import Cue, CueKind, Position, Takes
from kawat.reading.lexicon.claims.items import CLOSING_MARKS, Item
from kawat.reading.lexicon.claims.speakers import Left, find_left, find_right, is_adjunct, is_adverb, is_preposition
from kawat.reading.lexicon.claims.words import SmallWords
from kawat.records import MentionKind, ParagraphKind, VoiceSpans

Items = Sequence[Item]
Voices = tuple[VoiceSpans, ...]
_OPENERS = frozenset("?!.") | CLOSING_MARKS
_OF_NOUNS = frozenset({"about", "of", "against", "as"})
_TITLES = (ParagraphKind.TITLE, ParagraphKind.HEADING)
_AFTER_KINDS = (CueKind.PHRASE, CueKind.PASSIVE, CueKind.CITING)


@dataclass(frozen=True, slots=True)
class Group:
    """One attribution. ``voices`` outermost first; empty when the speaker is the running one (-nya)."""

    first: int
    last: int
    cue: int
    kind: CueKind
    takes: Takes
    voices: Voices
    agency: bool = False
    relative: bool = False
    speaker_after: bool = False
    speaker: int | None = None
    detached: bool = False  # coordinate with an earlier one: it has no content before it


def find_groups(items: Items, words: SmallWords, kind: ParagraphKind) -> list[Group]:
    """All attributions of a sentence in order, neighbours chained into one."""
    groups = _title(items, kind) + _bracketed(items)
    for at, item in enumerate(items):
        cue = item.cue_of(*_AFTER_KINDS)
        if cue is not None and not _negated(items, at, words, cue):
            groups += _after_group(items, at, cue, words)
    for at, item in enumerate(items):
        if item.cues and not any(group.first <= at <= group.last for group in groups):
            group = _spoken(items, at, words, groups, kind in _TITLES)
            if group is not None:
                absorbed = {one.first for one in groups if group.first <= one.first and one.last <= group.last}
                groups = [one for one in groups if one.first not in absorbed]
                groups.append(group)
    return _chained(items, sorted(groups, key=lambda group: (group.first, group.last)), words)


def _voice(items: Items, speaker: int, cue: int | None) -> VoiceSpans:
    mention = items[speaker].mention
    assert mention is not None
    return VoiceSpans(mention, None if cue is None else items[cue].span)


def _title(items: Items, kind: ParagraphKind) -> list[Group]:
    """ "Kremlin: Putin Akan ..." in a title, or a colon before a quotation; "... : Kremlin" at a title's end."""
    if len(items) < 3:
        return []
    titled = kind in _TITLES
    colon = items[1].lower == ":"
    if items[0].is_speaker and not items[0].is_outlet and colon and (titled or items[2].quotation):
        voices = (_voice(items, 0, 1),)
        return [Group(0, 1, 1, CueKind.VERB, Takes.ANY, voices, speaker=0)]
    end = len(items) - 1
    tail = items[end].is_speaker and not items[end].is_outlet and end >= 3
    if titled and tail and items[end - 1].lower in (":", "-", "–", "—"):
        voices = (_voice(items, end, end - 1),)
        return [Group(end - 1, end, end - 1, CueKind.ROOT, Takes.ANY, voices, speaker_after=True, speaker=end)]
    return []


def _bracketed(items: Items) -> list[Group]:
    """ "(Reuters)": an agency in brackets vouches for its sentence."""
    out = []
    for at in range(len(items) - 2):
        if items[at].lower == "(" and items[at + 1].is_outlet and items[at + 2].lower in (")", "/"):
            last = next((j for j in range(at + 2, min(len(items), at + 6)) if items[j].lower == ")"), at + 1)
            voices = (_voice(items, at + 1, None),)
            out.append(
                Group(
                    at, last, at, CueKind.PHRASE, Takes.ANY, voices, agency=True, speaker_after=True, speaker=at + 1
                )
            )
    return out


def _after_group(items: Items, at: int, cue: Cue, words: SmallWords) -> list[Group]:
    right = find_right(items, at, words, cue.kind)
    if right is None:
        return []
    speaker, last = right
    if cue.form == "per" and not items[speaker].is_outlet:
        return []
    if cue.note == "main" and at > 0 and items[at - 1].lower in words.who:
        return []
    if cue.note == "names" and _only_names(items, at, last, words):
        return []
    return [
        Group(
            at, last, at, cue.kind, cue.takes, (_voice(items, speaker, at),), cue.agency,
            speaker_after=True, speaker=speaker,
        )
    ]  # fmt: skip


def _only_names(items: Items, at: int, last: int, words: SmallWords) -> bool:
    """ "sekolah yang resmi disebut Akademi Chad,": nothing is said of it, so that this is its name."""
    ends = last + 1 >= len(items) or items[last + 1].is_sign
    return ends and not (at > 0 and (items[at - 1].is_comma or items[at - 1].lower in words.as_))


def _negated(items: Items, at: int, words: SmallWords, cue: Cue) -> bool:
    """ "did not say", "akan mengumumkan", "was told": no statement was made by the subject."""
    before = at - 1
    while before >= 0 and items[before].is_word and items[before].lower in words.skipped:
        before -= 1
    if before < 0 or not items[before].is_word:
        return False
    lower = items[before].lower
    if lower in words.negations or lower.endswith("n't"):
        return True
    if cue.kind in (CueKind.VERB, CueKind.PARTICIPLE) and lower in words.to:
        return True
    quoted = cue.form.startswith(("quoted", "cited", "as "))
    return cue.kind is CueKind.VERB and lower in words.be and not quoted


def _spoken(items: Items, at: int, words: SmallWords, groups: Sequence[Group], titled: bool) -> Group | None:
    for cue in items[at].cues:
        if cue.kind in (CueKind.BLOCKED, CueKind.ADJUNCT, CueKind.QUOTER, *_AFTER_KINDS):
            continue
        if cue.kind is not CueKind.NOUN and (_negated(items, at, words, cue) or _is_object(items, at)):
            continue
        if cue.note == "title" and not titled and not _after_relative(items, at, cue, words):
            continue
        if cue.kind is CueKind.NOUN:
            group = _noun(items, at, cue, words)
        elif cue.kind is CueKind.ROOT:
            group = _root(items, at, cue, words)
        else:
            group = _verb(items, at, cue, words, groups)
        if group is not None:
            return group
    return None


def _is_object(items: Items, at: int) -> bool:
    """ "the ministry's claims about it", "after its claims, prosecutors went on": a noun, by what follows."""
    noun = items[at].cue_of(CueKind.NOUN) is not None and items[at].cue_of(CueKind.VERB) is not None
    if not noun or at + 1 >= len(items):
        return False
    first = not any(item.is_comma or item.quotation for item in items[:at])
    return items[at + 1].lower in _OF_NOUNS or (first and items[at + 1].is_comma)


def _after_relative(items: Items, at: int, cue: Cue, words: SmallWords) -> bool:
    """ "yang mereka katakan dapat ...": the bare verb of a relative clause; "sebut" there only names."""
    return at > 1 and items[at - 1].is_speaker and items[at - 2].lower in words.who and cue.form != "sebut"


def _opens_attribution(items: Items, at: int, words: SmallWords) -> bool:
    """A comma, a quotation or the start (with a connective at most) stands before ``at``."""
    if at == 0 or items[at - 1].is_comma or items[at - 1].quotation is not None or items[at - 1].lower in _OPENERS:
        return True
    before = items[at - 1]
    if before.is_word and before.lower in words.as_ | words.and_:
        return _opens_attribution(items, at - 1, words)
    return False


def _root(items: Items, at: int, cue: Cue, words: SmallWords) -> Group | None:
    if not _opens_attribution(items, at, words):
        return None
    if cue.note == "clitic":
        return Group(at, at, at, cue.kind, cue.takes, (), speaker_after=True)
    right = find_right(items, at, words, cue.kind)
    if right is None:
        return None
    speaker, last = right
    voices = (_voice(items, speaker, at),)
    last, outer = _addressee(items, last, words)
    return Group(at, last, at, cue.kind, cue.takes, outer + voices, speaker_after=True, speaker=speaker)


def _verb(items: Items, at: int, cue: Cue, words: SmallWords, groups: Sequence[Group]) -> Group | None:
    spans = {one.last: (one.first, one.kind in _AFTER_KINDS) for one in groups if one.last < at}
    left = find_left(items, at, words, spans, cue.kind is CueKind.PARTICIPLE)
    if cue.position is Position.BOTH and (left is None or _is_inverted(items, at, words)):
        inverted = _inverted(items, at, cue, words)
        if inverted is not None:
            return inverted
    if left is None:
        return _last_resort(items, at, cue, words, groups)
    if cue.note == "finite_base" and not _is_plural(items, left):
        return None
    return _from_left(items, at, cue, words, groups, left)


def _is_inverted(items: Items, at: int, words: SmallWords) -> bool:
    """ "..., said Lavrov." but not "Lavrov, in Moscow, said Russia would": nothing is said after the name."""
    right = find_right(items, at, words, CueKind.VERB)
    if at == 0 or right is None or not (items[at - 1].is_comma or items[at - 1].quotation is not None):
        return False
    after = right[1] + 1
    while after < min(len(items), right[1] + 3) and _is_common(items[after], words):
        after += 1  # "said a UNICEF spokesman."
    if after >= len(items) or (items[after].is_sign and not items[after].lower.startswith("'")):
        return True
    named = after == right[1] + 1  # not "said the union expected to grow"
    return named and (is_preposition(items, after, words) or is_adjunct(items[after], words))


def _is_common(item: Item, words: SmallWords) -> bool:
    return item.is_word and not item.cues and item.lower not in words.finite | words.prepositions | words.after_cue


def _is_plural(items: Items, left: Left) -> bool:
    if left.index is None:
        return True
    lower = items[left.index].lower
    return (
        lower in ("they", "police", "both")
        or lower.split()[-1:] == ["police"]
        or lower.endswith("s")
        or (lower in ("sources", "authorities") or "officials" in lower or lower.endswith("people"))
    )


def _inverted(items: Items, at: int, cue: Cue, words: SmallWords) -> Group | None:
    """ ", said Dmitry Peskov": only after a quotation, a comma, or at the very start."""
    if not _opens_attribution(items, at, words) or cue.note == "finite_base":
        return None
    right = find_right(items, at, words, CueKind.VERB)
    if right is None:
        return None
    speaker, last = right
    return Group(
        at, last, at, CueKind.ROOT, cue.takes, (_voice(items, speaker, at),), speaker_after=True, speaker=speaker
    )


def _last_resort(items: Items, at: int, cue: Cue, words: SmallWords, groups: Sequence[Group]) -> Group | None:
    """A coordinate cue whose clause names nobody goes on with the speaker before it."""
    earlier = [one for one in groups if one.last < at and one.voices]
    if not earlier or not (cue.kind is CueKind.PARTICIPLE or items[at - 1].lower in words.and_):
        return None
    voices = tuple(replace(voice, cue=items[at].span) for voice in earlier[-1].voices[-1:])
    return Group(at, at, at, CueKind.PARTICIPLE, cue.takes, voices, detached=True)


def _from_left(
    items: Items, at: int, cue: Cue, words: SmallWords, groups: Sequence[Group], left: Left
) -> Group | None:
    by_first = {one.first: one for one in groups}
    if left.inherit is not None:
        source = next(one for one in groups if one.last == left.inherit)
        voices = tuple(replace(voice, cue=items[at].span) for voice in source.voices[-1:])
        return Group(at, at, at, CueKind.PARTICIPLE, cue.takes, voices, detached=True)
    assert left.index is not None
    detached = left.first == at or left.index < left.first
    voices = (_voice(items, left.index, at),)
    if detached or cue.kind is CueKind.PARTICIPLE:
        earlier = [one for one in groups if one.last < at and one.kind not in _AFTER_KINDS and one.voices]
        if earlier:
            voices = tuple(replace(voice, cue=items[at].span) for voice in earlier[-1].voices[-1:])
    jumped = [by_first[first] for first in reversed(left.jumped) if first in by_first]
    outer = tuple(voice for one in jumped if not _is_inner(items, left.index, one) for voice in one.voices)
    voices += tuple(voice for one in jumped if _is_inner(items, left.index, one) for voice in one.voices)
    outer += _quoter(items, left, words)
    last, heard = _addressee(items, at, words)
    last, takes = _accused(items, last, cue, words)
    return Group(
        at if detached else left.first, last, at, cue.kind, takes, heard + outer + voices,
        relative=left.relative or items[left.index].lower in words.who, speaker=left.index, detached=detached,
    )  # fmt: skip


def _quoter(items: Items, left: Left, words: SmallWords) -> Voices:
    """ "Reuters quoted officials as saying": the one who quotes stands outside."""
    at = left.first - 1
    if at < 0 or items[at].cue_of(CueKind.QUOTER) is None:
        return ()
    outer = find_left(items, at, words, {}, False)
    return () if outer is None or outer.index is None else (_voice(items, outer.index, at),)


def _addressee(items: Items, last: int, words: SmallWords) -> tuple[int, Voices]:
    """Who was told: skipped, and an outlet that was told is a voice around the speaker's."""
    at = last + 1
    told = items[last].cues and items[last].lower in ("told", "tells", "telling", "as telling", "quoted as telling")
    quoted = items[last].cues and items[last].lower.startswith(("quoted as", "cited as"))
    into = ("by", "to") if quoted else ("kepada", "to")
    if at < len(items) and items[at].is_word and items[at].lower in into:
        at += 1
    elif not told:
        return last, ()
    start = at
    while at < len(items) and at - start < 3 and items[at].is_word and items[at].lower in words.titles:
        at += 1
    if at < len(items) and items[at].is_speaker:
        outer = (_voice(items, at, last),) if items[at].is_outlet and items[last].cues else ()
        if items[at].is_outlet and not outer:
            outer = (VoiceSpans(_voice(items, at, None).speaker, None),)
        return at, outer
    if at < len(items) and items[at].is_word and (items[at].lower in words.addressees or at > start):
        return at, ()
    return last, ()


def _accused(items: Items, last: int, cue: Cue, words: SmallWords) -> tuple[int, Takes]:
    """ "accused Israel of shelling": the charge begins after "of"."""
    if cue.takes is not Takes.ACCUSED:
        return last, cue.takes
    for at in range(last + 1, min(len(items), last + 9)):
        if items[at].lower == "of":
            return at, Takes.ANY
    return last, Takes.QUOTE


def _noun(items: Items, at: int, cue: Cue, words: SmallWords) -> Group | None:
    """ "Russia's claim that ...", "klaim Rusia bahwa ...", "the claim by Russia that ..."."""
    if at + 1 < len(items) and items[at + 1].lower in words.that:
        before = at - 2 if items[at - 1].lower == "'s" else at - 1
        if before >= 0 and items[before].is_speaker and not items[before].is_time:
            voices = (_voice(items, before, at),)
            return Group(before, at, at, cue.kind, cue.takes, voices, relative=True, speaker=before)
        return None
    place = at + 1
    if place < len(items) and items[place].is_word and items[place].lower in words.by:
        place += 1
    if place + 1 < len(items) and items[place].is_speaker and items[place + 1].lower in words.that:
        voices = (_voice(items, place, at),)
        return Group(at, place, at, cue.kind, cue.takes, voices, relative=True, speaker=place)
    return None


def _chained(items: Items, groups: list[Group], words: SmallWords) -> list[Group]:
    """Neighbours with nothing said between them are one attribution: Reuters > Trump."""
    out: list[Group] = []
    for group in groups:
        if out and out[-1].last >= group.first:
            continue
        if out and group.kind in _AFTER_KINDS and _touch(items, out[-1].last, group.first, words):
            out[-1] = _joined(items, out[-1], group)
        else:
            out.append(group)
    return out


def _touch(items: Items, last: int, first: int, words: SmallWords) -> bool:
    between = range(last + 1, first)
    bracket = False
    for at in between:
        item = items[at]
        bracket = (bracket or item.lower == "(") and item.lower != ")"
        loose = item.is_comma or is_adverb(item, words) or is_preposition(items, at, words) or bracket
        place = item.mention is not None and item.mention.kind in (MentionKind.PLACE, MentionKind.TIME)
        if not (loose or place or item.lower == ")" or item.lower in words.as_ | words.and_):
            return False
    return True


def _joined(items: Items, group: Group, other: Group) -> Group:
    inner = _is_inner(items, group.speaker, other)
    voices = group.voices + other.voices if inner else other.voices + group.voices
    return replace(group, last=other.last, voices=voices)


def _is_inner(items: Items, speaker: int | None, other: Group) -> bool:
    """The later one is the outer voice, unless the earlier one cites it ("Yonhap, quoting KCNA")."""
    if other.kind is not CueKind.CITING:
        return False
    return (
        speaker is None or other.speaker is None or items[speaker].is_outlet or not items[other.speaker].is_outlet
    )
