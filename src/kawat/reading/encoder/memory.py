"""Events that a sentence only calls to mind: anniversaries, memorials, films. They are no news of any day.

A word of remembering makes history of what stands after it in its clause, and so does a work of art of what stands
in it. In the train and dev parts of the corpus hardly an event is annotated there: `python -m
training.encoder.grammar` counts.
"""

from __future__ import annotations

import re

from kawat.reading.encoder.cues import before, pattern
from kawat.reading.encoder.grammar import Around

_REACH = 12  # words
_STAGES = {
    "en": r"films?|movies?|novels?|plays?|operas?|musicals?|documentary|documentaries|paintings?|comedy|thriller",
    "id": r"film|novel|sandiwara|opera|drama|komedi|dokumenter|lukisan",
}
"""Works in which something happens; in a museum or a theatre people meet and are attacked, too."""
_WORKS = {
    "en": rf"(?:{_STAGES['en']}|exhibitions?|museums?|statues?|monuments?|memorials?)",
    "id": rf"(?:{_STAGES['id']}|teater|pameran|museum|patung|monumen|tugu)",
}
_REMEMBERED = {
    "en": pattern(
        "en",
        r"\b(?:anniversar(?:y|ies)|commemorat\w+|remembrance|centenary|jubilee|remember(?:s|ed|ing)?)\b",
        r"\b(?:in (?:memory|remembrance|honou?r) of|mourn(?:s|ed|ing)?|(?:pays?|paid|paying) (?:tribute|homage))\b",
        r"\b(?:flowers?|wreaths?|candles?|lamps?|lanterns?|silence|prayers?|bells?) (?:for|to)\b",
        rf"\b{_WORKS['en']} <word>{{0,3}}(?:(?:of|to) (?:the|those|victims)|on|who|that)\b",
        rf"\b{_WORKS['en']} (?:<word>|[,\"“”] ){{0,8}}?(?:about|depicting|recounting|based on)\b",
        rf"\b{_WORKS['en']} <word>{{0,3}}(?:tells?|recalls?|depicts?|shows?|remembers?)\b",
    ),
    "id": pattern(
        "id",
        r"\b(?:memperingati|diperingati|mengenang|dikenang|merayakan|perayaan|hari jadi|ulang tahun|hut|haul)\b",
        r"\b(?:napak tilas|mengheningkan cipta|upacara peringatan)\b",
        r"\bperingatan <word>{0,2}(?:tahun|hari|tragedi|peristiwa)\b",
        rf"\b{_WORKS['id']} (?:<word>|[,\"“”] ){{0,8}}?(?:tentang|mengisahkan|menceritakan)\b",
        rf"\b{_WORKS['id']} <word>{{0,3}}(?:berkisah|bercerita|yang|mengenai)\b",
    ),
}
_STAGED = {
    "en": pattern(
        "en",
        rf"^<word>{{0,10}}?in (?:a|an|the|his|her|this|last) <word>{{0,2}}?(?:{_STAGES['en']})\b",
        rf"^<word>{{0,10}}?(?:inspired|inspires|(?:is|was|are|were) the (?:subject|theme|basis) of) "
        rf"<word>{{0,4}}?(?:{_STAGES['en']})\b",
    ),
    "id": pattern(
        "id",
        rf"^<word>{{0,10}}?dalam (?:sebuah )?(?:{_STAGES['id']})\b",
        rf"^<word>{{0,10}}?(?:menjadi|mengilhami|dijadikan|diangkat) <word>{{0,3}}?(?:{_STAGES['id']})\b",
    ),
}
_SINCE = {
    "en": before(
        "en", r"\b(?:years|decades|centuries|century) (?:to the day )?(?:after|since) (?:the|an?|its) <word>{0,2}"
    ),
    "id": before(
        "id",
        r"\b(?:tahun|dekade|windu|abad) (?:setelah|sejak|sesudah|pasca|seusai) <word>{0,1}",
        r"\b(?:genap|tepat) <word>{0,3}?(?:tahun|dekade|windu|abad) <word>{0,1}",
    ),
}
"""Right before a noun told: "forty years after the", "genap empat puluh tahun"."""
_NO_NOUN = {
    "en": re.compile(
        r"\w+ed|left|fled|fell|met|shut|struck|took|went|came|won|broke|sent|told|said|did|held|shot|rose"
    ),
    "id": re.compile(r"(?:me|di|ter|ber)\w+|mundur|keluar|bebas|tewas|pulang"),
}
_MARKS = {
    "en": pattern("en", r"^mark(?:s|ed|ing)? <word>{0,4}?(?:anniversar(?:y|ies)|centenary|years (?:of|since))\b"),
    "id": pattern("id", r"^(?:memperingati|diperingati|mengenang|dikenang|mengheningkan) "),
}


def is_memory(where: Around, language: str) -> bool:
    """Whether the trigger marks a memory, is only called to mind, or stands in a work of art."""
    near = " ".join(where.clause.split()[-_REACH:])
    found = (
        _MARKS[language].match(f"{where.word} {where.right}")
        or _REMEMBERED[language].search(near)
        or _STAGED[language].match(where.right)
    )
    return found is not None or _is_counted_from(where, language)


def _is_counted_from(where: Around, language: str) -> bool:
    """Whether the trigger is a noun from which years are counted: "five years after the shooting"."""
    return _NO_NOUN[language].fullmatch(where.word) is None and _SINCE[language].search(where.clause) is not None
