"""Role nouns: "the Indonesian president", "pasukan Israel", "the opposition": whose they are and, at times, who."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from kawat.knowledge.entries import Entry, EntryKind, Form, Office, is_state
from kawat.knowledge.words import folded_words, split_words
from kawat.records import Actor, ActorKind, Article, Mention
from kawat.resolve.discourse import BESIDE, Discourse, foremost
from kawat.resolve.homes import AT_HOME, FIRST, HOME, SEVERAL, WITH_NAME, Setting, at_home, seat
from kawat.resolve.owners import (
    BY_WORDS,
    HEADED,
    NAMED_BEFORE,
    POSSESSIVE,
    described,
    is_beside,
    is_of_country,
    owner_of,
    owners_of,
    says_whose,
)
from kawat.resolve.terms import HOLDS
from kawat.resolve.wording import NAMED, Wording

_ANY = re.compile(r"(?:an?|any|another|some|every|no|seorang|salah satu|setiap|para)\b", re.IGNORECASE)
_WORLDWIDE = re.compile(
    r"\b(?:international|world|global|regional|internasional|dunia|asing|multinational|multinasional|allied"
    r"|coalition(?:['’]s)? (?:air|ground|forces?|troops|soldiers|military|jets|planes|warplanes|commander)"
    r"|(?:pasukan|tentara|militer|prajurit|serdadu) (?:koalisi|sekutu)|peacekeep|(?:penjaga|pemelihara) perdamaian"
    r"|(?:western|european|arab|african|asian) (?:diplomat|ambassador|envoy|official|leader|minister|power)"
    r"|(?:diplomat|duta besar|dubes|utusan|pejabat|pemimpin|menteri\w*) (?:\w+ )?(?:barat|eropa|arab|afrika|asia)\b"
    r"|(?:western|european|arab|african|asian|gulf|nordic|baltic) (?:countries|states|nations|governments|capitals)"
    r"|negara(?:-negara)? (?:\w+ )?(?:barat|eropa|arab|afrika|asia|teluk|nordik|baltik|anggota|lain(?:nya)?)\b"
    r"|\bpowers\b|kekuatan (?:besar|dunia)"
    r"|(?<!local )(?<!state )(?<!provincial )governments"
    r"|(?:banyak|berbagai|semua|setiap|sejumlah|beberapa) pemerintah\b(?! (?:daerah|kota|provinsi|kabupaten))"
    r"|foreign(?! (?:minist|secretar|affairs|office|policy|relations|service)))",
    re.IGNORECASE,
)
OTHER = "the other of the two states that the article is about"
_NEIGHBOUR = re.compile(
    r"\b(?:neighbou?r|rival|foe|enemy|adversary|(?:tetangga|seteru|musuh|saingan|pesaing)nya(?: itu| tersebut)?)$",
    re.IGNORECASE,
)
MET = "who is met"
_COLLEAGUE = re.compile(r"\b(?:colleague|counterpart|(?:rekan|timpalan|kolega|sejawat|mitra)nya)\b", re.IGNORECASE)
_HOST = re.compile(r"\b(?:host|guest|tamunya|tuan rumahnya)$", re.IGNORECASE)
_LOOKS_BACK = 3  # sentences
_LISTED = re.compile(r"\b(?:and|dan|serta)\b|,|\w-\w")
_AND = re.compile(r"\b(?:and|dan|serta)\b")
_STATES = frozenset({Form.NAME, Form.ALIAS, Form.ABBREVIATION})
_OTHER_OFFICE = re.compile(
    r"\b(?:deputy|wakil|former|mantan|eks|ex|spokes\w+|juru bicara|jubir|vice|"
    r"advis[eo]r|penasihat|son|putra|aide)\b"
)
_ANYBODY_S = frozenset({"GOV", "JUD"})
"""Sectors whose words are of any body: officials, leaders, lawyers, spokesmen."""
_HOUSE = re.compile(
    r"\b(?:church|company|corporate|bank|club|university|college|school|hospital|airline|newspaper|magazine"
    r"|website|charity|gereja|perusahaan|klub|universitas|kampus|sekolah|rumah sakit|maskapai|surat kabar"
    r"|majalah|situs|yayasan)\b(?! (?:of|for|di|untuk)\b)",
    re.IGNORECASE,
)
_KINDS = frozenset(
    "the of and for in group party movement organization organisation council union association committee national"
    " kelompok partai gerakan organisasi dewan serikat perhimpunan komite nasional dan".split()
)
_NATIONAL = re.compile(
    r"(?:an?|another|one|two|three|four|five|six|seorang|dua|tiga|empat|lima|enam|\d+) ", re.IGNORECASE
)
""" "an Armenian" is no government. """
_OFFICERS = frozenset({"officer", "officers"})
_GOVERNMENT = re.compile(r"(?:[Tt]he )?([A-Z]\w+)(?:['’]s)? (?:administration|government|regime|cabinet)")
_PEMERINTAH = re.compile(r"(?:[Pp]emerintah(?:an)?|[Rr]ezim|[Kk]abinet|[Aa]dministrasi) ([A-Z]\w+)")


def role(setting: Setting, mention: Mention, wording: Wording, discourse: Discourse) -> tuple[Actor, ...]:
    """Who a role stands for: its holder where the words and the day tell, else its wording with a country."""
    countries = wording.countries
    if is_beside(setting.article, mention, wording):
        return (_beside(setting, mention, wording, discourse),)
    if len(countries) > 1 and _is_apposed(setting, wording):
        return (_plain(setting, mention, wording, countries[-1], "words beside the role"),)
    if len(countries) > 1 and _LISTED.search(wording.text):
        return tuple(_plain(setting, mention, wording, country, "each country of a list") for country in countries)
    known = (wording.entry.country if wording.entry else None) or wording.hint
    if wording.common or is_of_country(wording.text):
        known = setting.home or known
    country, by = _of_church(wording) or wording.country or known, BY_WORDS
    if country is None:
        owned = says_whose(setting.article, mention, wording)
        if owned == "their" and wording.many and (owners := owners_of(mention, setting.article.text, discourse)):
            return tuple(_plain(setting, mention, wording, one.country, POSSESSIVE) for one in owners)
        owner = owner_of(owned, mention, discourse, setting.article.text) if owned else None
        if (head := _headed_by(setting, wording, discourse)) is not None:
            country, by = head
        elif owner is not None:
            country, by = owner.country, POSSESSIVE
        elif (person := _person_in(setting, wording)) is not None:
            country, by = person.country, BY_WORDS
        elif (holder := _same_office(setting, wording, discourse)) is not None:
            return (replace(holder, mention=mention.span, resolved_by=NAMED_BEFORE),)
        elif before := described(setting, mention, wording, discourse) or _of_court(wording, discourse):
            country, by = before, NAMED_BEFORE
        else:
            country, by = _near(setting, mention, wording, discourse, owned=owned is not None)
    holder = _holder(setting, mention, wording, country, discourse) if by != BESIDE else None
    return (holder or _plain(setting, mention, wording, country, by if country else None),)


def _beside(setting: Setting, mention: Mention, wording: Wording, discourse: Discourse) -> Actor:
    """Who is near, with or against somebody: "its neighbour", "his host", of a country only where that is told."""
    if (other := _other_of_two(setting, mention, wording, discourse)) is not None:
        return _plain(setting, mention, wording, other, OTHER)
    met = _met(setting, mention, wording, discourse)
    return _plain(setting, mention, wording, met, MET if met else None)


def _other_of_two(setting: Setting, mention: Mention, wording: Wording, discourse: Discourse) -> str | None:
    """The country of "its neighbour", "seterunya", in an article about two states: not the one whose it is."""
    word = says_whose(setting.article, mention, wording)
    if word is None or wording.countries or _NEIGHBOUR.search(wording.text) is None:
        return None
    two = foremost({one: times for one, times in setting.named.items() if is_state(one)})
    owner = owner_of(word, mention, discourse, setting.article.text)
    if owner is None or owner.country not in two:
        return None
    return next(one for one in two if one != owner.country)


def _met(setting: Setting, mention: Mention, wording: Wording, discourse: Discourse) -> str | None:
    """The country of "her colleague in Delhi", of that seat; of "tamunya", "his host", the other told of last."""
    if wording.many:
        return None
    if _COLLEAGUE.search(wording.text):
        return seat(setting, mention)
    word = says_whose(setting.article, mention, wording) if _HOST.search(wording.text) else None
    owner = owner_of(word, mention, discourse, setting.article.text) if word else None
    if owner is None:
        return None
    near = discourse.sentence(mention.span.start) - _LOOKS_BACK
    found = discourse.latest(
        lambda one: one.sentence >= near and is_state(one.actor.country) and one.actor.country != owner.country
    )
    return found.actor.country if found else None


def _is_apposed(setting: Setting, wording: Wording) -> bool:
    """Whether a state says who the noun before it is: "the former colonial ruler of Guinea, France"."""
    *_, last = setting.knowledge.find(wording.text, setting.article.language)
    alone = last.span.end == len(wording.text) and wording.text[: last.span.start].endswith(", ")
    return alone and last.form in _STATES and _AND.search(wording.text) is None


def _near(
    setting: Setting, mention: Mention, wording: Wording, discourse: Discourse, *, owned: bool
) -> tuple[str | None, str]:
    """The country of home, or named around a role that is of a country, and how it is known.

    Around it stands neither whose "his government" is, where nobody was named, nor "the governments of the region".
    """
    sector = _sector(setting, mention, wording)
    if sector not in AT_HOME or _WORLDWIDE.search(wording.text) or _is_private(wording, discourse):
        return None, HOME
    country, by = at_home(setting, mention, sector, discourse)
    loose = by in {BESIDE, FIRST} and (owned or (wording.many and sector == "GOV"))
    return None if loose else country, by


def _is_private(wording: Wording, discourse: Discourse) -> bool:
    """Whether they are of a company, church, club or the like, or of a body named before that has no country."""
    if wording.role is not None and wording.role.sector in _ANYBODY_S and _HOUSE.search(wording.text):
        return True
    names = {word.folded for word in split_words(wording.text) if word.raw[:1].isupper()}
    bodies = (
        one.actor
        for one in discourse.seen
        if one.mention.kind in NAMED and one.actor.id is None and one.actor.country is None
    )
    return any(names & (set(folded_words(one.name)) - _KINDS) for one in bodies if one.sector not in AT_HOME)


def _headed_by(setting: Setting, wording: Wording, discourse: Discourse) -> tuple[str | None, str] | None:
    """The country of "the Bush administration", and how it is known; None for other words.

    That is of the one head of a state or government of that surname on that day, else of the Bush named before.
    """
    day = setting.article.published_day
    found = _GOVERNMENT.fullmatch(wording.text) or _PEMERINTAH.fullmatch(wording.text)
    if found is None:
        return None
    head = setting.knowledge.head_named(found[1], day) if day is not None else None
    if head is not None:
        return head.country, HEADED
    named = discourse.latest(lambda one: one.actor.kind is ActorKind.PERSON and found[1] in one.actor.name.split())
    return (named.actor.country, NAMED_BEFORE) if named is not None else None


def _of_court(wording: Wording, discourse: Discourse) -> str | None:
    """The code of the world court that was named last, for its judges; None after a court of some state."""
    word = wording.role
    if word is None or (word.sector, word.kind) != ("JUD", "person") or _ANY.match(wording.text):
        return None
    if WITH_NAME.search(wording.text):
        return None
    court = discourse.latest(lambda one: one.actor.sector == "JUD" and one.mention.kind in NAMED)
    known = court is not None and court.actor.id is not None and not is_state(court.actor.country)
    return court.actor.country if court is not None and known else None


def _person_in(setting: Setting, wording: Wording) -> Entry | None:
    """The known person whose a role is: "the chief of staff of Vice President Dick Cheney"."""
    found = setting.knowledge.find(wording.text, setting.article.language)
    persons = (one.entries for one in found if one.entries[0].kind is EntryKind.PERSON)
    return next((entries[0] for entries in persons if len(entries) == 1), None)


def _of_church(wording: Wording) -> str | None:
    """The pope is the pope wherever he is: the one office of the church that is also a head of state."""
    word = wording.role
    return "VAT" if word is not None and (word.sector, word.office) == ("REL", Office.HEAD_OF_STATE) else None


def _plain(setting: Setting, mention: Mention, wording: Wording, country: str | None, by: str | None) -> Actor:
    kind = ActorKind(wording.role.kind) if wording.role else ActorKind.UNKNOWN
    if kind is ActorKind.PERSON and wording.many:
        kind = ActorKind.GROUP
    return Actor(
        wording.text, kind, mention.span, None, wording.text, country, _sector(setting, mention, wording), by
    )


def _sector(setting: Setting, mention: Mention, wording: Wording) -> str | None:
    if wording.role is None and wording.plain and _NATIONAL.match(wording.text):
        return "CVL"
    if wording.role is not None and wording.role.form in _OFFICERS and setting.policed:
        return "COP"
    return mention.sector_hint or (wording.role.sector if wording.role else None)


def _holder(
    setting: Setting, mention: Mention, words: Wording, country: str | None, discourse: Discourse
) -> Actor | None:
    """The one who held the office on the publication day."""
    day, word = setting.article.published_day, words.role
    if word is None or word.office is None or word.kind != "person" or country is None or day is None:
        return None
    wording = mention.span.of(setting.article.text)
    if _ANY.match(wording) or SEVERAL.match(wording) or words.many:
        return None
    forms = _parts(setting, wording)
    if word.office is Office.OTHER:
        holder = setting.knowledge.titled(country, word, wording, " ".join(forms), day)
    elif Form.NAME in forms.values():
        holder = None  # of a part of the country: "the Chechnya president"; a capital speaks for the whole
    else:
        holder = setting.knowledge.holder(country, word.office, day)
    if holder is None or not _is_bare(setting.article, mention) or _is_of_part(setting, word.form, discourse):
        return None
    return Actor(holder.name_en, ActorKind.PERSON, mention.span, holder.id, holder.name_id, country, "GOV", HOLDS)


def _is_of_part(setting: Setting, form: str, discourse: Discourse) -> bool:
    """Whether who was last called by an office held it in a part of a country: "Texas attorney general"."""
    word = re.compile(rf"\b{re.escape(form)}\b", re.IGNORECASE)
    text = setting.article.text
    last = discourse.latest(lambda one: word.search(one.mention.span.of(text)) is not None)
    return last is not None and Form.NAME in _parts(setting, last.mention.span.of(text)).values()


def _parts(setting: Setting, wording: str) -> dict[str, Form]:
    """The parts of a country that a wording names, with how: whose office it may then be."""
    found = setting.knowledge.find(wording, setting.article.language)
    return {one.span.of(wording): one.form for one in found if one.entries[0].kind is EntryKind.PLACE}


def _is_bare(article: Article, mention: Mention) -> bool:
    """No "former", "deputy" or a second role that would make it somebody else's office."""
    before = article.text[max(0, mention.span.start - 12) : mention.span.start].lower()
    wording = mention.span.of(article.text).lower()
    return _OTHER_OFFICE.search(f"{before} {wording}") is None


def _same_office(setting: Setting, wording: Wording, discourse: Discourse) -> Actor | None:
    """The person who, by knowledge, holds the office that the role names: of several, of home, or named most."""
    word, day = wording.role, setting.article.published_day
    if word is None or word.kind != "person" or word.office in {None, Office.OTHER} or day is None:
        return None
    if _ANY.match(wording.text) or wording.many:
        return None
    office = word.office
    assert office is not None
    holders = [
        one.actor
        for one in discourse.seen
        if one.actor.id is not None
        and one.actor.kind is ActorKind.PERSON
        and setting.knowledge.entry(one.actor.id).holds(office, day)
    ]
    named = Counter(one.country for one in holders)
    order = list(enumerate(holders))  # of one country, on the day of a hand-over, the one named last
    best = max(order, key=lambda one: (one[1].country == setting.home, named[one[1].country], one[0]), default=None)
    return best[1] if best else None
