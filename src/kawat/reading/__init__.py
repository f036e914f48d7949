"""Article to spans: readers find mentions, reports and claims. No values here, only words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kawat.errors import UsageError
from kawat.reading.info import DEFAULT_READER, ENCODER, LEXICON
from kawat.records import Article, ReaderInfo, Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader by name: how it signs what it reads, and its function, each loaded at first use."""

    sign: Callable[[], ReaderInfo]
    load: Callable[[], Callable[[Article], Reading]]

    @property
    def info(self) -> ReaderInfo:
        return self.sign()


def _lexicon() -> Callable[[Article], Reading]:
    from kawat.reading.lexicon import read_article

    return read_article


def _encoder_signature() -> ReaderInfo:
    from kawat.reading.encoder.signature import signature

    return signature()


def _encoder() -> Callable[[Article], Reading]:
    from kawat.reading.encoder.reader import read_article

    return read_article


READERS = {
    ENCODER.name: Reader(_encoder_signature, _encoder),
    LEXICON.name: Reader(lambda: LEXICON, _lexicon),
}


def reader_named(name: str) -> Reader:
    """The reader of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in READERS:
        raise UsageError(f"There is no reader '{name}'. Choose one of: {', '.join(READERS)}.")
    return READERS[name]


def read(article: Article, reader: str = DEFAULT_READER) -> Reading:
    """What ``reader`` finds in an article. Raises UsageError for an unknown reader."""
    return reader_named(reader).load()(article)
