"""Every answer of a watch in WARC files (ISO 28500), one for each day, each record packed by itself."""

from __future__ import annotations

import gzip
import io
import re
from contextlib import suppress
from io import FileIO
from pathlib import Path

from kawat.errors import StoreError, UsageError
from kawat.intake.sources.warc_packing import members_end
from kawat.pages import Answer

MOST_FILES = 1_000  # of one day
_DROPPED = frozenset({"transfer-encoding", "connection"})  # the body is kept as one piece
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f]+")


class Archive:
    """Writes into ``folder``, which must be there. Its files are named by the day, and a number at need."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        self._today: tuple[str, Path] | None = None
        if not self._folder.is_dir():
            raise UsageError(f"the folder {folder} does not exist; make it, then run this again")
        try:
            import fastwarc  # noqa: F401
        except ImportError as error:
            raise UsageError("an archive needs fastwarc: pip install 'kawat[warc]'") from error

    def add(self, answer: Answer) -> None:
        """Append one answer, whole or not at all. Raises `StoreError`."""
        record, path = _record(answer), self._folder
        try:
            path = self._file(f"kawat-{answer.at:%Y%m%d}")
            with path.open("ab", buffering=0) as file:
                _append(file, record)
        except OSError as error:
            raise StoreError(
                f"{path} can not be written ({error.strerror}); free space, or check the folder"
            ) from error

    def _file(self, name: str) -> Path:
        """The file of a day: the first that ends with a whole record; a kill in the middle leaves half of one.

        Readers stop at half a record, so nothing may come after it.
        """
        if self._today is None or self._today[0] != name:
            numbers = ("", *(f"-{number}" for number in range(2, MOST_FILES)))
            paths = (self._folder / f"{name}{number}.warc.gz" for number in numbers)
            fitting = (path for path in paths if not path.exists() or _ends_whole(path))
            self._today = name, next(fitting, self._folder / f"{name}.warc.gz")
        return self._today[1]


def _append(file: FileIO, record: bytes) -> None:
    size, left = file.seek(0, io.SEEK_END), memoryview(record)
    try:
        while left:
            left = left[file.write(left) :]
    except OSError:
        with suppress(OSError):
            file.truncate(size)
        raise


def _ends_whole(path: Path) -> bool:
    """Whether the file is nothing but whole records."""
    with path.open("rb") as file:
        return members_end(file, 0)


def _record(answer: Answer) -> bytes:
    from fastwarc.warc import WarcRecord, WarcRecordType

    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Date"] = f"{answer.at:%Y-%m-%dT%H:%M:%SZ}"
    record.headers["WARC-Target-URI"] = _address(answer.url)
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(_http(answer))
    held = io.BytesIO()
    record.write(held, checksum_data=True)
    return gzip.compress(held.getvalue(), mtime=0)


def _http(answer: Answer) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} {_line(answer.reason)}"]
    lines += [f"{_line(key)}: {_line(value)}" for key, value in answer.headers if key.lower() not in _DROPPED]
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + answer.packed


def _line(text: str) -> str:
    return _CONTROLS.sub(" ", text).strip()


def _address(url: str) -> str:
    return _CONTROLS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
