"""The figures of `kawat bench merge`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kawat.bench.figures import Scores, scores
from kawat.bench.merging.score import b_cubed, pair_scores
from kawat.bench.merging.stories import StoryArticle, load_stories
from kawat.bench.merging.told import ToldSet, gold_set, read_set
from kawat.merge.merging import copy_pairs, merge
from kawat.reading.info import DEFAULT_READER


@dataclass(frozen=True, slots=True)
class MergeScore:
    """How well reports merge; shares between 0 and 1.

    ``part``: ``gold reports`` or ``end to end`` (reports as read; B-cubed over those that tell a gold event).
    ``strict_f1``: B-cubed where events that no report tells, and reports that tell none, weigh in with nothing
    right.
    ``false_merges``, ``missed_merges``: pairs of reports put together though two events, apart though one.
    ``same_language_f1`` (without copies), ``cross_language_f1``: F1 over pairs. ``copies_f1``: over pairs of
    articles.
    """

    part: str
    stories: int
    articles: int
    reports: int
    gold_events: int
    b_cubed_precision: float
    b_cubed_recall: float
    b_cubed_f1: float
    strict_f1: float
    false_merges: int
    missed_merges: int
    false_share: float
    missed_share: float
    same_language_f1: float
    same_language_with_copies_f1: float
    cross_language_f1: float
    copies_precision: float
    copies_recall: float
    copies_f1: float


def bench_merge(folder: Path, reader: str = DEFAULT_READER) -> tuple[MergeScore, ...]:
    """Merge the reports of all stories below ``folder`` as one stream: those of the gold, then those as read.

    Raises:
        InputError: the folder has no stories.
        UsageError: there is no such reader.
    """
    stories = load_stories(folder)
    return (
        _scored("gold reports", stories, gold_set(stories)),
        _scored("end to end", stories, read_set(stories, reader)),
    )


def _scored(part: str, stories: Sequence[StoryArticle], told: ToldSet) -> MergeScore:
    events = {t.report.id: event.id for event in merge(told.tellings) for t in event.tellings}
    found = {one: events[one] for one in told.keys}
    extra = len(told.tellings) - len(found)
    measured = b_cubed(found, told.keys)
    strict = b_cubed(found, told.keys, missing=told.missing, extra=extra)
    pairs = pair_scores(found, told.keys, told.languages, told.copies)
    every = pairs["all"]
    right = round(every.precision * every.read)
    copies = _copies(stories)
    return MergeScore(
        part=part,
        stories=len({one.story for one in stories}),
        articles=len(stories),
        reports=len(told.tellings),
        gold_events=len(set(told.keys.values())),
        b_cubed_precision=measured.precision,
        b_cubed_recall=measured.recall,
        b_cubed_f1=measured.f1,
        strict_f1=strict.f1,
        false_merges=every.read - right,
        missed_merges=every.gold - right,
        false_share=1 - every.precision,
        missed_share=1 - every.recall,
        same_language_f1=pairs["same"].f1,
        same_language_with_copies_f1=pairs["same with copies"].f1,
        cross_language_f1=pairs["cross"].f1,
        copies_precision=copies.precision,
        copies_recall=copies.recall,
        copies_f1=copies.f1,
    )


def _copies(stories: Sequence[StoryArticle]) -> Scores:
    group = {one.article.id: one.copy_group for one in stories}
    ids = sorted(group)
    gold = {(a, b) for i, a in enumerate(ids) for b in ids[i + 1 :] if group[a] == group[b]}
    found = copy_pairs([one.article for one in stories])
    return scores(len(found & gold), len(found), len(gold))
