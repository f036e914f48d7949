"""Pieces of mentions: known names, role nouns, unknown capitalised names, pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import EntryKind, Form, NameMatch, RoleWord
from kawat.reading.lexicon.tokens import Token, tokens_of
from kawat.reading.lexicon.words import WORDS, Words
from kawat.records import Sentence, Span

PARTICLES = frozenset(("bin binti al el de da di van von der den la le du dos y ibn abu el-").split())
TITLE_CASE_SHARE = 0.6
_PAIR = re.compile(
    r"\b(?:kedua (?:belah )?(?:pihak|pemimpin|negara|kepala negara|presiden|menteri|kubu|menlu)(?:nya)?"
    r"|keduanya|the two (?:sides|countries|leaders|nations|neighbours|neighbors|presidents|ministers|men)"
    r"|both (?:sides|countries|leaders|nations|presidents|ministers|governments))\b",
    re.IGNORECASE,
)


_SHORTENED = frozenset({EntryKind.PERSON, EntryKind.BODY})


class PieceKind(Enum):
    NAME = "name"
    ROLE = "role"
    CAPITALISED = "capitalised"
    PRONOUN = "pronoun"
    PAIR = "pair"  # "kedua pihak", "the two leaders"


@dataclass(frozen=True, slots=True)
class Piece:
    """The smallest stretch that names something; ``match`` or ``role`` says what is known of it."""

    span: Span
    kind: PieceKind
    match: NameMatch | None = None
    role: RoleWord | None = None

    @property
    def entry_kind(self) -> EntryKind | None:
        return self.match.entries[0].kind if self.match else None

    @property
    def is_person(self) -> bool:
        return self.entry_kind is EntryKind.PERSON

    @property
    def is_state(self) -> bool:
        return self.entry_kind is EntryKind.COUNTRY

    @property
    def country(self) -> str | None:
        return self.match.entries[0].country if self.match else None


@dataclass(frozen=True, slots=True)
class Names:
    """Capitalised words of an article: those seen inside a sentence, and all words seen in lower case."""

    inside: frozenset[str]
    lower: frozenset[str]


def names_of(text: str, sentences: Sequence[Sentence]) -> Names:
    """What the article's own spelling tells about which words are names."""
    inside: set[str] = set()
    lower: set[str] = set()
    for sentence in sentences:
        tokens = tokens_of(text, sentence.span)
        title_case = is_title_case(tokens)
        for token, before in zip(tokens[1:], tokens, strict=False):
            if not token.is_word:
                continue
            if not token.is_capitalised:
                lower.add(token.text)
            elif not title_case and (before.is_word or before.text == ","):
                inside.add(token.text)
    return Names(frozenset(inside), frozenset(lower))


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether a line is set in Title Case or CAPITALS, so that a capital proves nothing."""
    if not tokens or tokens[-1].text in {".", "!", "?"}:
        return False
    words = [token for token in tokens if token.is_word and len(token.text) > 3]
    return len(words) >= 2 and sum(t.is_capitalised for t in words) >= TITLE_CASE_SHARE * len(words)


def pieces_of(
    text: str, sentence: Sentence, tokens: Sequence[Token], language: str, knowledge: Knowledge, names: Names
) -> list[Piece]:
    """The pieces of one sentence, in order, not overlapping; known names win over roles and capitals."""
    words, wording, by = WORDS[language], sentence.span.of(text), sentence.span.start
    roles = [Piece(s.shifted(by), PieceKind.ROLE, role=r) for s, r in knowledge.find_roles(wording, language)]
    found = [NameMatch(m.span.shifted(by), m.form, m.entries) for m in knowledge.find(wording, language)]
    taken = [Piece(match.span, PieceKind.NAME, match) for match in found]
    taken = [p for p in taken if not _is_stranger(p, taken, roles, tokens, words)]
    _add(taken, (Piece(Span(*m.span()).shifted(by), PieceKind.PAIR) for m in _PAIR.finditer(wording)))
    _add(taken, iter(roles))
    _add(taken, _capitalised(tokens, words, names, taken))
    _add(
        taken,
        (Piece(t.span, PieceKind.PRONOUN) for t in tokens if t.lower in words.pronouns and t.text != "US"),
    )
    return sorted(taken, key=lambda piece: piece.span)


def _add(taken: list[Piece], more: Iterator[Piece]) -> None:
    for piece in list(more):
        clash = [other for other in taken if other.span.overlaps(piece.span)]
        if not clash:
            taken.append(piece)


def _is_stranger(
    piece: Piece, names: Sequence[Piece], roles: Sequence[Piece], tokens: Sequence[Token], words: Words
) -> bool:
    """Whether a known name is only the tail of an unknown one: "Ivanka Trump", "National Security Council"."""
    match = piece.match
    assert match is not None
    at = next((i for i, token in enumerate(tokens) if token.span.start == match.span.start), 0)
    alias = match.form is Form.ALIAS and match.entries[0].kind in _SHORTENED
    if at == 0 or not alias or not tokens[at].is_capitalised:
        return False
    before = tokens[at - 1]
    if not before.is_word or not before.is_capitalised or before.text.isupper():
        return False
    if before.lower in words.openers | words.person_titles:
        return False
    if any(other.span.contains(before.span) for other in [*names, *roles]):
        return False
    return not any(before.lower in entry.name_en.lower() for entry in match.entries)


def _capitalised(tokens: Sequence[Token], words: Words, names: Names, taken: Sequence[Piece]) -> Iterator[Piece]:
    """Runs of capitalised words that nothing else explains."""
    title_case, run = is_title_case(tokens), list[Token]()
    for index, token in enumerate(tokens):
        free = not any(piece.span.overlaps(token.span) for piece in taken)
        if free and (_may_name(token, index, tokens, words, names, title_case) or _goes_on(run, tokens, index)):
            run.append(token)
        else:
            yield from _run(run)
            run = []
    yield from _run(run)


def _goes_on(run: Sequence[Token], tokens: Sequence[Token], index: int) -> bool:
    """Whether a token goes on a name: a particle ("bin", "de") or a part across a hyphen ("Do-yun")."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if not run:
        return False
    if token.lower in PARTICLES:
        return following is not None and following.is_capitalised
    if run[-1].span.end != token.span.start:
        return False
    if token.text == "-":
        return following is not None and following.is_word and following.span.start == token.span.end
    return run[-1].text == "-" and token.is_word


def _run(run: Sequence[Token]) -> Iterator[Piece]:
    while run and not run[-1].is_capitalised and not (len(run) > 1 and run[-2].text == "-"):
        run = run[:-1]
    if run and (len(run) > 1 or len(run[0].text) > 2):
        yield Piece(Span(run[0].span.start, run[-1].span.end), PieceKind.CAPITALISED)


def _may_name(
    token: Token, index: int, tokens: Sequence[Token], words: Words, names: Names, title_case: bool
) -> bool:
    if (
        not token.is_word
        or not token.is_capitalised
        or token.lower in words.openers | words.pronouns | words.person_titles
    ):
        return False
    if title_case:
        return token.text in names.inside and token.lower not in names.lower
    starts = index == 0 or not (tokens[index - 1].is_word or tokens[index - 1].text in {",", "-", "&"})
    if not starts:
        return True
    follows = index + 1 < len(tokens) and tokens[index + 1].is_capitalised and tokens[index + 1].is_word
    return token.text in names.inside or (follows and token.lower not in names.lower)
