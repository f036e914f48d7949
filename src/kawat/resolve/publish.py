"""Which reports stand in a record, and which are kept as candidates: published for precision, kept for recall."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.records import Report, Status

ABOUT_AN_ACT = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT"})
"""Acts of speech about another act: "urged Seoul to release him" is one demand, the release is what it is about."""


def parted(reports: Sequence[Report], alone: float) -> tuple[list[Report], list[Report]]:
    """Reports to publish and candidates, each in their order.

    A candidate is a report that neither names nor counts anybody and is less sure than ``alone``; so is a possible
    act that stands in one sentence with the demand, threat, promise or refusal which it is about.
    """
    kept: list[Report] = []
    unsure: list[Report] = []
    for report in reports:
        nobody = not (report.actors or report.recipients or report.quantities)
        held = (nobody and report.confidence < alone) or _told_by_another(report, reports)
        (unsure if held else kept).append(report)
    return kept, unsure


def _told_by_another(report: Report, reports: Sequence[Report]) -> bool:
    return report.status is Status.POSSIBLE and any(
        other.type in ABOUT_AN_ACT and other.sentence == report.sentence and other.status is not Status.POSSIBLE
        for other in reports
        if other is not report
    )
