"""Readers: threads that ask a server one thing after another, each over one connection, and time the answers."""

from __future__ import annotations

import http.client
import json
import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

BASE = "/api/v1"
SECONDS = 30.0
"""How long a reader waits for one answer."""


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to ask for in a store."""

    countries: tuple[str, ...]
    types: tuple[str, ...]
    days: tuple[str, ...]
    events: tuple[str, ...]
    cursors: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(slots=True)
class Heard:
    """Of each call how long its answers took, in seconds, and how many were none."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: dict[str, int] = field(default_factory=dict)


def learn(host: str, port: int) -> Known:
    """Look round in the store that is served there."""
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)

    def get(path: str) -> Any:
        connection.request("GET", f"{BASE}{path}")
        return json.loads(connection.getresponse().read())

    try:
        meta = get("/meta")
        items: list[Any] = []
        cursors: list[str] = []
        following = ""
        while following is not None and len(cursors) < 20:
            page = get(f"/events?limit=200{f'&cursor={following}' if following else ''}")
            items, following = items + page["items"], page["next"]
            cursors += [following] if following else []
        texts = [one["sentence"]["text"] for one in get("/reports?limit=200")["items"]]
    finally:
        connection.close()
    return Known(
        tuple(one["code"] for one in meta["countries"]),
        tuple(one["type"] for one in meta["types"]),
        tuple(sorted({one["day"] for one in items if one["day"]})),
        tuple(one["id"] for one in items),
        tuple(cursors),
        tuple(sorted({word for text in texts for word in text.rstrip(".").split()})),
    )


def ask(host: str, port: int, known: Known, readers: int, seconds: float) -> Heard:
    """Let so many readers ask for so long."""
    heard = [Heard() for _ in range(readers)]
    end = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_read, args=(host, port, known, random.Random(number), end, told), daemon=True)
        for number, told in enumerate(heard)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    whole = Heard()
    for told in heard:
        for call, times in told.seconds.items():
            whole.seconds.setdefault(call, []).extend(times)
        for call, count in told.errors.items():
            whole.errors[call] = whole.errors.get(call, 0) + count
    return whole


def _read(host: str, port: int, known: Known, dice: random.Random, end: float, heard: Heard) -> None:
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    calls: Sequence[tuple[str, Callable[[Known, random.Random], str]]] = tuple(CALLS.items())
    while time.monotonic() < end:
        call, path = dice.choice(calls)
        began = time.perf_counter()
        try:
            connection.request("GET", f"{BASE}{path(known, dice)}")
            response = connection.getresponse()
            response.read()
            good = response.status == 200
        except (OSError, http.client.HTTPException):
            connection.close()
            good = False
        if good:
            heard.seconds.setdefault(call, []).append(time.perf_counter() - began)
        else:
            heard.errors[call] = heard.errors.get(call, 0) + 1
    connection.close()


def _list(known: Known, dice: random.Random) -> str:
    first, last = sorted((dice.choice(known.days), dice.choice(known.days)))
    asked: tuple[dict[str, str], ...] = (
        {},
        {"cursor": dice.choice(known.cursors)} if known.cursors else {},
        {"country": dice.choice(known.countries)},
        {"country": dice.choice(known.countries), "with": dice.choice(known.countries)},
        {"type": dice.choice(known.types), "country": dice.choice(known.countries)},
        {"type": dice.choice(known.types), "since": first, "until": last},
        {"actor": dice.choice(known.countries), "published_since": first},
    )
    query = urlencode(dice.choice(asked))
    return f"/events?{query}" if query else "/events"


def _event(known: Known, dice: random.Random) -> str:
    return f"/events/{quote(dice.choice(known.events))}"


def _search(known: Known, dice: random.Random) -> str:
    words = " ".join(dice.sample(known.words, dice.choice((1, 1, 2))))
    return f"/search?{urlencode({'q': words, 'in': dice.choice(('sentences', 'articles'))})}"


CALLS: dict[str, Callable[[Known, random.Random], str]] = {"list": _list, "event": _event, "search": _search}
"""What readers ask for, each as often as the others."""
