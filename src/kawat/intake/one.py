"""One item to a record: what a worker does. It knows no store and no clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kawat.errors import InputError, KnowledgeError, StoreError, UsageError
from kawat.intake.inputs import InputOptions, load_page
from kawat.intake.no_news import refuse_no_news
from kawat.intake.sources.item import Address, Hints, Item, Origin, Ready, sha256
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
    """``origin``: where it comes from, if that is known; a file of one's own may be from anywhere."""

    record: Record
    digest: str | None
    sentences: tuple[Span, ...]
    origin: Origin | None = None


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
        if isinstance(job.item.content, Address):
            return _fetched(job)
        return _read(job, job.item.content, job.item.digest, origin_of(job.item))
    except FOR_ALL as error:
        return Fatal(error)
    except Exception as error:
        return failed(error, job.item.digest, lasting=False)


def failed(error: BaseException, digest: str | None, *, lasting: bool = True) -> Failed:
    lasting = lasting and digest is not None and not isinstance(error, MemoryError | OSError)
    reason = (str(error) or type(error).__name__)[:LONGEST_REASON]
    return Failed(reason, type(error).__name__, digest, lasting)


def origin_of(item: Item) -> Origin | None:
    """Where an item comes from that is not fetched by itself: an archive says it of a page, unless that archive
    was fetched too, and may say what it likes.
    """
    own = item.content.url if isinstance(item.content, Page) else None
    if item.within is not None:
        return Origin(item.within, now=own == item.within)  # a page that came packed stands there itself
    return None if own is None else Origin(own)


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

    address = job.item.content
    assert isinstance(address, Address)
    page = load_page(address.url, job.options)
    if kind_of_page(page, job.options) is not Kind.PAGE or page.body.startswith(b"\x1f\x8b"):
        return Nested(page)
    digest = _digest_of(page, job.item.hints)
    if digest == job.known:
        return Same()
    # Where redirects ended: whoever sent us on has not written what stands there.
    return _read(job, page, digest, Origin(page.url or address.url, now=True))


def _digest_of(page: Page, hints: Hints) -> str:
    """Of what an article is made of: the page, and what a list says where that is silent."""
    told = [str(one or "") for one in (hints.outlet, hints.published)]
    return sha256(page.body + "\x1f".join(told).encode("utf-8", "surrogatepass") if any(told) else page.body)


def _read(job: Job, content: object, digest: str | None, origin: Origin | None) -> Result:
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
    return Read(record, digest, tuple(one.span for one in language.sentences_of(record.article)), origin)
