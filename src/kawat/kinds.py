"""The closed sets of kinds that records use."""

from __future__ import annotations

from enum import StrEnum


class ParagraphKind(StrEnum):
    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    LIST = "list"
    QUOTE = "quote"


class MentionKind(StrEnum):
    """What a mention stands for. ``ROLE`` is a noun phrase ("the president"), ``PRONOUN`` a pronoun."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    ROLE = "role"
    PRONOUN = "pronoun"
    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"


SIDE_KINDS = frozenset(MentionKind) - {MentionKind.PLACE, MentionKind.TIME, MentionKind.QUANTITY}
"""Who may do something, or undergo it."""


class ActorKind(StrEnum):
    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNKNOWN = "unknown"


class Status(StrEnum):
    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Salience(StrEnum):
    MAIN = "main"
    SECONDARY = "secondary"
    BACKGROUND = "background"


class Granularity(StrEnum):
    INSTANT = "instant"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


class Counted(StrEnum):
    """What a quantity counts."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    TROOPS = "troops"
    PEOPLE = "people"
    MONEY = "money"
    WEAPONS = "weapons"
    OTHER = "other"
