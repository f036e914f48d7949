"""Lists of addresses: one a line, remarks after #."""

from __future__ import annotations

from collections.abc import Iterator

from kawat.errors import NoAddressError
from kawat.intake.sources.item import LONGEST_ADDRESS, Item, broken_item, is_address, listed_item
from kawat.intake.sources.kinds import without_remark
from kawat.intake.sources.lines import text_lines
from kawat.intake.sources.opening import Opened


def address_in_line(source: Opened, wanted: int) -> str | None:
    """The address in this line of a list, counted from 1; None where the line is gone or is none."""
    line = next((line for number, line in text_lines(source, 2 * LONGEST_ADDRESS) if number == wanted), None)
    told = without_remark(line or "")
    return told if is_address(told) else None


def address_items(name: str, source: Opened) -> Iterator[Item]:
    """Each address as an item; a line that is none is broken, the others go on."""
    for number, line in text_lines(source, 2 * LONGEST_ADDRESS):
        told = without_remark(line or "")
        if line is not None and not told:
            continue
        if is_address(told):
            yield listed_item(told, done=source.done())
        else:
            error = NoAddressError(f"line {number} is no address: write one http or https address a line")
            yield broken_item(f"{name}:{number}", error, source.done())
