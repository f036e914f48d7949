"""The first lines of a table in CSV: what parts its columns, and what they are called."""

from __future__ import annotations

import csv
import re
from itertools import islice

from kawat.intake.sources.item import is_address
from kawat.intake.sources.mapping import Mapping, has_text, known_names, names_more

LONGEST_NAME = 60  # characters of the name of a column
DELIMITERS = ",;\t|"
LOOKED_AT = 5  # lines
_LINE = re.compile(r"[^\r\n]+")
_SEPARATOR = re.compile(r"\"?sep=([^\w\s\"']|\t)\"?", re.IGNORECASE)


def delimiter_of(text: str, mapping: Mapping) -> str | None:
    """What parts the columns, where the first line names columns: a text and something else that is known.

    Also where it plainly heads a table without a text, which holds no articles and is no page.
    """
    lines = list(islice((line.group() for line in _LINE.finditer(text) if line.group().strip()), LOOKED_AT))
    said = separator_in(lines[0]) if lines else None
    first, *rows = lines[said is not None :] or [""]
    best = said or max(DELIMITERS, key=first.count)
    names = columns_of(first, best)
    if not names or any(len(name) > LONGEST_NAME for name in names):
        return None
    every = named(names)
    if len(names) > 1 and has_text(every, mapping):
        numbered = not names[0]  # as pandas and R write what they call an index
        return best if numbered or names_more(every, mapping) else None
    return best if _lists(names, [columns_of(row, best) for row in rows], mapping) else None


def named(names: list[str]) -> dict[str, str]:
    """The names as they are and in small letters, as the keys of a row."""
    return dict.fromkeys(names, "") | dict.fromkeys((name.lower() for name in names), "")


def _lists(names: list[str], rows: list[list[str]], mapping: Mapping) -> bool:
    """Whether it lists articles without their texts: several columns are known, or one has addresses."""
    if not rows:
        return False
    known = known_names(named(names), mapping)
    if len(known) >= (1 if mapping.given else 2) and len(rows[0]) > 1:
        return True
    places = [place for place, name in enumerate(names) if {name, name.lower()} & set(mapping.names("url"))]
    return any(all(len(row) == len(names) and is_address(row[place]) for row in rows) for place in places)


def separator_in(line: str) -> str | None:
    """What parts the columns by the line that Excel puts before the head (``sep=;``)."""
    found = _SEPARATOR.fullmatch(line.strip(" \r\n"))
    return found.group(1) if found else None


def columns_of(first: str, delimiter: str) -> list[str]:
    """The names in the head; some columns may have none, and some the same."""
    try:
        return [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    except csv.Error:
        return []
