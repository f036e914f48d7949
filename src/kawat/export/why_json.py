"""What holds an event together, as JSON. See docs/merging.md."""

from __future__ import annotations

from typing import Any

from kawat.intake.judging import told_as_json
from kawat.intake.why import Whole
from kawat.merge.clusters import JOIN


def whole_json(whole: Whole) -> dict[str, Any]:
    """The event, and of each report the one that binds it most."""
    return {
        "event": whole.event,
        "join": JOIN,
        "reports": [
            {
                "id": bound.telling.report.id,
                "bound_to": bound.other and bound.other.report.id,
                "link": bound.link,
                "judgement": bound.judged and told_as_json(bound.judged),
            }
            for bound in whole.reports
        ],
    }
