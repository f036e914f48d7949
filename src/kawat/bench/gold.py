"""Gold files: what a careful desk editor records from an article. See docs/howto-gold.md for the form."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kawat.errors import InputError


@dataclass(frozen=True, slots=True)
class GoldActor:
    """A side or voice: a name, a country, or both."""

    name: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    value: float | None
    min: float | None
    max: float | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event of an article. ``dates`` are ISO days; ``inferred`` dates may also be left null.

    ``types`` and ``statuses`` are the type and status with those just as good.
    """

    eid: str
    salience: str
    trigger: str
    type: str
    mode: str | None
    status: str
    types: frozenset[str]
    statuses: frozenset[str]
    actors: tuple[GoldActor, ...]
    recipients: tuple[GoldActor, ...]
    symmetric: bool
    dates: tuple[str | None, str | None]
    inferred: bool
    place: GoldActor | None
    voices: tuple[GoldActor, ...]
    quantities: tuple[GoldQuantity, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    id: str
    language: str
    published: str | None
    debris: tuple[str, ...]
    events: tuple[GoldEvent, ...]


def load_gold(path: Path) -> tuple[GoldArticle, ...]:
    """The articles of a gold file.

    Raises:
        InputError: the file is missing, no JSON, or lacks a field.
    """
    rows = read_rows(path)
    try:
        return tuple(article_of(row) for row in rows)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path} is not a gold file: {error!r}. See docs/howto-gold.md.") from error


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The articles of a gold file as they stand there. Raises `InputError`."""
    try:
        rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return rows
    except OSError as error:
        raise InputError(f"Can not read the gold file {path}: {error.strerror}. Check the path.") from error
    except ValueError as error:
        raise InputError(f"{path} is not a gold file: {error!r}. See docs/howto-gold.md.") from error


def fingerprint(path: Path) -> str:
    """SHA-256 of a gold file: figures are only comparable over the same gold."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def article_of(row: dict[str, Any]) -> GoldArticle:
    """The gold of one article. Raises `KeyError` where a field is missing."""
    return GoldArticle(
        id=row["id"],
        language=row["lang"],
        published=row.get("published"),
        debris=tuple(row.get("debris", ())),
        events=tuple(_event(event) for event in row["events"]),
    )


def _event(row: dict[str, Any]) -> GoldEvent:
    date = row.get("date") or {}
    place = row.get("place")
    return GoldEvent(
        eid=row["eid"],
        salience=row["salience"],
        trigger=row["trigger"],
        type=row["type"],
        mode=row.get("mode"),
        status=row["status"],
        types=frozenset([row["type"], *row.get("alt_types", ())]),
        statuses=frozenset([row["status"], *row.get("alt_status", ())]),
        actors=_actors(row["actors"]),
        recipients=_actors(row["recipients"]),
        symmetric=bool(row.get("symmetric")),
        dates=(date.get("start"), date.get("end") or date.get("start")),
        inferred=bool(date.get("inferred")),
        place=GoldActor(place.get("name"), place.get("country")) if place else None,
        voices=_actors(row.get("attributed_to", ())),
        quantities=tuple(
            GoldQuantity(q.get("value"), q.get("min"), q.get("max"), bool(q.get("approximate")))
            for q in row.get("quantities", ())
        ),
    )


def _actors(rows: Any) -> tuple[GoldActor, ...]:
    return tuple(
        GoldActor(r, None) if isinstance(r, str) else GoldActor(r.get("name"), r.get("country")) for r in rows
    )
