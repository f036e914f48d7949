"""`kawat watch`, `status`, `reread`, and what `show` says of replaced articles."""

from __future__ import annotations

import json
import types
from dataclasses import replace
from pathlib import Path

import pytest
from helper_cli import Cli, undocumented
from record_maker import NOW, READER, sample

from kawat.errors import InputError
from kawat.intake import events, keep, rereading
from kawat.reading.info import LEXICON
from kawat.records import Article, Record
from kawat.store import open_store
from kawat.store.watching import FeedRow, Named, RetryRow, WatchRow

BEFORE, POLLED = "2025-08-20T09:00:00Z", "2025-08-20T09:28:00Z"
URL = "https://warta-bahari.example/story"


def filled(path: Path) -> None:
    """A store after some watching."""
    with open_store(path, create=True) as store:
        keep(store, sample(1), NOW)
        tables = store.watching()
        with store.transaction():
            tables.put_watch(
                WatchRow(
                    "far.example", 42, "2025-08-20T09:00:00Z", "2025-08-20T09:29:00Z", "2025-08-20T09:28:00Z", None
                )
            )
            tables.put_feed(FeedRow("https://a.example/rss", "auto", success_at=POLLED, state="ok"))
            tables.put_feed(
                FeedRow(
                    "https://b.example/rss", "auto", failures=9, state="dead", last_error="it answered 500\x1b[2J"
                )
            )
            tables.name([Named("https://a.example/1", "https://a.example/rss")], POLLED, 9, 0)
            tables.put_retry(
                RetryRow(
                    "https://a.example/1", 2, "2025-08-20T09:00:00Z", "2025-08-20T10:00:00Z", "it answered 503"
                )
            )


def test_the_status_for_people(cli: Cli, tmp_path: Path) -> None:
    filled(tmp_path / "kawat.db")
    ran = cli("status")
    assert ran.code == 0
    assert "gave no sign of life since 2025-08-20T09:29:00Z" in ran.out.replace("\n", " ")
    assert "Feeds: dead 1, ok 1" in ran.out
    assert "1 wait, 1 of these failed before (next try 2025-08-20T10:00:00Z); 0 in quarantine" in ran.out
    assert ran.out.index("b.example") < ran.out.index("a.example"), "the worst first"
    assert "\x1b" not in ran.out
    told = cli("status", "--lang", "id").out
    assert "mati 1" in told
    assert "menunggu" in told


def test_the_status_for_programs_is_documented(cli: Cli, tmp_path: Path) -> None:
    filled(tmp_path / "kawat.db")
    (told,) = cli("status", "--json").objects
    assert undocumented({key: value for key, value in told.items() if key != "states"}, "howto-watch.md") == set()
    assert (told["running"], told["queue"], told["retries"], told["articles"]) == (False, 1, 1, 1)
    assert told["states"] == {"dead": 1, "ok": 1}
    assert len(told["by_hour"]) == 24
    assert told["size"] == (tmp_path / "kawat.db").stat().st_size or told["size"] > 0
    assert [feed["failures"] for feed in told["feeds"]] == [0, 9]


def test_the_status_without_a_watch(cli: Cli, tmp_path: Path) -> None:
    open_store(tmp_path / "kawat.db", create=True).close()
    assert "No watch has ever run" in cli("status").out
    (told,) = cli("status", "--json").objects
    assert (told["watch"], told["running"]) == (None, False)


