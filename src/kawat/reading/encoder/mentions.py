"""The mentions of a window: what the encoder marks, with what the dictionaries know of the words inside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kawat.reading.encoder.decode import Found, decode
from kawat.reading.encoder.labels import MENTION_KINDS, NAME_CLASSES
from kawat.reading.encoder.network import Logits
from kawat.records import Mention, MentionKind, Span

GRAMMAR_KINDS = frozenset({MentionKind.TIME, MentionKind.QUANTITY})
NAMED_KINDS = {
    MentionKind.PERSON: "person",
    MentionKind.STATE: "place",
    MentionKind.PLACE: "place",
    MentionKind.ORGANISATION: "organisation",
    MentionKind.GROUP: "organisation",
}
_OF_CLASS = {
    "person": MentionKind.PERSON,
    "place": MentionKind.PLACE,
    "organisation": MentionKind.ORGANISATION,
}
ARTICLES = frozenset({"the", "a", "an"})
_LONGEST = 40  # characters of a word
_WORD_BEFORE = re.compile(r"\w+\Z")
_LETTER = re.compile(r"\w")
_SIGNS = ".,;:) "
_LAST_WORD = re.compile(r"\b(\w{2,})-?\Z")
_LINKS = frozenset(
    "of in at on to by for from with and or than the a an di ke dari dan atau yang untuk dengan pada oleh".split()
)
_NO_NOUNS = ARTICLES | _LINKS | {"anti", "pro", "non"}
_ADDRESS = re.compile(
    r"://|\bwww\.|\w@\w|\w\.(?:docx?|pdf|xlsx?|html?)\b|\b[a-z][\w-]*\.(?:com|org|net|edu|gov|info)\b"
)
""" "www.acme.com", "plan.doc"; "Booking.com" is a name."""
_LONGEST_ADDRESS = 80  # characters of one, on either side of a name
MENTION_LEAST = 0.4
NAME_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and the words of the window at which the encoder may be asked about it: its first, its name's.

    ``side``: how it stands where it takes part: of a counted group ("two Russian diplomats") the people.
    """

    mention: Mention
    tokens: tuple[int, ...]
    side: Mention


def names_in(text: str, logits: Logits, spans: Sequence[Span]) -> list[Mention]:
    """The proper names of a window, without the phrases around them; what is in an address of the net is none."""
    read = decode(logits.name, NAME_LEAST, orphans=False)
    found = ((_span(one, spans, text), NAME_CLASSES[one.label]) for one in read)
    return [
        Mention(span, _OF_CLASS[name]) for span, name in found if span is not None and not _in_address(text, span)
    ]


def _in_address(text: str, span: Span) -> bool:
    """Whether the unbroken stretch that a name stands in is an address of the net or of a file."""
    before = re.split(r"\s", text[max(0, span.start - _LONGEST_ADDRESS) : span.start])[-1]
    after = re.split(r"\s", text[span.end : span.end + _LONGEST_ADDRESS], maxsplit=1)[0]
    return _ADDRESS.search(before + span.of(text) + after) is not None


def placed_mentions(
    text: str, logits: Logits, spans: Sequence[Span], known: Sequence[Mention], proper: Sequence[Mention]
) -> list[Placed]:
    """Mentions of a window in order, not overlapping.

    ``known``: the dictionaries' and grammars' mentions there; ``proper``: its proper names (`names_in`).
    """
    grammar = [one for one in known if one.kind in GRAMMAR_KINDS]
    names = [(one.span, NAMED_KINDS[one.kind]) for one in proper]
    heads = [
        one for one in names if text[max(0, one[0].start - 1) : one[0].start] != "("
    ]  # "Lucas (R-OK)" is Lucas
    out, taken = list(grammar), [one.span for one in grammar]
    counted: dict[Mention, Span] = {}
    for found in decode(logits.mention, MENTION_LEAST):
        span = _span(found, spans, text)
        if span is None:
            continue
        kind = MentionKind(MENTION_KINDS[found.label])
        figure = next((one for one in grammar if _counts(one, span, kind)), None)
        if figure is not None:
            counted[figure] = span
        elif any(span.overlaps(one) for one in taken):
            continue
        else:
            out.append(_made(span, kind, heads, known))
        taken.append(span)
    for one in [*(_made(span, _OF_CLASS[name], names, known) for span, name in names), *known]:
        if not any(one.span.overlaps(span) for span in taken):
            out.append(one)
            taken.append(one.span)
    return [_placed(one, spans, known, counted) for one in _joined(sorted(out, key=lambda one: one.span), text)]


def _counts(figure: Mention, span: Span, kind: MentionKind) -> bool:
    """Whether a phrase of the encoder is what a figure of the grammar counts: "nine" of "nine soldiers"."""
    counted = kind in {MentionKind.QUANTITY, MentionKind.ROLE} and figure.kind is MentionKind.QUANTITY
    return counted and span.contains(figure.span)


