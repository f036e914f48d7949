"""Words for several named before: "the two sides", "kedua pemimpin", "the four"."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import is_state
from kawat.records import Actor, ActorKind, Mention, MentionKind
from kawat.resolve.discourse import TWO, Discourse, Seen
from kawat.resolve.homes import Setting
from kawat.resolve.leaning import as_mention, as_state
from kawat.resolve.wording import Wording

_FORCES = r"armies|militaries|navies|coast guards|delegations|tentara|militer|angkatan \w+|delegasi"
_PAIR = re.compile(
    r"\b(?:kedua(?:nya)?|the two|both|two|each|masing-masing)\s*(?:\w+\s+){0,1}?"
    r"(?:pihak|kubu|negara|bangsa|pemerintah|pemimpin|presiden|kepala \w+|menteri\w*|menlu|"
    r"tokoh|tetangga|seteru|sides?|countries|nations|states|governments|neighbou?rs|parties|leaders|presidents|men|women"
    r"|politicians|ministers|premiers|foes|rivals|capitals|allies|heads of \w+"
    rf"|{_FORCES})\b"
    r"|^(?:keduanya|both|the two|each|the (?:presidents|leaders|prime ministers|foreign ministers))$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"kedua(?:nya|(?: belah)? pihak| kubu)|both(?: sides| parties)?|(?:the )?two(?: sides| parties| men| women)?"
    r"|each(?: side)?",
    re.IGNORECASE,
)
_TWO_OF_ANY = re.compile(r"keduanya|both|each|(?:the )?two", re.IGNORECASE)
TWO_NAMED = "two named before"
_LEADERS = re.compile(
    r"pemimpin|presiden|leaders|presidents|\bmen\b|menteri|menlu|ministers|kepala|heads", re.IGNORECASE
)
_THEIRS = re.compile(rf"\b(?:{_FORCES})\b", re.IGNORECASE)
"""Of two states, and not these themselves: "the two armies"."""
_PERSONS = re.compile(r"\b(?:men|women|politicians|tokoh|pria)\b", re.IGNORECASE)
"""Two of whom no state is meant, and who may be of one."""
SIDES = "two sides named before"
FOES = "the state and the rebels of the article"
_SIDED = re.compile(r"pihak|kubu|sides|parties", re.IGNORECASE)
_REBELS = frozenset({"REB", "UAF"})


def two_of(setting: Setting, mention: Mention, wording: Wording, discourse: Discourse) -> tuple[Actor, ...]:
    """The two that "both" or "kedua negara" stands for; () where no two were named."""
    if _are_new(mention, wording.text, setting.article.text):
        return ()
    others = _is_of_others(mention, setting.article.text, discourse)
    bare = _is_bare(wording.text) and not discourse.pair(
        mention, setting.article.text, people=False, here_only=True, others=others
    )
    couple = discourse.couple(mention, setting.article.text) if bare else ()
    if couple:
        return tuple(replace(one.actor, mention=mention.span, resolved_by=TWO_NAMED) for one in couple)
    found = _pair_of(mention, wording.text, setting, discourse, others=others)
    if found or not _is_bare(wording.text):
        return found
    foes = _foes(setting, mention, discourse) if _SIDED.search(wording.text) else ()
    last = () if foes else discourse.last_two(mention, setting.article.text)
    if _PERSONS.search(wording.text) and any(one.actor.kind is ActorKind.STATE for one in last):
        return ()
    return foes or tuple(as_mention(one.actor, mention, TWO_NAMED) for one in last)


def _foes(setting: Setting, mention: Mention, discourse: Discourse) -> tuple[Actor, ...]:
    """The state that the article is about and the rebels whom it named last there; () where it named none."""
    if setting.home is None:
        return ()
    rebels = discourse.latest(
        lambda one: one.actor.sector in _REBELS and one.actor.country == setting.home and _is_named(one)
    )
    if rebels is None:
        return ()
    return as_state(rebels.actor, mention, setting.knowledge, FOES), as_mention(rebels.actor, mention, FOES)


def _is_named(seen: Seen) -> bool:
    return seen.actor.kind is ActorKind.GROUP and seen.mention.kind in {MentionKind.GROUP, MentionKind.ORGANISATION}


def is_pair(wording: str) -> bool:
    """Whether the words name two sides without saying which: "kedua pihak", "both leaders"."""
    return _PAIR.search(wording) is not None


_TAKEN_UP = re.compile(r"\b(?:the|these|those|its|their|his|her|our) $", re.IGNORECASE)


def _are_new(mention: Mention, wording: str, text: str) -> bool:
    """Whether "two ministers", without an article, begins to tell of two whom nobody named."""
    start = mention.span.start
    return wording[:4].lower() == "two " and _TAKEN_UP.search(text[max(0, start - 8) : start]) is None


_ASKED = re.compile(
    r"\b(?:urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|upon)|press(?:es|ed|ing)?|t[eo]lls?|told"
    r"|warn(?:s|ed|ing)?|invit(?:e|es|ed|ing)|remind(?:s|ed|ing)?|implor(?:e|es|ed|ing)"
    r"|mendesak|meminta|mengimbau|menyerukan(?: agar)?|mengajak|memperingatkan|mengundang) $",
    re.IGNORECASE,
)
_DOES = re.compile(r" (?:(?!and|dan|lalu|then)[\w()/]+ ){0,3}")
_BEHIND = 24  # characters before words for two in which the verb stands that asks them


def _is_of_others(mention: Mention, text: str, discourse: Discourse) -> bool:
    """Whether the only two, or all that its sentence joins, ask or warn them of something: then they are others."""
    start = mention.span.start
    asked = _ASKED.search(text[max(0, start - _BEHIND) : start])
    if asked is None:
        return False
    asking = discourse.joined(mention, text)
    verb = max(0, start - _BEHIND) + asked.start()
    doing = bool(asking) and _DOES.fullmatch(text, asking[-1].mention.span.end, verb) is not None
    return doing or bool(discourse.pair(mention, text, people=False, here_only=True))


def _is_bare(wording: str) -> bool:
    """Whether the words say of the two no more than that they are two: they may be of one country."""
    return _BARE.fullmatch(wording) is not None


def _pair_of(
    mention: Mention, wording: str, setting: Setting, discourse: Discourse, *, others: bool
) -> tuple[Actor, ...]:
    """The two that "kedua pihak" or "soldiers of the two countries" means; () where no two were named."""
    text, knowledge = setting.article.text, setting.knowledge
    whole = _PAIR.fullmatch(wording.lower().removeprefix("the ").strip()) or _PAIR.fullmatch(wording)
    people = bool(whole and _LEADERS.search(wording))
    found = discourse.pair(mention, text, people=people, here_only=True, others=others)
    found = found or (() if others else _two_joined(mention, text, people, discourse))
    if _TWO_OF_ANY.fullmatch(wording):
        return tuple(as_mention(one.actor, mention, TWO_NAMED) for one in found or discourse.met(mention))
    if whole and _PERSONS.search(wording):
        found = found or discourse.pair(mention, text, people=True, others=others) or discourse.persons(mention)
        met = all(one.actor.kind is ActorKind.PERSON for one in found)
        return tuple(as_mention(one.actor, mention, TWO_NAMED) for one in found) if met else ()
    found = found or discourse.pair(mention, text, people=people, others=others)
    found = found or discourse.pair(mention, text, people=False, others=others)
    if people and all(one.actor.kind is ActorKind.PERSON for one in found):
        return tuple(as_mention(one.actor, mention, TWO_NAMED) for one in found)
    if whole and not people and not _THEIRS.search(wording):
        return tuple(as_state(one.actor, mention, knowledge, SIDES) for one in found)
    return tuple(
        Actor(
            wording,
            ActorKind.UNKNOWN,
            mention.span,
            None,
            wording,
            one.actor.country,
            None,
            SIDES,
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
    return tuple(as_state(one.actor, mention, knowledge, "list named before") for one in found)


_NUMBERS = {3: {"three", "ketiga"}, 4: {"four", "keempat"}, 5: {"five", "kelima"}, 6: {"six", "keenam"}}
_SEVERAL = re.compile(
    r"(?:(?:the|all) )?(three|four|five|six)(?: (?:arab |other )?(?:countries|nations|states|governments))?"
    r"|(ketiga|keempat|kelima|keenam)(?:nya)?(?: (?:negara|pemerintah|pihak))?",
    re.IGNORECASE,
)
