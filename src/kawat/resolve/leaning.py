"""Words that stand for somebody named before: pronouns, "the two sides", "the group", "negara itu"."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import is_state
from kawat.knowledge.words import folded_words
from kawat.records import Actor, ActorKind, Mention, MentionKind
from kawat.resolve.discourse import TWO, Discourse, Seen
from kawat.resolve.homes import is_outlet

SINGULAR = frozenset("he she him her his hers ia dia beliau himself herself".split())
CLITIC = "nya"
PLURAL = frozenset("they them their theirs mereka themselves".split())
THING = frozenset({"it", "its", "itself"})
OWN_SIDE = "pihaknya"
SPEAKER = frozenset("i we us me our my kami kita saya aku pihaknya".split())
_SAID = re.compile(r"(?:kata|ujar|tutur|jelas|ucap|tegas|tambah|imbuh|papar|ungkap|sebut|lanjut)nya")
_PAIR = re.compile(
    r"\b(?:kedua(?:nya)?|the two|both|two|each|masing-masing)\s*(?:\w+\s+){0,1}?"
    r"(?:pihak|kubu|negara|bangsa|pemerintah|pemimpin|presiden|kepala \w+|menteri\w*|menlu|"
    r"tokoh|tetangga|seteru|sides?|countries|nations|states|governments|neighbou?rs|parties|leaders|presidents|men|"
    r"ministers|premiers|foes|rivals|capitals|allies|heads of \w+)\b|^(?:keduanya|both|the two)$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"kedua(?:nya|(?: belah)? pihak| kubu)|both(?: sides| parties)?|(?:the )?two(?: sides| parties)?", re.I
)
_TWO_OF_ANY = re.compile(r"keduanya|both|(?:the )?two", re.IGNORECASE)
TWO_NAMED = "two named before"
_LEADERS = re.compile(
    r"pemimpin|presiden|leaders|presidents|\bmen\b|menteri|menlu|ministers|kepala|heads", re.IGNORECASE
)
_DEFINITE = re.compile(r"^(?:the|this|that)\b|\b(?:itu|tersebut|ini)$|nya$", re.IGNORECASE)
_ITU = re.compile(r"^\s(?:itu|tersebut|ini)\b")
_OWN_STATE = re.compile(r"(?:negaranya|(?:his|her|their) (?:own )?(?:country|nation))(?: sendiri)?", re.IGNORECASE)
_OWNERS = frozenset({MentionKind.PERSON, MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.STATE})
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.ROLE})
_SPEAKERS = frozenset({MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.GROUP}) | _PEOPLE
_SPECIFIC = frozenset(
    "ministry department court commission church kementerian komisi mahkamah pengadilan gereja".split()
)
"""Bodies of a kind that the name of one has in it: "the court" takes up no company."""
_NAMED = "noun for who was named before"
_GOVERNMENT = re.compile(r"\bgovernment$|^pemerintah\b", re.IGNORECASE)
_ANYBODY = re.compile(r" (?:yang|who|which)\b")
""" "mereka yang menyerah", "they who stayed" takes up nobody, it describes."""
_BEGINS = re.compile(r"\W*(?:(?:that|bahwa) )?")
_OBJECT = re.compile(
    r"(?= ?[.,;:?!)\"”])| (?:an?|the|in|on|at|as|for|from|with|of|when|after|before|because|into|over|through|until"
    r"|if|while|since|during|his|her|their|this|that|to|off|up|out|down|away|back)\b"
)
_BLAMED = re.compile(
    r"\b(?:accus|blam|critici|urg|ask|told|help|let|warn|threaten|invad|attack|join|by"
    r"|order|forc|requir|want|expect|allow)\w* $"
)
_MAKES = re.compile(r"\b(?:mak(?:e|es|ing)|made|find|finds|found|consider\w*|deem\w*) $")
""" "called it an illegal act": what is acted on is mostly a thing that was told of, and no state nor body."""
_EMPTY = re.compile(
    r" (?:is|was|(?:will|would|may|might|could) be|ha[sd] been|remain\w*|seem\w*|appear\w*|bec[ao]me\w*)"
    r"(?: \w+ly| not| still| too| very| so| more| also| now)?"
    r" (?:hard|difficult|easy|(?:un)?clear|(?:im)?possible|(?:un)?likely|time|important|necessary|(?:un)?known"
    r"|feared|believed|thought|hoped|expected|understood|wrong|right)\b"
    r"| (?:(?:will|would|could|may|might|ha[sd])(?: \w+ly)? )?(?:takes?|took|taken)\b[^,.;]{0,24}?"
    r" (?:hour|day|week|month|year)s?\b"
    r"| (?:emerged|turned out)\b|['’]s (?!(?!\w*thing\b)\w+ing\b)"
)
""" "it would be hard to", "it took months" stands for nobody."""
_STATES = frozenset("country nation kingdom republic island negara negeri kerajaan negaranya negerinya".split())
_GROUPS = frozenset("group movement militia faction party kelompok gerakan milisi faksi partai partainya".split())
_ONE_BODY = re.compile(
    r"\b(?:army|military|navy|air force|coast guard|government|parliament|senate|cabinet|court|ministry|junta"
    r"|opposition|commission|coalition|regime|council|committee|police)$",
    re.IGNORECASE,
)
_OF_GROUPS = frozenset({"PTY", "OPP", "REB", "UAF"})
_BODIES = frozenset(
    """agency ministry department company institution bank court body commission organisation organization bloc
    lembaga badan kementerian perusahaan komisi organisasi blok mahkamah pengadilan bank church gereja
    watchdog firm union""".split()
)


def is_pair(wording: str) -> bool:
    """Whether the words name two sides without saying which: "kedua pihak", "both leaders"."""
    return _PAIR.search(wording) is not None


def is_bare_pair(wording: str) -> bool:
    """Whether the words say of the two no more than that they are two: they may be of one country."""
    return _BARE.fullmatch(wording) is not None


def pair_of(
    mention: Mention, wording: str, text: str, discourse: Discourse, knowledge: Knowledge
) -> tuple[Actor, ...]:
    """The two that "kedua pihak" or "soldiers of the two countries" means; () where no two were named."""
    whole = _PAIR.fullmatch(wording.lower().removeprefix("the ").strip()) or _PAIR.fullmatch(wording)
    people = bool(whole and _LEADERS.search(wording))
    found = discourse.pair(mention, text, people=people, here_only=True) or _two_joined(
        mention, text, people, discourse
    )
    if _TWO_OF_ANY.fullmatch(wording):
        return tuple(_as(one.actor, mention, TWO_NAMED) for one in found or discourse.met(mention))
    found = found or discourse.pair(mention, text, people=people) or discourse.pair(mention, text, people=False)
    if people:
        return tuple(_as(one.actor, mention, TWO_NAMED) for one in found)
    if whole:
        return tuple(_state(one.actor, mention, knowledge) for one in found)
    return tuple(
        Actor(
            wording,
            ActorKind.UNKNOWN,
            mention.span,
            None,
            wording,
            one.actor.country,
            None,
            "two sides named before",
        )
        for one in found
    )


def _two_joined(mention: Mention, text: str, people: bool, discourse: Discourse) -> tuple[Seen, ...]:
    """The two of different states that the sentence joins: "met A's premier and B's president and told both"."""
    joined = discourse.joined(mention, text)
    countries = {one.actor.country for one in joined if is_state(one.actor.country)}
    if len(joined) != len(countries) or len(joined) != TWO:
        return ()
    return joined if not people or all(one.actor.kind is ActorKind.PERSON for one in joined) else ()


def several_of(
    mention: Mention, wording: str, text: str, discourse: Discourse, knowledge: Knowledge
) -> tuple[Actor, ...]:
    """The states of the latest list that "the four" or "ketiga negara" takes up; () where no list is so long."""
    named = _SEVERAL.fullmatch(wording)
    if named is None:
        return ()
    word = (named[1] or named[2]).lower()
    number = next(size for size, words in _NUMBERS.items() if word in words)
    found = discourse.listed(number, text)
    return tuple(_state(one.actor, mention, knowledge, "list named before") for one in found)


_NUMBERS = {3: {"three", "ketiga"}, 4: {"four", "keempat"}, 5: {"five", "kelima"}, 6: {"six", "keenam"}}
_SEVERAL = re.compile(
    r"(?:(?:the|all) )?(three|four|five|six)(?: (?:arab |other )?(?:countries|nations|states|governments))?"
    r"|(ketiga|keempat|kelima|keenam)(?:nya)?(?: (?:negara|pemerintah|pihak))?",
    re.IGNORECASE,
)


def pronoun(mention: Mention, wording: str, text: str, discourse: Discourse) -> tuple[Actor, ...]:
    """Whom a pronoun of the third person stands for, () where nobody fits; "they" may stand for several."""
    low = wording.lower()
    if (low in PLURAL and _ANYBODY.match(text, mention.span.end)) or (
        low == "it" and (_EMPTY.match(text, mention.span.end) or _is_object(mention, text))
    ):
        return ()
    if low in SINGULAR or _SAID.fullmatch(low):
        found = discourse.subject(mention, lambda one: one.actor.kind is ActorKind.PERSON and not one.plural)
    elif low == CLITIC:
        found = _somebody_here(mention, discourse)
        found = found or discourse.subject(mention, lambda one: one.mention.kind is MentionKind.PERSON)
    elif low == OWN_SIDE:
        found = discourse.subject(mention, lambda one: one.mention.kind in _SPEAKERS, first=True)
    elif low in PLURAL:
        teller = _teller(mention, text, discourse)
        those = (teller,) if teller else _those(mention, text, discourse)
        return tuple(_as(one.actor, mention, "pronoun") for one in those)
    elif low in THING:
        found = discourse.subject(mention, lambda one: _is_thing(one, speaks=mention in discourse.said), first=True)
    else:
        found = None
    return (_as(found.actor, mention, "pronoun"),) if found else ()


def _is_object(it: Mention, text: str) -> bool:
    """Whether "it" is what is acted on, by a verb that takes a thing."""
    before = text[max(0, it.span.start - 16) : it.span.start]
    if _MAKES.search(before):
        return True  # "made it hard to leave"
    return _OBJECT.match(text, it.span.end) is not None and _BLAMED.search(before) is None


def _somebody_here(mention: Mention, discourse: Discourse) -> Seen | None:
    """The first person that the sentence names or describes: "seorang perempuan menuduh polisi memperkosa[nya]"."""
    here = discourse.sentence(mention.span.start)
    own = (one for one in discourse.seen if one.sentence == here and one.mention.kind in _PEOPLE)
    return next((one for one in own if one.actor.kind is ActorKind.PERSON and not one.plural), None)


def _teller(mention: Mention, text: str, discourse: Discourse) -> Seen | None:
    """The body or the many who say what begins with "they": "Polisi mengatakan, [mereka] menangkap ..."."""
    here = discourse.sentence(mention.span.start)
    for one in reversed(discourse.seen):
        if one.sentence < here:
            break
        said = discourse.said.get(one.mention)
        begins = said is not None and said.contains(mention.span) and text[said.start : mention.span.start]
        if isinstance(begins, str) and _BEGINS.fullmatch(begins) and (one.plural or _is_staffed(one)):
            return one
    return None


def _is_staffed(seen: Seen) -> bool:
    """Whether "they" may mean those who work for it: a body, not a state nor a person; "polisi" may be either."""
    return seen.actor.kind in {ActorKind.ORGANISATION, ActorKind.GROUP} or seen.actor.sector == "COP"


def _those(mention: Mention, text: str, discourse: Discourse) -> tuple[Seen, ...]:
    """Whom "they" takes up: the many of its own sentence, else those joined there, else the many before."""
    many = discourse.subject(mention, lambda one: one.plural)
    joined = discourse.joined(mention, text)
    if joined and (many is None or many.sentence < joined[0].sentence):
        return joined
    return tuple(one for one in discourse.seen if many and one.mention == many.mention)


def own_state(mention: Mention, wording: str, discourse: Discourse, knowledge: Knowledge) -> Actor | None:
    """ "his country", "negaranya": the state of who the sentence tells of first; None for other words."""
    if _OWN_STATE.fullmatch(wording) is None:
        return None
    here = discourse.sentence(mention.span.start)
    owners = (one for one in discourse.seen if one.sentence == here and one.mention.kind in _OWNERS)
    owner = next((one for one in owners if is_state(one.actor.country)), None)
    return _state(owner.actor, mention, knowledge, "possessive") if owner else None


def noun(mention: Mention, wording: str, text: str, discourse: Discourse, knowledge: Knowledge) -> Actor | None:
    """Whom "the group", "kelompok itu" or "the country" takes up; None where the words do not lean on others."""
    definite = _DEFINITE.search(wording) or _ITU.match(text[mention.span.end : mention.span.end + 10])
    bare = [word for word in folded_words(wording) if word not in {"the", "this", "that", "itu", "tersebut", "ini"}]
    if not definite or len(bare) != 1:
        return None
    head = bare[0]
    if head in _STATES:
        return _the_state(mention, discourse, knowledge)
    if head in _GROUPS or head in _BODIES:
        found = discourse.latest(lambda one: _is_body(one) and head in folded_words(one.actor.name))
        fits = _is_group if head in _GROUPS else _is_organisation
        if head not in _SPECIFIC:
            found = found or discourse.latest(lambda one: _is_body(one) and _named(one) and fits(one))
    else:
        found = None
    return _as(found.actor, mention, _NAMED) if found else None


def _the_state(mention: Mention, discourse: Discourse, knowledge: Knowledge) -> Actor | None:
    """Which state "the country" is: in its own sentence that of a government too ("Chad's government said")."""
    here = discourse.sentence(mention.span.start)
    found = discourse.subject(
        mention,
        lambda one: (
            one.actor.kind is ActorKind.STATE
            or (
                one.sentence == here
                and _GOVERNMENT.search(one.actor.name) is not None
                and is_state(one.actor.country)
            )
        ),
    )
    if found is None or found.actor.kind is ActorKind.STATE:
        return _as(found.actor, mention, _NAMED) if found else None
    return _state(found.actor, mention, knowledge, _NAMED)


def _is_thing(seen: Seen, *, speaks: bool) -> bool:
    """Whether "it" may take it up: a state or body; an outlet, which mostly is who was told, where "it" speaks."""
    if is_outlet(seen.actor.id) and not speaks:
        return False
    if seen.mention.kind is MentionKind.ROLE and seen.actor.kind is not ActorKind.PERSON:
        return _ONE_BODY.search(seen.actor.name) is not None
    return seen.actor.kind is not ActorKind.PERSON and not seen.plural and _named(seen)


def _is_body(seen: Seen) -> bool:
    return seen.actor.kind in {ActorKind.ORGANISATION, ActorKind.GROUP}


def _is_group(seen: Seen) -> bool:
    return seen.actor.kind is ActorKind.GROUP or seen.actor.sector in _OF_GROUPS


def _is_organisation(seen: Seen) -> bool:
    return seen.actor.kind is ActorKind.ORGANISATION


def _named(seen: Seen) -> bool:
    return seen.mention.kind in {MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.STATE}


def _state(side: Actor, mention: Mention, knowledge: Knowledge, by: str = "two sides named before") -> Actor:
    assert side.country is not None
    entry, kind = knowledge.country(side.country), ActorKind.STATE
    return Actor(entry.name_en, kind, mention.span, entry.id, entry.name_id, side.country, "GOV", by)


def _as(actor: Actor, mention: Mention, by: str) -> Actor:
    return replace(actor, mention=mention.span, resolved_by=by)
