"""Names that only say whose side somebody is on, or where a thing was made: "Chad-backed", "buatan Chad"."""

from __future__ import annotations

import re

_BACKS = re.compile(
    r"[-\u2010\u2011](?:backed|trained|funded|financed|armed|equipped|sponsored|supported|supplied|mediated|brokered"
    r"|occupied|controlled|held|allied|aligned|linked|affiliated|built|made|designed|based|born|bound)\b"
)
_MADE_BY = re.compile(r"\b(?:buatan|sokongan|dukungan|bentukan|binaan|pro|pro-) ?$", re.IGNORECASE)


def is_backing(text: str, start: int, end: int) -> bool:
    """Whether the name at ``start`` to ``end`` of a text says so: "Chad-backed rebels" are not Chad's."""
    return (_BACKS.match(text, end) or _MADE_BY.search(text, max(0, start - 12), start)) is not None
