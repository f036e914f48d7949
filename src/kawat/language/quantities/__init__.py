"""Quantities of the news in Indonesian and English: how many of what, with bounds, found in running text."""

from kawat.language.quantities.find import QuantityExpression, find_quantities
from kawat.language.quantities.nouns import is_verb

__all__ = ["QuantityExpression", "find_quantities", "is_verb"]
