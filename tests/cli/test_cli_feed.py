"""What a feed really holds: every bad input ends in a clear message or in quarantine, and costs nothing stored."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from helper_cli import Cli

from kawat.contract import schema_problems

GOOD = (
    "Indonesia and Sweden hold talks\n\nPublished 14 August 2025, 08:01 WIB\n\n"
    "JAKARTA - Indonesian Foreign Minister {name} met the Swedish foreign minister in Jakarta on Tuesday, "
    "the ministry said.\n"
)
THAI = (
    "<!DOCTYPE html><html lang='th'><head><meta charset='utf-8'><title>รัฐมนตรีพบกับทูต</title></head><body><article>"
    "<p>รัฐมนตรีว่าการกระทรวงการต่างประเทศได้พบกับเอกอัครราชทูตที่กรุงเทพฯ เมื่อวันจันทร์ เพื่อหารือเกี่ยวกับสถานการณ์ชายแดน</p>"
    "<p>ทั้งสองฝ่ายตกลงที่จะพบกันอีกครั้งในสัปดาห์หน้า และจะรายงานผลการหารือต่อรัฐบาลของตน</p></article></body></html>"
)


@pytest.fixture
def kept(cli: Cli, tmp_path: Path) -> Cli:
    """The command line beside a store that holds one article already."""
    (tmp_path / "first.txt").write_text(GOOD.format(name="Sugiono"), encoding="utf-8")
    ran = cli("add", "first.txt")
    assert (ran.code, ran.out) == (0, "read 1, copies 0, other language 0, quarantined 0\n")
    return cli


def still_there(cli: Cli) -> None:
    (told,) = [one for one in cli("articles", "--json").objects if one["source_file"] == "first.txt"]
    assert told["reports"] > 0
    assert cli("doctor").code == 0


def refused(cli: Cli, source: str, error: str, *reasons: str) -> None:
    """Read: a message that names the source once; add: in quarantine with that reason; what was stored stays."""
    read = cli("read", "--json", source)
    assert (read.code, read.out) == (3, "")
    assert len(read.err.splitlines()) == 1 and read.err.count(source) == 1
    added = cli("add", source)
    assert (added.code, added.out) == (
        3,
        "read 0, copies 0, other language 0, quarantined 1 (kawat quarantine lists them)\n",
    )
    (bad,) = cli("quarantine", "--json").objects
    assert (bad["source"], bad["error"]) == (source, error)
    for reason in reasons:
        assert reason in read.err and reason in bad["reason"]
    still_there(cli)


def test_an_empty_file(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    refused(kept, "empty.txt", "EmptyError", "is empty", "complete")


def test_a_file_of_blanks(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "blank.html").write_bytes(b" \n\t\r\n" * 1000)
    refused(kept, "blank.html", "EmptyError", "is empty")


def test_fifty_megabytes_of_one_line(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"word " * 10_000_000)
    refused(kept, "long.txt", "TooLargeError", "over 10000000 bytes", "one article a file")


def test_one_line_that_is_let_in_but_is_no_article(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_bytes(b"word " * 1_900_000)
    refused(kept, "line.txt", "TooLargeError", "500000 characters")


def test_a_pdf_named_html(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "paper.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 40)
    refused(kept, "paper.html", "NotTextError", "this is a PDF", "save the report as")


def test_a_folder_with_nothing_in_it_and_a_file_that_is_not_there(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert "no files in it" in kept("read", "none").err
    refused(kept, "missing.txt", "NotFoundError", "does not exist", "check the path")


def test_a_page_in_thai_is_kept_unread_and_says_so(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "thai.html").write_text(THAI, encoding="utf-8")
    assert "another language (th)" in kept("read", "thai.html").out
    (told,) = kept("read", "--json", "thai.html").objects
    assert (told["article"]["language"], told["reports"]) == ("th", [])
    assert [one["reason"] for one in told["dropped"]] == ["not read: language th"]
    added = kept("add", "thai.html")
    assert (added.code, added.out) == (0, "read 0, copies 0, other language 1, quarantined 0\n")
    still_there(kept)


def test_bytes_that_are_no_utf8_are_read_and_the_loss_is_noted(kept: Cli, tmp_path: Path) -> None:
    body = (
        GOOD.format(name="Sugiono")
        .encode()
        .replace(b"ministry said", "résumé “well” \u2014 said".encode() + b"\xff\xc3")
    )
    (tmp_path / "broken.txt").write_bytes(body)
    (told,) = kept("read", "--json", "broken.txt").objects
    assert "résumé “well”" in told["article"]["text"] and told["reports"]
    assert "broken characters: 2 that fit no character set" in told["article"]["dropped"]
    assert schema_problems(told) == []
    assert kept("add", "broken.txt").code == 0
    still_there(kept)


def test_an_older_western_character_set_is_no_loss(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(GOOD.format(name="Sugiono").replace("-", "\u2014").encode("cp1252"))
    (told,) = kept("read", "--json", "old.txt").objects
    assert "\ufffd" not in told["article"]["text"]
    assert not any("broken" in line for line in told["article"]["dropped"])


def test_an_article_dated_after_today(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "ahead.txt").write_text(GOOD.format(name="Sugiono").replace("2025", "2095"), encoding="utf-8")
    read = kept("read", "ahead.txt")
    assert read.code == 0 and "2095-08-14" in read.out
    assert "published on 2095-08-14, after today" in read.err and "check that date" in read.err
    added = kept("add", "ahead.txt")
    assert added.code == 3
    (bad,) = kept("quarantine", "--json").objects
    assert (bad["source"], bad["error"]) == ("ahead.txt", "InputError")
    assert "after today" in bad["reason"]
    still_there(kept)


class Round(BaseHTTPRequestHandler):
    """Sends every visitor on to where they came from."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/b" if self.path == "/a" else "/a")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def round_trip() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Round)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/a"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_loop_of_redirects(kept: Cli, round_trip: str) -> None:
    read = kept("read", "--allow-private", round_trip)
    assert (read.code, read.out) == (3, "")
    assert "more than 5 redirects" in read.err and "final address" in read.err
    assert kept("add", "--allow-private", round_trip).code == 3
    (bad,) = kept("quarantine", "--json").objects
    assert (bad["source"], bad["error"]) == (round_trip, "FetchError")
    still_there(kept)


