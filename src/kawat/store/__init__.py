"""The store: one SQLite file that keeps records, beside one writer any number of readers.

with open_store("kawat.db", create=True) as store:
    store.add_record(record, added_at=now)
    for telling in store.tellings(ReportFilter(country="RUS", status="planned")):
        ...
"""

from kawat.store.check import Check
from kawat.store.filters import ReportFilter
from kawat.store.opening import APPLICATION_ID, SCHEMA_VERSION, open_store
from kawat.store.quarantine import Quarantined
from kawat.store.query import Counts, Found, StoredArticle, StoredClaim
from kawat.store.search import Hit
from kawat.store.store import Store
from kawat.store.taken import TakenRow
from kawat.store.write import Outcome

__all__ = [
    "APPLICATION_ID",
    "SCHEMA_VERSION",
    "Check",
    "Counts",
    "Found",
    "Hit",
    "Outcome",
    "Quarantined",
    "ReportFilter",
    "Store",
    "StoredArticle",
    "StoredClaim",
    "TakenRow",
    "open_store",
]
