"""`kawat read` and `kawat add`."""

from __future__ import annotations

import io
import sys
import types
from pathlib import Path

import pytest
from helper_cli import Cli
from record_maker import sample

from kawat.contract import schema_problems
from kawat.contract.from_json import record_from_dict
from kawat.store import open_store

pytestmark = pytest.mark.usefixtures("faked")


def pages(folder: Path, **bodies: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in bodies.items():
        (folder / f"{name}.txt").write_text(body, encoding="utf-8")
    return folder


def test_json_is_a_valid_record_a_line_in_the_order_given(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path / "in", a="n 1", b="n 2")
    ran = cli("read", "--json", "in/b.txt", "./in/a.txt")
    assert (ran.code, ran.err) == (0, "")
    assert [schema_problems(told) for told in ran.objects] == [[], []]
    assert [told["source_file"] for told in ran.objects] == ["in/b.txt", "./in/a.txt"]
    assert record_from_dict(ran.objects[1]).reports == sample(1).reports


def test_what_can_not_be_read_is_named_and_the_rest_goes_on(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path, a="n 1", bad="broken", odd="crash")
    ran = cli("read", "--json", "bad.txt", "none.txt", "odd.txt", "a.txt")
    assert ran.code == 3
    assert len(ran.objects) == 1
    first, second, third = ran.err.splitlines()
    assert first == "kawat: bad.txt: this is not a text; give an article"
    assert "none.txt" in second and "check the path" in second
    assert "odd.txt: unexpected ZeroDivisionError: an odd page" in third


def test_a_folder_is_its_files_sorted_and_not_the_hidden_ones(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path / "in" / "sub", c="n 3")
    pages(tmp_path / "in", b="n 2", a="n 1")
    (tmp_path / "in" / ".hidden").write_text("broken")
    pages(tmp_path / "in" / ".git", d="broken")
    ran = cli("read", "--json", "in/")
    assert [told["source_file"] for told in ran.objects] == ["in/a.txt", "in/b.txt", "in/sub/c.txt"]
    assert ran.code == 0


def test_an_empty_folder_is_an_unreadable_input(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    ran = cli("read", "in")
    assert (ran.code, ran.err) == (3, "kawat: in: the folder in has no files in it; name another\n")


def test_a_dash_is_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(b"n 7")))
    ran = cli("read", "--json", "-")
    assert [told["source_file"] for told in ran.objects] == ["-"]
    assert ran.objects[0]["article"]["title"] == "Meeting number 7 in Bandung"


def test_too_long_an_input_is_refused(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path, a="n 1")
    assert cli("read", "--max-bytes", "2", "a.txt").code == 3
    assert cli("read", "--max-bytes", "3", "a.txt").code == 0


def test_private_addresses_are_refused(cli: Cli) -> None:
    ran = cli("read", "http://127.0.0.1:9/")
    assert ran.code == 3
    assert "127.0.0.1" in ran.err


@pytest.mark.parametrize(
    "arguments", [["read"], ["read", "--nonsense", "a"], ["nonsense"], ["read", "--lang", "fr", "a"]]
)
def test_a_wrong_call_ends_with_2(cli: Cli, arguments: list[str]) -> None:
    ran = cli(*arguments)
    assert ran.code == 2
    assert "Usage:" in ran.err or "--lang" in ran.err


def test_one_broken_file_among_a_hundred_costs_one(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path / "in", **{f"p{n:03}": f"n {n}" for n in range(99)}, p050b="broken")
    ran = cli("add", "in")
    assert ran.code == 3
    assert ran.out == "read 99, copies 0, other language 0, quarantined 1 (kawat quarantine lists them)\n"
    with open_store("kawat.db") as store:
        (bad,) = store.quarantine_list()
        assert (bad.source, bad.reason) == ("in/p050b.txt", "this is not a text; give an article")
        assert store.counts().articles == 99
        assert all(check.ok for check in store.check())


def test_adding_again_changes_nothing_and_mends_the_quarantine(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path / "in", a="n 1", b="th 2", c="crash")
    assert cli("add", "in").out.startswith("read 1, copies 0, other language 1, quarantined 1")
    pages(tmp_path / "in", c="n 3")
    ran = cli("add", "in")
    assert (ran.code, ran.out) == (0, "read 1, copies 0, other language 0, quarantined 0, unchanged 2\n")
    assert cli("quarantine").out == "Nothing is in quarantine.\n"


def test_the_tally_as_json_and_in_indonesian(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path / "in", a="n 1")
    assert cli("add", "in", "--json").objects == [
        {"read": 1, "copies": 0, "other_language": 0, "quarantined": 0, "unchanged": 0, "still_quarantined": 0}
    ]
    assert cli("add", "in", "--lang", "id").out.endswith("dikarantina 0, tak berubah 1\n")


def test_the_store_is_not_read_as_an_article(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path, a="n 1")
    for _ in range(2):
        assert cli("add", ".").code == 0


def test_the_store_is_the_option_else_the_environment_else_here(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages(tmp_path / "in", a="n 1")
    cli("add", "in")
    monkeypatch.setenv("KAWAT_DB", "env.db")
    cli("add", "in")
    cli("add", "in", "--db", "given.db")
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["env.db", "given.db", "kawat.db"]


def test_a_file_that_is_no_store_ends_with_4(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path / "in", a="n 1")
    (tmp_path / "letter.txt").write_text("Dear reader, " * 99)
    for arguments in (["add", "in"], ["events"], ["remove", "art-1"]):
        ran = cli(*arguments, "--db", "letter.txt")
        assert (ran.code, ran.out) == (4, "")
        assert "is not a Kawat store" in ran.err


def test_a_fault_of_ours_is_told_as_one(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages(tmp_path / "in", a="n 1")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no idea")

    monkeypatch.setattr("kawat.store.open_store", broken)
    ran = cli("add", "in")
    assert (ran.code, ran.out) == (1, "")
    assert "unexpected RuntimeError: no idea" in ran.err
    assert "KAWAT_DEBUG=1" in ran.err


def test_explain_says_why_and_on_which_words(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path, a="n 1")
    ran = cli("read", "--explain", "a.txt")
    assert ran.code == 0
    assert "Why each value" in ran.out
    assert "Why each value" not in cli("read", "a.txt").out
    assert "Alasan tiap nilai" in cli("read", "--explain", "--lang", "id", "a.txt").out


def test_explain_in_json_keeps_candidates_out_unless_asked(cli: Cli, tmp_path: Path) -> None:
    pages(tmp_path, a="n 1")
    (told,) = cli("read", "--json", "--explain", "a.txt").objects
    assert all(report["explain"] for report in told["reports"])
    assert "candidates" not in told
    (both,) = cli("read", "--json", "--explain", "--candidates", "a.txt").objects
    assert "candidates" in both
    assert schema_problems(both) == []
    (plain,) = cli("read", "--json", "a.txt").objects
    assert not any("explain" in report for report in plain["reports"])
