"""Lets these tests use the stores, records and events made for other tests."""

import sys
from pathlib import Path

for _folder in ("store", "views", "export"):
    sys.path.insert(0, str(Path(__file__).parents[1] / _folder))
