"""`kawat export`: the list of formats, filters, and that an export is there whole or not at all."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helper_cli import Cli
from record_maker import NOW, sample

from kawat.cli.messages_exporting import FORMATS_ID
from kawat.export import formats
from kawat.export.formats import FORMATS, Format
from kawat.export.material import Material
from kawat.intake import settle
from kawat.records import Status
from kawat.store import open_store

Write = Callable[[Material, Path], None]


@pytest.fixture
def db(tmp_path: Path) -> str:
    with open_store(tmp_path / "kawat.db", create=True) as store, store.transaction():
        store.add_record(sample(1), NOW)
        store.add_record(sample(2, outlet="Kabar Selat", status=Status.PLANNED), NOW)
        settle(store, NOW)
    return str(tmp_path / "kawat.db")


@pytest.fixture
def add_format(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Adds a format of which the tests choose how it writes."""

    def add(write: Write, several: bool = False, suffix: str = ".txt", files: tuple[str, ...] = ()) -> None:
        made = Format("made", "a format for tests", suffix, several, write, files)
        monkeypatch.setattr(formats, "FORMATS", (*FORMATS, made))

    return add


def ids(material: Material, out: Path) -> None:
    out.write_text("".join(f"{event.id}\n" for event in material.events()), encoding="utf-8", newline="\n")


def left_over(folder: Path) -> list[str]:
    """What lies there besides a store."""
    return sorted(one.name for one in folder.iterdir() if not one.name.startswith("kawat.db"))


def test_without_a_format_the_formats_are_listed(cli: Cli) -> None:
    ran = cli("export", "--json")
    assert ran.code == 0
    assert [one["format"] for one in ran.objects] == [one.name for one in FORMATS]
    assert {"format", "says", "suffix", "several"} == set(ran.objects[0])
    table, translated = cli("export").out, cli("export", "--lang", "id").out
    assert all(one.name in table and one.name in translated for one in FORMATS)
    assert "sebuah folder" in translated


def test_every_format_has_words_in_both_languages() -> None:
    assert set(FORMATS_ID) == {one.name for one in FORMATS}
    assert all(one.says for one in FORMATS)


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_every_format_writes_what_it_names(name: str, cli: Cli, db: str, tmp_path: Path) -> None:
    made_as = formats.format_called(name)
    out = tmp_path / f"made{made_as.suffix}"
    ran = cli("export", name, "--db", db, "--out", str(out))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("exported ")
    files = {one.name for one in out.iterdir()} if made_as.several else {out.name}
    assert files == set(made_as.files or (out.name,))
    assert left_over(tmp_path) == [out.name]
    if not made_as.several:
        assert cli("export", name, "--db", db).out.encode() == out.read_bytes()


def test_the_filters_choose_events_and_what_these_stand_on(cli: Cli, db: str, tmp_path: Path) -> None:
    assert cli("export", "csv", "--db", db, "--out", "all").code == 0
    ran = cli("export", "csv", "--db", db, "--out", "planned", "--status", "PLANNED", "--country", "Indonesia")
    assert ran.code == 0
    with (tmp_path / "planned" / "events.csv").open(encoding="utf-8", newline="") as file:
        events = list(csv.DictReader(file))
    listed = cli("events", "--db", db, "--status", "planned", "--json").objects
    assert [row["id"] for row in events] == [one["id"] for one in listed]
    assert len(events) < len((tmp_path / "all" / "events.csv").read_text("utf-8").splitlines()) - 1
    assert cli("export", "csv", "--db", db, "--out", "none", "--country", "Atlantis").code == 2


def test_a_folder_is_named_for_several_files(cli: Cli, db: str) -> None:
    ran = cli("export", "csv", "--db", db)
    assert (ran.code, ran.out) == (2, "")
    assert "--out" in ran.err
    assert cli("export", "exel", "--db", db).code == 2
    assert "parquet" in cli("export", "exel", "--db", db).err
    assert cli("export", "csv", "--json", "--out", "x", "--db", db).code == 2


def test_an_earlier_export_is_replaced_and_nothing_else(cli: Cli, db: str, tmp_path: Path) -> None:
    assert cli("export", "jsonl", "--db", db, "--out", "made").code == 0
    (tmp_path / "made" / "claims.jsonl").write_text("old", encoding="utf-8")
    assert cli("export", "jsonl", "--db", db, "--out", "made").code == 0
    assert (tmp_path / "made" / "claims.jsonl").read_text("utf-8") != "old"
    (tmp_path / "made" / "notes.txt").write_text("mine", encoding="utf-8")
    ran = cli("export", "jsonl", "--db", db, "--out", "made")
    assert ran.code == 1
    assert "notes.txt" in ran.err
    assert (tmp_path / "made" / "notes.txt").read_text("utf-8") == "mine"
    (tmp_path / "empty").mkdir()
    assert cli("export", "jsonl", "--db", db, "--out", "empty").code == 0
    assert left_over(tmp_path) == ["empty", "made"]


