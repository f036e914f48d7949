"""What the words of a mention tell by themselves: whose country, which known name, which role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import PSEUDO_COUNTRIES, Entry, EntryKind, Form, NameMatch, RoleWord, is_state
from kawat.knowledge.words import Word, split_words
from kawat.language.backing import is_backing
from kawat.records import Article, Mention, MentionKind, Span
from kawat.resolve.naming import LOOSE, SEAT, body_in, is_owner, is_plain, name_in

_OF_STATES = frozenset({Form.NAME, Form.ALIAS, Form.ABBREVIATION, Form.DEMONYM, Form.PEOPLE})
SPEAKS = "place speaks for its state"
LIES = "where the place is"
_TOWARDS = frozenset({"to", "for", "against", "untuk", "ke", "terhadap"})
_THERE = frozenset({"in", "on", "at", "di"})
_FROM = re.compile(r" (?:from|of|dari|asal) (?:the )?")
_LEAVES = re.compile(
    r"\b(?:withdr\w+|pull\w*|evacuat\w+|remov\w+|expel\w*|drove|driv(?:e|en|ing)|oust\w*|bring\w*|brought"
    r"|menarik|penarikan|ditarik|mengevakuasi|evakuasi|mengusir|mengeluarkan|memulangkan|menghalau)\b[^,.;:]{0,32}$",
    re.IGNORECASE,
)
""" "withdraw [troops] from Iraq": where they were is not where they come from."""
_SIDES_OF = frozenset(
    """north south east west northern southern eastern western central northeastern northwestern southeastern
    southwestern neighbouring neighboring nearby""".split()
)
""" "troops in northern Mali" """
_FROM_WITHIN = 45  # characters after a role in which its country stands: "rekannya dari Ekuador"
_OWNER = re.compile(r"[A-Z][\w.-]+(?: [A-Z][\w.-]+)?['’]s (?=.*[A-Z])")
""" "[Abbas's] secular Fatah party" """
_CREDIT = re.compile(r" (?:Image|Photo|Photograph|Picture|File|Credit|Source|Foto|Gambar|Sumber|Dok|Ilustrasi)$")
_STUDIES = re.compile(r" (?:expert|scholar|specialist|analyst|watcher|researcher|historian|correspondent|hawk)s?\b")
_MANY = re.compile(
    r"(?:(?:up to|at least|more than|fewer than|about|around|nearly|almost|over|some|lebih dari|kurang dari|sekitar"
    r"|hampir|sedikitnya|setidaknya|hingga|sebanyak) )?\d"
    r"|(?:the two|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|hundreds|thousands|many"
    r"|several)\b"
    r"|(?:para|sejumlah|beberapa|sekelompok|belasan|puluhan|ratusan|ribuan|dua|tiga|empat|lima|enam|tujuh|delapan"
    r"|sembilan|sepuluh|sebelas|\w+ (?:belas|puluh))\b"
    r"|ke(?:tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b|(?:wni|tki|tkw|abk|warga|pengungsi|massa)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:[^s]s|men|people|police|children)$", re.IGNORECASE)
_DOUBLED = re.compile(r"\b(\w{3,})-\1\b", re.IGNORECASE)
_REST = re.compile(r" (?:of|for|in|on|at|from|to|with|who|that|which|yang)\b.*")
_EVERYWHERE = frozenset({"LEG", "PTY"})
_ONE = re.compile(r"(?:an?|one|another|sebuah|satu|seorang) ", re.IGNORECASE)
_HOUSES = frozenset("official state run private semi resmi milik negara swasta".split())
_GROUP = re.compile(
    r"\b(?:group|movement|organi[sz]ation|kelompok|gerakan|organisasi)$|^(?:kelompok|gerakan|organisasi)\b"
)
NAMED = frozenset({MentionKind.ORGANISATION, MentionKind.GROUP})
_SEATED = "USA"  # whose members alone are told with party and state
_BODIES = frozenset({EntryKind.BODY, EntryKind.GROUP, EntryKind.SEAT})
_COMMON = frozenset({EntryKind.COUNTRY, EntryKind.PLACE})


@dataclass(frozen=True, slots=True)
class Wording:
    """``name``: the part that names; ``countries``: of the states named beside it, in order, each once.

    ``hint``: the country that its reader saw in it. ``common``: it saw that in a name that bodies of many countries
    have ("Senate", "the opposition Democratic Party"). ``many``: whether the words say many. ``nameless``: of a
    person, that the words name none; ``owned``: that the person named only owns what is meant ("Blair's aides").
    ``plain``: that they name a state or its people and nothing else.
    """

    text: str
    name: str
    countries: tuple[str, ...]
    entry: Entry | None
    role: RoleWord | None
    hint: str | None = None
    common: bool = False
    many: bool = False
    nameless: bool = False
    owned: bool = False
    plain: bool = False

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
    every, roles = _looked_up(text, article.language, knowledge)
    found = [one for one in every if not is_backing(text, one.span.start, one.span.end)]
    head = mention.name_span.shifted(-start)
    person = mention.kind is MentionKind.PERSON
    named = name_in(text, head, found, roles) if person else head
    if person and named is not None and article.language == "id" and named.of(text).startswith("di "):
        named = None  # "Konsul Jenderal RI di Johor Bahru" has no name; that Italians are called so is for English
    head = named or Span(0, len(text))
    if mention.kind in NAMED and (owner := _OWNER.match(text)) and owner.end() > head.start:
        head = Span(owner.end(), len(text))
    elif person and named is not None:
        head = named = _without_credit(article, mention, named)
    entry = _entry(text, head, found, roles)
    owned = person and named is not None and is_owner(text, head, roles, article.language, entry)
    plain = is_plain(text, found, roles, mention.kind)
    if mention.kind in NAMED and entry is None and not (plain and mention.kind is MentionKind.GROUP):
        head = body_in(text, head, found, roles, article.language) if mention.head else Span(0, len(text))
        named_so = _entry(text, head, found, roles)
        entry = named_so if named_so is not None and named_so.kind is not EntryKind.PERSON else None
    of_whom = None if mention.kind in NAMED else _OF_WHOM.search(text)
    role = _role(head, roles, of_whom.start() if of_whom else 0, owned=owned)
    within = named if person else None
    beside = [one for one in found if not (within and within.overlaps(one.span))]
    police = any(one.sector == "COP" for _, one in roles)  # "a police commander in Mali"
    soldiers = role is not None and role.sector == "MIL" and not police
    own = _own(article, mention, knowledge, beside, acts=role is not None, soldiers=soldiers)
    countries = tuple(dict.fromkeys(country for country in own if country))
    if role is not None and role.country is not None:
        countries = (role.country,)  # "KBRI Kuala Lumpur", "WNI di Sabah"
    return Wording(
        text,
        head.of(text),
        countries,
        entry,
        role,
        _hint(mention, text, head, every),
        not countries and any(_is_everywhere(one, text, mention.country_hint) for one in found),
        is_many(text, article.language),
        nameless=named is None,
        owned=owned,
        plain=plain,
    )


def _without_credit(article: Article, mention: Mention, name: Span) -> Span:
    """A person's name without the word before a picture's source: "student Ahmed Mohamed [Image]: Agency"."""
    text = mention.span.of(article.text)
    credit = _CREDIT.search(text[name.start : name.end])
    ends = credit is not None and article.text[mention.span.start + name.end :][:1] == ":"
    return Span(name.start, name.start + credit.start()) if credit is not None and ends else name


_OF_WHOM = re.compile(r" (?:of|for|from|in|at) (?:the |an? |its |his |her |their )?")
""" "a [senator] of the governing party": what stands behind says whose, and not what somebody is."""


def _role(head: Span, roles: list[tuple[Span, RoleWord]], of_whom: int, *, owned: bool) -> RoleWord | None:
    """What somebody is: by the last role of the name, or of all; of what a person owns, by the role that has it.

    ``of_whom``: where the words begin to say whose it is; a person's role before it comes first.
    """
    if owned and roles:
        return roles[-1 if roles[-1][0].start > head.end else 0][1]
    heads = [role for span, role in roles if span.end <= of_whom and role.kind == "person"]
    inner = [role for span, role in roles if head.contains(span) or span.contains(head)]
    return heads[-1] if heads else inner[-1] if inner else (roles[-1][1] if roles else None)


def _own(
    article: Article, mention: Mention, knowledge: Knowledge, found: list[NameMatch], *, acts: bool, soldiers: bool
) -> list[str | None]:
    """The countries of a mention that its words name: of states, else of bodies, else right after it.

    ``acts``: whether it has a role; ``soldiers``: whether that is a soldier's, who serves anywhere.
    """
    text = mention.span.of(article.text)
    places = mention.kind in {MentionKind.PLACE, MentionKind.STATE}
    worldwide = [one for one in found if one.entries[0].country in PSEUDO_COUNTRIES]

    def is_own(one: NameMatch) -> bool:
        serving = soldiers or any(other.span.end <= one.span.start for other in worldwide)
        return not (_elsewhere(text, one.span.start, serving) or _is_studied(text, one))

    owner = next((one.entries[0].country for one in found if _owns(one, text)), None)
    states = (one for one in found if places or _is_state(one) or _acts(one, text))
    own: list[str | None] = [owner] if owner else [one.entries[0].country for one in states if is_own(one)]
    if own:
        return own
    if mention.kind is MentionKind.PERSON and (SEAT.search(text) or SEAT.match(article.text, mention.span.end)):
        return [_SEATED]
    if mention.kind is MentionKind.ORGANISATION:
        return [one.entries[0].country for one in worldwide][:1]
    if mention.kind is MentionKind.ROLE or (mention.kind is MentionKind.PERSON and acts):
        kinds = _BODIES if mention.kind is MentionKind.PERSON else frozenset({EntryKind.BODY})
        bodies = [one for one in found if one.entries[0].kind in kinds]
        return [_from(article, mention, knowledge) or _of_body(text, bodies)]
    return []


def _of_body(text: str, bodies: list[NameMatch]) -> str | None:
    """The country of the known bodies in a wording, where it is one: "Panglima TNI", "EU envoy"."""
    theirs = [one.entries[0] for one in bodies if not _elsewhere(text, one.span.start, there=False)]
    own = {one.country for one in theirs if one.sector not in _EVERYWHERE or not is_state(one.country)}
    return own.pop() if len(own) == 1 else None


def _is_everywhere(found: NameMatch, text: str, hint: str | None) -> bool:
    """Whether the reader's country is that of the parliament or party that a wording ends with."""
    entry = found.entries[0]
    national = entry.sector in _EVERYWHERE and is_state(entry.country)
    return entry.country == hint and national and found.span.end == len(text)


