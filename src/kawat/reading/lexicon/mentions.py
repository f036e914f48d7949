"""Mentions: pieces put together into phrases ("Presiden Rusia Vladimir Putin", "South Korean officials")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kawat.knowledge.entries import EntryKind, Form
from kawat.language.backing import is_backing
from kawat.reading.lexicon.pieces import Piece, PieceKind
from kawat.reading.lexicon.words import WORDS, Words
from kawat.records import Mention, MentionKind, Span

_FILLERS = {
    "en": frozenset(
        (
            "deputy senior top acting former ground air naval special security defence defense state "
            "government military federal national local regional interim top-level high-ranking chief "
            "vice armed ruling main far-right left-wing right-wing elite border riot civil public foreign "
            "new young all-girl unnamed anonymous nuclear led backed based"
        ).split()
    ),
    "id": frozenset(
        (
            "senior tinggi elite khusus darat udara laut negara baru muda utama federal sementara resmi "
            "lokal setempat bersenjata gabungan keamanan pertahanan luar negeri dalam tertinggi umum "
            "sipil"
        ).split()
    ),
}
_ENTITY_KINDS = {
    EntryKind.COUNTRY: MentionKind.STATE,
    EntryKind.PERSON: MentionKind.PERSON,
    EntryKind.BODY: MentionKind.ORGANISATION,
    EntryKind.GROUP: MentionKind.GROUP,
    EntryKind.OUTLET: MentionKind.ORGANISATION,
    EntryKind.SEAT: MentionKind.ORGANISATION,
    EntryKind.PLACE: MentionKind.PLACE,
}
_EXPERTS = frozenset({"expert", "experts", "analyst", "analysts"})
_POSTED = re.compile(
    r"ambassador|envoy|emissar|represent|advis|delegat|consul|charg|aide|diplomat|attach|special|rapporteur|minister"
    r"|duta|dubes|utusan|wakil|pelapor|kuasa usaha|konsul|penasihat|atase|koordinator|delegasi|pejabat|menteri"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Phrase:
    pieces: tuple[Piece, ...]
    span: Span
    foreign: frozenset[Span] = frozenset()  # countries an ambassador is sent to, a scholar studies: not his own

    @property
    def last(self) -> Piece:
        return self.pieces[-1]

    @property
    def roles(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind is PieceKind.ROLE]

    @property
    def named(self) -> Piece | None:
        """The proper name of a person in the phrase, known or not."""
        for piece in reversed(self.pieces):
            if piece.is_person or piece.kind is PieceKind.CAPITALISED:
                return piece
        return None


def mentions_of(text: str, pieces: Sequence[Piece], language: str) -> list[Mention]:
    """The mentions of one sentence, in order, not overlapping."""
    phrases: list[_Phrase] = []
    for piece in pieces:
        joined = _joined(phrases[-1], piece, text, language) if phrases else None
        if joined:
            phrases[-1] = joined
        else:
            phrases.append(_Phrase((piece,), piece.span))
    return [_mention(phrase, text, language) for phrase in phrases]


def _joined(phrase: _Phrase, piece: Piece, text: str, language: str) -> _Phrase | None:
    gap = text[phrase.span.end : piece.span.start]
    bigger = _Phrase((*phrase.pieces, piece), Span(phrase.span.start, piece.span.end), phrase.foreign)
    if {piece.kind, phrase.last.kind} & {PieceKind.PRONOUN, PieceKind.PAIR}:
        return None
    if gap.strip() == "(" and piece.match and piece.match.form is Form.ABBREVIATION:
        closed = piece.span.end + (1 if text[piece.span.end : piece.span.end + 1] == ")" else 0)
        return replace(bigger, span=Span(phrase.span.start, closed))
    if language == "en":
        return _joined_en(phrase, piece, gap, bigger)
    return _joined_id(phrase, piece, gap, bigger)


def _joined_en(phrase: _Phrase, piece: Piece, gap: str, bigger: _Phrase) -> _Phrase | None:
    last = phrase.last
    owner = last.kind is PieceKind.NAME and not last.is_person
    if owner and piece.kind is PieceKind.ROLE and _is_filler(gap.removeprefix("'s").removeprefix("’s"), "en"):
        foreign = _is_studied(last, gap, piece) or is_backing(gap, 0, 0)
        return replace(bigger, foreign=phrase.foreign | {last.span}) if foreign else bigger
    if owner and gap in {" ", "'s ", "’s "} and phrase.roles and _is_human_name(piece):
        return bigger
    if last.is_person and piece.kind is PieceKind.ROLE and not _names_person(piece) and gap in {"'s ", "’s "}:
        return bigger
    if last.kind is PieceKind.ROLE:
        if _is_human_name(piece) and gap in {" ", ", ", " and spokesman "} and _names_person(last):
            return bigger
        if piece.kind is PieceKind.ROLE and _is_filler(gap, "en"):
            return bigger
        if (
            piece.kind is PieceKind.NAME
            and not piece.is_person
            and gap in {" of ", " of the ", " for ", " for the "}
        ):
            return bigger
        if gap == " in " and _is_local(last) and piece.country and not piece.is_person:
            return bigger
        if piece.is_state and gap in {" to ", " to the "} and _is_posted(last):
            return replace(bigger, foreign=phrase.foreign | {piece.span})
    return _apposition(phrase, piece, gap, bigger, {", the ", ", a ", ", an ", ", "})


def _joined_id(phrase: _Phrase, piece: Piece, gap: str, bigger: _Phrase) -> _Phrase | None:
    last = phrase.last
    if phrase.roles and last.kind is PieceKind.ROLE:
        if piece.kind is PieceKind.ROLE and _is_filler(gap, "id"):
            return bigger
        if piece.kind is PieceKind.NAME and _is_filler(gap, "id"):
            return bigger
        if _is_human_name(piece) and gap in {" ", ", "}:
            return bigger
        if gap == " di " and _is_local(last) and piece.country and not piece.is_person:
            return bigger
        if piece.is_state and gap == " untuk " and _is_posted(last):
            return replace(bigger, foreign=phrase.foreign | {piece.span})
    owner = last.kind is PieceKind.NAME and not last.is_person
    if owner and phrase.roles and _is_human_name(piece) and gap.strip(" )") in {"", ","}:
        return bigger
    if owner and phrase.roles and piece.is_state and gap == " untuk ":
        return replace(bigger, foreign=phrase.foreign | {piece.span})
    return _apposition(phrase, piece, gap, bigger, {", ", ", seorang "})


def _apposition(phrase: _Phrase, piece: Piece, gap: str, bigger: _Phrase, links: set[str]) -> _Phrase | None:
    """ "Jeff Rathke, a spokesman ...", "Kim Jong Un, pemimpin ...": the role describes the name before it."""
    lone_name = phrase.named is not None and not phrase.roles
    if lone_name and gap in links and piece.kind is PieceKind.ROLE and _names_person(piece):
        return bigger
    return None


def _is_studied(piece: Piece, gap: str, scholar: Piece) -> bool:
    """Whether a country is what somebody knows: a "China scholar" is no Chinese one, a "US expert" may be."""
    known = piece.match is not None and piece.match.form is Form.NAME
    return known and gap == " " and scholar.role is not None and scholar.role.form in _EXPERTS


def _is_posted(piece: Piece) -> bool:
    """Whether "to X" after a role tells where it is posted: the ambassador to Chad, but "sent doctors to Chad"."""
    return piece.role is not None and _POSTED.search(piece.role.form) is not None


def _is_local(piece: Piece) -> bool:
    """Whether "in X" after a role tells whose it is: police in Manila are Manila's, troops in Gaza need not be."""
    return piece.role is not None and piece.role.sector in {"COP", "JUD", "LEG"}


