"""Run the notebooks beside this file anew and keep what they show: `python examples/notebooks/execute.py`."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

HOME = Path(__file__).parent


def main() -> None:
    for path in sorted(HOME.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(HOME)}}).execute()
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)  # when each cell ran is no part of what it shows
        nbformat.write(notebook, path)


if __name__ == "__main__":
    main()
