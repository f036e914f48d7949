"""A site of our own on this machine, a clock that needs no time, and a watch over them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kawat.intake.watching.clock import Clock
from kawat.intake.watching.config import Source, Sources
from kawat.intake.watching.happening import Happening
from kawat.intake.watching.watch import Options, Watch
from kawat.store import Store

START = datetime(2025, 8, 20, 9, 0, tzinfo=UTC)


class FakeClock:
    """Time passes only when somebody sleeps; ``slept`` are the seconds."""

    def __init__(self) -> None:
        self._now = START
        self._lock = threading.Lock()
        self.slept: list[float] = []

    def now(self) -> datetime:
        with self._lock:
            return self._now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.slept.append(seconds)
            self._now += timedelta(seconds=seconds)

    @property
    def clock(self) -> Clock:
        return Clock(self.now, self.sleep)


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]
    at: datetime

    @property
    def host(self) -> str:
        return self.headers["host"].split(":")[0]


@dataclass
class Site:
    """``pages``: what each path gives: a body, (status, headers, body), or a function of the request handler."""

    clock: FakeClock
    pages: dict[str, Any] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]


@contextmanager
def serving(clock: FakeClock, **pages: Any) -> Iterator[Site]:
    site = Site(clock, {f"/{name}": page for name, page in pages.items()})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with site.lock:
                headers = {key.lower(): value for key, value in self.headers.items()}
                site.asked.append(Asked(self.path, headers, clock.now()))
            found = site.pages.get(self.path, (404, {}, b""))
            try:
                if callable(found):
                    found(self)
                    return
                status, more, body = found if isinstance(found, tuple) else (200, {}, found)
                send(self, status, body, more)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: Any, status: int, body: str | bytes, headers: dict[str, str] | None = None) -> None:
    data = body.encode() if isinstance(body, str) else body
    handler.send_response(status)
    for key, value in (headers or {}).items():
        handler.send_header(key, value)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def rss(*items: str | tuple[str, str]) -> str:
    """A feed of these addresses, each with the day of its change where one is given."""
    made = []
    for item in items:
        link, day = item if isinstance(item, tuple) else (item, "")
        date = f"<pubDate>{day}</pubDate>" if day else ""
        made.append(f"<item><title>t</title><link>{link}</link>{date}</item>")
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{"".join(made)}</channel></rss>'


def article(first: str, second: str = "") -> str:
    lead = f"JAKARTA, 12 August 2025 - {first}"
    return (
        f"<html><head><title>{first[:60]}</title></head><body><article><h1>{first[:60]}</h1>"
        f"<p>{lead}</p><p>{second}</p></article></body></html>"
    )


MEETING = article(
    "President Prabowo Subianto met Philippine President Ferdinand Marcos Jr. in Jakarta on Monday, he said.",
    "Indonesia condemned the attack on the ship in Manila, Foreign Minister Sugiono told reporters.",
)
CHANGED = article(
    "President Prabowo Subianto met Philippine President Ferdinand Marcos Jr. in Jakarta on Monday, he said.",
    "Correction: Malaysia condemned the attack on the ship in Manila, its foreign minister told reporters.",
)
STRIKE = article("Russia attacked the port of Odesa in Ukraine on Monday, killing 12 people, the governor said.")


def watch_once(
    store: Store,
    site: Site,
    *sources: Source,
    delay: float = 0,
    stop_at: Callable[[Happening], bool] | None = None,
    **options: Any,
) -> list[Happening]:
    """One round (or, with ``once`` false, until ``stop_at`` says so): what happened."""
    told: list[Happening] = []
    made = Options(**{"once": True, "allow_private": True, "reader": "lexicon", "random": lambda: 0.5, **options})

    def tell(one: Happening) -> None:
        told.append(one)
        if stop_at is not None and stop_at(one):
            made.stop.set()

    Watch(store, Sources(sources, delay, "kawat/test"), site.clock.clock, tell, made).run()
    return told


def whats(told: list[Happening]) -> list[str]:
    """What happened, but for the start and the end."""
    return [one.what.value for one in told if one.what.value not in ("started", "stopped")]
