"""Which title of an office a role word means: "menkeu" is the Minister of Finance, not whoever holds an office."""

from __future__ import annotations

from pathlib import Path

from kawat.knowledge.entries import RoleWord
from kawat.knowledge.tables import read_rows
from kawat.knowledge.words import folded_words, key_of

COLUMNS = "form language titles".split()
_LANGUAGES = frozenset(("en", "id"))
_LINKS = frozenset("of the for and to in s".split())


class Titles:
    """The titles that role words stand for. Made once, then only read."""

    def __init__(self, folder: Path) -> None:
        self._titles: dict[tuple[str, str], list[frozenset[str]]] = {}
        for row in read_rows(folder / "titles.tsv", COLUMNS):
            key = row.one_of("language", _LANGUAGES), key_of(row.text("form"))
            if key in self._titles:
                row.fail(f"the form {row.text('form')!r} stands twice")
            self._titles[key] = [bag_of(title) for title in row.many("titles")]

    def of(self, role: RoleWord) -> list[frozenset[str]]:
        """The words of each title that a role stands for: of an English one, its own words too."""
        listed = self._titles.get((role.language, key_of(role.form)), [])
        return [*listed, bag_of(role.form)] if role.language == "en" else listed


def is_meant(title: str, meant: frozenset[str], said: frozenset[str], own: frozenset[str], part: str) -> bool:
    """Whether the office ``title`` has the words ``meant``, and no other than those and what was ``said``.

    "The governor" alone is not the Governor of Jakarta. ``own``: the words of the country's name, which go unsaid;
    ``part``: the part of the country that was named, or "": Texas has an Attorney General too.
    """
    words = bag_of(title)
    return bool(meant) and meant | bag_of(part) <= words and words - own <= meant | said


def bag_of(words: str) -> frozenset[str]:
    """The folded words of a title without those that only link."""
    return frozenset(folded_words(words)) - _LINKS
