"""What a quantity counts: by its noun, by the verb beside it, by the words of a toll."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kawat.language.listed import listed
from kawat.language.quantities.nouns import Phrase
from kawat.language.quantities.tokens import Line
from kawat.records import Counted

SHARED = 6
"""Words between a verb and the second of its objects: "killed the mayor of the town and two others"."""
REACH = 10
"""Tokens looked at for a verb after the noun, and for "death toll" before the number."""

_ASIDE = listed(
    """including among mostly most many some all each termasuk sebagian di antaranya terutama kebanyakan umumnya
    semuanya semua"""
)
_EN_ACTIVE = re.compile(r"[a-z]{3,}ed\Z")
_EN_FINITE = listed("said says told went took saw met held left has had who that")
_NEW_CLAUSE = listed(
    """when while after as to before since because until if but for although sejak ketika saat setelah usai
    karena untuk agar sebelum hingga sampai sementara namun tetapi tapi bahwa jika guna demi sedangkan kalau"""
)
_ID_ACTIVE = re.compile(r"(?:me|ber|di|ter)[a-z]{3,}\Z")
_SETTLED = frozenset({Counted.KILLED, Counted.INJURED, Counted.WEAPONS, Counted.MONEY})
_ALSO_PEOPLE = frozenset({Counted.ARRESTED, Counted.DISPLACED})
_NEGATIONS = frozenset({"not", "never", "nor", "tidak", "tak", "belum", "bukan"})
_AND = frozenset({"and", "dan", "serta"})
_PLACED = listed("in on at near outside inside during from by after before di pada dalam dekat saat ketika")
_AWAY = frozenset({"from", "to", "out"})
_PERSONS = re.compile(r"(?:ists|icians|[^io]men)\Z")
_OBJECT = listed("a an the his her their its our him them at-least more some dozens hundreds thousands")


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted, and from which side it was told: "before", "after", "noun" or "none"."""

    what: Counted
    told_by: str


def kind_of(line: Line, first: int, last: int, phrase: Phrase | None) -> Kind | None:
    """The kind of the quantity at tokens ``first`` to before ``last``; None where nothing tells it."""
    if phrase is not None and phrase.said is not None:
        return Kind(phrase.said, "noun")
    if phrase is not None and phrase.what in _SETTLED:
        return Kind(phrase.what, "noun")
    if phrase is not None and phrase.head in line.words.measures:
        return Kind(Counted.OTHER, "noun")
    if phrase is not None and phrase.head == "lives":
        took = line.low(first - 1) in {"claimed", "claiming", "took", "taking", "cost", "costing"}
        return Kind(Counted.KILLED if took else Counted.OTHER, "before")
    if phrase is None or phrase.what is not Counted.OTHER:
        told = _by_verb(line, first, last)
        if told is not None:
            return told
    if phrase is None:
        return None
    what = phrase.what or _by_looks(line, phrase)
    return Kind(what, "noun" if what in _ALSO_PEOPLE else "none") if what else None


def _by_verb(line: Line, first: int, last: int) -> Kind | None:
    before = _verb_before(line, first) or _driven_out(line, first, last)
    if before is not None:
        return Kind(before, "before")
    after = _verb_after(line, last)
    if after is not None:
        return Kind(after, "after")
    shared = _verb_shared(line, first, last)
    if shared is not None:
        return Kind(shared, "before")
    toll = _toll(line, first)
    return Kind(toll, "noun") if toll is not None else None


def _by_looks(line: Line, phrase: Phrase) -> Counted | None:
    """People by the look of the word: loyalists, clansmen, Ugandans; None for a bare name that may be anything."""
    if not line.words.link:
        return Counted.OTHER
    word = line.at(phrase.last - 1).text
    if word[0].isupper() and word.endswith(("ans", "is", "ese", "ish")):
        return Counted.PEOPLE
    if line.at(phrase.first).capital and not word.endswith("s"):
        return None
    return Counted.PEOPLE if _PERSONS.search(word) else Counted.OTHER


def _verb_before(line: Line, first: int) -> Counted | None:
    """killing 12 people, menewaskan 12 orang, the arrest of 20 men."""
    at = first - 1
    for _ in range(2):
        if line.low(at) in {"the", "a", "as", "all", "total", "sebanyak", "another"}:
            at -= 1
    words = line.words
    if words.link and line.low(at) == words.link:
        return words.nouns_before.get(line.low(at - 1))
    pair = words.verbs_before.get(f"{line.low(at - 1)} {line.low(at)}")  # "menembak mati"
    if pair is not None:
        return pair
    if line.low(at) in words.verbs_before:
        passive = line.low(at - 1) in {"were", "was", "been", "are", "is"}
        return None if passive else words.verbs_before[line.low(at)]
    return None if words.link else words.nouns_before.get(line.low(at))


