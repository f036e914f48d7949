"""Money whose name several countries share: pesos in an article about Colombia are no Philippine ones."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.records import Article, Quantity, Report

_NAMES = {"PHP": "peso", "GBP": "pound", "INR": "rupee", "SAR": "riyal", "AED": "dirham"}
"""The name of a unit that is read so where nothing else is known."""
_OWN = {
    "PHP": {
        "ARG": "ARS", "CHL": "CLP", "COL": "COP", "CUB": "CUP", "DOM": "DOP", "MEX": "MXN", "URY": "UYU",
    },
    "GBP": {"EGY": "EGP", "LBN": "LBP", "SDN": "SDG", "SSD": "SSP", "SYR": "SYP"},
    "INR": {"LKA": "LKR", "MUS": "MUR", "NPL": "NPR", "PAK": "PKR", "SYC": "SCR"},
    "SAR": {"IRN": "IRR", "OMN": "OMR", "QAT": "QAR", "YEM": "YER"},
    "AED": {"MAR": "MAD"},
}  # fmt: skip
"""By such a unit: whose own money has the same name, and its code (ISO 4217)."""
_OF_ANOTHER = re.compile(r"\b(?:philippine|british|indian|saudi) \w+$", re.IGNORECASE)


def with_own_money(report: Report, article: Article, home: str | None) -> Report:
    """The report with money in the currency of the country that the article is about, where that has the name."""
    own = tuple(_own(one, article.text, home or "") for one in report.quantities)
    return report if own == report.quantities else replace(report, quantities=own)


def _own(figure: Quantity, text: str, home: str) -> Quantity:
    code = _OWN.get(figure.unit, {}).get(home)
    words = figure.mention.of(text).lower()
    named = words.rstrip("s").endswith(_NAMES.get(figure.unit, "-")) and _OF_ANOTHER.search(words) is None
    return replace(figure, unit=code) if code is not None and named else figure
