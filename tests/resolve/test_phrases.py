"""Sides that stand in a phrase at the verb, over readings that left them open."""

from __future__ import annotations

import pytest
from helper_resolve import Marked, marked, named, reading, resolved, spans

from kawat.records import ReportSpans
from kawat.resolve.phrases import with_phrases


def filled(text: Marked, *reports: ReportSpans) -> list[tuple[list[str], list[str], bool]]:
    whole = with_phrases(text.article, reading(text, *reports))
    words = text.article.text
    return [
        ([one.span.of(words) for one in report.actors], [one.span.of(words) for one in report.recipients],
         report.symmetric)
        for report in whole.reports
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("en", "He has been in bed since [role a boy] {ASSAULT shot} him.", ["a boy"]),
        ("en", "It said that [state Ghana] had once {AGREE promised} to pay.", ["Ghana"]),
        ("id", "Ia membantah [role negaranya] ikut {ASSAULT menyerang}.", ["negaranya"]),
        # a noun that another word governs
        ("en", "They used the help of [state Ghana] {COERCE toppled} by then.", []),
        ("en", "The king had [role ten men] {COERCE arrested}.", []),
        # a reduced clause, what happens by itself, a passive, a pronoun
        ("en", "[role Two men] {COERCE arrested} on Sunday went home.", []),
        ("en", "They saw [role nurses] {REQUEST seeking} help.", []),
        ("id", "[role Sebuah bom] {ASSAULT meledak} di Accra.", []),
        ("en", "Then [pronoun they] {ASSAULT attacked}.", []),
        # a comma between
        ("en", "In [state Ghana], {PROTEST marched} on.", []),
    ],
)
def test_who_stands_right_before_an_active_verb_acts(language: str, text: str, actors: list[str]) -> None:
    found = marked(text, language=language)
    ((acting, undergoing, _),) = filled(found, spans(found))
    assert (acting, undergoing) == (actors, [])


def test_a_subject_does_not_act_where_another_does_or_where_it_undergoes() -> None:
    told = marked("[role Guards] saw that [role boys] {ASSAULT shot} first.")
    assert filled(told, spans(told, 0, ["Guards"]))[0][0] == ["Guards"]
    hurt = marked("[role Boys] {ASSAULT wounded} cried.")
    assert filled(hurt, spans(hurt, 0, [], ["Boys"]))[0][:2] == ([], ["Boys"])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("[role Bloggers] were {COERCE taken} from their homes by [role masked men].", ["masked men"]),
        ("[role Bloggers] were {COERCE taken} by the [role police].", ["police"]),
        ("[role Bloggers] fell to an {ASSAULT ambush} by [role masked men].", ["masked men"]),
        ("[role Bloggers] were {COERCE taken} in vans that were followed for hours by [role boys].", []),
        ("[role Bloggers] {PROTEST marched} by the [role police].", []),
    ],
)
def test_an_english_passive_names_who_did_it_after_by(text: str, actors: list[str]) -> None:
    found = marked(text)
    assert filled(found, spans(found, 0, [], ["Bloggers"]))[0][0] == actors


@pytest.mark.parametrize(
    ("language", "text", "type", "symmetric", "expected"),
    [
        ("id", "[state Ghana] {CONSULT berunding} lama dengan [role penculik].", "CONSULT", True, 2),
        ("id", "[state Togo] {COOPERATE berlatih} bersama [organisation TNI AL].", "COOPERATE", True, 2),
        ("en", "[state Togo] {SUPPORT signed} a treaty with [state Ghana].", "SUPPORT", False, 2),
        ("en", "[state Togo] {SUPPORT praised} the treaty with [state Ghana].", "SUPPORT", False, 1),
        ("en", "[state Togo] {CONSULT met}, angry with [state Ghana].", "CONSULT", True, 1),
        ("en", "[state Togo] {AGREE agreed} with [state Ghana].", "AGREE", False, 1),
    ],
)
def test_what_takes_two_has_its_second_after_with(
    language: str, text: str, type: str, symmetric: bool, expected: int
) -> None:
    found = marked(text, language=language)
    first = found.mentions[0].span.of(found.article.text)
    actors, recipients, mutual = filled(found, spans(found, 0, [first], symmetric=symmetric))[0]
    assert (len(actors), recipients) == (expected, [])
    assert mutual == (symmetric or expected > 1)


def test_one_who_refuses_to_talk_does_not_talk_with_the_other() -> None:
    text = marked("[state Togo] will not {CONSULT negotiate} with [role terrorists].")
    assert filled(text, spans(text, 0, ["Togo"])) == [(["Togo"], ["terrorists"], False)]


