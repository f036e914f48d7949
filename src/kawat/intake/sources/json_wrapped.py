"""A JSON object around a list of articles, as services answer: `{"status": "ok", "articles": [...]}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kawat.errors import InputError
from kawat.intake.sources.mapping import Mapping, ready_from

DEEPEST = 5  # objects within one another, as in the paths of `--map`


def wrapped_rows(thing: Any, mapping: Mapping) -> list[Any] | None:
    """The list of articles in an object that is none itself; None where there is no such list.

    Raises `InputError` where there are several: which of them is meant is not ours to guess.
    """
    if not isinstance(thing, dict) or _is_article(thing, mapping):
        return None
    found = list(_lists(thing, mapping, "", DEEPEST))
    if len(found) > 1:
        named = ", ".join(name for name, _ in found[:5])
        raise InputError(f"several lists in this JSON hold articles ({named}): give each of them as its own file")
    return found[0][1] if found else None


def _is_article(thing: dict[str, Any], mapping: Mapping) -> bool:
    """Whether it has a field for a text, be it empty: then lists in it are its comments and the like."""
    texts = {name.lower() for name in mapping.names("text")}
    return any(_may_be_text(value) for key, value in thing.items() if key.strip().lower() in texts)


def _may_be_text(value: Any) -> bool:
    return (
        value is None
        or isinstance(value, str)
        or (isinstance(value, list) and isinstance(next(iter(value), ""), str))
    )


def _lists(thing: dict[str, Any], mapping: Mapping, path: str, left: int) -> Iterator[tuple[str, list[Any]]]:
    """The lists of articles in an object and in those inside it, by the path of names that leads there."""
    for key, value in thing.items():
        if isinstance(value, list) and any(_stands_alone(one, mapping) for one in value):
            yield path + key, value
        elif isinstance(value, dict) and left:
            yield from _lists(value, mapping, f"{path}{key}.", left - 1)


def _stands_alone(one: Any, mapping: Mapping) -> bool:
    """Whether it is an article: a text, and a title or an address, which comments have none of."""
    if not isinstance(one, dict):
        return False
    try:
        ready = ready_from(one, mapping)
    except InputError:
        return False
    return bool(mapping.given or ready.title or ready.url)
