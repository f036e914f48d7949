"""Which language a text is written in: py3langid's answer, settled by our own word lists where it wavers.

py3langid takes short Indonesian for Malay or Javanese and short English for Nigerian Pidgin; Sundanese it
does not know. The lists of `detect_words` decide among those neighbours, the model decides the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from kawat.language import detect_words as words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ_LANGUAGES: tuple[str, ...] = ("id", "en")
"""The languages that Kawat reads; an article in another one is kept unread."""

UNDETERMINED = "und"
SAMPLE = 6_000
"""Code points looked at, from the start: enough to be sure, and the cost of a long article stays flat."""

MALAYIC_SHARE = 0.12
"""Function words that Indonesian and Malay share, per word, from which a text is one of the two."""
ENGLISH_SHARE = 0.28
"""From here a text is English whatever the model says; below, only where it names another that English
is mistaken for."""
NEIGHBOUR_SHARE = 0.12
"""Function words of Javanese or Sundanese from which a text is one of them, and of English where the model
names one of the neighbours of Indonesian: it does so for short English with Indonesian names."""
MALAY_MARGIN = 1.5
"""How much stronger Malay's own words must be than Indonesian's: news for us is far more often Indonesian."""

_NEIGHBOURS = frozenset({"id", "ms", "jv", "su", "ace", "tl", "bcl", "mg", "und"})
_ENGLISH_NEIGHBOURS = frozenset({"en", "pcm", "und"})
_SAME = {"zxx": UNDETERMINED, "nn": "no", "srl": "sr"}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)\S[^\s@]*+@\S+\.\w+|(?<![\w-])[\w-]++\.(?:com|co|org|net|go|id|my)\b\S*"
)


def detect_language(text: str) -> str:
    """The BCP 47 code of the language ``text`` is written in ("id", "ms", "en", "nl", ...).

    "und" for a text without letters. Reliable from about two sentences; pure, and quick after the first call.
    """
    sample = _ADDRESS.sub(" ", text[:SAMPLE])
    tokens = [token.lower() for token in _WORD.findall(sample)]
    if not tokens:
        return UNDETERMINED
    counts = Counter(tokens)
    shares = {code: _share(counts, listed, len(tokens)) for code, listed in words.FUNCTION_WORDS.items()}
    told = _by_words(counts, shares)
    if told is not None:  # most news: the model, which is slow to load, would change nothing
        return told
    guess = _model_guess(sample)
    near = _near_language(counts, shares, guess)
    return near or _SAME.get(guess, guess)


def _by_words(counts: Counter[str], shares: dict[str, float]) -> str | None:
    """The language that the word lists tell whatever the model says; None where the model has a say."""
    malayic, english = shares["malayic"], shares["en"]
    regional = max(("jv", "su"), key=lambda code: shares[code])
    if shares[regional] >= NEIGHBOUR_SHARE and shares[regional] > malayic:
        return regional
    if english > malayic:
        return "en" if english >= ENGLISH_SHARE else None
    if malayic >= MALAYIC_SHARE and malayic > english:
        return _indonesian_or_malay(counts)
    return None


def _near_language(counts: Counter[str], shares: dict[str, float], guess: str) -> str | None:
    """The language among those that the word lists know, or None where they are not sure."""
    english = shares["en"]
    if english > shares["malayic"] and english >= _english_floor(guess):
        return "en"
    if guess in {"id", "ms"}:
        return _indonesian_or_malay(counts)
    return _indonesian_or_malay(counts, sure=False) if guess in _NEIGHBOURS else None


def _english_floor(guess: str) -> float:
    """The share of English function words from which a text is English although the model says ``guess``."""
    if guess in _ENGLISH_NEIGHBOURS:
        return 0.0
    return NEIGHBOUR_SHARE if guess in _NEIGHBOURS else ENGLISH_SHARE


def _indonesian_or_malay(counts: Counter[str], *, sure: bool = True) -> str | None:
    indonesian = sum(n for word, n in counts.items() if word in words.INDONESIAN_ONLY)
    malay = sum(n for word, n in counts.items() if word in words.MALAY_ONLY)
    if not sure and not indonesian and not malay:
        return None
    if malay and malay >= MALAY_MARGIN * indonesian:
        return "ms"
    # Without a single telling word the model alone is not believed: it calls a tenth of Indonesian Malay.
    return "id"


def _share(counts: Counter[str], listed: frozenset[str], total: int) -> float:
    return sum(n for word, n in counts.items() if word in listed) / total


def _model_guess(sample: str) -> str:
    return str(_identifier().classify(sample)[0])


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
