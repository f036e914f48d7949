"""Trigger dictionaries: words that tell an event, and how their arguments attach."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from kawat.errors import KnowledgeError
from kawat.reading.lexicon.inflect import Voice, english_forms, english_plural, indonesian_forms
from kawat.reading.lexicon.tokens import Token, tokens_of
from kawat.records import Span

GAP, GAP_WORDS = "*", 4


@dataclass(frozen=True, slots=True)
class Frame:
    """Which markers introduce the recipient.

    ``recipient`` direct markers ("obj", "to", "terhadap"), ``partner`` those of a symmetric partner, and
    ``source`` those after which the actor stands while the subject receives.
    """

    recipient: frozenset[str]
    partner: frozenset[str]
    source: frozenset[str]


class Needs(StrEnum):
    """What a trigger needs beside its words.

    ``SPEECH``: it stands inside somebody's words, who then acts, on the subject of the clause ("the government
    must act", "the move is unacceptable"). ``INTENT``: an announcement ("will") of a public actor or a speaker.
    """

    NOTHING = ""
    SPEECH = "speech"
    INTENT = "intent"


@dataclass(frozen=True, slots=True)
class Trigger:
    type: str
    mode: str | None
    pos: str
    lemma: str
    frame: Frame
    strong: bool
    pair: bool = False  # so common a word that both sides must be public actors ("give", "memberi")
    needs: Needs = Needs.NOTHING


@dataclass(frozen=True, slots=True)
class TriggerHit:
    """A trigger found at tokens ``first`` to ``last`` (inclusive) of a sentence."""

    trigger: Trigger
    voice: Voice
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    voice: Voice
    trigger: Trigger


Index = dict[str, tuple[_Form, ...]]


@cache
def trigger_index(language: str) -> Index:
    """Forms by their first word, longest first.

    Raises:
        KnowledgeError: a row of the dictionary is broken.
    """
    index: dict[str, list[_Form]] = {}
    for trigger, note in _rows(language):
        for form, voice in _forms(trigger, language, note):
            words = tuple(token.lower for token in tokens_of(form, Span(0, len(form))))
            index.setdefault(words[0], []).append(_Form(words, voice, trigger))
    return {word: tuple(sorted(forms, key=_longest_first)) for word, forms in index.items()}


def _longest_first(form: _Form) -> tuple[int, int]:
    return -len(form.words), form.trigger.pos != "verb"


def find_triggers(tokens: Sequence[Token], language: str) -> list[TriggerHit]:
    """Every place where a trigger may stand, longest form first at each place; readings may overlap.

    All readings of the longest form at a place are returned (verb and noun, several types): the caller
    settles which one holds.
    """
    index, hits, at = trigger_index(language), [], 0
    words = [token.lower for token in tokens]
    swallowed: set[int] = set()  # the far ends of parted phrases tell nothing of their own
    while at < len(words):
        found = list(_matches(index, words, at, language)) if at not in swallowed else []
        for form, last in found:
            near = at if GAP in form.words else last
            if GAP in form.words and last > at:
                swallowed.add(last)
            span = Span(tokens[at].span.start, tokens[near].span.end)
            hits.append(TriggerHit(form.trigger, form.voice, at, near, span))
        at += 1 if not found or GAP in found[0][0].words else len(found[0][0].words)
    return hits


def _matches(index: Index, words: Sequence[str], at: int, language: str) -> Iterator[tuple[_Form, int]]:
    length = 0
    for form in index.get(words[at], ()) or _bare(index, words[at], language):
        if length and len(form.words) < length:
            return
        last = _fits(form.words, words, at)
        if last is not None:
            length = len(form.words)
            yield form, last


def _fits(form: Sequence[str], words: Sequence[str], at: int) -> int | None:
    """The last token of a form that begins at ``at``; "expel * diplomats" leaves some words free."""
    if GAP not in form:
        return at + len(form) - 1 if tuple(words[at + 1 : at + len(form)]) == tuple(form[1:]) else None
    cut = form.index(GAP)
    if tuple(words[at : at + cut])[1:] != tuple(form[1:cut]):
        return None
    tail = tuple(form[cut + 1 :])
    for start in range(at + cut, at + cut + 1 + GAP_WORDS):
        if tuple(words[start : start + len(tail)]) == tail:
            return start + len(tail) - 1
        if words[start - 1 : start] in ([","], [";"], [":"]):
            return None
    return None


def _bare(index: Index, word: str, language: str) -> tuple[_Form, ...]:
    """Indonesian forms behind a clitic: "pertemuannya", "menyerangnya", "bertemulah"."""
    if language != "id":
        return ()
    for clitic in ("nya", "lah", "kah", "ku", "mu"):
        if word.endswith(clitic) and (forms := index.get(word[: -len(clitic)])):
            return tuple(form for form in forms if len(form.words) == 1)
    return ()


def _rows(language: str) -> Iterator[tuple[Trigger, str]]:
    folder = files("kawat.reading.lexicon") / "data"
    names = sorted(f.name for f in folder.iterdir() if f.name.startswith(f"triggers_{language}"))
    for name in names:
        text = (folder / name).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
            try:
                yield _trigger(row), row.get("note") or ""
            except (KeyError, ValueError, AttributeError) as error:
                raise KnowledgeError(f"{name}, row {number}: {error}. Mend the row: {row}") from error


def _trigger(row: dict[str, str]) -> Trigger:
    return Trigger(
        type=row["type"],
        mode=row["mode"] or None,
        pos=row["pos"],
        lemma=row["lemma"].strip().lower(),
        frame=_frame(row["frame"]),
        strong=row["strength"] == "strong",
        pair=row["strength"] == "pair",
        needs=Needs(_notes(row.get("note") or "").get("needs", "")),
    )


def _notes(note: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in note.replace(";", " ").split() if "=" in part)


def _frame(text: str) -> Frame:
    marks = [mark.strip() for mark in text.split(",") if mark.strip() not in {"", "-"}]
    return Frame(
        recipient=frozenset(m for m in marks if m[0] not in "=^"),
        partner=frozenset(m[1:] for m in marks if m[0] == "="),
        source=frozenset(m[1:] for m in marks if m[0] == "^"),
    )


def _forms(trigger: Trigger, language: str, note: str) -> Iterator[tuple[str, Voice]]:
    notes = _notes(note)
    if trigger.pos == "fixed":
        yield trigger.lemma, Voice.ACTIVE
    elif trigger.pos != "verb":
        yield trigger.lemma, Voice.NOUN
        if language == "en" and trigger.pos == "noun":
            yield english_plural(trigger.lemma), Voice.NOUN
    elif language == "en":
        yield from english_forms(trigger.lemma, notes.get("past"))
    else:
        yield from indonesian_forms(trigger.lemma, notes.get("root"), notes.get("ter") != "no")
