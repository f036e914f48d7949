"""Actors: who each mention of an article stands for, read in order so that later words lean on earlier ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import Entry, EntryKind, is_state
from kawat.language import sentences_of
from kawat.records import Actor, ActorKind, Article, Mention, MentionKind, Place, Reading, Span
from kawat.resolve.apposed import with_names, with_origins
from kawat.resolve.counts import counts_of_people, counts_things
from kawat.resolve.discourse import Discourse
from kawat.resolve.halves import both_halves, with_halves
from kawat.resolve.homes import AT_HOME, HOME, OF_MANY, Setting, at_home, home_of_common, is_outlet
from kawat.resolve.leaning import (
    noun,
    own_state,
    pronoun,
)
from kawat.resolve.officials import home_of, with_homes
from kawat.resolve.pairs import is_pair, several_of, two_of
from kawat.resolve.people import BEFORE, is_woman, people_of
from kawat.resolve.peoples import is_language, people
from kawat.resolve.quoted import TOLD_TO, with_quoted
from kawat.resolve.roles import role
from kawat.resolve.shortened import fuller, outlet
from kawat.resolve.stories import dateline
from kawat.resolve.titled import titled
from kawat.resolve.wording import LIES, NAMED, SPEAKS, Wording, wording_of

DOMINANT_SHARE = 0.5
LEAST_NAMED = 2  # a country named once is no more than a word
CLEAR_SHARE = 0.3
CLEARLY = 3  # times as often named as the next
_ETHNIC = re.compile(r"^(?:the )?ethnic\b|\b(?:etnis|keturunan|suku|berdarah)\b", re.IGNORECASE)
_ABBREVIATED = frozenset({EntryKind.GROUP, EntryKind.BODY})
_UNIT = re.compile(r"\d\w* [A-Z]|\bke-\d")  # "3rd Infantry Division", which may serve anywhere
_COUNTS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|multi|bi|tri|cross|inter|intra|single)-$",
    re.IGNORECASE,
)
_ACT = re.compile(r" (?:Act|Bill|Law|Treaty|Agreement|Convention|Directive)\b")
""" "the Digital Services [Act]" is no company."""
_OF_THEM = re.compile(
    r"(?!none\b|neither\b|tak\b|tidak\b)\w+(?: \w+)? (?:of them|di antara mereka|di antaranya)", re.IGNORECASE
)
""" "eleven of them": of those told of before."""
_SHORT = 5  # letters
_UNION = "body:european-union"
_SEAT = re.compile(r"Brussels?")
_BELGIUM = re.compile(r"\bBelgi(?:um|a|an|ans)\b")
_COUNTED = frozenset({MentionKind.TIME, MentionKind.QUANTITY})
_KINDS = {
    MentionKind.STATE: ActorKind.STATE,
    MentionKind.GROUP: ActorKind.GROUP,
    MentionKind.ORGANISATION: ActorKind.ORGANISATION,
}

Resolved = dict[Mention, tuple[Actor, ...]]


def wordings_of(article: Article, reading: Reading, knowledge: Knowledge) -> dict[Mention, Wording]:
    """What each mention that is no time and no number tells by itself, in order."""
    words = {m: wording_of(article, m, knowledge) for m in reading.mentions if m.kind not in _COUNTED}
    return with_halves(article, words, knowledge)


def resolve_actors(
    article: Article,
    reading: Reading,
    knowledge: Knowledge,
    words: Mapping[Mention, Wording],
    places: Mapping[Mention, Place],
    starts: Sequence[int] = (0,),
) -> tuple[Resolved, str | None]:
    """Actors of every mention that can stand for somebody, by mention; and the country that the article is about.

    Unresolved ones keep their wording. The country is None where no one country stands out, or the text has several
    stories: each has a home of its own, and in none do pronouns and roles lean on another.

    ``words``, ``places``: of the reading's mentions, what they tell by themselves, and where they are;
    ``starts``: where the text's stories begin.
    """
    people = people_of(with_origins(article.text, words), knowledge, article.published_day)
    told = _told(words, people, places)
    named = Counter(country for m, country in told.items() if country is not None and not _is_vague(words[m]))
    home = _home(article, told)
    begins = [one.span.start for one in sentences_of(article)]
    said = {voice.speaker: one.content for one in reading.claims for voice in one.voices}
    women, quotes = _women(words, people, knowledge), _quotes(reading, people)
    out, homes = Resolved(), dict[str, tuple[str, str]]()
    for start, end in pairwise([*starts, len(article.text)]):
        own = {m: country for m, country in told.items() if start <= m.span.start < end}
        discourse = Discourse(article.language, begins, said, women, quotes)
        armies = frozenset(words[m].countries[0] for m in own if _is_army(words[m]))
        about, lands = home if len(starts) == 1 else _home(article, own), _lands(own, discourse)
        first = next((c for m, c in own.items() if m.kind is MentionKind.STATE and c and is_state(c)), None)
        setting = Setting(article, knowledge, about, places, named, lands, armies, _is_policed(words), first)
        story = {m: wording for m, wording in words.items() if start <= m.span.start < end}
        counted = [m for m in reading.mentions if m.kind is MentionKind.QUANTITY and start <= m.span.start < end]
        alone = [one for one in counted if not any(one.span.overlaps(other.span) for other in story)]
        _read(story, counts_of_people(article, alone), setting, people, discourse, out, homes)
    out = with_names(article.text, words, with_homes(out, homes))
    return with_quoted(article, reading, out), home if len(starts) == 1 else None


def _read(
    story: Mapping[Mention, Wording],
    counted: Sequence[tuple[Mention, Actor]],
    setting: Setting,
    people: Mapping[Mention, Actor],
    discourse: Discourse,
    out: Resolved,
    homes: dict[str, tuple[str, str]],
) -> None:
    """Go through a story's mentions in order: who each is into ``out``, whose officials are into ``homes``.

    ``counted``: people whom it only counts, in order, for "they" to take up.
    """
    left = list(counted)
    for mention, wording in story.items():
        while left and left[0][0].span < mention.span:
            discourse.add(left[0][1], left[0][0], plural=True)
            left = left[1:]
        out[mention] = _actors(setting, mention, wording, people, discourse)
        home = home_of(setting, mention, wording, people[mention], discourse) if mention in people else None
        if home is not None:
            homes[people[mention].name] = home
        _note(mention, wording, out[mention], setting.article, discourse)


def _quotes(reading: Reading, people: Mapping[Mention, Actor]) -> list[tuple[Span, Mention, str | None]]:
    """What is said in quotation marks, by whom, and their name where it is one."""
    return [
        (one.content, voice.speaker, people[voice.speaker].name if voice.speaker in people else None)
        for one in reading.claims
        for voice in one.voices[-1:]
        if one.quoted
    ]


def _is_policed(words: Mapping[Mention, Wording]) -> bool:
    sectors = {one.role.sector for one in words.values() if one.role is not None and "officer" not in one.role.form}
    return "COP" in sectors and "MIL" not in sectors


def _is_army(wording: Wording) -> bool:
    return is_state(wording.country) and wording.role is not None and wording.role.sector == "MIL"


def _women(
    words: Mapping[Mention, Wording], people: Mapping[Mention, Actor], knowledge: Knowledge
) -> dict[str, bool]:
    """Whether somebody is a woman, by name, as the first words that tell say."""
    told = {m: is_woman(one, knowledge) for m, one in words.items() if m in people or m.kind is MentionKind.ROLE}
    out: dict[str, bool] = {}
    for mention, woman in told.items():
        if woman is not None:
            out.setdefault(people[mention].name if mention in people else words[mention].text, woman)
    return out


def _note(
    mention: Mention, wording: Wording, actors: tuple[Actor, ...], article: Article, discourse: Discourse
) -> None:
    """Keep in mind whom a mention stands for."""
    law = mention.kind is MentionKind.ORGANISATION and _ACT.match(article.text, mention.span.end) is not None
    for actor in actors if not (law or _is_told(mention, article, actors)) else ():
        discourse.add(actor, mention, plural=len(actors) > 1 or _is_plural(mention, wording, article.language))


def _told(
    words: Mapping[Mention, Wording], people: Mapping[Mention, Actor], places: Mapping[Mention, Place]
) -> dict[Mention, str | None]:
    """The country that each mention points to by itself; news outlets point to none."""
    found = {mention: place.country for mention, place in places.items()}
    return {
        m: people[m].country if m in people else (one.country or one.hint or found.get(m))
        for m, one in words.items()
        if not is_outlet(one.entry.id if one.entry else None)
    }


def _lands(told: Mapping[Mention, str | None], discourse: Discourse) -> dict[int, frozenset[str]]:
    """The states to which the mentions of each sentence point, by its number."""
    found: dict[int, set[str]] = {}
    for mention, country in told.items():
        if country is not None and is_state(country):
            found.setdefault(discourse.sentence(mention.span.start), set()).add(country)
    return {sentence: frozenset(countries) for sentence, countries in found.items()}


def _home(article: Article, told: Mapping[Mention, str | None]) -> str | None:
    """The country that most mentions of the article point to; with a dateline from there, that many do."""
    counts = Counter(country for country in told.values() if country is not None and is_state(country))
    if not counts:
        return None
    (country, count), *others = counts.most_common(2)
    clear = dateline(article, told) == country or count >= CLEARLY * sum(number for _, number in others)
    share = CLEAR_SHARE if clear else DOMINANT_SHARE
    return country if count >= max(LEAST_NAMED, share * counts.total()) else None


def _is_told(mention: Mention, article: Article, actors: tuple[Actor, ...]) -> bool:
    """Whether it is only told, as the press is ("told reporters", "kepada AFP"): no later word takes it up."""
    press = all(one.sector == "JRN" or is_outlet(one.id) for one in actors)
    return press and TOLD_TO.search(article.text, max(0, mention.span.start - 12), mention.span.start) is not None


def _is_plural(mention: Mention, wording: Wording, language: str) -> bool:
    """Whether "they" or "mereka" may take it up: a group, or a noun that says many."""
    if mention.kind is MentionKind.PERSON and not wording.nameless:
        return False
    if mention.kind is MentionKind.GROUP or (wording.role and wording.role.kind == "group"):
        return True
    return mention.kind is MentionKind.ROLE and wording.many and not counts_things(wording, language)


def _actors(
    setting: Setting,
    mention: Mention,
    wording: Wording,
    people: Mapping[Mention, Actor],
    discourse: Discourse,
) -> tuple[Actor, ...]:
    if is_language(mention, wording.text, setting.article) or _is_counted(mention, wording, setting.article):
        return ()
    if mention in people and not wording.owned:
        return (people[mention],)
    if is_pair(wording.text) and (pair := two_of(setting, mention, wording, discourse)):
        return pair
    if halves := both_halves(mention, wording.text, setting.knowledge):
        return halves
    if several := several_of(mention, wording.text, setting.article.text, discourse, setting.knowledge):
        return several
    owned = mention.kind is MentionKind.PRONOUN and len(wording.text.split()) > 1  # "its navy"
    if _OF_THEM.fullmatch(wording.text):
        if found := pronoun(mention, "them", setting.article.text, discourse):
            return found
    elif mention.kind is MentionKind.PRONOUN and not owned:
        found = pronoun(mention, wording.text, setting.article.text, discourse)
        return found or (Actor(wording.text, ActorKind.UNKNOWN, mention.span),)
    leaning = own_state(mention, wording.text, discourse, setting.knowledge)
    leaning = leaning or noun(
        mention, wording.text, setting.article.text, discourse, setting.knowledge, setting.home
    )
    leaning = leaning or titled(mention, wording, setting.article.text, discourse)
    if leaning is not None:
        return (leaning,)
    if mention.kind in {MentionKind.ROLE, MentionKind.PERSON} or owned:
        return role(setting, mention, wording, discourse)
    return (_named(setting, mention, wording, discourse),)


def _is_counted(mention: Mention, wording: Wording, article: Article) -> bool:
    """Whether a word is but the second half of another that counts: "six-[party] talks", "multi-[nation] force"."""
    lower = wording.text[:1].islower()
    return lower and _COUNTS.search(article.text, max(0, mention.span.start - 12), mention.span.start) is not None


def _named(setting: Setting, mention: Mention, wording: Wording, discourse: Discourse) -> Actor:
    """A state, place, group or organisation: as known, as named before in full, or by its wording."""
    kind = _KINDS.get(mention.kind, ActorKind.UNKNOWN)
    if mention.kind is not MentionKind.PLACE and _is_union(wording.name, setting):
        eu = setting.knowledge.entry(_UNION)
        return Actor(eu.name_en, kind, mention.span, eu.id, eu.name_id, eu.country, eu.sector, SPEAKS)
    if mention.kind is MentionKind.GROUP and _ETHNIC.search(wording.text):
        return Actor(wording.text, kind, mention.span, None, wording.text, None, "CVL", None)
    entry = _fitting(_entry(setting.knowledge, mention, wording), wording.name, setting)
    paper = outlet(wording, discourse) if entry is None or is_outlet(entry.id) else None
    if paper is not None:
        return replace(paper, mention=mention.span, resolved_by=BEFORE)
    if entry is not None and entry.kind is EntryKind.COUNTRY and mention.kind is MentionKind.GROUP:
        return people(setting, mention, wording.name, entry, discourse)
    if entry is not None:
        return _known(setting, mention, wording, kind, entry, discourse)
    full = fuller(wording, _KINDS.get(mention.kind), discourse)
    if full is not None:
        return replace(full, mention=mention.span, resolved_by=BEFORE)
    common = wording.common or _is_party_abroad(setting, mention, wording)
    hint, by = (setting.home or wording.hint, HOME) if common else (wording.hint, "words beside the name")
    country = wording.country or hint
    if country is None and mention in setting.places:
        country, by = setting.places[mention].country, LIES
    seen = None if mention.kind in NAMED and _is_of_state(mention) else mention.sector_hint
    sector = seen or (wording.role.sector if wording.role else None)
    serves = sector == "MIL" and _UNIT.search(wording.name) is not None
    if country is None and sector in AT_HOME and mention.kind is not MentionKind.PLACE and not serves:
        country, by = at_home(setting, mention, sector, discourse)
    return Actor(wording.name, kind, mention.span, None, wording.name, country, sector, by if country else None)


def _is_party_abroad(setting: Setting, mention: Mention, wording: Wording) -> bool:
    """Whether a party's name that many countries have ("Labour") points to one that nothing else there does."""
    party = mention.sector_hint == "PTY" and mention.kind in NAMED and wording.hint is not None
    return party and not wording.countries and setting.named.get(wording.hint or "", 0) <= 1


