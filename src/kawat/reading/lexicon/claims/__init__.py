"""Who says what: cues, quotations, speakers, and the claims that they make."""

from kawat.reading.lexicon.claims.find import find_claims, voices_at

__all__ = ["find_claims", "voices_at"]
