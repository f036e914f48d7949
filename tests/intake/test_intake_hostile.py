"""Sources made to do harm: each ends in a clear reason, soon, and costs nothing else."""

from __future__ import annotations

import gzip
import io
import json
import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source_maker import html, json_lines, packed, row, rss, rss_item, story, warc, warc_block, warc_record

from helper_time import Soon
from kawat.errors import InputError, TooLargeError
from kawat.intake import InputOptions, expand
from kawat.intake.sources import csv_rows, json_rows, opening, parquet, xml_guard
from kawat.intake.sources import warc as warc_module
from kawat.intake.sources.collect import items_of
from kawat.intake.sources.feed import text_of_html
from kawat.intake.sources.item import Address, Broken, Item, Page, Ready, Whole
from kawat.intake.sources.opening import Lines
from kawat.pages.sniff import content_of

OPTIONS = InputOptions()
SOON = 20.0  # seconds of this process


def items(body: bytes, options: InputOptions = OPTIONS) -> list[Item]:
    Path("source").write_bytes(body)
    start = time.process_time()
    found = [item for item in items_of("source", options) if not isinstance(item.content, Whole)]
    assert time.process_time() - start < SOON
    return found


def reasons(found: list[Item]) -> dict[str, str]:
    return {item.name: str(item.content.error) for item in found if isinstance(item.content, Broken)}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "FREE_BYTES", 1_000_000)
    first = json_lines([row(1)])
    found = items(gzip.compress(first + b" " * 30_000_000, mtime=0))
    assert [item.content.text for item in found if isinstance(item.content, Ready)] == [story(1)]
    assert "such a file is a trap" in reasons(found)["source"]


def test_what_packs_well_but_honestly_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "FREE_BYTES", 1_000)
    found = items(gzip.compress(json_lines(row(number) for number in range(200))))
    assert reasons(found) == {} and len(found) == 200


def test_a_torn_gzip_gives_what_comes_before() -> None:
    lines = json_lines({**row(number), "noise": os.urandom(20_000).hex()} for number in range(8))
    found = items(gzip.compress(lines)[:-30_000])
    assert len([item for item in found if isinstance(item.content, Ready)]) >= 5
    assert "packed with gzip and broken" in list(reasons(found).values())[-1]


def test_a_packed_warc_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_module, "FREE_BYTES", 1_000_000)
    bomb = warc_record("https://kabar.example/x", b" " * 9_000_000)
    found = items(packed([*warc([1]), bomb, *warc([2])]))
    assert isinstance(found[0].content, Page)
    assert "such a file is a trap" in reasons(found)["source"]


def test_an_answer_in_a_warc_that_unpacks_to_too_much_costs_itself() -> None:
    for body, encoding in ((gzip.compress(b" " * 30_000_000), "Content"), (b"1\r\n \r\n" * 600_000, "Transfer")):
        label = "gzip" if encoding == "Content" else "chunked"
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{encoding}-Encoding: {label}\r\n\r\n".encode()
        bomb = warc_block("https://kabar.example/x", head + body)
        found = items(b"".join([*warc([1]), bomb, *warc([2])[1:]]))
        assert [type(item.content) for item in found] == [Page, Broken, Page]


def test_a_warc_of_nothing_but_damages_ends() -> None:
    record = packed(warc([1])[1:])
    start = record[:40]
    found = items(packed(warc([1])) + start * 5_000)
    assert len(found) <= warc_module.MOST_DAMAGED + 2
    assert "fetch it again" in reasons(found)["source"]
    found = items(packed(warc([1])) + b"\x1f\x8b\x08" * 300_000 + record)
    assert "fetch it again" in reasons(found)["source"]


def test_a_page_in_a_warc_that_is_too_long_costs_itself() -> None:
    records = [*warc([1]), warc_record("https://kabar.example/x", b"<p>" + b"x" * 5_000), *warc([2])[1:]]
    found = items(packed(records), InputOptions(max_bytes=4_000))
    assert [type(item.content) for item in found] == [Page, Broken, Page]
    assert "over 4000 bytes" in next(iter(reasons(found).values()))


def test_a_record_that_lies_about_its_length_is_refused() -> None:
    body = b"".join(warc([1])) + warc_record("https://kabar.example/2", html(2)).replace(
        b"Content-Length: ", b"Content-Length: 9", 1
    )
    found = items(body)
    assert isinstance(found[0].content, Page)
    assert all("fetch it again" in reason for reason in reasons(found).values()) and reasons(found)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [ENTITIES, OUTSIDE, OUTSIDE.lower().replace("doctype", "DocType")])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", ["rss", "urlset"])
def test_entities_are_refused(declared: str, codec: str, kind: str) -> None:
    text = f"{declared}<{kind}><channel><item><title>&b;&a;</title></item></channel></{kind}>"
    with pytest.raises(InputError, match="declares entities of its own"):
        xml_guard.guarded(text.encode(codec))
    assert "root:" not in str(reasons(items(text.encode(codec))))


PROLOGS = (
    "<!-- c -->",
    "<!-- c -->\n",
    "<!--",
    "-->",
    "<?xml?>",
    "<?xml ",
    "<!DOCTYPE x>",
    "<!DOCTYPE x [",
    "<!DOCTYPE ",
)


