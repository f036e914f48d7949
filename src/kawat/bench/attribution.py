"""`kawat bench attribution`: who says what, against attributions that others marked in articles (brat files).

A claim and a marked attribution fit when each covers at least half of the other's content; as a pair they also
have to share words of the source. Each is used once, best fits first. Where several people marked an article, it
counts once for each of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kawat.bench.figures import Scores, scores, share
from kawat.bench.texts import article_of, text_in
from kawat.errors import InputError, NotFoundError
from kawat.pipeline import read_article
from kawat.reading.info import DEFAULT_READER
from kawat.records import Claim, Span

LEAST_OVERLAP = 0.5
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")

Extent = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AttributionScore:
    """``pair_...`` over attributions that have a source, ``content_...`` over all of them whoever says it.

    ``..._token_f1``: over the words of the article that stand in any source, or in any content.
    """

    reader: str
    articles: int
    attributions: int
    claims: int
    pair_precision: float
    pair_recall: float
    pair_f1: float
    content_precision: float
    content_recall: float
    content_f1: float
    source_token_f1: float
    content_token_f1: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """A marked attribution; each extent may have gaps, ``source`` is empty where the text names none."""

    source: Extent
    content: Extent


def bench_attribution(folder: Path, reader: str = DEFAULT_READER) -> AttributionScore:
    """Score a folder of ``attributions/*.ann`` and ``text/*.txt`` (or both kinds side by side in it).

    Raises:
        InputError: there is no annotation with its text, or a file can not be read.
        UsageError: there is no such reader.
    """
    pairs = contents = sourced = marked = claimed = 0
    files = _files(folder)
    read: dict[Path, tuple[Claim, ...]] = {}
    source_words, content_words = Counter[str](), Counter[str]()
    for marks, path in files:
        if path not in read:
            read[path] = read_article(article_of(text_in(path, "a text"), "en"), reader).claims
        claims, gold = read[path], load_ann(marks)
        words = [Span(*match.span()) for match in _WORD.finditer(text_in(path, "a text"))]
        spoken = [one.mention for claim in claims for one in claim.speakers]
        source_words += _words(words, spoken, [span for one in gold for span in one.source])
        content_words += _words(words, [c.content for c in claims], [span for one in gold for span in one.content])
        with_source = [one for one in gold if one.source]
        pairs += matched(claims, with_source, sources=True)
        contents += matched(claims, gold, sources=False)
        sourced += len(with_source)
        marked += len(gold)
        claimed += len(claims)
    by_pair, by_content = scores(pairs, claimed, sourced), scores(contents, claimed, marked)
    token_f1 = [scores(one["right"], one["read"], one["gold"]).f1 for one in (source_words, content_words)]
    return AttributionScore(reader, len(files), marked, claimed, *_flat(by_pair), *_flat(by_content), *token_f1)


def _words(words: Sequence[Span], ours: Sequence[Span], gold: Sequence[Span]) -> Counter[str]:
    """How many of the words stand in our spans ("read"), in the marked ones ("gold"), in both ("right")."""
    read = {word for word in words if any(word.overlaps(span) for span in ours)}
    marked = {word for word in words if any(word.overlaps(span) for span in gold)}
    return Counter(read=len(read), gold=len(marked), right=len(read & marked))


def _flat(one: Scores) -> tuple[float, float, float]:
    return one.precision, one.recall, one.f1


def matched(claims: Sequence[Claim], gold: Sequence[Attribution], *, sources: bool) -> int:
    """How many attributions a claim fits, one to one; with ``sources`` they also have to meet in the source."""
    fits = sorted(
        (
            (-fit, one, other)
            for one, claim in enumerate(claims)
            for other, attribution in enumerate(gold)
            if (fit := content_fit(claim, attribution)) >= LEAST_OVERLAP
            and (not sources or _sources_meet(claim, attribution))
        ),
    )
    taken_claims: set[int] = set()
    taken_gold: set[int] = set()
    for _, one, other in fits:
        if one not in taken_claims and other not in taken_gold:
            taken_claims.add(one)
            taken_gold.add(other)
    return len(taken_gold)


def content_fit(claim: Claim, attribution: Attribution) -> float:
    """The smaller of the shares that claim and attribution cover of one another's content."""
    ours = claim.content
    shared = sum(max(0, min(ours.end, one.end) - max(ours.start, one.start)) for one in attribution.content)
    long = max(ours.end - ours.start, sum(one.end - one.start for one in attribution.content))
    return share(shared, long)


def _sources_meet(claim: Claim, attribution: Attribution) -> bool:
    return any(one.mention.overlaps(span) for one in claim.speakers for span in attribution.source)


def load_ann(path: Path) -> tuple[Attribution, ...]:
    """The attributions of a brat file, in its order; those without a content are left out. Raises `InputError`."""
    extents: dict[str, Extent] = {}
    events: list[str] = []
    try:
        for line in text_in(path, "a brat annotation").splitlines():
            name, _, rest = line.partition("\t")
            if name.startswith("T"):
                places = rest.partition("\t")[0].split(" ", 1)[1]
                extents[name] = tuple(Span(*map(int, place.split())) for place in places.split(";"))
            elif name.startswith("E"):
                events.append(rest)
    except (IndexError, TypeError, ValueError) as error:
        raise InputError(f"{path} is no brat annotation ({error}): give the .ann files of the set") from error
    made = (_attribution(event, extents) for event in events)
    return tuple(one for one in made if one.content)


def _attribution(event: str, extents: dict[str, Extent]) -> Attribution:
    parts: dict[str, list[Span]] = defaultdict(list)
    for part in event.split():
        name, _, target = part.partition(":")
        parts[name.rstrip("0123456789")] += extents.get(target, ())
    return Attribution(_merged(parts["Source"]), _merged(parts["Content"]))


def _merged(spans: Iterable[Span]) -> Extent:
    """The same stretches without overlaps, in order, so that no word counts twice."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def _files(folder: Path) -> list[tuple[Path, Path]]:
    """Each annotation with its text: the same stem, with or without the four digits of who marked it."""
    marks, texts = folder / "attributions", folder / "text"
    marks, texts = (marks if marks.is_dir() else folder), (texts if texts.is_dir() else folder)
    found = []
    for path in sorted(marks.glob("*.ann")):
        stems = (path.stem, _ANNOTATOR.sub("", path.stem))
        text = next((texts / f"{stem}.txt" for stem in stems if (texts / f"{stem}.txt").is_file()), None)
        if text is not None:
            found.append((path, text))
    if not found:
        raise NotFoundError(f"{folder} has no .ann file with its .txt: give the folder of the set")
    return found
