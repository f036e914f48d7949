"""Who is praised or blamed by whom where a noun tells it: the subject of "received" undergoes it."""

from __future__ import annotations

import pytest
from helper_resolve import marked, reading, resolved, spans

from kawat.resolve.received import with_received


def sides(language: str, text: str, actors: list[str], recipients: list[str]) -> tuple[list[str], list[str]]:
    found = marked(text, language=language)
    (report,) = with_received(found.article, reading(found, spans(found, 0, actors, recipients))).reports
    words = found.article.text
    return [one.span.of(words) for one in report.actors], [one.span.of(words) for one in report.recipients]


@pytest.mark.parametrize(
    ("language", "text", "actors", "recipients"),
    [
        ("en", "[state Chad] drew {ACCUSE criticism} from [state Togo].", ["Togo"], ["Chad"]),
        ("en", "[state Chad] won {SUPPORT praise} from [state Togo] and [state Oman].", ["Togo", "Oman"], ["Chad"]),
        ("en", "[state Chad] {ACCUSE faced} strong protests by [role its farmers].", ["its farmers"], ["Chad"]),
        ("en", "[state Chad] won the {SUPPORT backing} of [state Togo].", ["Togo"], ["Chad"]),
        ("en", "[state Chad] got by; [state Togo] faced {ACCUSE criticism} of [role its army].", [], ["Togo"]),
        ("en", "[state Chad] drew both {SUPPORT praise} for [role the girls] and blame.", [], ["Chad"]),
        ("en", "[state Chad] drew both blame and {SUPPORT praise}.", [], ["Chad"]),
        (
            "en",
            "[state Chad] received {SUPPORT support} online ranging from [person Ali] to singer [person Ana].",
            ["Ali", "Ana"],
            ["Chad"],
        ),
        ("en", "[state Chad] has received {THREATEN death} threats.", [], ["Chad"]),
        ("en", "[state Chad] came {ACCUSE under fire} from [state Togo] over it.", ["Togo"], ["Chad"]),
        ("id", "[state Chad] menuai {ACCUSE kecaman} dari [state Togo].", ["Togo"], ["Chad"]),
        ("id", "[state Chad] {ACCUSE panen kecaman} [state Togo].", ["Togo"], ["Chad"]),
        ("id", "[state Chad] {ACCUSE mendapat} kecaman keras dari [state Togo].", ["Togo"], ["Chad"]),
    ],
)
def test_who_receives_words_undergoes_them_from_those_whom_the_words_name(
    language: str, text: str, actors: list[str], recipients: list[str]
) -> None:
    subject = "Togo" if "got by" in text else "Chad"
    assert sides(language, text, [subject], []) == (actors, recipients)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Chad] voiced {ACCUSE criticism} of [state Togo]."),
        ("en", "[state Chad] received guests and {ACCUSE condemned} the support of [state Togo]."),
        ("id", "[state Chad] melontarkan {ACCUSE kecaman} kepada [state Togo]."),
        ("id", "[state Chad] menerima tamu; ia {ACCUSE mengecam} [state Togo]."),
        ("id", "[state Chad] berusaha {AID memperoleh} senjata untuk [state Togo]."),
    ],
)
def test_who_says_the_words_still_acts(language: str, text: str) -> None:
    assert sides(language, text, ["Chad"], ["Togo"]) == (["Chad"], ["Togo"])


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("en", "There was {ACCUSE criticism} from [state Togo] and [state Benin].", ["Togo", "Benin"]),
        ("id", "Ada {ACCUSE kecaman} keras dari [state Togo] dan [state Benin].", ["Togo", "Benin"]),
        ("en", "They {RETREAT fled} in fear from [state Togo] and [state Benin].", ["Benin"]),
    ],
)
def test_words_that_come_from_a_state_are_its_act(language: str, text: str, actors: list[str]) -> None:
    found = marked(text, language=language)
    (report,) = resolved(found, spans(found, 0, ["Togo", "Benin"])).reports
    assert [one.name for one in report.actors] == actors


@pytest.mark.parametrize(
    ("language", "text", "giver"),
    [
        ("en", "[state Chad] {AID received} 50 armoured cars from [state Togo].", True),
        ("en", "[state Chad] got a {AID loan} of $2 billion from [state Togo].", True),
        ("id", "[state Chad] {AID menerima} 50 kendaraan lapis baja dari [state Togo].", True),
        ("en", "[state Chad] {AID received} those who fled from [state Togo].", False),
        ("en", "[state Chad] {AID rescued} 50 sailors from [state Togo].", False),
    ],
)
def test_what_is_received_from_somebody_is_given_by_him(language: str, text: str, giver: bool) -> None:
    found = marked(text, language=language)
    (report,) = resolved(found, spans(found, 0, ["Togo"], ["Chad"])).reports
    assert ([one.name for one in report.actors] == ["Togo"]) is giver
