"""Whether grammar gives a place to another act than the one that a reader gave it to, or to who speaks or acts."""

from __future__ import annotations

import re

from kawat.records import Mention, MentionKind, ReportSpans, Status
from kawat.resolve.misdated import ANSWERED, asides

_SPOKEN_IN = re.compile(
    r"\b(?:told|said|says|kata|ujar|tutur|ucap|kepada (?:AFP|Reuters|AP|(?:para )?wartawan))\b"
    r"[^,;]*\b(?:in|at|di|from|dari) (?:the )?\Z"
)
_SPEAKS_IN = re.compile(
    r"\b(?:told|said|says|mengatakan|menyatakan|berkata|menegaskan|menuturkan)\b[^,;]*\b(?:in|at|di) (?:the )?\Z"
)
_THAT = re.compile(r"\b(?:that|bahwa)\b")
_BORDER = re.compile(
    r"\b(?:borders?|frontier|perbatasan(?:nya)?)(?: with| between| dengan| antara)? (?:the )?\Z", re.IGNORECASE
)
_NEAR_BORDER = re.compile(r"\b(?:near|close to|dekat) (?:the |its |their )?" + _BORDER.pattern, re.IGNORECASE)
_ACTING = re.compile(r"(?:[- ](?:led|backed)|['’]s?| pimpinan)? (?:[\w-]+ )?")
_LED = re.compile(r"[- ](?:led|backed)\b| pimpinan\b")
_LEADS = re.compile(r"\b(?:dipimpin|pimpinan|didukung) (?:oleh )?\Z|\A(?:dipimpin|pimpinan|didukung)\b")
_OFFICE = re.compile(
    r"\b(?:embassy|consulate|mission|spokes\w+|ambassador|envoy|kedutaan|konsulat|juru ?bicara|duta besar)"
    r"(?: [\w.-]+){0,4} (?:in|at|di) (?:the )?\Z",
    re.IGNORECASE,
)
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONCEDE", "AGREE"})
_OVER = re.compile(r"\b(?:over|about|for|atas|terhadap|tentang|mengenai|soal)\b(?:(?!\b(?:and|dan)\b)[^,;])*\Z")
_WHO = re.compile(r"\w\W+\w.*(?<!, )\b(?:who|which|that)\b[^,;]*\Z", re.DOTALL)
_SINCE = re.compile(r"\bsince\b[^,;]*\Z")
_BACK = 70  # characters


def is_elsewhere(text: str, language: str, told: ReportSpans, place: Mention) -> bool:
    """Whether a place is not where an act was, by the words around it.

    "... , police told reporters in Kabul", "near the border with Iran", "a U.S.-led attack", "killed a man who
    lives in Oslo", "marched in Oslo over the war".
    """
    start, end = place.span.start, place.span.end
    before = text[max(told.sentence.start, start - _BACK) : start]
    if _is_beside(text, place):
        return True
    if any(one.contains(told.trigger) != one.contains(place.span) for one in asides(text, language, told, place)):
        return True
    if told.trigger.end <= start:
        return _is_behind(language, text[told.trigger.end : start])
    return _is_before(told, place, before, text[end : told.trigger.start])


def _is_beside(text: str, place: Mention) -> bool:
    """Whether a place only says beside what it was, or whose act: "the border with Iran", "U.S.-led"."""
    start, name = place.span.start, place.name_span.start
    before = text[max(0, start - _BACK) : start]
    led = _LED.match(text, place.span.end) or _LEADS.search(before) or _LEADS.search(place.span.of(text))
    bordering = _BORDER.search(before) or _NEAR_BORDER.search(text, max(0, name - _BACK), name)
    return led is not None or bordering is not None


def _is_before(told: ReportSpans, place: Mention, before: str, between: str) -> bool:
    """Whether a place before an act is of who acts or speaks, or of who marches or fights over the act."""
    if told.type in ANSWERED and told.status is Status.OCCURRED and _OVER.search(between) is not None:
        return True
    acting = place.kind is MentionKind.STATE or (told.type in _SPOKEN and _OFFICE.search(before) is not None)
    if acting and _ACTING.fullmatch(between) is not None:
        return True
    return _SPEAKS_IN.search(before) is not None and _THAT.search(between) is not None


def _is_behind(language: str, between: str) -> bool:
    """Whether what stands between an act and a place behind it takes the place for itself."""
    if _SPOKEN_IN.search(between) is not None:
        return True
    return language == "en" and bool(_WHO.search(between) or _SINCE.search(between))
