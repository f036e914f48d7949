"""The words that settle a status, as patterns over what stands before or after a trigger (see `grammar`).

A sentence is its words in lower case, each followed by one space. In a pattern ``<word>`` is any word but a mark,
``<adv>`` any number of adverbs, ``<be>`` of auxiliaries, ``<light>`` perhaps a verb that only carries the noun told
("will hold talks", "batal menggelar latihan").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from kawat.records import Status

_WORD = r"(?:[^\s,;:]+ )"
_BE = r"(?:(?:be|been|being|have|has|to) )*"
_ADVERBS = {
    "en": r"(?:(?:(?!only )\w+ly|still|also|now|already|just|soon|again|even|ever|first) )*",
    "id": (
        r"(?:(?:juga|kembali|segera|secara \w+|langsung|lagi|sama sekali|pernah|bisa|dapat|mau|jadi|ikut|saling"
        r"|pula|akan|harus|ingin|berencana|berniat|untuk) )*"
    ),
}
_LIGHT = {
    "en": (
        r"(?:(?:hold|stage|conduct|carry out|launch|open|begin|start|attend|join|impose)(?:ing)?"
        rf" {_WORD}{{0,3}}?)?"
    ),
    "id": (
        r"(?:(?:menggelar|mengadakan|melakukan|melaksanakan|melancarkan|memulai|menghadiri|menjatuhkan)"
        rf" {_WORD}{{0,2}}?)?"
    ),
}


def pattern(language: str, *alternatives: str) -> re.Pattern[str]:
    """Any of the alternatives, with what stands in angle brackets filled in."""
    joined = "|".join(alternatives)
    for name, meant in (
        ("<light>", _LIGHT[language]),
        ("<adv>", _ADVERBS[language]),
        ("<be>", _BE),
        ("<word>", _WORD),
    ):
        joined = joined.replace(name, meant)
    return re.compile(f"(?:{joined})")


def before(language: str, *alternatives: str) -> re.Pattern[str]:
    """Any of the alternatives, right before the trigger."""
    return re.compile(pattern(language, *alternatives).pattern + "$")


_FINITE = r"(?:has|have|had|did|was|were|is|are|will|would)"

BEFORE: Mapping[str, Mapping[Status, re.Pattern[str]]] = MappingProxyType(
    {
        "en": {
            Status.DENIED: before(
                "en",
                r"\b(?:not(?! to )|n't|never|cannot) (?:(?:plan|intend|planning) )?<adv><be><adv><light>",
                r"\bno plans? <be>",
                r"\bwithout <adv>(?:(?:being|having) )*",
                r"\byet to (?:be )?",
                r"\b(?:refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|fail(?:s|ed|ing)?) to (?:be )?",
                r"\b(?:decide[sd]?|vote[sd]?|opt(?:s|ed)?) against <adv>",
                r"\b(?:stop(?:s|ped)?|fell|falls?) short of ",
                r"\b(?:c[ao]mes?|was|were) (?:very |dangerously |perilously )?close to ",
                r"\b(?:refrain(?:s|ed|ing)?|sh(?:y|ies|ied) away|back(?:s|ed) away|h[eo]lds? back|held back) from ",
                r"\b(?:nearly|almost|all but) ",
                r"\b(?:was|were) to have (?:been )?",
                rf"\bneither <word>{{1,8}}nor <word>{{1,5}}{_FINITE} <be>",
                rf"(?:^|[,;:] )(?:no|none|nobody) <word>{{0,6}}{_FINITE} <adv><be>",
                r"\bit (?:is|was) not <word>{1,7}(?:who|that|which) (?:(?:had|has|have|was|were) )?",
            ),
            Status.POSSIBLE: before(
                "en",
                r"\b(?:may|might|could) <adv>(?:(?:be|been|have) )*<light>",
                r"\b(?:would|should) have (?:been )?",
                r"\bwhether (?:or not )?to (?:be )?",
            ),
            Status.PLANNED: before(
                "en",
                r"\b(?:will|shall|'ll) <adv><be><light>",
                r"\b(?:is|are|'re) (?:(?:due|set|scheduled|slated|going|about|poised) )?to <adv>(?:be )?<light>",
                r"\b(?:plans?|intends?|planning|intending) to <adv>(?:be )?<light>",
            ),
            Status.ONGOING: before(
                "en",
                r"\b(?:is|are) <adv>being <adv>",
                r"\b(?:is|are|'re) <adv>(?:holding|staging|conducting|carrying out|waging) <word>{0,3}",
            ),
        },
        "id": {
            Status.DENIED: before(
                "id",
                r"\b(?:tidak|tak|takkan|belum|urung|batal|ogah|enggan) <adv><light>",
                r"\b(?:tak|tidak|belum) kunjung <adv>",
                r"\b(?:nyaris|hampir)(?: saja)? ",
            ),
            Status.POSSIBLE: before("id", r"\b(?:mungkin|barangkali|bisa|dapat|boleh jadi) <adv><light>"),
            Status.PLANNED: before(
                "id",
                r"\b(?:(?<!ancam )akan|bakal|hendak|dijadwalkan|direncanakan) <adv><light>",
                r"\b(?:berencana|berniat|bertekad) <adv><light>",
            ),
            Status.ONGOING: before(
                "id",
                r"\b(?:sedang|(?<!timur )(?<!jawa )(?<!asia )tengah|masih(?: terus)?) <adv><light>",
            ),
            Status.OCCURRED: before("id", r"\b(?:telah|sudah|sempat|baru saja|jadi) <adv><light>"),
        },
    }
)
"""By language and status: what says so, right before the trigger."""

SCHEDULED = {
    "en": before("en", r"\b(?:is|are|'re) (?:due|set|scheduled|slated|going|about) to <adv>(?:be )?<light>"),
    "id": before("id", r"\b(?:berencana|berniat) <adv><light>"),
}
"""Plans that are settled, whatever else is said."""

UNDOING = before(
    "id",
    r"\b(?:tanpa|gagal|menolak|mengurungkan niat(?:nya)?) <adv>",
    r"\b(?:membantah|menyangkal|menampik) (?:(?:telah|sudah|pernah|akan) )*",
    r"\bbukan(?:lah)? <word>{1,6}yang (?:(?:telah|sudah|akan) )?",
    r"\b(?:belum|tidak|tak) (?:ada|satu ?pun|se(?:orang|buah) ?pun) <word>{0,6}(?:yang )?(?:mau |bersedia )?",
)
"""Indonesian, before verbs only: a noun after them is their object ("menolak permintaan")."""

WISHED = pattern("id", r"\b(?:agar|supaya) ")
"""Opens what somebody wants or does not want: "agar Chad tidak menyerang"."""

PROGRESSIVE = before("en", r"\b(?:is|are|'re|am) <adv>", r"\b(?:has|have) <adv>been <adv>")

CANCELS = {
    "en": before("en", r"\b(?:call(?:s|ed)? off|cancel(?:s|led|ed)?|scrap(?:s|ped)?|abort(?:s|ed)?) <word>{0,3}"),
    "id": before("id", r"\b(?:membatalkan|batalkan|mengurungkan|meniadakan) <word>{0,2}"),
}
"""Before a noun told: what was called off."""

CANCELLED = {
    "en": pattern(
        "en",
        r"^<word>{0,10}?(?:never took place|(?:did|does|will) not take place)\b",
        r"^<word>{0,10}?(?:was|were|is|are|(?:has|have|had) been) (?:called off|cancell?ed)\b",
        r"^<word>{0,10}?(?:was|were|is|are|(?:has|have|had) been) (?:scrapped|shelved|aborted)\b",
    ),
    "id": pattern("id", r"^<word>{0,10}?(?:batal|urung|dibatalkan|ditiadakan|(?:tidak|tak) jadi)\b"),
}
"""After a noun told."""

CONDITION = {
    "en": pattern(
        "en",
        r"\b(?:if(?! need be)|unless|provided(?! by)|providing that|(?<!for )(?:as|so) long as|only when)\b",
        r"\b(?:in case|in the event|on condition|assuming|lest)\b",
        r"^(?:imagine|suppose|supposing|picture|what would happen)\b",
    ),
    "id": pattern(
        "id",
        r"\b(?:jika|jikalau|bila|bilamana|apabila|(?<!kata )(?<!mengatakan )kalau|asalkan|kecuali|dengan syarat)\b",
        r"\b(?:seandainya|andai|andaikan|andaikata|sekiranya|seumpama)\b",
        r"^(?:bayangkan|umpamakan|misalkan)\b",
    ),
}

INVERTED = pattern("en", r"^(?:should|had|were) (?!not )<word>{1,12}$")
""" "Had Britain sent troops, ..." """

HANGING = {
    "en": before("en", r"\b(?:will|would|can|could|shall|'ll|'d) <adv><be><adv>"),
    "id": before("id", r"\b(?:akan|bakal|bisa|dapat|mau|siap|bersedia|tentu|pasti) <adv>"),
}
"""What may hang on a condition that stands elsewhere in the sentence."""
