"""Which readings of trigger words hold: noun or verb, strong enough, no name, no title, no anniversary."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kawat.reading.lexicon.analysis import Analysis
from kawat.reading.lexicon.inflect import Voice
from kawat.reading.lexicon.triggers import TriggerHit
from kawat.records import MentionKind

_NOMINAL_BEFORE = frozenset(
    (
        "the a an his her its their our my this that these those of in on at for after before during "
        "by with from against amid despite over following new fresh latest more several many any no "
        "first second 's recent deadly fatal military joint bilateral further such another major "
        "massive air his"
    ).split()
)
_VERBAL_BEFORE = frozenset(
    (
        "to will would can could may might must should did do does not n't never also and he she it "
        "they we i you who which 'll reportedly allegedly"
    ).split()
)
_DESCRIBED_BEFORE = _NOMINAL_BEFORE | frozenset(("two three four five six ten dozens hundreds and").split())
_ADJECTIVE_ENDINGS = ("al", "ic", "ous", "ive", "ful", "less", "ary", "ern", "ese", "ish", "ian")
_TO_AS_PREPOSITION = frozenset(("response reply due according contrary prior visit threat").split())
_COMMEMORATION = {
    "en": frozenset(
        (
            "anniversary commemorate commemorates commemorated commemorating commemoration memorial "
            "remembrance centenary jubilee remember remembering celebrate celebrates celebrated celebrating memory "
            "exhibition museum novel film movie comedy documentary opera drama thriller"
        ).split()
    ),
    "id": frozenset(
        (
            "peringatan memperingati diperingati ulang hut haul mengenang dikenang monumen tugu museum "
            "merayakan perayaan pameran novel film sandiwara drama ziarah"
        ).split()
    ),
}
COMMEMORATION_REACH = 8
_AFTER_NOUN = frozenset({"on", "against", "in", "by", "with", "to", ",", ".", "and", "of", "over", "at", ""})


def chosen(analysis: Analysis, hits: Sequence[TriggerHit]) -> list[TriggerHit]:
    """One reading for each place, in order of the text."""
    out: list[TriggerHit] = []
    for _, readings in groupby(hits, key=lambda hit: hit.first):
        group = [hit for hit in readings if _stands(analysis, hit)]
        best = _best(analysis, group) if group else None
        if best is not None:
            out.append(best)
    return out


def _stands(analysis: Analysis, hit: TriggerHit) -> bool:
    return not (
        _inside_name(analysis, hit)
        or _commemorated(analysis, hit)
        or _of_title(analysis, hit)
        or _attributive(analysis, hit)
        or _root_only(analysis, hit)
    )


def _root_only(analysis: Analysis, hit: TriggerHit) -> bool:
    """An Indonesian bare root is a verb in headlines, behind its subject ("Israel Serang Gaza"); else a noun."""
    if analysis.language != "id" or hit.voice is not Voice.BASE:
        return False
    headline = analysis.sentence.kind in {"title", "heading"}
    return not (headline and any(argument.last < hit.first for argument in analysis.arguments))


def _attributive(analysis: Analysis, hit: TriggerHit) -> bool:
    """ "US-backed forces", "a banned group", "two suspected bombers": a participle that only describes."""
    if analysis.language != "en" or hit.voice is Voice.NOUN or hit.first != hit.last:
        return False
    if analysis.lower(hit.first - 1) in {"-", "–"}:
        return True
    if hit.voice is not Voice.EITHER:
        return False
    before, after = analysis.lower(hit.first - 1), analysis.lower(hit.last + 1)
    described = after.isalpha() and after not in (
        analysis.words.prepositions
        | analysis.words.determiners
        | analysis.words.adverbs
        | analysis.words.subordinators
    )
    return described and (before in _DESCRIBED_BEFORE or before.isdigit())


def _inside_name(analysis: Analysis, hit: TriggerHit) -> bool:
    """ "Victory Day", "Minister of Defence": a trigger word inside a mention names, it does not tell."""
    first = analysis.tokens[hit.first].span
    return any(m.span.overlaps(first) for m in analysis.mentions if m.kind is not MentionKind.QUANTITY)


def _of_title(analysis: Analysis, hit: TriggerHit) -> bool:
    """A capitalised noun in running text belongs to a name: "Operation Desert Storm", "Perang Dunia II"."""
    token = analysis.tokens[hit.first]
    if hit.voice is not Voice.NOUN or not token.is_capitalised or hit.first == 0 or token.text.isupper():
        return False
    if analysis.sentence.kind in {"title", "heading"}:
        return False
    before = analysis.tokens[hit.first - 1]
    after = analysis.tokens[hit.last + 1] if hit.last + 1 < len(analysis.tokens) else None
    named = bool(after and after.is_word and after.is_capitalised) or (before.is_word and before.is_capitalised)
    return named and before.text not in {".", '"', "“"}


def _commemorated(analysis: Analysis, hit: TriggerHit) -> bool:
    """ "the anniversary of the attack", "peringatan 80 tahun pembebasan": a date to know, no event."""
    words = _COMMEMORATION[analysis.language]
    for index in range(hit.first - 1, max(hit.first - COMMEMORATION_REACH - 1, -1), -1):
        word = analysis.lower(index)
        if word in words:
            return True
        if word in {",", ";", ":", "."}:
            return False
    return False


def _best(analysis: Analysis, group: Sequence[TriggerHit]) -> TriggerHit | None:
    """The reading that fits the word's class here; None for a verb form that is a noun ("trade barriers")."""
    nominal = _is_nominal(analysis, group[0]) if analysis.language == "en" else None
    best = min(group, key=lambda hit: _rank(hit, nominal))
    bare = best.voice in {Voice.BASE, Voice.ACTIVE} and best.first == best.last
    return None if nominal and bare else best


def _rank(hit: TriggerHit, nominal: bool | None) -> tuple[bool, bool, str]:
    wrong_class = nominal is not None and (hit.voice is Voice.NOUN) != nominal
    return wrong_class, not hit.trigger.strong, hit.trigger.type


def _is_nominal(analysis: Analysis, hit: TriggerHit) -> bool | None:
    """Whether an English form that may be noun or verb is a noun here; None when it can be one only."""
    before = analysis.lower(hit.first - 1)
    earlier = analysis.lower(hit.first - 2)
    if before == "to" and earlier in _TO_AS_PREPOSITION:
        return True
    if before in _VERBAL_BEFORE:
        return False
    if before in _NOMINAL_BEFORE:
        return True
    if before in {"-", "–"} or before.isdigit():
        return True
    neighbour = next((a for a in analysis.arguments if a.last == hit.first - 1), None)
    if neighbour is not None:
        return _nominal_after_name(analysis, hit, neighbour.mention.kind)
    if before.endswith(_ADJECTIVE_ENDINGS) and before not in analysis.words.adverbs:
        return True
    if hit.voice is Voice.BASE:
        return not (before.endswith("s") or before in analysis.words.conjunctions or hit.first == 0)
    return analysis.lower(hit.last + 1) in {"of", "between", "on", "against"}


def _nominal_after_name(analysis: Analysis, hit: TriggerHit, kind: MentionKind) -> bool:
    """ "Israeli strikes on ..." against "Israel strikes ...": an adjective before it makes it a noun."""
    if kind is not MentionKind.STATE:
        return False
    adjective = analysis.lower(hit.first - 1).endswith((*_ADJECTIVE_ENDINGS, "an", "i", "ch"))
    return adjective and analysis.lower(hit.last + 1) in _AFTER_NOUN | analysis.words.auxiliaries
