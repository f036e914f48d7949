"""Which triggers become reports: political actors, enough of them, and an article that is about the world."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from kawat.reading.lexicon.frames import Roles
from kawat.reading.lexicon.inflect import Voice
from kawat.reading.lexicon.tokens import Token
from kawat.reading.lexicon.triggers import Needs, TriggerHit
from kawat.records import Mention, MentionKind

POLITICAL_SECTORS = frozenset(("GOV MIL COP JUD LEG SPY OPP REB UAF PTY PRM PRE IGO UNO EUR NGO COPS").split())
MUTUAL = frozenset({"CONSULT", "COOPERATE"})
OPENING_TOKENS = 3  # "Clashes broke out": a noun that opens its sentence tells by itself
FIRM_REPORTS = 2
SPORT_SHARE = 0.012
SPORT_COUNT = 5
_SPORT = frozenset(
    (
        "goal goals striker midfielder goalkeeper defender coach league fifa uefa olympic olympics "
        "tournament championship championships penalty halftime scored scoring semifinal semifinals "
        "quarterfinal team teams players match matches stadium referee season medal "
        "batsman wicket innings gol striker kiper pelatih liga turnamen kejuaraan penalti babak "
        "pertandingan pemain timnas klasemen piala stadion wasit musim medali laga skor juara "
        "gelandang bek persija persib"
    ).split()
)


class PageKind(Enum):
    POLITICAL = "political"
    SPORT = "sport"
    OTHER = "other"


def refusal(hit: TriggerHit, roles: Roles, page: PageKind) -> str | None:
    """Why a trigger is no report; None when it is one."""
    trigger = hit.trigger
    actors = [argument.mention for argument in roles.actors]
    everyone = actors + [argument.mention for argument in roles.recipients]
    if trigger.needs is not Needs.NOTHING and not actors:
        return f"nobody's words around the trigger of {trigger.type}"
    if page is PageKind.SPORT and not any(mention.sector_hint in POLITICAL_SECTORS for mention in everyone):
        return "a report about sport"
    if not everyone:
        opening = hit.voice is not Voice.NOUN or hit.first < OPENING_TOKENS
        untold = page is PageKind.POLITICAL and trigger.strong and opening
        return None if untold else f"no actor beside the trigger of {trigger.type}"
    if trigger.type == "PROTEST" and trigger.strong and any(mention.sector_hint for mention in actors):
        return None
    if trigger.pair and not (actors and len(everyone) > 1 and all(is_public(mention) for mention in everyone)):
        return f"both sides of the trigger of {trigger.type} must be public actors"
    if trigger.type in MUTUAL and not trigger.strong and trigger.mode != "visit" and len(everyone) < 2:
        return f"the other side of {trigger.type} is missing"
    if any(is_political(mention) for mention in actors):
        return None
    if page is PageKind.POLITICAL and (trigger.strong or len(everyone) > 1 or any(_may_stand(m) for m in actors)):
        return None
    if any(is_political(mention) for mention in everyone) and (trigger.strong or actors):
        return None
    return f"no political actor beside the trigger of {trigger.type}"


def is_public(mention: Mention) -> bool:
    """Whether a mention stands for a state (itself, or a place of it) or a public office or body."""
    placed = mention.kind is MentionKind.PLACE and mention.country_hint is not None
    body = (mention.entity or "").startswith("body:")
    return placed or body or mention.kind is MentionKind.STATE or mention.sector_hint in POLITICAL_SECTORS


def page_kind(sport: bool, firm: int, leading: bool) -> PageKind:
    """What an article is about, by its words and by the reports that hold with political actors alone.

    ``firm`` counts those reports; ``leading`` tells whether one stands in the title or the lead. On a political
    page private persons and bodies may take part in what is told; elsewhere their doings are no affairs of state.
    """
    if sport:
        return PageKind.SPORT
    return PageKind.POLITICAL if leading or firm >= FIRM_REPORTS else PageKind.OTHER


def is_political(mention: Mention) -> bool:
    """Whether a mention stands for a state, a public office or body, a party or an armed group."""
    if mention.kind in {MentionKind.STATE, MentionKind.GROUP}:
        return True
    if mention.sector_hint in POLITICAL_SECTORS:
        return True
    return mention.kind is MentionKind.PERSON and mention.entity is not None


def is_sport(tokens: Sequence[Token]) -> bool:
    """Whether an article's words are those of a sports page."""
    words = [token.lower for token in tokens if token.is_word]
    count = sum(word in _SPORT for word in words)
    return count >= SPORT_COUNT and count >= SPORT_SHARE * len(words)


def _may_stand(mention: Mention) -> bool:
    """Whether a mention may stand for a public actor: a pronoun, or anybody with an office or a calling."""
    return mention.kind is MentionKind.PRONOUN or mention.sector_hint is not None
