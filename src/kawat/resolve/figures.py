"""Figures tied to the act that they are about, where the reader left them to another act or to none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kawat.language.quantities import is_verb
from kawat.records import Actor, Article, Counted, Quantity, Report, Span
from kawat.resolve.quantities import quantities_in
from kawat.resolve.tolls import HARM, TOLL
from kawat.resolve.uncounted import is_of_no_act, is_set

NEAR = 4
"""Words between a verb and the figure of its object: "called marches in 20 cities"."""
SUBJECT = 8
"""Words between a figure that begins a sentence and its verb: "Four congressmen from Florida demanded"."""

LEAD = 40
"""Characters before a figure in which the word stands that joins it to what comes before."""

_OBJECT = re.compile(r"\s+(?:(?:di|in|to|ke|kepada|sebanyak|another|the|all)\s+)?")
_IN_WHICH = re.compile(r"(?: [^\s,;:.]+){0,6} (?:in which|di mana) ")
_JOINED = re.compile(r"\s*,?\s*(?:and|dan|serta|or|atau|to|untuk|akan)?\s*")
_OF = re.compile(r"\s+(?:of\s+)?")
_PASSIVE = re.compile(
    r"\s+(?:(?:who|yang)\s+)?(?:(?:were|was|are|have|had|has|been|being|reportedly|telah|sudah|dilaporkan)\s+)*"
)
_PART = re.compile(r"\b(?:of (?:them|whom)|di ?antaranya|di antara mereka)\b", re.IGNORECASE)
_ASIDE = re.compile(r",[^,;:]{1,80},")
_BORDER = re.compile(
    r"[,;:.!?()\"“”—–]|\b(?:that|which|who|whom|whose|when|while|after|before|because|if|as|worth|"
    r"yang|bahwa|agar|supaya|ketika|saat|setelah|sebelum|karena|senilai|untuk|sedangkan|jika)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:[,;]\s+(?:but\s+)?|\b(?:and|while|dan|serta|sedangkan|sementara)\s+)\Z")
_WORD = re.compile(r"\s+([^\s,;:.()]+)")
_FINITE = frozenset(
    """were was are is have had has been will would could can died fled remained telah sudah masih akan tewas cedera
    terluka hilang""".split()
)
_UNDER = frozenset(
    """who which that whom whose when while after before as since because and yang untuk karena ketika saat setelah
    sebelum dengan agar sejak dan dimana diantara diantaranya disamping mereka melalui menurut mengenai menjelang
    menyusul""".split()
)
_SHARES = frozenset("percent per persen".split())
_WITHOUT_SHARE = frozenset({"ASSAULT", "PROTEST", "CONSULT", "COERCE", "SUPPORT", "MOBILIZE"})
_GOVERNED = re.compile(r"\b(?:for|of|with|to|by|from|in|on|untuk|bagi|dari|dengan|oleh|kepada|di|pada)\s+\Z")
_OTHER_OBJECT = re.compile(r"\b(?:[a-z]{3,}ed|me[a-z]{5,})\s+\Z")
_AND_THEN = re.compile(r"\b(?:and|but|dan|serta|lalu)\s+\Z")
_BY = re.compile(r"\b(?:by|with|dengan)\s+\Z")
_FINE = re.compile(r"\b(?:denda|fines? of|fined(?: \w+)?)\s+\Z", re.IGNORECASE)
_VOTES = frozenset({"votes", "vote", "suara"})
_TERMS = frozenset({"years", "year", "months", "month", "tahun", "bulan"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with its reports and figures; ``clauses``: the figures that begin a clause of their own."""

    text: str
    sentence: Span
    reports: Sequence[Report]
    figures: Sequence[Quantity]
    clauses: Sequence[Span]


def with_figures(article: Article, reports: Sequence[Report]) -> list[Report]:
    """The reports, each figure with the act whose object or subject it is by the order of the words.

    "Police killed three and arrested four others": three are killed and four arrested, whatever the reader tied.
    A figure that no report has is given to the act next to it, or left out where none is near.
    """
    told: dict[Span, list[Report]] = {}
    for report in reports:
        told.setdefault(report.sentence, []).append(report)
    tied = {id(report): list(report.quantities) for report in reports}
    for sentence, here in told.items():
        figures = tuple(quantities_in(article, sentence))
        clauses = [one.mention for one in figures if _begins_clause(article.text, one.mention)]
        scene = _Scene(article.text, sentence, here, figures, clauses)
        for figure in figures:
            _tie(scene, figure, tied)
    return [replace(one, quantities=tuple(sorted(tied[id(one)], key=lambda q: q.mention))) for one in reports]


