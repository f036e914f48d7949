"""A real server on a store, and a browser; both once for each process of the suite."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from helper_browser import browser, chromium
from helper_server import Ask, asking, served
from helper_stores import make_demo, make_hostile, shared
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "src/kawat/serve/explorer/index.html"


@pytest.fixture(scope="session")
def window() -> Iterator[Browser]:
    if chromium() is None:
        pytest.skip("there is no chromium on this machine (Debian: apt-get install chromium)")
    if not ASSETS.exists():
        pytest.skip("the explorer is not built (make explorer; it needs Node 20 and the npm registry)")
    with browser() as made:
        yield made


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared(_folder(tmp_path_factory) / "explorer-demo.db", make_demo)


@pytest.fixture(scope="session")
def demo(window: Browser, demo_store: Path) -> Iterator[str]:
    """The address of a server on the demo's reports."""
    with served(demo_store) as site:
        yield site


@pytest.fixture(scope="session")
def hostile(window: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on a store full of markup."""
    store = shared(_folder(tmp_path_factory) / "explorer-hostile.db", make_hostile)
    with served(store) as site:
        yield site


def _folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run of the suite share."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def ask(demo: str) -> Ask:
    """What the demo's API answers to a path."""
    return asking(demo)
