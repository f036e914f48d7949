"""Reports to events: tellings of one thing stand together, nothing is averaged.

This first merge joins only what agrees in type, sides and day; a scored merge over wording takes its place later.
"""

from kawat.merge.cluster import merge

__all__ = ["merge"]
