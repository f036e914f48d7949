"""Which texts tell anything: an event between states, of arms or of a public body opens one sooner than others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kawat.bench.texts import article_of
from kawat.language import sentences_of
from kawat.reading.encoder import opening
from kawat.reading.encoder.events import Told
from kawat.reading.encoder.network import settings
from kawat.reading.encoder.opening import between_states, least_to_publish
from kawat.reading.encoder.reader import spans_in
from kawat.reading.encoder.senses import names_any
from kawat.records import Mention, MentionKind, Span, Status

SHUT = float("inf")


def side(kind: MentionKind, country: str | None, at: int = 0, **more: str) -> Mention:
    return Mention(Span(at, at + 3), kind, country_hint=country, **more)


OMAN = side(MentionKind.STATE, "OMN")
YEMENI = side(MentionKind.ROLE, "YEM", 10)
OWN = replace(settings(), published=0.5, agreed=0.7, stern=0.75, opening=0.9)
SURE = 0.6
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


@pytest.fixture(autouse=True)
def _of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of which no two are the same, whatever those of the model are."""
    monkeypatch.setattr(opening, "settings", lambda: OWN)


def test_the_model_asks_less_of_affairs_of_state_and_of_agreed_events() -> None:
    own = settings()
    assert own.published < own.agreed <= own.opening
    assert own.published < own.stern <= own.opening


def test_between_states_less_is_asked() -> None:
    own = OWN
    assert least_to_publish([EVENT]) == own.published
    assert least_to_publish([replace(EVENT, recipients=())]) == SHUT
    assert least_to_publish([replace(EVENT, recipients=(side(MentionKind.ROLE, "OMN", 10),))]) == SHUT
    assert least_to_publish([replace(EVENT, confidence=own.published - 0.01)]) == SHUT


def test_one_sure_event_opens_for_all() -> None:
    own = OWN
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


def test_force_where_arms_are_named_opens() -> None:
    own = OWN
    force = replace(EVENT, type="ASSAULT", actors=(), recipients=(), armed=True, confidence=OWN.stern)
    assert least_to_publish([force]) == own.published
    assert least_to_publish([replace(force, armed=False)]) == SHUT
    assert least_to_publish([replace(force, type="SUPPORT")]) == SHUT


def test_what_a_public_body_or_protesters_do_opens() -> None:
    alone = replace(EVENT, type="ACCUSE", recipients=(), confidence=OWN.stern)
    somebody = side(MentionKind.ROLE, None)
    assert least_to_publish([alone]) == OWN.published
    assert least_to_publish([replace(alone, type="SUPPORT")]) == SHUT
    assert least_to_publish([replace(alone, actors=(somebody,))]) == SHUT
    assert least_to_publish([replace(alone, actors=(somebody,), type="PROTEST")]) == OWN.published
    assert least_to_publish([replace(alone, actors=(), type="PROTEST")]) == OWN.published
    assert least_to_publish([replace(alone, confidence=OWN.stern - 0.01)]) == SHUT


def test_what_a_public_side_does_in_another_state_opens() -> None:
    envoy = side(MentionKind.ROLE, "OMN", sector_hint="GOV")
    away = replace(EVENT, actors=(envoy,), recipients=(), place=side(MentionKind.PLACE, "YEM", 20))
    assert least_to_publish([away]) == OWN.published
    assert least_to_publish([replace(away, place=side(MentionKind.PLACE, "OMN", 20))]) == SHUT
    assert least_to_publish([replace(away, actors=(side(MentionKind.ROLE, "OMN"),))]) == SHUT
    assert least_to_publish([replace(away, type="SUPPORT")]) == SHUT


@pytest.mark.parametrize(
    ("language", "words", "armed"),
    [
        ("en", "gunmen raided the customs post", True),
        ("en", "an airstrike levelled the depot", True),
        ("en", "the chef bombarded his guests with jokes", False),
        ("en", "seashells lay on the beach", False),
        ("id", "pasukannya menembakkan rudal", True),
        ("id", "kelompok bersenjata menyerbu pos bea cukai", True),
        ("id", "koki itu menghujani tamunya dengan lelucon", False),
        ("id", "bomba baru bagi pemadam kebakaran", False),
    ],
)
def test_what_names_arms(language: str, words: str, armed: bool) -> None:
    assert (names_any("armed", language).search(words) is not None) is armed


@pytest.mark.parametrize(
    ("language", "text", "armed"),
    [
        ("en", "Rebels shelled the port of Zawiya on Monday.", True),
        ("en", "Norway thanked Peru on Monday.", False),
        ("id", "Pemberontak menembaki pelabuhan Zawiya pada Senin.", True),
        ("id", "Norwegia berterima kasih kepada Peru pada Senin.", False),
    ],
)
def test_an_event_knows_of_arms_in_its_sentence(language: str, text: str, armed: bool) -> None:
    article = article_of(text, language)
    told = spans_in(article, sentences_of(article)).told
    assert {one.armed for one in told} == {armed}
