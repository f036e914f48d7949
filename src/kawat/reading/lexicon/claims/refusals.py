"""What is denied like a visa, not like a charge: an act, no statement."""

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


def is_refusal(text: str, claim: ClaimSpans) -> bool:
    """Whether the innermost cue of ``claim`` denies a thing, not that something is so."""
    cue = claim.voices[-1].cue if claim.voices else None
    if cue is None or claim.quoted or DENY.fullmatch(cue.of(text)) is None:
        return False
    return GRANTED.match(claim.content.of(text)) is not None
