"""What a process that merges many times has read already, so that it need not read it again."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from kawat.merge.nets import Bonds
from kawat.merge.trace import Trace
from kawat.records import Article, Telling
from kawat.store import Store


@dataclass(slots=True)
class Memory:
    """``most``: so many traces and reports with their links, ``most_links``: so many links in all (the more a store
    holds, the more each report has), ``most_told``: so many whole reports, and a few more while they are in use.

    A kind that holds more forgets all of it: what stayed would lie scattered over memory that Python could then not
    hand back, and a process that runs for days would grow.
    """

    traces: dict[str, Trace] = field(default_factory=dict)
    told: dict[str, Telling] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    links: dict[str, Bonds] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    most: int = 6_000
    most_links: int = 400_000
    most_told: int = 2_000
    state: object = None

    def begin(self, store: Store) -> None:
        """Forget everything where the store is not as it was left: another process has written since, or what was
        written last was undone."""
        if self.state is not None and not self.knows(store):
            for known in (self.traces, self.told, self.digests, self.links, self.articles):
                known.clear()

    def end(self, store: Store) -> None:
        """The store is left as it is now."""
        self.state = _state_of(store)

    def knows(self, store: Store) -> bool:
        """Whether the store is as it was left."""
        return self.state == _state_of(store)

    def forget(self, reports: Iterable[str]) -> None:
        """Forget what is known of these reports."""
        for one in reports:
            for known in (self.traces, self.told, self.digests, self.links):
                known.pop(one, None)

    def keep_links(self, links: Iterable[tuple[str, str, float]]) -> None:
        """Add new links to those of the reports whose links are known."""
        if len(self.links) > self.most or sum(map(len, self.links.values())) > self.most_links:
            self.links.clear()
        for one, other, score in links:
            for end, far in ((one, other), (other, one)):
                if end in self.links:
                    self.links[end].put(far, score)

    def keep_traces(self, traces: Mapping[str, Trace]) -> None:
        self.traces.update((trace.id, trace) for trace in traces.values())  # its name is held once
        if len(self.traces) > self.most:
            self.traces.clear()

    def keep_told(self, told: Mapping[str, Telling], digests: Mapping[str, str]) -> None:
        self.told.update((name, self._with_known_article(one)) for name, one in told.items())
        self.digests.update(digests)
        if len(self.told) > self.most_told:
            for known in (self.told, self.digests, self.articles):
                known.clear()

    def _with_known_article(self, telling: Telling) -> Telling:
        """The same with the article that other reports of it are held with, so that each text is held once."""
        known = self.articles.get(telling.article.id)
        if known == telling.article:
            return replace(telling, article=known)
        self.articles[telling.article.id] = telling.article
        return telling


def give_back() -> None:
    """Hand back to the system what glibc keeps of freed memory. Elsewhere nothing."""
    trim = getattr(_c_library(), "malloc_trim", None)
    if trim is not None:
        trim(0)


@cache
def _c_library() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):  # not on Windows
        return None


def _state_of(store: Store) -> tuple[int, int]:
    """Another one once another process has written, something was merged, or merging was undone."""
    return store.state(), store.last_change()
