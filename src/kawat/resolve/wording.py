"""What the words of a mention tell by themselves: whose country, which known name, which role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import PSEUDO_COUNTRIES, Entry, EntryKind, Form, NameMatch, RoleWord
from kawat.knowledge.words import split_words
from kawat.records import Article, Mention, MentionKind, Span

_OF_STATES = frozenset({Form.NAME, Form.ALIAS, Form.ABBREVIATION, Form.DEMONYM, Form.PEOPLE})
SPEAKS = "place speaks for its state"
LIES = "where the place is"
_TOWARDS = frozenset({"to", "for", "against", "untuk", "ke", "terhadap"})
_THERE = frozenset({"in", "on", "at", "di"})
_FROM = re.compile(r" (?:from|dari|asal) (?:the )?")
_FROM_WITHIN = 45  # characters after a role in which its country stands: "rekannya dari Ekuador"
_STUDIES = re.compile(r" (?:expert|scholar|specialist|analyst|watcher|researcher|historian|correspondent|hawk)s?\b")
_LOOSE = frozenset("the a an this that its his her their our para sang si itu tersebut ini of and dan".split())
_TITLES = frozenset(
    """mr mrs ms miss dr sir dame lord lady prof mx gen lt col sgt
    pak bu bapak ibu tuan nyonya kh ust ustaz hj haji""".split()
)
_MANY = re.compile(
    r"(?:(?:up to|at least|more than|fewer than|about|around|nearly|almost|over|some|lebih dari|kurang dari|sekitar"
    r"|hampir|sedikitnya|setidaknya|hingga|sebanyak) )?\d"
    r"|(?:the two|two|three|four|five|six|dozens|hundreds|thousands|many|several)"
    r"|(?:para|sejumlah|beberapa|sekelompok|belasan|puluhan|ratusan|ribuan|dua|tiga|empat|lima|enam)\b"
    r"|ke(?:tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b|(?:wni|tki|tkw|abk|warga|pengungsi|massa)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:[^s]s|men|people|police|children)$", re.IGNORECASE)
_DOUBLED = re.compile(r"\b(\w{3,})-\1\b", re.IGNORECASE)
_REST = re.compile(r" (?:of|for|in|on|at|from|to|with|who|that|which|yang)\b.*")
_EVERYWHERE = frozenset({"LEG", "PTY"})
_COMMON = frozenset({EntryKind.COUNTRY, EntryKind.PLACE})
_SURNAME = re.compile(
    r"(?: [A-Z][^\W\d_]*[a-z][\w'’-]*)+"
)  # what ends a person's name, though it names a place too


@dataclass(frozen=True, slots=True)
class Wording:
    """``name``: the part that names; ``countries``: of the states named beside it, in order, each once.

    ``hint``: the country that its reader saw in it. ``common``: it saw that in a name that bodies of many countries
    have ("Senate", "the opposition Democratic Party"). ``many``: whether the words say many.
    """

    text: str
    name: str
    countries: tuple[str, ...]
    entry: Entry | None
    role: RoleWord | None
    hint: str | None = None
    common: bool = False
    many: bool = False

    @property
    def country(self) -> str | None:
        return self.countries[0] if self.countries else None


def is_many(text: str, language: str) -> bool:
    """Whether a noun says many: "foreign ministers", "para diplomat"; not "head of the armed forces"."""
    head = _REST.sub("", text)
    plural = _DOUBLED if language == "id" else _PLURAL
    return _MANY.match(text) is not None or plural.search(head) is not None


def wording_of(article: Article, mention: Mention, knowledge: Knowledge) -> Wording:
    """Read a mention's own words. The names of states inside a person's name are not counted."""
    text, start = mention.span.of(article.text), mention.span.start
    head = mention.name_span.shifted(-start)
    found, roles = _looked_up(text, article.language, knowledge)
    if mention.kind is MentionKind.PERSON:
        head = Span(head.start, len(text)) if _SURNAME.fullmatch(text, head.end) else head
        head = _whole_name(text, head, [*(one.span for one in found if _is_state(one)), *(s for s, _ in roles)])
    name = head.of(text)
    places = mention.kind in {MentionKind.PLACE, MentionKind.STATE}
    beside = [one for one in found if (places or _is_state(one)) and not _within_name(one, head, mention)]
    inner = [role for span, role in roles if head.contains(span)]
    role = inner[-1] if inner else (roles[-1][1] if roles else None)
    soldiers = role is not None and role.sector == "MIL"
    theirs = [one for one in beside if not (_elsewhere(text, one.span.start, soldiers) or _is_studied(text, one))]
    own = [one.entries[0].country for one in theirs]
    if not own and mention.kind is MentionKind.PERSON:  # "EU envoy", "the UN's secretary-general"
        bodies = [one.entries[0].country for one in found if not head.overlaps(one.span)]
        own = [country for country in bodies if country in PSEUDO_COUNTRIES]
    if not own and mention.kind is MentionKind.ROLE:
        own = [_from(article, mention, knowledge) or _of_body(found)]
    countries = tuple(dict.fromkeys(country for country in own if country))
    common = not countries and any(_is_everywhere(one, text, mention.country_hint) for one in found)
    hint, many = _hint(mention, head, found), is_many(text, article.language)
    return Wording(text, name, countries, _entry(text, head, found), role, hint, common, many)


def _of_body(found: list[NameMatch]) -> str | None:
    """The country of the one known body in a wording: "Panglima TNI"."""
    bodies = [one.entries[0] for one in found if one.entries[0].kind is EntryKind.BODY]
    return bodies[0].country if len(bodies) == 1 and bodies[0].sector not in _EVERYWHERE else None


def _is_everywhere(found: NameMatch, text: str, hint: str | None) -> bool:
    """Whether the reader's country is that of the parliament or party that a wording ends with."""
    entry = found.entries[0]
    return entry.country == hint and entry.sector in _EVERYWHERE and found.span.end == len(text)


