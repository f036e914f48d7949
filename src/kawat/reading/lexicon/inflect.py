"""Surface forms of trigger verbs: English inflection, Indonesian meN-/di-/ter- alternation.

A form says how it is to be read: active, passive, or either (English -ed). Over-generation is harmless: a
form that no text contains is never matched.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum


class Voice(StrEnum):
    ACTIVE = "active"
    PASSIVE = "passive"
    EITHER = "either"  # English "-ed": past tense or participle
    BASE = "base"  # English base form, Indonesian bare root
    GERUND = "gerund"  # English "-ing"
    NOUN = "noun"


_IRREGULAR = {
    "bring": ("brought", "brought"),
    "buy": ("bought", "bought"),
    "shoot": ("shot", "shot"),
    "strike": ("struck", "struck"),
    "hit": ("hit", "hit"),
    "meet": ("met", "met"),
    "hold": ("held", "held"),
    "give": ("gave", "given"),
    "send": ("sent", "sent"),
    "take": ("took", "taken"),
    "break": ("broke", "broken"),
    "withdraw": ("withdrew", "withdrawn"),
    "seek": ("sought", "sought"),
    "tell": ("told", "told"),
    "say": ("said", "said"),
    "make": ("made", "made"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "fight": ("fought", "fought"),
    "win": ("won", "won"),
    "beat": ("beat", "beaten"),
    "set": ("set", "set"),
    "put": ("put", "put"),
    "cut": ("cut", "cut"),
    "shut": ("shut", "shut"),
    "pay": ("paid", "paid"),
    "leave": ("left", "left"),
    "lend": ("lent", "lent"),
    "sell": ("sold", "sold"),
    "speak": ("spoke", "spoken"),
    "swear": ("swore", "sworn"),
    "forbid": ("forbade", "forbidden"),
    "forgive": ("forgave", "forgiven"),
    "go": ("went", "gone"),
    "come": ("came", "come"),
    "run": ("ran", "run"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "overthrow": ("overthrew", "overthrown"),
    "throw": ("threw", "thrown"),
    "steal": ("stole", "stolen"),
    "seize": ("seized", "seized"),
    "bid": ("bid", "bid"),
    "rise": ("rose", "risen"),
    "stand": ("stood", "stood"),
    "sit": ("sat", "sat"),
    "keep": ("kept", "kept"),
    "let": ("let", "let"),
    "find": ("found", "found"),
    "sue": ("sued", "sued"),
    "bind": ("bound", "bound"),
    "write": ("wrote", "written"),
    "undergo": ("underwent", "undergone"),
    "uphold": ("upheld", "upheld"),
    "withhold": ("withheld", "withheld"),
    "blow": ("blew", "blown"),
    "hang": ("hanged", "hanged"),
    "slay": ("slew", "slain"),
    "ring": ("rang", "rung"),
    "rebuild": ("rebuilt", "rebuilt"),
    "quit": ("quit", "quit"),
    "do": ("did", "done"),
    "get": ("got", "got"),
    "have": ("had", "had"),
    "sink": ("sank", "sunk"),
    "stab": ("stabbed", "stabbed"),
    "bar": ("barred", "barred"),
    "ban": ("banned", "banned"),
    "rebuff": ("rebuffed", "rebuffed"),
    "spy": ("spied", "spied"),
    "host": ("hosted", "hosted"),
    "visit": ("visited", "visited"),
    "veto": ("vetoed", "vetoed"),
    "step": ("stepped", "stepped"),
    "free": ("freed", "freed"),
    "flee": ("fled", "fled"),
    "begin": ("began", "begun"),
    "feed": ("fed", "fed"),
    "tear": ("tore", "torn"),
    "freeze": ("froze", "frozen"),
    "fly": ("flew", "flown"),
    "sweep": ("swept", "swept"),
}
_DOUBLING = frozenset(
    (
        "ban bar stab step stop rob trap drop plan slam rip gag kidnap admit commit permit expel "
        "compel rebel repel defer refer transfer confer regret scrap snub jab chat shun skip beg swap "
        "slap wrap quit blog ram tap "
        "equip"
    ).split()
)
_VOWELS = "aeiou"


def english_forms(lemma: str, past: str | None = None) -> Iterator[tuple[str, Voice]]:
    """Inflected forms of ``lemma``'s first word, the rest kept: "call for" gives "called for" ..."""
    head, _, tail = lemma.partition(" ")
    tail = f" {tail}" if tail else ""
    yield head + tail, Voice.BASE
    yield _third_person(head) + tail, Voice.ACTIVE
    yield _gerund(head) + tail, Voice.GERUND
    simple, participle = _past_forms(head, past)
    if simple == participle:
        yield simple + tail, Voice.EITHER
    else:
        yield simple + tail, Voice.ACTIVE
        yield participle + tail, Voice.EITHER


def _past_forms(head: str, noted: str | None) -> tuple[str, str]:
    """Past tense and participle; ``noted`` is "shot" or "withdrew,withdrawn"."""
    if noted:
        simple, _, participle = noted.partition(",")
        return simple, participle or simple
    return _IRREGULAR.get(head, (_past(head), _past(head)))


def english_plural(noun: str) -> str:
    """The plural of a noun phrase's last word."""
    return _third_person(noun)


def _third_person(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word in {"go", "veto", "do"} else "s")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return (word + word[-1] if word in _DOUBLING else word) + "ed"


def _gerund(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    doubles = word in _DOUBLING or word in {
        "hit",
        "cut",
        "set",
        "put",
        "shut",
        "let",
        "get",
        "run",
        "sit",
        "win",
    }
    return (word + word[-1] if doubles else word) + "ing"


def indonesian_forms(lemma: str, root: str | None = None, ter: bool = True) -> Iterator[tuple[str, Voice]]:
    """Active, passive (di-, ter- unless switched off) and bare-root forms; words after the first are kept."""
    head, _, tail = lemma.partition(" ")
    tail = f" {tail}" if tail else ""
    yield head + tail, Voice.ACTIVE
    for base in [root] if root else _roots(head):
        suffixed = base + _suffix(head, base)
        yield "di" + suffixed + tail, Voice.PASSIVE
        if ter and len(base) > 3 and not head.startswith("ber"):
            yield "ter" + base + tail, Voice.PASSIVE
        if len(base) > 3 and not tail:
            yield suffixed, Voice.BASE


def _suffix(head: str, root: str) -> str:
    for suffix in ("kan", "i"):
        if head.endswith(suffix) and not root.endswith(suffix):
            return suffix
    return ""


def _roots(head: str) -> list[str]:
    """The roots that a meN- form may hide, suffix kept; none for forms without meN-."""
    if head.startswith("memper") and len(head) > 8:
        return [head[3:]]
    if head.startswith("meny"):
        return ["s" + head[4:]]
    if head.startswith("meng"):
        rest = head[4:]
        return [rest, "k" + rest] if rest[:1] in _VOWELS else [rest]
    if head.startswith("mem"):
        rest = head[3:]
        return ["p" + rest] if rest[:1] in _VOWELS else [rest]
    if head.startswith("men"):
        rest = head[3:]
        return ["t" + rest] if rest[:1] in _VOWELS else [rest]
    if head.startswith("me") and head[2:3] in set("lmnrwy"):
        return [head[2:]]
    return []