def _verb_shared(line: Line, first: int, last: int) -> Counted | None:
    """killed him and two others; menewaskan komandannya dan empat prajurit."""
    if line.low(first - 1) not in _AND or not _ends_clause(line, last):
        return None
    for at in range(first - 2, max(-1, first - 2 - SHARED), -1):
        if line.low(at) in line.words.verbs_before:
            passive = line.low(at - 1) in {"were", "was", "been", "are", "is"}
            return None if passive or at == first - 2 else line.words.verbs_before[line.low(at)]
        if line.at(at).kind not in {"word", "acronym"} or line.low(at) in _PLACED or line.low(at) in _NEW_CLAUSE:
            return None
    return None


def _ends_clause(line: Line, last: int) -> bool:
    return line.at(last).kind in {"mark", "none"} or line.low(last) in _PLACED


def _driven_out(line: Line, first: int, last: int) -> Counted | None:
    """forced 2.5 million people from their homes."""
    drove = line.low(first - 1) in {"forced", "forcing", "drove", "driving", "driven", "sent"}
    return Counted.DISPLACED if drove and _away_from_home(line, last) else None


def _away_from_home(line: Line, at: int) -> bool:
    return line.low(at) in _AWAY and line.low(at + 1) in {"their", "homes", "flee", "of", "leave", "villages"}


def _verb_after(line: Line, last: int) -> Counted | None:
    """12 people (were) killed, 12 orang (dilaporkan) tewas."""
    at, end = last, last + REACH
    while at < end:
        token, low = line.at(at), line.low(at)
        if (low == "," and line.low(at + 1) in _ASIDE) or low in {"including", "termasuk"}:
            at, end = _past_aside(line, at), end + 4
            continue
        if low in _NEGATIONS:
            return None
        if low == "forced":
            return Counted.DISPLACED if _away_from_home(line, at + 1) else None
        if low in line.words.participles and line.low(at - 1) != "musim":  # "musim gugur" is autumn
            return line.words.participles[low] if _is_said_of(line, at, last) else None
        if low == "," and _lists_names(line, at):
            at += 1
            continue
        if token.kind in {"number", "none", "sign"} or (token.kind == "mark" and low not in {"-", '"', "(", ")"}):
            return None
        if low in line.words.vague or low in line.words.units or _blocks(line, low):
            return None
        at += 1
    return None


def _lists_names(line: Line, at: int) -> bool:
    """ "12 people from Malta, China and Peru were arrested": a comma between names, the last one behind "and"."""
    names = line.at(at - 1).capital and line.at(at + 1).capital
    return names and any(line.low(index) in _AND for index in range(at + 2, at + 5))


def _past_aside(line: Line, at: int) -> int:
    """The token after the comma that closes ", including 3 children,"."""
    for index in range(at + 1, at + 9):
        if line.low(index) == ",":
            return index + 1
        if line.ends_sentence(index):
            return index
    return at + 9


def _blocks(line: Line, low: str) -> bool:
    """Whether another verb takes the place: what is killed further on is then somebody else."""
    if low in line.words.auxiliaries:
        return False
    if low in _NEW_CLAUSE:
        return bool(line.words.link) or low != "as"  # "warga AS": the state
    if line.words.link:
        return low in _EN_FINITE - {"who", "that"} or _EN_ACTIVE.match(low) is not None
    return _ID_ACTIVE.match(low) is not None and low not in line.words.nouns


def _is_said_of(line: Line, at: int, last: int) -> bool:
    """Whether the participle at ``at`` says what happened to the counted, not what they did to others."""
    words, low = line.words, line.low(at)
    if low in words.happened:
        return True
    back = at - 1
    while line.low(back) in words.auxiliaries and back >= last:
        if line.low(back) in {"were", "was", "been", "are", "is", "being", "be", "left"}:
            return True
        back -= 1
    if back >= last:
        return False  # something stands between: "people at a vigil for killed students"
    follows = line.at(at + 1)
    has_object = follows.kind in {"number", "sign"} or follows.lower in _OBJECT | words.units.keys()
    return not has_object and not (follows.capital and follows.lower not in words.months | words.stop)


def _toll(line: Line, first: int) -> Counted | None:
    """The death toll rose to 45; korban tewas mencapai 45 orang."""
    stretch: list[str] = []
    for index in range(first - 1, max(-1, first - 1 - REACH), -1):
        if line.ends_sentence(index) or line.at(index).kind == "number":
            if line.low(index) != ":":
                break
            continue
        stretch.insert(0, line.low(index))
    said = " " + " ".join(stretch) + " "
    best = max(((said.rfind(f" {form} "), form) for form in line.words.toll_words), default=(-1, ""))
    if best[0] < 0:
        return None
    rest = said[best[0] + len(best[1]) + 1 :].split()
    return line.words.toll_words[best[1]] if all(word in _TOLL_LINKS for word in rest) else None


_TOLL_LINKS = listed(
    """yang from the in has had have risen rose rises rising climbed to at of stood stands stand
    reached reaches now is was increased jumped passed about and least more than gaza blast attack
    attacks quake war earthquake flood bombing mencapai menjadi sebanyak naik bertambah kini telah
    sudah ada total jumlah akibat gempa serangan banjir ledakan adalah tercatat meningkat sekitar
    itu tersebut sementara hingga melampaui lebih dari sedikitnya"""
)
