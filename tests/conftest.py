"""What tests of all parts share."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

import helper_time
from helper_time import Soon

# Properties say what holds, not how fast: a slow machine fails none. What is to be quick is held by `soon`.
settings.register_profile("kawat", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kawat")


@pytest.fixture
def soon() -> Soon:
    """``soon(seconds, call)``: see `helper_time.check`."""
    return helper_time.check
