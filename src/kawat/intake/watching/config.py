"""What is watched: the file of sources, checked as a whole. Every setting stands in docs/howto-watch.md."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kawat import __version__
from kawat.errors import UsageError

MAX_FILE = 1_000_000  # bytes
MAX_SOURCES = 5_000
KINDS = ("auto", "feed", "sitemap")
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_DURATION = re.compile(r"(\d{1,9})\s*([smhd])")
_HEADER = re.compile(r"[\x20-\x7e]{1,200}")


@dataclass(frozen=True, slots=True)
class Source:
    """One feed or site map to watch. ``interval`` is in seconds; only articles in ``language`` are kept."""

    url: str
    kind: str = "auto"
    interval: float = 900.0
    outlet: str | None = None
    language: str | None = None
    full_text: bool = False
    enabled: bool = True
    max_bytes: int = 10_000_000
    max_new: int = 200


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources; ``delay``: seconds between two requests to one host; ``user_agent``: who we say that we are."""

    sources: tuple[Source, ...]
    delay: float = 5.0
    user_agent: str = f"kawat/{__version__}"


def sources_from_toml(body: bytes, name: str) -> Sources:
    """The sources in a TOML file. Raises `UsageError` that names the place of what is wrong."""
    if len(body) > MAX_FILE:
        raise UsageError(f"{name} is over {MAX_FILE} bytes: it is no list of sources")
    try:
        told = tomllib.loads(body.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{name} is not TOML ({error}); see docs/howto-watch.md") from error
    _known(told, ("defaults", "source"), name)
    defaults = _checked(_table(told.get("defaults", {}), f"{name}: [defaults]"), DEFAULTS, f"{name}: [defaults]")
    listed = told.get("source", [])
    if not isinstance(listed, list) or not listed:
        raise UsageError(f"{name} names no source; write one under [[source]], with its url")
    if len(listed) > MAX_SOURCES:
        raise UsageError(f"{name} names {len(listed)} sources, over {MAX_SOURCES}; watch them in several stores")
    sources = tuple(_source(one, defaults, f"{name}: source {n}") for n, one in enumerate(listed, 1))
    _once(sources, name)
    shared = {key: defaults[key] for key in ("delay",) if key in defaults}
    return Sources(sources, user_agent=_agent(defaults), **shared)


def _source(given: object, defaults: Mapping[str, Any], where: str) -> Source:
    own = _checked(_table(given, where), SOURCE, where)
    if "url" not in own:
        raise UsageError(f"{where} has no url; give the address of a feed or a site map")
    inherited = {key: value for key, value in defaults.items() if key in _INHERITED}
    return Source(**{**inherited, **own})


def _once(sources: tuple[Source, ...], name: str) -> None:
    seen: set[str] = set()
    for number, source in enumerate(sources, 1):
        if source.url in seen:
            raise UsageError(f"{name}: source {number} names {source.url} again; leave one of them out")
        seen.add(source.url)


def _agent(defaults: Mapping[str, Any]) -> str:
    agent = str(defaults.get("user_agent", Sources.__dataclass_fields__["user_agent"].default))
    contact = defaults.get("contact")
    return f"{agent} (+{contact})" if contact else agent


def _table(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{where} is not a table of settings; see docs/howto-watch.md")
    return value


def _checked(told: Mapping[str, Any], settings: Mapping[str, Check], where: str) -> dict[str, Any]:
    _known(told, tuple(settings), where)
    return {key: settings[key](value, f"{where}: {key}") for key, value in told.items()}


def _known(told: Mapping[str, Any], names: tuple[str, ...], where: str) -> None:
    for key in told:
        if key not in names:
            raise UsageError(f"{where} has an unknown setting {key!r}; it is one of: {', '.join(names)}")


# --- what each setting may be ---------------------------------------------------------------------------

Check = Callable[[object, str], Any]


def _url(value: object, where: str) -> str:
    said = _words(value, where)
    try:
        parts = urlsplit(said)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not host or len(said) > 2000:
        raise UsageError(f"{where} is {said[:100]!r}; give a whole address that begins with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise UsageError(f"{where} has a user name or a password in it; give the address without them")
    return parts._replace(fragment="").geturl()


def _kind(value: object, where: str) -> str:
    if value not in KINDS:
        raise UsageError(f"{where} is {value!r}; it is one of: {', '.join(KINDS)}")
    return str(value)


def _seconds(least: float, most: float) -> Check:
    def check(value: object, where: str) -> float:
        seconds: float = -1
        if isinstance(value, int | float) and not isinstance(value, bool):
            seconds = float(value)
        elif isinstance(value, str) and (found := _DURATION.fullmatch(value.strip())):
            seconds = float(found[1]) * _UNITS[found[2]]
        if not least <= seconds <= most:
            raise UsageError(
                f'{where} is {value!r}; give seconds, or a time such as "15m", "2h", "1d", '
                f"from {least:g} to {most:g} seconds"
            )
        return seconds

    return check


def _whole(least: int, most: int) -> Check:
    def check(value: object, where: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise UsageError(f"{where} is {value!r}; give a whole number from {least} to {most}")
        return value

    return check


def _yes_no(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{where} is {value!r}; write true or false")
    return value


def _words(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise UsageError(f"{where} is {value!r}; give words in quotation marks")
    return value.strip()


def _sent(value: object, where: str) -> str:
    """What is sent to servers in a header."""
    said = _words(value, where)
    if not _HEADER.fullmatch(said):
        raise UsageError(f"{where} is {said[:100]!r}; give at most 200 letters, digits and signs of ASCII")
    return said


def _language(value: object, where: str) -> str:
    if value not in ("id", "en"):
        raise UsageError(f"{where} is {value!r}; Kawat reads: id, en")
    return str(value)


_INHERITED: dict[str, Check] = {
    "interval": _seconds(60, 30 * 86_400),
    "outlet": _words,
    "language": _language,
    "max_bytes": _whole(1_000, 10_000_000),
    "max_new": _whole(1, 50_000),
}
DEFAULTS: dict[str, Check] = {
    **_INHERITED,
    "delay": _seconds(0, 3600),
    "user_agent": _sent,
    "contact": _sent,
}
SOURCE: dict[str, Check] = {**_INHERITED, "url": _url, "kind": _kind, "full_text": _yes_no, "enabled": _yes_no}
