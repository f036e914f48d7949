"""The frozen records that every stage takes and gives. See docs/record-format.md.

All offsets are code points into ``Article.text``, end exclusive. A `Span` never carries its own wording:
``span.of(article.text)`` gives it, so the two can not drift apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Self, overload

from kawat.ids import content_id, sha256_of
from kawat.kinds import ActorKind, Counted, Granularity, MentionKind, ParagraphKind, Salience, Status

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "Claim",
    "ClaimSpans",
    "Counted",
    "Dropped",
    "Event",
    "Granularity",
    "Mention",
    "MentionKind",
    "Page",
    "Paragraph",
    "ParagraphKind",
    "Place",
    "Quantity",
    "ReaderInfo",
    "Reading",
    "Record",
    "Report",
    "ReportSpans",
    "Salience",
    "Sentence",
    "Span",
    "Status",
    "Telling",
    "Time",
    "Voice",
    "VoiceSpans",
    "content_id",
    "day_of",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of ``article.text``: code points ``start`` to ``end``, end exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The wording of this span in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


# --- bytes to Article -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as fetched or read. ``source_file`` is the path as given, when it was a file."""

    body: bytes
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    fetched_at: datetime | None = None
    source_file: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader reads. ``text`` is immutable and includes the title as its first paragraph."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    language: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: datetime | date | None = None
    url: str | None = None
    source_file: str | None = None
    dropped: tuple[str, ...] = ()

    @property
    def text_sha256(self) -> str:
        return sha256_of(self.text)

    @property
    def id(self) -> str:
        """Content-derived: the same text from the same address or outlet is the same article."""
        return content_id("art", self.url or self.outlet or "", self.text_sha256)

    @property
    def published_day(self) -> date | None:
        """The day of publication where it was published (the offset as given), or None."""
        return day_of(self.published)


# --- Article to Reading: spans only -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    span: Span
    kind: ParagraphKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or stands for something.

    ``head`` is the part that names it inside a longer phrase ("Presiden Rusia [Vladimir Putin]");
    ``country_hint`` is a mention's country as the words beside the name tell it ("Filipino lawmaker X"),
    as ISO 3166 alpha-3; ``sector_hint`` likewise a PLOVER sector; ``entity`` the knowledge id that the
    wording alone suggests, before any resolution.
    """

    span: Span
    kind: MentionKind
    head: Span | None = None
    country_hint: str | None = None
    sector_hint: str | None = None
    entity: str | None = None

    @property
    def name_span(self) -> Span:
        return self.head or self.span


@dataclass(frozen=True, slots=True)
class VoiceSpans:
    """Who is said to have said it, and the words that say so ("according to", "sebut")."""

    speaker: Mention
    cue: Span | None


@dataclass(frozen=True, slots=True)
class ReportSpans:
    """A report before resolution: types and spans, no values."""

    type: str
    mode: str | None
    status: Status
    salience: Salience
    trigger: Span
    sentence: Span
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    symmetric: bool
    time: Mention | None
    place: Mention | None
    quantities: tuple[Mention, ...]
    voices: tuple[VoiceSpans, ...]
    confidence: float
    contexts: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    vector: bytes | None = None

    @property
    def sides(self) -> tuple[Mention, ...]:
        """Who takes part, those who act first."""
        return (*self.actors, *self.recipients)


@dataclass(frozen=True, slots=True)
class ClaimSpans:
    """An attributed statement. ``voices`` outermost first: (KCNA, Kim Jong Un)."""

    voices: tuple[VoiceSpans, ...]
    content: Span
    quoted: bool


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something a stage left out, and why."""

    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    name: str
    version: str
    model_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found. ``candidates`` are reports that it is too unsure of to publish.

    ``weighed``: its confidences are chances, which the whole article may raise or lower. ``names``: the proper
    names by themselves, where a reader finds them apart from the phrases around them.
    """

    reader: ReaderInfo
    mentions: tuple[Mention, ...]
    reports: tuple[ReportSpans, ...]
    claims: tuple[ClaimSpans, ...]
    dropped: tuple[Dropped, ...] = ()
    candidates: tuple[ReportSpans, ...] = ()
    weighed: bool = False
    names: tuple[Mention, ...] | None = None


# --- resolved: spans with values --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention stands for. ``id`` is None when unresolved; ``name`` is then the wording."""

    name: str
    kind: ActorKind
    mention: Span
    id: str | None = None
    name_id: str | None = None
    country: str | None = None
    sector: str | None = None
    resolved_by: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """``start`` and ``end`` inclusive; both None (granularity unknown) where the text does not tell."""

    start: datetime | date | None
    end: datetime | date | None
    granularity: Granularity
    said: Span | None = None
    resolved_by: str | None = None

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day; an open end counts as the other end. None where the text tells neither."""
        start, end = day_of(self.start or self.end), day_of(self.end or self.start)
        return None if start is None or end is None else (start, end)


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    country: str | None
    mention: Span
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` as told, or bounds ("more than 10,000" has ``min``); ``unit`` is the counted noun as said."""

    unit: str
    what: Counted
    mention: Span
    value: float | None = None
    min: float | None = None
    max: float | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    actor: Actor
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Report:
    """One article's telling of one event.

    ``vector``: what its words mean, as signed bytes of a direction, the same in both languages; only for comparing
    reports with one another, and only where the reader gives it.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    status: Status
    salience: Salience
    trigger: Span
    sentence: Span
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    symmetric: bool
    time: Time | None
    place: Place | None
    quantities: tuple[Quantity, ...]
    attribution: tuple[Voice, ...]
    confidence: float
    vector: bytes | None = None

    @property
    def sides(self) -> tuple[Actor, ...]:
        """Who takes part, those who act first."""
        return (*self.actors, *self.recipients)


@dataclass(frozen=True, slots=True)
class Claim:
    id: str
    speakers: tuple[Actor, ...]
    cue: Span | None
    content: Span
    quoted: bool
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that one article gave: what `kawat read --json` prints.

    ``candidates`` are likely enough to keep, not to publish: no view shows them unasked.
    """

    reader: ReaderInfo
    article: Article
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    dropped: tuple[Dropped, ...] = field(default=())
    candidates: tuple[Report, ...] = field(default=())

    def without_reports(self, reason: str) -> Self:
        """The same article kept with nothing read from it, and the reason."""
        return type(self)(self.reader, self.article, (), (), (Dropped(reason),))


# --- over many articles -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Telling:
    """One report with the article that tells it: what merging and views work on.

    ``copy_of``: where the article is one of several copies of a text, the id that stands for them all.
    """

    article: Article
    report: Report
    copy_of: str | None = None

    @property
    def source(self) -> str:
        """Who tells it independently of others: its article, or the text that it is a copy of."""
        return self.copy_of or self.article.id


@dataclass(frozen=True, slots=True)
class Event:
    """One thing in the world. Its values are views over ``tellings``; nothing is averaged."""

    id: str
    type: str
    tellings: tuple[Telling, ...]


@overload
def day_of(value: datetime | date) -> date: ...
@overload
def day_of(value: datetime | date | None) -> date | None: ...
def day_of(value: datetime | date | None) -> date | None:
    """The day of a moment where it was (the offset as given); a day is itself."""
    return value.date() if isinstance(value, datetime) else value
