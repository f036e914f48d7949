"""Nouns that say what somebody is ("president", "warga"): data/roles.tsv and finding them in a text."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kawat.knowledge.build import SECTORS
from kawat.knowledge.entries import Office, RoleWord
from kawat.knowledge.surfaces import Case, case_of
from kawat.knowledge.tables import Row, read_rows, unique
from kawat.knowledge.words import Word, key_of, split_words, words_of_key
from kawat.records import Span

COLUMNS = "forms language kind sector office country".split()
_KINDS = frozenset(("person", "organisation", "group"))
_LANGUAGES = frozenset(("en", "id"))
_OFFICES = frozenset(str(office) for office in Office)
_CLITIC = "nya"


class Roles:
    """The role words of each language. Made once, then only read."""

    def __init__(self, folder: Path) -> None:
        rows = read_rows(folder / "roles.tsv", COLUMNS)
        unique(rows, lambda row: f"{row.text('language')} {row.many('forms')[0]}", "the first form")
        self._words: dict[str, list[RoleWord]] = defaultdict(list)
        self._forms: dict[str, dict[str, RoleWord]] = {language: {} for language in _LANGUAGES}
        self._longest: dict[str, int] = {}
        for row in rows:
            for role in _role_words(row):
                self._add(role, row)

    def _add(self, role: RoleWord, row: Row) -> None:
        key = key_of(role.form)
        if key in self._forms[role.language]:
            row.fail(f"the form {role.form!r} stands twice for language {role.language}")
        first, *more = words_of_key(key)
        self._words[role.language].append(role)
        self._forms[role.language][key] = role
        self._longest[first] = max(self._longest.get(first, 0), 1 + len(more))

    @property
    def words(self) -> frozenset[str]:
        """The folded words of every role, in both languages."""
        return frozenset(word for forms in self._forms.values() for key in forms for word in words_of_key(key))

    def of(self, language: str) -> tuple[RoleWord, ...]:
        """The role words of a language; () for a language that has none."""
        return tuple(self._words.get(language, ()))

    def find(self, text: str, language: str) -> list[tuple[Span, RoleWord]]:
        """Role words in ``text``, longest first, left to right, never overlapping; () for unknown languages."""
        forms = self._forms.get(language)
        if forms is None:
            return []
        words = split_words(text)
        found: list[tuple[Span, RoleWord]] = []
        place = 0
        while place < len(words):
            end, role = self._longest_at(words, place, forms)
            if role is not None:
                end = max(end, self._longest_at(words, end - 1, forms)[0])  # "wakil [menteri kesehatan]"
                _append(found, Span(words[place].start, words[end - 1].end), role, text)
            place = end
        return found

    def _longest_at(self, words: list[Word], place: int, forms: dict[str, RoleWord]) -> tuple[int, RoleWord | None]:
        keys = self._keys_at(words, place)
        for end, key in reversed(keys):
            role = forms.get(key) or (forms.get(_bare(key)) if forms is self._forms["id"] else None)
            if role is not None and _fits(role, words, place):
                return end, role
        return place + 1, None

    def _keys_at(self, words: list[Word], place: int) -> list[tuple[int, str]]:
        key = words[place].folded
        longest = self._longest.get(key) or self._longest.get(_bare(key)) or 0
        keys = [(place + 1, key)] if longest else []
        for at in range(place + 1, min(place + longest, len(words))):
            if not words[at].gap:
                break
            key += words[at].gap + words[at].folded
            keys.append((at + 1, key))
        return keys


def _role_words(row: Row) -> list[RoleWord]:
    office = row.optional("office")
    if office is not None:
        row.one_of("office", _OFFICES)
    language = row.one_of("language", _LANGUAGES)
    kind, sector = row.one_of("kind", _KINDS), row.one_of("sector", SECTORS)
    forms = row.many("forms")
    if not forms:
        row.fail("column forms must not be empty")
    country = row.optional("country")
    return [RoleWord(form, language, kind, sector, Office(office) if office else None, country) for form in forms]


def _bare(key: str) -> str:
    """ "presidennya" is "presiden" with a clitic."""
    return key.removesuffix(_CLITIC)


def _fits(role: RoleWord, words: list[Word], place: int) -> bool:
    """An abbreviation (PM, MPs) keeps its capitals; every other role word may have any case."""
    listed = split_words(role.form)
    return not any(
        case_of(want.raw) is Case.UPPER and not words[place + n].raw.isupper() for n, want in enumerate(listed)
    )


def _append(found: list[tuple[Span, RoleWord]], span: Span, role: RoleWord, text: str) -> None:
    """Add a role; a doubled noun ("pejabat-pejabat") is one."""
    if found and found[-1][1] is role and text[found[-1][0].end : span.start] == "-":
        found[-1] = (Span(found[-1][0].start, span.end), role)
    else:
        found.append((span, role))
