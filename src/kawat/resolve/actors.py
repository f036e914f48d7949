"""Actors: who each mention of an article stands for, read in order so that later words lean on earlier ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import EntryKind, Form, Office, RoleWord
from kawat.records import Actor, ActorKind, Article, Mention, MentionKind, Reading, Span
from kawat.resolve.people import person

_SINGULAR = frozenset(["he", "she", "him", "her", "his", "ia", "dia", "beliau", "himself", "herself"])
_PLURAL = frozenset(["they", "them", "mereka", "themselves"])
_THING = frozenset({"it", "itself"})
_SPEAKER = frozenset(["i", "we", "us", "me", "our", "my", "kami", "kita", "saya", "aku", "pihaknya"])
_PAIR = re.compile(r"^(?:kedua(?:nya)?|the two|both|two)\b", re.IGNORECASE)
_LEADERS = re.compile(r"pemimpin|presiden|leaders|presidents|men|menteri|ministers|kepala negara", re.IGNORECASE)
_LISTED = re.compile(r"\b(?:and|dan|serta)\b|,|\w-\w")
_NAMES_OF_STATES = frozenset({Form.NAME, Form.ALIAS, Form.ABBREVIATION, Form.DEMONYM})
_OWN = re.compile(r"(?:his|her|its|their)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:his|her|its|their)\s+(?:own\s+)?$", re.IGNORECASE)
_OTHER_OFFICE = re.compile(
    r"\b(?:deputy|wakil|former|mantan|eks|ex|spokes\w+|juru bicara|jubir|vice|"
    r"advis[eo]r|penasihat|son|putra|aide)\b"
)
_PUBLIC_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
DOMINANT_SHARE = 0.5


@dataclass(slots=True)
class _Memory:
    """Who was named so far, in order: ``people``, and ``sides`` (anybody with a country, and all people)."""

    people: list[Actor] = field(default_factory=list)
    sides: list[Actor] = field(default_factory=list)


Resolved = dict[Mention, tuple[Actor, ...]]


def resolve_actors(article: Article, reading: Reading, knowledge: Knowledge) -> Resolved:
    """Actors of every mention that can stand for somebody, by mention. Unresolved ones keep their wording."""
    memory, out = _Memory(), Resolved()
    home = dominant_country(reading.mentions)
    for mention in reading.mentions:
        if mention.kind in {MentionKind.TIME, MentionKind.QUANTITY}:
            continue
        actors = _actors(article, mention, knowledge, memory, home)
        out[mention] = actors
        _remember(memory, mention, actors)
    _speakers(article, reading, out)
    return out


def dominant_country(mentions: Sequence[Mention]) -> str | None:
    """The country that most mentions of the article point to, when it is clearly one."""
    counts = Counter(m.country_hint for m in mentions if m.country_hint and len(m.country_hint) == 3)
    if not counts:
        return None
    country, count = counts.most_common(1)[0]
    return country if count >= DOMINANT_SHARE * counts.total() else None


def _remember(memory: _Memory, mention: Mention, actors: Sequence[Actor]) -> None:
    for actor in actors:
        if actor.kind is ActorKind.PERSON and (actor.id or mention.kind is MentionKind.PERSON):
            memory.people.append(actor)
        if actor.country or actor.kind is ActorKind.PERSON:
            memory.sides.append(actor)


def _actors(
    article: Article, mention: Mention, knowledge: Knowledge, memory: _Memory, home: str | None
) -> tuple[Actor, ...]:
    name = mention.name_span.of(article.text)
    if mention.kind is MentionKind.PERSON:
        return (person(mention, name, knowledge, article.published_day, memory.people),)
    if mention.kind is MentionKind.PRONOUN:
        return _pronoun(article, mention, knowledge, memory)
    if mention.kind is MentionKind.ROLE:
        one = _role(article, mention, knowledge, memory, home)
        return _each(one, article, knowledge) if one.id is None else (one,)
    return (_known(mention, name, knowledge, home),)


def _known(mention: Mention, name: str, knowledge: Knowledge, home: str | None) -> Actor:
    kinds = {
        MentionKind.STATE: ActorKind.STATE,
        MentionKind.GROUP: ActorKind.GROUP,
        MentionKind.ORGANISATION: ActorKind.ORGANISATION,
    }
    kind = kinds.get(mention.kind, ActorKind.UNKNOWN)
    if mention.entity is None:
        return Actor(name, kind, mention.span, None, name, mention.country_hint, mention.sector_hint)
    entry = knowledge.entry(mention.entity)
    if entry.sector == "PTY" and home not in {None, entry.country}:
        # "Democratic Party" in an article about another country is that country's, which Kawat may not know
        return Actor(name, kind, mention.span, None, name, None, "PTY", None)
    if entry.kind is EntryKind.PLACE and entry.country:
        return _capital(mention, entry.country, knowledge)
    if mention.kind is MentionKind.GROUP and entry.kind is EntryKind.COUNTRY:
        return Actor(name, kind, mention.span, None, name, entry.country, "CVL", "people of a country")
    sector = entry.sector or ("GOV" if entry.kind is EntryKind.COUNTRY else None)
    return Actor(entry.name_en, kind, mention.span, entry.id, entry.name_id, entry.country, sector, "knowledge")


def _capital(mention: Mention, country: str, knowledge: Knowledge) -> Actor:
    """A capital that acts stands for its state ("Seoul says")."""
    state = knowledge.country(country)
    return Actor(
        state.name_en,
        ActorKind.STATE,
        mention.span,
        state.id,
        state.name_id,
        country,
        "GOV",
        "place speaks for its state",
    )


def _role(article: Article, mention: Mention, knowledge: Knowledge, memory: _Memory, home: str | None) -> Actor:
    wording = mention.span.of(article.text)
    role = _role_word(article, mention, knowledge)
    kind = ActorKind(role.kind) if role else ActorKind.UNKNOWN
    country, by = mention.country_hint, "words beside the role" if mention.country_hint else None
    if country is None:
        owner = _owner(article, mention, memory)
        if owner is not None:
            country, by = owner.country, "possessive"
        elif role and role.kind == "person" and (known := _same_office(role, memory, article, knowledge)):
            return Actor(
                known.name,
                known.kind,
                mention.span,
                known.id,
                known.name_id,
                known.country,
                known.sector,
                "role named before in the article",
            )
        elif mention.sector_hint in _PUBLIC_SECTORS and home is not None:
            country, by = home, "the country that the article is about"
    if role and role.office and role.kind == "person" and country and article.published_day:
        holder = knowledge.holder(country, role.office, article.published_day)
        if holder is not None and _is_bare(article, mention):
            return Actor(
                holder.name_en,
                kind,
                mention.span,
                holder.id,
                holder.name_id,
                country,
                "GOV",
                "office held on the publication day",
            )
    return Actor(wording, kind, mention.span, None, wording, country, mention.sector_hint, by)


def _each(actor: Actor, article: Article, knowledge: Knowledge) -> tuple[Actor, ...]:
    """One actor for each country of a joint role: "the foreign ministers of Greece and Turkey"."""
    wording = actor.mention.of(article.text)
    listed = _LISTED.search(wording)
    if listed is None:
        return (actor,)
    found = knowledge.find(wording, article.language)
    countries = [
        one.entries[0].country
        for one in found
        if one.entries[0].kind is EntryKind.COUNTRY and one.form in _NAMES_OF_STATES
    ]
    if len(set(countries)) < 2:
        return (actor,)
    return tuple(
        replace(actor, country=one, resolved_by="each country of a list") for one in dict.fromkeys(countries)
    )


def _is_bare(article: Article, mention: Mention) -> bool:
    """No "former", "deputy" or a second role that would make it somebody else's office."""
    before = article.text[max(0, mention.span.start - 12) : mention.span.start].lower()
    wording = mention.span.of(article.text).lower()
    return _OTHER_OFFICE.search(f"{before} {wording}") is None


