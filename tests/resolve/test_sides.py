"""Which of the mentions that a reader found to act or undergo are sides of their own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from helper_resolve import marked, named, resolved, spans

from kawat.records import MentionKind


@pytest.mark.parametrize(
    ("language", "text", "more"),
    [
        ("en", "[role A Chadian brigade] trained by [state Norway] {ASSAULT raided} it.", "Norway"),
        ("en", "[role A Chadian force] under a [organisation UN] mandate {ASSAULT raided} it.", "UN"),
        ("id", "[role Pasukan Chad] pimpinan [person Rui Dias] {ASSAULT menyerbu}.", "Rui Dias"),
        ("id", "[role Pasukan Chad] yang dipimpin [group FXL] {ASSAULT menyerbu}.", "FXL"),
        ("en", "[state Chad] as [role Norwegian envoy] {ASSAULT raided} it.", "Norwegian envoy"),
        ("en", "[state Chad] ([organisation CHD]) {ASSAULT raided} it.", "CHD"),
        ("id", "[state Chad] selaku [role ketua Norwegia] {ASSAULT menyerbu}.", "ketua Norwegia"),
    ],
)
def test_what_says_more_of_a_side_is_none(language: str, text: str, more: str) -> None:
    found = marked(text, language=language)
    first = found.mentions[0].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, [first, more])))[0] == ["TCD"]


@pytest.mark.parametrize(
    "text",
    [
        "[state Chad] and [state Norway] {ASSAULT raided} it.",
        "[state Chad], with [state Norway], {ASSAULT raided} it.",
    ],
)
def test_others_beside_a_side_are_sides(text: str) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, ["Chad", "Norway"])))[0] == ["TCD", "NOR"]


def test_a_name_takes_over_the_country_of_its_title() -> None:
    text = marked("[role Norway's envoy], Mr [person Rui Dias], {ACCUSE accused} [state Chad].")
    record = resolved(text, spans(text, 0, ["Norway's envoy", "Rui Dias"], ["Chad"]))
    (actor,) = record.reports[0].actors
    assert (actor.name, actor.country) == ("Rui Dias", "NOR")


def test_a_common_noun_gives_way_to_the_name_set_beside_it() -> None:
    text = marked("[group Kelompok] yang lebih kecil, [group FXL], {REJECT menolak}.", language="id")
    (report,) = resolved(text, spans(text, 0, ["Kelompok", "FXL"])).reports
    assert [one.name for one in report.actors] == ["FXL"]


@pytest.mark.parametrize(("language", "words"), [("id", "KTT G20"), ("en", "the summit")])
def test_a_gathering_is_nobody(language: str, words: str) -> None:
    text = marked(f"[state Chad] {{CONSULT attends}} [organisation {words}].", language=language)
    (report,) = resolved(text, spans(text, 0, ["Chad"], [words])).reports
    assert report.recipients == ()


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("id", "[role Warga Chad] yang {AID dievakuasi} dari [state Norwegia] tiba.", []),
        ("en", "[role Chadians] were {AID evacuated} from [state Norway].", []),
        ("en", "[role Chadians] were {AID evacuated} by [state Norway].", ["NOR"]),
    ],
)
def test_where_somebody_comes_from_does_nothing(language: str, text: str, actors: list[str]) -> None:
    found = marked(text, language=language)
    first, second = (one.span.of(found.article.text) for one in found.mentions)
    assert named(resolved(found, spans(found, 0, [second], [first])))[0] == actors


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "[state Chad] {AID menyumbang} beras melalui [state Norwegia]."),
        ("id", "[state Chad] {ACCUSE mengecam} itu lewat [organisation Twitter]."),
        ("en", "[state Chad] {AID sent} rice through [state Norway]."),
    ],
)
def test_by_way_of_whom_it_is_done_undergoes_nothing(language: str, text: str) -> None:
    found = marked(text, language=language)
    way = found.mentions[1].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, ["Chad"], [way])))[1] == []


@pytest.mark.parametrize("act", ["{MOBILIZE sent}", "{AID sent}"])
def test_soldiers_whom_one_sends_are_ones_own_whatever_the_article_is_about(act: str) -> None:
    home = "[state Thailand] waits. [state Thailand] votes. [state Thailand] counts. "
    text = marked(home + f"[state Chad] {act} [role troops] there. [role Thai troops] wait.")
    (report,) = resolved(text, spans(text, 0, ["Chad"], ["troops"])).reports
    assert "troops" not in [one.name for one in report.recipients]
    other = marked(home + f"[state Chad] {act} rice to [role Thai troops].")
    (report,) = resolved(other, spans(other, 0, ["Chad"], ["Thai troops"])).reports
    assert [one.country for one in report.recipients] == ["THA"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("[state Chad] {ACCUSE accused} [role the Norwegian army]'s commander, [person Rui Dias].", ["Rui Dias"]),
        ("[state Chad] {ACCUSE accused} [role the Norwegian army]'s commander [person Rui Dias].", ["Rui Dias"]),
        (
            "[state Chad] {ACCUSE accused} [role the Norwegian army] and [person Rui Dias].",
            ["the Norwegian army", "Rui Dias"],
        ),
    ],
)
def test_whose_office_a_person_holds_is_no_second_side(text: str, recipients: list[str]) -> None:
    found = marked(text)
    whom = [one.span.of(found.article.text) for one in found.mentions[1:]]
    (report,) = resolved(found, spans(found, 0, ["Chad"], whom)).reports
    assert [one.name for one in report.recipients] == recipients
    assert {one.country for one in report.recipients} == {"NOR"} or len(recipients) > 1


@pytest.mark.parametrize(
    ("language", "text", "met"),
    [
        ("en", "[person Rui Dias] {CONSULT spoke} with the [role kidnappers].", ["Rui Dias", "kidnappers"]),
        ("id", "[person Rui Dias] {CONSULT berunding} dengan [role penculik].", ["Rui Dias", "penculik"]),
        ("en", "[person Rui Dias] {CONSULT spoke} of the [role kidnappers].", ["Rui Dias"]),
        ("en", "[person Rui Dias] {CONSULT met} the [role kidnappers].", ["Rui Dias", "kidnappers"]),
    ],
)
def test_a_common_noun_is_a_side_of_what_one_does_with_it(language: str, text: str, met: list[str]) -> None:
    found = marked(text, language=language)
    both = [one.span.of(found.article.text) for one in found.mentions]
    (report,) = resolved(found, spans(found, 0, both, symmetric=True)).reports
    assert [one.name for one in report.actors] == met


@pytest.mark.parametrize(("language", "words"), [("id", "Candi Angkor"), ("en", "the old temple")])
def test_a_temple_is_nobody(language: str, words: str) -> None:
    text = marked(f"[state Chad] {{COERCE merebut}} [role {words}].", language=language)
    (report,) = resolved(text, spans(text, 0, ["Chad"], [words])).reports
    assert report.recipients == ()


@pytest.mark.parametrize("anti", ["anti-", "Anti ", "often violent anti-"])
def test_a_protest_against_a_side_is_not_its_own(anti: str) -> None:
    text = marked(f"[state Chad] saw {anti}[role government] {{PROTEST protests}} on Monday.")
    assert named(resolved(text, spans(text, 0, ["government"]))) == ([], ["TCD"])
    text = marked("[role The government] {PROTEST protests} on Monday.")
    assert named(resolved(text, spans(text, 0, ["The government"])))[0] == ["The government"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Rivers Act"), ("en", "Operation Reed"), ("id", "Konvensi Lima"), ("id", "Undang-Undang Sungai")],
)
def test_a_law_or_an_operation_is_nobody(language: str, words: str) -> None:
    text = marked(f"[state Chad] {{ACCUSE criticised}} [person {words}].", language=language)
    assert resolved(text, spans(text, 0, ["Chad"], [words])).reports[0].recipients == ()


def test_an_envoy_and_the_name_after_the_post_are_one_side() -> None:
    text = marked("[role Norway's envoy] to [state Chad], [person Rui Dias], {ACCUSE accused} [group FXL].")
    (report,) = resolved(text, spans(text, 0, ["Norway's envoy", "Rui Dias"], ["FXL"])).reports
    assert [(one.name, one.country) for one in report.actors] == [("Rui Dias", "NOR")]


def test_a_thing_that_nobody_named_is_no_side() -> None:
    text = marked("[state Chad] {ACCUSE called} [pronoun it] a crime.")
    assert named(resolved(text, spans(text, 0, ["Chad"], ["it"]))) == (["TCD"], [])


@pytest.mark.parametrize(
    ("text", "words", "counts"),
    [
        ("[state Chad] poses a [role military] {THREATEN threat} to it.", "military", False),
        ("They ended an [role official] {CONSULT visit} to it.", "official", False),
        ("Then an [organisation international] aid {PROTEST boycott} began.", "international", False),
        ("Then the [role military] {ASSAULT raided} it.", "military", True),
        ("Then the [role military], they say, {ASSAULT raided} it.", "military", True),
    ],
)
def test_an_adjective_is_no_side(text: str, words: str, counts: bool) -> None:
    found = marked(text)
    assert (named(resolved(found, spans(found, 0, [words])))[0] != []) is counts


@pytest.mark.parametrize(
    "text", ["It was ten [place Oslo] time when it {ASSAULT blew}.", "It {ASSAULT blew} at [place Oslo]."]
)
def test_a_clock_is_no_side(text: str) -> None:
    found = marked(text)
    assert (named(resolved(found, spans(found, 0, ["Oslo"])))[0] == []) is ("time" in text)


CHAD_EN = "[state Chad] waits. [state Chad] votes. [state Chad] counts. "
CHAD_ID = "[state Chad] menunggu. [state Chad] memilih. [state Chad] menghitung. "


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", CHAD_EN + "In [state Peru], [state Chad] {ASSAULT shelled} [role two soldiers].", "PER"),
        ("id", CHAD_ID + "Ke [state Peru], [state Chad] {ASSAULT menembaki} [role dua tentara].", "PER"),
        ("en", CHAD_EN + "On Monday [state Chad] {ASSAULT shelled} [role two soldiers].", "two soldiers"),
        ("en", CHAD_EN + "On Monday [group Hamas] {ASSAULT shelled} [role two soldiers].", "TCD"),
        ("en", CHAD_EN + "On Monday [state Chad] {ASSAULT shelled} [role two rebels].", "TCD"),
    ],
)
def test_a_state_strikes_no_forces_of_its_own(language: str, text: str, country: str) -> None:
    found = marked(text, language=language)
    *_, actor, struck = (one.span.of(found.article.text) for one in found.mentions)
    asked = replace(spans(found, 0, [actor], [struck]), actors=found.mentions[-2:-1])
    assert named(resolved(found, asked))[1] == [country]


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "According to [organisation Reuters], "),
        ("en", "which, citing the [organisation Reuters], "),
        ("id", "Menurut kantor berita [organisation Reuters], "),
    ],
)
def test_who_tells_of_an_act_does_not_act_beside_those_who_do(language: str, lead: str) -> None:
    verb = "{ACCUSE condemned}" if language == "en" else "{ACCUSE mengecam}"
    found = marked(f"{lead}[state Chad] {verb} it.", language=language)
    (report,) = resolved(found, spans(found, 0, ["Reuters", "Chad"])).reports
    assert [one.name for one in report.actors] == ["Chad"]
    (alone,) = resolved(found, spans(found, 0, ["Reuters"])).reports
    assert [one.name for one in alone.actors] == ["Reuters"]


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "Police {SANCTION expelled} [organisation the Volta Institute], [role a Ghanaian group].", 1),
        ("id", "Polisi {COERCE menahan} [person Ana Dias], [role warga Ghana], di Lome.", 1),
        ("id", "Polisi {COERCE menahan} [role korban terakhir], [role seorang guru Ghana], di Lome.", 1),
        ("id", "Polisi {COERCE menahan} [person Ana Dias], [role seorang guru Ghana] yang pulang.", 1),
        ("en", "Police {COERCE held} [role the first suspect], [role a man from Ghana], in Lome.", 1),
        ("en", "Police {COERCE held} [person Ana Dias], [role a Ghanaian guard] and [role a cook].", 3),
        ("en", "Police {COERCE held} [person Ana Dias], [role Ghanaian guards] and others.", 2),
    ],
)
def test_a_noun_between_commas_says_who_the_one_before_is(language: str, text: str, sides: int) -> None:
    found = marked(text, language=language)
    named = [one.span.of(found.article.text) for one in found.mentions]
    (report,) = resolved(found, spans(found, 0, [], named)).reports
    assert len(report.recipients) == sides
    if sides == 1:
        assert report.recipients[0].country == "GHA"


@pytest.mark.parametrize(
    ("language", "words", "somebody"),
    [
        ("en", "another 17 wounded", False),
        ("en", "34 killed", False),
        ("id", "34 tewas", False),
        ("id", "sedikitnya 12 luka-luka", False),
        ("en", "34 wounded soldiers", True),
        ("id", "12 tentara", True),
    ],
)
def test_a_count_of_dead_or_wounded_is_nobody(language: str, words: str, somebody: bool) -> None:
    verb = "{ASSAULT bombed}" if language == "en" else "{ASSAULT mengebom}"
    found = marked(f"[state Chad] {verb} a base, and [role {words}].", language=language)
    (report,) = resolved(found, spans(found, 0, ["Chad"], [words])).reports
    assert bool(report.recipients) == somebody


@pytest.mark.parametrize(
    ("type", "actors"), [("MOBILIZE", ["Chad", "Togo"]), ("ASSAULT", ["Chad", "Togo", *2 * ["their armies"]])]
)
def test_the_soldiers_of_who_moves_them_do_not_act_beside_them(type: str, actors: list[str]) -> None:
    found = marked(f"[state Chad] and [state Togo] had [role their armies] {{{type} ready}}.")
    (report,) = resolved(found, spans(found, 0, ["Chad", "Togo", "their armies"])).reports
    assert [one.name for one in report.actors] == actors


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("en", "[role Gunmen] in [role Chadian army uniforms] {ASSAULT struck}.", ["Gunmen"]),
        ("en", "[role Gunmen] dressed as [role Chadian soldiers] {ASSAULT struck}.", ["Gunmen"]),
        ("id", "[role Penyerang] berseragam [role tentara Chad] {ASSAULT menembak}.", ["Penyerang"]),
        ("en", "[role Gunmen] and [role Chadian soldiers] {ASSAULT struck}.", ["Gunmen", "Chadian soldiers"]),
    ],
)
def test_whom_somebody_only_looks_like_is_no_side(language: str, text: str, actors: list[str]) -> None:
    found = marked(text, language=language)
    told = [one.span.of(found.article.text) for one in found.mentions]
    (report,) = resolved(found, spans(found, 0, told)).reports
    assert [one.name for one in report.actors] == actors


@pytest.mark.parametrize(
    ("language", "words", "somebody"),
    [
        ("en", "The new policy", False),
        ("en", "its decision", False),
        ("id", "Keputusan", False),
        ("id", "rencana itu", False),
        ("en", "The policy adviser", True),
        ("id", "perencana itu", True),
    ],
)
def test_what_is_decided_or_said_is_nobody(language: str, words: str, somebody: bool) -> None:
    found = marked(f"[role {words}] {{ACCUSE x}} [state Chad].", language=language)
    (report,) = resolved(found, spans(found, 0, [words], ["Chad"])).reports
    assert bool(report.actors) == somebody


def test_whose_state_it_is_is_no_second_side() -> None:
    text = "[state Togo] was {COERCE annexed} by [person Ana Dias]'s [state Chad]."
    found = marked(text)
    (report,) = resolved(found, spans(found, 0, ["Ana Dias", "Chad"], ["Togo"])).reports
    assert [one.name for one in report.actors] == ["Chad"]
    both = marked("[state Togo] was {COERCE seized} by [person Ana Dias] and [state Chad].")
    (report,) = resolved(both, spans(both, 0, ["Ana Dias", "Chad"], ["Togo"])).reports
    assert [one.name for one in report.actors] == ["Ana Dias", "Chad"]


def test_the_first_name_of_a_list_is_no_title_of_the_second() -> None:
    found = marked("Police {COERCE held} [person Ana Dias], [person Ali Musa] and [person Eko Putra].")
    names = [one.span.of(found.article.text) for one in found.mentions]
    (report,) = resolved(found, spans(found, 0, [], names)).reports
    assert [one.name for one in report.recipients] == names


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Police {COERCE seized} [role a ship], the [organisation Northern Star], off Lome.", ["Northern Star"]),
        ("Police {COERCE seized} [role a ship] and the [organisation Northern Star].", ["a ship", "Northern Star"]),
    ],
)
def test_a_name_says_which_one_the_noun_before_the_comma_is(text: str, sides: list[str]) -> None:
    found = marked(text)
    told = [one.span.of(found.article.text) for one in found.mentions]
    (report,) = resolved(found, spans(found, 0, [], told)).reports
    assert [one.name for one in report.recipients] == sides


def test_the_office_for_immigration_is_somebody_and_a_policy_is_nobody() -> None:
    text = "[organisation Imigrasi] {COERCE mendeportasi} [role dua nelayan]."
    found = marked(text, language="id")
    assert named(resolved(found, spans(found, 0, ["Imigrasi"], ["dua nelayan"])))[0] == ["Imigrasi"]
    policy = marked(text.replace("Imigrasi", "Kebijakan itu"), language="id")
    assert named(resolved(policy, spans(policy, 0, ["Kebijakan itu"], ["dua nelayan"])))[0] == []


@pytest.mark.parametrize(
    ("language", "text", "struck"),
    [
        ("en", "[role Police] {COERCE broke up} an anti-[person Conte] rally.", []),
        ("id", "[role Polisi] {ASSAULT membubarkan} unjuk rasa [person anti-Marcos].", []),
        ("en", "[role Police] watched an anti-[person Conte] {PROTEST rally}.", ["Conte"]),
        ("en", "[state Chad] {SANCTION renewed} its anti-[state Togo] sanctions.", ["Togo"]),
        ("id", "[role Milisi] itu melakukan {ASSAULT perang} gerilya anti [state Togo].", ["Togo"]),
        ("en", "[state Chad] {AID armed} [group anti-Conte rebels].", ["anti-Conte rebels"]),
    ],
)
def test_what_is_done_to_those_against_somebody_is_not_done_to_him(
    language: str, text: str, struck: list[str]
) -> None:
    found = marked(text, language=language)
    whom = re.findall(r"\[(?:person|state|group) ([^\]]+)\]", text)[-1]
    doing = [] if "PROTEST" in text else [re.findall(r"\[\w+ ([^\]]+)\]", text)[0]]
    (report,) = resolved(found, spans(found, 0, doing, [whom])).reports
    assert [one.name for one in report.recipients] == struck


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("[place Seoul] {REJECT rejects} deal", ["KOR"]),
        ("[place Seoul] {REJECT breaks} treaty", ["KOR"]),
        ("Chad {REJECT leaves} the [place Paris] climate accord", []),
        ("Chad {REJECT leaves} the [place Paris] accords", []),
    ],
)
def test_a_capital_before_a_verb_speaks_and_in_the_name_of_an_accord_it_does_not(
    text: str, actors: list[str]
) -> None:
    found = marked(text)
    words = found.mentions[0].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, [words])))[0] == actors


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[role Rebels] {COERCE/seize took} [state Kabul] in 2021.", "AFG"),
        ("[state Chad] {ASSAULT bombed} [state Kyiv] overnight.", "UKR"),
        ("[state Chad] {ASSAULT bombed} [state Norway] overnight.", None),
        ("[state Chad] {ACCUSE blamed} [state Kabul] overnight.", None),
    ],
)
def test_the_capital_that_is_struck_or_taken_is_where_it_happens(text: str, where: str | None) -> None:
    found = marked(text)
    first, struck = (one.span.of(found.article.text) for one in found.mentions)
    (report,) = resolved(found, spans(found, 0, [first], [struck])).reports
    assert (report.place.country if report.place else None) == where
    assert bool(report.recipients) is (where is None)


def test_a_word_that_only_points_is_nobody() -> None:
    found = marked("[state Chad] {COERCE menabrak} perahu [role itu].", language="id")
    assert named(resolved(found, spans(found, 0, ["Chad"], ["itu"])))[1] == []


def test_who_launches_what_strikes_acts() -> None:
    found = marked("[role Drones] launched by the [role militia] {ASSAULT struck} a funeral.")
    sides = resolved(found, spans(found, 0, ["Drones", "militia"])).reports[0].actors
    assert [one.name for one in sides] == ["militia"]


def test_an_undergoer_whom_nothing_tells_is_nobody() -> None:
    found = marked("[state Chad] {ACCUSE menyebut}[pronoun nya] perwalian asing.", language="id")
    assert named(resolved(found, spans(found, 0, ["Chad"], ["nya"])))[1] == []


@pytest.mark.parametrize("words", ["He", "We", "Rice"])
def test_who_begins_the_sentence_without_a_country_still_takes_part(words: str) -> None:
    found = marked(f"[role {words}] met the minister, [person Rui Dias], and {{CONSULT spoke}} with him.")
    sides = resolved(found, spans(found, 0, [words, "Rui Dias"], symmetric=True)).reports[0].actors
    assert [one.name for one in sides] == [words, "Rui Dias"]


def test_who_acts_together_with_others_is_one_of_those_who_act() -> None:
    text = marked(
        "[role Ghanaian police] {ACCUSE opened an investigation} together with [role partners in Togo], and "
        "{ACCUSE questioned} [role a banker]."
    )
    first = spans(text, 0, ["Ghanaian police"], ["partners in Togo"])
    assert named(resolved(text, first)) == (["GHA", "TGO"], [])


@pytest.mark.parametrize("end", [" of lying", ".", ", they said", " and left"])
def test_her_undergoes_and_owns_nothing(end: str) -> None:
    text = marked(f"[person Mary Abe] resigned. [person Tan Bo] {{ACCUSE accused}} [pronoun her]{end}")
    assert named(resolved(text, spans(text, 0, ["Tan Bo"], ["her"])))[1] == ["Mary Abe"]


def test_her_that_owns_a_thing_is_no_side() -> None:
    text = marked("[person Mary Abe] resigned. [person Tan Bo] {ACCUSE blamed} [pronoun her] plan.")
    assert named(resolved(text, spans(text, 0, ["Tan Bo"], ["her"])))[1] == []


@pytest.mark.parametrize("verb", ["accused", "jailed"])
@pytest.mark.parametrize("word", ["him", "them", "her"])
def test_a_pronoun_behind_the_verb_undergoes_though_no_mention_shows_it(verb: str, word: str) -> None:
    text = marked(f"[state Ghana] {{ACCUSE {verb}}} {word} of lying.")
    (side,) = resolved(text, spans(text, 0, ["Ghana"])).reports[0].recipients
    assert side.mention.of(text.article.text) == word
    own = marked("[state Ghana] {ACCUSE blamed} her plan.")
    assert resolved(own, spans(own, 0, ["Ghana"])).reports[0].recipients == ()


def test_the_object_of_a_purpose_does_not_act() -> None:
    text = marked("[person Kim Abe] phoned [person Tan Bo] to {SUPPORT congratulate} [pronoun him].")
    record = resolved(text, spans(text, 0, ["Kim Abe", "Tan Bo"], ["him"]))
    assert named(record) == (["Kim Abe"], ["Tan Bo"])


@pytest.mark.parametrize(
    "text",
    [
        "[organisation Acme] {COERCE removed} posts at [role the government]'s request.",
        "[organisation Acme] {COERCE removed} posts at the request of [role the government].",
    ],
)
def test_who_asks_for_it_undergoes_nothing(text: str) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, ["Acme"], ["the government"])))[1] == []


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("id", "[state Ghana] {SUPPORT meneken} pakta bersama [state Togo].", "Togo"),
        ("en", "[state Ghana] {SUPPORT signed} a pact along with [state Togo].", "Togo"),
    ],
)
def test_who_comes_along_does_it_too(language: str, text: str, who: str) -> None:
    found = marked(text, language=language)
    assert named(resolved(found, spans(found, 0, ["Ghana"], [who]))) == (["GHA", "TGO"], [])


@pytest.mark.parametrize(("verb", "undergoes"), [("menandatanganinya", []), ("mendesaknya", ["Tan Bo"])])
def test_the_clitic_of_what_one_does_to_papers_is_nobody(verb: str, undergoes: list[str]) -> None:
    text = marked(f"[person Tan Bo] datang. [state Ghana] tidak {{REQUEST {verb}}}.", language="id")
    assert named(resolved(text, spans(text, 0, ["Ghana"])))[1] == undergoes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "[state Ghana] {AID membantu} mencegat [role rudal Togo]."),
        ("en", "[state Ghana] {AID helped} to intercept [role missiles of Togo]."),
    ],
)
def test_help_against_somebody_is_no_help_for_them(language: str, text: str) -> None:
    about = "[state Mali] menunggu. [state Kenya] menunggu. " + "[state Togo] menunggu. " * 4
    found = marked(about + text, language=language)
    fought = next(one.span.of(found.article.text) for one in found.mentions if one.kind is MentionKind.ROLE)
    assert named(resolved(found, spans(found, 0, ["Ghana"], [fought])))[1] == []


def test_of_a_passive_in_a_clause_who_begins_it_undergoes_it() -> None:
    text = marked("[state Ghana] terpecah sejak [person Kofi Abe] {SANCTION digulingkan}.", language="id")
    assert named(resolved(text, spans(text, 0, [], ["Ghana", "Kofi Abe"])))[1] == ["Kofi Abe"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("[role Ghanaian soldiers] were {MOBILIZE deployed}.", (["GHA"], [])),
        ("[role Ghanaian soldiers] were {RETREAT withdrawn}.", (["GHA"], [])),
        ("[role Ghanaian soldiers] were {RETREAT/withdraw released}.", ([], ["GHA"])),
        ("[role Ghanaian soldiers] were {ASSAULT shot}.", ([], ["GHA"])),
        ("[role Ghanaian nurses] were {MOBILIZE deployed}.", ([], ["GHA"])),
    ],
)
def test_forces_that_nobody_is_said_to_move_move_themselves(text: str, sides: tuple[list[str], list[str]]) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, [], [found.mentions[0].span.of(found.article.text)]))) == sides
