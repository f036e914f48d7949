"""Help, documentation, speed, exit codes of the program as it is installed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from helper_cli import Cli

from kawat.cli.main import app
from kawat.cli.reading import MAX_BYTES
from kawat.contract import schema_problems

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "commands.md"
PROGRAM = [sys.executable, "-c", "from kawat.cli.main import main; main()"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def commands(group: Any = None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every command with its whole name: "events", "bench read"."""
    group = group or typer.main.get_command(app)
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


EVERY = dict(commands())


def test_all_commands_are_there() -> None:
    assert EVERY.keys() == {
        "read", "add", "events", "reports", "claims", "articles", "show", "search", "remove", "quarantine",
        "compare", "calendar", "timeline", "why", "link", "unlink", "accept", "reject", "set", "judgements",
        "changes", "merge", "watch", "status", "reread", "export", "serve",
        "doctor", "who", "ontology", "bench pages", "bench places", "bench read", "bench readers", "bench plv",
        "bench ner", "bench attribution", "bench parallel", "bench probes", "bench speed", "bench merge",
        "bench intake", "bench serve",
    }  # fmt: skip


@pytest.mark.parametrize("name", EVERY)
def test_every_help_page_has_an_example_of_its_command(cli: Cli, name: str) -> None:
    ran = cli(*name.split(), "--help")
    assert ran.code == 0
    assert re.search(rf"Examples?:\n +.*kawat (read --json .*kawat )?{name}\b", ran.out)
    assert max(map(len, ran.out.splitlines())) <= 100


@pytest.mark.parametrize("name", EVERY)
def test_every_command_and_option_is_documented(name: str) -> None:
    sections = re.split(r"^## ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (section,) = [part for part in sections if part.startswith(f"kawat {name}\n")]
    shared = next(part for part in sections if part.startswith("Options that many commands share"))
    for parameter in EVERY[name].params:
        if parameter.param_type_name == "argument":
            assert str(parameter.metavar).strip("[].").split("|")[0] in section, parameter.name
        for flag in parameter.opts if parameter.param_type_name == "option" else ():
            if flag != "--help":
                assert f"`{flag}`" in section or f"`{flag}`" in shared, flag


def test_no_documented_option_is_missing() -> None:
    known = {flag for command in EVERY.values() for parameter in command.params for flag in parameter.opts}
    said = set(re.findall(r"`(--[a-z-]+)`", DOCS.read_text(encoding="utf-8")))
    assert said <= known | {"--help", "--version"}


def test_exit_codes_are_documented() -> None:
    told = DOCS.read_text(encoding="utf-8")
    for code in range(6):
        assert re.search(rf"^\| {code} \|", told, flags=re.MULTILINE)


def test_limits_are_those_of_the_library() -> None:
    from kawat import pages
    from kawat.intake import MAX_BYTES as INTAKE

    assert MAX_BYTES == INTAKE == pages.MAX_BYTES


def test_help_is_there_at_once() -> None:
    spent = []
    for _ in range(3):
        start = os.times().children_user
        subprocess.run([*PROGRAM, "--help"], check=True, capture_output=True, env=ENVIRONMENT)
        spent.append(os.times().children_user - start)
    assert min(spent) < 1.5


def test_help_needs_no_heavy_library() -> None:
    heavy = ("rich", "trafilatura", "sqlite3", "yaml", "jsonschema")
    code = f"import sys, kawat.cli.main; print([name for name in {heavy} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=ENVIRONMENT)
    assert ran.stdout.strip() == "[]"


def test_the_version(cli: Cli) -> None:
    from kawat import __version__

    assert cli("--version").out == f"kawat {__version__}\n"


def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("Talks\n\nSweden met Indonesia on Monday to talk about fish.\n", encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "read", "--json", *[str(page)] * 30],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as ran:
        assert ran.stdout and ran.stderr
        ran.stdout.readline()
        ran.stdout.close()
        told = ran.stderr.read()
    assert b"Traceback" not in told and b"fault" not in told


def test_a_page_from_bytes_to_a_valid_record(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Talks on fish\n\nSweden's foreign minister met her Indonesian counterpart on Monday.\n", encoding="utf-8"
    )
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    ran = cli("read", "--json", "a.txt", "b.pdf")
    assert ran.code == 3
    assert [schema_problems(told) for told in ran.objects] == [[]]
    assert "b.pdf" in ran.err


def test_doctor_finds_all_sound_and_the_damaged_store(cli: Cli, tmp_path: Path) -> None:
    assert cli("doctor").code == 0
    (tmp_path / "kawat.db").write_text("Dear reader, " * 99)
    ran = cli("doctor", "--json")
    assert ran.code == 4
    assert [told["name"] for told in ran.objects if not told["ok"]] == ["store"]


def test_doctor_finds_broken_data(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    from kawat.errors import KnowledgeError

    def broken() -> None:
        raise KnowledgeError("countries.tsv, row 3: two columns are missing")

    monkeypatch.setattr("kawat.knowledge.load_knowledge", broken)
    ran = cli("doctor")
    assert ran.code == 5
    assert "row 3" in ran.out


def test_who_and_ontology(cli: Cli) -> None:
    (first, *_) = cli("who", "Indonesia", "--json").objects
    assert first["entry"]["country"] == "IDN"
    assert cli("who", "Qwxyzzy").code == 3
    assert cli("who", "Indonesia", "--on", "someday").code == 2
    assert len(cli("ontology", "--json").objects) == 16
    assert "Berunding" in cli("ontology", "consult", "--lang", "id").out
    assert cli("ontology", "DANCE").code == 2


def test_a_country_by_name(cli: Cli, tmp_path: Path) -> None:
    from record_maker import NOW, sample

    from kawat.store import open_store

    with open_store(tmp_path / "kawat.db", create=True) as store:
        store.add_record(sample(), NOW)
    assert len(cli("reports", "--country", "Swedia", "--json").objects) == 2
    assert len(cli("reports", "--country", "indonesia", "--json").objects) == 1
    assert cli("reports", "--country", "Qwxyzzy").code == 2
