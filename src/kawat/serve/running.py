"""Running the server: a socket, the address to open, a clean end."""

from __future__ import annotations

import os
import signal
import socket
from dataclasses import dataclass

import uvicorn

from kawat.errors import UsageError
from kawat.serve.app import Api, make_app
from kawat.serve.security import is_local

MOST_AT_ONCE = 256
"""So many connections at once; more are told to come again."""
MOST_HEAD = 16_384
"""Bytes of the first line and the headers of a request."""
MOST_PROCESSES = 4
KEEP_ALIVE_SECONDS = 30
LAST_SECONDS = 6
"""So long those that are being answered have when the server ends."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is reached; ``token`` None where none is needed."""

    host: str
    port: int
    token: str | None

    @property
    def url(self) -> str:
        """What to open in a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/{f'?token={self.token}' if self.token else ''}"


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any that is free. Raises `UsageError` where that can not be."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=128)
    except (OSError, OverflowError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f"can not listen at {host}, port {port} ({reason}); give another --port or --host"
        ) from None


def address_of(bound: socket.socket, host: str, token: str | None) -> Address:
    """How to reach the server that listens at ``bound``, from this machine where that is everywhere."""
    port = int(bound.getsockname()[1])
    if host in ("0.0.0.0", "::", ""):
        host = "localhost"
    return Address(host, port, token)


def needs_token(host: str, editable: bool) -> bool:
    """Whether nobody may come in without one: others can reach the server, or it can be changed."""
    return editable or not is_local(host)


def processes() -> int:
    """How many processes read the store: one a core, 0 where there is one core alone."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 0 if cores < 2 else min(cores, MOST_PROCESSES)


def run(api: Api, bound: socket.socket) -> None:
    """Serve until SIGINT or SIGTERM; what is being answered then is answered to its end."""
    config = uvicorn.Config(
        make_app(api),
        http="h11",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_AT_ONCE,
        h11_max_incomplete_event_size=MOST_HEAD,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=LAST_SECONDS,
    )
    # When it has ended, uvicorn raises the signal again, for who was asked before it: nobody, the end is clean.
    before = {one: signal.signal(one, lambda *_: None) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        uvicorn.Server(config).run(sockets=[bound])
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
        bound.close()