@pytest.mark.parametrize(
    ("language", "text", "recipients"),
    [
        ("en", "[person Ana Lopes] {REQUEST urged} [role party members] to join.", ["party members"]),
        (
            "en",
            "[person Ana Lopes] {REQUEST urged} [role party members] who were free to join.",
            ["party members"],
        ),
        ("id", "[state Ghana] {REQUEST mendesak} [role para tetangga] menahan diri.", ["para tetangga"]),
        ("en", "[state Ghana] {REQUEST urged} [role all parties] to wait.", []),  # anybody
        ("en", "[state Ghana] {REQUEST wants} [role the miners] to be freed.", []),  # others are to do it
        ("id", "[state Ghana] {REQUEST meminta} [role para penambang] yang ditahan dibebaskan.", []),
        ("en", "[state Ghana] {REQUEST proposed} [role a delegate] to fill the seat.", []),  # what is asked for
        ("en", "[state Ghana] {REQUEST asked} [state French] help in this.", []),
    ],
)
def test_a_demand_is_to_who_is_named_right_after_it(language: str, text: str, recipients: list[str]) -> None:
    found = marked(text, language=language)
    first = found.mentions[0].span.of(found.article.text)
    assert filled(found, spans(found, 0, [first]))[0][1] == recipients


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[person Ana Lopes], the successor of [person Ben Ito], was also {COERCE arrested}."),
        ("id", "[person Ana Lopes], presiden sebelum [person Ben Ito], {SANCTION dimakzulkan} pada Mei."),
    ],
)
def test_after_an_aside_the_passive_is_of_whom_the_sentence_begins_with(language: str, text: str) -> None:
    found = marked(text, language=language)
    assert filled(found, spans(found, 0, ["Ben Ito"])) == [([], ["Ana Lopes"], False)]
    assert filled(found, spans(found, 0, [], ["Ben Ito"])) == [([], ["Ana Lopes"], False)]


def test_without_an_aside_or_with_an_active_verb_the_sides_stay() -> None:
    active = marked("[person Ana Lopes], who beat [person Ben Ito], {ACCUSE denounced} him.")
    assert filled(active, spans(active, 0, ["Ana Lopes"]))[0][:2] == (["Ana Lopes"], [])
    plain = marked("[person Ana Lopes] said that [person Ben Ito] was {COERCE arrested}.")
    assert filled(plain, spans(plain, 0, [], ["Ben Ito"]))[0][1] == ["Ben Ito"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[person Ana Lopes] accepted the {RETREAT/resign resignation} of [person Ben Ito]."),
        ("id", "[person Ana Lopes] menerima {RETREAT/resign pengunduran diri} [person Ben Ito]."),
    ],
)
def test_who_accepts_a_resignation_does_not_resign(language: str, text: str) -> None:
    found = marked(text, language=language)
    both = spans(found, 0, ["Ana Lopes", "Ben Ito"])
    assert filled(found, both) == [(["Ben Ito"], ["Ana Lopes"], False)]


def test_two_who_announce_their_resignation_resign() -> None:
    text = marked("[person Ana Lopes] announced the {RETREAT/resign resignation} of [person Ben Ito].")
    assert filled(text, spans(text, 0, ["Ana Lopes", "Ben Ito"]))[0][0] == ["Ana Lopes", "Ben Ito"]


@pytest.mark.parametrize(
    ("language", "verb"),
    [("en", "{CONSULT/visit received}"), ("id", "{CONSULT/visit menjamu}")],
)
def test_of_a_visit_the_guest_acts(language: str, verb: str) -> None:
    text = marked(f"[person Ana Lopes] {verb} [person Ben Ito].", language=language)
    expected = [(["Ben Ito"], ["Ana Lopes"], False)]
    assert filled(text, spans(text, 0, ["Ana Lopes", "Ben Ito"], symmetric=True)) == expected
    assert filled(text, spans(text, 0, ["Ana Lopes"], ["Ben Ito"])) == expected
    assert filled(text, spans(text, 0)) == expected, "the reader may leave both open"


def test_a_guest_who_visits_or_is_received_stays_the_one_who_acts() -> None:
    visit = marked("[person Ana Lopes] {CONSULT/visit visited} [person Ben Ito].")
    assert filled(visit, spans(visit, 0, ["Ana Lopes"], ["Ben Ito"]))[0][0] == ["Ana Lopes"]
    passive = marked("[person Ana Lopes] was {CONSULT/visit received} by [person Ben Ito].")
    assert filled(passive, spans(passive, 0, ["Ana Lopes"], ["Ben Ito"]))[0][0] == ["Ana Lopes"]


