"""Whom one sends: they are what is given, and no side of it ("sent observers", "mengirim pengamat")."""

from __future__ import annotations

import re

from kawat.records import Article, Mention, MentionKind, ReportSpans

_SENDING = re.compile(
    r"(?:re)?(?:send|sends|sent|sending|dispatch\w*|deploy\w*)|mengirim(?:kan)?|mengutus|mengerahkan|menerjunkan"
    r"|menugaskan|menugasi|menempatkan",
    re.IGNORECASE,
)
_PEOPLE = frozenset({MentionKind.ROLE, MentionKind.GROUP, MentionKind.QUANTITY, MentionKind.PERSON})
_OBJECT = re.compile(r"\s+(?:[\w'’.,-]+\s+){0,2}")
_OTHER = re.compile(r"[,;]\s|\b(?:to|for|into|back|ke|kepada|untuk|bagi|pada)\b")
_ENDS = re.compile(
    r"\s*(?:[.,;:)\"”]|$|\n|\s(?:to|into|for|in|on|at|from|if|when|after|before|as|and|who|that|by"
    r"|ke|kepada|untuk|guna|bagi|di|pada|dari|bila|jika|kalau|setelah|sebelum|dan|yang|oleh|sebagai)\b)"
)


def is_sent(mention: Mention, told: ReportSpans, article: Article) -> bool:
    """Whether somebody is the object of sending, and not who gets something sent ("sent the rebels arms")."""
    if mention.kind not in _PEOPLE or mention.span < told.trigger:
        return False
    if _SENDING.fullmatch(told.trigger.of(article.text).split()[-1]) is None:
        return False
    between = article.text[told.trigger.end : mention.span.start]
    object_ = _OBJECT.fullmatch(between) is not None and _OTHER.search(between) is None
    return object_ and _ENDS.match(article.text, mention.span.end) is not None