def _hint(mention: Mention, text: str, head: Span, found: list[NameMatch]) -> str | None:
    """The reader's country of a mention, unless that is a place's name within a person's ("Sheikh Sabah")."""
    told = [one for one in found if one.entries[0].country == mention.country_hint]
    named = [one for one in told if one.entries[0].kind is EntryKind.PLACE and one.span.overlaps(head)]
    if told and all(is_backing(text, one.span.start, one.span.end) for one in told):
        return None
    return None if mention.kind is MentionKind.PERSON and told and named == told else mention.country_hint


@lru_cache(maxsize=4096)
def _looked_up(
    text: str, language: str, knowledge: Knowledge
) -> tuple[list[NameMatch], list[tuple[Span, RoleWord]]]:
    """Names and roles of a wording; an article says most of its wordings many times."""
    return knowledge.find(text, language), knowledge.find_roles(text, language)


def _is_state(found: NameMatch) -> bool:
    return found.form in _OF_STATES and found.entries[0].kind is EntryKind.COUNTRY


_OFFICE_OF = re.compile(
    r"['’]s (?:[\w-]+ ){0,3}?(?:minister|ministry|government|envoy|ambassador|president|premier|spokes\w+|embassy"
    r"|parliament|army|military|police|troops|diplomats?)\b"
)


