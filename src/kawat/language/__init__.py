"""Language detection, sentences and quantities of Indonesian and English news text.

Importing this package loads no model and no data file: each is read at first use.
"""

from __future__ import annotations

from kawat.language.detect import READ_LANGUAGES, detect_language
from kawat.language.quantities import QuantityExpression, find_quantities
from kawat.language.sentences import sentences_of, split_sentences

__all__ = [
    "READ_LANGUAGES",
    "QuantityExpression",
    "detect_language",
    "find_quantities",
    "sentences_of",
    "split_sentences",
]
