"""How much memory a process and its children hold, as Linux tells it."""

from __future__ import annotations

from pathlib import Path

_PROC = Path("/proc")


def held_by(pid: int) -> int:
    """Bytes held by a process and all below it (each one's own resident set, added up); 0 where nobody tells."""
    return sum(_resident(one) for one in (pid, *_below(pid)))


def _below(pid: int) -> list[int]:
    found: list[int] = []
    for task in (_PROC / str(pid) / "task").glob("*/children"):
        for child in _text(task).split():
            found += [int(child), *_below(int(child))]
    return found


def _resident(pid: int) -> int:
    for line in _text(_PROC / str(pid) / "status").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def _text(path: Path) -> str:
    """What stands in a file, nothing where the process has gone meanwhile."""
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
