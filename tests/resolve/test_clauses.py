"""Sides that grammar alone tells, over readings that left them open."""

from __future__ import annotations

import pytest
from helper_resolve import Marked, marked, named, reading, resolved, spans

from kawat.records import MentionKind, ReportSpans
from kawat.resolve.clauses import with_clauses


def filled(text: Marked, *reports: ReportSpans) -> list[tuple[list[str], list[str]]]:
    whole = with_clauses(text.article, reading(text, *reports))
    words = text.article.text
    return [
        ([one.span.of(words) for one in report.actors], [one.span.of(words) for one in report.recipients])
        for report in whole.reports
    ]


@pytest.mark.parametrize(
    ("language", "text", "whom"),
    [
        ("en", "[person Ana Lopes] fell and the [group rebels] {ASSAULT killed} him.", "him"),
        ("en", "The [group rebels] {ASSAULT attacked} her in Accra.", "her"),
        ("id", "[group Perompak] {RETREAT membebaskan} mereka siang itu.", "mereka"),
        ("id", "[group Jaksa] membuka {ACCUSE penyelidikan} terhadapnya.", "nya"),
        ("en", "The [group rebels] hold a {ACCUSE grudge} against them.", "them"),
    ],
)
def test_a_pronoun_right_after_a_word_undergoes_it(language: str, text: str, whom: str) -> None:
    found = marked(text, language=language)
    ((_, recipients),) = filled(found, spans(found))
    assert recipients == [whom]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The [group rebels] {ACCUSE condemned} her remarks."),  # hers is the remark
        ("en", "The [group rebels] were {ASSAULT attacked} them said."),  # nobody undergoes after a passive
        ("id", "[group Perompak] {ASSAULT diserang} mereka yang marah."),
        ("id", "[group Perompak] {RETREAT membebaskan} dia sendiri."),
        ("id", "[group Buruh] {RETREAT menghentikan pemogokan} mereka kemarin."),  # theirs is the strike
    ],
)
def test_other_pronouns_undergo_nothing(language: str, text: str) -> None:
    found = marked(text, language=language)
    assert filled(found, spans(found)) == [([], [])]


def test_a_pronoun_that_was_marked_is_taken_as_it_is_and_a_new_one_becomes_a_mention() -> None:
    known = marked("The [group rebels] {ASSAULT killed} [pronoun him].")
    assert with_clauses(known.article, reading(known, spans(known))).mentions == known.mentions
    new = marked("The [group rebels] {ASSAULT killed} him.")
    made = with_clauses(new.article, reading(new, spans(new))).mentions
    assert [one.kind for one in made] == [MentionKind.GROUP, MentionKind.PRONOUN]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "[person Zahid Umar], yang juga sedang {ACCUSE diadili}, pergi.", ([], ["Zahid Umar"])),
        ("id", "[group Milisi] (FXL) yang {ASSAULT menyerang} kota itu kabur.", (["Milisi"], [])),
        ("en", "[person Ana Lopes], who had been {COERCE arrested} twice, left.", ([], ["Ana Lopes"])),
        ("en", "[group Rebels] who {ASSAULT raided} the mine fled.", (["Rebels"], [])),
        # not the one whose clause it is
        ("en", "[group Rebels] whose men {ASSAULT raided} the mine fled.", ([], [])),
        ("en", "[person Ana Lopes], who is on {ACCUSE trial}, left.", ([], [])),
        ("id", "[person Zahid Umar], yang [person Ana Lopes] {ACCUSE tuduh}, pergi.", ([], [])),
        ("id", "[person Zahid Umar] yang marah lalu {ACCUSE menuduh} semua orang.", ([], [])),
    ],
)
def test_an_antecedent_acts_or_undergoes_by_the_voice_of_its_clause(
    language: str, text: str, expected: tuple[list[str], list[str]]
) -> None:
    found = marked(text, language=language)
    assert filled(found, spans(found)) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        (
            "id",
            "[state Chad] mengadu ke [group Mahkamah], yang {REQUEST menyuruh} [state Togo] menunggu.",
            "Mahkamah",
        ),
        ("en", "[state Chad] sued at the [group court], which {REQUEST told} [state Togo] to wait.", "court"),
        ("en", "[state Chad] told the [group court] that {REQUEST urged} [state Togo] to wait.", "Chad"),
        ("en", "[state Chad] sued at the [group court] and {REQUEST told} [state Togo] to wait.", "Chad"),
    ],
)
def test_the_subject_of_a_relative_clause_is_its_antecedent_whoever_was_found(
    language: str, text: str, actor: str
) -> None:
    found = marked(text, language=language)
    assert filled(found, spans(found, 0, ["Chad"], ["Togo"])) == [([actor], ["Togo"])]


def test_the_second_of_two_acts_has_the_subject_of_the_first() -> None:
    text = marked("[group Police] {COERCE seized} banners and {RETREAT released} [role two men].")
    first, second = spans(text, 0, ["Police"]), spans(text, 1, [], ["two men"])
    assert filled(text, first, second)[1] == (["Police"], ["two men"])


