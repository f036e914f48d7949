"""Events with versions and accounts: what an editor sees, what programs get, and that every key is documented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from event_maker import (
    KCNA,
    KIM,
    KREMLIN,
    MONDAY,
    OFFICIALS,
    PUTIN,
    TUESDAY,
    WEDNESDAY,
    dead,
    event,
    on,
    place,
    telling,
)

from kawat.cli.face import Face
from kawat.cli.view_event import show_compared, show_event
from kawat.export.event_json import event_json
from kawat.export.safe import json_line
from kawat.records import Counted, Event, Quantity, Span, Status, Telling
from kawat.views.accounts import accounts_of

DOCS = Path(__file__).parents[2] / "docs"
EN, ID = Face("en"), Face("id")


def call(n: int, **more: Any) -> Telling:
    given = {"type": "CONSULT", "mode": "phone", "actors": (PUTIN, KIM), "recipients": (), "symmetric": True}
    return telling(n, **given | more)


def rich() -> tuple[Event, list[Event]]:
    """A call that the Kremlin and KCNA tell otherwise, with a copy; a summit that only the Kremlin tells."""
    ships = Quantity("ships", Counted.OTHER, Span(0, 4), value=2.0)
    told = event(
        call(
            1, voices=(KREMLIN,), place=place("Vladivostok", "RUS"), quantities=(dead(3.0), ships), copy_of="art-x"
        ),
        call(2, voices=(KREMLIN,), place=place("Vladivostok", "RUS"), copy_of="art-x", published=WEDNESDAY),
        call(3, voices=(KCNA, KIM), time=on(TUESDAY), outlet=None),
        call(4, time=None),
        call(5, voices=(OFFICIALS,), status=Status.PLANNED, published=MONDAY),
    )
    summit = call(1, tag="b", mode="visit", status=Status.PLANNED, time=on(WEDNESDAY), voices=(KREMLIN,))
    return told, [event(summit, id="evt-summit")]


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from keys(part)


def full_json() -> dict[str, Any]:
    told, others = rich()
    return event_json(told, accounts_of(told, others))


EXPORTED = sorted(set(keys(full_json())))


def code_words(page: str) -> set[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return {word for piece in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\w-]+", piece)}


def test_the_example_has_every_part() -> None:
    assert {"untold", "clashes", "also_at", "counted", "copy_of", "left_out", "latitude", "cue"} <= set(EXPORTED)
    told = full_json()
    assert told["contradictions"] and told["sides"] and told["accounts"] and told["views"]


@pytest.mark.parametrize("key", EXPORTED)
def test_every_exported_field_of_an_event_is_documented(key: str) -> None:
    assert key in code_words("events.md") | (code_words("record-format.md") if key not in full_json() else set())


@pytest.mark.parametrize("value", ["single", "agreed", "differs", "contradicted", "rising", "history"])
def test_every_standing_is_documented(value: str) -> None:
    assert value in code_words("events.md")


def test_the_json_of_an_event() -> None:
    told = full_json()
    assert (told["id"], told["type"], told["mode"], told["status"]) == ("evt-1", "CONSULT", "phone", "occurred")
    assert (told["day"], told["last_day"]) == ("2025-08-11", "2025-08-11")
    assert told["corroboration"]["independent"] == 4 and told["corroboration"]["copies"] == 1
    assert told["corroboration"]["outlets"] == ["Outlet 1", "Outlet 2", "3.txt", "Outlet 4", "Outlet 5"]
    assert (told["first_published"], told["last_published"]) == ("2025-08-11", "2025-08-13")
    (clash,) = told["contradictions"]
    assert clash["field"] == "when"
    assert [one["value"]["start"] for one in clash["values"]] == ["2025-08-11", "2025-08-12"]
    assert [actor["name"] for actor in clash["values"][1]["voices"][0]] == ["KCNA", "Kim Jong Un"]
    russia, korea = sorted(told["sides"], key=lambda side: str(side["country"]), reverse=True)
    assert (russia["country"], russia["silent"], korea["silent"]) == ("RUS", False, False)
    assert korea["left_out"] == ["where", "figures"]
    assert [(one["id"], one["told_by"]) for one in korea["untold"]] == [("evt-summit", "RUS")]
    kinds = [(one["kind"], one["country"], one["also_at"]) for one in told["accounts"]]
    assert sorted(kinds, key=str) == sorted(
        [("side", "RUS", ["Outlet 2"]), ("side", "PRK", []), ("voice", None, []), ("outlet", None, [])], key=str
    )
    first = told["reports"][0]
    assert "vector" not in first
    assert first["article"]["source_file"] == "folder/1.txt" and first["article"]["copy_of"] == "art-x"
    assert first["trigger"] == {"start": 0, "end": 4, "text": "Text"}
    assert json.loads(json_line(told)) == told


def test_a_listing_leaves_sides_out() -> None:
    told = event_json(rich()[0])
    assert "sides" not in told and "accounts" not in told and len(told["reports"]) == 5


def compared(capsys: pytest.CaptureFixture[str], face: Face = EN) -> str:
    told, others = rich()
    show_compared(face, told, accounts_of(told, others))
    return capsys.readouterr().out


@pytest.mark.usefixtures("cli")
@pytest.mark.parametrize("width", ["80", "100", "140"])
def test_accounts_side_by_side(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    told = compared(capsys)
    assert max(map(len, told.splitlines())) <= int(width)
    assert "\x1b" not in told
    flat = " ".join(told.split())
    for words in ("Russia (RUS)", "North Korea (PRK)", "officials", "Outlet 4, in its own voice"):
        assert words in flat
    assert flat.count("(contradicted)") == 3  # Kremlin and officials on Monday, KCNA on Tuesday
    assert "Also at" in flat and "Outlet 2" in flat
    assert "Contradicted: when: 2025-08-11" in flat
    assert "Left out by North Korea (PRK), told by the other side: place, figures" in flat
    assert "Not told by North Korea (PRK), told by Russia (RUS) in the same articles: - Planned: " in flat


@pytest.mark.usefixtures("cli")
def test_contradictions_are_red_on_a_terminal_and_said_in_indonesian(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = compared(capsys, ID)
    assert "(bertentangan)" in told and "Rusia (RUS)" in told and "Tidak disebut Korea Utara (PRK)" in told
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert re.search(r"\x1b\[1;31m[^\x1b]*2025-08-12 \(contradicted\)", compared(capsys))


@pytest.mark.usefixtures("cli")
def test_the_values_of_an_event(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    told, others = rich()
    show_event(EN, told, accounts_of(told, others))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Vladimir Putin and Kim Jong Un spoke by phone")
    (when,) = [line for line in lines if line.startswith("When")]
    assert "Kremlin (RUS) (Outlet 1 (also at: Outlet 2))" in when and when.endswith("CONTRADICTED")
    assert any(line.startswith("What") and "all sources" in line and line.endswith("agreed") for line in lines)
    assert any(line.startswith("killed") and "3 people" in line and line.endswith("one source") for line in lines)
    assert sum("tells of it" in line for line in lines) == 5


@pytest.mark.usefixtures("cli")
def test_a_side_without_a_voice_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    told = event(call(1, voices=(KREMLIN,)))
    show_event(EN, told, accounts_of(told))
    said = " ".join(capsys.readouterr().out.split())
    assert "Silent: North Korea (PRK) takes part, and no voice of it tells this event here." in said
    assert "Russia (RUS) takes part" not in said


@pytest.mark.usefixtures("cli")
def test_a_hostile_name_steers_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    told = event(call(1, outlet="\x1b]0;owned\x07[red]"), call(2, voices=(OFFICIALS,), outlet="\u202eevil"))
    show_event(EN, told, accounts_of(told))
    show_compared(EN, told, accounts_of(told))
    said = capsys.readouterr().out
    assert "[red]" in said and not set(said) & set("\x1b\x07\u202e")
