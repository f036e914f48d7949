"""The reports of the stories, as the gold has them and as a reader reads them, each with its gold key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kawat.bench.match import judge
from kawat.bench.merging.stories import Key, StoryArticle, gold_tellings, trigger_of
from kawat.pipeline import read_article
from kawat.records import Telling


@dataclass(frozen=True, slots=True)
class ToldSet:
    """Reports to merge and, of those that tell a gold event, its key, language and group of copied articles.

    ``missing``: gold events that no report tells.
    """

    tellings: tuple[Telling, ...]
    keys: dict[str, Key]
    languages: dict[str, str]
    copies: dict[str, str]
    missing: int = 0


def gold_set(stories: Sequence[StoryArticle]) -> ToldSet:
    """Every gold event as a report without faults; its direction of meaning is that of the encoder."""
    from kawat.reading.encoder.meaning import meanings_at

    pairs: list[tuple[StoryArticle, Telling, Key]] = []
    for one in stories:
        triggers = [trigger_of(one.article, event) for event in one.gold.events]
        vectors = dict(zip(triggers, meanings_at(one.article, triggers), strict=True))
        pairs += [(one, t, key) for t, key in zip(gold_tellings(one, vectors), one.keys, strict=True)]
    return _set((telling for _, telling, _ in pairs), pairs, 0)


def read_set(stories: Sequence[StoryArticle], reader: str) -> ToldSet:
    """What ``reader`` reports of the same articles; a report has the key of the gold event that it tells."""
    tellings: list[Telling] = []
    pairs: list[tuple[StoryArticle, Telling, Key]] = []
    missing = 0
    for one in stories:
        record = read_article(one.article, reader)
        tellings += [Telling(one.article, report) for report in record.reports]
        for judged, key in zip(judge(one.gold.events, record.reports, one.article.text), one.keys, strict=True):
            if judged.report is None:
                missing += 1
            else:
                pairs.append((one, Telling(one.article, judged.report), key))
    return _set(tellings, pairs, missing)


def _set(tellings: Iterable[Telling], pairs: Sequence[tuple[StoryArticle, Telling, Key]], missing: int) -> ToldSet:
    return ToldSet(
        tuple(tellings),
        {telling.report.id: key for _, telling, key in pairs},
        {telling.report.id: one.article.language for one, telling, _ in pairs},
        {telling.report.id: one.copy_group for one, telling, _ in pairs},
        missing,
    )
