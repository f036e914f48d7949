"""Patterns of the two grammars: what may stand between a word that tells an event and one that takes part in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ID_BEFORE = (
    r"(?:sedang|telah|sudah|akan|juga|pernah|sempat|masih|kini|baru|tidak|belum|kemudian|lalu|dapat|bisa|harus|hendak"
    r"|ikut|turut|terus|selalu|mulai|hampir|kerap|sering|dulu|dahulu|kembali|langsung|semula|hari|bulan|tahun|ini|itu)"
)
_EN_BEFORE = (
    r"(?:is|are|was|were|be|been|being|has|had|have|will|would|can|could|may|might|must|should|also|later|not|then|first"
    r"|never|still|once|already|now|again|since|earlier|twice|to|\w+ly)"
)
_PREPOSITION = r"(?:terhadap|kepada|pada|dengan|untuk)"


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns over text, of one language.

    ``object``: a pronoun right after a verb. ``towards``: one after a preposition right after a verb or noun.
    ``relative``: all that may stand between an antecedent and the verb of its clause. ``again``: what leads to a
    second verb of the same subject, at the end of what stands between the two.
    """

    object: re.Pattern[str]
    towards: re.Pattern[str]
    relative: re.Pattern[str]
    again: re.Pattern[str]


GRAMMARS = {
    "id": Grammar(
        object=re.compile(r" (mereka|dia|beliau|kami)\b(?! (?:sendiri|yang)\b)"),
        towards=re.compile(rf" {_PREPOSITION}(nya)\b| {_PREPOSITION} (mereka|dia)\b"),
        relative=re.compile(rf"(?: \([^)]*\))?,? yang (?:{_ID_BEFORE} ){{0,3}}"),
        again=re.compile(
            r"(?:,? (?:dan|lalu|serta|tetapi|kemudian|namun|sambil)|,) "
            r"(?:(?:juga|telah|sudah|akan|tidak|kemudian|sempat|langsung|kembali) ){0,2}$"
        ),
    ),
    "en": Grammar(
        object=re.compile(
            r" (him|them|us|her(?=[.,;]| (?:of|for|from|to|in|on|at|after|over|with|and|by|as)\b))(?!\w)"
        ),
        towards=re.compile(r" (?:against|to|with|for|on|at) (him|them|it|her(?=[.,;]))(?!\w)"),
        relative=re.compile(rf"(?: \([^)]*\))?,? (?:who|which|that) (?:{_EN_BEFORE} ){{0,4}}"),
        again=re.compile(
            r",? (?:and|but|then|or) "
            r"(?:(?:then|also|later|had|has|have|will|would|to|not|did|could|again) ){0,3}$"
        ),
    ),
}
JOINED = re.compile(r",? ?(?:(and|dan|serta|bersama|together with|along with|beserta) )?(?:the )?|, ?(?:the )?")
"""Between two names of a list; the group is the word that joins them."""
ENDS_LIST = frozenset({"and", "dan", "serta"})
_PASSIVE_ID = re.compile(r"(?:di|ter)\w{3}")
_PASSIVE_EN = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly| also| not)? $")
_BE = re.compile(r"(?:is|are|was|were|be|been|being|get|got|gets|gotten)\b", re.IGNORECASE)
_ACTIVE_ID = re.compile(r"me|ber")
HELPERS = (
    r"has|have|had|will|would|can|could|may|might|must|should|also|later|once|never|now|again|then|already|still|first"
    r"|\w+ly"
)
AUXILIARY = re.compile(
    rf" (?:(?:{HELPERS}|telah|sudah|akan|juga|pernah|sempat|masih|kini|baru|tidak|belum|kemudian|lalu|ikut|turut"
    r"|kembali|terus|langsung|sedang) ){0,3}"
)
"""What may stand between a subject and its verb."""
GOVERNED = re.compile(
    r"\b(?:of|to|by|with|from|in|on|at|for|against|under|had|has|have|saw|see|got|get"
    r"|oleh|dengan|dari|kepada|untuk|di|pada|bagi|terhadap|dalam|atas) (?:the )?$",
    re.IGNORECASE,
)
"""What stands before a noun that is no subject: "with the help of X to topple", "had two men arrested"."""
STRIKES = frozenset({"ASSAULT", "PROTEST", "COERCE"})
_PASSIVE_AGENT = re.compile(r"di\w{4}")
AGENT = re.compile(r" (?:oleh )?")
"""What stands between an Indonesian passive verb and who does it: "ditembak [oleh] polisi"."""
STARTS = re.compile(r" (?:akan|telah|sudah|sedang|harus|dapat|bisa|tidak|belum|masih|juga)\b")
"""What follows the subject of the next clause: "ketika ditangkap mereka [akan] diadili" tells of no agent."""
SUBJECT = re.compile(r"i|we|he|she|they|ia", re.IGNORECASE)
"""Pronouns that can only be the subject of a verb."""
RESULTS = re.compile(
    r"(?:menewaskan|melukai|mencederai|mencelakai|killing|wounding|injuring|hurting)\b", re.IGNORECASE
)
"""What an attack does to people, told after it."""
WHICH = re.compile(
    r"\b(?!(?:me|ber|di|ter)\w)(?!(?:dan|dari|oleh|untuk|bagi|pada|dengan|bahwa|antara|kata)\b)[a-z]{4,} $"
)
"""An Indonesian noun that ends there, and no verb nor preposition."""
WITHOUT_OBJECT = re.compile(
    r" ?(?:[.,;:]|$)| (?:of|by|in|for|on|to|with|at|from|after|before|over|during|and|as|when|while)\b"
)
"""What follows an English participle that is passive: "held and accused [of] it", "and another injured[,]"."""
_NO_VERBS = frozenset({"dialog", "diskusi", "diplomasi"})
_PARTICIPLE = re.compile(
    r"\w+ed|(?:over)?(?:thrown|taken)|shot|held|struck|hit|beaten|given|told|sent|hurt|stolen|driven|shut|sought"
    r"|forbidden|hanged|torn|brought|kept|caught|slain|bound"
)
_FEELS = frozenset(
    """concerned worried prepared determined committed opposed disappointed interested pleased motivated alarmed
    outraged divided united convinced satisfied""".split()
)
"""Participles that tell of a mind and no act."""
_NOT_DONE_BY = _NO_VERBS | frozenset(
    """disebut dijuluki dinamai diangkat ditunjuk dipilih dilantik dikenai dikenakan dijatuhi diberi divonis
    dituduh""".split()
)
"""What follows these is a name, an office or a penalty."""
_SUFFERS = re.compile(
    r"(?:tewas|meninggal|gugur|terluka|cedera|kehilangan|died|dies|die|lost|loses)\b", re.IGNORECASE
)


