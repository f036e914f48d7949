"""A side that says what it will do has acted by saying it.

PLOVER codes future cooperation told by its doer as AGREE and future conflict as THREATEN; what Kawat adds is that
the words must be the doer's own (the voice and the actor are of one country).
"""

from __future__ import annotations

from dataclasses import replace

from kawat.records import Report, Status

PROMISED = frozenset({"SUPPORT"})
THREATENED = frozenset({"ASSAULT", "SANCTION", "COERCE"})


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