def test_the_subject_of_the_second_clause_is_no_side_of_the_first() -> None:
    text = marked("[role Generals] {CONSULT met} and the [organisation Joint Panel] {CONSULT sat} on Monday.")
    first = spans(text, 0, ["Generals", "Joint Panel"], symmetric=True)
    assert [one[0] for one in filled(text, first, spans(text, 1, ["Joint Panel"]))] == [
        ["Generals"],
        ["Joint Panel"],
    ]
    alone = spans(text, 0, ["Joint Panel"])
    assert filled(text, alone, spans(text, 1, ["Joint Panel"]))[0][0] == ["Joint Panel"], "somebody has to act"


@pytest.mark.parametrize(
    ("language", "text", "recipients"),
    [
        ("id", "[group Massa] {PROTEST menerobos} barisan [role polisi].", ["polisi"]),
        ("en", "[group Rebels] {ASSAULT shelled} the positions of the [role guards].", ["guards"]),
        ("en", "[group Rebels] {ASSAULT shelled} the fields of the [role guards].", []),
        ("en", "[group Rebels] {SUPPORT praised} the ranks of the [role guards].", []),
    ],
)
def test_whose_ranks_are_struck_undergoes_it(language: str, text: str, recipients: list[str]) -> None:
    found = marked(text, language=language)
    first = found.mentions[0].span.of(found.article.text)
    assert filled(found, spans(found, 0, [first]))[0][1] == recipients


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("id", "Ia pergi ke {CONSULT KTT} [organisation ASEAN]-[state Australia] di [state Peru].", 2),
        (
            "en",
            "He left for the {CONSULT summit} of [organisation Asean] and [state Australia] in [state Peru].",
            2,
        ),
        ("en", "He left for the {CONSULT summit} in [state Peru].", 0),
        ("en", "He left for the {CONSULT summit} of [person Ana Lopes].", 0),
        ("en", "He left for {CONSULT talks} of [state Peru].", 0),
    ],
)
def test_the_names_of_a_summit_meet(language: str, text: str, actors: int) -> None:
    found = marked(text, language=language)
    ((acting, _, symmetric),) = filled(found, spans(found))
    assert (len(acting), symmetric) == (actors, actors > 1)


def test_who_already_meets_at_a_summit_meets_once() -> None:
    text = marked("[state Peru] goes to the {CONSULT summit} of [organisation Asean].")
    assert filled(text, spans(text, 0, ["Peru", "Asean"], symmetric=True))[0][0] == ["Peru", "Asean"]
    assert filled(text, spans(text, 0, ["Peru"]))[0] == (["Peru", "Asean"], [], True)


def test_other_languages_are_kept() -> None:
    text = marked("Depuis que [role un garçon] {ASSAULT tira}.", language="fr")
    assert filled(text, spans(text)) == [([], [], False)]


def test_a_name_between_commas_is_that_of_the_noun_before_it() -> None:
    text = marked("[person Istrinya], [person Arina], {ACCUSE diperiksa} sejak Juni.", language="id")
    assert named(resolved(text, spans(text, 0, [], ["Istrinya", "Arina"])))[1] == ["Arina"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an ellipsis: nobody killed or arrested anybody there
        ("A nurse was killed and [role another man] {ASSAULT injured}, the radio said.", ([], ["another man"])),
        ("A nurse died after [role a man] {ASSAULT injured} her.", (["a man"], [])),
        # no name has "a", it says of what kind something is
        ("They sailed on a [organisation UN] {SUPPORT approved} mission.", ([], [])),
    ],
)
def test_a_noun_before_a_participle_may_not_act(text: str, expected: tuple[list[str], list[str]]) -> None:
    found = marked(text)
    assert filled(found, spans(found))[0][:2] == expected


