"""A store for the tests of exports: what two outlets tell, with text that nobody should trust, and judgements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from event_maker import on
from record_maker import NOW, sample

from kawat.intake import settle
from kawat.records import Article, Record, Span, Status
from kawat.store import Store, open_store

FORMULAS = (
    "=1+1",
    "+62 21 555",
    "-5",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://e.example","x")',
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\n-2+3",
    "＝ is fullwidth; =is not",
)
"""Beginnings that a spreadsheet may take for a formula, and what is like them."""


def retold(record: Record, **article: object) -> Record:
    """The same reports of an article that is otherwise described."""
    changed: Article = replace(record.article, **article)  # type: ignore[arg-type]
    return replace(record, article=changed)


def hostile(n: int, wording: str) -> Record:
    """Sample ``n`` with ``wording`` as its outlet, title, byline and file, and as the name of an actor."""
    record = sample(n, day=date(2024, 1, 1) + timedelta(days=30 * (n % 100)))
    told = retold(record, outlet=wording, title=wording, byline=wording, source_file=wording, url=None)
    named = replace(record.reports[0].actors[0], name=wording, id=None)
    first = replace(record.reports[0], actors=(named,), time=on(record.article.published_day))
    reports = (replace(first, id=f"rep-{n:016x}"), replace(record.reports[1], id=f"rep-{n + 500:016x}"))
    return replace(told, reports=reports, claims=())


def planned(record: Record, day: date) -> Record:
    """The same article, its first report for another day."""
    return replace(record, reports=(replace(record.reports[0], time=on(day)),), claims=())


def fill(path: Path) -> None:
    """Make a store of samples: two outlets that tell one meeting, a plan, a code like a number, formulas."""
    with open_store(path, create=True) as store, store.transaction():
        for record in (
            sample(1),
            sample(2, outlet="Kabar Selat", day=date(2025, 8, 15)),
            planned(sample(3, outlet="007", status=Status.PLANNED), date(2025, 11, 1)),
            *(hostile(100 + n, wording) for n, wording in enumerate(FORMULAS)),
        ):
            store.add_record(record, NOW, sentences=[Span(0, 5)])
        settle(store, NOW)


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    with open_store(path, read_only=True) as store:
        yield store
