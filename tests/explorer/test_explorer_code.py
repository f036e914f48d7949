"""The explorer's own checks, and what it may not hold."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
HOME = ROOT / "explorer"
ASSETS = ROOT / "src/kawat/serve/explorer"

needs_node = pytest.mark.skipif(
    shutil.which("npm") is None or not (HOME / "node_modules").is_dir(),
    reason="there is no npm on PATH, or explorer/node_modules is not there (make explorer)",
)
needs_assets = pytest.mark.skipif(not (ASSETS / "index.html").exists(), reason="the explorer is not built")


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_node
@pytest.mark.parametrize("script", ["types", "test"])
def test_types_and_unit_tests(script: str) -> None:
    done = subprocess.run(["npm", "run", "--silent", script], cwd=HOME, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


@needs_node
def test_it_is_built_the_same_each_time_and_within_its_budget(tmp_path: Path) -> None:
    made = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        command = ["node", "tools/build.mjs", "--out", str(folder)]
        done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "allowed are 250 kB" in done.stdout
        made.append(
            {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        )
    assert made[0] == made[1]


@needs_assets
def test_nothing_inline_and_no_other_host() -> None:
    page = (ASSETS / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", page)
    for path in ASSETS.rglob("*"):
        if path.suffix in {".html", ".js", ".css"}:
            hosts = set(re.findall(r"https?://([\w.-]+)", path.read_text(encoding="utf-8")))
            assert hosts <= {"www.w3.org"}, path


@needs_assets
def test_the_licences_of_what_is_bundled_are_there() -> None:
    told = (ASSETS / "assets/licences.txt").read_text(encoding="utf-8")
    for name in ("preact", "d3-force", "d3-geo", "topojson-client", "world-atlas"):
        assert re.search(rf"^{name}$", told, re.MULTILINE), name


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((HOME / "package-lock.json").read_text(encoding="utf-8"))
    packages = [one for name, one in lock["packages"].items() if name]
    assert packages
    assert all("resolved" not in one and "integrity" in one for one in packages)


def test_no_source_is_long() -> None:
    for path in (HOME / "src").rglob("*.*"):
        assert len(path.read_text(encoding="utf-8").splitlines()) < 400, path


def test_assets_are_stale_when_a_source_is_newer(hook: ModuleType, tmp_path: Path) -> None:
    source, index = tmp_path / "explorer/src/main.tsx", tmp_path / hook.ASSETS / "index.html"
    for path in (source, index):
        path.parent.mkdir(parents=True)
        path.touch()
    os.utime(source, (1000, 1000))
    os.utime(index, (2000, 2000))
    assert hook.up_to_date(tmp_path)
    os.utime(source, (3000, 3000))
    assert not hook.up_to_date(tmp_path)
    index.unlink()
    assert not hook.up_to_date(tmp_path)


def test_without_node_the_message_says_what_to_do(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(hook.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(hook.ExplorerError, match=r"no Node 20.*KAWAT_SKIP_EXPLORER=1"):
        hook.build_explorer(ROOT)


def test_the_explorer_can_be_left_out(hook: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "explorer").mkdir()
    assert hook._wanted(tmp_path)
    monkeypatch.setenv("KAWAT_SKIP_EXPLORER", "1")
    assert not hook._wanted(tmp_path)
