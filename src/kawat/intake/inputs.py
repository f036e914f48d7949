"""What a user names (files, folders, URLs, a dash) as sources, and a source as a page or a record."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kawat.errors import InputError
from kawat.intake.finding import files_in, fitting, is_folder
from kawat.intake.sources.mapping import KNOWN_NAMES, Mapping
from kawat.reading.info import DEFAULT_READER
from kawat.records import Page, Record

STREAM = "-"
MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class InputOptions:
    """``max_bytes`` holds for files, streams and bodies; ``allow_private`` lets URLs of one's own network in.

    ``mapping``: which fields of rows are what; ``fetch_entries``: whether the pages of a feed are fetched where it
    has not their whole text; ``any_page``: read also what is plainly no news; ``robots``: fetch an address only
    where the robots.txt of its site allows it.
    """

    reader: str = DEFAULT_READER
    max_bytes: int = MAX_BYTES
    allow_private: bool = False
    mapping: Mapping = KNOWN_NAMES
    fetch_entries: bool = True
    any_page: bool = False
    robots: bool = False


def expand(given: Iterable[str], skip: str | None = None) -> tuple[str, ...]:
    """Files, URLs and ``-`` as given; a folder as the files below it, sorted, without the hidden ones; a pattern
    (``*``, ``?``, ``[...]``, ``**`` for folders below) as what it fits, sorted. `kawat.intake.finding` has more.

    The store at ``skip`` is left out of folders and patterns. An empty folder, one that can not be listed, a link
    that leads nowhere, and a pattern that fits nothing, stand for themselves, to be refused.
    """
    return tuple(source for name in given for source in _sources(name, skip))


def is_url(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def load_page(source: str, options: InputOptions, stream: BinaryIO | None = None) -> Page:
    """The bytes of one source. Raises `InputError`, also for ``-`` where there is no ``stream``."""
    from kawat import pages  # here: asking a store should not wait for what only reading needs

    if source == STREAM:
        if stream is None:
            raise InputError("there is nothing to read on the standard input; pipe a page into this command")
        return pages.read_stream(stream, source, options.max_bytes)
    if is_url(source):
        limits = pages.FetchLimits(max_bytes=options.max_bytes, allow_private=options.allow_private)
        if options.robots:
            from kawat.intake.watching.polite import fetch_allowed

            return fetch_allowed(source, limits)
        return pages.fetch(source, limits)
    if is_folder(source):
        raise refusal_of_folder(source)
    return pages.read_path(source, options.max_bytes)


def read_input(source: str, options: InputOptions, stream: BinaryIO | None = None) -> Record:
    """The record of one source. Raises `InputError`, `UsageError` for an unknown reader."""
    from kawat import pipeline

    return pipeline.read_page(load_page(source, options, stream), options.reader)


def refusal_of_folder(path: str) -> InputError:
    """Why the folder ``path`` is no source: it can not be listed, or there is nothing in it."""
    try:
        os.scandir(path).close()
    except OSError as error:
        refused = InputError(f"{path} can not be read ({error.strerror}): check its permissions")
        refused.__cause__ = error
        return refused
    return InputError(f"the folder {path} has no files in it; name another")


def _sources(name: str, skip: str | None) -> list[str]:
    if name == STREAM or is_url(name):
        return [name]
    if is_folder(name):
        found = files_in([name.rstrip("/") or "/"])
    elif glob.has_magic(name) and not os.path.lexists(name):
        found = fitting(name)
    else:
        return [name]
    return [path for path in found if not _of_store(Path(path), skip)] or [name]


def _of_store(path: Path, skip: str | None) -> bool:
    name = Path(skip).name if skip else ""
    return bool(name) and path.name in {name, f"{name}-wal", f"{name}-shm"}
