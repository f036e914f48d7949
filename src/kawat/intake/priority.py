"""Reading and writing articles is work in the background: whoever looks at the store goes first."""

from __future__ import annotations

import os

NICE = 5
"""Against what is not nice at all, so much gets a quarter of a core that both want; alone, all of it."""


def give_way() -> None:
    """Let other processes go first on a busy machine: this one, and those that it starts. Does nothing elsewhere
    than on POSIX, and never takes more than before."""
    if hasattr(os, "setpriority"):
        mine = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PROCESS, 0, max(NICE, mine))
