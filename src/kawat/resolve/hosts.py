"""Who comes and who receives: "X was received by Y", "Y menjamu X": X visits, and Y is visited."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.records import Article, Report

_RECEIVES = re.compile(r"receiv|welcom|menerima|diterima|menyambut|disambut|menjamu|dijamu", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|gets?|got) (?:\w+ly |also |then |later )?$")


def with_visitor(report: Report, article: Article) -> Report:
    """The report, with its sides exchanged where the words say that who acts in it is the host.

    By the codebook of the corpus a visitor acts, and a host who receives is the recipient.
    """
    receives = report.type == "CONSULT" and not report.symmetric and report.actors and report.recipients
    word = report.trigger.of(article.text)
    if not receives or not _RECEIVES.match(word):
        return report
    before = article.text[report.sentence.start : report.trigger.start]
    passive = word.lower().startswith("di") or _PASSIVE.search(before) is not None
    first, second = (report.actors, report.recipients) if passive else (report.recipients, report.actors)
    # in order: passive "visitor was received by host", active "host received visitor"
    swapped = all(one.mention.start > report.trigger.start for one in first) and all(
        one.mention.end <= report.trigger.start for one in second
    )
    return replace(report, actors=report.recipients, recipients=report.actors) if swapped else report
