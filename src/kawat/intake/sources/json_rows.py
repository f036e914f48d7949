"""JSON lines, and JSON files of one article or a list of them: news-please, Media Cloud, trafilatura, one's own."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from kawat.errors import EmptyError, InputError, TooLargeError
from kawat.intake.sources.item import Broken, Item, Ready, broken_item, ready_item
from kawat.intake.sources.json_wrapped import wrapped_rows
from kawat.intake.sources.lines import plain_stream
from kawat.intake.sources.mapping import Mapping, ready_from
from kawat.intake.sources.opening import Lines, Opened

LONGEST_LINE = 20_000_000  # bytes
MAX_WHOLE = 64_000_000  # bytes of a JSON file that is not a line an article


def line_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    """Each line as an item; a line that can not be read is broken, the others go on.

    Raises `InputError` where none of them has a text.
    """
    yield from _unless_without_text(name, _line_items(name, source, mapping))


def _line_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    told = Lines(plain_stream(source), LONGEST_LINE)
    lines = ((number, line) for number, line in told if line is None or line.strip())
    first, torn = list(islice(lines, 1)), None
    try:
        second = list(islice(lines, 1))
    except InputError as error:  # what comes before counts
        second, torn = [], error
    rows = _rows_in_line(first[0][1], mapping) if first and not second and torn is None else None
    if rows is not None:
        yield from _row_items(name, rows, mapping)
        return
    for number, line in chain(first, second, lines):
        own, done = f"{name}:{number}", source.done()
        try:
            if line is None:
                raise TooLargeError(f"the line is over {LONGEST_LINE} bytes: give one article a line")
            yield ready_item(own, _ready(_object(_parsed(line)), mapping), done)
        except InputError as error:
            yield broken_item(own, error, done)
    if torn is not None:
        raise torn


def _rows_in_line(line: bytes | None, mapping: Mapping) -> list[Any] | None:
    """The list of articles in the object that is all there is in a file; None where it is no such object."""
    try:
        found = None if line is None else _parsed(line)
    except InputError:
        return None
    return wrapped_rows(found, mapping)


def _ready(row: dict[str, Any], mapping: Mapping) -> Ready:
    """The article that a line holds. Raises `InputError`."""
    try:
        return ready_from(row, mapping)
    except EmptyError:
        if wrapped_rows(row, mapping) is not None:
            raise InputError(
                "it holds a list of articles: give it as its own file, or one article a line"
            ) from None
        raise


def whole_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    """A JSON object, or the objects of a list, be it inside an object.

    Raises `InputError` where the file is no JSON, or no object has a text.
    """
    yield from _unless_without_text(name, _whole_items(name, source, mapping))


def _whole_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    body = plain_stream(source).read(MAX_WHOLE + 1)
    if len(body) > MAX_WHOLE:
        raise TooLargeError(f"this JSON is over {MAX_WHOLE} bytes: write one article a line (JSON lines)")
    found = _parsed(body)
    rows = found if isinstance(found, list) else wrapped_rows(found, mapping)
    if rows is not None:
        yield from _row_items(name, rows, mapping)
    else:
        yield _row_item(name, found, mapping, 1.0)


def _row_items(name: str, rows: list[Any], mapping: Mapping) -> Iterator[Item]:
    for number, row in enumerate(rows, 1):
        yield _row_item(f"{name}:{number}", row, mapping, number / len(rows))


def _row_item(own: str, row: Any, mapping: Mapping, done: float) -> Item:
    try:
        return ready_item(own, ready_from(_object(row), mapping), done)
    except InputError as error:
        return broken_item(own, error, done)


def _unless_without_text(name: str, items: Iterator[Item]) -> Iterator[Item]:
    """The same, but one reason for the file where it would be the same for each of its objects."""
    held = _Held(name)
    try:
        for item in items:
            if held.takes(item):
                continue
            if isinstance(item.content, Ready):  # there are texts in it: those without are told one by one
                yield from held.items()
                yield item
                yield from items
                return
            yield item
    except InputError:  # it is torn: what comes before that counts
        yield from held.items()
        raise
    if held:
        raise EmptyError("nothing in this JSON has a text: if there is one, name its key with --map text=NAME")


class _Held:
    """The objects without a text of the file ``name``, in little room, as there may be millions: what tells them
    apart is which they are, and how much of the file is behind each.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._numbers = array("Q")
        self._done = array("d")
        self._error = EmptyError()

    def __len__(self) -> int:
        return len(self._numbers)

    def takes(self, item: Item) -> bool:
        """Whether it is an object without a text, which is held then."""
        if not isinstance(item.content, Broken) or not isinstance(item.content.error, EmptyError):
            return False
        self._error = item.content.error
        self._numbers.append(int(item.name[len(self._name) + 1 :] or 0))
        self._done.append(item.done)
        return True

    def items(self) -> Iterator[Item]:
        for number, done in zip(self._numbers, self._done, strict=True):
            yield broken_item(f"{self._name}:{number}" if number else self._name, self._error, done)


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
