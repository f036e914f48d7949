"""Pages from files and streams."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from kawat.errors import InputError, NotFoundError, NotTextError, TooLargeError
from kawat.records import Page

MAX_BYTES = 10_000_000

_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
}


def read_path(path: str, max_bytes: int = MAX_BYTES) -> Page:
    """The page in the file ``path`` (at most ``max_bytes`` bytes).

    Raises NotFoundError, TooLargeError, NotTextError for a folder, InputError where it may not be read.
    """
    try:
        if Path(path).is_dir():
            raise NotTextError(f"{path} is a folder: give the files in it")
        with Path(path).open("rb") as stream:
            body = _bounded(stream, path, max_bytes)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise NotFoundError(f"{path!r} does not exist: check the path") from error
    except OSError as error:
        raise InputError(f"{path} can not be read ({error.strerror}): check its permissions") from error
    return Page(body, media_type=_TYPES.get(Path(path).suffix.lower()), source_file=path)


def read_stream(stream: BinaryIO, name: str, max_bytes: int = MAX_BYTES) -> Page:
    """The page in an open binary stream; ``name`` is what the record calls it. Raises TooLargeError."""
    return Page(_bounded(stream, name, max_bytes), source_file=name)


def _bounded(stream: BinaryIO, name: str, max_bytes: int) -> bytes:
    body = b""
    while len(body) <= max_bytes:
        piece = stream.read(max_bytes + 1 - len(body))
        if not piece:
            return body
        body += piece
    raise TooLargeError(f"{name} is over {max_bytes} bytes: give one article a file, or raise the limit")