def _is_union(name: str, setting: Setting) -> bool:
    """Whether "Brussels" speaks for the Union: the article names that, and not Belgium."""
    union = _SEAT.fullmatch(name) is not None and setting.named.get("EUR", 0) > 0
    return union and _BELGIUM.search(setting.article.text) is None


def _entry(knowledge: Knowledge, mention: Mention, wording: Wording) -> Entry | None:
    if wording.entry is not None and mention.kind is not MentionKind.PLACE:
        return wording.entry
    if wording.entry is not None and wording.entry.kind is EntryKind.COUNTRY:
        return wording.entry  # a half of a land
    if mention.entity is None:
        return None
    entry = knowledge.entry(mention.entity)
    own = mention.kind in {MentionKind.STATE, MentionKind.PLACE} or (
        entry.kind is EntryKind.COUNTRY and (wording.plain or mention.kind not in NAMED)
    )
    return entry if own else None


def _is_of_state(mention: Mention) -> bool:
    """Whether a reader knew no more of a mention than the state in it, whose sector is not its own."""
    return mention.entity is not None and mention.entity.startswith("country:")


def _fitting(entry: Entry | None, name: str, setting: Setting) -> Entry | None:
    """Of those that have one abbreviation, the one of a country that the article names.

    None for a group whose country it does not name: "RSF" in an article about Sri Lanka is nobody's of Sudan. A
    news agency gives way to a party only, where that one's country is named more: "PTI" of Pakistan.
    """
    if entry is None or not _is_abbreviation(name):
        return entry
    alike = [one for one in setting.knowledge.look_up(name) if one.kind in _ABBREVIATED]
    if entry.kind not in _ABBREVIATED:
        parties = [one for one in alike if one.sector == "PTY"] if is_outlet(entry.id) else []
        return max([entry, *parties], key=setting.fits)
    best = max(alike or [entry], key=lambda one: (setting.fits(one), one is entry))
    elsewhere = best.kind is EntryKind.GROUP and is_state(best.country) and best.country not in setting.named
    return None if elsewhere else best


