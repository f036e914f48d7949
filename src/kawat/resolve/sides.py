"""Who counts as a side: somebody, not a number of people nobody names, nor a thing that is thrown or paid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kawat.knowledge.words import folded_words
from kawat.language import find_quantities
from kawat.records import Actor, ActorKind, Article, Span
from kawat.resolve.accords import names_an_accord
from kawat.resolve.apposed import OFFICE
from kawat.resolve.bystanders import words_before
from kawat.resolve.counts import COUNTED_BODIES, THINGS
from kawat.resolve.homes import HOME
from kawat.resolve.leaning import HER
from kawat.resolve.wording import SPEAKS

_NOBODY = frozenset(
    """people persons person lives others more civilians men women dead bodies
    orang jiwa lainnya korban manusia nyawa""".split()
)
_EVERYBODY = frozenset(
    "all sides|all parties|all|everyone|others|another|the other|each other|the public|"
    "semua pihak|semua|pihak lain|satu sama lain|seluruh pihak|publik".split("|")
)
_NO_ONE = frozenset(
    "nobody|no one|no-one|none|anybody|anyone|somebody|someone|several|several others|"
    "sebagian|tak seorang pun|tidak seorang pun|tidak ada|siapa pun|siapapun|seseorang|itu|ini|tersebut".split("|")
)
_INANIMATE = re.compile(
    r"(?:the |an? |its |their |his |her )?(?:\w+(?:-\w+)? ){0,2}?"
    r"(?:towns?|villages?|borders?|regions?|areas?|territory|territories|sites?|farms?|fields?|corridors?|roads?"
    r"|temples?|ambulances?|vehicles?|warheads?|missiles?|rockets?|drones?|bombs?|shells?|mines?|helicopters?"
    r"|barricades?|carriers?)"
    r"|(?:kota|desa|desa-desa|wilayah|daerah|kawasan|perbatasan|koridor|jalan|ladang|lahan|ambulans|kendaraan|roket|rudal|drone"
    r"|helikopter|barikade|hulu ledak|candi)(?: .*)?",
    re.IGNORECASE,
)
"""Land and gear: what is struck, closed or sent, and no side."""
_ABSTRACT = re.compile(
    r"(?:the |an? |its |their |his |her )?(?:\w+ )?"
    r"(?:decision|plan|policy|policies|ruling|verdict|statement|remarks?|proposal|measures?|bill|draft|detention)"
    r"|(?:keputusan|rencana|kebijakan|langkah|pernyataan|putusan|vonis|usul(?:an)?|sikap|tindakan|komentar"
    r"|rancangan undang-undang)(?:nya| itu| tersebut| ini)?",
    re.IGNORECASE,
)
"""What somebody decides, says or plans, and no side."""
_LAW = re.compile(
    r".+ (?:Act|Amendment|Protocol|Treaty|Accords?|Agreement|Constitution|Plan|Grants|Resolution)|Operation [A-Z].+"
    r"|(?:Konvensi|Protokol|Perjanjian|Traktat|Undang-Undang|UU|Piagam|Resolusi|Konstitusi|Operasi) .+"
)
"""Laws, accords and operations by name."""
_ADJECTIVE = re.compile(
    r"official|military|major|general|private|(?:inter)?national|federal|regional|local|foreign|daily|led|\w+-party"
    r"|[\w-]+-(?:based|backed|led|owned|controlled|born)"
)
_MODIFIES = re.compile(
    r" (?!(?:said|says?|told|ha[sd]|have|was|is|were|are|will|would|who|that|and|or|in|at|on|of|from|to|with|by|for"
    r"|as|when|after|near|while|but|than|because|since|if|though|before|during|into|over|against)\b)"
    r"[a-z-]{3,}(?<!ed)(?<!ly)\b"
)
""" "an official visit", "six-party talks": a word that may name somebody says of what kind something is."""
_GATHERING = re.compile(r"(?:the )?(?:KTT|summit|konferensi tingkat tinggi)\b", re.IGNORECASE)
_OWNERS = frozenset("his her its their our my your".split())
_NUMBER = re.compile(
    r"(?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|thousands|some|many"
    r"|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belasan|puluhan|ratusan|ribuan)"
    r"(?: of(?: them)?)?",
    re.IGNORECASE,
)
_TOLL = re.compile(
    rf"(?:(?:at least|another|some|about|more than|sedikitnya|sekitar|lebih dari|setidaknya) )?{_NUMBER.pattern}"
    r"(?: (?:others?|more|people|orang(?: lain(?:nya)?)?|lainnya))?"
    r" (?:killed|dead|wounded|injured|missing|tewas|meninggal|(?:ter)?luka(?:-luka)?|cedera|hilang)",
    re.IGNORECASE,
)
""" "34 tewas", "another 17 wounded"."""
_WITHOUT = re.compile(r"\b(?:without|tanpa)(?: (?:the|an?))? $", re.IGNORECASE)
""" "met without the premier": who is not there."""


def sides_of(
    actors: Iterable[Actor], article: Article, *, acting: bool = False, across: Span | None = None
) -> tuple[Actor, ...]:
    """The actors that are somebody, each once. ``across``: the trigger, where it is of what takes two.

    A toll ("20 orang") is a quantity of its report and names nobody; those who do something, ``acting``, are
    somebody though they are only counted. Of "the leader of North Korea, Kim Jong Un" the name stays.
    """
    somebody = [one for one in actors if not _is_nobody(one, article, acting)]
    named = _without_modifiers(_without_titles(somebody, article), article)
    return _without_asides(_with_states(named, article), article, across)


def _without_modifiers(actors: Sequence[Actor], article: Article) -> list[Actor]:
    """The sides without those that only say more of the one before: "a brigade trained by North Korea" is one."""
    pairs = [(left, right) for left in actors for right in actors if left.mention.end < right.mention.start]
    more = [right for left, right in pairs if _MORE.fullmatch(article.text[left.mention.end : right.mention.start])]
    more += [left for left, right in pairs if _owns(left, right, article)]
    apposed = {left: right for left, right in pairs if right not in more and _is_apposed(left, right, article)}
    return [
        replace(one, country=apposed[one].country, resolved_by=_BESIDE)
        if one in apposed and one.country is None and apposed[one].country
        else one
        for one in actors
        if one not in more and one not in apposed.values()
    ]


def _owns(person: Actor, other: Actor, article: Article) -> bool:
    """Whether a person says whose the next side is: "Hitler's Germany" is one side."""
    between = article.text[person.mention.end : other.mention.start]
    owner = person.kind in _ROLES and _NAME.search(person.name) is not None
    return owner and between in {"'s ", "’s ", "' ", "’ "}


def _is_apposed(name: Actor, noun: Actor, article: Article) -> bool:
    """Whether a noun between commas says who the one before is: "the NDI, an American group, left"."""
    between = article.text[name.mention.end : noun.mention.start]
    wording = noun.mention.of(article.text)
    person = article.language == "id" and name.kind is ActorKind.PERSON and _BARE_NOUN.match(wording)
    said = (_KIND.match(wording) or person) if between == ", " else between in {", a ", ", an "}
    named = _NAMED.search(name.mention.of(article.text))
    return bool(said and named) and noun.id is None and _CLOSED.match(article.text, noun.mention.end) is not None


_KIND = re.compile(r"(?:an?|seorang|sebuah|warga|mantan|bekas) ")
_BARE_NOUN = re.compile(r"(?!(?:para|sejumlah|beberapa|dua|tiga|empat|lima|puluhan|ratusan|ribuan)\b)[a-z]+ ")
_NAMED = re.compile(r"^the |\b[A-Z][a-z]{2,}| (?:itu|tersebut|pertama|terakhir)$")
_CLOSED = re.compile(r"(?:(?! (?:and|dan) )[^,.;:]){0,60}?(?:[,.;]| (?:yang|who|which|that)\b)")


_UNIFORM = re.compile(r"\b(?:uniforms?|fatigues)$|^seragam\b", re.IGNORECASE)
_DRESSED = re.compile(
    r"\b(?:berseragam|seragam|berpakaian|berkedok|menyamar sebagai|mengaku sebagai|(?:dressed|disguised|posing) as)"
    r"(?: (?:an?|the))? $",
    re.IGNORECASE,
)


def _without_titles(actors: Sequence[Actor], article: Article) -> list[Actor]:
    """The sides without the nouns before names; a name takes over the country of its noun ("Kuwait's emir, X")."""
    titles = {one: other for one in actors for other in actors if _is_title_of(one, other, article)}
    told = {other: one.country for one, other in titles.items() if one.country and not other.country}
    left = (one for one in actors if one not in titles)
    return [replace(one, country=told[one], resolved_by=_BESIDE) if one in told else one for one in left]


_LAUNCHED = "launched|fired|dropped|planted|staged|mounted|operated"
_LAUNCHED_BY = re.compile(rf"\b(?:{_LAUNCHED}) by (?:the |an? )?$")
""" "drones launched by the militia": who says more of the drones does it."""
_MORE = re.compile(
    rf" (?!{_LAUNCHED})(?:\w+ed|led|sent|run) by (?:the )?| under (?:an? |the )?"
    r"| (?:yang )?(?:dipimpin|dilatih|didukung|dibentuk) (?:oleh )?| pimpinan "
    r"|,? (?:selaku|sebagai|as)(?: the)? | \("
)


def _without_asides(actors: Sequence[Actor], article: Article, across: Span | None) -> tuple[Actor, ...]:
    """The sides without common nouns that say more of a named one: "thanked Ghana for the doctors", not a list."""
    named = [one for one in actors if not _is_common(one)]
    if not named:
        return tuple(actors)
    return tuple(
        one
        for one in actors
        if one in named
        or _is_listed(one, actors, article)
        or _is_met(one, named, article, across)
        or _LAUNCHED_BY.search(words_before(one.mention, article))
    )


def _is_met(one: Actor, named: Sequence[Actor], article: Article, trigger: Span | None) -> bool:
    """Whether those named, who stand before what takes two, do it "with" it: "X spoke with the kidnappers"."""
    if trigger is None or one.mention < trigger or any(other.mention > trigger for other in named):
        return False
    between = article.text[trigger.end : one.mention.start]
    return (_MET.search(between) or _AT_ONCE.fullmatch(between)) is not None


_AT_ONCE = re.compile(r" (?:the |an? |para )?")
""" "met the kidnappers": no aside stands right after the verb."""
_MET = re.compile(r"\b(?:with|dengan|bersama) (?:the |an? )?$")


def _is_listed(one: Actor, actors: Sequence[Actor], article: Article) -> bool:
    """Whether nothing but a comma or "and" stands between it and another side."""
    pairs = [sorted((one.mention, other.mention)) for other in actors if other is not one]
    return any(_LISTED.fullmatch(article.text[left.end : right.start]) for left, right in pairs)


_LISTED = re.compile(r"\s*(?:,|,? ?(?:and|dan|serta|or|atau|as well as))\s*(?:the )?")


def _with_states(actors: Sequence[Actor], article: Article) -> tuple[Actor, ...]:
    """ "a blogger from Russia", "the winner of the Armenian election" marked in two: one side, of that country."""
    out: list[Actor] = []
    for one in sorted(actors, key=lambda one: one.mention):
        last = out[-1] if out else None
        if last is not None and _belongs(last, one, article):
            out[-1] = replace(last, country=one.country, resolved_by=last.resolved_by or "words beside the role")
        elif last is not None and _belongs_before(last, one, article):
            out[-1] = replace(one, country=last.country, resolved_by="words beside the role")
        else:
            out.append(one)
    return tuple(out)


def _belongs(role: Actor, state: Actor, article: Article) -> bool:
    between = article.text[role.mention.end : state.mention.start]
    beside = state.kind is ActorKind.STATE and _OF.fullmatch(between) is not None
    return beside and (
        _is_common(role) or _begins(role, article) or (role.id is None and role.country == state.country)
    )


def _belongs_before(state: Actor, role: Actor, article: Article) -> bool:
    between = article.text[state.mention.end : role.mention.start]
    return _is_common(role) and state.kind is ActorKind.STATE and between in {" ", "'s ", "’s "}


def _is_common(actor: Actor) -> bool:
    """A noun without a country: whose it is, a state beside it may tell."""
    return actor.id is None and actor.country is None and actor.name.islower()


def _begins(actor: Actor, article: Article) -> bool:
    """A noun with no more than the capital that begins a sentence: "Roket Kamboja menghantam ..."."""
    bare = actor.id is None and actor.country is None and actor.kind in {ActorKind.UNKNOWN, ActorKind.PERSON}
    before = article.text[: actor.mention.start].rstrip(" ")
    return bare and actor.name[1:].islower() and before[-1:] in {"", ".", "\n", "!", "?"}


_OF = re.compile(r" (?:(?:of|from|in|dari|asal|di)(?: the)? (?:\w+ ){0,2})?")


def _is_title_of(one: Actor, other: Actor, article: Article) -> bool:
    """Whether a noun stands right before the name of who it is: a person's office, what kind of group it is."""
    between = article.text[one.mention.end : other.mention.start]
    person = other.kind is ActorKind.PERSON
    alike = one.country in {None, other.country} or (person and other.country is None)
    if one.mention.end >= other.mention.start or not alike:
        return False
    if person and _OFFICE_OF.fullmatch(between):
        return True
    if one.id is not None:
        return False
    if _ANY_ONE.match(one.name) and between in {", ", ", the "} and _NAME.search(other.name):
        return _NEXT_COMMA.match(article.text, other.mention.end) is not None
    if person:
        named = _NAME.search(other.mention.of(article.text)) and not ("," in between and _is_bare_name(one))
        return (
            bool(named)
            and one.kind in _ROLES
            and bool(_BEFORE_NAME.fullmatch(between) or OFFICE.fullmatch(between))
        )
    after = article.text[other.mention.end : other.mention.end + 1]
    beside = between == " " or (after == "," and _BESIDE_BODY.fullmatch(between) is not None)
    return other.kind in _BODIES and beside and one.name[1:].islower()


