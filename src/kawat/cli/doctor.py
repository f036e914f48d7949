"""`kawat doctor`: whether this Kawat and this store are sound."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kawat import __version__
from kawat.cli import options as opt
from kawat.cli.face import Column, Face, show
from kawat.errors import KawatError, KnowledgeError, StoreError

if TYPE_CHECKING:
    from kawat.store import Check

SPECIMEN = b"Harbour talks\n\nThe foreign minister of Sweden met the foreign minister of Indonesia on Monday."


def doctor(
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Check the program, its data and the store.

    Says what is wrong, and ends with 4 (the store) or 5 (Kawat's own data).

    \b
    Examples:
      kawat doctor
      kawat doctor --db desk.db --json
    """
    face = Face(lang, as_json, as_csv)
    own = list(_own())
    kept = list(_kept(db, face))
    columns = (Column("name", width=20), Column("status", width=7), Column("detail", 1))
    show(face, columns, own + kept, lambda check: _cells(face, check), _json)
    if not all(check.ok for check in own):
        raise typer.Exit(KnowledgeError.exit_code)
    if not all(check.ok for check in kept):
        raise typer.Exit(StoreError.exit_code)


def _own() -> Iterator[Check]:
    import sqlite3

    from kawat.store import Check

    yield Check(
        "kawat", True, f"{__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
    yield _tried("knowledge", _knowledge)
    yield _tried("ontology", _ontology)
    yield _tried("reader", _reader)


def _tried(name: str, look: Callable[[], str]) -> Check:
    from kawat.store import Check

    try:
        return Check(name, True, look())
    except Exception as error:  # whatever it is, the other checks are wanted too
        return Check(name, False, str(error) if isinstance(error, KawatError) else repr(error))


def _knowledge() -> str:
    from kawat.knowledge import EntryKind, load_knowledge

    known = load_knowledge()
    return ", ".join(f"{len(known.entries(kind))} {kind.value}" for kind in EntryKind)


def _ontology() -> str:
    from kawat.ontology import load_ontology

    types = load_ontology().types
    return f"{len(types)} types, {sum(len(one.modes) for one in types)} modes"


def _reader() -> str:
    from kawat.contract import record_to_dict, schema_problems
    from kawat.pipeline import read_page
    from kawat.records import Page

    record = read_page(Page(SPECIMEN, media_type="text/plain"))
    problems = schema_problems(record_to_dict(record))
    if problems:
        raise KnowledgeError(f"a record breaks the contract: {problems[0]}; install Kawat again")
    return f"{record.reader.name} {record.reader.version}"


def _kept(db: str, face: Face) -> Iterator[Check]:
    from kawat.store import Check, open_store

    if not Path(db).exists():
        yield Check("store", True, face.say("no_store", path=db))
        return
    try:
        with open_store(db) as store:
            counts = store.counts()
            numbers = f"{counts.articles} articles, {counts.reports} reports, {counts.claims} claims"
            yield Check("store", True, f"{db}: {numbers}, {counts.quarantined} in quarantine")
            yield from store.check()
    except StoreError as error:
        yield Check("store", False, str(error))


def _cells(face: Face, check: Check) -> tuple[str, ...]:
    return check.name, face.say("sound" if check.ok else "faulty"), check.detail


def _json(check: Check) -> dict[str, Any]:
    return {"name": check.name, "ok": check.ok, "detail": check.detail}
