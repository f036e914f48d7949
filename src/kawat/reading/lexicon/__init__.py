"""The first reader: trigger dictionaries, a name list and rules of word order."""

from kawat.reading.lexicon.reader import LEXICON, read_article

__all__ = ["LEXICON", "read_article"]
