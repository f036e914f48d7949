"""The same passage about others: countries, capitals and persons swapped for others, with every span moved along.

What is told of Chad is told the same way of Peru. Texts so swapped teach a reader to go by the words that tell, not
by who usually does what; they are made anew from the passages in each training and are not part of the corpus.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from kawat.knowledge import load_knowledge
from kawat.knowledge.build import COUNTRY_COLUMNS
from kawat.knowledge.entries import EntryKind, Form
from kawat.knowledge.tables import read_rows, split_language
from kawat.records import MentionKind, Span
from training.corpus.tool import Passage

_AS_NAME = frozenset({Form.NAME, Form.ALIAS, Form.ABBREVIATION})
_VOWELS = "aeiouAEIOU"
SWAPPED = 0.8
"""The share of countries and persons of a passage that are swapped."""

Change = tuple[Span, str]
Forms = dict[Form, str]


def people_of(passages: Iterable[Passage]) -> Sequence[str]:
    """The full names of persons in the passages: they may stand in for one another."""
    found = {
        (mention.head or mention.span).of(passage.text)
        for passage in passages
        for mention in passage.mentions
        if mention.kind is MentionKind.PERSON and mention.head is not None
    }
    return sorted(one for one in found if " " in one)


def swapped(passage: Passage, people: Sequence[str], chance: random.Random) -> Passage:
    """The passage with most countries and persons swapped for others, each for the same one throughout."""
    persons = _person_changes(passage, people, chance)
    taken = [span for span, _ in persons]
    states = [one for one in _state_changes(passage, chance) if not any(one[0].overlaps(span) for span in taken)]
    edges = set(_edges(passage))
    fit = [(span, new) for span, new in (*persons, *states) if not _cuts(span, edges)]
    return _changed(passage, sorted(fit, key=lambda one: one[0]))


def _person_changes(passage: Passage, people: Sequence[str], chance: random.Random) -> list[Change]:
    spans = [one.head or one.span for one in passage.mentions if one.kind is MentionKind.PERSON]
    names = sorted({span.of(passage.text) for span in spans}, key=lambda name: -len(name.split()))
    chosen: dict[str, str] = {}
    for name in names:
        words = name.split()
        fuller = next((one for one in chosen if len(one.split()) > 1 and words[-1] in one.split()), None)
        if len(words) == 1 and fuller is not None:
            at = fuller.split().index(name)
            parts = chosen[fuller].split()
            chosen[name] = parts[0] if at == 0 else parts[-1]
        elif chance.random() < SWAPPED and people:
            other = chance.choice(people)
            chosen[name] = other if len(words) > 1 else other.split()[-1]
        else:
            chosen[name] = name
    return [(span, chosen[span.of(passage.text)]) for span in spans]


def _state_changes(passage: Passage, chance: random.Random) -> list[Change]:
    forms = _forms(passage.language)
    stand_in: dict[str, str] = {}
    out: list[Change] = []
    for found in load_knowledge().find(passage.text, passage.language):
        state = next((entry for entry in found.entries if entry.kind is EntryKind.COUNTRY), None)
        if state is None or state.country not in forms:
            continue
        if state.country not in stand_in:
            stays = chance.random() >= SWAPPED
            stand_in[state.country] = state.country if stays else chance.choice(sorted(forms))
        other = stand_in[state.country]
        form = Form.NAME if found.form in _AS_NAME else found.form
        if other != state.country and form in forms[other]:
            out.append(_with_article(passage, found.span, forms[other][form]))
    return out


def _with_article(passage: Passage, span: Span, new: str) -> Change:
    """ "a Chadian", "an Iranian": the article goes with the word after it."""
    before = passage.text[: span.start]
    for article in ("a ", "an "):
        if passage.language == "en" and before.lower().endswith((f" {article}", f"\n{article}")):
            said = before[-len(article) :]
            right = "an " if new[0] in _VOWELS else "a "
            return Span(span.start - len(article), span.end), (right if said[0] == "a" else right.title()) + new
    return span, new


@cache
def _forms(language: str) -> dict[str, Forms]:
    """The forms of each state's name in a language, one each."""
    with resources.as_file(resources.files("kawat.knowledge") / "data" / "countries.tsv") as path:
        rows = read_rows(path, COUNTRY_COLUMNS)
    out: dict[str, Forms] = {}
    for row in rows:
        if row.text("un_member") != "y":
            continue
        capital = row.many(f"capital_{language}") or row.many("capital_en")
        told = {
            Form.NAME: [row.text(f"name_{language}")],
            Form.DEMONYM: row.many("adjectives"),
            Form.PEOPLE: row.many("people"),
            Form.CAPITAL: capital,
        }
        out[row.text("code")] = {
            form: plain
            for form, names in told.items()
            if (plain := next((n for n, of in map(split_language, names) if of in {None, language}), ""))
        }
    return out


def _edges(passage: Passage) -> Iterable[int]:
    for span in _spans(passage):
        yield from (span.start, span.end)


def _spans(passage: Passage) -> Iterable[Span]:
    yield from passage.titles
    for mention in passage.mentions:
        yield mention.span
        if mention.head:
            yield mention.head
    yield from (event.trigger for event in passage.events)
    for claim in passage.claims:
        yield claim.content
        if claim.cue:
            yield claim.cue


def _cuts(span: Span, edges: set[int]) -> bool:
    return any(at in edges for at in range(span.start + 1, span.end))


def _changed(passage: Passage, changes: Sequence[Change]) -> Passage:
    """The passage with pieces of its text replaced and every span moved; ``changes`` in order."""
    text, moved, last = "", [0] * (len(passage.text) + 1), 0
    for span, new in changes:
        if span.start < last:
            continue
        for at in range(last, span.start):
            moved[at] = len(text) + at - last
        text += passage.text[last : span.start]
        for at in range(span.start, span.end):
            moved[at] = len(text)
        text, last = text + new, span.end
    for at in range(last, len(passage.text) + 1):
        moved[at] = len(text) + at - last
    text += passage.text[last:]

    def to(span: Span) -> Span:
        return Span(moved[span.start], moved[span.end])

    return replace(
        passage,
        text=text,
        titles=tuple(to(one) for one in passage.titles),
        mentions=tuple(
            replace(one, span=to(one.span), head=to(one.head) if one.head else None) for one in passage.mentions
        ),
        events=tuple(replace(one, trigger=to(one.trigger)) for one in passage.events),
        claims=tuple(
            replace(one, content=to(one.content), cue=to(one.cue) if one.cue else None) for one in passage.claims
        ),
    )
