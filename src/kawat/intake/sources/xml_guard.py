"""What no XML of a feed or a site map may have: entities of its own, and nothing without end."""

from __future__ import annotations

import re

from kawat.errors import InputError, TooLargeError
from kawat.pages.decode import decode

MAX_XML = 50_000_000  # bytes: what the site map protocol allows
_ENTITY = re.compile(r"<!ENTITY|<!DOCTYPE[^<>\[]{0,500}+\[", re.IGNORECASE)
_DECLARED = re.compile(r"\s*<\?xml[^>]*>")


def guarded(body: bytes, most: int = MAX_XML) -> str:
    """``body`` as text, without what it says of its encoding. Raises `InputError` where it declares entities,
    `TooLargeError`.
    """
    if len(body) > most:
        raise TooLargeError(f"this feed or site map is over {most} bytes: give a part of it")
    text = decode(body).lstrip("\ufeff")
    if _ENTITY.search(text):
        raise InputError("this feed or site map declares entities of its own: that can be a trap and is refused")
    declared = _DECLARED.match(text)
    return text[declared.end() :] if declared else text
