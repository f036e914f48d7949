"""robots.txt: what a site asks of automatic readers (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

MAX_BYTES = 500_000
MAX_KEPT = 50_000  # bytes that are kept for the next start; larger files are few, and fetched again
FRESH = 86_400.0  # seconds that an answer holds
FRESH_FAILURE = 3_600.0  # seconds until a site that gave no answer is asked again


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds at a site until ``until`` (seconds since 1970).

    ``parsed`` None: the site did not answer, so nothing is fetched from it for now, or everything is allowed.
    """

    until: float
    held: bool = False
    parsed: Protego | None = None

    def allows(self, url: str, agent: str) -> bool:
        return self.parsed is None or bool(self.parsed.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """The seconds between two requests that the site asks for."""
        asked = self.parsed.crawl_delay(agent) if self.parsed is not None else None
        return max(0.0, float(asked)) if asked is not None else 0.0


def rules_from(status: int | None, body: bytes, at: float) -> Rules:
    """The rules in an answer: 2xx says them, 4xx has none, anything else (5xx, 429, no answer) holds back."""
    if status is not None and 200 <= status < 300:
        return Rules(at + FRESH, parsed=Protego.parse(body[:MAX_BYTES].decode("utf-8", "replace")))
    if status is not None and 400 <= status < 500 and status != 429:
        return Rules(at + FRESH)
    return Rules(at + FRESH_FAILURE, held=True)


def site_of(url: str) -> str:
    """What one robots.txt holds for: scheme, host and port."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}"


def host_of(url: str) -> str:
    """What one delay holds for."""
    return (urlsplit(url).hostname or "").lower()
