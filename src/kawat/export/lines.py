"""Files of JSON lines: one value a line, written as it comes; nothing in it steers a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kawat.export.safe import json_line


def write_lines(out: Path, values: Iterable[Any]) -> None:
    """Write each value as a line of JSON, in UTF-8 with LF."""
    with out.open("w", encoding="utf-8", newline="") as file:
        for value in values:
            file.write(json_line(value) + "\n")
