"""A task for workers in tests: some jobs end the process, some never end."""

from __future__ import annotations

import os
import re
import signal
import sys
import time

from kawat.intake.one import Job, Result
from kawat.intake.one import work as real_work


def work(job: Job) -> Result:
    name = job.item.name.rpartition("/")[2]
    if name.startswith("die"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("exit"):
        os._exit(7)
    if name.startswith("hang"):
        time.sleep(600)
    if name.startswith("spin"):  # holds the interpreter: no thread of the process can do anything
        re.match(r"(a+)+$", "a" * 60 + "b")
    if name.startswith("shout"):
        sys.stdout.write("a library that talks to whoever listens " * 10_000)
        sys.stdout.flush()
    return real_work(job)
