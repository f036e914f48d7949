"""The parameters of routes: what each may be, as OpenAPI says it, and reading them from an address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from kawat.errors import UsageError

Value = str | int | bool | date
Values = Mapping[str, Value]

LONGEST = 200
"""Characters of a parameter that says nothing else."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WHOLE = re.compile(r"\d{1,10}", re.ASCII)
_TRUTH = {"true": True, "1": True, "false": False, "0": False}


class Kind(StrEnum):
    TEXT = "text"
    WHOLE = "whole"
    TRUTH = "truth"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Parameter:
    """``least`` and ``most``: of a whole number itself, of a text its length. ``among``: the only values."""

    name: str
    says: str
    kind: Kind = Kind.TEXT
    required: bool = False
    default: Value | None = None
    least: int = 1
    most: int = LONGEST
    among: tuple[str, ...] = ()
    in_path: bool = False

    def read(self, text: str) -> Value:
        """The value that ``text`` is. Raises `UsageError`."""
        match self.kind:
            case Kind.WHOLE:
                return self._whole(text)
            case Kind.TRUTH:
                if text.lower() not in _TRUTH:
                    raise UsageError(f"{self.name} is true or false, not {_shown(text)}")
                return _TRUTH[text.lower()]
            case Kind.DAY:
                return self._day(text)
            case Kind.TEXT:
                return self._text(text)

    def _whole(self, text: str) -> int:
        if not _WHOLE.fullmatch(text) or not self.least <= int(text) <= self.most:
            raise UsageError(f"{self.name} is a whole number from {self.least} to {self.most}, not {_shown(text)}")
        return int(text)

    def _day(self, text: str) -> date:
        try:
            if _DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise UsageError(f"{self.name} is a day such as 2025-08-14, not {_shown(text)}")

    def _text(self, text: str) -> str:
        if len(text) > self.most:
            raise UsageError(f"{self.name} has {len(text)} characters; it may have {self.most}")
        if "\0" in text:
            raise UsageError(f"{self.name} has a NUL in it, which no text has; leave it out")
        if not text.strip():
            raise UsageError(f"{self.name} is empty; give a value, or leave it out")
        if self.among and text not in self.among:
            raise UsageError(f"{self.name} is one of: {', '.join(self.among)}; not {_shown(text)}")
        return text

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the value."""
        told: dict[str, Any]
        match self.kind:
            case Kind.WHOLE:
                told = {"type": "integer", "minimum": self.least, "maximum": self.most}
            case Kind.TRUTH:
                told = {"type": "boolean"}
            case Kind.DAY:
                told = {"type": "string", "format": "date"}
            case Kind.TEXT:
                told = {"type": "string", "enum": list(self.among)} if self.among else self._text_schema()
        return told if self.default is None else {**told, "default": self.default}

    def _text_schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": self.most, "pattern": "^[^\\u0000]*$"}


def read_all(parameters: Sequence[Parameter], given: Sequence[tuple[str, str]]) -> dict[str, Value]:
    """The values by name, with defaults; of a parameter that is not given none. Raises `UsageError`."""
    known = {one.name: one for one in parameters}
    values: dict[str, Value] = {}
    for name, text in given:
        if name not in known:
            raise UsageError(f"there is no parameter {_shown(name)} here; there are: {', '.join(known) or 'none'}")
        if name in values:
            raise UsageError(f"{name} is given twice; give it once")
        values[name] = known[name].read(text)
    missing = next((one.name for one in parameters if one.required and one.name not in values), None)
    if missing is not None:
        raise UsageError(f"{missing} is missing; give it")
    defaults = {one.name: one.default for one in parameters if one.default is not None}
    return {**defaults, **values}


def _shown(text: str) -> str:
    """A text of others within a message: its beginning."""
    return repr(text if len(text) <= 40 else f"{text[:40]}…")


# --- parameters that several routes share -----------------------------------------------------------------

LIMIT = Parameter("limit", "At most so many.", Kind.WHOLE, default=50, most=200)
CURSOR = Parameter("cursor", "Where the list goes on: the `next` of the page before.", most=400)
PAGING = (LIMIT, CURSOR)

ACTOR = Parameter("actor", "Part of the name or id of an actor or recipient.")
COUNTRY = Parameter("country", "A country that takes part, by code or name.")
WITH = Parameter("with", "Together with `country`: one of each takes part.")
TYPE = Parameter("type", "A PLOVER type, as `/meta` lists them.", most=40)
STATUS = Parameter("status", "occurred, ongoing, planned, possible or denied.", most=40)
SALIENCE = Parameter("salience", "main, secondary or background.", most=40)
SINCE = Parameter("since", "The event touches this day or a later one.", Kind.DAY)
UNTIL = Parameter("until", "The event touches this day or an earlier one.", Kind.DAY)
PUBLISHED_SINCE = Parameter("published_since", "Published on this day or later.", Kind.DAY)
PUBLISHED_UNTIL = Parameter("published_until", "Published on this day or earlier.", Kind.DAY)
VOICE = Parameter("voice", "Part of the name or id of who says it.")
OUTLET = Parameter("outlet", "Part of the name of the outlet.")
LANGUAGE = Parameter("language", "Language of the article: id or en.", most=35)
FILTERS = (
    ACTOR, COUNTRY, WITH, TYPE, STATUS, SALIENCE, SINCE, UNTIL, PUBLISHED_SINCE, PUBLISHED_UNTIL, VOICE, OUTLET,
    LANGUAGE,
)  # fmt: skip
