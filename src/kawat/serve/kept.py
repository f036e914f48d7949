"""Answers kept for as long as the store stays as it is, and asked for once where many ask at once."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from kawat.serve.answers import Answer

MOST_BYTES = 32_000_000


class Kept:
    """For one event loop. ``most_bytes``: so much is kept of the answers asked for last."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._state = ""
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._bytes = 0
        self._coming: dict[tuple[str, str], asyncio.Task[Answer]] = {}

    async def get(self, state: str, key: str, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer to ``key`` in this state of the store: kept, on its way, or asked for with ``ask``."""
        if state != self._state:
            self._state, self._bytes = state, 0
            self._answers.clear()
        if key in self._answers:
            self._answers.move_to_end(key)
            return self._answers[key]
        task = self._coming.get((state, key))
        if task is None:
            task = asyncio.ensure_future(self._ask(state, key, ask))
            task.add_done_callback(_heard)
            self._coming[state, key] = task
        return await asyncio.shield(task)

    async def _ask(self, state: str, key: str, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        try:
            answer = await ask()
        finally:
            self._coming.pop((state, key), None)
        if state == self._state and len(answer.body) <= self._most // 8:
            self._answers[key] = answer
            self._bytes += len(answer.body)
            while self._bytes > self._most:
                self._bytes -= len(self._answers.popitem(last=False)[1].body)
        return answer


def _heard(task: asyncio.Task[Answer]) -> None:
    """An error counts as told, also where everybody who waited has gone."""
    if not task.cancelled():
        task.exception()
