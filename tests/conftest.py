"""What tests of all parts share."""

from __future__ import annotations

import pytest

import helper_time
from helper_time import Soon


@pytest.fixture
def soon() -> Soon:
    """``soon(seconds, call)``: see `helper_time.check`."""
    return helper_time.check
