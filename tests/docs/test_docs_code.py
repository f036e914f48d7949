"""The Python in the pages about exports and notebooks runs as it stands there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from table_store import fill, opened

import kawat
from kawat.export.formats import format_called
from kawat.export.material import material_of

DOCS = Path(__file__).parents[2] / "docs"
FENCE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def run(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the blocks of the page leave behind, run one after the other in ``folder``."""
    monkeypatch.chdir(folder)
    blocks = FENCE.findall((DOCS / page).read_text(encoding="utf-8"))
    assert blocks
    left: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, page, "exec"), left)
    return left


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_lines_that_read_exports_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "desk.db")
    with opened(tmp_path / "desk.db") as store:
        for name, folder in (("parquet", "tables"), ("csv", "border")):
            (tmp_path / folder).mkdir()
            format_called(name).write(material_of(store), tmp_path / folder)
    left = run("howto-export.md", tmp_path, monkeypatch)
    with kawat.open(tmp_path / "desk.db") as desk:
        dyads, events, reports = desk.dyads(), desk.events(), desk.reports()
        assert len(left["dyads"]) == dyads.count()
        assert len(left["once"]) == sum(not row["reversed"] for row in dyads)
        assert left["named"].height == sum(max(1, len(row["actors"])) for row in events)
        assert set(left["named"]["actors_name"]) == {
            one["name"] for row in events for one in row["actors"] or [{"name": None}]
        }
        assert sum(row[1] for row in left["by_type"].fetchall()) <= events.count()
        assert len(left["reports"]) == reports.count()
        assert set(left["reports"]["outlet"]) >= {"007"}
        assert str(left["reports"]["day"].dtype).startswith("datetime64")
    with pytest.raises(KeyError):
        left["table"]("dyads")["no_such_column"]


def test_the_lines_that_open_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "desk.db")
    left = run("howto-notebooks.md", tmp_path, monkeypatch)
    assert list(left["frame"]["type"]) == ["CONSULT", "CONSULT"]
