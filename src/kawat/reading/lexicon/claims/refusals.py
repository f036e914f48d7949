"""What is no statement: denied like a visa, not like a charge; said by nobody, or only if it is said."""

from __future__ import annotations

import re

from kawat.records import ClaimSpans

DENY = re.compile(r"den(?:y|ies|ied|ying)", re.IGNORECASE)
GRANTED = re.compile(
    r"(?:to )?(?:(?:him|her|them|it|us) )?(?:(?:a|an|any|the|his|her|their|its) )?(?:[a-z]+ )?"
    r"(?:entry|visas?|access|bail|permi\w+|requests?|leave|asylum|landing|passage|accreditation|parole|licen[cs]es?|appeal)\b"
    r"(?! (?:had|has|have|was|were|is|are|would|will|could)\b)",
    re.IGNORECASE,
)
"""What is granted or denied, and is no subject ("denied visas were sold")."""


_LEAD = 24
_OPEN = re.compile(
    r"(?:\b(?:if|unless|whether|until|no|neither|nor|jika|jikalau|kalau|bila|apabila|seandainya|andaikan|apakah|pun)\s+"
    r"(?:(?:the|a|an|para)\s+)?|(?:\A|[.!?]\s|\n)Had\s+)\Z",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:no|neither|nobody|none|tak seorang|tidak seorang)\b", re.IGNORECASE)


def is_no_statement(text: str, claim: ClaimSpans) -> bool:
    """Whether nobody says a claim's content ("no official said", "if the ministry says"), or a thing is denied."""
    return _is_refusal(text, claim) or _is_unsaid(text, claim)


def _is_unsaid(text: str, claim: ClaimSpans) -> bool:
    voice = claim.voices[-1] if claim.voices else None
    if voice is None or voice.cue is None or voice.cue < voice.speaker.span:
        return False
    at = voice.speaker.span.start
    lead = text[max(0, at - _LEAD) : at]
    return _OPEN.search(lead) is not None or _NOBODY.match(text, at) is not None


def _is_refusal(text: str, claim: ClaimSpans) -> bool:
    """Whether the innermost cue of ``claim`` denies a thing, not that something is so."""
    cue = claim.voices[-1].cue if claim.voices else None
    if cue is None or claim.quoted or DENY.fullmatch(cue.of(text)) is None:
        return False
    return GRANTED.match(claim.content.of(text)) is not None