def _tie(scene: _Scene, figure: Quantity, tied: dict[int, list[Quantity]]) -> None:
    text, here = scene.text, _fitting(scene.text, figure, scene.reports, tied)
    owner = _owner(text, figure.mention, here)
    for one in here:
        if figure in tied[id(one)] and one is not owner and _is_barred(scene, one, figure):
            tied[id(one)].remove(figure)
    if owner is None and (_counts_no_act(scene, figure) or is_set(text, figure.mention)):
        return
    holders = [one for one in here if figure in tied[id(one)]]
    owner = owner or _whose_side(text, figure, here, bool(holders))
    if owner is not None and holders:
        for one in holders:
            if one is not owner and not _shares(text, one, owner, figure):
                tied[id(one)].remove(figure)
    elif owner is None and not holders:
        owner = _of_the_whole(text, figure, here, tied) or _next_to(scene, figure.mention, here)
        owner = owner or _voted(text, figure, here)
    if owner is not None and owner not in holders:
        tied[id(owner)].append(figure)


def _fitting(
    text: str, figure: Quantity, here: Sequence[Report], tied: Mapping[int, list[Quantity]]
) -> Sequence[Report]:
    """The acts that a figure can be of: votes are of no attack. A term or a fine is of the one punishment."""
    unit = figure.unit.partition(" ")[0]
    if unit in _VOTES and any(one.type != "ASSAULT" for one in here):
        for one in here:
            if one.type == "ASSAULT" and figure in tied[id(one)]:
                tied[id(one)].remove(figure)
        return [one for one in here if one.type != "ASSAULT"]
    punished = [one for one in here if one.type in {"SANCTION", "COERCE"}]
    if (unit in _TERMS or _is_fine(text, figure)) and len(punished) == 1 and figure not in tied[id(punished[0])]:
        tied[id(punished[0])].append(figure)
    return here


def _is_fine(text: str, figure: Quantity) -> bool:
    """ "12 years in prison and a fine of 300,000 baht", "denda 210 juta ringgit"."""
    at = figure.mention.start
    return figure.what is Counted.MONEY and _FINE.search(text, max(0, at - LEAD), at) is not None


def _voted(text: str, figure: Quantity, here: Sequence[Report]) -> Report | None:
    """The act that votes are told of: "overturned the president's veto, by 58 votes to nine"."""
    counted = figure.unit in _VOTES and _BY.search(text, max(0, figure.mention.start - LEAD), figure.mention.start)
    return _last_before(figure.mention, here) if counted else None


def _of_the_whole(
    text: str, figure: Quantity, here: Sequence[Report], tied: Mapping[int, Sequence[Quantity]]
) -> Report | None:
    """The act of a free figure that is part of another one's ("14 of them children") or of its toll."""
    earlier = [
        (other.mention, one)
        for one in here
        for other in tied[id(one)]
        if other.mention < figure.mention and _goes_with(text, figure, other)
    ]
    last = max((mention for mention, _ in earlier), default=None)
    owners = [one for mention, one in earlier if mention == last]
    return owners[0] if len(owners) == 1 else None


def _goes_with(text: str, figure: Quantity, other: Quantity) -> bool:
    """Whether a figure is of what an earlier one counts: a part of it, more dead or wounded, votes against it."""
    votes = other.unit in _VOTES and figure.unit in _VOTES
    return votes or {other.what, figure.what} <= HARM or _PART.search(figure.mention.of(text)) is not None


def _is_barred(scene: _Scene, report: Report, figure: Quantity) -> bool:
    """Whether what the reader tied is of no act at all, or of another clause."""
    text, at = scene.text, figure.mention
    member = is_set(text, at) and not _is_beside(text, at, report.trigger)
    if member or _counts_no_act(scene, figure) or _is_across(text, report, at, scene.reports):
        return True
    share = figure.unit.partition(" ")[0] in _SHARES and report.type in _WITHOUT_SHARE
    toll = figure.what in TOLL and report.type == "ASSAULT"
    away = _is_parted(scene, report, at) or _is_object_before(text, report, at)
    return share or (away and not toll)


def _is_object_before(text: str, report: Report, figure: Span) -> bool:
    """ "They treated 160 people and called for calm": the object of the first of two verbs is not the second's."""
    at = report.trigger.start
    joined = figure.end <= at and _AND_THEN.search(text, figure.end, at) is not None
    return joined and _OTHER_OBJECT.search(text, max(0, figure.start - LEAD), figure.start) is not None


def _is_parted(scene: _Scene, report: Report, figure: Span) -> bool:
    """Whether a clause that another figure begins, or this one, parts a figure from the act before it or after it.

    "Thirty were treated and 11 were held": the thirty are not held.
    """
    return any(
        report.trigger.end <= one.start <= figure.start
        or (figure.end <= one.start and _is_beside(scene.text, one, report.trigger))
        for one in scene.clauses
    )


