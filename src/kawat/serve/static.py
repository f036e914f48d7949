"""The explorer: its files as they lie in the package, found by a listing and never by a path."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from kawat.serve.answers import Answer

INDEX = "index.html"
ROUTES_WITH_NAMES = ("/actor/", "/event/", "/article/")
"""Paths of the explorer that may have a dot, as names have."""
MISSING = """The explorer is not built.

Build it with `make explorer` in a checkout of Kawat (it needs Node 20 or newer), then start `kawat serve` again.
The API answers all the same: /api/v1/meta, /api/v1/openapi.json.
"""
_TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "txt": "text/plain; charset=utf-8",
}
_FOREVER = (("cache-control", "public, max-age=31536000, immutable"),)
_FRESH = (("cache-control", "no-cache"),)


@dataclass(frozen=True, slots=True)
class Explorer:
    """The files by their path below the root of the server; none where the explorer is not built."""

    listed: dict[str, Traversable]

    @property
    def built(self) -> bool:
        return f"/{INDEX}" in self.listed

    def answer(self, path: str) -> Answer | None:
        """The file at ``path``, or the explorer's one page for every path that is its own; None for others."""
        found = self.listed.get(path)
        if found is not None and path != f"/{INDEX}":
            forever = path.startswith("/assets/")
            return Answer(found.read_bytes(), 200, _type(path), _FOREVER if forever else _FRESH)
        if path.startswith("/assets/") or ("." in path and not path.startswith(ROUTES_WITH_NAMES)):
            return None
        index = self.listed.get(f"/{INDEX}")
        if index is None:
            return Answer(MISSING.encode(), 200, _TYPES["txt"], _FRESH)
        return Answer(index.read_bytes(), 200, _TYPES["html"], _FRESH)


def load_explorer(folder: Traversable | None = None) -> Explorer:
    """The files of the explorer in ``folder``, the package's own by default."""
    root = folder if folder is not None else files("kawat.serve") / "explorer"
    return Explorer(dict(_listed(root, "")) if root.is_dir() else {})


def _listed(folder: Traversable, at: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{at}/{one.name}"
        if one.is_dir():
            found += _listed(one, path)
        elif _suffix(path) in _TYPES:
            found.append((path, one))
    return found


def _type(path: str) -> str:
    return _TYPES[_suffix(path)]


def _suffix(path: str) -> str:
    return path.rpartition(".")[2].lower()
