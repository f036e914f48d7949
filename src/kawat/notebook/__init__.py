"""A store in Python: `kawat.open`, tables for pandas, Polars and Arrow, events and articles as notebooks show them.

with kawat.open("desk.db") as desk:
    desk.dyads(country="THA", other_country="KHM").pandas()
    desk.event("evt-9c01")
"""

from kawat.notebook.desk import Desk, open_desk
from kawat.notebook.rows import Rows
from kawat.notebook.shown import ArticleView, EventView

__all__ = ["ArticleView", "Desk", "EventView", "Rows", "open_desk"]
