"""What a folder and a pattern stand for: links, folders that nobody may look into, and nothing twice."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from source_maker import html

from kawat.intake import InputOptions, TakenAs, expand, take
from kawat.store import Store

NOW = datetime(2025, 8, 20, 9, 30, tzinfo=UTC)
OPTIONS = InputOptions("lexicon")
pytestmark = pytest.mark.usefixtures("here")


def files(*names: str) -> None:
    for number, name in enumerate(names):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(html(number))


def link(name: str, to: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).symlink_to(to)


class Shut:
    """Folders that can not be listed, whoever asks: root may look everywhere."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folders: set[str] = set()
        self._scan: Any = os.scandir
        monkeypatch.setattr(os, "scandir", self._scandir)

    def _scandir(self, path: Any = ".") -> Any:
        if os.path.realpath(path) in self.folders:
            raise PermissionError(13, "Permission denied", str(path))
        return self._scan(path)

    def shut(self, *names: str) -> None:
        self.folders = {os.path.realpath(name) for name in names}


@pytest.fixture
def doors(monkeypatch: pytest.MonkeyPatch) -> Shut:
    return Shut(monkeypatch)


# --- links --------------------------------------------------------------------------------------------------


def test_links_are_followed_to_files_and_to_folders() -> None:
    files("out/a.html", "out/in/b.html", "c.html")
    link("d/far", "../out")
    link("d/c.html", "../c.html")
    assert expand(["d"]) == ("d/c.html", "d/far/a.html", "d/far/in/b.html")
    assert expand(["d/**/*.html"]) == expand(["d/*"]) == expand(["d"])


def test_what_several_ways_lead_to_is_found_once_under_its_own_name() -> None:
    files("d/z/a.html", "d/z/in/b.html")
    link("d/again.html", "z/a.html")
    link("d/a-first", "z")
    link("d/b-then", "z/in")
    link("d/c-last", "a-first")
    own = ("d/z/a.html", "d/z/in/b.html")
    for given in ("d", "d/", "d/*", "d/**", "d/**/*.html", "d/**/*", "*", "**/*.html"):
        assert expand([given]) == own, given
    assert expand(["d/*/"]) == own
    assert expand(["d/*.html"]) == ("d/again.html",)  # its own name does not fit
    assert expand(["d/a-first"]) == ("d/a-first/a.html", "d/a-first/in/b.html")
    assert expand(["d/z/a.html", "d/again.html"]) == ("d/z/a.html", "d/again.html")  # as the user says


def test_circles_of_links_end() -> None:
    files("loop/sub/x.txt")
    link("loop/sub/back", "..")
    link("loop/sub/self", "self")
    link("loop/one", "two")
    link("loop/two", "one")
    for given in ("loop", "loop/**/*.txt", "loop/**/x.txt", "loop/**/sub/**/*.txt", "**/*.txt"):
        found = [path for path in expand([given]) if path.endswith(".txt")]
        assert found == ["loop/sub/x.txt"], given
    for number in range(20):  # as many ways as there are numbers of 20 bits
        link(f"many/{number}/one", f"../{number + 1}")
        link(f"many/{number}/two", f"../{number + 1}")
    files("many/20/x.txt")
    assert expand(["many"]) == expand(["many/**/*.txt"]) == ("many/20/x.txt",)


def test_a_link_that_leads_nowhere_is_told(store: Store) -> None:
    files("d/a.html")
    link("d/b.html", "gone.html")
    link("d/self", "self")
    link("d/.hidden", "gone")
    taken = {one.source: one for one in take(store, expand(["d"]), lambda: NOW, OPTIONS)}
    assert taken["d/a.html"].taken_as is TakenAs.READ
    assert "does not exist" in str(taken["d/b.html"].reason)
    assert "Too many levels of symbolic links" in str(taken["d/self"].reason)
    assert len(taken) == 3
    Path("d/b.html").unlink()
    link("d/b.html", "../elsewhere.html")
    files("x", "elsewhere.html")
    taken = {one.source: one for one in take(store, expand(["d"]), lambda: NOW, OPTIONS)}
    assert taken["d/b.html"].taken_as is TakenAs.READ
    assert [one.source for one in store.quarantine_list()] == ["d/self"]