def test_a_failed_export_leaves_what_was_there(
    cli: Cli, db: str, tmp_path: Path, add_format: Callable[..., None]
) -> None:
    def half(material: Material, out: Path) -> None:
        ids(material, out)
        raise OSError(28, "No space left on device")

    (tmp_path / "made.txt").write_text("before", encoding="utf-8")
    add_format(half)
    ran = cli("export", "made", "--db", db, "--out", "made.txt")
    assert ran.code == 1
    assert "No space left" in ran.err
    assert (tmp_path / "made.txt").read_text("utf-8") == "before"
    assert left_over(tmp_path) == ["made.txt"]
    assert cli("export", "made", "--db", db).out == ""


def test_a_stopped_export_leaves_nothing(
    cli: Cli, db: str, tmp_path: Path, add_format: Callable[..., None]
) -> None:
    def stopped(material: Material, out: Path) -> None:
        (out / "a.txt").write_text("half", encoding="utf-8")
        raise KeyboardInterrupt

    add_format(stopped, several=True, files=("a.txt",))
    ran = cli("export", "made", "--db", db, "--out", "made")
    assert (ran.code, left_over(tmp_path)) == (130, [])
    assert "nothing was written" in ran.err


@pytest.mark.parametrize(
    ("out", "several", "said"),
    [("nowhere/made", False, "does not exist"), ("kawat.db", True, "is a file"), (".", False, "is a folder")],
)
def test_a_place_that_does_not_fit_is_refused_first(
    out: str, several: bool, said: str, cli: Cli, db: str, add_format: Callable[..., None]
) -> None:
    def never(material: Material, path: Path) -> None:
        raise AssertionError(f"wrote {path} of {material}")

    add_format(never, several=several)
    ran = cli("export", "made", "--db", db, "--out", out)
    assert ran.code == 1
    assert said in ran.err


def test_a_file_may_hold_any_bytes(cli: Cli, db: str, tmp_path: Path, add_format: Callable[..., None]) -> None:
    def lines(material: Material, out: Path) -> None:
        out.write_bytes("".join(f"{event.id} é\r\n" for event in material.events()).encode())

    add_format(lines)
    assert cli("export", "made", "--db", db, "--out", "a.txt").code == 0
    told = cli("export", "made", "--db", db).out
    assert told.encode() == (tmp_path / "a.txt").read_bytes()
    assert "é\r\n" in told


def test_whoever_waits_sees_a_bar(
    cli: Cli, db: str, monkeypatch: pytest.MonkeyPatch, add_format: Callable[..., None]
) -> None:
    add_format(ids)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    ran = cli("export", "made", "--db", db)
    assert ran.code == 0
    assert len(ran.out.splitlines()) == len(cli("events", "--db", db, "--json").objects)
    assert "events" in ran.err
    assert "2/2" in ran.err


def test_every_pass_sees_the_store_of_one_moment(
    cli: Cli, db: str, tmp_path: Path, add_format: Callable[..., None]
) -> None:
    def twice(material: Material, out: Path) -> None:
        before = [event.id for event in material.events()]
        with open_store(db) as store, store.transaction():
            store.add_record(sample(9, outlet="Late Wire"), NOW)
            settle(store, NOW)
        after = [event.id for event in material.events()]
        out.write_text(json.dumps([before == after, sum(1 for _ in material.articles())]), encoding="utf-8")

    add_format(twice)
    assert cli("export", "made", "--db", db, "--out", "seen.json").code == 0
    assert json.loads((tmp_path / "seen.json").read_text("utf-8")) == [True, 2]
    assert len(cli("articles", "--db", db, "--json").objects) == 3


def test_what_waits_to_be_merged_is_told(cli: Cli, tmp_path: Path) -> None:
    with open_store(tmp_path / "raw.db", create=True) as store:
        store.add_record(sample(1), NOW)
    ran = cli("export", "csv", "--db", "raw.db", "--out", "made")
    assert ran.code == 4
    assert "kawat merge" in ran.err
    assert not (tmp_path / "made").exists()


def test_reports_are_exported_as_editors_left_them(cli: Cli, db: str, tmp_path: Path) -> None:
    met, struck = (report.id for report in sample(1).reports)
    assert cli("reject", struck, "--by", "siti", "--db", db).code == 0
    assert cli("set", met, "who", "Prabowo", "--by", "siti", "--db", db).code == 0
    assert cli("export", "csv", "--db", db, "--out", "made").code == 0
    with (tmp_path / "made" / "reports.csv").open(encoding="utf-8", newline="") as file:
        reports = {row["id"]: row for row in csv.DictReader(file)}
    assert struck not in reports
    assert "Prabowo" in reports[met]["actors_name"]
    with (tmp_path / "made" / "dyads.csv").open(encoding="utf-8", newline="") as file:
        dyads = [row for row in csv.DictReader(file) if row["event_id"] == reports[met]["event_id"]]
    assert any("Prabowo" in row["actor_name"] for row in dyads)
