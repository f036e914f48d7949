"""Real inputs to begin with: reports, pages, and small feeds, archives and tables made of one story."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from kawat.errors import NotFoundError

LABELS = b"\0\0"  # of a page: nothing is said of it
LARGEST = 150_000  # bytes of a file that is taken as a seed
FEWEST = 6  # words of a line that is taken as a sentence
STORY = (
    "Jakarta, 14 August 2025 - Indonesia's foreign minister met her Swedish counterpart in Bandung on Tuesday.",
    "The two ministers agreed to hold talks in Stockholm in September 2026, the ministry said in a statement.",
    "Menteri Luar Negeri mengecam serangan yang menewaskan sedikitnya 12 orang pada Selasa (12/8) malam.",
)


def seeds_of(name: str, folders: Iterable[Path]) -> list[bytes]:
    """The seeds of the target ``name``: its own small ones, and the files in ``folders``, by name.

    Raises `NotFoundError` for a folder that is not there.
    """
    files = [body for folder in folders for body in _bodies(folder)]
    match name:
        case "page":
            own = (_html(), b"<!-- remark -->" * 40 + _html(), "\n".join(STORY).encode())
            return [LABELS + body for body in (*files, *own)]
        case "time":
            lines = {line.strip() for body in files for line in body.decode("utf-8", "ignore").split("\n")}
            told = sorted(line.encode() for line in lines if len(line.split()) >= FEWEST and "<" not in line)
            return [*told, *(line.encode() for line in STORY)]
        case "feed":
            return [_rss(), _atom(), _map(), _index(), _robots(), gzip.compress(_map(), mtime=0)]
        case _:
            return list(_collections())


def _bodies(folder: Path) -> Iterator[bytes]:
    if not folder.is_dir():
        raise NotFoundError(f"there is no folder {folder}; name one with pages or reports")
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        body = path.read_bytes()
        if path.suffix == ".gz":
            body = gzip.decompress(body)
        if 0 < len(body) <= LARGEST:
            yield body


def _html() -> bytes:
    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ministers meet",
        "datePublished": "2025-08-14T09:30:00+07:00",
        "author": [{"@type": "Person", "name": "A. Penulis"}],
        "publisher": {"@type": "Organization", "name": "Kabar Selat"},
        "articleBody": " ".join(STORY),
    }
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Ministers meet - Kabar Selat</title>'
        f'<meta charset="utf-8"><link rel="canonical" href="https://kabar.example/1">'
        f'<script type="application/ld+json">{json.dumps(stated)}</script></head>'
        f"<body><nav><ul><li>News</li></ul></nav><article><h1>Ministers meet</h1>{paragraphs}"
        f"<blockquote>We agreed.</blockquote><table><tr><td>a</td><td>b</td></tr></table></article></body></html>"
    ).encode()


def _rss() -> bytes:
    items = "".join(
        f"<item><title>Day {n}</title><link>https://kabar.example/{n}</link><dc:creator>A</dc:creator>"
        f"<pubDate>Wed, 13 Aug 2025 0{n}:00:00 +0700</pubDate><description>{STORY[n]}</description>"
        f"<content:encoded><![CDATA[<p>{' '.join(STORY) * (8 * n)}</p>]]></content:encoded></item>"
        for n in range(3)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Kabar Selat</title><link>https://kabar.example/</link>{items}</channel></rss>"
    ).encode()


def _atom() -> bytes:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://kabar.example/"><title>Kabar</title>'
        '<entry><title type="html">A &amp;amp; B</title><link rel="alternate" href="2025/1"/>'
        "<published>2025-08-13T09:00:00Z</published><updated>2025-08-13T10:00:00Z</updated>"
        f'<content type="html">&lt;p&gt;{STORY[0]}&lt;/p&gt;</content></entry></feed>'
    ).encode()


def _map() -> bytes:
    return (
        b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://kabar.example/1</loc>'
        b"<lastmod>2025-08-13</lastmod><news:news><news:publication><news:name>Kabar</news:name>"
        b"</news:publication><news:publication_date>2025-08-13T09:00:00+07:00</news:publication_date>"
        b"<news:title>Day</news:title></news:news></url></urlset>"
    )


def _index() -> bytes:
    return b"<sitemapindex><sitemap><loc>https://kabar.example/m.xml</loc></sitemap></sitemapindex>"


def _robots() -> bytes:
    return (
        b"User-agent: *\nDisallow: /admin/*.php$\nAllow: /news\nCrawl-delay: 5\n\nUser-agent: kawat\n"
        b"Disallow: /private\nRequest-rate: 1/10s\nSitemap: https://kabar.example/m.xml\n"
    )


def _collections() -> Iterator[bytes]:
    rows = [{"title": f"Day {n}", "maintext": STORY[n], "date_publish": f"2025-08-1{n}"} for n in range(3)]
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    yield lines
    yield json.dumps(rows).encode()
    yield json.dumps({"headline": "Day", "source": {"body": STORY[0]}, "text": list(STORY)}, indent=1).encode()
    yield gzip.compress(lines, mtime=0)
    yield b"title,text,date,url\n" + b"".join(
        f'"Day, {n}","{STORY[n]}",2025-08-1{n},https://kabar.example/{n}\n'.encode() for n in range(3)
    )
    yield "titel;text;date\nA;b;14.08.2025\n".encode("utf-16")
    yield b"<!-- remark -->" * 40 + _html()
    yield b'<?xml version="1.0"?>' + b"<!-- remark -->" * 40 + _rss().partition(b"?>")[2]
    yield b"# addresses\nhttps://kabar.example/1\nhttps://kabar.example/2\n"
    archive = [_record("warcinfo", b"software: x\r\n", "application/warc-fields")]
    archive += [_record("response", _http(n), "application/http; msgtype=response") for n in range(3)]
    yield b"".join(archive)
    yield b"".join(gzip.compress(record, mtime=0) for record in archive)
    yield from _parquet(rows)


def _http(number: int) -> bytes:
    body = _html() if number else gzip.compress(_html(), mtime=0)
    packed = b"" if number else b"Content-Encoding: gzip\r\n"
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + packed + b"\r\n" + body


def _record(kind: str, block: bytes, media: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"WARC-Date: 2025-08-14T10:00:00Z\r\nWARC-Target-URI: https://kabar.example/1\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _parquet(rows: list[dict[str, str]]) -> Iterator[bytes]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        return
    held = BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), held)
    yield held.getvalue()
