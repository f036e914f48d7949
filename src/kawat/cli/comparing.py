"""`kawat compare`: an event as each side, each other voice and each outlet tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.cli import options as opt
from kawat.cli.face import Column, Face, out, show
from kawat.errors import NotFoundError, UsageError
from kawat.export.safe import json_line

if TYPE_CHECKING:
    from kawat.records import Event
    from kawat.store import Store
    from kawat.views.accounts import Account, Accounts, Side
    from kawat.views.versions import Versions

MANY = 5
_COLUMNS = (
    "account", "kind", "country", "voices", "when", "place", "what", "status", "who", "whom", "how_many", "outlet",
    "also_at", "published", "sentence", "reports",
)  # fmt: skip


def compare(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, or its start.")],
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Put the accounts of an event side by side.

    A column for each side that speaks, each other voice, and each outlet in its own voice.
    Copies of one text are one account. Then: what contradicts what, which sides are
    silent, and what a side leaves out that another one tells.

    \b
    Examples:
      kawat compare evt-9c01
      kawat compare evt-9c01 --csv > accounts.csv
      kawat compare evt-9c01 --lang id
    """
    from kawat.cli.view_event import show_compared
    from kawat.export.event_json import event_json
    from kawat.intake import accounts
    from kawat.store import open_store

    face = Face(lang, as_json, as_csv)
    with open_store(db, read_only=True) as store:
        found = event_called(store, event)
        told = accounts(store, found)
    if face.json:
        out(json_line(event_json(found, told)))
    elif face.csv:
        _csv(face, found, told)
    else:
        show_compared(face, found, told)


def event_called(store: Store, prefix: str) -> Event:
    """The only event whose id starts so. Raises `NotFoundError`, `UsageError` where there are several."""
    from kawat.intake import event_with

    found = event_with(store, prefix) if prefix else ()
    exact = [one for one in found if one.id == prefix]
    if not found:
        raise NotFoundError(f"no event in the store has an id that begins with {prefix!r}; see `kawat events`")
    if len(found) > 1 and not exact:
        shown = ", ".join(one.id for one in found[:MANY]) + (" ..." if len(found) > MANY else "")
        raise UsageError(f"{prefix!r} begins the ids of {len(found)} events ({shown}); give more of it")
    return (exact or list(found))[0]


@dataclass(frozen=True)
class _Row:
    """A row of the CSV: an account, or a side that is silent."""

    account: Account | None
    side: Side | None


def _csv(face: Face, event: Event, accounts: Accounts) -> None:
    from kawat.views.versions import versions_of

    versions = versions_of(event)
    rows = [_Row(one, None) for one in accounts.accounts]
    rows += [_Row(None, side) for side in accounts.sides if side.silent]
    columns = tuple(Column(key) for key in _COLUMNS)
    show(face, columns, rows, lambda row: _cells(face, row, versions), lambda _: {})


def _cells(face: Face, row: _Row, versions: Versions) -> tuple[str, ...]:
    from kawat.cli import view_event as view
    from kawat.views.values import FieldName

    if row.account is None:
        country = row.side.country if row.side else ""
        name = view.country_name(face, country)
        return name, "silent", country, *[""] * (len(_COLUMNS) - 3)
    account = row.account
    fields = (FieldName.WHEN, FieldName.WHERE, FieldName.WHAT, FieldName.STATUS, FieldName.WHO, FieldName.WHOM)
    return (
        view.account_name(face, account),
        account.kind.value,
        account.country or "",
        view.account_voices(face, account),
        *(view.account_cell(face, account, name, versions) for name in (*fields, FieldName.FIGURES)),
        ", ".join(account.outlets),
        ", ".join(account.also_at),
        view.account_published(account),
        view.account_sentence(account),
        " ".join(telling.report.id for telling in account.tellings),
    )
