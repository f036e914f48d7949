"""Sources of every format made for tests, of one small story told several times."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from typing import Any

BODY = (
    "Indonesia's foreign minister met her Swedish counterpart in Bandung on Tuesday to discuss fishing rights.",
    "The two ministers agreed to hold further talks in Stockholm in September, the ministry said in a statement.",
    "Sweden condemned the attack on an Indonesian trawler last week and offered help to the families of the crew.",
)


def story(number: int) -> str:
    """A short report that differs from every other in its numbers and names."""
    place = ("Jakarta", "Surabaya", "Medan", "Makassar", "Denpasar", "Padang", "Manado", "Ambon")[number % 8]
    return "\n".join(
        (
            *BODY,
            f"About {100 + number} fishermen from {place} waited outside the hall, where case {number} was heard.",
        )
    )


def html(number: int, published: str | None = "2025-08-13T09:00:00+07:00") -> bytes:
    meta = f'<meta property="article:published_time" content="{published}">' if published else ""
    paragraphs = "".join(f"<p>{line}</p>" for line in story(number).split("\n"))
    title = f"Ministers meet on fish, day {number}"
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{meta}</head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def row(number: int, **names: str) -> dict[str, Any]:
    """A row whose fields have the names given, or news-please's."""
    fields = {
        "title": f"Ministers meet on fish, day {number}",
        "text": story(number),
        "published": "2025-08-13 09:00:00",
        "url": f"https://kabar.example/{number}",
        "outlet": "Kabar Selat",
    }
    own = {"text": "maintext", "published": "date_publish", "outlet": "source_domain"} | names
    return {own.get(field, field): value for field, value in fields.items()}


def json_lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(one) + "\n" for one in rows).encode()


def warc_record(
    url: str, body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", type_: str = "response"
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    return warc_block(url, http, type_)


def warc_block(url: str, http: bytes, type_: str = "response") -> bytes:
    """A record whose block, an answer with its head, is given."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {type_}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"WARC-Date: 2025-08-14T10:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype={type_}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc(numbers: Iterable[int]) -> list[bytes]:
    info = (
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:11111111-0000-0000-0000-000000000000>\r\n"
        b"WARC-Date: 2025-08-14T10:00:00Z\r\nContent-Type: application/warc-fields\r\nContent-Length: 12\r\n\r\n"
        b"software: x\n\r\n\r\n"
    )
    return [info, *(warc_record(f"https://kabar.example/{number}", html(number)) for number in numbers)]


def packed(records: Iterable[bytes]) -> bytes:
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def rss(items: Iterable[str]) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Kabar Selat</title>'
        f"<link>https://kabar.example/</link>{''.join(items)}</channel></rss>"
    ).encode()


def rss_item(number: int, body: str = "", link: str | None = None) -> str:
    return (
        f"<item><title>Ministers meet on fish, day {number}</title>"
        f"<link>{link or f'https://kabar.example/{number}'}</link>"
        f"<pubDate>Wed, 13 Aug 2025 09:00:00 +0700</pubDate><description>Short.</description>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )
