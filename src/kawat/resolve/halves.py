"""Halves of a land by their side of it: "the South" is South Korea in an article that tells of the Koreas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kawat.knowledge import Knowledge
from kawat.records import Actor, ActorKind, Article, Mention, MentionKind, Span
from kawat.resolve.wording import Wording

_LANDS = ({"North": "PRK", "South": "KOR"}, {"North": "SDN", "South": "SSD"})
_BY_DIRECTION = frozenset({"PRK", "KOR", "SSD"})
"""States whose name has the direction in it: of these an article names one, where it speaks of halves."""
_ENDS = (
    r"(?![-\w])(?!(?:['’]s)? [A-Z])(?! of (?:the )?(?:[A-Z]|country\b|island\b|city\b|region\b|kingdom\b|nation\b))"
)
_HALF = {
    "en": re.compile(rf"(?:\b[Tt]he |\bthe (?:North|South) (?:and|or) )(?P<half>North|South){_ENDS}"),
    "id": re.compile(
        r"(?:(?<![^\n]{2})|(?<=[.\"“] )|\b(?P<before>[\w-]*[a-z]) )(?P<half>Utara|Selatan)(?![-\w])(?! [A-Z])"
    ),
}
_SIDES = {"Utara": "North", "Selatan": "South"}
_NO_HALF = re.compile(r"(?:kutub|lintang|belahan|bagian|ujung|sisi|arah|negara-negara)")
"""What the direction after it is a side of: "kutub Selatan"; "negara-negara Selatan" are of the Global South."""
_OFFICES = re.compile(r"Pihak|Kubu|Pemerintah|Militer|Tentara|Pasukan|Rezim|Pejabat|Warga|Media|Kapal")
_BOTH = {
    re.compile(r"(?:the )?(?:(?:two|both) )?Koreas|(?:kedua|dua) Korea", re.IGNORECASE): ("PRK", "KOR"),
    re.compile(r"(?:the )?(?:(?:two|both) )?Sudans|(?:kedua|dua) Sudan", re.IGNORECASE): ("SDN", "SSD"),
}
TWO_HALVES = "both halves of a land"
_WHOLE = re.compile(r"(?:(?:the|pihak|kubu) )?(?:North|South|Utara|Selatan)", re.IGNORECASE)
_ALONE = frozenset({MentionKind.STATE, MentionKind.PLACE, MentionKind.GROUP, MentionKind.ORGANISATION})


def with_halves(article: Article, words: Mapping[Mention, Wording], knowledge: Knowledge) -> dict[Mention, Wording]:
    """The wordings, those that name a half of a land with its state, where the article tells of the land."""
    land = _land(words.values())
    halves = dict(_halves(article)) if land else {}
    if not land or not halves:
        return dict(words)
    out = dict(words)
    for mention, wording in words.items():
        side = next((side for span, side in halves.items() if mention.span.contains(span)), None)
        if side is not None and not wording.countries:
            out[mention] = _of(wording, mention.kind, land[side], knowledge)
    return out


def _land(words: Iterable[Wording]) -> dict[str, str] | None:
    """The land that the article tells of, by the state of each side: it names both states, or none more often."""
    named = Counter(country for one in words for country in one.countries)
    most = max(named.values(), default=0)
    for land in _LANDS:
        told = [named[one] for one in land.values()]
        if any(named[one] for one in _BY_DIRECTION.intersection(land.values())) and (all(told) or most in told):
            return land
    return None


def _halves(article: Article) -> Iterator[tuple[Span, str]]:
    """Where the words name a side of a land and no more, with the side in English."""
    pattern = _HALF.get(article.language)
    for found in pattern.finditer(article.text) if pattern else ():
        before = found.groupdict().get("before") or ""
        capital = before[:1].isupper() and not _OFFICES.fullmatch(before)
        if not capital and not _NO_HALF.fullmatch(before):
            yield Span(*found.span("half")), _SIDES.get(found["half"], found["half"])


def _of(wording: Wording, kind: MentionKind, code: str, knowledge: Knowledge) -> Wording:
    """The wording with the state of a half, as that state where it is no more: "the North"."""
    if kind in _ALONE and _WHOLE.fullmatch(wording.text):
        return replace(wording, countries=(code,), entry=knowledge.country(code), plain=True)
    return replace(wording, countries=(code,))


def both_halves(mention: Mention, wording: str, knowledge: Knowledge) -> tuple[Actor, ...]:
    """The two states of "the two Koreas", "kedua Korea"; () for other words."""
    codes = next((two for pattern, two in _BOTH.items() if pattern.fullmatch(wording)), ())
    states = [knowledge.country(code) for code in codes]
    return tuple(
        Actor(one.name_en, ActorKind.STATE, mention.span, one.id, one.name_id, one.country, "GOV", TWO_HALVES)
        for one in states
    )
