"""What editors say on the command line, and how it is listed, carried elsewhere and taken back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from helper_cli import Cli
from record_maker import NOW, sample

from kawat.intake import events, settle
from kawat.store import open_store

MET = [sample(n).reports[0].id for n in (1, 2)]
CONDEMNED = [sample(n).reports[1].id for n in (1, 2)]


def fill(path: Path, *numbers: int) -> None:
    with open_store(path, create=True) as store:
        for n in numbers:
            store.add_record(sample(n, outlet=f"Outlet {n}"), NOW)
        settle(store, NOW)


@pytest.fixture
def kept(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The command line of the editor siti, with two articles in the store that tell the same two events."""
    monkeypatch.setenv("KAWAT_EDITOR", "siti")
    fill(tmp_path / "kawat.db", 1, 2)
    return cli


def groups(path: str = "kawat.db") -> list[list[str]]:
    with open_store(path, read_only=True) as store:
        return sorted(sorted(t.report.id for t in event.tellings) for event in events(store))


def event_of(report: str) -> str:
    with open_store("kawat.db", read_only=True) as store:
        return store.merging().events_of([report])[report]


def together(one: str, other: str) -> bool:
    return any(one in group and other in group for group in groups())


def test_a_report_leaves_its_event_and_comes_back(kept: Cli) -> None:
    before = groups()
    assert together(*MET)
    (told,) = kept("unlink", MET[0], "--json", "--note", "another meeting").objects
    assert not together(*MET)
    (judgement,) = told["judgements"]
    assert (judgement["kind"], judgement["editor"], judgement["note"]) == ("unlink", "siti", "another meeting")
    assert {change["kind"] for change in told["changes"]} == {"split", "changed"}
    assert set(told["events"]) == {event_of(report) for report in MET}
    gone = kept("judgements", "remove", judgement["id"][:8], "--json").objects[0]
    assert [one["id"] for one in gone["removed"]] == [judgement["id"]]
    assert groups() == before


def test_two_events_become_one(kept: Cli) -> None:
    ran = kept("link", event_of(MET[0])[:12], event_of(CONDEMNED[0]), "--by", "budi")
    assert ran.code == 0
    assert any({*MET, *CONDEMNED} <= set(group) for group in groups())
    assert "by budi" in ran.out and "merged into" in ran.out and event_of(MET[0])[:12] in ran.out


def test_what_is_rejected_leaves_all_views(kept: Cli) -> None:
    ran = kept("reject", event_of(MET[0]), "--lang", "id")
    assert "ditolak oleh siti (2 putusan" in ran.out and "dihapus" in ran.out
    assert not {*MET} & {report for group in groups() for report in group}


def test_a_value_is_corrected_in_all_views(kept: Cli) -> None:
    assert kept("set", event_of(MET[0]), "status", "denied").code == 0
    (event,) = (one for one in kept("events", "--json").objects if one["type"] == "CONSULT")
    assert {report["status"] for report in event["reports"]} == {"denied"}


def test_a_decision_that_changes_no_event_says_so(kept: Cli) -> None:
    ran = kept("link", *MET)
    assert "The events stay as they are" in ran.out and event_of(MET[0]) in ran.out
    assert "Peristiwanya tetap" in kept("link", *MET, "--lang", "id").out


def test_the_login_name_signs_where_nobody_is_named(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KAWAT_EDITOR", raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "rina")
    fill(tmp_path / "kawat.db", 1)
    assert cli("reject", MET[0], "--json").objects[0]["judgements"][0]["editor"] == "rina"
    assert cli("reject", CONDEMNED[0], "--by", " ").code == 2


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (("set", MET[0], "colour", "red"), 2, "there are: type, mode"),
        (("set", MET[0], "when", "soon"), 2, "is no day"),
        (("set", MET[0], "mode", "missile"), 2, "has no mode"),
        (("link", MET[0], "rep-zzz"), 3, "kawat events"),
        (("link", MET[0], MET[0]), 2, "give two"),
        (("reject", sample(1).article.id), 2, "give a report or an event"),
        (("judgements", "burn"), 2, "it can: list, load FILE, remove ID"),
        (("judgements", "load"), 2, "needs one FILE"),
        (("judgements", "remove"), 2, "needs an ID"),
        (("judgements", "remove", "jdg-zz"), 3, "kawat judgements"),
        (("judgements", "load", "none.jsonl"), 3, "there is no file none.jsonl"),
        (("judgements", "--json", "--csv"), 2, "exclude one another"),
    ],
)
def test_wrong_calls_say_what_to_do_and_store_nothing(
    kept: Cli, call: tuple[str, ...], code: int, said: str
) -> None:
    before = groups()
    ran = kept(*call)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert groups() == before and kept("judgements", "--json").out == ""


