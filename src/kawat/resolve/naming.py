"""The name within a wording: a person's without titles, offices, bodies, party and seat, a body's in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kawat.knowledge.entries import Entry, EntryKind, Form, NameMatch, Office, RoleWord
from kawat.knowledge.words import Word, split_words
from kawat.records import MentionKind, Span

SEAT = re.compile(r" \([RDI]-[A-Z][\w. -]{1,12}\)?|, [RDI]-[A-Z][\w.]{1,8}")
"""A member's party and state: "(R-Ohio)", ", D-N.Y."."""
_COURTESIES = frozenset(
    """mr mrs ms miss dr sir dame lord lady prof mx gen lt col sgt maj capt adm rep sen gov rev hon
    irjen komjen kombes akbp kompol iptu ipda aiptu aipda bripka briptu marsda marsdya laksda laksdya
    pak bu bapak ibu tuan nyonya kh ust ustaz hj haji""".split()
)
_TITLES = _COURTESIES | frozenset("secretary sheriff empress rival fellow actor actress".split())
CALLED = (
    r"(?:(?:yang )?bernama|berinisial|yang (?:dikenal|diidentifikasi) sebagai|named|called|labelled|nicknamed"
    r"|identified (?:only )?as|known (?:only |better )?as|calling (?:him|her)self) [\"“]?"
)
"""What stands before the name of who is told by a noun: "a man identified as [Rui Lima]", "pria bernama [Joko]"."""
LOOSE = frozenset("the a an this that its his her their our para sang si itu tersebut ini of and dan".split())
"""Words that add nothing to a name."""
_KIN = frozenset("abu ibn bin binti bint umm bani".split())
_SURNAME = re.compile(
    r"(?: [A-Z][^\W\d_]*[a-z][\w'’-]*)+"
)  # what ends a person's name, though it names a place too
_COLLECTIVE = re.compile(r"(?:pasukan|milisi|delegasi|kelompok|geng|gerakan|koalisi|kubu|oposisi|massa)\b")
_SERVING = frozenset({"for", "to", "of"})
_PART = re.compile(r"\b(?:of|on|in|for|at|from) ")
_TAIL = re.compile(r",? (?:in|at|from|that|which|di|dari|yang)\b|, ")
_KINSHIP = re.compile(r" (?:\w+ )?(?:father|mother|son|daughter|wife|husband|widow|brother|sister|niece|nephew)\b")
_QUOTES = re.compile("[\"'“”‘’]")
_OF = re.compile(r"\bof (?:the )?\Z")
_BODIES = frozenset({EntryKind.BODY, EntryKind.GROUP, EntryKind.OUTLET, EntryKind.SEAT, EntryKind.COUNTRY})

Roles = Sequence[tuple[Span, RoleWord]]


def name_in(text: str, head: Span, found: Sequence[NameMatch], roles: Roles) -> Span | None:
    """The name of the person that a wording stands for; None where it names none: "Presiden Guinea".

    ``head``: the name as its reader saw it, or all of it; ``found``, ``roles``: what is known by name in the
    wording, and the words in it that say what somebody is.
    """
    seat = SEAT.search(text)
    end = seat.start() if seat else len(text)
    if head.end > end > 0:
        head = Span(split_words(text[:end])[-1].start, end)
    if _SURNAME.fullmatch(text, head.end, end):
        head = Span(head.start, end)
    known = next((one.span for one in found if _ends_known(one, text, head)), None)
    return known or _bare(text, _whole(text, head, found, roles), found, roles)


def _ends_known(found: NameMatch, text: str, head: Span) -> bool:
    """Whether a name of two words or more that is known as a person's ends the head: "Rival [Hillary Clinton]"."""
    named = found.entries[0].kind is EntryKind.PERSON and found.span.end == head.end
    before = text[: found.span.start].split()
    return named and len(found.span.of(text).split()) > 1 and not (before and before[-1].lower() in _KIN)


def _whole(text: str, head: Span, found: Sequence[NameMatch], roles: Roles) -> Span:
    """The head with the capitalised words before it that are no title and name nothing else: "[Yoon] Suk Yeol".

    A head of two words takes none of a body: "Speaker of the House [Newt Gingrich]".
    """
    start = head.start
    others = _others(found, roles)
    for word in reversed([one for one in split_words(text) if one.end <= head.start]):
        gap = _QUOTES.sub("", text[word.end : start]).removeprefix("." if len(word.raw) == 1 else "-")
        plain = word.raw[:1].isupper() and not (word.raw.isupper() and len(word.raw) > 1)
        if gap not in {" ", ""} or not plain or _is_title(word, others):
            break
        start = word.start
    theirs = any(role.kind == "organisation" and text[span.end : start] == " " for span, role in roles)
    if len(head.of(text).split()) > 1 and (theirs or _OF.search(text[:start])):
        start = head.start
    return Span(start, max(head.end, start + 1))


def _bare(text: str, name: Span, found: Sequence[NameMatch], roles: Roles) -> Span | None:
    """A name without what says who its bearer is: "Fatah party leader [Abbas]"; None where nothing else is left.

    After a courtesy title every word names: "Mr [King]".
    """
    others = _others(found, roles)
    offices = [span.end for span, _ in roles if name.contains(span) and span.of(text).islower()]
    words = [one for one in split_words(text) if max([name.start, *offices]) <= one.start and one.end <= name.end]
    first = next((one for one in words if not _is_title(one, others)), None)
    if first is None and roles and not any(one.folded in _COURTESIES for one in split_words(text)):
        return None
    return Span((first or words[-1]).start if words else name.start, name.end)


