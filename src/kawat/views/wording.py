"""How acts are said in a sentence, in English and Indonesian (`data/verbs.tsv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Verb:
    """An act in words: ``past``, ``base``, ``ing`` with ``to`` before whom; ``id`` with ``id_to`` in Indonesian."""

    past: str
    base: str
    ing: str
    to: str
    id: str
    id_to: str


def verb_of(event_type: str, mode: str | None) -> Verb | None:
    """How the act is said; of a mode without words of its own as its type; None for a type that is unknown."""
    return _verbs().get((event_type, mode or "")) or _verbs().get((event_type, ""))


@cache
def _verbs() -> dict[tuple[str, str], Verb]:
    lines = (files("kawat.views") / "data" / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(row[0], row[1]): Verb(*row[2:]) for row in rows}
