"""A sentence as the rules see it: tokens, mentions with what governs them, coordinated groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.reading.lexicon.tokens import Token
from kawat.reading.lexicon.words import Words
from kawat.records import Mention, MentionKind, Sentence

_VERBAL = ("me", "di", "ber", "ter", "kata", "ujar", "sebut", "ungkap", "jelas", "tutur")  # Indonesian verbs
_BOUNDS = frozenset(
    {("up", "to"), ("lebih", "dari"), ("kurang", "dari"), ("at", "least"), ("at", "most")}
)  # of figures, they govern nothing
_ANYBODY = frozenset({"people", "person", "persons", "orang"})
_QUOTES = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention that may take part: tokens ``first``..``last``; ``governor`` the preposition before it.

    ``group`` numbers coordinated mentions alike ("AS dan Israel"); ``owner`` is True for possessives and
    adjectives ("Iran's", "Russian") that stand before a noun which is no mention.
    """

    mention: Mention
    first: int
    last: int
    governor: str | None
    group: int
    owner: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    sentence: Sentence
    language: str
    words: Words
    tokens: tuple[Token, ...]
    arguments: tuple[Argument, ...]
    mentions: tuple[Mention, ...]
    inside_quotes: tuple[bool, ...]

    def group_of(self, argument: Argument) -> tuple[Argument, ...]:
        return tuple(other for other in self.arguments if other.group == argument.group)

    def lower(self, index: int) -> str:
        """The word at ``index``, empty outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def between(self, first: int, last: int) -> tuple[str, ...]:
        """Lower-case words strictly between two tokens."""
        return tuple(token.lower for token in self.tokens[first + 1 : last])


def analyse(
    sentence: Sentence, tokens: Sequence[Token], mentions: Sequence[Mention], words: Words, language: str
) -> Analysis:
    """Put mentions and tokens of a sentence together. Time and quantity mentions are no arguments."""
    placed: list[Argument] = []
    for mention in mentions:
        if mention.kind in {MentionKind.TIME, MentionKind.QUANTITY}:
            continue
        first, last = _range(tokens, mention)
        if first > last or _modifies(tokens, first, last, mention, words, language):
            continue
        linked = placed[-1] if placed and _coordinated(tokens, placed[-1], first, words) else None
        governor = linked.governor if linked else _governor(tokens, first, last, words)
        group = linked.group if linked else len(placed)
        placed.append(Argument(mention, first, last, governor, group, _owns(tokens, last, mention, language)))
    return Analysis(
        sentence,
        language,
        words,
        tuple(tokens),
        tuple(_settled(placed, tokens, words)),
        tuple(mentions),
        _quoted(tokens),
    )


def _range(tokens: Sequence[Token], mention: Mention) -> tuple[int, int]:
    inside = [i for i, token in enumerate(tokens) if token.span.overlaps(mention.span)]
    return (inside[0], inside[-1]) if inside else (0, -1)


def _modifies(
    tokens: Sequence[Token], first: int, last: int, mention: Mention, words: Words, language: str
) -> bool:
    """Whether a role word describes a thing ("military equipment") or stands for anybody ("four people")."""
    if mention.kind is MentionKind.ROLE and first == last and tokens[first].lower in _ANYBODY:
        return True
    if mention.kind is not MentionKind.ROLE or first != last or tokens[first].lower not in words.describing:
        return False
    if language == "en":
        return last + 1 < len(tokens) and tokens[last + 1].lower in words.things
    before = tokens[first - 1] if first else None
    if before is None or not before.is_word or before.is_capitalised:
        return False
    closed = words.prepositions | words.determiners | words.conjunctions | words.auxiliaries | words.adverbs
    return before.lower not in closed | words.subordinators and not before.lower.startswith(_VERBAL)


def _governor(tokens: Sequence[Token], first: int, last: int, words: Words) -> str | None:
    """The preposition that governs a mention, looking over determiners, numbers and adverbs."""
    for index in range(first - 1, max(first - 7, -1), -1):
        token = tokens[index]
        if token.lower in words.prepositions:
            if token.lower in words.subordinators and _opens_clause(tokens, last, words):
                return None
            before = tokens[index - 1].lower if index else ""
            if (before, token.lower) in _BOUNDS or (token.lower, tokens[index + 1].lower) in _BOUNDS:
                continue
            if token.lower == "of" and before in words.determiners:
                continue
            return None if token.lower == "of" and before in words.group_nouns else token.lower
        if token.lower not in words.determiners and not token.text[0].isdigit():
            return None
    return None


def _opens_clause(tokens: Sequence[Token], last: int, words: Words) -> bool:
    """Whether "after X ..." opens a clause of which X is the subject: a word that may be a verb comes next."""
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or not following.is_word or following.is_capitalised:
        return False
    return following.lower not in words.prepositions | words.conjunctions | words.determiners


def _coordinated(tokens: Sequence[Token], before: Argument, first: int, words: Words) -> bool:
    gap = [token.lower for token in tokens[before.last + 1 : first]]
    rest = [w for w in gap if w not in words.conjunctions | words.determiners and w not in {",", "-", "–", "'s"}]
    if rest or not gap or len(gap) > 4:
        return False
    return bool(set(gap) & words.conjunctions) or gap in ([","], ["-"], ["–"])


def _settled(placed: list[Argument], tokens: Sequence[Token], words: Words) -> list[Argument]:
    """Undo groups that only commas made: "Kim, Trump said" is no list; "A, B dan C" is."""
    out: list[Argument] = []
    for argument in placed:
        members = [other for other in placed if other.group == argument.group]
        span = tokens[members[0].last + 1 : members[-1].first]
        linked = any(t.lower in words.conjunctions or t.text in {"-", "–"} for t in span)
        if len(members) == 1 or linked:
            out.append(argument)
            continue
        own = argument.group * 1000 + argument.first + 1_000_000
        governor = argument.governor if argument is members[0] else None
        out.append(Argument(argument.mention, argument.first, argument.last, governor, own, argument.owner))
    return out


def _owns(tokens: Sequence[Token], last: int, mention: Mention, language: str) -> bool:
    """Whether an English mention only qualifies a following noun: "Iran's missiles", "Russian artillery"."""
    if language != "en" or mention.kind is MentionKind.PRONOUN:
        return False
    return last + 1 < len(tokens) and tokens[last + 1].lower in {"'s", "'"}


def _quoted(tokens: Sequence[Token]) -> tuple[bool, ...]:
    inside, out = False, []
    for token in tokens:
        if token.text in _QUOTES:
            inside = not inside if token.text == '"' else token.text in "“«"
        out.append(inside)
    return tuple(out)
