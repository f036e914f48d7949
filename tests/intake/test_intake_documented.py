"""Numbers that the documents state are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from kawat.intake import keeping

HOW_TO = Path(__file__).parents[2] / "docs" / "howto-intake.md"


def test_how_many_items_are_written_in_one_transaction() -> None:
    told = re.findall(r"(\d+) (?:in one transaction|results at a time)", HOW_TO.read_text())
    assert told == [str(keeping.AT_ONCE)] * 2
