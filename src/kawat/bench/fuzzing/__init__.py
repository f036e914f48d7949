"""Fuzzing: whatever bytes come in, a step gives what it promises or one of Kawat's own errors, and soon.

`python -m kawat.bench.fuzzing page --minutes 10` (docs/howto-fuzz.md).
"""
