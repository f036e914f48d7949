"""A run that is killed at any moment and started again leaves the store that an undisturbed run leaves.

`python -m kawat.bench.kills add --kills 50` (docs/howto-intake.md).
"""
