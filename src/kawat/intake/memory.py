"""What a process that merges many times has read already, so that it need not read it again."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from kawat.merge.nets import Bonds
from kawat.merge.trace import Trace
from kawat.recent import Recent
from kawat.records import Article, Telling
from kawat.store import Store


class Memory:
    """``most``: so many traces, ``most_told``: so many whole reports, ``most_links``: so many links of reports (the
    more a store holds, the more each report has); of each twice as many for a while.
    """

    def __init__(self, most: int = 8_000, most_links: int = 150_000, most_told: int = 2_500) -> None:
        self.traces = Recent[Trace](most)
        self.told = Recent[Telling](most_told)
        self.digests = Recent[str](most_told)
        self.articles = Recent[Article](most_told)
        self.links = Recent[Bonds](most_links, len)
        self._state: object = None

    def begin(self, store: Store) -> None:
        """Forget everything where the store is not as it was left: another process has written since, or what was
        written last was undone."""
        if self._state is not None and not self.knows(store):
            for known in (self.traces, self.told, self.digests, self.articles, self.links):
                known.clear()

    def end(self, store: Store) -> None:
        """The store is left as it is now."""
        self._state = _state_of(store)

    def knows(self, store: Store) -> bool:
        """Whether the store is as it was left."""
        return self._state == _state_of(store)

    def forget(self, reports: Iterable[str]) -> None:
        """Forget what is known of these reports."""
        for one in reports:
            for known in (self.traces, self.told, self.digests, self.links):
                known.forget(one)

    def keep_links(self, links: Iterable[tuple[str, str, float]]) -> None:
        """Add new links to those of the reports whose links are known."""
        for one, other, score in links:
            for end, far in ((one, other), (other, one)):
                if end in self.links:
                    self.links[end].put(far, score)
                    self.links.grew(end)

    def keep_traces(self, traces: Iterable[Trace]) -> None:
        for trace in traces:
            self.traces.put(trace.id, trace)  # under its own name, so that this is held once

    def keep_told(self, told: Mapping[str, Telling], digests: Mapping[str, str]) -> None:
        for name, telling in told.items():
            self.told.put(name, self._with_known_article(telling))
            self.digests.put(name, digests[name])

    def _with_known_article(self, telling: Telling) -> Telling:
        """The same with the article that other reports of it are held with, so that each text is held once."""
        article = telling.article
        known = self.articles.get(article.id)
        held = known if known is not None and known == article else article
        self.articles.put(article.id, held)
        return telling if held is article else replace(telling, article=held)


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