def _counts_no_act(scene: _Scene, figure: Quantity) -> bool:
    return is_of_no_act(scene.text, scene.sentence, figure, scene.figures)


def _begins_clause(text: str, figure: Span) -> bool:
    """ "shot four suspects, and three officers were freed": whether a figure is subject of a verb."""
    if not _AND.search(text, max(0, figure.start - LEAD), figure.start):
        return False
    at = figure.end
    for _ in range(SUBJECT):
        word = _WORD.match(text, at)
        if word is None or word[1].lower() in _UNDER:
            return False
        if word[1] in _FINITE or (word[1].startswith(("me", "di")) and is_verb(word[1])):
            return True
        at = word.end()
    return False


def _whose_side(text: str, figure: Quantity, here: Sequence[Report], held: bool) -> Report | None:
    """The act whose subject the figure counts, where that is one act's alone: "35,000 troops are now in Oslo".

    ``held``: whether the reader tied the figure; then only the act right behind it may take it.
    """
    sides = [one for one in here if any(_counts(figure, side) for side in (*one.actors, *one.recipients))]
    governed = _GOVERNED.search(text, max(0, figure.mention.start - LEAD), figure.mention.start) is not None
    if len(sides) != 1 or sides[0].trigger < figure.mention or governed:
        return None
    near = _is_near(text[figure.mention.end : sides[0].trigger.start], SUBJECT)
    return sides[0] if _is_beside(text, figure.mention, sides[0].trigger) or (near and not held) else None


def _counts(figure: Quantity, side: Actor) -> bool:
    return figure.mention.overlaps(side.mention) and figure.mention.start <= side.mention.start


def _is_across(text: str, report: Report, figure: Span, here: Sequence[Report]) -> bool:
    """Whether a semicolon stands between, and another act on the figure's side of it."""
    left, right = sorted((report.trigger, figure))
    cut = text.find(";", left.end, right.start)
    side = (figure < report.trigger) if cut >= 0 else None
    return any((one.trigger.start < cut) is side for one in here if one is not report)


def _last_before(figure: Span, here: Sequence[Report]) -> Report | None:
    return max((one for one in here if one.trigger.end <= figure.start), key=_trigger, default=None)


def _trigger(report: Report) -> Span:
    return report.trigger


def _owner(text: str, figure: Span, here: Sequence[Report]) -> Report | None:
    """The act whose object a figure is, or in which it was counted: "a crackdown in which 40 people died"."""
    last = _last_before(figure, here)
    if last is None:
        return None
    gap = text[last.trigger.end : figure.start]
    own = any(
        one.actors and _is_beside(text, figure, one.trigger) for one in here if figure.end <= one.trigger.start
    )
    return last if _OBJECT.fullmatch(gap) or (_IN_WHICH.fullmatch(gap) and not own) else None


def _shares(text: str, other: Report, owner: Report, figure: Quantity) -> bool:
    """Whether the figure belongs to both: "killed and wounded 12", an attack and its dead."""
    toll = other.type == owner.type == "ASSAULT" and figure.what in HARM
    left, right = sorted((other.trigger, owner.trigger))
    return toll or (left.end <= right.start and _JOINED.fullmatch(text, left.end, right.start) is not None)


def _next_to(scene: _Scene, figure: Span, here: Sequence[Report]) -> Report | None:
    """The act that a free figure stands beside: its object, its measure ("five rounds of talks"), its subject."""
    text = scene.text
    before = _last_before(figure, here)
    after = min((one for one in here if figure.end <= one.trigger.start), key=_trigger, default=None)
    if after is not None and _is_beside(text, figure, after.trigger):
        return after
    parted = before is not None and _is_parted(scene, before, figure)
    if before is not None and not parted and _is_near(text[before.trigger.end : figure.start], NEAR):
        return before
    leads = after is not None and before is None and not _is_parted(scene, after, figure)
    if after is not None and leads and _leads(text, figure, after):
        return after
    return None


def _is_beside(text: str, figure: Span, trigger: Span) -> bool:
    return any(form.fullmatch(text, figure.end, trigger.start) for form in (_OF, _PASSIVE))


def _leads(text: str, figure: Span, after: Report) -> bool:
    """Whether the figure is the subject that begins the sentence of ``after``."""
    lead = text[after.sentence.start : figure.start]
    gap = _ASIDE.sub("", text[figure.end : after.trigger.start], count=1)
    return len(lead.split()) <= 1 and _is_near(gap, SUBJECT)


def _is_near(gap: str, most: int) -> bool:
    return len(gap.split()) <= most and _BORDER.search(gap) is None
