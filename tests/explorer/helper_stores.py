"""Stores for the tests of the explorer: the demo's, and one in which every word is hostile."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kawat.intake.settling import settle
from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Claim,
    Counted,
    Granularity,
    Paragraph,
    ParagraphKind,
    Place,
    Quantity,
    ReaderInfo,
    Record,
    Report,
    Salience,
    Span,
    Status,
    Time,
    Voice,
    content_id,
)
from kawat.store import open_store

ROOT = Path(__file__).parents[2]
REPORTS = ("examples/reports", "examples/call/reports")
DAY = datetime(2025, 8, 14, 8, 0, tzinfo=UTC)
PATIENCE = 300.0  # seconds until another process has made a store


def payloads() -> list[str]:
    """Over a hundred ways to become markup or script."""
    lines = Path(__file__).with_name("hostile.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip()]


def shared(path: Path, make: Callable[[Path], None]) -> Path:
    """The file, made once however many processes of the suite ask for it."""
    claim, done = path.with_suffix(".claim"), path.with_suffix(".done")
    try:
        os.close(os.open(claim, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while not done.exists():
            if time.monotonic() > until:
                raise TimeoutError(f"nobody made {path}") from None
            time.sleep(0.1)
        return path
    try:
        make(path)
    except BaseException:
        claim.unlink()
        raise
    done.touch()
    return path


def make_demo(path: Path) -> None:
    command = [sys.executable, "-m", "kawat", "add", *REPORTS, "--db", str(path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def make_hostile(path: Path) -> None:
    """Each payload as title, outlet, words of the text, names, place, unit, speaker and statement."""
    with open_store(path, create=True) as store:
        for number, payload in enumerate(payloads()):
            store.add_record(_hostile(number, payload), DAY)
        settle(store, DAY)


LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 6  # a word that no line can hold


def make_long(path: Path) -> None:
    """Two articles in which every name, value and unit is one long word; and an event that both tell otherwise."""
    with open_store(path, create=True) as store:
        for number in range(2):
            store.add_record(_hostile(number, f"{LONG}{number}"), DAY)
        settle(store, DAY)


def _hostile(number: int, payload: str) -> Record:
    head = f"{number}: {payload}"
    body = f"{payload} met {payload} on Thursday, {payload} said."
    text = f"{head}\n\n{body}"
    start = len(head) + 2
    met = start + len(payload) + 1
    whom = Span(met + 4, met + 4 + len(payload))
    speaker = Span(len(text) - len(payload) - 6, len(text) - 6)
    article = Article(
        text=text,
        paragraphs=(
            Paragraph(Span(0, len(head)), ParagraphKind.TITLE),
            Paragraph(Span(start, len(text)), ParagraphKind.LEAD),
        ),
        language="en",
        title=head,
        outlet=head,
        byline=payload,
        published=DAY + timedelta(minutes=number),
        url=f"javascript:window.hit={number}",
    )
    who = Actor(head, ActorKind.PERSON, Span(start, start + len(payload)), country="IDN")
    other = Actor(payload, ActorKind.PERSON, whom, country="SWE")
    voice = Actor(payload, ActorKind.PERSON, speaker)
    report = Report(
        content_id("rep", article.id, "met"), "CONSULT", "visit", (), Status.OCCURRED, Salience.MAIN,
        Span(met, met + 3), Span(start, len(text)), (who,), (other,), False,
        Time(DAY.date(), DAY.date(), Granularity.DAY, None), Place(payload, "IDN", whom, -6.2, 106.8, "point"),
        (Quantity(payload, Counted.PEOPLE, whom, value=float(number)),),
        (Voice(voice, Span(len(text) - 5, len(text) - 1)),), 0.9,
    )  # fmt: skip
    claim = Claim(content_id("clm", article.id, "0"), (voice,), None, Span(start, met + 3), True, (report.id,))
    return Record(ReaderInfo("lexicon", "0.1.0"), article, (report,), (claim,), ())
