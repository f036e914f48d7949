"""What a timeline shows of an event beside its sums, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kawat.records import Event
from kawat.views.event import best_report, outlets_of
from kawat.views.sentence import sentence_of


def shown_json(event: Event, sentence: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The sentence, the names that its best report has, who tells it. ``sentence``: where it is known already."""
    report = best_report(event).report
    return {
        "sentence": sentence_of(event) if sentence is None else dict(sentence),
        "who": [actor.name for actor in report.actors],
        "whom": [actor.name for actor in report.recipients],
        "outlets": list(outlets_of(event)),
    }
