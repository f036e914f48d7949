"""What Kawat knows by name, with look-up: ``load_knowledge().find(text, language)``."""

from kawat.knowledge.base import Knowledge, load_knowledge, read_knowledge
from kawat.knowledge.entries import Entry, EntryKind, Form, NameMatch, Office, RoleWord, Term
from kawat.knowledge.who import WhoAnswer, who

__all__ = [
    "Entry",
    "EntryKind",
    "Form",
    "Knowledge",
    "NameMatch",
    "Office",
    "RoleWord",
    "Term",
    "WhoAnswer",
    "load_knowledge",
    "read_knowledge",
    "who",
]