def test_the_subject_of_a_passive_is_whom_it_befell() -> None:
    text = marked("[person Ana Lopes] {COERCE ditahan} [group polisi] lalu {ACCUSE menuduh} mereka.", language="id")
    first = spans(text, 0, ["polisi"], ["Ana Lopes"])
    assert filled(text, first, spans(text, 1))[1][0] == ["Ana Lopes"]


@pytest.mark.parametrize(
    "text",
    [
        "[group Police] {COERCE seized} banners and [group miners] {ACCUSE blamed} them.",  # a subject of its own
        "[group Police] {COERCE seized} banners and were {ACCUSE blamed} for it.",  # done to them
        "[group Police] {COERCE seized} banners. And {ACCUSE blamed} the miners.",  # another sentence
    ],
)
def test_a_subject_is_not_shared_across_another_or_a_passive(text: str) -> None:
    found = marked(text)
    assert filled(found, spans(found, 0, ["Police"]), spans(found, 1))[1][0] == []


def test_a_list_acts_as_one() -> None:
    text = marked("[state Chad], the [state Niger], [state Mali] and [state Togo] {SANCTION left} [state Benin].")
    found = filled(text, spans(text, 0, ["Chad", "Mali"], ["Benin"]))
    assert found == [(["Chad", "Niger", "Mali", "Togo"], ["Benin"])]


def test_two_states_joined_act_as_one() -> None:
    text = marked("{REQUEST keinginan} yang disampaikan [state Chad] dan [state Togo]", language="id")
    assert filled(text, spans(text, 0, ["Chad"])) == [(["Chad", "Togo"], [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{ASSAULT Perang} [state Chad] melawan [state Togo] berlarut.", (["Chad"], ["Togo"])),
        ("{SANCTION Sanksi} [state Chad] terhadap [state Togo] berlarut.", (["Chad"], ["Togo"])),
        ("{ASSAULT Perang} [state Chad] dan [state Togo] berlarut.", ([], ["Chad", "Togo"])),
        ("{ASSAULT Perang} di [state Chad] melawan [state Togo] berlarut.", ([], ["Chad", "Togo"])),
    ],
)
def test_who_stands_between_a_noun_and_whom_it_is_against_acts(
    text: str, expected: tuple[list[str], list[str]]
) -> None:
    found = marked(text, language="id")
    assert filled(found, spans(found, 0, [], ["Chad", "Togo"])) == [expected]


def test_who_acts_together_with_a_list_acts_too() -> None:
    text = marked(
        "[person Ana Lopes], bersama [role utusan Togo] dan [role para menteri], {REQUEST mendesak} [state Benin].",
        language="id",
    )
    found = filled(text, spans(text, 0, ["Ana Lopes"], ["Benin"]))
    assert found[0][0] == ["Ana Lopes", "utusan Togo", "para menteri"]


@pytest.mark.parametrize(
    "text",
    [
        "[person Ana Lopes] and [role an aide] {SANCTION left}.",  # two only, and no states
        "[person Ana Lopes], [role the treasurer], and [person Rui Dias] {SANCTION left}.",  # says who Ana Lopes is
        "[state Chad], [state Mali], [state Togo] {SANCTION left}.",  # no list without its "and"
    ],
)
def test_what_is_no_list_is_left(text: str) -> None:
    found = marked(text)
    first = found.mentions[0].span.of(found.article.text)
    assert filled(found, spans(found, 0, [first]))[0][0] == [first]


def test_a_list_with_members_on_both_sides_is_left() -> None:
    text = marked("[state Chad], [state Mali] and [state Togo] {ACCUSE blamed} each other.")
    assert filled(text, spans(text, 0, ["Chad"], ["Togo"])) == [(["Chad"], ["Togo"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[person Ana Lopes] {COERCE digulingkan} [role pengawalnya].", (["pengawalnya"], ["Ana Lopes"])),
        ("[person Ana Lopes] {COERCE digulingkan} oleh [role pengawalnya].", (["pengawalnya"], ["Ana Lopes"])),
        ("[person Ana Lopes] {COERCE digulingkan} di depan [role pengawalnya].", (["Ana Lopes"], ["pengawalnya"])),
        ("[person Ana Lopes] {COERCE dikenai} [role tahanan].", (["Ana Lopes"], ["tahanan"])),  # its penalty
        ("[person Ana Lopes] {COERCE menggulingkan} [role pengawalnya].", (["Ana Lopes"], ["pengawalnya"])),
    ],
)
def test_who_stands_right_after_an_indonesian_passive_does_it(
    text: str, expected: tuple[list[str], list[str]]
) -> None:
    found = marked(text, language="id")
    first, second = (one.span.of(found.article.text) for one in found.mentions)
    assert filled(found, spans(found, 0, [first], [second])) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "undergoes"),
    [
        ("id", "[role Seorang prajurit] {ASSAULT kehilangan} kaki.", True),
        ("id", "[role Dua polisi] {ASSAULT tewas}.", True),
        ("en", "[role Two officers] {ASSAULT died}.", True),
        ("en", "[role Two officers] {ASSAULT fired}.", False),
        ("en", "[role Two officers] {CONCEDE lost}.", False),  # lost a vote, say
    ],
)
def test_the_subject_of_a_verb_of_suffering_undergoes_it(language: str, text: str, undergoes: bool) -> None:
    found = marked(text, language=language)
    who = found.mentions[0].span.of(found.article.text)
    assert filled(found, spans(found, 0, [who])) == [([], [who]) if undergoes else ([who], [])]


