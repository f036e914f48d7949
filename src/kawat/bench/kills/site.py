"""A site on this machine that has a feed of files: what a watch is tried on."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@contextmanager
def feed_of(pages: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a feed that names every one of ``pages`` (path and body), as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = _rss(pages) if self.path == "/feed" else pages.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "application/xml" if self.path == "/feed" else "text/html")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: Any) -> None:
            """Nobody asks."""

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:
                return  # whoever asked was killed

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/feed"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _rss(pages: Mapping[str, bytes]) -> bytes:
    items = "".join(f"<item><title>t</title><link>{escape(path)}</link></item>" for path in pages)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()
