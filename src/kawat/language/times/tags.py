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
    "comma", "dot", "open", "close", "slash", "dash", "colon",
    # numbers
    "day", "year", "number", "ordinal", "cardinal", "article", "possessive", "roman", "few", "decades", "short_decades", "an",
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
    "prep", "in_", "of", "by", "the", "for_", "within", "during", "date_word", "year_word", "month_word", "ke",
    "period", "clock_word", "dated_noun",
    # refusals
    "old", "aged", "every", "anniversary", "commemoration", "vague",
)  # fmt: skip
CODES = {name: chr(0x4E00 + index) for index, name in enumerate(NAMES)}

_ITEM = re.compile(r"\(\?<?[=!]|\(|(?P<capture>[a-z][a-z_0-9]*):|(?P<name>[a-z_]+)|\s+|.")


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A rule over class names as a regular expression over codes. Raises KeyError on an unknown class."""
    out: list[str] = []
    capture = ""
    for item in _ITEM.finditer(pattern):
        text = item.group()
        if item["capture"]:
            capture = f"(?P<{item['capture']}>"
        elif text.startswith("("):
            out.append(capture or ("(?:" if text == "(" else text))
            capture = ""
        elif item["name"]:
            code = CODES[text]
            out.append(f"{capture}{code})" if capture else code)
            capture = ""
        elif not text.isspace():
            out.append(text)
    return re.compile("".join(out))
