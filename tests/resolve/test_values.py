"""Times, places and figures that a report takes from its sentence, over reports written by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kawat.reading import reader_named
from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Mention,
    MentionKind,
    Paragraph,
    ParagraphKind,
    Reading,
    Report,
    ReportSpans,
    Salience,
    Span,
    Status,
)
from kawat.resolve import resolve
from kawat.resolve.clitics import with_clitics
from kawat.resolve.fold import fold
from kawat.resolve.places import place_mention
from kawat.resolve.times import Surrounding, resolve_when
from kawat.resolve.tolls import with_tolls


def article(text: str, language: str = "en") -> Article:
    return Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), language)


def at(text: str, wording: str) -> Span:
    start = text.index(wording)
    return Span(start, start + len(wording))


def spans(text: str, trigger: str, type: str = "ASSAULT", **fields: object) -> ReportSpans:
    made = ReportSpans(
        type, None, Status.OCCURRED, Salience.MAIN, at(text, trigger), Span(0, len(text)),
        (), (), False, None, None, (), (), 0.9,
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


def report(text: str, trigger: str, type: str = "ASSAULT", **fields: object) -> Report:
    made = Report(
        f"rep-{trigger}", type, None, (), Status.OCCURRED, Salience.MAIN, at(text, trigger), Span(0, len(text)),
        (), (), False, None, None, (), (), 0.9,
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


ACCUSED = "Chad accused Niger on Tuesday of fraud and told it to pay."
CHAD = Mention(at(ACCUSED, "Chad"), MentionKind.STATE)
TUESDAY = Mention(at(ACCUSED, "Tuesday"), MentionKind.TIME)


def day_of(text: str, told: ReportSpans, *beside: ReportSpans, published: str = "2025-09-10") -> str | None:
    """The first day that an event gets, beside others and the times that they have."""
    dated = replace(article(text), published=date.fromisoformat(published))
    times = sorted({one.time for one in (told, *beside) if one.time}, key=lambda one: one.span)
    found = resolve_when(dated, told, Surrounding((*beside, told), times))
    return found.start.isoformat() if found and found.start else None


def test_a_later_act_of_the_same_subject_shares_the_day() -> None:
    first = spans(ACCUSED, "accused", "ACCUSE", actors=(CHAD,), time=TUESDAY)
    second = spans(ACCUSED, "told", "REQUEST", actors=(CHAD,))
    assert day_of(ACCUSED, second, first) == "2025-09-09"
    assert day_of(ACCUSED, replace(second, actors=()), first) == "2025-09-09"


def test_a_day_is_not_shared_across_status_subject_order_or_two_days() -> None:
    first = spans(ACCUSED, "accused", "ACCUSE", actors=(CHAD,), time=TUESDAY)
    second = spans(ACCUSED, "told", "REQUEST", actors=(CHAD,))
    niger = Mention(at(ACCUSED, "Niger"), MentionKind.STATE)
    other_day = spans(ACCUSED, "fraud", "ACCUSE", time=Mention(at(ACCUSED, "of fraud"), MentionKind.TIME))
    assert day_of(ACCUSED, replace(second, status=Status.PLANNED), first) is None
    assert day_of(ACCUSED, replace(second, actors=(niger,)), first) is None
    assert day_of(ACCUSED, replace(second, trigger=Span(0, 1)), first) is None
    assert day_of(ACCUSED, second, first, other_day) is None
    assert day_of(ACCUSED, second, replace(first, sentence=Span(90, 99))) is None


def test_a_clause_that_hangs_on_a_time_has_it() -> None:
    text = "Talks nearly failed in 2018, when the court struck down the deal."
    year = Mention(at(text, "2018"), MentionKind.TIME)
    struck = spans(text, "struck down", "REJECT")
    dated = replace(article(text), published=date(2025, 9, 10))
    found = resolve_when(dated, struck, Surrounding((struck,), (year,)))
    assert found is not None
    assert (found.start, found.end) == (date(2018, 1, 1), date(2018, 12, 31))
    failed = spans(text, "failed", "CONSULT")
    assert resolve_when(dated, failed, Surrounding((failed, struck), (year,))) is None  # the clause comes after


def test_how_long_gives_way_to_the_day_beside_it() -> None:
    text = "The court dissolved the party on Tuesday and banned it for five years."
    tuesday, years = (
        Mention(at(text, "Tuesday"), MentionKind.TIME),
        Mention(at(text, "five years"), MentionKind.TIME),
    )
    first = spans(text, "dissolved", "COERCE", time=tuesday)
    assert day_of(text, spans(text, "banned", "COERCE", time=years), first) == "2025-09-09"


REMOVED = "The court removed her in 2017 after weeks of protests."


def test_a_day_does_not_reach_what_came_before_it() -> None:
    year = Mention(at(REMOVED, "2017"), MentionKind.TIME)
    removed = spans(REMOVED, "removed", "SANCTION", time=year)
    protests = spans(REMOVED, "protests", "PROTEST", time=year)
    assert day_of(REMOVED, removed, protests) == "2017-01-01"
    assert day_of(REMOVED, protests, removed) is None
    assert day_of(REMOVED, protests) == "2017-01-01"  # nothing else is dated


def test_a_day_does_not_reach_into_or_out_of_a_relative_clause() -> None:
    text = "China, which has trained police, urged Fiji last month to wait."
    month = Mention(at(text, "last month"), MentionKind.TIME)
    trained, urged = spans(text, "trained", "AID", time=month), spans(text, "urged", "REQUEST", time=month)
    assert day_of(text, trained, urged) is None
    assert day_of(text, urged, trained) == "2025-08-01"
    text = "China, yang sejak 2000 melatih polisi, menyambut kabar itu."
    since = Mention(at(text, "2000"), MentionKind.TIME)
    assert day_of(text, spans(text, "menyambut", "SUPPORT", time=since)) is None


def test_the_day_of_the_next_clause_is_its_own() -> None:
    text = "They seized a ship at Bergen, and in 2013 the EU banned the fish."
    year = Mention(at(text, "2013"), MentionKind.TIME)
    seized, banned = spans(text, "seized", "COERCE", time=year), spans(text, "banned", "SANCTION", time=year)
    assert day_of(text, seized, banned) is None
    assert day_of(text, banned, seized) == "2013-01-01"


def given(text: str, told: ReportSpans, *times: str, language: str = "en") -> str | None:
    """The first day that the only event of a sentence gets of the times told there."""
    dated = replace(article(text, language), published=date(2025, 9, 10))
    found = resolve_when(
        dated, told, Surrounding((told,), [Mention(at(text, one), MentionKind.TIME) for one in times])
    )
    return found.start.isoformat() if found and found.start else None


def test_a_stretch_of_days_has_the_day_beside_it() -> None:
    text = "Pemberontak menduduki Goma selama sepuluh hari pada November 2012."
    days = Mention(at(text, "sepuluh hari"), MentionKind.TIME)
    held = spans(text, "menduduki", time=days)
    assert given(text, held, "sepuluh hari", "November 2012", language="id") == "2012-11-01"
    text = text.replace(" pada", ", sebelum mundur pada")
    apart = spans(text, "menduduki", time=Mention(at(text, "sepuluh hari"), MentionKind.TIME))
    assert given(text, apart, "sepuluh hari", "November 2012", language="id") is None


@pytest.mark.parametrize(
    ("text", "trigger", "type", "expected"),
    [
        ("They ratified a treaty on the church in 2016.", "ratified", "SUPPORT", "2016-01-01"),
        ("They ratified a treaty which ended in 2016.", "ratified", "SUPPORT", None),
        ("She promised a bill for 2016.", "promised", "AGREE", None),
        ("In 2016 the bill was ratified.", "ratified", "SUPPORT", None),
    ],
)
def test_the_only_act_of_a_sentence_has_the_day_behind_it(
    text: str, trigger: str, type: str, expected: str | None
) -> None:
    assert given(text, spans(text, trigger, type), "2016") == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.OCCURRED, ("2025-09-01", "2025-09-10")),
        (Status.PLANNED, ("2025-09-10", "2025-09-30")),
        (Status.DENIED, ("2025-09-01", "2025-09-30")),
    ],
)
def test_a_period_that_is_not_over_ends_or_begins_at_the_publication(
    status: Status, expected: tuple[str, str]
) -> None:
    text = "They met this month."
    month = Mention(at(text, "this month"), MentionKind.TIME)
    told = spans(text, "met", "CONSULT", time=month, status=status)
    dated = replace(article(text), published=date(2025, 9, 10))
    found = resolve_when(dated, told, Surrounding((told,), (month,)))
    assert found is not None and found.start is not None and found.end is not None
    assert (found.start.isoformat(), found.end.isoformat()) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("They invaded in the wake of the 2001 attacks.", "invaded", None),
        ("He testified about the 2001 talks.", "testified", None),
        ("He testified about the 2001 talks.", "talks", "2001-01-01"),
        ("They invaded after the 2001 summer break.", "invaded", None),
        ("They invaded in the 2001 war.", "invaded", "2001-01-01"),
        ("They invaded after 2001.", "invaded", None),
        ("They invaded after 2001", "invaded", None),
        ("At the end of the 2001 they invaded.", "invaded", "2001-01-01"),
    ],
)
def test_a_time_may_only_say_which_thing_an_act_is_about(text: str, trigger: str, expected: str | None) -> None:
    year = Mention(at(text, "2001"), MentionKind.TIME)
    assert given(text, spans(text, trigger, time=year), "2001") == expected


def test_a_place_struck_or_visited_is_the_place() -> None:
    text = "Rebels seized Timbuktu and talked."
    town = Mention(at(text, "Timbuktu"), MentionKind.PLACE)
    assert place_mention(article(text), spans(text, "seized", "COERCE", recipients=(town,))) == town
    assert place_mention(article(text), spans(text, "seized", "ACCUSE", recipients=(town,))) is None
    state = replace(town, kind=MentionKind.STATE)
    assert place_mention(article(text), spans(text, "talked", "CONSULT", recipients=(state,))) == state
    assert place_mention(article(text), spans(text, "seized", "ASSAULT", recipients=(state,))) is None


def test_who_visits_a_state_is_there_and_not_where_the_sentence_before_was() -> None:
    text = "They met in Warsaw. Later he visited Israel."
    warsaw = Mention(at(text, "Warsaw"), MentionKind.PLACE)
    israel = Mention(at(text, "Israel"), MentionKind.STATE)
    visit = replace(spans(text, "visited", "CONSULT", recipients=(israel,), place=warsaw), mode="visit")
    visit = replace(visit, sentence=at(text, "Later he visited Israel."))
    assert place_mention(article(text), visit) == israel
    assert place_mention(article(text), replace(visit, mode=None)) == warsaw
    assert place_mention(article(text), replace(visit, sentence=at(text, text))) == warsaw


@pytest.mark.parametrize("wording", ["the building", "karang itu", "their"])
def test_a_place_without_a_name_places_nothing(wording: str) -> None:
    text = f"They met at {wording}."
    leaning = Mention(at(text, wording), MentionKind.PLACE)
    assert place_mention(article(text), spans(text, "met", "CONSULT", place=leaning)) is None


ROCKET = "A rocket struck a station in Sisaket, killing six people, and shut two schools."


def test_the_dead_of_a_sentence_belong_to_its_one_attack() -> None:
    attack = report(ROCKET, "struck")
    (told,) = with_tolls(article(ROCKET), [attack])
    assert [quantity.value for quantity in told.quantities] == [6]


def test_the_dead_belong_to_nobody_else() -> None:
    text = article(ROCKET)
    attack, other = report(ROCKET, "struck"), report(ROCKET, "shut", "COERCE")
    second = report(ROCKET, "killing")
    assert with_tolls(text, [attack, second]) == [attack, second]  # two attacks: whose?
    assert with_tolls(text, [replace(attack, status=Status.PLANNED)])[0].quantities == ()
    assert with_tolls(text, [other]) == [other]


def test_an_attack_and_its_toll_are_one_report() -> None:
    text = article(ROCKET)
    attack = report(ROCKET, "struck")
    killing = replace(attack, id="rep-killing", trigger=at(ROCKET, "killing"))
    (counted,) = with_tolls(text, [killing])
    kept, dropped = fold([attack, counted], None, ["struck", "killing"])
    assert [one.id for one in kept] == [attack.id]
    assert [quantity.value for quantity in kept[0].quantities] == [6]
    assert [one.span for one in dropped] == [killing.trigger]


def test_the_toll_of_another_attacker_stands_by_itself() -> None:
    actor = Actor("Chad", ActorKind.STATE, Span(0, 1), "country:TCD", "Chad", "TCD")
    attack = report(ROCKET, "struck", actors=(actor,))
    other = replace(actor, id="country:NER", name="Niger", country="NER")
    (counted,) = with_tolls(article(ROCKET), [report(ROCKET, "killing", actors=(other,))])
    assert len(fold([attack, counted], None, ["struck", "killing"])[0]) == 2


def test_the_clitic_of_a_verb_is_whom_it_undergoes() -> None:
    text = "Partai itu menuduh Ana Lopes dan mendesaknya mundur."
    ana = Mention(at(text, "Ana Lopes"), MentionKind.PERSON)
    urged = spans(text, "mendesaknya", "REQUEST")
    read = Reading(reader_named("lexicon").info, (ana,), (urged,), ())
    whole = with_clitics(article(text, "id"), read)
    (recipient,) = whole.reports[0].recipients
    assert (recipient.kind, recipient.span.of(text)) == (MentionKind.PRONOUN, "nya")
    assert recipient in whole.mentions
    (said,) = resolve(article(text, "id"), read).reports
    assert [one.name for one in said.recipients] == ["Ana Lopes"]


@pytest.mark.parametrize("word", ["kunjungannya", "katanya", "mendesak", "menarik ucapannya"])
def test_a_clitic_that_owns_is_no_recipient(word: str) -> None:
    text = f"Ana Lopes pergi dan {word} itu."
    read = Reading(reader_named("lexicon").info, (), (spans(text, word, "CONSULT"),), ())
    assert with_clitics(article(text, "id"), read) == read


def test_a_clitic_beside_a_marked_recipient_adds_nobody() -> None:
    text = "Mereka mendesaknya, Ana Lopes, mundur."
    ana = Mention(at(text, "Ana Lopes"), MentionKind.PERSON)
    read = Reading(reader_named("lexicon").info, (ana,), (spans(text, "mendesaknya", recipients=(ana,)),), ())
    assert with_clitics(article(text, "id"), read) == read


def test_the_clitic_of_a_meeting_is_its_other_side() -> None:
    text = "Ana Lopes kaget karena Rui Dias sempat meneleponnya kemarin."
    ana, rui = (Mention(at(text, name), MentionKind.PERSON) for name in ("Ana Lopes", "Rui Dias"))
    call = replace(spans(text, "meneleponnya", "CONSULT"), actors=(rui,), symmetric=True)
    read = Reading(reader_named("lexicon").info, (ana, rui), (call,), ())
    whole = with_clitics(article(text, "id"), read)
    assert [one.span.of(text) for one in whole.reports[0].actors] == ["Rui Dias", "nya"]
    (both,) = with_clitics(article(text, "id"), replace(read, reports=(replace(call, actors=(ana, rui)),))).reports
    assert both.actors == (ana, rui), "with two told, nobody is added"