_NOUN = re.compile(r" (?!me)(?:pe\w+|\w+an|aksi|operasi|rencana)$")


def takes_agent(word: str) -> bool:
    """Whether who does it may stand right after an Indonesian verb: passives, but for `_NOT_DONE_BY`."""
    first = word.lower().split()[0]
    return _PASSIVE_AGENT.match(first) is not None and first not in _NOT_DONE_BY


def is_done(word: str, language: str) -> bool:
    """Whether a verb says what is done to its subject: with "di-", or as an English participle of an act."""
    first = word.lower().split()[0]
    if language == "id":
        return _PASSIVE_AGENT.match(first) is not None and first not in _NO_VERBS
    return _PARTICIPLE.fullmatch(first) is not None and first not in _FEELS


def ends_in_noun(words: str, language: str) -> bool:
    """Whether an Indonesian verb has its object with it, which a pronoun after it owns: "memulai aksi mereka"."""
    return language == "id" and _NOUN.search(words.lower()) is not None


def suffers(word: str) -> bool:
    """Whether the subject of a verb undergoes it: "tewas", "lost a leg"."""
    return _SUFFERS.match(word) is not None


def is_passive(word: str, before: str, language: str) -> bool:
    """Whether a verb says what is done to its subject. ``before``: the text of its sentence up to it."""
    if language == "id":
        return _PASSIVE_ID.match(word.lower()) is not None
    if word.lower().endswith("ing"):
        return False  # "is examining"
    return _PASSIVE_EN.search(before) is not None or _BE.match(word) is not None


def is_active(word: str, before: str, language: str) -> bool:
    """Whether a verb says what its subject does; an Indonesian noun does neither."""
    if language == "id":
        return _ACTIVE_ID.match(word.lower()) is not None
    return not is_passive(word, before, language)
