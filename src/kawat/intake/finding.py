"""Which files lie in a folder, and which a pattern fits.

Links are followed, and what several ways lead to is found once, by a way without a link where there is one.
"""

from __future__ import annotations

import fnmatch
import glob
import os
import posixpath
import stat
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

DEEP = "**"  # in a pattern: this folder and all below it


@dataclass(frozen=True, slots=True)
class _Folder:
    """``real``: where it is, whatever links lead there; ``entries`` by name, without the hidden ones."""

    path: str
    real: str
    entries: Sequence[os.DirEntry[str]]


def files_in(roots: Iterable[str], by_links: Iterable[str] = ()) -> list[str]:
    """The files at or below ``roots``, by path, without hidden ones below them, without pipes and devices.

    ``by_links``: more of them, to which links lead. A folder that can not be listed, and a link that leads nowhere,
    stand for themselves, to be refused.
    """
    folders, links = _parted(roots)
    further_folders, further_links = _parted(by_links)
    found: dict[str, str] = {}  # by where they are
    unlisted: list[str] = []
    _note(found, (path for path in links if not _is_link(path)))
    for folder in _folders([*folders, *further_folders], unlisted):
        for entry in folder.entries:
            if entry.is_symlink():
                links.append(posixpath.join(folder.path, entry.name))
            elif entry.is_file(follow_symlinks=False):
                found.setdefault(posixpath.join(folder.real, entry.name), posixpath.join(folder.path, entry.name))
    _note(found, [*further_links, *links])
    return sorted({*found.values(), *unlisted})


def fitting(pattern: str) -> list[str]:
    """The files that ``pattern`` fits (``*``, ``?``, ``[...]``, ``**`` for this folder and all below) and, where it
    has no ``**``, those in the folders that it fits; as `files_in` gives them.
    """
    parts = [part for part in pattern.replace(os.sep, "/").split("/") if part]
    start = "/" if pattern.startswith("/") else ""
    unlisted: list[str] = []
    paths = sorted(set(_fitting(start, parts, unlisted)))
    if DEEP in parts:  # the files in the folders are among what fits
        paths = [path for path in paths if not is_folder(path)]
    elif pattern.endswith("/"):
        paths = [path for path in paths if is_folder(path)]
    given = len(start) + _without_magic(parts)
    by_links = {path for path in paths if _leads_through_links(path, given)}
    found = files_in([path for path in paths if path not in by_links], sorted(by_links))
    return sorted({*found, *unlisted})


def _fitting(base: str, parts: Sequence[str], unlisted: list[str]) -> Iterator[str]:
    if not parts:
        yield base
        return
    part, rest = parts[0], parts[1:]
    if part == DEEP:
        for folder in _folders([base], unlisted):
            yield from _fitting(folder.path, rest or ["*"], unlisted)
    elif glob.has_magic(part):
        names = [entry.name for entry in _entries(base, unlisted, hidden=part.startswith("."))]
        for name in fnmatch.filter(names, part):
            yield from _fitting(posixpath.join(base, name), rest, unlisted)
    elif rest or os.path.lexists(posixpath.join(base, part)):
        yield from _fitting(posixpath.join(base, part), rest, unlisted)


def _folders(roots: Iterable[str], unlisted: list[str]) -> Iterator[_Folder]:
    """The folders at and below ``roots``, each once: those that links lead to after all others."""
    ways = deque(roots)
    seen: set[str] = set()
    while ways:
        way = ways.popleft()
        waiting = [(way, os.path.realpath(way))]
        while waiting:
            path, real = waiting.pop()
            if real in seen:
                continue
            seen.add(real)
            folder = _Folder(path, real, _entries(path, unlisted))
            yield folder
            for entry in folder.entries:
                inner = posixpath.join(path, entry.name)
                if entry.is_symlink():
                    ways.extend([inner] if is_folder(inner) else [])
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((inner, posixpath.join(real, entry.name)))


def _entries(folder: str, unlisted: list[str], *, hidden: bool = False) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder or ".") as listed:
            entries = [entry for entry in listed if entry.name.startswith(".") is hidden]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        unlisted.append(folder or ".")
        return []
    return sorted(entries, key=lambda entry: entry.name)


def _parted(paths: Iterable[str]) -> tuple[list[str], list[str]]:
    """The folders among ``paths``, and the others."""
    folders: list[str] = []
    others: list[str] = []
    for path in paths:
        (folders if is_folder(path) else others).append(path)
    return folders, others


def _note(found: dict[str, str], paths: Iterable[str]) -> None:
    """Add files, and what leads nowhere, which is to be told; a folder is found by itself."""
    for path in paths:
        if _mode(path) is None or is_file(path):
            found.setdefault(os.path.realpath(path), path)


def is_folder(path: str) -> bool:
    """Whether it is one, or a link to one; False where nobody may look."""
    return stat.S_ISDIR(_mode(path) or 0)


def is_file(path: str) -> bool:
    """Whether it is one, no pipe and no device, or a link to one; False where nobody may look."""
    return stat.S_ISREG(_mode(path) or 0)


def _is_link(path: str) -> bool:
    return stat.S_ISLNK(_mode(path, follow=False) or 0)


def _mode(path: str, *, follow: bool = True) -> int | None:
    """What ``path`` is; None where that can not be told."""
    try:
        return Path(path).stat(follow_symlinks=follow).st_mode
    except (OSError, ValueError):
        return None


def _without_magic(parts: Sequence[str]) -> int:
    """How many parts a pattern begins with that the user wrote out."""
    return next((number for number, part in enumerate(parts) if glob.has_magic(part)), len(parts))


def _leads_through_links(path: str, given: int) -> bool:
    """Whether ``path`` leads through a link after its first ``given`` parts."""
    parts = path.split("/")
    return any(_is_link("/".join(parts[:end])) for end in range(given + 1, len(parts) + 1))