def _is_vague(wording: Wording) -> bool:
    """Whether a wording points to its country only if others do: an abbreviation of a body, a party's name."""
    known = wording.entry if wording.entry is not None and wording.entry.kind in _ABBREVIATED else None
    return known is not None and (known.sector == "PTY" or _is_abbreviation(wording.name))


def _is_abbreviation(name: str) -> bool:
    return name.isupper() and len(name) <= _SHORT


def _known(
    setting: Setting, mention: Mention, wording: Wording, kind: ActorKind, entry: Entry, discourse: Discourse
) -> Actor:
    name = wording.name
    plain = wording.role is not None and len(name.split()) == 1 and not _is_country(name, setting.knowledge)
    common = entry.sector == "PTY" or plain or OF_MANY.fullmatch(name) is not None
    if common and not wording.countries:
        home, by = home_of_common(setting, mention, name, entry, discourse)
        if home not in {None, entry.country}:
            return Actor(name, kind, mention.span, None, name, home, entry.sector, by)
    if entry.kind is EntryKind.PLACE and entry.country:
        return _capital(mention, entry.country, setting.knowledge)
    sector = entry.sector or ("GOV" if entry.kind is EntryKind.COUNTRY else None)
    return Actor(entry.name_en, kind, mention.span, entry.id, entry.name_id, entry.country, sector, "knowledge")


def _is_country(name: str, knowledge: Knowledge) -> bool:
    return any(one.kind is EntryKind.COUNTRY for one in knowledge.look_up(name)[:1])


def _capital(mention: Mention, country: str, knowledge: Knowledge) -> Actor:
    """A capital that acts stands for its state ("Seoul says")."""
    state, by = knowledge.country(country), SPEAKS
    return Actor(state.name_en, ActorKind.STATE, mention.span, state.id, state.name_id, country, "GOV", by)
