"""Times of the news in Indonesian and English: found in running text, then placed on the calendar.

`find_times` gives typed expressions with spans, `resolve_time` the days as seen from the publication day, and
`parse_moment` reads publication lines.
"""

from kawat.language.times.find import find_times
from kawat.language.times.model import Anaphoric, Direction, Node, Range, TimeExpression
from kawat.language.times.moment import parse_moment
from kawat.language.times.resolve import resolve_time

__all__ = [
    "Anaphoric",
    "Direction",
    "Node",
    "Range",
    "TimeExpression",
    "find_times",
    "parse_moment",
    "resolve_time",
]