def _is_bare_name(actor: Actor) -> bool:
    """A name of which nothing else is known: the first of "Ana Dias, Peter Okello and others" is no title."""
    bare = actor.resolved_by is None and actor.sector is None and actor.country is None
    return bare and _FULL_NAME.fullmatch(actor.name) is not None


_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'’.-]*)+")
_OFFICE_OF = re.compile(r"['’]s [a-z][a-z -]{2,30},? ")
""" "the army's commander, X": whose office it is, is no second side."""
_ANY_ONE = re.compile(r"(?:an?|seorang|sebuah) ", re.IGNORECASE)
_NEXT_COMMA = re.compile(r"[,.;]")
""" "a ship, the Northern Star, was seized"."""
_BESIDE = "words beside the name"
_BESIDE_BODY = re.compile(r"(?: (?:yang|that|which) [^,]{1,30})?, ")
_BEFORE_NAME = re.compile(r",? (?:(?:Mr|Mrs|Ms|Dr|Gen|Sir|Pak|Bu)\.? )?")
_ROLES = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})
_BODIES = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION})


def is_no_one(actor: Actor) -> bool:
    """Whether the words say that nobody is meant: "No group has claimed the attack"."""
    return actor.id is None and _NONE.match(actor.name) is not None


_NONE = re.compile(r"(?:no|none|nobody|neither|tidak ada|tak ada|tak satu pun)\b", re.IGNORECASE)