def test_what_somebody_is_doing_is_no_passive() -> None:
    text = marked("[group The police] are {ACCUSE examining} them.")
    assert filled(text, spans(text, 0, ["The police"]))[0][1] == ["them"]


def test_other_languages_are_kept() -> None:
    text = marked("[group Rebels] {ASSAULT killed} him.", language="fr")
    read = reading(text, spans(text))
    assert with_clauses(text.article, read) is read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of two passives the second has the first's subject too
        ("[person Ana Lopes] was {COERCE held} and {ACCUSE accused} of theft.", ([], ["Ana Lopes"])),
        ("[person Ana Lopes] was {RETREAT freed} and {ACCUSE accused} [role the police].", (["Ana Lopes"], [])),
        # a participle does not go on from another form of verb
        ("[state Chad] will {AID help}, and {REQUEST calling} for peace is a duty.", ([], [])),
        ("[role Rebels] fled, {ASSAULT killing} two and {ASSAULT wounding} three.", (["Rebels"], [])),
    ],
)
def test_a_second_verb_is_of_the_form_of_the_first(text: str, expected: tuple[list[str], list[str]]) -> None:
    found = marked(text)
    first = found.mentions[0].span.of(found.article.text)
    passive = " was " in text
    one = spans(found, 0, [] if passive else [first], [first] if passive else [])
    assert filled(found, one, spans(found, 1))[1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[role Dua orang] {COERCE ditangkap} [role polisi] kemarin.", ["polisi"]),
        # the subject of the next clause
        ("[role Dua orang] mengaku saat {COERCE ditangkap} [pronoun mereka] akan diadili.", []),
    ],
)
def test_an_agent_does_not_begin_the_next_clause(text: str, expected: list[str]) -> None:
    found = marked(text, language="id")
    assert filled(found, spans(found, 0, [], ["Dua orang"]))[0][0] == expected


def test_a_state_that_says_which_plan_it_is_is_no_antecedent() -> None:
    found = marked(
        "Para tamu membahas rencana damai [state Chad], yang {REQUEST diusulkan} kemarin.", language="id"
    )
    assert filled(found, spans(found)) == [([], [])]
    found = marked("Para tamu menegur [state Chad], yang {ACCUSE dituduh} kemarin.", language="id")
    assert filled(found, spans(found)) == [([], ["Chad"])]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "[role Konvoi Chad] {ASSAULT diserang} [group milisi], {ASSAULT menewaskan} dua orang.", ["milisi"]),
        (
            "en",
            "[role A Chadian convoy] was {ASSAULT bombed} by [group rebels], {ASSAULT killing} two.",
            ["rebels"],
        ),
        # but may strike back
        ("id", "[role Konvoi Chad] {ASSAULT diserang} [group milisi] lalu {ASSAULT menembak}.", ["Konvoi Chad"]),
    ],
)
def test_who_was_attacked_does_not_kill(language: str, text: str, expected: list[str]) -> None:
    found = marked(text, language=language)
    struck, by = (one.span.of(found.article.text) for one in found.mentions)
    told = filled(found, spans(found, 0, [by], [struck]), spans(found, 1, [struck]))
    assert told[1][0] == expected


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("[state Cuba], which [state Togo] {ACCUSE accuses} of spying, paid.", ["Cuba"]),
        ("[person Castillo], whom [state Togo] has long {SUPPORT backed}, fell.", ["Castillo"]),
        ("[state Cuba] denied, which [state Togo] {ACCUSE criticised}.", []),
        ("[state Cuba] said that [state Togo] {ASSAULT attacked}.", []),
        ("[state Cuba], which [state Togo] said was ready, {CONSULT met} it.", []),
    ],
)
def test_before_which_stands_who_undergoes_what_another_does(text: str, recipients: list[str]) -> None:
    found = marked(text)
    (report,) = with_clauses(found.article, reading(found, spans(found, 0, ["Togo"]))).reports
    assert [one.span.of(found.article.text) for one in report.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("[state Chad] acted after [state Peru] spoke and {REQUEST urged} calm.", ["PER"]),
        ("[state Chad] acted, after [state Peru] spoke, and {REQUEST urged} calm.", ["TCD", "PER"]),
        ("[state Chad] left after [state Peru] spoke because it {REQUEST urged} calm.", ["TCD", "PER"]),
        ("[state Chad] and [state Peru] {REQUEST urged} calm.", ["TCD", "PER"]),
    ],
)
def test_who_begins_the_clause_of_the_verb_acts_alone(text: str, actors: list[str]) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, ["Chad", "Peru"])))[0] == actors
