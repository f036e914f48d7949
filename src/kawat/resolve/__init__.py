"""Spans to values: who, when, where, how many. What can not be told stays unresolved, with its wording."""

from kawat.resolve.record import resolve

__all__ = ["resolve"]
