"""Denials, which are no acts: the act that is denied has its status, and what is said is a claim.

REJECT refuses what could have been granted, a request, an offer, a visa; who denies a charge only speaks of it.
"""

from __future__ import annotations

import re

from kawat.reading.encoder.grammar import Around
from kawat.reading.lexicon.claims.refusals import GRANTED

_DENIES = {
    "en": re.compile(
        r"(?:(?:again|also|\w+ly) )*(?:den(?:y|ies|ied|ying|ials?)|disput(?:es?|ed|ing)|contradict(?:s|ed|ing)?)"
        r"(?: (?:again|also|\w+ly))*"
    ),
    "id": re.compile(
        r"(?:(?:kembali|juga|tegas) )*"
        r"(?:(?:mem|di|ter)?bantah(?:an|kan)?(?:nya)?|(?:men|di)?(?:y|s)angkal(?:nya)?|(?:meny|dis)anggah(?:nya)?)"
        r"(?: (?:kembali|lagi|keras|tegas))*"
    ),
}
_BRUSHES_OFF = re.compile(r"(?:men|di)?t?(?:ampik|epis)(?:nya)?")
"""Indonesian: of a statement a denial, of an offer none."""

_SAID = "tuduhan|tudingan|kabar|berita|laporan|anggapan|klaim|dugaan|tafsir|angka|keterangan|isu|rumor"
_STATEMENT = re.compile(rf"(?:[a-z]+ )?(?:{_SAID}|bahwa|ada(?:nya)?|telah|pernah|keterlibatan)\b")
_STATED = re.compile(rf"\b(?:{_SAID}) (?:[a-z]+ ){{0,3}}$")


def is_denial(type_name: str, trigger: str, where: Around, language: str) -> bool:
    """Whether an event, with its trigger in lower case, only says that something is not so."""
    if type_name != "REJECT":
        return False
    if _DENIES[language].fullmatch(trigger):
        return language == "id" or GRANTED.match(where.right) is None
    if language == "id" and _BRUSHES_OFF.fullmatch(trigger):
        return _STATEMENT.match(where.right) is not None or _STATED.search(where.left) is not None
    return False
