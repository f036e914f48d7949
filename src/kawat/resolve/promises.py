"""A side that says what it will do has acted by saying it, and towards whom it will do it.

PLOVER codes future cooperation told by its doer as AGREE and future conflict as THREATEN; what Kawat adds is that
the words must be the doer's own (the voice and the actor are of one country).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kawat.records import Actor, Article, Report, Status

PROMISED = frozenset({"SUPPORT"})
THREATENED = frozenset({"ASSAULT", "SANCTION", "COERCE"})
FOR_WHOM = "whom what is promised is for"
_LEADS_ON = re.compile(r"\s*(?:\w+\s+){0,2}")
""" "agreed to quickly send", "setuju untuk segera mengirim": what is promised follows at once."""
_THREATENS_TO = re.compile(
    r"\s*(?:(?:that|bahwa) (?:it|he|she|they|pihaknya|negaranya|mereka|ia|dia) )?(?:\w+\s+){0,2}"
)
""" "warned that it would seize", "mengancam akan menyita"."""
_LEADS = {"AGREE": _LEADS_ON, "THREATEN": _THREATENS_TO}


def as_said(report: Report) -> Report:
    """The report as an act of speech where the doer announces the act himself; unchanged otherwise."""
    if report.status is not Status.PLANNED or not _own_words(report):
        return report
    if report.type in PROMISED:
        return replace(report, type="AGREE", mode=None, status=Status.OCCURRED)
    if report.type in THREATENED:
        return replace(report, type="THREATEN", mode=None, status=Status.OCCURRED)
    return report


def _own_words(report: Report) -> bool:
    countries = {actor.country for actor in report.actors if actor.country}
    return any(voice.actor.country in countries for voice in report.attribution)


def with_promised(reports: Sequence[Report], article: Article) -> list[Report]:
    """The reports, each promise or threat without recipient with that of the act which its side announces there.

    "agreed to send engineers to Laos": the engineers are for Laos, and so is the word.
    """
    return [_with_promised(one, reports, article) for one in reports]


def _with_promised(promise: Report, reports: Sequence[Report], article: Article) -> Report:
    announces = promise.type in _LEADS
    if not announces or promise.recipients or promise.symmetric or len(promise.actors) != 1:
        return promise
    act = next((one for one in reports if _is_promised(one, promise, article)), None)
    if act is None:
        return promise
    return replace(promise, recipients=tuple(replace(one, resolved_by=FOR_WHOM) for one in act.recipients))


def _is_promised(act: Report, promise: Report, article: Article) -> bool:
    later = promise.trigger.end < act.trigger.start and act.status in {Status.PLANNED, Status.POSSIBLE}
    if not later or act.sentence != promise.sentence or not act.recipients:
        return False
    same = [_who(one) for one in act.actors] == [_who(one) for one in promise.actors]
    return same and _LEADS[promise.type].fullmatch(article.text, promise.trigger.end, act.trigger.start) is not None


def _who(actor: Actor) -> str:
    return actor.id or actor.name
