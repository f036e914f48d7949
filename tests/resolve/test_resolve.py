"""Values given to spans, on short articles of our own."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kawat.pipeline import read_article
from kawat.records import Article, Paragraph, ParagraphKind, Record, Report, Salience, Span, Status

PUBLISHED = datetime(2025, 9, 10, 9, 0, tzinfo=UTC)


def record(
    *paragraphs: str, language: str = "en", title: bool = False, published: datetime | None = PUBLISHED
) -> Record:
    parts, start = [], 0
    for number, text in enumerate(paragraphs):
        kind = ParagraphKind.TITLE if title and number == 0 else ParagraphKind.BODY
        parts.append(Paragraph(Span(start, start + len(text)), kind))
        start += len(text) + 2
    return read_article(Article("\n\n".join(paragraphs), tuple(parts), language, published=published), "lexicon")


def one(found: Record, kind: str) -> Report:
    reports = [report for report in found.reports if report.type == kind]
    assert len(reports) == 1, [(r.type, r.trigger.of(found.article.text)) for r in found.reports]
    return reports[0]


def test_a_pronoun_is_the_person_named_before() -> None:
    found = record(
        "French President Emmanuel Macron arrived in Cairo on Monday.", "He condemned the attack on Egypt."
    )
    actor = one(found, "ACCUSE").actors[0]
    assert (actor.name, actor.country, actor.resolved_by) == ("Emmanuel Macron", "FRA", "pronoun")


def test_the_two_sides_are_the_two_states_named_before() -> None:
    found = record(
        "Presiden Prabowo Subianto menerima Perdana Menteri Jepang Shigeru Ishiba di Bogor.",
        "Kedua negara menandatangani perjanjian pertahanan.",
        language="id",
    )
    signed = one(found, "SUPPORT")
    assert {actor.id for actor in signed.actors} == {"country:IDN", "country:JPN"}
    assert {actor.resolved_by for actor in signed.actors} == {"two sides named before"}


def test_an_office_without_a_name_is_its_holder_on_the_day() -> None:
    early = record("The Indonesian president visited China.", published=datetime(2012, 3, 1, tzinfo=UTC))
    late = record("The Indonesian president visited China.")
    assert one(early, "CONSULT").actors[0].name == "Susilo Bambang Yudhoyono"
    assert one(late, "CONSULT").actors[0].name == "Prabowo Subianto"


def test_a_former_holder_or_a_spokesman_is_not_the_holder() -> None:
    for text in (
        "The former Indonesian president condemned Israel.",
        "Indonesian presidential spokesmen condemned Israel.",
    ):
        assert all(actor.id != "person:prabowo-subianto" for r in record(text).reports for actor in r.actors)


def test_an_unknown_person_gets_country_and_sector_from_the_words_beside_the_name() -> None:
    found = record("South Korean lawmaker Kang Do-yun condemned Japan.")
    actor = one(found, "ACCUSE").actors[0]
    assert (actor.name, actor.id, actor.country, actor.sector) == ("Kang Do-yun", None, "KOR", "LEG")


def test_a_capital_that_acts_is_its_state_and_a_capital_where_it_happens_a_place() -> None:
    found = record(
        "Seoul condemned the missile test.", "Foreign ministers of Japan and Australia met in Seoul on Tuesday."
    )
    assert one(found, "ACCUSE").actors[0].id == "country:KOR"
    met = one(found, "CONSULT")
    assert met.place is not None and (met.place.name, met.place.country) == ("Seoul", "KOR")
    assert all(actor.country != "KOR" for actor in met.actors)


def test_time_follows_the_tense() -> None:
    past = one(record("The foreign ministers of Japan and Australia met on Friday."), "CONSULT")
    future = one(record("The foreign ministers of Japan and Australia will meet on Friday."), "CONSULT")
    assert past.time is not None and past.time.start == date(2025, 9, 5)
    assert future.time is not None and future.time.start == date(2025, 9, 12)
    assert (past.status, future.status) == (Status.OCCURRED, Status.PLANNED)


def test_no_time_said_means_no_time_not_the_publication_day() -> None:
    assert one(record("Japan condemned North Korea."), "ACCUSE").time is None


def test_an_unresolvable_time_keeps_what_was_said() -> None:
    report = one(record("Japan condemned North Korea on Friday.", published=None), "ACCUSE")
    assert report.time is not None and report.time.start is None and report.time.said is not None


def test_old_history_is_background() -> None:
    found = record("Japan and Australia signed a treaty on Tuesday.", "Russia invaded Ukraine in February 2022.")
    assert one(found, "ASSAULT").salience is Salience.BACKGROUND
    assert one(found, "SUPPORT").salience is not Salience.BACKGROUND


def test_a_repeated_telling_is_one_report_and_the_repeat_says_so() -> None:
    found = record(
        "Israel Attacks Iran",
        "Israel attacked Iran on Tuesday.",
        "Israel attacked Iran, officials said.",
        title=True,
    )
    attack = one(found, "ASSAULT")
    assert attack.time is not None and attack.time.start == date(2025, 9, 9)
    assert sum(f"repeats report {attack.id}" == dropped.reason for dropped in found.dropped) == 2


def test_the_same_act_the_other_way_round_is_another() -> None:
    found = record("Israel attacked Iran.", "Iran attacked Israel.")
    assert len([r for r in found.reports if r.type == "ASSAULT"]) == 2


def test_two_strikes_on_different_days_stay_two() -> None:
    found = record("Israel attacked Iran on Tuesday.", "Israel attacked Iran on 3 August.")
    assert len([r for r in found.reports if r.type == "ASSAULT"]) == 2


def test_ones_own_announced_attack_is_a_threat() -> None:
    found = record('"We will attack Israel," Iranian Foreign Minister Abbas Araghchi said.')
    assert one(found, "THREATEN").status is Status.OCCURRED


def test_somebody_elses_announced_attack_stays_planned() -> None:
    found = record("The Pentagon said Iran will attack Israel.")
    assert one(found, "ASSAULT").status is Status.PLANNED


def test_voices_are_resolved_and_the_outlets_own_words_have_none() -> None:
    found = record("Russia attacked Ukraine, the Kremlin said.", "France condemned the raid on Mali.")
    assert [voice.actor.id for voice in one(found, "ASSAULT").attribution] == ["seat:kremlin"]
    assert one(found, "ACCUSE").attribution == ()


@pytest.mark.parametrize(
    ("text", "language", "value", "low", "approximate"),
    [
        ("Rusia mengirim sekitar 15.000 tentara ke Belarus.", "id", 15000.0, None, True),
        ("Israel killed at least 12 Palestinians in Gaza.", "en", None, 12.0, False),
    ],
)
def test_quantities_have_bounds(
    text: str, language: str, value: float | None, low: float | None, approximate: bool
) -> None:
    quantities = [q for r in record(text, language=language).reports for q in r.quantities]
    assert [(q.value, q.min, q.approximate) for q in quantities] == [(value, low, approximate)]


def test_a_persons_country_is_that_of_the_office_on_the_day() -> None:
    found = record(
        "German Foreign Minister Annalena Baerbock condemned Iran.", published=datetime(2024, 5, 2, tzinfo=UTC)
    )
    assert one(found, "ACCUSE").actors[0].country == "DEU"


def test_a_short_form_says_that_the_name_stood_before() -> None:
    found = record("President Emmanuel Macron arrived in Cairo.", "Macron condemned the attack on Egypt.")
    actor = one(found, "ACCUSE").actors[0]
    assert (actor.name, actor.resolved_by) == ("Emmanuel Macron", "named before in the article")


def test_a_date_before_a_common_verb_is_a_day() -> None:
    found = record("An Israeli strike on August 5 killed ten Palestinians in Gaza.")
    days = {report.time.start for report in found.reports if report.time}
    assert days == {date(2025, 8, 5)}


def test_what_follows_a_noun_may_tell_that_it_is_to_come() -> None:
    report = one(record("Talks between Iran and the United States would be held in Muscat on Friday."), "CONSULT")
    assert report.status is Status.PLANNED and report.time is not None and report.time.start == date(2025, 9, 12)
