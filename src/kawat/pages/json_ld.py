"""What a page says of its article in JSON-LD. Hostile input is cut off by size, depth and count."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

MAX_SCRIPT = 500_000  # characters of one script
MAX_SCRIPTS = 20
MAX_NODES = 5_000
MAX_DEPTH = 12
MAX_VALUE = 500

_ARTICLE = re.compile(r"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*.{0,40}?\*/)|(?:-->|//\]\]>|\]\]>)\s*+;?\s*+$", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What one JSON-LD article node states, as it stands there."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    body: str | None = None


def stated_in(scripts: Iterable[str]) -> Stated:
    """The first article node in ``scripts`` (texts of JSON-LD elements); empty when there is none."""
    for index, script in enumerate(scripts):
        if index >= MAX_SCRIPTS:
            break
        for node in _nodes(_loaded(script)):
            if _is_article(node):
                return _stated(node)
    return Stated()


def _loaded(script: str) -> Any:
    if len(script) > MAX_SCRIPT:
        return None
    try:
        return json.loads(_WRAPPING.sub("", script).strip(), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Objects in ``value``, outer before inner, breadth first, bounded."""
    level, count = [value], 0
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for item in level:
            count += 1
            if count > MAX_NODES:
                return
            if isinstance(item, dict):
                yield item
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
        level = [item for item in below if isinstance(item, (dict, list))]


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE.fullmatch(name.rsplit("/", 1)[-1]) for name in names)


def _stated(node: dict[str, Any]) -> Stated:
    main = node.get("mainEntityOfPage")
    page = main.get("@id") if isinstance(main, dict) else main
    body = node.get("articleBody")
    return Stated(
        title=_text(node.get("headline")) or _text(node.get("name")),
        outlet=_name(node.get("publisher")),
        byline=_name(node.get("author")),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        url=_text(node.get("url")) or _text(page),
        body=html.unescape(body) if isinstance(body, str) else None,
    )


def _name(value: Any) -> str | None:
    """The name of a person or organisation given as text, object or list of these."""
    if isinstance(value, list):
        names = [name for item in value[:10] if (name := _name(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        inner = value.get("name")
        return _name(inner) if isinstance(inner, list) else _text(inner)
    return _text(value)


def _text(value: Any) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    return html.unescape(value)[:MAX_VALUE].strip() or None