def _role_word(article: Article, mention: Mention, knowledge: Knowledge) -> RoleWord | None:
    found = knowledge.find_roles(mention.name_span.of(article.text), article.language)
    return found[-1][1] if found else None


def _owner(article: Article, mention: Mention, memory: _Memory) -> Actor | None:
    """Whose "his government" or "pemerintahnya" is: the latest side named with a country."""
    before = article.text[max(0, mention.span.start - 12) : mention.span.start]
    clitic = article.text[mention.span.end : mention.span.end + 3] == "nya"
    clitic = clitic or mention.span.of(article.text).lower().endswith("nya")
    if not (clitic or _POSSESSIVE.search(before) or _OWN.match(mention.span.of(article.text))):
        return None
    owner = memory.people[-1] if memory.people else next(reversed(memory.sides), None)
    return owner if owner is not None and owner.country else None


def _same_office(role: RoleWord, memory: _Memory, article: Article, knowledge: Knowledge) -> Actor | None:
    """The latest person who, by knowledge, holds the office that the role names."""
    if role.office is None or role.office is Office.OTHER or article.published_day is None:
        return None
    for actor in reversed(memory.people):
        if actor.id and knowledge.entry(actor.id).holds(role.office, article.published_day):
            return actor
    return None


def _pronoun(article: Article, mention: Mention, knowledge: Knowledge, memory: _Memory) -> tuple[Actor, ...]:
    wording = mention.span.of(article.text)
    lower = wording.lower()
    if _PAIR.match(lower):
        return _pair(mention, lower, knowledge, _before_sentence(article.text, mention, memory))
    found: Actor | None = None
    if lower in _SINGULAR:
        found = memory.people[-1] if memory.people else None
    elif lower in _PLURAL:
        found = next((s for s in reversed(memory.sides) if s.kind is ActorKind.GROUP), None)
    elif lower in _THING:
        found = next((s for s in reversed(memory.sides) if s.kind is not ActorKind.PERSON), None)
    if found is None:
        return (Actor(wording, ActorKind.UNKNOWN, mention.span),)
    return (_as(found, mention, "pronoun"),)


