"""Lists of addresses: one a line, remarks after #."""

from __future__ import annotations

from collections.abc import Iterator

from kawat.errors import InputError
from kawat.intake.sources.item import Item, broken_item, listed_item
from kawat.intake.sources.kinds import LONGEST_ADDRESS, is_address
from kawat.intake.sources.opening import Lines, Opened


def address_items(name: str, source: Opened) -> Iterator[Item]:
    """Each address as an item; a line that is none is broken, the others go on."""
    for number, line in Lines(source.stream, 2 * LONGEST_ADDRESS):
        told = (line or b"").decode("utf-8", "replace").strip().lstrip("\ufeff")
        if line is not None and (not told or told.startswith("#")):
            continue
        if is_address(told):
            yield listed_item(told, done=source.done())
        else:
            error = InputError(f"line {number} is no address: write one http or https address a line")
            yield broken_item(f"{name}:{number}", error, source.done())
