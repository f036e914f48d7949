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
                r"\b(?:consider(?:s|ing)|weigh(?:s|ed|ing)|mull(?:s|ed|ing)|contemplat(?:es|ed|ing)) "
                r"(?:whether to |imposing |a |new |more |further |fresh |additional )*",
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
            Status.OCCURRED: before(
                "en",
                r"\b(?:admit(?:s|ted)?|acknowledge[sd]?|confess(?:es|ed)?) (?:to )?(?:having )?",
                r"\b(?:said|told) (?:(?!will |would |plan|to )[^\s;:]+ ){0,8}(?:at|during|after) "
                r"(?:an? |the |their )?<word>{0,2}",
            ),
        },
        "id": {
            Status.DENIED: before(
                "id",
                r"\b(?:tidak|tak|takkan|belum|urung|batal|ogah|enggan) <adv><light>",
                r"\b(?:tak|tidak|belum) kunjung <adv>",
                r"\b(?:nyaris|hampir)(?: saja)? ",
            ),
            Status.POSSIBLE: before(
                "id",
                r"\b(?:mungkin|barangkali|bisa|dapat|boleh jadi) <adv><light>",
                r"\b(?:hendaknya|hendaklah|sebaiknya) <adv><light>",
                r"\b(?:mempertimbangkan|menimbang) (?:untuk |kemungkinan |rencana )+<light>",
            ),
            Status.PLANNED: before(
                "id",
                r"\b(?:(?<!ancam )akan|bakal|hendak|dijadwalkan|direncanakan) <adv><light>",
                r"\b(?:berencana|berniat|bertekad|sedianya) <adv><light>",
            ),
            Status.ONGOING: before(
                "id",
                r"\b(?:sedang|(?<!timur )(?<!jawa )(?<!asia )tengah|masih(?: terus)?|terus) <adv><light>",
            ),
            Status.OCCURRED: before(
                "id",
                r"\b(?:telah|sudah|sempat|baru saja|jadi) <adv><light>",
                r"\b(?:mengaku|mengakui) ",
                r"\b(?:kata|ujar|tutur|dicapai|disepakati|tercapai|diteken) "
                r"(?:(?!akan |bakal |untuk )[^\s;:]+ ){0,12}"
                r"(?:pada|dalam|di depan|seusai|usai) (?:sebuah |suatu )?",
            ),
        },
    }
)
"""By language and status: what says so, right before the trigger."""

LASTS = {
    "en": re.compile(r"(?:besieg|blockad|occup)\w+|(?:lay|laid|laying) siege"),
    "id": re.compile(r"(?:mengepung|dikepung|memblokade|diblokade|menduduki|diduduki)(?:nya)?"),
}
"""What goes on until somebody ends it, ..."""

SINCE = {
    "en": (before("en", r"\b(?:has|have|'s|'ve) <adv>(?:been <adv>)?"), pattern("en", r"^<word>{0,8}?since ")),
    "id": (
        before("id", r"(?<!\btelah )(?<!\bsudah )"),
        pattern("id", r"^<word>{0,8}?sejak (?!(?:pagi|siang|sore|malam|subuh|dini)\b)"),
    ),
}
"""... where it is said from when: what stands before it and after it."""

SCHEDULED = {
    "en": before("en", r"\b(?:is|are|'re) (?:due|set|scheduled|slated|going|about) to <adv>(?:be )?<light>"),
    "id": before("id", r"\b(?:berencana|berniat) <adv><light>"),
}
"""Plans that are settled, whatever else is said."""

GONE_ON = {
    "en": before(
        "en",
        r"\b(?:not|n't|never|cannot|unable to|fail\w* to) <word>{0,2}"
        r"(?:stem|stop|halt|end|prevent|deter|curb|contain|quell)\w* <word>{0,4}",
    ),
    "id": before(
        "id",
        r"\b(?:tidak|tak|gagal|belum) <word>{0,2}"
        r"(?:menghentikan|mencegah|mengakhiri|meredakan|membendung|menyurutkan) <word>{0,3}",
    ),
}
"""Before a noun told: what was not stopped went on."""