def body_in(text: str, head: Span, found: Sequence[NameMatch], roles: Roles, language: str) -> Span:
    """The name of a body within its wording, from its first capital on: "the private [Geo news channel]".

    In Indonesian the name ends with its last capital. It is all of a wording that names no more than a state
    ("pengadilan Irak"), or a part of something ("an alliance of Sunni groups"). ``head``: what its reader saw.
    """
    begin, end = _part(text, head)
    words = [one for one in split_words(text) if begin <= one.start and one.end <= end]
    own = [one for one in _own_capitals(text, found, roles) if one in words]
    if not own or _PART.search(text[begin : own[0].start]):
        return Span(begin, end)
    if own == words[:1]:
        return head if head.start == begin else Span(begin, end)
    at = words.index(own[0])
    while at and _goes_on(text, words[at - 1], words[at]):
        at -= 1
    end = end if language == "en" else max(one.end for one in words if one.raw[:1].isupper())
    name = Span(words[at].start, end + (text[end : end + 1] == ")"))
    in_brackets = text[name.start - 1 : name.start] == "("  # "Kedutaan Besar RI (KBRI)"
    return Span(0, len(text)) if in_brackets or not name.overlaps(head) else name


def _part(text: str, head: Span) -> tuple[int, int]:
    """The part of a wording that has the head, between commas and before where it sits: "[the police] in Dili"."""
    begin = text.rfind(", ", 0, head.start) + 2 if ", " in text[: head.start] else 0
    tail = _TAIL.search(text, head.end)
    return begin, tail.start() if tail else len(text)


def _goes_on(text: str, word: Word, after: Word) -> bool:
    """Whether a word before a name belongs to it: "[3rd] Infantry Division", "[pro]-Taliban tribes"."""
    gap = text[word.end : after.start]
    return gap == "-" or (
        gap == " " and (word.raw[:1].isupper() or word.raw[:1].isdigit()) and word.folded not in LOOSE
    )


def is_plain(text: str, found: Sequence[NameMatch], roles: Roles, kind: MentionKind) -> bool:
    """Whether a wording names a state or its people and nothing else: "the US", "kaum Serbia"."""
    if kind is MentionKind.GROUP and any(_ends_people(one, text) for one in found):
        return True
    if _own_capitals(text, found, roles):
        return False
    rest = [
        one for one in split_words(text) if not any(span.start <= one.start < span.end for span in _states(found))
    ]
    return kind is MentionKind.GROUP or all(one.folded in LOOSE for one in rest)


def _ends_people(found: NameMatch, text: str) -> bool:
    return found.form is Form.PEOPLE and found.span.end == len(text)


def _own_capitals(text: str, found: Sequence[NameMatch], roles: Roles) -> list[Word]:
    """The words with a capital that are of no state; a noun or an article may have it as the first of a wording."""
    others = [*_states(found), *(span for span, _ in roles if span.start == 0)]
    return [
        one
        for one in split_words(text)
        if one.raw[:1].isupper()
        and not (one.start == 0 and one.folded in LOOSE)
        and not any(span.start <= one.start < span.end for span in others)
    ]


def _states(found: Sequence[NameMatch]) -> list[Span]:
    return [one.span for one in found if one.entries[0].kind is EntryKind.COUNTRY]


def is_owner(text: str, name: Span, roles: Roles, language: str, entry: Entry | None) -> bool:
    """Whether a wording names a person only to say whose something is: "pemerintah Perdana Menteri [Blair]".

    ``entry``: the person, where known: "penasihat Presiden [Roh]" is not the president, whose name it has.
    """
    before = [(span, role) for span, role in roles if span.end <= name.start]
    if language == "en":
        if text[name.end : name.end + 2] in {"'s", "’s"}:
            kin = _KINSHIP.match(text, name.end + 2) is not None
            theirs = (role for span, role in roles if span.start > name.end)
            return kin or any((role.kind, role.sector) != ("group", "CVL") for role in theirs)
        return _is_served(text, name, before)
    if before and (before[0][1].kind == "organisation" or _COLLECTIVE.match(before[0][1].form)):
        return not text[: before[0][0].start].strip()
    return len(before) > 1 and before[0][1].office is None and _holds(entry, before[-1][1])


def _is_served(text: str, name: Span, before: Roles) -> bool:
    """Whether a name has nothing but offices after "for", "to" or "of": "a spokesman for President [Abbas]"."""
    people = [span for span, role in before if role.kind == "person"]
    words = split_words(text[: name.start])
    while words and (words[-1].folded in _TITLES or any(one.contains(_span(words[-1])) for one in people)):
        words.pop()
    return bool(words) and words[-1].folded in _SERVING and any(one.end < words[-1].start for one in people)


def _span(word: Word) -> Span:
    return Span(word.start, word.end)


def _holds(entry: Entry | None, role: RoleWord) -> bool:
    ever = {term.office for term in entry.terms} if entry is not None else set()
    return role.office not in {None, Office.OTHER} and role.office in ever


def _is_title(word: Word, others: Sequence[Span]) -> bool:
    return word.folded in _TITLES or any(one.start < word.end and word.start < one.end for one in others)


def _others(found: Sequence[NameMatch], roles: Roles) -> list[Span]:
    """What is known in a wording and is no part of a person's name: offices, bodies, and the places of offices."""
    offices = [span for span, _ in roles]
    named = [one.span for one in found if one.entries[0].kind in _BODIES]
    places = [one.span for one in found if one.entries[0].kind is EntryKind.PLACE]
    return [*offices, *named, *(one for one in places if any(office.end <= one.start for office in offices))]
