"""Lets these tests use the records, events and stores made for other tests."""

import sys
from pathlib import Path

for _folder in ("store", "views", "export"):
    sys.path.insert(0, str(Path(__file__).parents[1] / _folder))
