"""How the readers sign what they read: name and version, raised with every change of what they give."""

from kawat.records import ReaderInfo

ENCODER = ReaderInfo("encoder", "6")
"""The trained reader; what it reads is signed with the SHA-256 of its model as well."""

LEXICON = ReaderInfo("lexicon", "3")

DEFAULT_READER = ENCODER.name
