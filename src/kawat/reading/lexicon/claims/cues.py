"""The words that attribute a statement, as data (``data/cues_*.tsv``), and their look-up by words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from kawat.errors import KnowledgeError

COLUMNS = ("language", "form", "kind", "position", "strength", "takes", "note")
LANGUAGES = ("en", "id")


class CueKind(StrEnum):
    """How a cue stands to its speaker and its content. The data file's head explains each."""

    VERB = "verb"
    ROOT = "root"
    PASSIVE = "passive"
    PHRASE = "phrase"
    CITING = "citing"
    PARTICIPLE = "participle"
    QUOTER = "quoter"
    NOUN = "noun"
    ADJUNCT = "adjunct"
    BLOCKED = "blocked"


class Takes(StrEnum):
    """What may be the content after the cue."""

    ANY = "any"
    CLAUSE = "clause"
    THAT = "that"
    QUOTE = "quote"
    ACCUSED = "accused"


class Position(StrEnum):
    """Where the speaker stands, seen from the cue."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue, lower case, words parted by single spaces."""

    language: str
    form: str
    kind: CueKind
    position: Position
    agency: bool
    takes: Takes
    note: str = ""


@dataclass(frozen=True)
class CueTable:
    """The cues of one language by their words. ``longest`` is the number of words of the longest form."""

    by_words: dict[tuple[str, ...], tuple[Cue, ...]]
    longest: int

    def match(self, words: Sequence[str], at: int) -> tuple[Cue, ...]:
        """The cues of the longest form that starts at ``words[at]`` (lower case), or ()."""
        for size in range(min(self.longest, len(words) - at), 0, -1):
            cues = self.by_words.get(tuple(words[at : at + size]))
            if cues:
                return cues
        return ()


@lru_cache(maxsize=len(LANGUAGES) + 1)
def load_cues(language: str) -> CueTable:
    """The cue table of ``language``; English and Indonesian are known, any other has no cues.

    Raises KnowledgeError when the data file is broken.
    """
    if language not in LANGUAGES:
        return CueTable({}, 0)
    name = f"cues_{language}.tsv"
    data = (resources.files("kawat.reading.lexicon") / "data" / name).read_text(encoding="utf-8")
    return parse_cues(data, name)


def parse_cues(data: str, name: str) -> CueTable:
    """A cue table from the text of a TSV file; KnowledgeError names the file and the broken line."""
    by_words: dict[tuple[str, ...], tuple[Cue, ...]] = {}
    header_seen = False
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if not header_seen:
            if cells != COLUMNS:
                raise KnowledgeError(f"{name} line {number}: the header must be {', '.join(COLUMNS)}")
            header_seen = True
            continue
        cue = _cue(cells, name, number)
        words = tuple(cue.form.split(" "))
        same = by_words.get(words, ())
        if any(other.kind is cue.kind for other in same):
            raise KnowledgeError(f"{name} line {number}: {cue.form!r} stands twice; delete one of the rows")
        by_words[words] = (*same, cue)
    return CueTable(by_words, max((len(words) for words in by_words), default=0))


def _cue(cells: tuple[str, ...], name: str, number: int) -> Cue:
    if len(cells) != len(COLUMNS):
        raise KnowledgeError(f"{name} line {number}: {len(cells)} cells, want {len(COLUMNS)}; fix the tabs")
    language, form, kind, position, strength, takes, note = cells
    if not form or form != " ".join(form.lower().split()):
        raise KnowledgeError(f"{name} line {number}: write {form!r} in lower case with single spaces")
    if strength not in ("reporting", "agency"):
        raise KnowledgeError(f"{name} line {number}: strength is reporting or agency, not {strength!r}")
    try:
        return Cue(language, form, CueKind(kind), Position(position), strength == "agency", Takes(takes), note)
    except ValueError as error:
        raise KnowledgeError(f"{name} line {number}: {error}; see the head of the file") from error
