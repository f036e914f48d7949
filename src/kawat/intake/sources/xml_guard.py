"""What no XML of a feed or a site map may have: entities of its own, and nothing without end."""

from __future__ import annotations

import re

from kawat.errors import InputError, TooLargeError
from kawat.pages.decode import decode

MAX_XML = 50_000_000  # bytes: what the site map protocol allows
_ENTITY = re.compile(r"<!ENTITY|<!DOCTYPE[^<>\[]{0,500}+\[", re.IGNORECASE)


def guarded(body: bytes) -> bytes:
    """``body`` as UTF-8. Raises `InputError` where it declares entities, `TooLargeError`."""
    if len(body) > MAX_XML:
        raise TooLargeError(f"this feed or site map is over {MAX_XML} bytes: give a part of it")
    text = decode(body)
    if _ENTITY.search(text):
        raise InputError("this feed or site map declares entities of its own: that can be a trap and is refused")
    return re.sub(r"^\s*<\?xml[^>]*>", "", text.lstrip("\ufeff"), count=1).encode("utf-8", "replace")