def _is_human_name(piece: Piece) -> bool:
    return piece.is_person or piece.kind is PieceKind.CAPITALISED


def _names_person(piece: Piece) -> bool:
    return piece.role is not None and piece.role.kind == "person"


def _is_filler(gap: str, language: str) -> bool:
    words = gap.split()
    return len(words) <= 3 and gap[:1].isspace() and all(word.lower() in _FILLERS[language] for word in words)


def _mention(phrase: _Phrase, text: str, language: str) -> Mention:
    named, words = phrase.named, WORDS[language]
    country = _country(phrase)
    if named is not None and _belongs(phrase, named, language):
        country, named = country or named.country, None
    if named is not None and (named.is_person or phrase.roles or len(phrase.pieces) == 1):
        return _named(phrase, named, country, text, words)
    if phrase.roles:
        head = phrase.roles[0] if language == "id" else phrase.roles[-1]
        role = head.role
        return Mention(phrase.span, MentionKind.ROLE, head.span, country, role.sector if role else None)
    known = next((piece for piece in phrase.pieces if piece.match), None)
    if known is not None:
        return _known(phrase, known)
    pair = phrase.pieces[0].kind is PieceKind.PAIR
    return Mention(phrase.span, MentionKind.PRONOUN, sector_hint="GOV" if pair else None)


def _belongs(phrase: _Phrase, named: Piece, language: str) -> bool:
    """Whether the person named only owns what the phrase stands for: "Assad's forces", "pasukan Assad"."""
    roles = phrase.roles
    if not roles or not named.is_person:
        return False
    head = roles[0] if language == "id" else roles[-1]
    owner_first = named.span < head.span
    return not _names_person(head) and (owner_first if language == "en" else not owner_first)


def _known(phrase: _Phrase, piece: Piece) -> Mention:
    assert piece.match is not None  # the caller asks only for known names
    entry = piece.match.entries[0]
    kind = _ENTITY_KINDS[entry.kind]
    if piece.match.form is Form.PEOPLE:
        kind = MentionKind.GROUP
    if piece.match.form is Form.CAPITAL:  # place or state: what governs it tells
        kind = MentionKind.STATE
    return Mention(phrase.span, kind, piece.span, entry.country, entry.sector, entry.id)


def _named(phrase: _Phrase, named: Piece, country: str | None, text: str, words: Words) -> Mention:
    entry = named.match.entries[0] if named.match else None
    sector = next((p.role.sector for p in phrase.roles if p.role), entry.sector if entry else None)
    wording = {word.lower() for word in _WORD.findall(named.span.of(text))}
    organisation = entry is None and not phrase.roles and bool(wording & words.organisation_words)
    kind = MentionKind.ORGANISATION if organisation else MentionKind.PERSON
    return Mention(
        phrase.span,
        kind,
        named.span,
        country or (entry.country if entry else None),
        sector,
        entry.id if entry else None,
    )


def _country(phrase: _Phrase) -> str | None:
    """The country that the words of the phrase tell, the first of its own."""
    for piece in phrase.pieces:
        if piece.kind is PieceKind.NAME and not piece.is_person and piece.span not in phrase.foreign:
            return piece.country
    return None
