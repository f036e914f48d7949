"""The notebooks of the examples run as they stand, and what they show was made by them."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
LARGEST = 150_000
ALIKE = 0.6
"""The share of lines that have to be as they were: processors that round otherwise tip an event or two."""


def outputs(notebook: Any) -> list[Any]:
    return [one for cell in notebook.cells if cell.cell_type == "code" for one in cell.outputs]


def shown(notebook: Any) -> list[str]:
    """The text of every output, as it was printed or stands for a value; of a picture that it is one."""
    return [
        one.get("text") or one.get("data", {}).get("text/plain") or one.output_type for one in outputs(notebook)
    ]


def test_there_are_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["dyad", "newsroom"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_stands_there_with_its_outputs(path: Path) -> None:
    kept = nbformat.read(path, as_version=4)
    nbformat.validate(kept)
    assert path.stat().st_size < LARGEST
    assert len(outputs(kept)) >= 6
    assert [one for one in outputs(kept) if one.output_type == "error"] == []
    code = [cell for cell in kept.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_it_did(path: Path) -> None:
    kept, ran = (nbformat.read(path, as_version=4) for _ in range(2))
    client = NotebookClient(ran, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}})
    client.execute()
    assert [one.evalue for one in outputs(ran) if one.output_type == "error"] == []
    assert [one.output_type for one in outputs(ran)] == [one.output_type for one in outputs(kept)]
    assert len(shown(ran)) == len(shown(kept))
    assert all(len(text) > 2 for text in shown(ran))
    lines = [[line for text in shown(one) for line in text.splitlines()] for one in (ran, kept)]
    alike = difflib.SequenceMatcher(None, *lines).ratio()
    assert alike >= ALIKE, "run `make notebooks`: they show what an older Kawat told"
