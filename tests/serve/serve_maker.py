"""A store of events of every kind, a client of a server over it, and checking answers against their schemas."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jsonschema
from record_maker import NOW, sample
from starlette.testclient import TestClient

from kawat.bench.merging.scale import made_records
from kawat.intake import keep
from kawat.intake.summaries import summarise
from kawat.records import Granularity, Record, Status, Time
from kawat.serve.app import Api, make_app
from kawat.serve.openapi import BASE, schema_of
from kawat.serve.operations import Setting
from kawat.serve.security import LOCAL_NAMES, Door
from kawat.serve.static import Explorer
from kawat.store import open_store

HOME = "http://localhost:8080"
TOKEN = "a-token-for-tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


MIDDLE = date(2025, 8, 14)
TOLD = (
    (Status.OCCURRED, date(2025, 8, 12), MIDDLE, "SWE"),
    (Status.OCCURRED, date(2025, 3, 3), MIDDLE, "SWE"),
    (Status.ONGOING, date(2025, 7, 1), MIDDLE, "SWE"),
    (Status.PLANNED, date(2025, 8, 25), MIDDLE, "SWE"),
    (Status.PLANNED, date(2025, 9, 15), date(2025, 8, 20), "NOR"),
    (Status.PLANNED, None, date(2025, 8, 20), "FIN"),
    (Status.POSSIBLE, date(2025, 11, 1), MIDDLE, "SWE"),
    (Status.DENIED, date(2025, 6, 1), MIDDLE, "SWE"),
)
"""Meetings: how each stands, its day, the day on which it was told, the country of the other side."""


def meeting(n: int, status: Status, day: date | None, published: date, country: str) -> Record:
    """An article that tells of a meeting on a day of its own, with somebody of ``country``."""
    record = sample(n, status=status, outlet=f"Outlet {n}", day=published)
    first, *others = record.reports
    time = None if day is None else Time(day, day, Granularity.DAY)
    other = replace(first.recipients[0], country=country, name=f"Somebody of {country}")
    return replace(record, reports=(replace(first, time=time, recipients=(other,)), *others))


def fill(path: Path, made: int = 300) -> None:
    """Articles told by hand, with plans, denials, places and claims, and made-up ones besides."""
    with open_store(path, create=True) as store:
        for n, told in enumerate(TOLD):
            keep(store, meeting(n, *told), NOW)
        for record in made_records(made, seed=3, days=20, states=6):
            keep(store, record, NOW)
        summarise(store)


@contextmanager
def client(
    path: Path,
    *,
    edit: bool = False,
    token: str | None = None,
    editor: str = "desk",
    login: str = "",
    **more: Any,
) -> Iterator[TestClient]:
    """A client of a server over the store; ``more`` is of `Api`."""
    explorer = more.pop("explorer", None)
    api = Api(
        str(path),
        Setting("0.0", edit, editor, login),
        Door(token, LOCAL_NAMES),
        more.pop("note", lambda line: None),
        more.pop("clock", lambda: datetime(2025, 8, 21, 12, tzinfo=UTC)),
        **more,
    )
    app = make_app(api, explorer if explorer is not None else Explorer({}))
    with TestClient(app, base_url=HOME, follow_redirects=False) as asking:
        yield asking


def problems(schema: str, value: Any) -> list[str]:
    """What in an answer breaks its schema."""
    validator = jsonschema.Draft202012Validator(schema_of(schema))
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]


def get(asking: TestClient, path: str, schema: str | None = None, **query: Any) -> Any:
    """The JSON of an answer that has to be good, checked against its schema."""
    response = asking.get(f"{BASE}{path}", params=query)
    assert response.status_code == 200, response.text
    value = response.json()
    if schema is not None:
        assert problems(schema, value) == []
    return value


def refused(asking: TestClient, path: str, **query: Any) -> tuple[int, str, str]:
    """Status, code and message of an error, which has to be one."""
    response = asking.get(f"{BASE}{path}", params=query)
    assert response.status_code >= 400, response.text
    assert problems("error", response.json()) == []
    error = response.json()["error"]
    return response.status_code, error["code"], error["message"]


def every(asking: TestClient, path: str, size: int, **query: Any) -> list[Any]:
    """All items of a list, page by page."""
    items: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = get(asking, path, None, limit=size, **query, **cursor)
        assert len(page["items"]) <= size
        items += page["items"]
        if page["next"] is None:
            return items
        cursor = {"cursor": page["next"]}