def _is_nobody(actor: Actor, article: Article, acting: bool) -> bool:
    wording = actor.mention.of(article.text)
    if _TOLL.fullmatch(wording):
        return True
    if _tells_nobody(actor, wording, article) or _WITHOUT.search(words_before(actor.mention, article)):
        return True
    if actor.resolved_by or actor.country:
        return False
    gear = actor.kind is not ActorKind.ORGANISATION and _INANIMATE.fullmatch(wording)  # "Shell" is a company
    if gear or _NUMBER.fullmatch(wording):
        return True
    counted = find_quantities(wording, article.language)
    if not counted:
        return False
    words = {*folded_words(counted[0].unit), *folded_words(wording[counted[0].span.end :])}
    named = _NAME.search(wording, counted[0].span.start + 1)
    thing = counted[0].what in THINGS and not (named or words & COUNTED_BODIES)
    return thing or (words <= _NOBODY and not acting)


def _tells_nobody(actor: Actor, wording: str, article: Article) -> bool:
    """Whether words name nobody, whatever they were resolved to: an adjective, an accord, "it", "everybody"."""
    word, unresolved = wording.lower(), actor.resolved_by is None
    return (
        word in _NO_ONE
        or (word in _EVERYBODY and actor.resolved_by in {None, HOME})
        or (word in {"it", "nya"} and unresolved)  # a thing
        or (word in _OWNERS and actor.id is None and not _is_her(word, actor, article))
        or (actor.id is None and _LAW.fullmatch(actor.name) is not None)
        or _GATHERING.match(wording) is not None
        or _ABSTRACT.fullmatch(wording) is not None
        or _is_dress(actor, wording, article)
        or _is_adjective(actor, wording, article)
        or (actor.resolved_by == SPEAKS and names_an_accord(actor, article))
    )


def _is_her(word: str, actor: Actor, article: Article) -> bool:
    return word == "her" and HER.match(article.text, actor.mention.end) is not None


def _is_dress(actor: Actor, wording: str, article: Article) -> bool:
    """Whether somebody only looks like it: "gunmen in army uniforms", "berseragam tentara"."""
    return _UNIFORM.search(wording) is not None or _DRESSED.search(words_before(actor.mention, article)) is not None


def _is_adjective(actor: Actor, wording: str, article: Article) -> bool:
    """Whether a word says of what kind the noun after it is: "an official visit"."""
    english = article.language == "en" and _ADJECTIVE.fullmatch(wording)
    return bool(english) and _MODIFIES.match(article.text, actor.mention.end) is not None


_NAME = re.compile(r"\b[A-Z][a-z]{2,}")
