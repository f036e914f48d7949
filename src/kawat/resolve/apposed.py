"""Whose name stands right beside an office, a kind of body, or who is called so: "the president, Moussa Diarra"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kawat.records import Actor, Mention, MentionKind
from kawat.resolve.naming import CALLED
from kawat.resolve.wording import NAMED, Wording

BESIDE_IT = "named right beside it"
OFFICE = re.compile(r"(?:(?: (?:untuk|di|ke|to|in|at|for) (?:the )?[A-Z][\w .()-]{2,40})?, | )")
"""What may stand between an office and the name of its holder: " untuk Irak, "."""
_CALLED = re.compile(f" {CALLED}")
_BODY = re.compile(r", (?:the )?")
_A = re.compile(r"(?:an?|seorang|warga|warga negara) ", re.IGNORECASE)
_RELATED = re.compile(
    r"\b(?:all(?:y|ies)|rivals?|critics?|foes?|enem(?:y|ies)|adversar\w+|opponents?|supporters?|friends?|backers?"
    r"|partners?|lovers?|sekutu|lawan|pengkritik|musuh|pendukung|pengagum)\b",
    re.IGNORECASE,
)
""" "Ali Hassan, a US ally" is no American."""
_LISTS = re.compile(r",? (?:and|or|dan|serta|atau)\b|,? &")
_CLAUSE = re.compile(r" (?:who|that|which|yang) ")
_LISTS_ONE_MORE = re.compile(r",? (?:and|or|dan|serta|atau) (?:an?|the|seorang|dua|two|[A-Z\d])")
_FAR = 60  # characters between the two
_BACK = 3  # mentions before a name among which its office is


def with_origins(text: str, words: Mapping[Mention, Wording]) -> dict[Mention, Wording]:
    """The wordings of persons, with the state that what is set after a name tells: "Ana Ruiz, [a Peruvian]"."""
    order = sorted(words, key=lambda one: one.span)
    after = dict(pairwise(order))
    persons = {m: one for m, one in words.items() if m.kind is MentionKind.PERSON and not one.nameless}
    return {
        m: replace(one, countries=words[after[m]].countries)
        if m in after and not one.countries and _tells_origin(text, m, after[m], words[after[m]])
        else one
        for m, one in persons.items()
    }


def _tells_origin(text: str, name: Mention, noun: Mention, wording: Wording) -> bool:
    """Whether what is set after a name is one of a country's, and not who stands for or against it."""
    one = noun.kind is MentionKind.ROLE and _A.match(wording.text) is not None and len(wording.countries) == 1
    beside = one and text[name.span.end : noun.span.start] == ", "
    listed = _LISTS_ONE_MORE.match(text, noun.span.end) is not None
    return beside and not listed and _RELATED.search(wording.text) is None


def with_names(
    text: str, words: Mapping[Mention, Wording], actors: Mapping[Mention, tuple[Actor, ...]]
) -> dict[Mention, tuple[Actor, ...]]:
    """The actors of mentions, with offices and common nouns as those whose name is set beside them."""
    out = dict(actors)
    order = sorted(words, key=lambda one: one.span)
    for at, name in enumerate(order):
        for noun in order[max(0, at - _BACK) : at]:
            near = name.span.start - noun.span.end <= _FAR
            named = _named(text, noun, name, words, actors) if near else None
            if named is not None:
                out[noun] = (named,)
    for name, noun in pairwise(order):
        if _says_more(text, name, noun, words) and (one := _as_named(actors.get(noun, ()), actors.get(name, ()))):
            out[noun] = (one,)
    return out


def _as_named(told: Sequence[Actor], called: Sequence[Actor]) -> Actor | None:
    """Who is named, in the place of the one noun that says more of them; None where that is known, or another's."""
    if len(told) != 1 or len(called) != 1 or told[0].id is not None:
        return None
    same = told[0].country in {None, called[0].country}
    return replace(called[0], mention=told[0].mention, resolved_by=BESIDE_IT) if same else None


def _says_more(text: str, name: Mention, noun: Mention, words: Mapping[Mention, Wording]) -> bool:
    """Whether a noun with a clause of its own says who the name before it is: "Ana Dias, [a nurse] who sued"."""
    named = (
        name.kind in {MentionKind.PERSON, *NAMED} and not words[name].nameless and words[name].name[:1].isupper()
    )
    plain = noun.kind in {MentionKind.ROLE, *NAMED} and words[noun].entry is None and not words[noun].many
    beside = named and plain and text[name.span.end : noun.span.start] == ", " and words[noun].text[:1].islower()
    return beside and _CLAUSE.match(text, noun.span.end) is not None


def _named(
    text: str,
    noun: Mention,
    name: Mention,
    words: Mapping[Mention, Wording],
    actors: Mapping[Mention, tuple[Actor, ...]],
) -> Actor | None:
    """Who a noun is by the name beside it; None where that is no name, or of another."""
    told, called = actors.get(noun, ()), actors.get(name, ())
    if len(told) != 1 or len(called) != 1 or words[noun].many:
        return None
    if not _is_called(text, noun, name) and not _is_beside(text, noun, name, words):
        return None
    if None not in (told[0].country, called[0].country) and told[0].country != called[0].country:
        return None
    country, sector = called[0].country or told[0].country, called[0].sector or told[0].sector
    return replace(called[0], mention=noun.span, country=country, sector=sector, resolved_by=BESIDE_IT)


def _is_called(text: str, noun: Mention, name: Mention) -> bool:
    """Whether a noun is told by the name behind it: "a man identified as [Rui Lima]"."""
    one = noun.kind is MentionKind.ROLE and name.kind is MentionKind.PERSON
    return one and _CALLED.fullmatch(text, noun.span.end, name.span.start) is not None


def _is_beside(text: str, noun: Mention, name: Mention, words: Mapping[Mention, Wording]) -> bool:
    between = text[noun.span.end : name.span.start]
    if _LISTS.match(text, name.span.end):
        return False
    if name.kind is MentionKind.PERSON:
        office, bare = words[noun].role, words[name].name
        person = office is not None and office.kind == "person" and _is_office(noun, words[noun])
        full = len(bare.split()) > 1 and name.span.of(text) == bare
        return person and full and not words[name].nameless and OFFICE.fullmatch(between) is not None
    known, role = words[name].entry, words[noun].role if words[noun].entry is None else None
    alike = known is not None and role is not None and role.kind == "organisation" and role.sector == known.sector
    return {noun.kind, name.kind} <= NAMED and alike and _BODY.fullmatch(between) is not None


def _is_office(noun: Mention, wording: Wording) -> bool:
    """Whether a mention is an office alone, whatever kind its reader saw in it."""
    return noun.kind is MentionKind.ROLE or wording.nameless
