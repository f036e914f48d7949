"""The first reader: trigger dictionaries, a name list and rules of word order."""

from kawat.reading.lexicon.reader import read_article

__all__ = ["read_article"]