def _before_sentence(text: str, mention: Mention, memory: _Memory) -> _Memory:
    """What was named before the mention's own sentence, where that is two sides or more: not who speaks of them."""
    start = max(text.rfind(mark, 0, mention.span.start) for mark in (". ", "\n", ".” ", '." '))
    earlier = [side for side in memory.sides if side.mention.end <= start + 1]
    if len({side.country for side in earlier if side.country}) < 2:
        return memory
    return _Memory([person for person in memory.people if person.mention.end <= start + 1], earlier)


def _pair(mention: Mention, lower: str, knowledge: Knowledge, memory: _Memory) -> tuple[Actor, ...]:
    """ "Kedua pihak", "the two leaders": the latest two sides of different countries."""
    people = bool(_LEADERS.search(lower))
    sides: list[Actor] = []
    for actor in reversed(memory.people if people else memory.sides):
        if actor.country and len(actor.country) == 3 and actor.country not in {s.country for s in sides}:
            sides.append(actor)
        if len(sides) == 2:
            break
    if len(sides) < 2:
        return (Actor(lower, ActorKind.GROUP, mention.span),)
    if people:
        return tuple(_as(side, mention, "two named before") for side in reversed(sides))
    return tuple(_state(side, mention, knowledge) for side in reversed(sides))


def _state(side: Actor, mention: Mention, knowledge: Knowledge) -> Actor:
    assert side.country is not None
    entry = knowledge.country(side.country)
    return Actor(
        entry.name_en,
        ActorKind.STATE,
        mention.span,
        entry.id,
        entry.name_id,
        side.country,
        "GOV",
        "two sides named before",
    )


def _as(actor: Actor, mention: Mention, by: str) -> Actor:
    return Actor(actor.name, actor.kind, mention.span, actor.id, actor.name_id, actor.country, actor.sector, by)


def _speakers(article: Article, reading: Reading, out: Resolved) -> None:
    """ "We", "kami" inside a quotation stand for who is quoted."""
    for mention in reading.mentions:
        if mention.kind is not MentionKind.PRONOUN or mention.span.of(article.text).lower() not in _SPEAKER:
            continue
        speaker = _speaker_of(mention.span, reading)
        actors = out.get(speaker) if speaker else None
        if actors:
            out[mention] = (_as(actors[0], mention, "speaker of the quotation"),)


def _speaker_of(span: Span, reading: Reading) -> Mention | None:
    inside = [c for c in reading.claims if c.quoted and c.content.contains(span) and c.voices]
    return inside[-1].voices[-1].speaker if inside else None