def _acts(found: NameMatch, text: str) -> bool:
    """Whether a capital owns what follows: "Islamabad's minister" is of the state."""
    state = any(one.kind is EntryKind.COUNTRY for one in found.entries)
    return found.form is Form.CAPITAL and state and _OFFICE_OF.match(text, found.span.end) is not None


def _owns(found: NameMatch, text: str) -> bool:
    """Whether a body of many states owns what follows: "the European Union's envoy, a Danish diplomat"."""
    worldwide = found.entries[0].kind is EntryKind.BODY and not is_state(found.entries[0].country)
    begins = text[: found.span.start].lower() in {"", "the "}
    return worldwide and begins and text[found.span.end :][:2] in {"'s", "’s"}


def _elsewhere(text: str, start: int, there: bool) -> bool:
    """ "the ambassador to Japan", "troops in Syria": whom they deal with and where they are, not whose they are."""
    before = text[:start].lower().replace("-", "").removesuffix(" the ").split()
    while before and before[-1] in _SIDES_OF:
        before.pop()
    return bool(before) and (before[-1] in _TOWARDS or (there and before[-1] in _THERE))


def _is_studied(text: str, found: NameMatch) -> bool:
    """Whether a country is what somebody knows or writes about: "a China expert"; a "US expert" may be American."""
    return found.form in {Form.NAME, Form.ALIAS} and _STUDIES.match(text, found.span.end) is not None


