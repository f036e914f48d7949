"""Characters made safe and plain: NFC, no controls, no invisible marks, white space folded."""

from __future__ import annotations

import re
import unicodedata

MAX_MARKS = 30  # combining marks in a row: more is an attack on the normaliser, which sorts them slowly

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # soft hyphen and other invisibles
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"  # zero width, bidi, BOM
    "\ud800-\udfff\ufffe\uffff]"  # lone surrogates, non-characters
)
_FOREIGN_RUN = re.compile(rf"[^\x00-\x7f]{{{MAX_MARKS + 1},}}")
_SPACES = re.compile(r"\s+")


def clean_characters(text: str) -> str:
    """``text`` in NFC with newlines as ``\\n`` and without controls, surrogates and invisible marks."""
    text = _UNWANTED.sub("", _NEWLINES.sub("\n", text))
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _FOREIGN_RUN.sub(_limit_marks, text))


def fold(text: str) -> str:
    """``text`` on one line: every run of white space is one space, none at the ends."""
    return _SPACES.sub(" ", text).strip()


def _limit_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in match.group():
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)