def _joined(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Titles joined to the name that follows them: "Ketua" and "Majelis Nasional Woo Won-shik"."""
    out: list[Mention] = []
    for one in mentions:
        before = out[-1] if out else None
        if before is not None and _is_title_of(before, one, text):
            out[-1] = replace(
                one,
                span=Span(before.span.start, one.span.end),
                head=one.head or one.span,
                country_hint=one.country_hint or before.country_hint,
                sector_hint=one.sector_hint or before.sector_hint,
            )
        else:
            out.append(one)
    return out


def _is_title_of(before: Mention, one: Mention, text: str) -> bool:
    titled = before.kind in {MentionKind.ROLE, MentionKind.ORGANISATION} and one.kind is MentionKind.PERSON
    return titled and text[before.span.end : one.span.start] == " "


def _span(found: Found, spans: Sequence[Span], text: str) -> Span | None:
    """The characters of a stretch of words, without a possessive or a word that only links at an end of it.

    A doubled noun is one word ("markas-markas"). None where no noun is left, or only the first half of a word.
    """
    first, last = found.first, found.last
    while last > first and text[spans[last].start : spans[last].end].lower() in _LINKS:
        last -= 1
    first += last > first and text[spans[first].start : spans[first].end].lower() == "of"
    start, end = whole_words(text, spans[first].start, spans[last].end)
    for tail in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(tail) and end - start > len(tail):
            end -= len(tail)
            break
    start, end = without_signs(text, start, end)
    words = text[start:end].rpartition("\n")[2]  # a title and its lead share no name
    start = end - len(words)
    no_noun = words.lower() in _NO_NOUNS or words.endswith("-") or not _LETTER.search(words)
    return None if no_noun else Span(start, end)


def without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without signs of no word in it: ". Alexander", "LTTE)"; a bracket that it opens is closed."""
    start += len(text[start:end]) - len(text[start:end].lstrip(_SIGNS))
    end = start + len(text[start:end].rstrip("( "))
    words = text[start:end]
    if words.count("(") > words.count(")"):
        return start, end + (text[end : end + 1] == ")")
    return start, end - (words.endswith(")") and "(" not in words)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with all of a word of which it has one half, and without a comma at its end."""
    if text[start] == "-" and (before := _WORD_BEFORE.search(text[max(0, start - _LONGEST) : start])):
        start -= len(before.group())
    bare = text[start:end].rstrip(",;:")
    end = start + len(bare) if bare else end
    half = _LAST_WORD.search(text[start:end]) if "-" in text[end - 1 : end + 1] else None
    doubled = half and re.compile(rf"-?{re.escape(half.group(1))}\w*", re.IGNORECASE).match(text, end)
    return start, doubled.end() if doubled else end


def _made(span: Span, kind: MentionKind, names: Sequence[tuple[Span, str]], known: Sequence[Mention]) -> Mention:
    """A mention at ``span`` with head and hints: of the dictionary's mentions inside, the one it is most like."""
    inside = [one for one in known if one.kind not in GRAMMAR_KINDS and one.span.overlaps(span)]
    like = max(inside, key=lambda one: _likeness(span, kind, one), default=None)
    named = [one for one, name in names if span.contains(one) and name == NAMED_KINDS.get(kind)]
    head = named[-1] if named else None
    if like is None:
        return Mention(span, kind, head)
    if like.entity and like.span == span and not _alike(kind, like.kind):
        return like  # the whole wording is a known name: what it names is no guess
    if head is None and like.head is not None and span.contains(like.head) and like.kind is kind:
        head = like.head
    if kind is MentionKind.STATE and not _alike(kind, like.kind):
        return Mention(span, kind, head)  # of "the Chad envoy to Mali" the hints are those of the envoy
    entity = like.entity if _alike(kind, like.kind) else None
    return Mention(span, kind, head, like.country_hint, like.sector_hint, entity)


_PEERS = (
    frozenset({MentionKind.STATE, MentionKind.PLACE}),
    frozenset({MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.STATE}),
    frozenset({MentionKind.PERSON}),
    frozenset({MentionKind.ROLE}),
    frozenset({MentionKind.PRONOUN}),
)


def _alike(kind: MentionKind, other: MentionKind) -> bool:
    return any(kind in peers and other in peers for peers in _PEERS)


def _likeness(span: Span, kind: MentionKind, other: Mention) -> tuple[bool, int, bool]:
    return _alike(kind, other.kind), _shared(span, other.span), other.entity is not None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _placed(
    mention: Mention, spans: Sequence[Span], known: Sequence[Mention], counted: Mapping[Mention, Span]
) -> Placed:
    starts = sorted({mention.span.start, mention.name_span.start})
    tokens = [next((i for i, span in enumerate(spans) if span.end > start), len(spans) - 1) for start in starts]
    side = mention
    if mention.kind is MentionKind.QUANTITY:
        side = _side(counted.get(mention, mention.span), known)
    return Placed(mention, tuple(dict.fromkeys(tokens)), side)


def _side(span: Span, known: Sequence[Mention]) -> Mention:
    """Those whom a quantity counts, with what the dictionaries know of the words inside."""
    inside = [one for one in known if one.kind not in GRAMMAR_KINDS and one.span.overlaps(span)]
    country = next((one.country_hint for one in inside if one.country_hint), None)
    sector = next((one.sector_hint for one in inside if one.sector_hint), None)
    return Mention(span, MentionKind.ROLE, None, country, sector)
