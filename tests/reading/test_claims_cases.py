"""The case tables claims_en.txt and claims_id.txt, and the share of them that comes out right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from kawat.reading.lexicon.claims import find_claims
from kawat.records import ClaimSpans, Mention, MentionKind, ParagraphKind, Sentence, Span

HERE = Path(__file__).parent
FLOOR = {"en": 0.98, "id": 0.98}
KINDS = {
    "p": MentionKind.PERSON,
    "s": MentionKind.STATE,
    "g": MentionKind.GROUP,
    "n": MentionKind.ROLE,
    "r": MentionKind.PRONOUN,
    "o": MentionKind.ORGANISATION,
    "l": MentionKind.PLACE,
    "t": MentionKind.TIME,
}
_MARK = re.compile(r"\[(?:([psgnrolt]):)?([^\[\]]+)\]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’'»]?(?=\s+[\"“«‘'A-Z])")


@dataclass(frozen=True)
class Case:
    line: int
    language: str
    text: str
    mentions: tuple[Mention, ...]
    sentences: tuple[Sentence, ...]
    expected: frozenset[str]


def marked(source: str) -> tuple[str, tuple[Mention, ...]]:
    """The text without its brackets, and the mentions that they named."""
    out: list[str] = []
    mentions: list[Mention] = []
    at = length = 0
    for match in _MARK.finditer(source):
        out += [source[at : match.start()], match.group(2)]
        start = length + match.start() - at
        length = start + len(match.group(2))
        at = match.end()
        letter = match.group(1)
        kind = KINDS[letter] if letter else MentionKind.ORGANISATION
        entity = f"outlet:{match.group(2).lower()}" if letter == "o" else None
        mentions.append(Mention(Span(start, length), kind, entity=entity))
    return "".join([*out, source[at:]]), tuple(mentions)


def split(text: str, kind: ParagraphKind = ParagraphKind.BODY) -> tuple[Sentence, ...]:
    """A plain sentence splitter for our own cases; newlines part paragraphs."""
    out: list[Sentence] = []
    start = 0
    for paragraph, part in enumerate(text.split("\n")):
        at = 0
        ends = [match.end() for match in _SENTENCE_END.finditer(part)] + [len(part)]
        for end in ends:
            piece = part[at:end]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                out.append(Sentence(Span(start + at + lead, start + end), kind, paragraph))
            at = end
        start += len(part) + 1
    return tuple(out)


def shown(claim: ClaimSpans, text: str) -> str:
    chain = " > ".join(voice.speaker.span.of(text) for voice in claim.voices)
    return f"{chain} | {'q' if claim.quoted else 'p'} | {claim.content.of(text)}"


def read_cases(language: str) -> list[Case]:
    out: list[Case] = []
    lines = (HERE / f"claims_{language}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        title = line.startswith("T> ")
        if not title and not line.startswith("> "):
            continue
        text, mentions = marked(line.split("> ", 1)[1].replace(" / ", "\n"))
        kind = ParagraphKind.TITLE if title else ParagraphKind.BODY
        expected = []
        for below in lines[number:]:
            if not below.strip() or below.startswith(("> ", "T> ")):
                break
            if below != "none":
                expected.append(below)
        out.append(Case(number, language, text, mentions, split(text, kind), frozenset(expected)))
    return out


def found_in(case: Case) -> frozenset[str]:
    claims = find_claims(case.text, case.sentences, case.mentions, case.language)
    return frozenset(shown(claim, case.text) for claim in claims)


@pytest.mark.parametrize("language", ["en", "id"])
def test_share_of_cases_right(language: str) -> None:
    cases = read_cases(language)
    wrong = [
        f"line {case.line}: {case.text}\n   want {sorted(case.expected)}\n   got  {sorted(got)}"
        for case in cases
        if (got := found_in(case)) != case.expected
    ]
    assert len(cases) >= 120
    share = 1 - len(wrong) / len(cases)
    assert share >= FLOOR[language], f"{share:.3f} of {len(cases)} right\n" + "\n".join(wrong)


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_case_names_its_claims(language: str) -> None:
    """A case without "none" and without a claim would pass for the wrong reason."""
    lines = (HERE / f"claims_{language}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.startswith(("> ", "T> ")):
            below = lines[number + 1]
            assert below == "none" or below.count(" | ") == 2, f"line {number + 1}"
