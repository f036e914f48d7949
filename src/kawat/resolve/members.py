"""Who belongs to a group that takes part: "helped by former officers, including Musa Tadesse"."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.records import Article, Mention, MentionKind, Reading, ReportSpans
from kawat.resolve.parsed import Parsed, in_order, listed, with_rules

_NAMES = frozenset({MentionKind.STATE, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP})
_AMONG = re.compile(
    r"(?: (?:of|from|in|dari|di) (?:[\w-]+ ){0,2}[\w-]+)?,? "
    r"(?:including|such as|among them|termasuk|seperti|di antaranya|antara lain)\b"
)
"""What stands between a group and those of it who are named."""
_FEW = re.compile(
    r" (?:(?:the|para) )?(?:(?!di|me|ber|ter|yang|telah|when|that)[a-z][\w-]* |(?:[A-Z][a-z]+ )(?=[A-Z])){0,3}"
)


def with_members(article: Article, reading: Reading) -> Reading:
    """The reading where those whom "including" names are on the side of the group that it follows."""
    return with_rules(article, reading, (_with_members,))


def _with_members(report: ReportSpans, text: Parsed) -> ReportSpans:
    for group in report.sides:
        members = _members(group, report, text)
        if members and group in report.sides:
            report = _beside(group, members, report)
    return report


def _members(group: Mention, report: ReportSpans, text: Parsed) -> list[Mention]:
    """Those named after "including" right after a group, up to the end of their list."""
    leads = _AMONG.match(text.text, group.span.end, report.sentence.end)
    if leads is None:
        return []
    after = text.within(leads.end(), report.sentence.end)
    if not after or not _FEW.fullmatch(text.text, leads.end(), after[0].span.start):
        return []
    found = listed(after, text.text)
    return [one for one in found if one.kind in _NAMES or one in report.sides]


def _beside(group: Mention, members: list[Mention], report: ReportSpans) -> ReportSpans:
    acting, undergoing = (members, ()) if group in report.actors else ((), members)
    actors = [one for one in report.actors if one not in members]
    recipients = [one for one in report.recipients if one not in members]
    return replace(report, actors=in_order((*actors, *acting)), recipients=in_order((*recipients, *undergoing)))