def test_a_wrong_file_of_sources_makes_no_store(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text("[[source]]\nurl = 3")
    ran = cli("watch", "s.toml")
    assert (ran.code, "source 1: url" in ran.err) == (2, True)
    assert cli("watch", "none.toml").code == 3
    assert not (tmp_path / "kawat.db").exists()


def test_show_tells_what_replaced_an_article_and_what_it_replaced(cli: Cli, tmp_path: Path) -> None:
    old, new = (replace(sample(n), article=replace(sample(n).article, url=URL)) for n in (1, 2))
    with open_store(tmp_path / "kawat.db", create=True) as store:
        keep(store, old, NOW)
        keep(store, new, NOW)
    gone, there = old.article.id, new.article.id
    assert (
        f"REPLACED 2025-08-20T09:30:00Z: the text at its address changed; the current article is {there}"
        in " ".join(cli("show", gone).out.split())
    )
    assert f"Replaces: {gone}" in cli("show", there).out
    assert "DIGANTIKAN" in cli("show", gone, "--lang", "id").out
    assert "REPLACED" in cli("show", old.reports[0].id).out
    assert cli("show", gone, "--json").objects[0]["superseded_by"] == there
    assert cli("show", there, "--json").objects[0]["supersedes"] == [gone]
    assert [one["id"] for one in cli("articles", "--json").objects] == [there]
    kinds = {one["kind"] for one in cli("changes", "--json").objects}
    assert kinds == {"made", "replaced"}
    assert "replaced by" in " ".join(cli("changes").out.split())


@pytest.fixture
def newer_reader(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A reader that signs as the lexicon does now, and reads samples as they are; gives what it read."""
    read: list[str] = []

    def read_article(article: Article, reader: str) -> Record:
        read.append(article.id)
        if "number 3" in article.text:
            raise InputError("it breaks the reader")
        number = int(article.text.split("number ")[1].split()[0])
        record = sample(number)
        reports = record.reports[:1] if number == 2 else record.reports
        return replace(record, reader=LEXICON, reports=reports, claims=() if number == 2 else record.claims)

    monkeypatch.setattr(rereading, "pipeline", types.SimpleNamespace(read_article=read_article))
    return read


def test_reading_again_goes_on_where_it_was_and_keeps_ids(
    cli: Cli, tmp_path: Path, newer_reader: list[str]
) -> None:
    assert READER.version != LEXICON.version
    with open_store(tmp_path / "kawat.db", create=True) as store:
        for n in (1, 2, 4):
            keep(store, sample(n), NOW)
        before = {event.id: [t.report.id for t in event.tellings] for event in events(store)}
        seen = store.last_change()
    ran = cli("reread", "--reader", "lexicon", "--limit", "1", "--json")
    assert ran.objects == [{"read": 1, "changed": ran.objects[0]["changed"], "failed": 0, "left": 2}]
    assert "read again 2" in cli("reread", "--reader", "lexicon").out
    assert len(newer_reader) == len(set(newer_reader)) == 3, "each once"
    assert cli("reread", "--reader", "lexicon", "--json").objects == [
        {"read": 0, "changed": 0, "failed": 0, "left": 0}
    ]
    with open_store(tmp_path / "kawat.db") as store:
        dropped = sample(2).reports[1].id
        after = {event.id: [t.report.id for t in event.tellings] for event in events(store)}
        whole = {event for event, reports in before.items() if dropped not in reports}
        assert whole
        assert {event: after[event] for event in whole} == {event: before[event] for event in whole}
        assert {change.event_id for change in store.changes(after=seen)}.isdisjoint(whole)
        assert {one.reader for one in store.articles()} == {LEXICON}


def test_an_article_that_breaks_the_reader_stays_and_the_others_go_on(
    cli: Cli, tmp_path: Path, newer_reader: list[str]
) -> None:
    with open_store(tmp_path / "kawat.db", create=True) as store:
        for n in (1, 3, 4):
            keep(store, sample(n), NOW)
    ran = cli("reread", "--reader", "lexicon", "--json")
    assert (ran.code, ran.objects[0]["failed"], ran.objects[0]["read"], ran.objects[0]["left"]) == (3, 1, 2, 1)
    assert "it breaks the reader" in ran.err
    with open_store(tmp_path / "kawat.db") as store:
        assert store.record(sample(3).article.id) == replace(sample(3), candidates=())


def test_what_a_newer_reader_read_is_left_alone(tmp_path: Path) -> None:
    with open_store(tmp_path / "kawat.db", create=True) as store:
        newer = replace(LEXICON, version="999")
        keep(store, replace(sample(1), reader=newer), NOW)
        keep(store, replace(sample(2), reader=LEXICON), NOW)
        keep(store, replace(sample(4), reader=replace(LEXICON, version="0.9")), NOW)
        keep(store, replace(sample(5), reader=replace(LEXICON, name="other", version="9")), NOW)
        assert set(rereading.stale(store, "lexicon")) == {sample(4).article.id, sample(5).article.id}


def test_the_log_as_json_is_documented(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kawat.cli.face import Face
    from kawat.cli.watching import _tell
    from kawat.intake.watching.happening import Happening, What

    for what in What:
        one = Happening(what, NOW, "u", 200, 1, 2, 3, "art-1", "art-0", "why", NOW, "v")
        _tell(Face("en", True), one, "kawat.db")
        for lang in ("en", "id"):
            _tell(Face(lang), one, "kawat.db")
    said = capsys.readouterr()
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert undocumented(lines, "howto-watch.md") == set()
    page = (Path(__file__).parents[2] / "docs" / "howto-watch.md").read_text(encoding="utf-8")
    assert all(f"`{what.value}`" in page for what in What)
    assert len(said.err.splitlines()) == 2 * len(What)
