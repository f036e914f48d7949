"""What a person asks of a store, as typed, as the filter that it is."""

from __future__ import annotations

from typing import Any

from kawat.errors import UsageError
from kawat.knowledge import EntryKind, load_knowledge
from kawat.store import ReportFilter


def filters_asked(
    *,
    country: str | None = None,
    other_country: str | None = None,
    type: str | None = None,
    status: str | None = None,
    salience: str | None = None,
    **others: Any,
) -> ReportFilter:
    """The filter: countries by any name, types, statuses and weights in any case. Raises `UsageError`."""
    return ReportFilter(
        country=country_called(country),
        other_country=country_called(other_country),
        type=type and type.upper(),
        status=status and status.lower(),
        salience=salience and salience.lower(),
        **others,
    )


def country_called(given: str | None) -> str | None:
    """The code of a country given by code or by any name; a code of three capitals is taken as it is."""
    if given is None or (len(given) == 3 and given.isascii() and given.isupper()):
        return given
    known = [entry for entry in load_knowledge().look_up(given) if entry.kind is EntryKind.COUNTRY]
    if not known or known[0].country is None:
        raise UsageError(f"no country is called {given!r}; give its name or its three-letter code, such as RUS")
    return known[0].country