@pytest.mark.parametrize("piece", PROLOGS)
@pytest.mark.parametrize("root", ["<html><p>One", "<p>One", "<rss ><channel>", "One"])
def test_what_comes_before_a_document_takes_no_time(piece: str, root: str, soon: Soon) -> None:
    def look() -> None:
        for times in (34, 60_000 // len(piece), 900_000 // len(piece)):
            text = piece * times + root
            items(text.encode())
            with suppress(InputError):
                content_of(text, None)
            with suppress(InputError):
                xml_guard.guarded(text.encode())

    soon(2, look)


def test_a_feed_that_nests_without_end() -> None:
    deep = "<div>" * 100_000
    found = items(rss([rss_item(1), rss_item(2, deep)]))
    assert found[0].content == Address("https://kabar.example/1", listed=True)
    items(b"<rss><channel>" + b"<item>" * 200_000)
    assert isinstance(text_of_html(deep + "x"), str)


def test_a_site_map_that_nests_without_end() -> None:
    body = b"<urlset><url><loc>https://kabar.example/1</loc></url>" + b"<url>" * 200_000
    assert items(body)[0].content == Address("https://kabar.example/1", listed=True)


def test_json_that_nests_without_end() -> None:
    deep = b'{"text": ' + b"[" * 200_000 + b"]" * 200_000 + b"}\n"
    found = items(json_lines([row(1)]) + deep + json_lines([row(2)]))
    assert reasons(found) == {"source:2": "this JSON is nested too deeply: it is no article"}
    assert len(found) == 3


def test_numbers_without_end_are_no_article() -> None:
    found = items(json_lines([row(1)]) + b'{"text": ' + b"9" * 100_000 + b"}\n")
    assert "no JSON" in reasons(found)["source:2"]


def test_a_packed_table_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.setattr(parquet, "MAX_UNPACKED", 5_000_000)
    found = items(gzip.compress(b"PAR1" + b" " * 30_000_000))
    assert "unpacks to over 5000000 bytes" in reasons(found)["source"]


def test_a_line_without_end_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_rows, "LONGEST_LINE", 100_000)
    long = json.dumps({"text": "x" * 300_000}).encode() + b"\n"
    found = items(json_lines([row(1)]) + long + json_lines([row(2)]))
    assert reasons(found) == {"source:2": "the line is over 100000 bytes: give one article a line"}
    assert [item.name for item in found] == ["source:1", "source:2", "source:3"]


@pytest.mark.parametrize("extra", [0, 1])
def test_the_longest_line_is_let_in(extra: int) -> None:
    body = b"x" * (10 + extra) + b"\nnext\n"
    assert list(Lines(io.BytesIO(body), 11)) == [(1, body[:-5]), (2, b"next\n")]


def test_a_quotation_mark_that_is_never_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "LONGEST_FIELD", 10_000)
    body = b'title,text\nA,"one"\nB,"never closed\n' + b"C,more\n" * 20_000
    found = items(body)
    assert isinstance(found[0].content, Ready)
    assert "check its quotation marks" in reasons(found)["source:3"]


def test_a_table_of_nothing_but_errors_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "LONGEST_FIELD", 10)
    found = items(b"title,text\n" + b"A,much too long for a field\n" * 5_000)
    assert len(found) == csv_rows.MOST_ERRORS + 1
    assert "one after another are broken" in reasons(found)["source"]


def test_a_text_that_is_a_book_is_refused() -> None:
    found = items(json_lines([row(1) | {"maintext": "word " * 500_000}]))
    assert isinstance(found[0].content, Broken) and isinstance(found[0].content.error, TooLargeError)


def test_pipes_and_devices_in_folders_are_passed_over() -> None:
    Path("in").mkdir()
    Path("in/a.html").write_bytes(html(1))
    os.mkfifo("in/pipe")
    assert expand(["in"]) == ("in/a.html",)
    assert expand(["in/*"]) == ("in/a.html",)


def test_patterns_fit_files_in_order_and_never_the_store() -> None:
    for name in ("b.html", "a.html", "d/c.html", "d/e/f.html", "kawat.db", "[x].html"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(b"1")
    assert expand(["*.html"]) == ("[x].html", "a.html", "b.html")
    assert expand(["**/*.html"]) == ("[x].html", "a.html", "b.html", "d/c.html", "d/e/f.html")
    assert expand(["[x].html"]) == ("[x].html",)  # a file that is called so
    assert expand(["*"], skip="kawat.db") == ("[x].html", "a.html", "b.html", "d/c.html", "d/e/f.html")
    assert expand(["no*thing"]) == ("no*thing",)


SEEDS = (
    b"".join(warc([1, 2])),
    packed(warc([1, 2])),
    json_lines([row(1), row(2)]),
    gzip.compress(json_lines([row(1), row(2)]), mtime=0),
    json.dumps([row(1)]).encode(),
    b'title,text\nA,"one"\nB,two\n' * 4,
    rss([rss_item(1), rss_item(2)]),
    b"<urlset><url><loc>https://a.example/1</loc></url></urlset>",
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), min_size=1, max_size=5))
def test_damage_of_any_kind_ends_in_reasons(seed: bytes, damage: list[tuple[float, bytes]]) -> None:
    for place, other in damage:
        at = int(place * len(seed))
        seed = seed[:at] + other + seed[at + len(other) :] if other else seed[:at]
    Path("damaged").write_bytes(seed)
    for item in items_of("damaged", OPTIONS):
        if isinstance(item.content, Broken):
            assert isinstance(item.content.error, InputError), repr(item.content.error)


def test_a_library_that_stumbles_costs_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr("kawat.intake.sources.sitemap.guarded", stumble)
    (item,) = items(b"<urlset></urlset>")
    assert isinstance(item.content, Broken) and not item.content.lasting
