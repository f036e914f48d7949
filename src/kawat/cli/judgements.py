"""`kawat judgements`: what editors decided, listed, carried to another store, taken back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.cli import cells
from kawat.cli import options as opt
from kawat.cli.face import SHORT, Column, Face, out, short, show
from kawat.errors import InputError, NotFoundError, UsageError
from kawat.export.safe import json_line

if TYPE_CHECKING:
    from kawat.export.judgement_json import Listed
    from kawat.intake.deciding import Decided
    from kawat.records import Article
    from kawat.store import Store
    from kawat.store.judgements import Judgement, Words


def judgements(
    action: Annotated[str, typer.Argument(metavar="[list|load|remove]", help="What to do.")] = "list",
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|ID...]", help="The file to load (- is standard input); what to remove."),
    ] = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """List what editors decided, load it from another store, or take it back.

    Judgements are tied to words: they outlive another reading and a merging anew, and those about
    articles that are not there take hold when these come. The latest answer to a question holds.

    \b
    Examples:
      kawat judgements
      kawat judgements --json > decided.jsonl
      kawat judgements load decided.jsonl --db other.db
      kawat judgements remove jdg-3f2a
    """
    face = Face(lang, as_json, as_csv)
    given = what or []
    if action == "list" and not given:
        _list(face, db)
    elif action == "load" and len(given) == 1:
        _load(face, db, given[0])
    elif action == "remove" and given:
        _remove(face, db, given)
    elif action in ("load", "remove"):
        raise UsageError(f"kawat judgements {action} needs {'one FILE' if action == 'load' else 'an ID'}")
    else:
        raise UsageError(f"kawat judgements can not {' '.join([action, *given])!r}; it can: {_ACTIONS}")


_ACTIONS = "list, load FILE, remove ID..."


def _list(face: Face, db: str) -> None:
    from kawat.export.judgement_json import judgement_json, listed_judgements
    from kawat.store import open_store

    columns = (
        Column("id", width=SHORT),
        Column("judged", width=10),
        Column("words", 7),
        Column("value", 4),
        Column("holds", width=9, under=True),
        Column("editor", 3),
        Column("at", width=16, under=True),
        Column("note", 4),
    )
    with open_store(db, read_only=True) as store:
        told = listed_judgements(store, store.judgements())
    show(face, columns, told, lambda one: _cells(face, one), judgement_json, "no_judgements")


def _cells(face: Face, told: Listed) -> tuple[str, ...]:
    one = told.judgement
    field = one.field or ""
    value = f"{field if face.csv else face.say(_HEADS.get(field, field))}: {one.value}" if one.field else ""
    return (
        short(face, one.id),
        one.kind.value if face.csv else face.say(f"judged_{one.kind.value}"),
        " | ".join(_wording(face, words, article) for words, article in told.ends),
        value,
        told.stands if face.csv else face.say(f"stands_{told.stands}"),
        one.editor,
        one.at if face.csv else one.at[:16].replace("T", " "),
        one.note or "",
    )


def _wording(face: Face, words: Words, article: Article | None) -> str:
    if article is None:
        return short(face, words.article_id)
    day = article.published_day
    return f"“{words.span.of(article.text)}” {cells.source(face, article)}{f' {day}' if day else ''}"


_HEADS = {"type": "what", "mode": "mode", "where": "place"}
"""The heads under which tables show a field, where they have another name."""


def _load(face: Face, db: str, source: str) -> None:
    from kawat.export.judgement_json import listed_judgements
    from kawat.intake.deciding import keep_judgements
    from kawat.store import open_store

    given = list(_read(source))
    with open_store(db, create=True) as store:
        decided = keep_judgements(store, given, _now())
        waiting = sum(one.stands == "waits" for one in listed_judgements(store, decided.judgements))
        numbers = {
            "kept": len(decided.judgements),
            "known": len(given) - len(decided.judgements),
            "waiting": waiting,
        }
        _tell_loaded(face, store, decided, numbers)


def _tell_loaded(face: Face, store: Store, decided: Decided, numbers: dict[str, int]) -> None:
    from kawat.cli import feed
    from kawat.export import change_json

    became = change_json.happened(store, decided.changes)
    if face.json:
        out(json_line({**numbers, "changes": [change_json.change_json(one) for one in became]}))
        return
    out(face.say("loaded", **numbers))
    if became:
        show(face, feed.BECAME, became, lambda one: feed.became_cells(face, one), change_json.change_json)


def _read(source: str) -> Iterator[Judgement]:
    """The judgements in a file, all of them good. Raises `InputError` with the line that is not."""
    from kawat.intake.judging import parsed

    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NotFoundError(f"there is no file {source}; name one that `kawat judgements --json` wrote") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{source} can not be read ({error})") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield parsed(json.loads(line))
        except (ValueError, RecursionError) as error:
            raise InputError(f"{source}, line {number}: this is no JSON ({error})") from error
        except InputError as error:
            raise InputError(f"{source}, line {number}: {error}") from error


def _remove(face: Face, db: str, identifiers: Sequence[str]) -> None:
    from kawat.cli import feed
    from kawat.export import change_json
    from kawat.intake.deciding import take_back
    from kawat.intake.judging import told_as_json
    from kawat.store import open_store

    with open_store(db) as store:
        decided = take_back(store, identifiers, _now())
        became = change_json.happened(store, decided.changes)
    if face.json:
        gone = [told_as_json(one) for one in decided.judgements]
        out(json_line({"removed": gone, "changes": [change_json.change_json(one) for one in became]}))
        return
    for one in decided.judgements:
        out(face.say("removed", id=one.id))
    if became:
        show(face, feed.BECAME, became, lambda one: feed.became_cells(face, one), change_json.change_json)


def _now() -> datetime:
    return datetime.now(UTC)