def test_an_address_inside_the_network_is_refused(kept: Cli, round_trip: str) -> None:
    read = kept("read", round_trip)
    assert read.code == 3 and "--allow-private" in read.err


def test_one_broken_file_among_a_hundred(kept: Cli, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(99):
        text = GOOD.format(name="Sugiono").replace("Tuesday", f"Tuesday in hall {number}")
        (tmp_path / "in" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "in" / "47.html").write_bytes(b"\x00\x01\x02\xff" * 500)
    ran = kept("add", "in")
    assert (ran.code, ran.out) == (
        3,
        "read 99, copies 0, other language 0, quarantined 1 (kawat quarantine lists them)\n",
    )
    assert [bad["source"] for bad in kept("quarantine", "--json").objects] == ["in/47.html"]
    assert len(kept("articles", "--json").objects) == 100
    again = kept("add", "in")
    told = "unchanged 100 (1 of them still in quarantine: kawat quarantine says why)"
    assert (again.code, again.out) == (0, f"read 0, copies 0, other language 0, quarantined 0, {told}\n")
    still_there(kept)


def test_the_module_is_the_command(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    ran = subprocess.run(
        [sys.executable, "-m", "kawat", "read", "nothing.txt"],
        check=False, capture_output=True, text=True, cwd=tmp_path, env=environment,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "nothing.txt" in ran.stderr and "check the path" in ran.stderr


def test_a_plain_text_loads_nothing_that_only_pages_need(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD.format(name="Sugiono"), encoding="utf-8")
    heavy = ("trafilatura", "htmldate", "py3langid", "huggingface_hub", "jsonschema", "rich")
    code = (
        "import sys\nfrom kawat.cli.main import main\n"
        "try: main(['read', '--json', 'a.txt'])\n"
        f"finally: print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    ran = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=tmp_path, env=environment
    )
    assert ran.stderr.splitlines()[-1] == "[]"
