"""What a client says it has: the header If-None-Match (RFC 9110, 13.1.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

ANY_TAG = "*"
"""Stands for whatever there is; no tag of an answer, since those are in quotes."""
_TAG = r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")'
_EACH = re.compile(_TAG)
_LIST = re.compile(rf"[ \t,]*{_TAG}(?:[ \t]*,[ \t,]*{_TAG})*[ \t,]*")


def known_tags(headers: Sequence[str]) -> frozenset[str]:
    """The tags that the headers list, each in its quotes; `ANY_TAG` for a star; none where they are no list.

    Weak and strong tags are compared alike, so that W/ is left out.
    """
    told = ",".join(headers)
    if told.strip(" \t") == ANY_TAG:
        return frozenset({ANY_TAG})
    return frozenset(_EACH.findall(told)) if _LIST.fullmatch(told) else frozenset()
