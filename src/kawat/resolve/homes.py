"""Whose officials they are where no country stands beside them: of their seat, the sentence's scene, or home."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import Entry, is_state
from kawat.records import Article, Mention, MentionKind, Place
from kawat.resolve.discourse import BESIDE, Discourse, Seen

HOME = "the country that the article is about"
SEATED = "where it sits"
FIRST = "the first state that the article names"
PLAYS = "where the sentence plays"
AT_HOME = frozenset("GOV MIL COP JUD LEG SPY OPP PTY REB LAB".split())
"""Sectors whose people, where no country stands beside them, belong to the one that the article is about."""
_OFFICIAL = frozenset("GOV MIL COP JUD LEG SPY PTY".split())
"""Sectors that act for a country: theirs may be the one named around them, unlike that of rebels and workers."""
_GOVERNS = re.compile(r"(?:the )?(?:government|cabinet|authorities)|pemerintah|kabinet", re.IGNORECASE)
_OPPOSITION = re.compile(r"\b(?:opposition|oposisi)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"(?:two|three|four|five|six|both|several|many|dua|tiga|empat|lima|enam|kedua|ketiga|keempat|beberapa|sejumlah)\b",
    re.IGNORECASE,
)
_AHEAD = 40  # characters after a role in which its seat stands: "the police in Dili"
_IN = re.compile(r" (?:in|di) ")
_ABROAD = re.compile(
    r"embass|ambassador|envoy|consul|troops|soldiers|forces|army|generals?\b|jenderal|kedutaan|dubes|duta|konsul"
    r"|pasukan|tentara|prajurit",
    re.IGNORECASE,
)
POSTED = re.compile(
    r"embass|ambassador|envoy|diplomat|consul|kedutaan|duta besar|dubes|utusan|konsul", re.IGNORECASE
)
_STRAYED = 2  # sentences in a row that name one country, and not home, tell of that one
_LOOKS_BACK = 10  # sentences
WITH_NAME = re.compile(r"\w[\w ]* [A-Z]")
"""A wording with a name inside: "staff of the Blue Fund"."""
THE_ARMY = "the one state whose soldiers the article names"
_ARMLESS = frozenset("PSE CRI HTI ISL PAN VAT".split())
"""Lands without an army: "the army" in an article about one is another's."""
_OF_SEVERAL = re.compile(
    r" (?:from|of|dari) (?:the )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|dozens? of|many|several|various"
    r"|other|both|\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belasan|puluhan|banyak|berbagai"
    r"|beberapa|sejumlah|kedua) )(?:\w+ )?(?:countries|nations|states|negara)\b"
)
""" "troops from nine countries" are of none of them in particular."""
OF_MANY = re.compile(
    r"(?:the )?(?:house of representatives|house|senate|congress|supreme court|national assembly|parliament"
    r"|constitutional court|mahkamah agung|mahkamah konstitusi|dewan perwakilan rakyat|majelis nasional|senat"
    r"|kongres|istana|kemlu|kemenlu|deplu|kemhan|kemenhan|kejaksaan agung|dpr|komisi pemilihan umum|kpu)",
    re.IGNORECASE,
)
"""Bodies that many countries have under one name."""
_PARTY_OF_MANY = re.compile(
    r"(?:the )?(?:(?:democratic|labou?r|green|conservative|liberal|socialist|communist|republican|people['’]s"
    r"|national|workers['’]?)(?: |$))+(?:party)?|greens"
    r"|partai (?:demokrat|buruh|hijau|konservatif|liberal|sosialis|komunis|republik|rakyat|nasional)",
    re.IGNORECASE,
)
"""Parties that many countries have under one name; "Golkar" is of one."""
_OPENS = re.compile(r"(?:In|At|Di)(?: the)? ")
_SET = re.compile(r"(?:, [A-Z][\w ]{2,24})?, ")
LANDS = frozenset({MentionKind.PLACE, MentionKind.STATE})


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article gives for reading its mentions.

    ``home``: the country that it is about, or None; ``named``: how many of its mentions point to each country, but
    for abbreviations and parties; ``lands``: the states to which the mentions of each sentence point, by its
    number; ``armies``: the states whose soldiers the words of the article name;
    ``policed``: whether it tells of police and of no soldiers, so that its "officers" are police; ``first``: the
    state that it names first.
    """

    article: Article
    knowledge: Knowledge
    home: str | None
    places: Mapping[Mention, Place]
    named: Mapping[str, int]
    lands: Mapping[int, frozenset[str]]
    armies: frozenset[str] = frozenset()
    policed: bool = False
    first: str | None = None

    def fits(self, entry: Entry) -> int:
        """How many mentions of the article point to the country of a known name."""
        return self.named.get(entry.country or "", 0)


def at_home(setting: Setting, mention: Mention, sector: str | None, discourse: Discourse) -> tuple[str | None, str]:
    """The country of officials whose own words tell none, and how it is known."""
    sits = seat(setting, mention) if sector != "REB" else None  # rebels sit at tables everywhere
    if sits is not None:
        return sits, SEATED
    scene = _scene(setting, mention, discourse)
    if scene is not None:
        return scene, PLAYS
    wording = mention.span.of(setting.article.text)
    if _OF_SEVERAL.match(setting.article.text, mention.span.end):
        return None, HOME
    armies = setting.armies - {setting.home} if sector == "MIL" and setting.home in _ARMLESS else frozenset[str]()
    if armies:
        return (next(iter(armies)) if len(armies) == 1 else None), THE_ARMY
    if setting.home is not None or mention.kind is not MentionKind.ROLE or WITH_NAME.search(wording):
        if not _strayed(setting, discourse.sentence(mention.span.start)):
            return setting.home, HOME
        return _told_there(setting, mention, sector, discourse), BESIDE
    near = _told_there(setting, mention, sector, discourse)
    if near is None and _GOVERNS.fullmatch(wording):
        return setting.first, FIRST
    return near, BESIDE


def _told_there(setting: Setting, mention: Mention, sector: str | None, discourse: Discourse) -> str | None:
    """The one country of officials that their sentence names; None of others, and of who is posted abroad."""
    wording = mention.span.of(setting.article.text)
    official = sector in _OFFICIAL or _OPPOSITION.search(wording) is not None
    tells = official and not POSTED.search(wording)
    return around(mention, discourse, setting.article.text) if tells else None


def home_of_common(
    setting: Setting, mention: Mention, name: str, entry: Entry, discourse: Discourse
) -> tuple[str | None, str]:
    """Whose a "Democratic Party" or "Senate" is, and how it is known; None where it may well be the known one's.

    In an article about another country it is that one's; else, where the article does not name its own, of the
    country that the sentence names, or of the first state, but for a party whose name one country alone has.
    """
    if setting.home is not None or entry.country in setting.named:
        return setting.home, HOME
    near = around(mention, discourse, setting.article.text)
    alone = entry.sector == "PTY" and _PARTY_OF_MANY.fullmatch(name) is None
    return (near, BESIDE) if near or alone else (setting.first, FIRST)


def _strayed(setting: Setting, here: int) -> bool:
    """Whether the passage of a sentence tells of one other country, and not of home."""
    other: frozenset[str] = frozenset()
    times = 0
    for sentence in range(here, max(0, here - _LOOKS_BACK), -1):
        named = setting.lands.get(sentence, frozenset())
        if setting.home in named or len(other | named) > 1:
            return False
        other |= named
        times += bool(named)
        if times == _STRAYED:
            return True
    return False


def around(mention: Mention, discourse: Discourse, text: str) -> str | None:
    """The one country named in the sentence so far; None where there are several.

    Ambassadors and news outlets do not count: they speak of where others are. A place alone does not tell, nor
    does the sentence before: it is of another country as often as not.
    """
    here = discourse.sentence(mention.span.start)
    seen = [one for one in discourse.seen if one.sentence == here and _tells(one, text)]
    near = {one.actor.country for one in seen}
    named = any(one.mention.kind is not MentionKind.PLACE for one in seen)
    return near.pop() if len(near) == 1 and named else None


def _tells(seen: Seen, text: str) -> bool:
    own = is_state(seen.actor.country) and seen.actor.resolved_by != BESIDE and not is_outlet(seen.actor.id)
    return own and POSTED.search(seen.mention.span.of(text)) is None


def is_outlet(id: str | None) -> bool:
    """Whether a known name is that of a news outlet, which tells of any country."""
    return id is not None and id.startswith("outlet:")


def seat(setting: Setting, mention: Mention) -> str | None:
    """The country of "the foreign ministry in Beijing"; embassies and soldiers sit in others' countries."""
    text = setting.article.text
    wording = mention.span.of(text)
    if _ABROAD.search(wording) or SEVERAL.match(wording):
        return None
    begin = _IN.search(wording) or _IN.match(text, mention.span.end)
    if begin is None:
        return None
    after = wording[begin.end() :] or text[begin.end() : begin.end() + _AHEAD]
    found = setting.knowledge.find(after, setting.article.language)
    return found[0].entries[0].country if found and found[0].span.start == 0 else None


