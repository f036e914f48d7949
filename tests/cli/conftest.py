"""Lets these tests use the records and events made for other tests, and gives them the command line."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
sys.path.insert(0, str(Path(__file__).parents[1] / "views"))

from helper_cli import Cli, fake_reader


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """The command line in an empty folder, with nothing set in the environment that it looks at."""
    monkeypatch.chdir(tmp_path)
    for name in ("KAWAT_DB", "KAWAT_LANG", "KAWAT_DEBUG", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("KAWAT_WORKERS", "1")  # others would know nothing of the reader that stands in
    return Cli(capsys)


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of the real reader, one whose records are the samples."""
    fake_reader(monkeypatch)