def _from(article: Article, mention: Mention, knowledge: Knowledge) -> str | None:
    """The country that stands right after a role: "rekannya [dari Ekuador]"."""
    after = article.text[mention.span.end : mention.span.end + _FROM_WITHIN]
    begin = None if _LEAVES.search(_before(article, mention)) else _FROM.match(after)
    found = knowledge.find(after, article.language) if begin else []
    return next(
        (one.entries[0].country for one in found if begin and one.span.start == begin.end() and _is_state(one)),
        None,
    )


def _before(article: Article, mention: Mention) -> str:
    return article.text[max(0, mention.span.start - 48) : mention.span.start]


def _says_kind(word: Word, entry: Entry, text: str, roles: list[tuple[Span, RoleWord]]) -> bool:
    """Whether a word says what kind of body a known one is: "the [official] Xinhua [news agency]"."""
    if _ONE.match(text) or (entry.sector != "JRN" and entry.kind is not EntryKind.GROUP):
        return False
    if entry.sector == "JRN" and word.folded in _HOUSES:
        return True
    kinds = [span for span, role in roles if _is_kind_of(role, entry)]
    return any(span.start <= word.start < span.end for span in kinds)


def _is_kind_of(role: RoleWord, entry: Entry) -> bool:
    if entry.kind is EntryKind.GROUP:
        return _GROUP.search(role.form) is not None
    return role.kind == "organisation" and role.sector == entry.sector


def _entry(text: str, head: Span, found: list[NameMatch], roles: list[tuple[Span, RoleWord]]) -> Entry | None:
    """The known body, group or person whose name the mention is, but for articles, its state and its kind."""
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
        and not _says_kind(word, entry, text, roles)
    ]
    if any(word not in LOOSE for word in rest if word != text[best.span.start : best.span.end].lower()):
        return None
    owners = {one.entries[0].country for one in states if not one.span.overlaps(best.span)}
    if owners and (entry.country in PSEUDO_COUNTRIES or entry.country not in owners):
        return None  # "British Red Cross", "Chinese coast guard": not the body known by the bare name
    return entry
