"""The label sets of the heads, in an order that the exported model keeps."""

from __future__ import annotations

from kawat.ontology import load_ontology
from kawat.records import MentionKind, Status

MENTION_KINDS = tuple(kind.value for kind in MentionKind)
TYPES = tuple(kind.name for kind in load_ontology().types)
MODES = ("", *sorted({f"{kind.name}/{mode.name}" for kind in load_ontology().types for mode in kind.modes}))
STATUSES = tuple(status.value for status in Status)
CLAIM_PARTS = ("cue", "content", "quoted")
NAME_CLASSES = ("person", "place", "organisation")
RELATIONS = ("actor", "recipient", "time", "place", "quantity", "speaker", "content")


def bio(names: tuple[str, ...]) -> tuple[str, ...]:
    """O, then B- and I- of each name."""
    return ("O", *(f"{mark}-{name}" for name in names for mark in "BI"))


MENTION_TAGS = bio(MENTION_KINDS)
TRIGGER_TAGS = bio(TYPES)
CLAIM_TAGS = bio(CLAIM_PARTS)
NAME_TAGS = bio(NAME_CLASSES)
