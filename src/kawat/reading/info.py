"""How the readers sign what they read: name and version, raised with every change of what they give."""

from kawat.records import ReaderInfo

LEXICON = ReaderInfo("lexicon", "1")
