"""What a user names as a stream of items: files, folders, addresses, feeds, archives and tables of articles.

The kind of a source is told by its content. One bad item is `Broken`; the others go on.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kawat.errors import InputError, KawatError, NotFoundError, TooLargeError
from kawat.intake.finding import is_file, is_folder
from kawat.intake.inputs import STREAM, InputOptions, expand, is_url, refusal_of_folder
from kawat.intake.sources.address_list import address_items
from kawat.intake.sources.csv_rows import csv_items
from kawat.intake.sources.item import Address, Item, Ready, Whole, broken_item, page_item
from kawat.intake.sources.json_rows import line_items, whole_items
from kawat.intake.sources.kinds import Kind, kind_of
from kawat.intake.sources.opening import HEAD, Opened, opened
from kawat.intake.sources.parquet import parquet_items
from kawat.intake.sources.warc import warc_items
from kawat.intake.sources.xml_guard import MAX_XML
from kawat.pages.source import read_path, read_stream
from kawat.records import Page

__all__ = ["Item", "Kind", "address_list", "items_of", "items_of_page", "kind_of_page"]


def items_of(source: str, options: InputOptions, stream: BinaryIO | None = None) -> Iterator[Item]:
    """The items of one source as `expand` gives it; never raises for what is wrong with the source."""
    try:
        if source == STREAM:
            if stream is None:
                raise InputError("there is nothing to read on the standard input; pipe a page into this command")
            yield from items_of_page(source, read_stream(stream, source, options.max_bytes), options)
        elif is_url(source):
            yield Item(source, Address(source))
        else:
            yield from _in_file(source, options)
    except KawatError as error:
        # What is missing today may be there tomorrow; what a program lacks may be installed.
        lasting = not isinstance(error, NotFoundError)
        yield broken_item(source, error, lasting=lasting and not isinstance(error.__cause__, ImportError | OSError))


def address_list(source: str) -> Iterator[Item]:
    """The items of a file that is a list of addresses, whatever it looks like."""
    try:
        with _opened_file(source) as raw:
            yield from address_items(source, opened(raw))
    except KawatError as error:
        yield broken_item(source, error, lasting=False)


def items_of_page(name: str, page: Page, options: InputOptions) -> Iterator[Item]:
    """The items in a body that was fetched or piped in: the page itself, or what it is a collection of.

    Raises `InputError` where the collection can not be read to its end.
    """
    for item in _in_page(name, page, options):
        yield replace(item, within=page.url) if isinstance(item.content, Page | Ready) else item


def _in_page(name: str, page: Page, options: InputOptions) -> Iterator[Item]:
    source = opened(io.BytesIO(page.body))
    kind = _kind(source, options)
    if kind is Kind.PAGE and not source.packed:
        yield page_item(name, page)
    else:
        yield from _within(name, kind, source, options, page.url)


def kind_of_page(page: Page, options: InputOptions) -> Kind:
    """What a fetched body is. Raises `InputError` where it is packed and broken."""
    return _kind(opened(io.BytesIO(page.body)), options)


def _kind(source: Opened, options: InputOptions) -> Kind:
    return kind_of(source.head, options.mapping, len(source.head) < HEAD)


def _in_file(path: str, options: InputOptions) -> Iterator[Item]:
    if is_folder(path):
        yield from _in_folder(path, options)
        return
    if not is_file(path):  # a pipe, a device, or nothing
        yield from items_of_page(path, read_path(path, options.max_bytes), options)
        return
    with _opened_file(path) as raw:
        source = opened(raw)
        kind = _kind(source, options)
        if kind is Kind.PAGE and not source.packed:
            yield page_item(path, read_path(path, options.max_bytes))
        else:
            yield from _within(path, kind, source, options)


def _in_folder(path: str, options: InputOptions) -> Iterator[Item]:
    """The items of a folder that stood for itself, as there was nothing in it, or nobody could look."""
    files = [one for one in expand([path]) if one != path]
    if not files:
        raise refusal_of_folder(path)
    for file in files:
        yield from items_of(file, options)
    yield Item(path, Whole())


def _opened_file(path: str) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise NotFoundError(f"{path!r} does not exist: check the path") from error
    except OSError as error:
        raise InputError(f"{path} can not be read ({error.strerror}): check its permissions") from error


def _within(
    name: str, kind: Kind, source: Opened, options: InputOptions, address: str | None = None
) -> Iterator[Item]:
    """The items of a collection, and at its end that it is whole; ``address`` is where it was found in the end."""
    try:
        yield from _collected(name, kind, source, options, address)
    except InputError as error:
        yield broken_item(name, error, lasting=not isinstance(error.__cause__, ImportError))
    except Exception as error:  # a library stumbled over it: that costs this source only
        yield broken_item(name, error, lasting=False)
    else:
        yield Item(name, Whole())


def _collected(name: str, kind: Kind, source: Opened, options: InputOptions, address: str | None) -> Iterator[Item]:
    mapping = options.mapping
    match kind:
        case Kind.PAGE:
            body = _bounded(source, options.max_bytes)
            yield page_item(name, Page(body, url=address, source_file=None if is_url(name) else name))
        case Kind.URLS:
            yield from address_items(name, source)
        case Kind.FEED:
            from kawat.intake.sources.feed import feed_items

            yield from _listed(name, feed_items(name, _bounded(source, MAX_XML), options.fetch_entries, address))
        case Kind.SITEMAP:
            from kawat.intake.sources.sitemap import sitemap_items

            yield from _listed(name, sitemap_items(name, _bounded(source, MAX_XML)))
        case Kind.WARC:
            yield from warc_items(name, source, options.max_bytes)
        case Kind.LINES:
            yield from line_items(name, source, mapping)
        case Kind.JSON:
            yield from whole_items(name, source, mapping)
        case Kind.CSV:
            yield from csv_items(name, source, mapping)
        case Kind.PARQUET:
            yield from parquet_items(name, source, mapping)


def _listed(name: str, items: Iterator[Item]) -> Iterator[Item]:
    """The same, each with the list ``name`` that names it."""
    for item in items:
        yield replace(item, listing=name) if isinstance(item.content, Address | Ready) and item.digest else item


def _bounded(source: Opened, most: int) -> bytes:
    body = source.stream.read(most + 1)
    if len(body) > most:
        raise TooLargeError(f"it is over {most} bytes: give one article a file, or raise the limit")
    return body
