"""Text of others on a terminal, in a spreadsheet, in a line of JSON: shown, never obeyed."""

from __future__ import annotations

import json
import re
from typing import Any

# C0, DEL, C1; marks that turn or hide the writing; line and paragraph separators; lone surrogates.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_JSON_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# Some spreadsheets take the wide signs for the plain ones.
_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_FORMULA = (*_SIGNS, "\t", "\r")


def clean(text: str, keep_lines: bool = False) -> str:
    """``text`` with every character that could steer a terminal shown instead; as many characters as before."""
    return _UNSAFE.sub(lambda found: _shown(found[0], keep_lines), text)


def csv_cell(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula, whatever white space it begins with."""
    shown = clean(text, keep_lines=True)
    begins = text.startswith(_FORMULA) or shown.lstrip().startswith(_SIGNS)
    return f"'{shown}" if begins else shown


def json_line(value: Any) -> str:
    """One line of JSON; what could steer a terminal is escaped, so the value is the same."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _JSON_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _shown(character: str, keep_lines: bool) -> str:
    if character in "\n\r\t\u2028\u2029":
        return character if keep_lines and character == "\n" else " "
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"
