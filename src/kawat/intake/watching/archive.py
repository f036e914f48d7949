"""Every answer of a watch in WARC files (ISO 28500), one for each day, each record packed by itself."""

from __future__ import annotations

import gzip
import io
import re
from pathlib import Path

from kawat.errors import StoreError, UsageError
from kawat.pages import Answer

_DROPPED = frozenset({"transfer-encoding", "connection"})  # the body is kept as one piece
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f]+")


class Archive:
    """Writes into ``folder``, which must be there. The names of its files are made of the day alone."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        if not self._folder.is_dir():
            raise UsageError(f"the folder {folder} does not exist; make it, then run this again")
        try:
            import fastwarc  # noqa: F401
        except ImportError as error:
            raise UsageError("an archive needs fastwarc: pip install 'kawat[warc]'") from error

    def add(self, answer: Answer) -> None:
        """Append one answer; a stop in the middle leaves the records before it whole. Raises `StoreError`."""
        path = self._folder / f"kawat-{answer.at:%Y%m%d}.warc.gz"
        record = _record(answer)
        try:
            with path.open("ab") as file:
                file.write(record)
        except OSError as error:
            raise StoreError(
                f"{path} can not be written ({error.strerror}); free space, or check the folder"
            ) from error


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
