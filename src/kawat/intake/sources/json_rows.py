"""JSON lines, and JSON files of one article or a list of them: news-please, Media Cloud, trafilatura, one's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kawat.errors import EmptyError, InputError, TooLargeError
from kawat.intake.sources.item import Broken, Item, broken_item, ready_item
from kawat.intake.sources.lines import plain_stream
from kawat.intake.sources.mapping import Mapping, ready_from
from kawat.intake.sources.opening import Lines, Opened

LONGEST_LINE = 20_000_000  # bytes
MAX_WHOLE = 64_000_000  # bytes of a JSON file that is not a line an article
FIRST = 20  # objects of which one at least has a text, or the file holds no articles


def line_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    """Each line as an item; a line that can not be read is broken, the others go on.

    Raises `InputError` where the first of them have no text.
    """
    yield from _unless_without_text(_line_items(name, source, mapping))


def _line_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    for number, line in Lines(plain_stream(source), LONGEST_LINE):
        if line is not None and not line.strip():
            continue
        own, done = f"{name}:{number}", source.done()
        try:
            if line is None:
                raise TooLargeError(f"the line is over {LONGEST_LINE} bytes: give one article a line")
            yield ready_item(own, ready_from(_object(_parsed(line)), mapping), done)
        except InputError as error:
            yield broken_item(own, error, done)


def whole_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    """A JSON object, or the objects of a list.

    Raises `InputError` where the file is no JSON, or the first objects have no text.
    """
    yield from _unless_without_text(_whole_items(name, source, mapping))


def _whole_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    body = plain_stream(source).read(MAX_WHOLE + 1)
    if len(body) > MAX_WHOLE:
        raise TooLargeError(f"this JSON is over {MAX_WHOLE} bytes: write one article a line (JSON lines)")
    found = _parsed(body)
    rows = found if isinstance(found, list) else [found]
    for number, row in enumerate(rows, 1):
        own, done = (f"{name}:{number}" if isinstance(found, list) else name), number / len(rows)
        try:
            yield ready_item(own, ready_from(_object(row), mapping), done)
        except InputError as error:
            yield broken_item(own, error, done)


def _unless_without_text(items: Iterator[Item]) -> Iterator[Item]:
    """The same, but one reason for the file where it would be the same for each of its first objects."""
    held: list[Item] = []
    try:
        for item in items:
            held.append(item)
            if len(held) == FIRST or not _without_text(item):
                break
    except InputError:  # it is torn: what comes before that counts
        yield from held
        raise
    if held and all(_without_text(item) for item in held):
        raise EmptyError("nothing in this JSON has a text: if there is one, name its key with --map text=NAME")
    yield from held
    yield from items


def _without_text(item: Item) -> bool:
    return isinstance(item.content, Broken) and isinstance(item.content.error, EmptyError)


def _parsed(text: bytes) -> Any:
    try:
        return json.loads(text.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError("this JSON is not in UTF-8: convert it") from error
    except RecursionError as error:
        raise InputError("this JSON is nested too deeply: it is no article") from error
    except ValueError as error:
        raise InputError(f"this is no JSON ({str(error)[:80]}): check that the file is complete") from error


def _object(row: Any) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise InputError("this is no JSON object: give one object an article")
    return row
