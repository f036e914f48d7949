"""Office holders: data/leaders/*.tsv, one row per term, several rows per person."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

from kawat.errors import KnowledgeError
from kawat.knowledge.build import Built
from kawat.knowledge.entries import Entry, EntryKind, Form, Office, Term
from kawat.knowledge.surfaces import Rank, surfaces_of
from kawat.knowledge.tables import Row, read_rows

LEADER_COLUMNS = "id name aliases country office title start end".split()
_OFFICES = {str(office): office for office in Office}
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_NICKNAME = re.compile(r' "[^"]*"')
_FAR = date.max


def build_leaders(folder: Path, codes: frozenset[str]) -> Built:
    """Persons with their terms, those in office or lately so first. Raises KnowledgeError for a bad row."""
    files = sorted((folder / "leaders").glob("*.tsv"))
    if not files:
        raise KnowledgeError(f"{folder.name}/leaders holds no .tsv file. Install kawat again.")
    by_person: dict[str, list[tuple[Row, Term]]] = defaultdict(list)
    for path in files:
        for row in read_rows(path, LEADER_COLUMNS):
            by_person[row.cells[0]].append((row, _term(row, codes)))
    people = [_person(rows) for rows in by_person.values()]
    people.sort(key=lambda made: _latest(made[0]), reverse=True)
    built = Built([entry for entry, _ in people], [])
    for entry, aliases in people:
        built.surfaces.extend(surfaces_of(entry, (_NICKNAME.sub("", entry.name_en),), Form.NAME, Rank.PERSON))
        built.surfaces.extend(surfaces_of(entry, aliases, Form.ALIAS, Rank.PERSON))
    return built


def _term(row: Row, codes: frozenset[str]) -> Term:
    person, name, _, country, office, title, start, end = row.cells
    if not person.startswith("person:"):
        row.fail("an id in this file starts with 'person:'")
    if not (name and title and start):
        row.fail("columns name, title and start must not be empty")
    if country not in codes:
        row.fail(f"country {country} does not stand in countries.tsv")
    if office not in _OFFICES:
        row.fail(f"column office has {office!r}, which is none of {', '.join(sorted(_OFFICES))}")
    first, last = _day(row, start, True), _day(row, end, False) if end else None
    if last is not None and last < first:
        row.fail(f"the term ends ({last}) before it starts ({first})")
    return Term(country, _OFFICES[office], title, first, last)


def _day(row: Row, value: str, first: bool) -> date:
    """A year or month stands for its first day as a start and for its last day as an end."""
    try:
        return _date(value, first)
    except ValueError:
        row.fail(f"{value!r} is no day; write YYYY-MM-DD, YYYY-MM or YYYY")


@cache
def _date(value: str, first: bool) -> date:
    found = _DAY.fullmatch(value)
    if found is None:
        raise ValueError(value)
    year, month, day = found.groups()
    when = int(month) if month else (1 if first else 12)
    last = 1 if first else monthrange(int(year), when)[1]
    return date(int(year), when, int(day) if day else last)


def _person(rows: list[tuple[Row, Term]]) -> tuple[Entry, list[str]]:
    if len(rows) > 1:
        rows.sort(key=lambda pair: (pair[1].start, pair[1].end or _FAR))
    last_row, newest = rows[-1]
    name = last_row.cells[1]
    aliases: dict[str, None] = {}
    for row, _ in rows:
        if row.cells[1] != name:
            row.fail(f"one id with two names, {name} and {row.cells[1]}; give the other as an alias")
        aliases.update(dict.fromkeys(row.many("aliases")))
    entry = Entry(
        id=last_row.cells[0],
        kind=EntryKind.PERSON,
        name_en=name,
        name_id=name,
        country=newest.country,
        sector="GOV",
        terms=tuple(term for _, term in rows),
    )
    return entry, [_NICKNAME.sub("", alias) for alias in aliases if alias != name]


def _latest(entry: Entry) -> tuple[date, date]:
    """The last day in office (open: for ever), then the start: who is likeliest meant by a bare surname."""
    return max((term.end or _FAR, term.start) for term in entry.terms)