@pytest.mark.parametrize(
    "text",
    [
        "[person Ana Lopes] was {CONSULT met} with [role protesters].",
        "[person Ana Lopes] {CONSULT flew} with [pronoun her] first team.",
    ],
)
def test_what_comes_with_something_is_no_partner(text: str) -> None:
    found = marked(text)
    assert filled(found, spans(found, 0, ["Ana Lopes"]))[0] == (["Ana Lopes"], [], False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[role Generals] {CONSULT met} and [role the panel] {ACCUSE blamed} them.", False),
        ("[role Generals] {CONSULT met} [role nurses] and [role the panel] {ACCUSE blamed} them.", True),
        ("[role Generals] {CONSULT met} and [role the panel] {ACCUSE blaming} them left.", True),
    ],
)
def test_who_acts_in_the_next_clause_did_not_act_in_this(text: str, kept: bool) -> None:
    found = marked(text)
    first = ["Generals", *(["nurses"] if "nurses" in text else []), "the panel"]
    met, _ = filled(found, spans(found, 0, first), spans(found, 1, ["the panel"]))
    assert ("the panel" in met[0]) is kept


def test_who_stands_right_after_by_does_it_whoever_was_read() -> None:
    text = marked("[role Bloggers] {SUPPORT backed} by [state Ghana] left.")
    assert filled(text, spans(text, 0, ["Bloggers"], ["Ghana"]))[0][:2] == (["Ghana"], ["Bloggers"])
    text = marked("[state Norway] {SUPPORT stands} by [state Ghana].")
    assert filled(text, spans(text, 0, ["Norway"], ["Ghana"]))[0][:2] == (["Norway"], ["Ghana"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[group Rebels] {ASSAULT took} the town and [person Rui Dias] {RETREAT fled}.", ["Rui Dias"]),
        ("[group Rebels] and [person Rui Dias] {ASSAULT shot} and {RETREAT fled}.", ["Rebels"]),
        ("[group Rebels] {ASSAULT took} the town of [person Rui Dias] and {RETREAT fled}.", ["Rebels"]),
        ("[group Rebels] {ASSAULT shelled} six men and [role a boy] {ASSAULT killed}, they say.", ["Rebels"]),
    ],
)
def test_a_second_clause_has_the_subject_it_begins_with(text: str, expected: list[str]) -> None:
    found = marked(text)
    assert filled(found, spans(found, 0, ["Rebels"]), spans(found, 1, ["Rebels"]))[1][0] == expected


@pytest.mark.parametrize(
    ("language", "text", "actors", "recipients"),
    [
        ("en", "[state Ghana] was widely {ACCUSE condemned}.", ["Ghana"], ["Ghana"]),
        ("en", "[state Ghana] and [state Togo] had been {REQUEST invited}.", [], ["Ghana", "Togo"]),
        ("id", "[role Jenderal itu] telah {RETREAT dilepaskan}.", ["Jenderal itu"], ["Jenderal itu"]),
        # what is felt, who is moved, another subject, a noun that another word governs
        ("en", "[state Ghana] is {REQUEST concerned}.", [], []),
        ("en", "[role Troops] were {MOBILIZE deployed}.", [], []),
        ("id", "[role Pasukan] {RETREAT ditarik} dari Lome.", [], []),
        ("id", "Senjata [role pasukan] akan {AID diberikan} kepada warga.", [], []),
        ("en", "[pronoun It] was {ACCUSE condemned}.", [], []),
        ("en", "The capital of [state Ghana] was {ASSAULT shelled}.", [], []),
        ("en", "Her bid to become [role a minister] was {REJECT blocked}.", [], []),
        ("id", "{CONSULT dialog} [state Ghana].", [], []),
    ],
)
def test_a_noun_right_before_a_passive_verb_undergoes_it(
    language: str, text: str, actors: list[str], recipients: list[str]
) -> None:
    found = marked(text, language=language)
    assert filled(found, spans(found, 0, actors))[0][:2] == ([], recipients)


@pytest.mark.parametrize(
    ("language", "text", "suffers"),
    [
        ("en", "They mourned [person Ana Dias]'s {ASSAULT murder}.", True),
        ("id", "Mereka memprotes {COERCE penangkapan} [person Ana Dias].", True),
        ("en", "They mourned [person Ana Dias]'s {ASSAULT killing} of a guard.", False),
        ("en", "They saw [person Ana Dias]'s {ASSAULT attack}.", False),
        ("id", "Mereka memprotes {COERCE penangkapan} oleh [person Ana Dias].", False),
    ],
)
def test_of_a_noun_for_a_deed_the_person_at_it_undergoes_it(language: str, text: str, suffers: bool) -> None:
    found = marked(text, language=language)
    actors, recipients, _ = filled(found, spans(found, 0, ["Ana Dias"]))[0]
    assert (recipients if suffers else actors) == ["Ana Dias"]
    assert not (actors if suffers else recipients)


