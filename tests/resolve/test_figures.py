"""Which act of a sentence a figure is tied to, and which toll an attack has, over reports written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kawat.language import sentences_of
from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Paragraph,
    ParagraphKind,
    Quantity,
    Report,
    Salience,
    Span,
    Status,
)
from kawat.resolve.figures import with_figures
from kawat.resolve.fold import fold
from kawat.resolve.quantities import quantities_in
from kawat.resolve.tolls import with_tolls


def article(text: str, language: str = "en") -> Article:
    return Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), language)


def told(source: Article, trigger: str, type: str = "COERCE", tied: tuple[str, ...] = ()) -> Report:
    """The report at ``trigger`` in its sentence, with the figures that the reader ties to it."""
    start = source.text.index(trigger)
    span = Span(start, start + len(trigger))
    sentence = next(one.span for one in sentences_of(source) if one.span.contains(span))
    figures = tuple(one for one in quantities_in(source, sentence) if one.mention.of(source.text) in tied)
    assert len(figures) == len(tied)
    return Report(
        f"rep-{trigger}", type, None, (), Status.OCCURRED, Salience.MAIN, span, sentence,
        (), (), False, None, None, figures, (), 0.9,
    )  # fmt: skip


def words(source: Article, figures: tuple[Quantity, ...]) -> list[str]:
    return [one.mention.of(source.text) for one in figures]


def tied(source: Article, *reports: Report) -> list[list[str]]:
    return [words(source, one.quantities) for one in with_figures(source, reports)]


@pytest.mark.parametrize(
    ("language", "text", "first", "second", "figures"),
    [
        ("en", "Police beat three men and seized four others.", "beat", "seized", ("three men", "four others")),
        ("id", "Polisi memukul tiga pria dan menyita 12 mobil.", "memukul", "menyita", ("tiga pria", "12 mobil")),
        ("id", "Mereka turun di 9 desa dan menyerahkan 40 bedil.", "turun", "menyerahkan", ("9 desa", "40 bedil")),
    ],
)  # fmt: skip
def test_a_figure_belongs_to_the_verb_right_before_it(
    language: str, text: str, first: str, second: str, figures: tuple[str, str]
) -> None:
    source = article(text, language)
    reports = (told(source, first, tied=figures), told(source, second, tied=figures))
    assert tied(source, *reports) == [[figures[0]], [figures[1]]]


def test_joined_verbs_and_promises_share_their_object() -> None:
    source = article("Agents arrested and questioned 12 reporters.")
    both = ("12 reporters",)
    first, second = told(source, "arrested", tied=both), told(source, "questioned", "ACCUSE", tied=both)
    assert tied(source, first, second) == [["12 reporters"], ["12 reporters"]]
    source = article("Oslo agreed to pay $3 million.")
    first, second = told(source, "agreed", "AGREE", ("$3 million",)), told(source, "pay", "AID", ("$3 million",))
    assert tied(source, first, second) == [["$3 million"], ["$3 million"]]


def test_an_attack_keeps_the_dead_that_a_second_verb_counts() -> None:
    source = article("The strikes killed 12 people.")
    attack, killing = told(source, "strikes", "ASSAULT", ("12 people",)), told(source, "killed", "ASSAULT")
    assert tied(source, attack, killing) == [["12 people"], ["12 people"]]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "expected"),
    [
        ("en", "Four lawmakers from Bergen, all of one party, demanded a vote.", "demanded", ["Four lawmakers"]),
        ("en", "Lima wants about 900 teachers to move.", "wants", ["about 900 teachers"]),
        ("en", "The two met after six rounds of talks.", "talks", ["six rounds"]),
        ("id", "Sepuluh pegawai kota, semuanya lansia, ditahan.", "ditahan", ["Sepuluh pegawai kota"]),
        ("id", "Kedua kota sepakat menampung sementara 900 pengungsi.", "sepakat", ["900 pengungsi"]),
        ("en", "The mission, which has 3,700 members, agreed.", "agreed", []),
        ("en", "They urged that catches be cut by 70%.", "urged", []),
        ("en", "The minister resigned, and ten deputies left.", "resigned", []),
    ],
)
def test_a_free_figure_goes_to_the_act_beside_it(
    language: str, text: str, trigger: str, expected: list[str]
) -> None:
    source = article(text, language)
    assert tied(source, told(source, trigger)) == [expected]


def test_a_part_goes_where_its_whole_is() -> None:
    source = article("Sekitar 400 prajurit dikirim ke Oslo, 150 di antaranya lewat laut.", "id")
    (figures,) = tied(source, told(source, "dikirim", "MOBILIZE", ("Sekitar 400 prajurit",)))
    assert figures == ["Sekitar 400 prajurit", "150 di antaranya"]


def test_a_figure_counted_in_an_act_is_its_own() -> None:
    source = article("Troops entered to end a crackdown on miners in which 40 people died.")
    entered, crackdown = told(source, "entered", "ASSAULT", ("40 people",)), told(source, "crackdown")
    assert tied(source, entered, crackdown) == [[], ["40 people"]]


def test_a_semicolon_parts_a_figure_from_the_act_beyond_it() -> None:
    source = article("Oslo sent 40 guards; Bergen fined the firms 300 euros.")
    sent, fined = told(source, "sent", "AID", ("40 guards", "300 euros")), told(source, "fined")
    assert tied(source, sent, fined) == [["40 guards"], ["300 euros"]]
    source = article("Police saw 40 people march; organizers claimed 900.")
    counted = told(source, "march", "PROTEST", ("40 people",))
    assert tied(source, counted) == [["40 people"]]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "type", "figure"),
    [
        ("en", "Guards shot four suspects, and three officers were freed.", "shot", "ASSAULT", "three officers"),
        (
            "en",
            "Oslo shut the road, and about 900 people from six farms were moved.",
            "shut",
            "COERCE",
            "six farms",
        ),
        (
            "id",
            "Hakim membatalkan izin itu dan dua komandan menyerbu desa.",
            "membatalkan",
            "REJECT",
            "dua komandan",
        ),
        ("en", "Miners blocked the road 30 km north of Oslo.", "blocked", "PROTEST", "30 km"),
        ("id", "Massa mencegat bus itu, 40 kilometer dari Palu.", "mencegat", "ASSAULT", "40 kilometer"),
        ("id", "Mereka diterjunkan dari ketinggian 3.000 meter.", "diterjunkan", "MOBILIZE", "3.000 meter"),
        ("en", "Oslo jailed the elder of two sons of the premier.", "jailed", "COERCE", "two sons"),
        ("id", "Oslo membeli kapal itu, yang pertama dari 16 unit.", "membeli", "COOPERATE", "16 unit"),
        (
            "id",
            "Oslo kehilangan prajurit sejak menyerbu Palu menjadi 300 orang.",
            "menyerbu",
            "ASSAULT",
            "300 orang",
        ),
        ("en", "Two guards were shot, bringing the number of dead to 34 people.", "shot", "ASSAULT", "34 people"),
        ("en", "Nurses treated 160 people and urged calm.", "urged", "REQUEST", "160 people"),
        ("en", "A union of 65,000 dockers charged the port with fraud.", "charged", "ACCUSE", "65,000 dockers"),
        ("id", "Negara berpenduduk 10 juta jiwa itu dilanda kekerasan.", "kekerasan", "ASSAULT", "10 juta jiwa"),
        ("en", "Rebels held the town, said 40 percent of those asked.", "held", "COERCE", "40 percent"),
    ],
)
def test_a_figure_of_another_clause_or_of_no_act_is_taken_from_its_act(
    language: str, text: str, trigger: str, type: str, figure: str
) -> None:
    source = article(text, language)
    (figures,) = tied(source, told(source, trigger, type, (figure,)))
    assert figure not in figures


def test_a_toll_that_has_risen_is_the_one_attack_s_where_no_other_figure_stands() -> None:
    source = article("The toll of the blast rose to 30 people.")
    assert tied(source, told(source, "blast", "ASSAULT", ("30 people",))) == [["30 people"]]


def test_the_set_that_one_is_of_counts_the_act_that_is_told_of_all_of_it() -> None:
    source = article("The army said one of six jets deployed along the coast had destroyed a post.")
    six = ("six jets",)
    deployed, destroyed = told(source, "deployed", "MOBILIZE", six), told(source, "destroyed", "ASSAULT", six)
    assert tied(source, deployed, destroyed) == [["six jets"], []]


def test_what_counts_the_subject_of_an_act_is_its_own() -> None:
    source = article("Some 400 farmers met to decry the law, and 500 clerks rallied in Bergen.")
    spoken = told(source, "decry", "PROTEST", ("500 clerks",))
    clerks = Actor("500 clerks", ActorKind.GROUP, Span(source.text.index("500"), source.text.index(" rallied")))
    rallied = replace(told(source, "rallied", "PROTEST"), actors=(clerks,))
    assert tied(source, spoken, rallied)[1] == ["500 clerks"]
    assert "500 clerks" not in tied(source, spoken, rallied)[0]


SHOT = "Guards shot at miners. At least nine people died and 30 were hurt. Prices rose."


def test_the_toll_in_a_sentence_of_its_own_belongs_to_the_attack_before() -> None:
    source = article(SHOT)
    (attack,) = with_tolls(source, [told(source, "shot", "ASSAULT")])
    assert words(source, attack.quantities) == ["At least nine people", "30"]


def test_a_toll_with_a_day_or_after_two_attacks_or_none_belongs_to_nobody() -> None:
    source = article(SHOT.replace("hurt", "hurt in 2012"))
    assert with_tolls(source, [told(source, "shot", "ASSAULT")])[0].quantities == ()
    source = article(SHOT.replace("miners.", "miners and burned huts."))
    two = [told(source, "shot", "ASSAULT"), told(source, "burned", "ASSAULT")]
    assert [one.quantities for one in with_tolls(source, two)] == [(), ()]
    source = article(SHOT)
    assert with_tolls(source, [told(source, "shot")])[0].quantities == ()
    assert with_tolls(source, [replace(told(source, "shot", "ASSAULT"), status=Status.DENIED)])[0].quantities == ()


def test_of_two_attacks_the_last_one_before_the_killing_has_the_dead() -> None:
    source = article("The war began when rebels stormed a port, killing 14 guards.")
    war, stormed = told(source, "war", "ASSAULT"), told(source, "stormed", "ASSAULT")
    assert [words(source, one.quantities) for one in with_tolls(source, [war, stormed])] == [[], ["14 guards"]]


CHAD = Actor("Chad", ActorKind.STATE, Span(0, 4), "country:TCD", "Chad", "TCD")


def folded(source: Article, *reports: Report) -> list[Report]:
    return fold(list(reports), None, [one.id for one in reports])[0]


def test_a_bare_toll_in_the_next_sentence_is_folded_into_the_attack() -> None:
    source = article("Chad shelled a port. Nine guards were killed. Talks ended.")
    attack = replace(told(source, "shelled", "ASSAULT"), actors=(CHAD,))
    toll = told(source, "killed", "ASSAULT", ("Nine guards",))
    guards = replace(CHAD, mention=toll.quantities[0].mention, id=None, name="Nine guards")
    (kept,) = folded(source, attack, replace(toll, recipients=(guards,)))
    assert (kept.id, words(source, kept.quantities)) == (attack.id, ["Nine guards"])
    assert (kept.actors, kept.recipients) == ((CHAD,), ())


def test_a_toll_that_says_more_or_repeats_a_count_stands_by_itself() -> None:
    source = article("Chad shelled a port, killing two. Nine guards were killed. Talks ended.")
    attack = replace(told(source, "shelled", "ASSAULT", ("two",)), actors=(CHAD,))
    toll = told(source, "killed", "ASSAULT", ("Nine guards",))
    assert len(folded(source, attack, toll)) == 2  # another count of dead
    bare = replace(attack, quantities=())
    assert len(folded(source, bare, toll)) == 1
    assert len(folded(source, bare, replace(toll, actors=(replace(CHAD, id="country:NER", country="NER"),)))) == 2
    assert len(folded(source, bare, replace(toll, status=Status.PLANNED))) == 2
    assert len(folded(source, replace(bare, actors=()), toll)) == 2
    assert len(folded(source, replace(bare, type="COERCE"), toll)) == 2
    far = replace(toll, sentence=Span(toll.sentence.start + 20, toll.sentence.end + 20))
    assert len(folded(source, bare, far)) == 2


def test_several_verbs_of_one_toll_are_folded_together() -> None:
    source = article("Chad shelled a port. Nine guards died and 30 were hurt. Talks ended.")
    attack = replace(told(source, "shelled", "ASSAULT"), actors=(CHAD,))
    died, hurt = told(source, "died", "ASSAULT", ("Nine guards", "30")), told(source, "hurt", "ASSAULT", ("30",))
    (kept,) = folded(source, attack, died, hurt)
    assert words(source, kept.quantities) == ["Nine guards", "30"]
    assert len(folded(source, attack, died, replace(hurt, actors=(CHAD,)))) == 3  # one who acts: another attack


def test_votes_are_of_no_attack_and_both_sides_of_them_go_together() -> None:
    source = article("Congress condemned the shooting by 80 votes to 12.")
    condemned, shooting = told(source, "condemned", "ACCUSE"), told(source, "shooting", "ASSAULT", ("80 votes",))
    assert tied(source, condemned, shooting) == [["80 votes", "12"], []]


def test_a_term_in_prison_is_of_the_one_punishment() -> None:
    source = article("A court sentenced the mayor of the town, Juan Perez, to 12 years in prison, and he appealed.")
    sentenced, appealed = told(source, "sentenced", "SANCTION"), told(source, "appealed", "REQUEST")
    assert tied(source, sentenced, appealed) == [["12 years"], []]


def test_who_is_counted_in_the_first_of_two_clauses_is_not_of_the_second() -> None:
    source = article("At least 30 people were treated in hospital and 11 were detained.")
    assert tied(source, told(source, "detained", tied=("At least 30 people", "11"))) == [["11"]]


def test_those_killed_by_somebody_in_a_riot_are_his_and_not_the_riots() -> None:
    source = article("Days of protests followed in which two men were killed by police.")
    protest = told(source, "protests", "PROTEST")
    police = Actor("police", ActorKind.GROUP, Span(60, 66))
    killed = replace(told(source, "killed", "ASSAULT", tied=("two men",)), actors=(police,))
    assert tied(source, protest, killed) == [[], ["two men"]]
    assert tied(source, protest, replace(killed, actors=())) == [["two men"], []]


@pytest.mark.parametrize(("text", "kept"), [
    ("Rebels attacked a post, said two officials.", []),
    ("Pemberontak attacked pos, kata dua pejabat.", []),
    ("Rebels attacked two officials.", ["two officials"]),
])  # fmt: skip
def test_who_tells_is_not_counted(text: str, kept: list[str]) -> None:
    source = article(text, "id" if "kata" in text else "en")
    figures = [one.mention.of(text) for one in quantities_in(source, Span(0, len(text)))]
    assert tied(source, told(source, "attacked", "ASSAULT", tied=tuple(figures))) == [kept]


def test_of_whom_somebody_says_what_was_done_to_them_is_counted() -> None:
    source = article("The minister, Pascoal Ronda, said 78 people had been arrested on Friday.")
    assert tied(source, told(source, "arrested")) == [["78 people"]]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "figures"),
    [
        ("en", "The court sentenced him to 12 years in prison and a fine of 300,000 baht.", "sentenced",
         ["12 years", "300,000 baht"]),
        ("id", "Hakim menjatuhkan hukuman 12 tahun penjara dan denda 210 juta ringgit.", "menjatuhkan hukuman",
         ["12 tahun penjara", "210 juta ringgit"]),
        ("en", "The league punished the club on Friday, and its owner bought a house for 300,000 baht.",
         "punished", []),
    ],
)  # fmt: skip
def test_a_fine_is_of_the_one_punishment(language: str, text: str, trigger: str, figures: list[str]) -> None:
    source = article(text, language)
    assert tied(source, told(source, trigger, "SANCTION")) == [figures]


@pytest.mark.parametrize(
    ("text", "trigger", "type", "figures"),
    [
        ("Argentina's senate overturned the president's veto of a bill on schools, by 58 votes to nine.",
         "overturned", "REJECT", ["58 votes", "nine"]),
        ("Argentina's senate overturned the veto of a bill; the party has 58 votes.", "overturned", "REJECT", []),
    ],
)  # fmt: skip
def test_votes_are_of_the_act_that_they_are_told_of(text: str, trigger: str, type: str, figures: list[str]) -> None:
    source = article(text)
    assert tied(source, told(source, trigger, type)) == [figures]
