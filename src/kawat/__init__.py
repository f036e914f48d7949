"""Kawat reads news reports in Indonesian and English and keeps a sourced record of international affairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kawat.notebook import open_desk as open

__all__ = ["__version__", "open"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """`kawat.open`, imported when it is asked for: commands start without it."""
    if name == "open":
        from kawat.notebook import open_desk

        return open_desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
