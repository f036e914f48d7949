"""Events that a sentence only calls to mind: anniversaries, memorials, films. They are no news of any day.

A word of remembering makes history of what stands after it in its clause, and so does a work of art of what stands
in it. In the train and dev parts of the corpus hardly an event is annotated there: `python -m
training.encoder.grammar` counts.
"""

from __future__ import annotations

from kawat.reading.encoder.cues import pattern
from kawat.reading.encoder.grammar import Around

_REACH = 12  # words
_WORKS = {
    "en": (
        r"(?:films?|movies?|novels?|plays?|operas?|musicals?|documentary|documentaries|paintings?|comedy|thriller"
        r"|exhibitions?|museums?|statues?|monuments?|memorials?)"
    ),
    "id": (
        r"(?:film|novel|sandiwara|opera|drama|teater|komedi|dokumenter|lukisan|pameran|museum|patung|monumen|tugu)"
    ),
}
_REMEMBERED = {
    "en": pattern(
        "en",
        r"\b(?:anniversar(?:y|ies)|commemorat\w+|remembrance|centenary|jubilee|remember(?:s|ed|ing)?)\b",
        r"\b(?:in (?:memory|remembrance|honou?r) of|mourn(?:s|ed|ing)?|(?:pays?|paid|paying) (?:tribute|homage))\b",
        r"\b(?:flowers?|wreaths?|candles?|lamps?|lanterns?|silence|prayers?|bells?) (?:for|to)\b",
        rf"\b{_WORKS['en']} <word>{{0,3}}(?:(?:of|to) (?:the|those|victims)|about|on|who|that)\b",
        rf"\b{_WORKS['en']} <word>{{0,3}}(?:tells?|recalls?|depicts?|shows?|remembers?)\b",
    ),
    "id": pattern(
        "id",
        r"\b(?:memperingati|diperingati|mengenang|dikenang|merayakan|perayaan|hari jadi|ulang tahun|hut|haul)\b",
        r"\b(?:napak tilas|mengheningkan cipta|upacara peringatan)\b",
        r"\bperingatan <word>{0,2}(?:tahun|hari|tragedi|peristiwa)\b",
        rf"\b{_WORKS['id']} <word>{{0,3}}(?:tentang|berkisah|mengisahkan|menceritakan|bercerita|yang|mengenai)\b",
    ),
}
_STAGED = {
    "en": pattern("en", rf"^<word>{{0,10}}?in (?:a|an|the|his|her|this|last) <word>{{0,2}}?{_WORKS['en']}\b"),
    "id": pattern("id", rf"^<word>{{0,10}}?dalam (?:sebuah )?{_WORKS['id']}\b"),
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
    return found is not None
