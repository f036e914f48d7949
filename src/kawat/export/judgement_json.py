"""What editors decided, with how it stands in a store, and as JSON. See docs/howto-judgements.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kawat.intake.judging import judged_pairs, pair_judged, told_as_json
from kawat.records import Article
from kawat.store import Store
from kawat.store.judgements import Judgement, Words, reports_at


@dataclass(frozen=True, slots=True)
class Listed:
    """A judgement with the articles of its words (None where one is not stored) and how it stands.

    ``stands``: holds; waits (for an article); idle (no report, or only one, stands on the words now); overruled
    (by later ones that it can not hold beside).
    """

    judgement: Judgement
    articles: tuple[Article | None, ...]
    stands: str

    @property
    def ends(self) -> tuple[tuple[Words, Article | None], ...]:
        return tuple(zip(words_of_judgement(self.judgement), self.articles, strict=True))


def listed_judgements(store: Store, judgements: Sequence[Judgement]) -> list[Listed]:
    """The judgements, each with its articles and how it stands beside the others."""
    homes = sorted({words.article_id for one in judgements for words in words_of_judgement(one)})
    articles = {article.id: article for article in store.articles_with(homes)}
    triggers = store.triggers_in(homes)
    held = judged_pairs(judgements, triggers)
    told: list[Listed] = []
    for one in judgements:
        ends = words_of_judgement(one)
        own = tuple(articles.get(words.article_id) for words in ends)
        found = {next(reports_at(words, triggers.get(words.article_id, ())), None) for words in ends}
        p = pair_judged(one, triggers)
        if None in own:
            stands = "waits"
        elif None in found or len(found) < len(ends):
            stands = "idle"
        else:
            stands = "holds" if p is None or held.get(p) is (one.kind.value == "link") else "overruled"
        told.append(Listed(one, own, stands))
    return told


def words_of_judgement(one: Judgement) -> list[Words]:
    return [words for words in (one.words, one.other) if words is not None]


def judgement_json(told: Listed) -> dict[str, Any]:
    """The judgement, the words that it is about, and how it stands."""
    texts = [None if article is None else words.span.of(article.text) for words, article in told.ends]
    return {**told_as_json(told.judgement), "texts": texts, "stands": told.stands}