def _hint(mention: Mention, head: Span, found: list[NameMatch]) -> str | None:
    """The reader's country of a mention, unless that is a place's name within a person's ("Sheikh Sabah")."""
    told = [one for one in found if one.entries[0].country == mention.country_hint]
    named = [one for one in told if one.entries[0].kind is EntryKind.PLACE and one.span.overlaps(head)]
    return None if mention.kind is MentionKind.PERSON and told and named == told else mention.country_hint


@lru_cache(maxsize=4096)
def _looked_up(
    text: str, language: str, knowledge: Knowledge
) -> tuple[list[NameMatch], list[tuple[Span, RoleWord]]]:
    """Names and roles of a wording; an article says most of its wordings many times."""
    return knowledge.find(text, language), knowledge.find_roles(text, language)


def _is_state(found: NameMatch) -> bool:
    return found.form in _OF_STATES and found.entries[0].kind is EntryKind.COUNTRY


def _within_name(found: NameMatch, head: Span, mention: Mention) -> bool:
    return mention.kind is MentionKind.PERSON and head.overlaps(found.span)


def _elsewhere(text: str, start: int, soldiers: bool) -> bool:
    """ "the ambassador to Japan", "troops in Syria": whom they deal with and where they are, not whose they are."""
    before = text[:start].lower().removesuffix(" the ").split()
    return bool(before) and (before[-1] in _TOWARDS or (soldiers and before[-1] in _THERE))


def _is_studied(text: str, found: NameMatch) -> bool:
    """Whether a country is what somebody knows or writes about: "a China expert"; a "US expert" may be American."""
    return found.form is Form.NAME and _STUDIES.match(text, found.span.end) is not None


def _from(article: Article, mention: Mention, knowledge: Knowledge) -> str | None:
    """The country that stands right after a role: "rekannya [dari Ekuador]"."""
    after = article.text[mention.span.end : mention.span.end + _FROM_WITHIN]
    begin = _FROM.match(after)
    found = knowledge.find(after, article.language) if begin else []
    return next(
        (one.entries[0].country for one in found if begin and one.span.start == begin.end() and _is_state(one)),
        None,
    )


def _whole_name(text: str, head: Span, others: list[Span]) -> Span:
    """A name with the capitalised words before it that are neither title nor state: "[Yoon] Suk Yeol"."""
    words = split_words(text)
    start = head.start
    for word in reversed([one for one in words if one.end <= head.start]):
        gap = text[word.end : start]
        plain = word.raw[:1].isupper() and not (word.raw.isupper() and len(word.raw) > 1)
        taken = any(span.start < word.end and word.start < span.end for span in others)
        if gap not in {" ", "-"} or not plain or taken or word.folded in _TITLES:
            break
        start = word.start
    for word in words:
        titled = word.folded in _TITLES or any(span.start <= word.start < span.end for span in others)
        if word.start >= start and word.end < head.end and not titled:
            return Span(word.start, head.end)
    return Span(start, max(head.end, start + 1))


def _entry(text: str, head: Span, found: list[NameMatch]) -> Entry | None:
    """The known body, group or person whose name the mention is, but for articles and the state it belongs to."""
    named = [one for one in found if one.entries[0].kind not in _COMMON and one.span.overlaps(head)]
    if not named:
        return None
    best = max(named, key=lambda one: one.span.end - one.span.start)
    entry = best.entries[0]
    states = [one for one in found if _is_state(one)]
    rest = [
        word.folded
        for word in split_words(text)
        if head.start <= word.start < head.end
        and not any(span.start <= word.start < span.end for span in (best.span, *(one.span for one in states)))
    ]
    if any(word not in _LOOSE for word in rest if word != text[best.span.start : best.span.end].lower()):
        return None
    owners = {one.entries[0].country for one in states if not one.span.overlaps(best.span)}
    if owners and (entry.country in PSEUDO_COUNTRIES or entry.country not in owners):
        return None  # "British Red Cross", "Chinese coast guard": not the body known by the bare name
    return entry
