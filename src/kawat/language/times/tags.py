"""Word classes of the time grammar, and patterns over them.

A sentence becomes a string with one character per token, so a rule is a short regular expression over word
classes. Rules are written with class names: ``"wd:weekday comma? d:day mo:month (y:year)?"``. ``name:class`` or
``name:(...)`` captures; ``( ) | ? * +`` and look-arounds mean what they mean in `re`.
"""

from __future__ import annotations

import re

NAMES = (
    # nothing to do with time, and words that stop a rule
    "word", "capital", "newline", "mark", "trap", "counted", "new",
    # punctuation
    "comma", "dot", "open", "close", "slash", "dash",
    # numbers
    "day", "year", "number", "ordinal", "cardinal", "article", "possessive", "roman", "few",
    "decades", "short_decades", "an",
    # names of times
    "month", "weak_month", "short_month", "weekday", "short_weekday", "season", "fall", "daypart",
    "weekend", "quarter_code", "half_code", "holiday", "holiday_head", "event", "zone", "local",
    # units; "one_unit" has its count inside (sepekan)
    "unit", "one_unit", "day_unit", "month_unit", "year_unit", "half", "quarter", "unit_end",
    # deictic words
    "last", "this", "next", "coming", "past", "ago", "same", "that", "following", "previous", "previously",
    "recent", "recent_vague", "relative_day", "kemarin", "anaphoric_day", "later", "earlier", "before", "after",
    "from_now", "ahead", "more",
    # portions and ranges
    "early", "mid", "late", "begin", "finish", "since", "until", "between", "and_", "or_", "from_", "to_",
    # small words
    "prep", "in_", "of", "by", "the", "for_", "within", "during", "date_word", "month_word", "ke",
    "period", "dated_noun",
    # refusals
    "old", "aged", "every", "anniversary", "commemoration", "vague",
)  # fmt: skip
CODES = {name: chr(0x4E00 + index) for index, name in enumerate(NAMES)}

_ITEM = re.compile(r"\(\?<?[=!]|(?P<capture>[a-z][a-z_0-9]*):|(?P<name>[a-z_]+)|[()|?*+$]|(?P<blank>\s+)")


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A rule over class names as a regular expression over codes. Raises KeyError on an unknown class."""
    out: list[str] = []
    capture = ""
    for item in _ITEM.finditer(pattern):
        text = item.group()
        if item["capture"]:
            capture = f"(?P<{item['capture']}>"
            continue
        if text.startswith("("):
            out.append(capture or ("(?:" if text == "(" else text))
        elif item["name"]:
            out.append(f"{capture}{CODES[text]})" if capture else CODES[text])
        elif not item["blank"]:
            out.append(text)
        capture = "" if not item["blank"] else capture
    return re.compile("".join(out))


def first_codes(pattern: str) -> frozenset[str]:
    """The codes that a match of ``pattern`` can begin with: an index for the search."""
    items = [item.group() for item in _ITEM.finditer(pattern) if not item["blank"] and not item["capture"]]
    return _first(items, 0)[0]


def _first(items: list[str], at: int) -> tuple[frozenset[str], bool, int]:
    """First codes of the alternatives from ``at`` up to their ")", whether they can be empty, and where it is."""
    every: frozenset[str] = frozenset()
    branch: frozenset[str] = frozenset()
    open_end, any_empty = True, False
    while at < len(items) and items[at] != ")":
        item = items[at]
        if item == "|":
            every, any_empty = every | branch, any_empty or open_end
            branch, open_end, at = frozenset(), True, at + 1
            continue
        codes, empty, at = _element(items, at)
        branch = branch | codes if open_end else branch
        open_end = open_end and empty
    return every | branch, any_empty or open_end, at


def _element(items: list[str], at: int) -> tuple[frozenset[str], bool, int]:
    """First codes of one class or group with its quantifier, whether it can be empty, and where the next is."""
    item = items[at]
    if item.startswith("("):
        codes, empty, at = _first(items, at + 1)
        if item != "(":  # a look-around takes no token
            codes, empty = frozenset(), True
    else:
        codes, empty = frozenset({CODES[item]} if item in CODES else ()), item not in CODES
    at += 1
    if at < len(items) and items[at] in ("?", "*", "+"):
        empty = empty or items[at] != "+"
        at += 1
    return codes, empty, at
