"""An operation of the API: its path, its parameters, what it answers with, and the function that does it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from kawat.errors import UsageError
from kawat.intake.asking import filters_asked
from kawat.serve.answers import Answer
from kawat.serve.parameters import Parameter, Value
from kawat.store import ReportFilter, Store
from kawat.store.limits import Deadline

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole server.

    ``editor``: who judges where a judgement names nobody; ``login``: who does where the server was given no editor
    either, which is for programs: a page can be open to others than who started the server.
    """

    version: str
    editable: bool = False
    editor: str = ""
    login: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, understood. ``body``: of a request that has one, its JSON values."""

    values: Mapping[str, Value]
    setting: Setting
    now: datetime
    today: date
    deadline: Deadline
    body: Any = None

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        return None if value is None else str(value)

    def day(self, name: str) -> date | None:
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def whole(self, name: str) -> int:
        value = self.values[name]
        assert isinstance(value, int)
        return value

    def truth(self, name: str) -> bool:
        return self.values.get(name) is True

    def filters(self, **more: Any) -> ReportFilter:
        """The filters that are given, those of ``more`` besides. Raises `UsageError`."""
        given = {name: self.values.get(name) for name in _FILTERS}
        return filters_asked(**{**given, "other_country": self.values.get("with"), **more})


_FILTERS = (
    "actor country type status salience since until published_since published_until voice outlet language".split()
)


@dataclass(frozen=True, slots=True)
class Operation:
    """``path`` below the base path, parts of it in braces. ``schema``: the answer's, by name.

    ``media_type``: of an answer that is no JSON. ``redirects``: it may answer 301. ``writes``: it changes
    the store; then ``body`` is the schema of what it takes, if anything.
    """

    path: str
    says: str
    do: Callable[[Store, Asked], Answer]
    schema: str = ""
    parameters: tuple[Parameter, ...] = ()
    method: str = "GET"
    media_type: str = "application/json"
    redirects: bool = False
    writes: bool = False
    body: str = ""


def cursor_of(*parts: str | int) -> str:
    """A place in a list as clients hand it back."""
    return base64.urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")


def parts_of(cursor: str, *kinds: type) -> tuple[Any, ...]:
    """The parts of a place in a list, of these types. Raises `UsageError`."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        parts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if isinstance(parts, list) and [type(part) for part in parts] == list(kinds):
            [part.encode() for part in parts if isinstance(part, str)]
            if all(abs(part) < 2**53 for part in parts if isinstance(part, int)):
                return tuple(parts)
    except (ValueError, RecursionError, binascii.Error):
        pass
    raise UsageError("the cursor is none of this list; give the `next` of the page before, or leave it out")