def test_the_list_has_the_words_and_who_and_when(kept: Cli) -> None:
    assert "No editor has judged" in kept("judgements").out
    kept("link", *MET, "--note", "same talks")
    kept("set", CONDEMNED[0], "where", "Bandung, IDN")
    table = kept("judgements").out
    for words in ("linked", "“met”", "Outlet 2", "same talks", "siti", "Where: Bandung", "“condemned”"):
        assert words in table, words
    assert "disatukan" in kept("judgements", "--lang", "id").out
    head, *rows = csv.reader(io.StringIO(kept("judgements", "list", "--csv").out))
    assert head == ["id", "judged", "words", "value", "holds", "editor", "at", "note"]
    assert [(row[1], row[3], row[4]) for row in rows] == [
        ("link", "", "holds"),
        ("set", "where: Bandung, IDN", "holds"),
    ]
    told = kept("judgements", "--json").objects
    assert [one["texts"] for one in told] == [["met", "met"], ["condemned"]]
    assert [row[0] for row in rows] == [one["id"] for one in told]


def test_an_answer_that_later_ones_overrule_is_marked(kept: Cli, tmp_path: Path) -> None:
    lines = []
    for n, (kind, one, other) in enumerate((("link", 0, 1), ("link", 1, 2), ("unlink", 0, 2))):
        ends = [{"article_id": f"art-{end}", "span": {"start": 0, "end": 4}} for end in (one, other)]
        at = f"2025-08-20T10:00:0{n}Z"
        lines.append(json.dumps({"kind": kind, "words": ends[0], "other": ends[1], "editor": "a", "at": at}))
    Path("more.jsonl").write_text("\n".join(lines))
    assert kept("judgements", "load", "more.jsonl", "--json").objects[0]["waiting"] == 3
    assert {one["stands"] for one in kept("judgements", "--json").objects} == {"waits"}
    articles = [sample(1).article.id, sample(2).article.id]
    spans = [report.trigger for report in sample(1).reports]
    chain = [(articles[0], spans[0]), (articles[1], spans[0]), (articles[1], spans[1])]
    named = [{"article_id": article, "span": {"start": s.start, "end": s.end}} for article, s in chain]
    told = [("link", 0, 1), ("link", 1, 2), ("unlink", 0, 2)]
    lines = [
        json.dumps(
            {"kind": kind, "words": named[a], "other": named[b], "editor": "a", "at": f"2025-08-21T10:00:0{n}Z"}
        )
        for n, (kind, a, b) in enumerate(told)
    ]
    Path("chain.jsonl").write_text("\n".join(lines))
    kept("judgements", "load", "chain.jsonl")
    assert [one["stands"] for one in kept("judgements", "--json").objects[3:]] == ["overruled", "holds", "holds"]
    assert "overruled" in kept("judgements").out


def test_judgements_go_to_another_store_and_wait_for_their_articles(kept: Cli, tmp_path: Path) -> None:
    kept("unlink", MET[0])
    kept("reject", CONDEMNED[1])
    Path("said.jsonl").write_text(kept("judgements", "--json").out)
    expected = groups()
    (told,) = kept("judgements", "load", "said.jsonl", "--db", "other.db", "--json").objects
    assert (told["kept"], told["known"], told["waiting"], told["changes"]) == (2, 0, 2, [])
    fill(tmp_path / "other.db", 2, 1)
    assert groups("other.db") == expected
    assert "kept 0, known already 2" in kept("judgements", "load", "said.jsonl", "--db", "other.db").out
    fill(tmp_path / "third.db", 1, 2)
    assert "split from" in kept("judgements", "load", "said.jsonl", "--db", "third.db").out
    assert groups("third.db") == expected


def test_a_bad_line_is_named_and_nothing_is_kept(kept: Cli) -> None:
    kept("reject", MET[0])
    good = kept("judgements", "--json").out
    kept("judgements", "remove", json.loads(good)["id"])
    for bad, said in (
        ("{}", "line 3: this is no judgement"),
        ("{", "line 3: this is no JSON"),
        ("[" * 9999, "line 3"),
    ):
        Path("bad.jsonl").write_text(f"{good}\n{bad}\n")
        ran = kept("judgements", "load", "bad.jsonl")
        assert ran.code == 3 and said in ran.err
    Path("bad.jsonl").write_bytes(b"\xff\xfe")
    assert kept("judgements", "load", "bad.jsonl").code == 3
    assert kept("judgements", "--json").out == ""


def test_what_editors_write_steers_no_terminal(kept: Cli) -> None:
    kept("reject", MET[0], "--by", "si\x1b[2Jti", "--note", "=1+1\x07")
    assert "\x1b" not in kept("judgements").out and "\x07" not in kept("judgements").out
    assert "'=1+1" in kept("judgements", "--csv").out
    assert "\x1b" not in kept("link", *CONDEMNED, "--by", "a\x1b[0m").out
