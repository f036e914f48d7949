"""A stream of pages into a store, and what the store then tells about events."""

from kawat.intake.ahead import ahead_of
from kawat.intake.events import accounts, event_with, events, events_beside
from kawat.intake.inputs import MAX_BYTES, InputOptions, expand, load_page, read_input
from kawat.intake.keeping import Taken, TakenAs, keep
from kawat.intake.settling import settle
from kawat.intake.taking import Tally, Ways, take, tally

__all__ = [
    "MAX_BYTES",
    "InputOptions",
    "Taken",
    "TakenAs",
    "Tally",
    "Ways",
    "accounts",
    "ahead_of",
    "event_with",
    "events",
    "events_beside",
    "expand",
    "keep",
    "load_page",
    "read_input",
    "settle",
    "take",
    "tally",
]
