"""A reader of a toy language, so that every figure can be worked out by hand, and the command line in-process.

Its sentences are words: the countries below, the verbs below with who acts before and who undergoes after, and
"X says: ...", which ends with the line.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kawat.cli.main import main
from kawat.records import (
    Article,
    ClaimSpans,
    Mention,
    MentionKind,
    ReaderInfo,
    Reading,
    ReportSpans,
    Salience,
    Span,
    Status,
    VoiceSpans,
)

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
TOY = "toy"
COUNTRIES = {"Norway": "NOR", "Chile": "CHL", "Japan": "JPN", "Norwegia": "NOR", "Chili": "CHL"}
PERSON = "Rosa"
VERBS = {
    "hits": ("ASSAULT", Status.OCCURRED),
    "menyerang": ("ASSAULT", Status.OCCURRED),
    "will-hit": ("ASSAULT", Status.PLANNED),
    "not-hits": ("ASSAULT", Status.DENIED),
    "meets": ("CONSULT", Status.OCCURRED),
    "bertemu": ("CONSULT", Status.OCCURRED),
    "leaves": ("RETREAT", Status.OCCURRED),
}


def toy_article(article: Article) -> Reading:
    """Read the toy language, line by line."""
    mentions: list[Mention] = []
    reports: list[ReportSpans] = []
    claims: list[ClaimSpans] = []
    for line in re.finditer(r"[^\n]+", article.text):
        said = re.search(r"(\w+) says: ", line.group())
        named = _mentions(line)
        voices: tuple[VoiceSpans, ...] = ()
        start = line.start()
        if said:
            start += said.end()
            voices = (VoiceSpans(named[0], None),)
            claims.append(ClaimSpans(voices, Span(start, line.end()), False))
        mentions += named
        reports += _reports(line, [one for one in named if one.span.start >= start], voices)
    return Reading(ReaderInfo(TOY, "1"), tuple(mentions), tuple(reports), tuple(claims))


def _mentions(line: re.Match[str]) -> list[Mention]:
    out = []
    for word in re.finditer(r"\w+", line.group()):
        span = Span(*word.span()).shifted(line.start())
        if word.group() in COUNTRIES:
            out.append(Mention(span, MentionKind.STATE, country_hint=COUNTRIES[word.group()]))
        elif word.group() == PERSON:
            out.append(Mention(span, MentionKind.PERSON))
    return out


def _reports(line: re.Match[str], named: list[Mention], voices: tuple[VoiceSpans, ...]) -> list[ReportSpans]:
    out = []
    for word in re.finditer(r"[\w-]+", line.group()):
        if word.group() in VERBS:
            kind, status = VERBS[word.group()]
            trigger = Span(*word.span()).shifted(line.start())
            before = tuple(one for one in named if one.span.end <= trigger.start)
            after = tuple(one for one in named if one.span.start >= trigger.end)
            together = kind == "CONSULT"
            out.append(
                ReportSpans(
                    type=kind,
                    mode=None,
                    status=status,
                    salience=Salience.MAIN,
                    trigger=trigger,
                    sentence=Span(*line.span()),
                    actors=before + after if together else before,
                    recipients=() if together else after,
                    symmetric=together,
                    time=None,
                    place=None,
                    quantities=(),
                    voices=voices,
                    confidence=1.0,
                )
            )
    return out


def objects(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """What ``kawat bench ARGUMENTS --json`` prints."""
    with pytest.raises(SystemExit) as end:
        main(["bench", *arguments, "--json"])
    assert end.value.code == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]
