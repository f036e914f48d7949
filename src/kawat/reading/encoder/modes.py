"""Modes that some word must name: no talk is by telephone, and no attack from the air, where nothing says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

NEAR = 600  # characters before a sentence in which a mode may be named
_AIR = (
    r"\bair\b|airstrike|airraid|aerial|\b(?:war)?planes?\b|\bjets?\b|aircraft|helicopter|gunship|bomb|missile|rocket"
    r"|\bstrikes?\b|struck|\braid|\bsk(?:y|ies)\b|strafe|pounded|sortie|para(?:glider|motor)|\bf-?\d\d|sukhoi|\bmig\b"
    r"|udara|pesawat|helikopter|rudal|roket|bom\b|\w*bombardir|pemboman|langit|serang|\w*gempur|\w*hantam|\w*jatuhkan"
)
_NAMED: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        mode: re.compile(words, re.IGNORECASE)
        for mode, words in {
            "CONSULT/phone": (
                r"\bphon|telephon|\bcall(?:s|ed|ing)?\b|\br[aiu]ng\b|\bringing\b|hotline|\bdial|\blines?\b|video|virtual"
                r"|t?ele[pf]on|telpon|hubungi|sambungan|\bdaring\b|saluran|percakapan"
            ),
            "ASSAULT/drone": (
                r"drone|nirawak|\buavs?\b|unmanned|(?:tanpa|tak) (?:ber)?awak|pilotless|shahed|quadcopter|loitering"
                r"|kamikaze|bayraktar|\bfpv\b"
            ),
            "ASSAULT/suicide-attack": (
                r"suicide|bunuh diri|martyr|\bbl[eo]wn? (?:him|her|them)sel|meledakkan diri|explosive (?:belt|vest)"
            ),
            "ASSAULT/aerial": _AIR,
            "COERCE/curfew": r"curfew|jam malam|indoors|the streets|keluar rumah|after dark|\bmalam\b|karantina",
            "COERCE/martial-law": r"martial law|emergency|state of|siege|darurat|civil liberties|keamanan|internal",
        }.items()
    }
)


def is_named(mode: str, near: str) -> bool:
    """Whether words name a mode ("CONSULT/phone"), where it is one that words must name."""
    words = _NAMED.get(mode)
    return words is None or words.search(near) is not None
