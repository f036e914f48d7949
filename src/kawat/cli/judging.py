"""`kawat link`, `unlink`, `accept`, `reject`, `set`: what editors decide, and what becomes of events."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.cli import options as opt
from kawat.cli.face import Face, out, show
from kawat.export.safe import clean, json_line

if TYPE_CHECKING:
    from kawat.intake.deciding import Decided, Editor
    from kawat.store import Store

By = Annotated[
    str | None,
    typer.Option("--by", envvar="KAWAT_EDITOR", metavar="NAME", help="Who decides; else your login name."),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")]
ThingA = Annotated[str, typer.Argument(metavar="A", help="Id of a report or event, or its start.")]
ThingB = Annotated[str, typer.Argument(metavar="B", help="Id of another report or event, or its start.")]


def link(
    first: ThingA,
    second: ThingB,
    by: By = None,
    note: Note = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Say that two reports tell one event, or that two events are one.

    The events that they are part of become one, with all their reports.

    \b
    Examples:
      kawat link evt-3f2a evt-90c1
      kawat link rep-3f2a rep-90c1 --by siti --note "same call, other time zone"
    """
    from kawat.intake import deciding
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db) as store:
        _tell(face, store, deciding.link(store, first, second, _editor(by, note)))


def unlink(
    first: ThingA,
    second: Annotated[
        str | None, typer.Argument(metavar="[B]", help="Another report or event, or its start.")
    ] = None,
    by: By = None,
    note: Note = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Take a report out of its event, or keep two reports or events apart.

    One report alone parts from every other report of its event.

    \b
    Examples:
      kawat unlink rep-3f2a
      kawat unlink evt-3f2a evt-90c1 --by siti
    """
    from kawat.intake import deciding
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db) as store:
        _tell(face, store, deciding.unlink(store, first, second, _editor(by, note)))


def accept(
    thing: ThingA,
    by: By = None,
    note: Note = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Say that a report, or every report of an event, is right as it stands.

    A report that was rejected comes back.

    \b
    Examples:
      kawat accept evt-90c1
      kawat accept rep-3f2a --by siti --note "checked against the statement"
    """
    from kawat.intake import deciding
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db) as store:
        _tell(face, store, deciding.accept(store, thing, _editor(by, note)))


def reject(
    thing: ThingA,
    by: By = None,
    note: Note = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Say that a report, or every report of an event, tells no event.

    It stays in its article, and in no event. `kawat judgements remove` takes the word back.

    \b
    Examples:
      kawat reject rep-3f2a --note "a film, not an attack"
      kawat reject evt-90c1
    """
    from kawat.intake import deciding
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db) as store:
        _tell(face, store, deciding.reject(store, thing, _editor(by, note)))


def set_value(
    thing: ThingA,
    field: Annotated[
        str,
        typer.Argument(metavar="FIELD", help="type, mode, status, salience, when, where, who or whom."),
    ],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The value; none where there is none.")],
    by: By = None,
    note: Note = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Correct a value of a report, or of every report of an event.

    Merging and all views then use it; the words it was read from stay.

    \b
    Examples:
      kawat set rep-3f2a when 2025-08-14
      kawat set evt-90c1 who "Indonesia; Sugiono"
      kawat set rep-3f2a where "Bandung, IDN" --by siti
    """
    from kawat.intake import deciding
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db) as store:
        _tell(face, store, deciding.correct(store, thing, field, value, _editor(by, note)))


def _editor(by: str | None, note: str | None) -> Editor:
    from kawat.intake.deciding import Editor

    return Editor((by if by is not None else _login()).strip(), _now(), (note or "").strip() or None)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return ""


def _tell(face: Face, store: Store, decided: Decided) -> None:
    """The judgements that were kept, then what became of events."""
    from kawat.cli import feed
    from kawat.export import change_json
    from kawat.intake.judging import told_as_json

    became = change_json.happened(store, decided.changes)
    if face.json:
        judgements = [told_as_json(one) for one in decided.judgements]
        changes = [change_json.change_json(one) for one in became]
        out(json_line({"judgements": judgements, "changes": changes, "events": list(decided.events)}))
        return
    out(clean(_kept(face, decided)))
    if not became:
        out(face.say("events_stay", events=", ".join(decided.events) or face.say("not_said")))
        return
    show(face, feed.BECAME, became, lambda one: feed.became_cells(face, one), change_json.change_json)


def _kept(face: Face, decided: Decided) -> str:
    kept = decided.judgements
    if not kept:
        return face.say("kept_none")
    said = _said(face, kept[0].kind.value)
    if len(kept) == 1:
        return face.say("kept_one", kind=said, editor=kept[0].editor, id=kept[0].id)
    return face.say("kept_many", kind=said, editor=kept[0].editor, count=len(kept))


def _said(face: Face, kind: str) -> str:
    return face.say(f"judged_{kind}")


def _now() -> datetime:
    return datetime.now(UTC)