UNDONE = {
    "en": pattern(
        "en",
        r"\b(?:not|n't|no|never|nor|neither|none|nobody|nothing|without|cannot|unable|lack\w*|instead|rather)\b",
        r"\b(?:den(?:y|ie\w*|ying|ial\w*)|refus\w*|reject\w*|declin\w*|refut\w*|dismiss\w*|rul\w+ out|disput\w*)\b",
        r"\b(?:fail\w*|miss\w*|yet to|nearly|almost|all but|close to|short of|hardly|barely|few|little|against)\b",
        r"\b(?:fals\w*|untrue|hoax\w*|fabricat\w*|invent\w*|lies?|lied|fiction|unfounded|baseless|nonsense|wrong)\b",
        r"\b(?:cancel\w*|postpon\w*|scrap\w*|abandon\w*|suspend\w*|drop\w*|shelv\w*|abort\w*|delay\w*|stall\w*)\b",
        r"\b(?:off|away|out of|turned down|put (?:back|down)|fell through|collaps\w*|with(?:h[eo]ld|dr[ae]w)\w*)\b",
        r"\b(?:prevent\w*|avoid\w*|avert\w*|thwart\w*|foil\w*|stop\w*|halt\w*|block\w*|ground(?:s|ed)|spar\w*)\b",
        r"\b(?:veto\w*|overturn\w*|quash\w*|annul\w*|struck|outlaw\w*|forb[ia]d\w*|barr\w*|bann?\w*|acquit\w*)\b",
        r"\b(?:ignor\w*|skip\w*|resist\w*|rebuff\w*|spurn\w*|shunn\w*|absent|crush\w*|tr(?:y|ied)|attempt\w*)\b",
        r"\b(?:(?:was|were|supposed) to|to have|would have|had been|un\w+|only|over)\b|\?",
    ),
    "id": pattern(
        "id",
        r"\b(?:tidak|tak|takkan|belum|bukan\w*|tanpa|jangan|enggan|ogah|hanya|\w*tiada\w*|nihil|nir\w+|kecuali)\b",
        r"\b(?:urung\w*|\w*urungkan|\w*batal\w*|gagal|\w*gagalkan|\w*tunda\w*|menunda|\w*tangguhkan|menangguhkan)\b",
        r"\b(?:\w*bantah\w*|\w*sangkal\w*|menyangkal|menampik|menepis|\w*tolak\w*|menolak|mengelak|absen)\b",
        r"\b(?:\w*cegah\w*|\w*hindar\w*|\w*henti\w*|\w*larang\w*|\w*halang\w*|\w*halau|\w*tahan|\w*cegat)\b",
        r"\b(?:nyaris|hampir|bohong|hoaks|palsu|keliru|isapan|fitnah|rekaan|omong|dusta|mustahil|luput|lolos|meleset)\b",
        r"\b(?:alih|ketimbang|daripada|kandas|gugur|mundur|selamat|lepas|kosong|mentah|\w*boikot|abai\w*|mengabaikan)\b",
        r"\b(?:\w*cabut|\w*bubar\w*|\w*veto|\w*beku\w*|\w*jegal|\w*petieskan|\w*arsipkan|\w*lumpuh\w*|menutup)\b",
        r"\b(?:semula|sedianya|andai\w*|seandainya|upaya|berupaya|percobaan|berubah|\w*kesampingkan|sebelum)\b|\?",
    ),
}
"""Words of a sentence in which something may be said not to have happened: where none stands, all has."""

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
    "en": before(
        "en",
        r"\b(?:call(?:s|ed)? off|cancel(?:s|led|ed)?|scrap(?:s|ped)?|abort(?:s|ed)?) <word>{0,3}",
        r"\b(?:unable|fail(?:s|ed|ing)?) to (?:agree on|hold|convene|(?:re)?(?:schedule|arrange)) <word>{0,3}",
    ),
    "id": before(
        "id",
        r"\b(?:membatalkan|batalkan|mengurungkan|meniadakan) <word>{0,2}",
        r"\bgagal (?:menggelar|mengadakan|mengatur|menjadwalkan|menyelenggarakan) <word>{0,2}",
    ),
}
"""Before a noun told: what was called off, or could not be held."""

CANCELLED = {
    "en": pattern(
        "en",
        r"^<word>{0,10}?(?:never (?:took place|happened)|(?:did|does|will) not take place|fell through)\b",
        r"^<word>{0,10}?(?:was|were|is|are|(?:has|have|had) been) (?:called off|cancell?ed)\b",
        r"^<word>{0,10}?(?:was|were|is|are|(?:has|have|had) been) (?:scrapped|shelved|aborted)\b",
    ),
    "id": pattern("id", r"^<word>{0,10}?(?:batal|urung|dibatalkan|ditiadakan|(?:tidak|tak) jadi)\b"),
}
"""After a noun told."""

WAS_TO = {
    "en": before("en", r"\b(?:was|were) (?:(?:supposed|due|scheduled|set|meant|slated) )?to <adv>(?:be )?<light>"),
    "id": before("id", r"\b(?:sedianya|semula|seharusnya|semestinya) <word>{0,3}?<adv><light>"),
}
"""Before a verb: what was planned once, ..."""

CAME_TO_NOTHING = {
    "en": pattern(
        "en",
        r"(?:^|[,;] )but <word>{1,6}?(?:fell through|(?:never|did not) (?:happen(?:ed)?|(?:take|took) place))\b",
        r"(?:^|[,;] )but <word>{1,6}?(?:was|were|has been|have been) (?:called off|cancell?ed|scrapped|aborted)\b",
    ),
    "id": pattern(
        "id", r"(?:^|[,;] )(?:tetapi|namun|tapi) <word>{1,6}?(?:batal|urung|dibatalkan|ditiadakan|kandas)\b"
    ),
}
"""... and what says after it that it did not come about."""

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

HANGING_BARE = re.compile(
    r"^(?:jika|jikalau|bila|bilamana|apabila|kalau|seandainya|andai|andaikan|andaikata|sekiranya) "
    r"(?!perlu|sebelumnya|semula|dulu|dahulu|pada|tahun|selama|biasanya|tadinya|tidak ada aral)[^,;:]*, (?:maka )?"
    r"(?:(?!telah|sudah|pernah|kini|justru|malah|tetap|saat ini)[\w-]+ ){0,6}$"
)
"""Before an Indonesian verb that needs no "akan" after its condition: "Apabila diserang, Iran menutup ..."."""