def _before(mention: Mention, discourse: Discourse, text: str, home: str | None) -> str | None:
    """The one country in a place of which the sentence has played so far, where it names no other: "In Yerevan"."""
    wording = mention.span.of(text)
    if _ABROAD.search(wording) or SEVERAL.match(wording) or wording[0].isdigit():
        return None
    here = discourse.sentence(mention.span.start)
    seen = [one for one in discourse.seen if one.sentence == here and is_state(one.actor.country)]
    near = {one.actor.country for one in seen if one.actor.resolved_by != HOME}
    there = any(one.mention.kind is MentionKind.PLACE and _follows_in(one.mention, text) for one in seen)
    return near.pop() if len(near) == 1 and there and home not in near else None


def _follows_in(mention: Mention, text: str) -> bool:
    return _IN_PLACE.search(text[max(0, mention.span.start - 4) : mention.span.start]) is not None


_IN_PLACE = re.compile(r"\b(?:in|at|di|In|At|Di) $")


def _scene(setting: Setting, mention: Mention, discourse: Discourse) -> str | None:
    """The country of the place that opens the sentence: "Di Cape Town, oposisi mendesak ..."."""
    text = setting.article.text
    opened = _OPENS.match(text, discourse.starts[discourse.sentence(mention.span.start) - 1])
    if opened is None:
        return _before(mention, discourse, text, setting.home)
    for one in discourse.seen:
        if one.mention.span.start == opened.end() and one.mention.kind in LANDS and is_state(one.actor.country):
            return one.actor.country if _SET.match(text, one.mention.span.end) else None
    return None
