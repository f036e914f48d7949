"""Which texts tell anything: an event between two states opens one sooner than others do."""

from __future__ import annotations

from dataclasses import replace

from kawat.reading.encoder.events import Told
from kawat.reading.encoder.network import settings
from kawat.reading.encoder.opening import between_states, least_to_publish
from kawat.records import Mention, MentionKind, Span, Status

SHUT = float("inf")


def side(kind: MentionKind, country: str | None, at: int = 0, **more: str) -> Mention:
    return Mention(Span(at, at + 3), kind, country_hint=country, **more)


OMAN = side(MentionKind.STATE, "OMN")
YEMENI = side(MentionKind.ROLE, "YEM", 10)
SURE = (settings().between + settings().agreed) / 2
EVENT = Told(
    trigger=Span(5, 9),
    type="AID",
    mode=None,
    status=Status.OCCURRED,
    undenied=Status.OCCURRED,
    symmetric=False,
    confidence=SURE,
    odds=0.0,
    said=None,
    actors=(OMAN,),
    recipients=(YEMENI,),
    time=None,
    place=None,
    quantities=(),
)


def test_between_states_less_is_asked() -> None:
    own = settings()
    assert own.between < own.agreed < own.opening
    assert least_to_publish([EVENT]) == own.published
    assert least_to_publish([replace(EVENT, recipients=())]) == SHUT
    assert least_to_publish([replace(EVENT, recipients=(side(MentionKind.ROLE, "OMN", 10),))]) == SHUT
    assert least_to_publish([replace(EVENT, confidence=own.between - 0.01)]) == SHUT


def test_one_sure_event_opens_for_all() -> None:
    own = settings()
    doubtful = replace(EVENT, actors=(), confidence=own.published)
    assert least_to_publish([doubtful]) == SHUT
    assert least_to_publish([doubtful, replace(doubtful, confidence=own.opening)]) == own.published
    assert least_to_publish([doubtful, replace(doubtful, confidence=own.agreed, said=True)]) == own.published
    assert least_to_publish([]) == SHUT


def test_who_stands_for_a_state() -> None:
    assert between_states(EVENT)
    assert between_states(replace(EVENT, actors=(OMAN, YEMENI), recipients=()))
    assert not between_states(replace(EVENT, actors=(), recipients=(OMAN, YEMENI)))
    company = side(MentionKind.ORGANISATION, "YEM", 10, sector_hint="BUS")
    assert not between_states(replace(EVENT, recipients=(company,)))
    ministry = side(MentionKind.ORGANISATION, "YEM", 10, sector_hint="GOV")
    assert between_states(replace(EVENT, recipients=(ministry,)))
    assert between_states(replace(EVENT, recipients=(side(MentionKind.ORGANISATION, "UNO", 10, entity="body:un"),)))
    federation = side(MentionKind.ORGANISATION, "NGO", 10, entity="body:fifa")
    assert not between_states(replace(EVENT, recipients=(federation,)))
