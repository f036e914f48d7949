"""One item to a record: what a worker does. It knows no store and no clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kawat.errors import InputError, KnowledgeError, StoreError, UsageError
from kawat.intake.inputs import InputOptions, load_page
from kawat.intake.no_news import refuse_no_news
from kawat.intake.sources.item import Address, Hints, Item, Ready, sha256
from kawat.records import Article, Page, Record, Span

LONGEST_REASON = 2_000  # characters: an error may quote all that it stumbled over
FOR_ALL = (StoreError, KnowledgeError, UsageError)
"""What is wrong for every item alike."""


@dataclass(frozen=True, slots=True)
class Job:
    """``known``: the digest of what was read under this name before; the same again need not be read."""

    item: Item
    options: InputOptions
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """``fetched``: where it was fetched just now, if it was."""

    record: Record
    digest: str | None
    sentences: tuple[Span, ...]
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Same:
    """What is there is what was read before."""


@dataclass(frozen=True, slots=True)
class Nested:
    """An address that is no page but a collection of them."""

    page: Page


@dataclass(frozen=True, slots=True)
class Failed:
    """``error`` is the name of its kind; ``lasting``: the same bytes will fail again."""

    reason: str
    error: str
    digest: str | None = None
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Fatal:
    """Wrong for every item alike: the run has to end with it."""

    error: StoreError | KnowledgeError | UsageError


Result = Read | Same | Nested | Failed | Fatal


def work(job: Job) -> Result:
    """Read one item, whatever is wrong with it."""
    try:
        fetch = isinstance(job.item.content, Address)
        return _fetched(job) if fetch else _read(job, job.item.content, job.item.digest)
    except FOR_ALL as error:
        return Fatal(error)
    except Exception as error:
        return failed(error, job.item.digest, lasting=False)


def failed(error: BaseException, digest: str | None, *, lasting: bool = True) -> Failed:
    lasting = lasting and digest is not None and not isinstance(error, MemoryError | OSError)
    reason = (str(error) or type(error).__name__)[:LONGEST_REASON]
    return Failed(reason, type(error).__name__, digest, lasting)


def checking(hints: Hints, any_page: bool, page: Page | None) -> Callable[[Article], Article]:
    """What is done to an article before it is read: the list that names it speaks where the page is silent, and
    what is no news is refused with `NoNewsError`.
    """

    def check(article: Article) -> Article:
        article = replace(
            article,
            outlet=article.outlet or hints.outlet,
            published=article.published if article.published is not None else hints.published,
        )
        if not any_page:
            refuse_no_news(article, page)
        return article

    return check


def _fetched(job: Job) -> Result:
    from kawat.intake.sources.collect import Kind, kind_of_page

    address, digest = job.item.content, job.item.digest
    assert isinstance(address, Address)
    page = load_page(address.url, job.options)
    if kind_of_page(page, job.options) is not Kind.PAGE or page.body.startswith(b"\x1f\x8b"):
        return Nested(page)
    if not address.listed:
        digest = sha256(page.body)
        if digest == job.known:
            return Same()
    result = _read(job, page, digest)
    return replace(result, fetched=page.url or address.url) if isinstance(result, Read) else result


def _read(job: Job, content: object, digest: str | None) -> Result:
    from kawat import language, pipeline

    page = content if isinstance(content, Page) else None
    check, reader = checking(job.item.hints, job.options.any_page, page), job.options.reader
    try:
        if isinstance(content, Page):
            record = pipeline.read_page(content, reader, check)
        elif isinstance(content, Ready):
            from kawat.intake.sources.ready import article_of

            record = pipeline.read_article(check(article_of(content, job.item.name)), reader)
        else:
            raise InputError(f"there is nothing to read in {job.item.name}")
    except FOR_ALL:
        raise
    except Exception as error:
        return failed(error, digest)
    return Read(record, digest, tuple(sentence.span for sentence in language.sentences_of(record.article)))
