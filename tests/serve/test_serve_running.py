"""`kawat serve` as a process: it starts, says where, answers while others write, and ends cleanly."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from record_maker import NOW, sample
from typer.testing import CliRunner

from kawat.cli import serving
from kawat.cli.main import app, main
from kawat.errors import UsageError
from kawat.intake import keep
from kawat.serve.app import Api
from kawat.serve.openapi import BASE
from kawat.serve.running import Address, address_of, listen
from kawat.serve.static import Explorer
from kawat.store import open_store

SECONDS = 60


@contextmanager
def serving_process(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and the address that it printed."""
    command = [sys.executable, "-m", "kawat", "serve", "--port", "0", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, process.communicate()
        yield process, found[0]
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("built", [True, False])
def test_it_says_at_the_start_that_there_is_no_explorer(
    own: Path, built: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"/index.html": Path("index.html")} if built else {}
    monkeypatch.setattr("kawat.serve.static.load_explorer", lambda: Explorer(files))
    monkeypatch.setattr("kawat.serve.running.run", lambda api, bound, *_: bound.close())
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--db", str(own), "--port", "0"])
    assert ended.value.code == 0
    assert ("make explorer" in capsys.readouterr().err) is not built


@pytest.mark.parametrize(
    ("given", "told"), [(["--editor", " siti "], ("siti", "")), ([], ("", "who")), (["--editor", ""], ("", ""))]
)
def test_an_editor_is_who_was_given_not_who_started_it(
    own: Path, given: list[str], told: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[Api] = []

    def run(api: Api, bound: socket.socket) -> None:
        served.append(api)
        bound.close()

    monkeypatch.delenv("KAWAT_EDITOR", raising=False)
    monkeypatch.setattr("kawat.cli.serving.getpass.getuser", lambda: "who")
    monkeypatch.setattr("kawat.serve.running.run", run)
    with pytest.raises(SystemExit):
        main(["serve", "--db", str(own), "--port", "0", "--edit", *given])
    assert [(api.setting.editor, api.setting.login) for api in served] == [told]


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_what_others_write_and_ends_cleanly(own: Path, sent: signal.Signals) -> None:
    with serving_process("--db", str(own)) as (process, url):
        assert "token" not in url, "this machine alone, read only"
        before = json.load(urllib.request.urlopen(f"{url}{BASE[1:]}/meta", timeout=SECONDS))
        with open_store(own) as store:
            keep(store, sample(60), NOW)
        after = json.load(urllib.request.urlopen(f"{url}{BASE[1:]}/meta", timeout=SECONDS))
        assert after["articles"] == before["articles"] + 1
        process.send_signal(sent)
        out, err = process.communicate(timeout=SECONDS)
        assert process.returncode == 0
        assert out.endswith("stopped\n")
        assert err == ""


def test_with_edit_the_address_has_a_token(own: Path) -> None:
    with serving_process("--db", str(own), "--edit") as (_, url):
        address, _, token = url.partition("?token=")
        assert len(token) >= 24
        bearer = {"Authorization": f"Bearer {token}"}
        asked = urllib.request.Request(f"{address}{BASE[1:]}/meta", headers=bearer)
        assert json.load(urllib.request.urlopen(asked, timeout=SECONDS))["editable"] is True


def test_a_port_that_is_taken_is_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(SystemExit) as ended:
        main(["serve", "--db", str(own), "--port", str(taken.getsockname()[1])])
    assert ended.value.code == 2
    assert "--port" in capsys.readouterr().err


def test_what_is_wrong_with_the_store_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--db", str(tmp_path / "none.db")])
    assert ended.value.code == 4
    assert "kawat add" in capsys.readouterr().err


@pytest.mark.parametrize("token", ["short", "has a space", "ümlaut-ümlaut", "semi;colon;"])
def test_a_token_that_is_none_is_refused(own: Path, token: str) -> None:
    assert isinstance(CliRunner().invoke(app, ["serve", "--db", str(own), "--token", token]).exception, UsageError)


def test_open_opens_the_address_in_the_browser(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kawat.serve import running

    opened: list[str] = []
    monkeypatch.setattr(serving.webbrowser, "open", opened.append)
    monkeypatch.setattr(running, "run", lambda api, bound: bound.close())
    monkeypatch.setattr(serving.threading.Thread, "start", lambda thread: thread.run())
    result = CliRunner().invoke(app, ["serve", "--db", str(own), "--port", "0", "--open", "--lang", "id"])
    assert result.exit_code == 0, result.output
    assert opened[0].startswith("http://127.0.0.1:")
    assert opened[0] in result.output
    assert "disajikan" in result.output


def test_addresses_are_such_as_a_browser_takes() -> None:
    assert Address("::1", 80, None).url == "http://[::1]:80/"
    assert Address("localhost", 80, "abc").url == "http://localhost:80/?token=abc"
    with listen("127.0.0.1", 0) as bound:
        assert address_of(bound, "0.0.0.0", None).url == f"http://localhost:{bound.getsockname()[1]}/"
    with pytest.raises(UsageError, match="can not listen"):
        listen("no such host.example", 0)
