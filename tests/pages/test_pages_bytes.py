"""Bytes: what is refused, how the rest is decoded, and files and streams as sources."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from kawat.errors import InputError, NotFoundError, NotTextError, TooLargeError
from kawat.pages import article_from_page, read_path, read_stream
from kawat.pages.characters import clean_characters
from kawat.pages.decode import decode
from kawat.records import Page

SENTENCE = "Presiden Côte d'Ivoire berkata “cukup” di Chişinău pada Senin pagi."


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"\n%PDF-1.4 text text text",
        b"PK\x03\x04\x14\x00\x06\x00word/document.xml",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"GIF89a\x01\x00\x01\x00",
        b"RIFF\x24\x00\x00\x00WEBPVP8 ",
        b"\x00\x00\x00\x18ftypmp42",
        b"\x1f\x8b\x08\x00\x00\x00",
        b"\x7fELF\x02\x01\x01",
        bytes(range(256)) * 40,
        b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>',
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>',
    ],
)
def test_what_is_no_text_is_refused_whatever_its_label(body: bytes) -> None:
    for media_type in ("text/html", "text/plain", None):
        with pytest.raises(NotTextError):
            article_from_page(Page(body, media_type=media_type, source_file="page.html"))


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "video/mp4", "application/json"])
def test_a_label_that_is_no_text_is_refused(media_type: str) -> None:
    with pytest.raises(NotTextError, match=media_type):
        article_from_page(Page(SENTENCE.encode(), media_type=media_type))


def test_a_text_about_binary_things_is_read() -> None:
    text = "The report says %PDF-1.7 files were stolen from the ministry.\nIt named nobody."
    assert article_from_page(Page(text.encode())).text.startswith("The report says %PDF")


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-8", "iso-8859-1"),  # a label that is wrong, as many are
        ("utf-8", "rot13"),  # a codec of Python's that is no character set
        ("utf-8", "no-such-set"),
        ("utf-16", None),
        ("utf-16-le", None),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_text_survives_every_way_of_writing_it(encoding: str, charset: str | None) -> None:
    assert decode(SENTENCE.encode(encoding), charset).lstrip("\ufeff") == SENTENCE


def test_western_code_pages_by_label_by_meta_and_by_shape() -> None:
    western = "Le président a dit “non” à l'Élysée."
    body = western.encode("cp1252")
    assert decode(body, "windows-1252") == western
    assert decode(body, "latin1") == western
    assert decode(body) == western
    assert decode(b'<meta charset="windows-1251"><p>' + "Москва".encode("cp1251")).endswith("Москва")
    assert decode("Токио".encode("koi8-r"), "koi8-r") == "Токио"


def test_mostly_utf8_stays_utf8() -> None:
    body = "“Satu” dan “dua” – ".encode() + b"\xff" + "“tiga”".encode()
    assert decode(body) == "“Satu” dan “dua” – \ufffd“tiga”"


def test_clean_characters() -> None:
    assert clean_characters("a\x00b\ud800c\u200bd\u00ade\ufefff\r\ng\u2028h\x85i\x07") == "abcdef\ng\nh\ni"
    assert clean_characters("e\u0301") == "\u00e9"
    assert len(clean_characters("a" + "\u0301\u0323" * 50_000)) < 40


def test_a_file_is_read_with_its_path_and_type(tmp_path: Path) -> None:
    path = tmp_path / "Laporan.HTML"
    path.write_bytes(b"<html>")
    page = read_path(str(path))
    assert (page.body, page.media_type, page.source_file, page.url) == (b"<html>", "text/html", str(path), None)


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * 100)
    assert len(read_path(str(path), max_bytes=100).body) == 100
    with pytest.raises(TooLargeError, match="99 bytes"):
        read_path(str(path), max_bytes=99)


def test_missing_paths_and_folders(tmp_path: Path) -> None:
    for path in (str(tmp_path / "none.txt"), "bad\x00name", str(tmp_path / "x.txt" / "y")):
        with pytest.raises(NotFoundError):
            read_path(path)
    with pytest.raises(NotTextError, match="folder"):
        read_path(str(tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(InputError, match="permission"):
        read_path(str(path))


class Trickle(io.BytesIO):
    """A stream that gives a byte at a time, as pipes may."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(1, size or 0))


def test_streams_are_read_to_their_end_and_no_further_than_the_limit() -> None:
    assert read_stream(Trickle(b"abc"), "-").body == b"abc"
    with pytest.raises(TooLargeError):
        read_stream(Trickle(b"abcd"), "-", max_bytes=3)
