"""The bundled reports through the commands, as an editor sees them: at every width, in both languages."""

from __future__ import annotations

from pathlib import Path
from unicodedata import east_asian_width

import pytest
from helper_cli import Cli
from record_maker import NOW

from kawat.intake import TakenAs, expand, take
from kawat.store import open_store

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of all the reports, made once: reading takes the time."""
    path = tmp_path_factory.mktemp("store") / "examples.db"
    with open_store(path, create=True) as opened:
        taken = list(take(opened, expand([str(REPORTS)]), lambda: NOW.replace(year=2027)))
    assert {one.taken_as for one in taken} == {TakenAs.READ}
    return str(path)


@pytest.fixture
def stored(cli: Cli, store: str, monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.setenv("KAWAT_DB", store)
    return cli


def narrow_enough(told: str, width: int) -> bool:
    return all(sum(1 + (east_asian_width(c) in "WF") for c in line) <= width for line in told.splitlines())


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("width", [80, 120])
def test_every_report_can_be_read(cli: Cli, monkeypatch: pytest.MonkeyPatch, width: int, lang: str) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = cli("read", str(REPORTS), "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert narrow_enough(ran.out, width)
    assert "\x1b" not in ran.out
    files = [path for path in REPORTS.iterdir() if not path.name.startswith(".")]
    assert ran.out.count("\nart-") == len(files)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    "command", ["events", "reports", "claims", "articles", "search Israel", "quarantine", "doctor"]
)
def test_every_listing_fits(stored: Cli, monkeypatch: pytest.MonkeyPatch, width: int, command: str) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = stored(*command.split(), "--lang", "en" if width == 80 else "id")
    assert ran.code == 0 and ran.out
    assert narrow_enough(ran.out, width)


def test_everything_that_is_listed_can_be_shown(stored: Cli) -> None:
    for command in ("events", "reports", "claims", "articles"):
        for told in stored(command, "--json").objects[:12]:
            ran = stored("show", told["id"])
            assert (ran.code, ran.err) == (0, "") and ran.out


def test_every_article_says_where_and_when_it_appeared(stored: Cli) -> None:
    assert [
        told["url"] for told in stored("articles", "--json").objects if not told["outlet"] or not told["published"]
    ] == []


def test_every_event_has_all_its_reports_once(stored: Cli) -> None:
    events = stored("events", "--json").objects
    listed = [report["id"] for event in events for report in event["reports"]]
    assert sorted(listed) == sorted(report["id"] for report in stored("reports", "--json").objects)
    assert any(len(event["corroboration"]["outlets"]) > 1 for event in events)
