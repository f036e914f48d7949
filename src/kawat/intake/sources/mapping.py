"""Rows of many makers to ready articles: which of their fields is the title, the text, the time."""

from __future__ import annotations

import re
from collections.abc import Mapping as Fields
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from kawat.errors import EmptyError, TooLargeError, UsageError
from kawat.intake.sources.item import Ready, is_url

MAX_TEXT = 2_000_000  # characters of one field
MAX_FIELD = 2_000  # characters of a title, an address, a name
DEEPEST = 5  # names in a path such as source.name
SECONDS = (631_152_000, 4_102_444_800)  # moments told as numbers: 1990 to 2100, the years of the web
MILLISECONDS = 1_000

# In order of trust. news-please: maintext, date_publish, source_domain; Media Cloud: publish_date, media_name,
# story_text; trafilatura: sitename and source-hostname, its source is the address.
KNOWN: dict[str, tuple[str, ...]] = {
    "text": ("maintext", "text", "story_text", "article_text", "articlebody", "body", "content", "raw_text", "isi"),
    "title": ("title", "headline", "judul"),
    "published": (
        "date_publish", "publish_date", "published", "published_at", "publishedat", "publication_date",
        "datepublished", "pubdate", "pub_date", "date", "timestamp", "tanggal",
    ),
    "url": ("url", "link", "canonical_url", "source"),
    "outlet": (
        "outlet", "media_name", "sitename", "publication", "publisher", "source-hostname", "source_domain",
        "hostname", "media", "source",
    ),
    "byline": ("byline", "author", "authors", "penulis"),
    "language": ("language", "lang", "bahasa"),
}  # fmt: skip
FIELDS = tuple(KNOWN)
_NUMBER = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,9})?")
_DAY = re.compile(r"((?:19|20|21)[0-9]{2})([01][0-9])([0-3][0-9])(?:T?[0-9]{4}(?:[0-9]{2})?Z?)?")
_PAIR = re.compile(r"([a-z]+)=(\S.*)")


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a user said of the names of fields; the others go by the known names."""

    given: tuple[tuple[str, str], ...] = ()

    def names(self, field: str) -> tuple[str, ...]:
        said = tuple(name for key, name in self.given if key == field)
        return said or KNOWN[field]


KNOWN_NAMES = Mapping()


def parse_mapping(text: str | None) -> Mapping:
    """``title=headline,text=body``. Raises `UsageError`."""
    pairs: list[tuple[str, str]] = []
    for part in (text or "").split(","):
        if not part.strip():
            continue
        match = _PAIR.fullmatch(part.strip())
        if match is None or match.group(1) not in FIELDS:
            raise UsageError(f"{part.strip()!r} maps nothing; write FIELD=NAME, FIELD one of: {', '.join(FIELDS)}")
        pairs.append((match.group(1), match.group(2).strip()))
    return Mapping(tuple(pairs))


def has_text(names: Fields[str, Any], mapping: Mapping) -> bool:
    """Whether one of the fields of a row can be the text."""
    return any(_found(names, name) is not None for name in mapping.names("text"))


def names_more(names: Fields[str, Any], mapping: Mapping) -> bool:
    """Whether a row has another field that is known besides a text, or the user said what its fields are."""
    others = (name for field in FIELDS if field != "text" for name in mapping.names(field))
    return bool(mapping.given) or any(_found(names, name) is not None for name in others)


def known_names(names: Fields[str, Any], mapping: Mapping) -> set[str]:
    """Those of the fields of a row that are known."""
    return {name for field in FIELDS for name in mapping.names(field) if _found(names, name) is not None}


def ready_from(row: Fields[str, Any], mapping: Mapping) -> Ready:
    """The article that a row holds. Raises `EmptyError` without a text, `TooLargeError`."""
    row = {str(key).strip().lower() if not mapping.given else str(key).strip(): value for key, value in row.items()}
    if mapping.given:
        row |= {key.lower(): value for key, value in row.items() if key.lower() not in row}
    text = next((told for told in _texts(row, mapping, "text") if told.strip()), None)
    if text is None:
        raise EmptyError("it has no text: name the field that has it with --map text=NAME")
    if len(text) > MAX_TEXT:
        raise TooLargeError(f"its text has over {MAX_TEXT} characters: that is no article")
    urls = [told for told in _short(row, mapping, "url") if is_url(told)]
    outlets = [told for told in _short(row, mapping, "outlet") if not is_url(told)]
    moments = (_moment(value) for value in _values(row, mapping, "published"))
    return Ready(
        text,
        title=next(iter(_short(row, mapping, "title")), None),
        published=next((moment for moment in moments if moment is not None), None),
        url=next(iter(urls), None),
        outlet=next(iter(outlets), None),
        byline=next(iter(_short(row, mapping, "byline")), None),
        language=next(iter(_short(row, mapping, "language")), None),
    )


def moment_in(text: str) -> datetime | date | None:
    """A moment as feeds and data sets write it (ISO 8601, RFC 822, words); without a zone its day only."""
    from kawat.pages.metadata import read_moment

    text = text.strip()[:120]
    try:
        moment = parsedate_to_datetime(text)
        return moment if moment.utcoffset() is not None else moment.date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    try:
        return _day_in(text) or read_moment(text)
    except (ValueError, OverflowError):
        return None


def _day_in(text: str) -> date | None:
    """The day of a moment written without anything between its parts: 20250814, 20250814093000."""
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _values(row: Fields[str, Any], mapping: Mapping, field: str) -> list[Any]:
    found = (_found(row, name) for name in mapping.names(field))
    return [value for value in found if value is not None]


def _found(row: Fields[str, Any], name: str) -> Any:
    """The value under ``name``, which may be a path through objects (``source.name``)."""
    if name in row:
        return row[name]
    value: Any = row
    for part in name.split(".")[:DEEPEST]:
        if not isinstance(value, dict):
            return None
        value = value.get(part)
    return value if value is not row else None


def _texts(row: Fields[str, Any], mapping: Mapping, field: str) -> list[str]:
    """Values that are texts; a list of texts (paragraphs, authors) is one."""
    told: list[str] = []
    for value in _values(row, mapping, field):
        if isinstance(value, str):
            told.append(value)
        elif isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            told.append(("\n" if field == "text" else ", ").join(value))
    return told


def _short(row: Fields[str, Any], mapping: Mapping, field: str) -> list[str]:
    told = (" ".join(text[: MAX_FIELD + 1].split()) for text in _texts(row, mapping, field))
    return [text for text in told if text and len(text) <= MAX_FIELD]


def _moment(value: Any) -> datetime | date | None:
    if isinstance(value, datetime):
        return value if value.utcoffset() is not None else value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and not _NUMBER.fullmatch(value.strip()):
        return moment_in(value)
    try:
        number = float(value)
        day = _day_in(str(int(number))) if number.is_integer() else None
        return day if day is not None else _counted(number)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _counted(number: float) -> datetime | None:
    """A moment in seconds or milliseconds since 1970."""
    for seconds in (number, number / MILLISECONDS):
        if SECONDS[0] <= seconds < SECONDS[1]:
            return datetime.fromtimestamp(seconds, UTC)
    return None
