"""Whom a word of praise, blame, refusal or promise is about: "rejected Maduro's blackmail" is towards Maduro."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kawat.knowledge.entries import is_state
from kawat.records import Actor, Article, Mention, MentionKind, Report
from kawat.resolve.accords import names_an_accord
from kawat.resolve.actors import Resolved

SPOKEN = frozenset({"ACCUSE", "REJECT", "SUPPORT", "AGREE"})
WORDS = 6  # between the word and whom it is about
_NAMED = frozenset(
    {MentionKind.STATE, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.ROLE}
)
_APART = re.compile(
    r"[,;:\"“”]|\b(?:after|before|when|while|as|because|since|in|at|on|during|unless|until|if|that|what|which|whether"
    r"|by|from|between|and|seeking|setelah|sebelum|ketika|saat|sebagai|karena|sejak|di|pada|jika|bila|agar|supaya"
    r"|bahwa|yang|oleh|dari|antara|dan)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r" (?:that|bahwa) ")
""" "doubted that Chad would pay": the subject of what is said."""
_FREE = frozenset({"LEG", "OPP", "PTY"})
"""Who may blame the government of their own country."""
_ACTS = re.compile(
    r" (?:ha[sd]|have|is|are|was|were|will|would|can|could|should|may|might|akan|telah|sudah|tidak)\b"
)
""" "signed up with a network [Chad] has paid for": what stands there begins a clause of its own."""


def with_spoken_of(reports: Sequence[Report], article: Article, actors: Resolved) -> list[Report]:
    """The reports, each word of speech without a recipient towards the side of a state that is its object.
    That is another state than its own, except where lawmakers and parties blame.

    That is the first after it, before any other report and any new clause. ``reports``: in order of the text.
    """
    return [_with(report, reports[at + 1 :], article, actors) for at, report in enumerate(reports)]


def _with(report: Report, after: Sequence[Report], article: Article, actors: Resolved) -> Report:
    if report.type not in SPOKEN or report.recipients or report.symmetric or not report.actors:
        return report
    inner = next((one for one in after if one.sentence == report.sentence), None)
    end = inner.trigger.start if inner else report.sentence.end
    found = [one for one in actors if report.trigger.end <= one.span.start and one.span.end <= end]
    first = min((one for one in found if one.kind in _NAMED), key=lambda one: one.span, default=None)
    side = _side(first, report, article, actors) if first is not None else None
    return report if side is None else replace(report, recipients=(side,))


def _side(mention: Mention, report: Report, article: Article, actors: Resolved) -> Actor | None:
    between = article.text[report.trigger.end : mention.span.start]
    free = _FREE if report.type == "ACCUSE" else frozenset[str]()
    own = {one.country for one in report.actors if one.sector not in free}
    apart = len(between.split()) > WORDS or _APART.search(between) or _ACTS.match(article.text, mention.span.end)
    said_of = mention.kind is not MentionKind.ROLE and _THAT.fullmatch(between)
    if apart and not said_of:
        return None
    foreign = (one for one in actors[mention] if is_state(one.country) and one.country not in own)
    return next((one for one in foreign if not names_an_accord(one, article)), None)