def test_links_to_pipes_and_devices_are_passed_over() -> None:
    files("d/a.html")
    os.mkfifo("pipe")
    link("d/pipe", "../pipe")
    link("d/null", "/dev/null")
    assert expand(["d"]) == expand(["d/*"]) == ("d/a.html",)


def test_patterns_keep_to_what_they_say() -> None:
    files("d/a.html", "d/.hid/b.html", "d/.c.html", "d/e/f.html", "d/e/g.txt", "d/[x].html")
    root = str(Path("d").absolute())
    assert expand(["./d/*.html"]) == ("./d/[x].html", "./d/a.html")
    assert expand(["d//**/f.*"]) == expand(["d/**/e/f.*"]) == expand(["d/e/**/**/f.*"]) == ("d/e/f.html",)
    assert expand([f"{root}/**/?.txt"]) == (f"{root}/e/g.txt",)
    assert expand(["d/[[]x].html"]) == ("d/[x].html",)
    assert expand(["d/.*"]) == ("d/.c.html", "d/.hid/b.html")
    assert expand(["d/*/none", "d/a.html/*", "none/**"]) == ("d/*/none", "d/a.html/*", "none/**")
    assert expand(["d/**"]) == ("d/[x].html", "d/a.html", "d/e/f.html", "d/e/g.txt")


# --- folders that nobody may look into ----------------------------------------------------------------------


@pytest.mark.parametrize("given", ["d", "d/*", "d/**/*.html", "d/*/*.html"])
def test_a_folder_that_can_not_be_listed_is_told_until_it_can(store: Store, doors: Shut, given: str) -> None:
    files("d/open/a.html", "d/shut/b.html", "d/shut/in/c.html")
    doors.shut("d/shut")
    assert expand([given]) == ("d/open/a.html", "d/shut")
    taken = {one.source: one for one in take(store, expand([given]), lambda: NOW, OPTIONS)}
    assert taken["d/open/a.html"].taken_as is TakenAs.READ
    assert taken["d/shut"].reason == "d/shut can not be read (Permission denied): check its permissions"
    again = list(take(store, expand([given]), lambda: NOW, OPTIONS))
    assert [one.taken_as for one in again] == [TakenAs.UNCHANGED, TakenAs.QUARANTINED]
    doors.shut()
    taken = {one.source: one for one in take(store, expand([given]), lambda: NOW, OPTIONS)}
    assert taken["d/shut/b.html"].taken_as is TakenAs.READ
    assert store.quarantine_list() == ()


def test_a_folder_by_itself_that_can_not_be_listed_is_told_and_read_by_its_name_later(
    store: Store, doors: Shut
) -> None:
    files("d/a.html")
    doors.shut("d")
    (one,) = take(store, expand(["d"]), lambda: NOW, OPTIONS)
    assert "check its permissions" in str(one.reason)
    doors.shut()
    (one,) = take(store, ["d"], lambda: NOW, OPTIONS)  # as `kawat quarantine retry` names it
    assert (one.source, one.taken_as) == ("d/a.html", TakenAs.READ)
    assert store.quarantine_list() == ()


def test_a_file_in_it_takes_no_folder_out_that_still_can_not_be_listed(store: Store, doors: Shut) -> None:
    files("d/shut/a.html")
    doors.shut("d/shut")
    list(take(store, expand(["d"]), lambda: NOW, OPTIONS))
    list(take(store, expand(["d/shut/a.html"]), lambda: NOW, OPTIONS))
    assert [one.source for one in store.quarantine_list()] == ["d/shut"]


def test_an_empty_folder_leaves_when_there_is_something_in_it(store: Store) -> None:
    Path("d").mkdir()
    (one,) = take(store, expand(["d"]), lambda: NOW, OPTIONS)
    assert "has no files in it" in str(one.reason)
    files("d/a.html")
    list(take(store, expand(["d"]), lambda: NOW, OPTIONS))
    assert store.quarantine_list() == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look everywhere")
def test_folders_without_permissions() -> None:
    files("d/a.html", "d/unlisted/b.html", "d/unentered/c.html")
    Path("d/unlisted").chmod(0o300)
    Path("d/unentered").chmod(0o600)
    try:
        assert expand(["d"]) == ("d/a.html", "d/unentered/c.html", "d/unlisted")
    finally:
        Path("d/unlisted").chmod(0o700)
        Path("d/unentered").chmod(0o700)
