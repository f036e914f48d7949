"""Reports to events: tellings of one thing stand together, nothing is averaged."""

from kawat.merge.merging import event_of, merge

__all__ = ["event_of", "merge"]
