"""Names of news outlets by their shape: "Kabar Nusa", "The Harbour Post", "Example.com"."""

from __future__ import annotations

import re

from kawat.pages.wire import HOUSE_WORD, is_site_name

LONGEST_NAME = 5  # words

_PRESS_WORDS = frozenset(
    # English
    "bulletin chronicle courier daily dispatch examiner express gazette globe guardian herald inquirer journal "
    "ledger mail mirror monitor news observer post press record review sentinel standard "
    "telegraph times tribune wire "
    # Indonesian
    "berita harian jurnal kabar koran mingguan pewarta pos radar suara surat surya tabloid tribun warta".split()
)
_LINKS = frozenset("the of and de el la al dan".split())
_NAME = re.compile(r"[^\W_][\w'’&.-]*")
_OTHER = re.compile(r"[\d:;,!?\"“”()]|\.$")


def is_house_name(line: str) -> bool:
    """True for a line that is nothing but an outlet's name: capitalised words, one of them a word of the press."""
    if is_site_name(line):
        return True
    words = _NAME.findall(line)
    if not 2 <= len(words) <= LONGEST_NAME or _OTHER.search(line):
        return False
    capitalised = all(word[:1].isupper() or word in _LINKS for word in words)
    press = any(word.lower() in _PRESS_WORDS for word in words) or HOUSE_WORD.search(line) is not None
    return capitalised and press
