"""Everything as JSON lines, in the shapes that the commands print. See docs/howto-export.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kawat.export.event_json import event_json
from kawat.export.material import Material
from kawat.export.plain import stored_article_json, stored_claim_json, telling_json
from kawat.export.safe import json_line
from kawat.store import StoredArticle


def write(material: Material, out: Path) -> None:
    """Write `events.jsonl`, `reports.jsonl`, `claims.jsonl` and `articles.jsonl` into the folder ``out``."""
    _lines(out / "events.jsonl", (event_json(event) for event in material.events()))
    _lines(out / "reports.jsonl", _reports(material))
    _lines(out / "claims.jsonl", map(stored_claim_json, material.claims()))
    _lines(out / "articles.jsonl", map(_article, material.articles()))


def _reports(material: Material) -> Iterator[dict[str, Any]]:
    """As `kawat reports --json` has them, with the event that each tells."""
    for event in material.events():
        for telling in event.tellings:
            yield {**telling_json(telling), "event": event.id}


def _article(stored: StoredArticle) -> dict[str, Any]:
    """As `kawat articles --json` has it, with its text."""
    return {**stored_article_json(stored), "text": stored.article.text}


def _lines(path: Path, values: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{json_line(value)}\n" for value in values)
