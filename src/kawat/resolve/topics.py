"""Who is named beside an act and takes no part: what talks are about, who backs those who act."""

from __future__ import annotations

import re

from kawat.language.backing import is_backing
from kawat.records import Article, Mention, MentionKind, ReportSpans

_TALKED_OF = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "REJECT"})
_ON = re.compile(
    r"\b(?:agreements?|accords?|deals?|pacts?|treat(?:y|ies)|talks|negotiations?|discussions?|dialogue|memorandum"
    r"|bills?|laws?|motions?|kesepakatan|perjanjian|pakta|traktat|perundingan|pembicaraan|dialog|diskusi|membahas"
    r"|nota kesepahaman|rancangan undang-undang|ruu|mosi)"
    r" (?:on|about|over|regarding|concerning|soal|tentang|mengenai|terkait|seputar) (?:the |para |nasib )?$",
    re.IGNORECASE,
)
_REACH = 40  # characters before a mention in which the word stands that it is the topic of


def is_topic(mention: Mention, spans: ReportSpans, article: Article) -> bool:
    """Whether a noun, no name, stands right after "agreement on", "talks about", "kesepakatan soal"."""
    if spans.type not in _TALKED_OF or mention.kind is not MentionKind.ROLE:
        return False
    start = mention.span.start
    return _ON.search(article.text, max(0, start - _REACH), start) is not None


def is_backer(mention: Mention, article: Article) -> bool:
    """Whether a name only says whose side another is on, or from where: "Chad-backed rebels took the town"."""
    return is_backing(article.text, mention.span.start, mention.span.end)