def test_who_acts_in_the_second_clause_does_not_undergo_the_first() -> None:
    found = marked("[role Rebels] {ASSAULT raided} Accra and [person Ana Dias] {RETREAT fled}.")
    first, second = filled(found, spans(found, 0, ["Rebels"], ["Ana Dias"]), spans(found, 1, ["Ana Dias"]))
    assert first[:2] == (["Rebels"], [])
    assert second[0] == ["Ana Dias"]


@pytest.mark.parametrize(
    ("language", "text", "actors", "recipients"),
    [
        ("id", "[role Gembala] salah disasar dalam {ASSAULT pemboman} itu.", [], ["Gembala"]),
        ("en", "[role Nomads] were hit in a night {ASSAULT raid}.", [], ["Nomads"]),
        ("en", "[role Nomads] were killed in a {ASSAULT raid} by [role pirates].", ["pirates"], ["Nomads"]),
        ("en", "[role Nomads] took part in a {ASSAULT raid}.", ["Nomads"], []),
        ("id", "[role Gembala] diduga terlibat dalam {ASSAULT serangan} itu.", ["Gembala"], []),
        ("id", "[role Gembala] ikut dalam {ASSAULT serangan} itu.", ["Gembala"], []),
    ],
)
def test_whom_an_attack_hits_did_not_make_it(
    language: str, text: str, actors: list[str], recipients: list[str]
) -> None:
    found = marked(text, language=language)
    told = [one.span.of(found.article.text) for one in found.mentions]
    assert filled(found, spans(found, 0, told))[0][:2] == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("[role The premier] had [role ten officers] {COERCE arrested}.", ["The premier"], ["ten officers"]),
        ("[pronoun He] had 23 people {COERCE arrested}.", ["He"], []),
        ("[role The premier] had never {COERCE arrested} [role anglers].", ["The premier"], []),
        ("[role Painters] had their brushes {COERCE seized} by [role guards].", ["guards"], []),
        ("When [person Ana Dias] had finished, [role boys] {COERCE seized} it.", ["boys"], []),
    ],
)
def test_who_has_others_arrested_acts(text: str, actors: list[str], recipients: list[str]) -> None:
    found = marked(text)
    assert filled(found, spans(found, 0))[0][:2] == (actors, recipients)


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("id", "[pronoun Ia] juga {REQUEST menuntut} [person Ana Dias] keluar dari partai.", True),
        ("en", "[pronoun He] also {REQUEST urged} [person Ana Dias] to leave.", True),
        ("en", "It was time, {REQUEST urged} [person Ana Dias].", False),
    ],
)
def test_whom_a_demand_names_to_do_it_does_not_demand_it(language: str, text: str, asked: bool) -> None:
    found = marked(text, language=language)
    actors, recipients, _ = filled(found, spans(found, 0, ["Ana Dias"]))[0]
    assert (recipients if asked else actors) == ["Ana Dias"]
    assert not (actors if asked else recipients)


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("id", "[state Chad] mempertimbangkan {SANCTION sanksi} terhadap [state Togo].", ["Chad"]),
        ("en", "[state Chad] is weighing new {SANCTION sanctions} on [state Togo].", ["Chad"]),
        ("en", "[state Chad] announced more {AID aid} to [state Togo].", ["Chad"]),
        ("en", "[state Chad] condemned the {SANCTION sanctions} on [state Togo].", []),
        ("id", "[state Chad] mengecam {SANCTION sanksi} terhadap [state Togo].", []),
        ("en", "The king of [state Chad] announced new {SANCTION sanctions} on [state Togo].", []),
    ],
)
def test_who_plans_what_a_noun_names_does_it(language: str, text: str, actors: list[str]) -> None:
    found = marked(text, language=language)
    assert filled(found, spans(found, 0, [], ["Togo"])) == [(actors, ["Togo"], False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[person Rui Dias] {CONSULT met} [role the rebels]."),
        ("id", "[person Rui Dias] akan {CONSULT bertemu} [role the rebels] di Accra."),
        ("id", "[person Rui Dias] {CONSULT menemui} [role the rebels]."),
    ],
)
def test_whom_one_meets_stands_right_after_it(language: str, text: str) -> None:
    found = marked(text, language=language)
    assert filled(found, spans(found, 0, ["Rui Dias"])) == [(["Rui Dias", "the rebels"], [], True)]


def test_what_is_met_with_is_not_met() -> None:
    found = marked("[person Rui Dias] was {CONSULT met} [role the rebels] said.")
    assert filled(found, spans(found, 0, ["Rui Dias"])) == [(["Rui Dias"], [], False)]
