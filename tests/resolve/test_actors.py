"""Who a mention stands for, over readings written by hand: "[person President Emmanuel Macron]"."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.knowledge import load_knowledge
from kawat.reading import reader_named
from kawat.records import Actor, ActorKind, Article, Mention, MentionKind, Paragraph, ParagraphKind, Reading, Span
from kawat.resolve.actors import resolve_actors, wordings_of
from kawat.resolve.located import located
from kawat.resolve.sides import sides_of
from kawat.resolve.wording import SPEAKS

_MARK = re.compile(r"\[(\w+) ([^\]]+)\]")
PUBLISHED = datetime(2025, 9, 10, 9, 0, tzinfo=UTC)


def resolved(
    *paragraphs: str, language: str = "en", published: datetime = PUBLISHED
) -> list[tuple[str, list[Actor]]]:
    """The wording of every marked mention with its actors. The first paragraph is the title where it ends in |."""
    text, parts, mentions = "", [], []
    for marked in paragraphs:
        start, last = len(text), 0
        for match in _MARK.finditer(marked):
            text += marked[last : match.start()]
            span = Span(len(text), len(text) + len(match[2]))
            mentions.append(Mention(span, MentionKind(match[1])))
            text, last = text + match[2], match.end()
        text += marked[last:].removesuffix("|")
        kind = ParagraphKind.TITLE if marked.endswith("|") else ParagraphKind.BODY
        parts.append(Paragraph(Span(start, len(text)), kind))
        text += "\n\n"
    article = Article(text.rstrip(), tuple(parts), language, published=published)
    reading = Reading(reader_named("lexicon").info, tuple(mentions), (), ())
    words = wordings_of(article, reading, load_knowledge())
    places = located(article, load_knowledge(), words)
    out, _ = resolve_actors(article, reading, load_knowledge(), words, places)
    return [(mention.span.of(text), list(out[mention])) for mention in mentions]


def last(*paragraphs: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [(actor.name, actor.country) for actor in resolved(*paragraphs, language=language)[-1][1]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # English takes the nearest person of the same sentence, Indonesian the first
        ("en", "[person Emmanuel Macron] left [person Donald Trump] since [pronoun he] was wrong.", "Donald Trump"),
        ("id", "[person Emmanuel Macron] puji [person Donald Trump] karena [pronoun ia] lega.", "Emmanuel Macron"),
        # of an earlier sentence both take the first
        ("en", "[person Emmanuel Macron] met [person Donald Trump]. [pronoun He] was pleased.", "Emmanuel Macron"),
        ("id", "[person Emmanuel Macron] bertemu [person Donald Trump]. [pronoun Dia] senang.", "Emmanuel Macron"),
        # a pronoun that was understood carries on
        (
            "en",
            "[person Emmanuel Macron] spoke. [pronoun He] left. [state Chad] was glad. [pronoun He] came back.",
            "Emmanuel Macron",
        ),
    ],
)  # fmt: skip
def test_a_pronoun_takes_up_its_likeliest_person(language: str, text: str, expected: str) -> None:
    assert [name for name, _ in last(text, language=language)] == [expected]


def test_a_pronoun_without_a_person_before_it_stays_unresolved() -> None:
    assert last("[state Chad] closed the border. [pronoun He] was pleased.") == [("He", None)]


def test_they_are_the_many_named_before_and_it_is_the_body() -> None:
    assert last("[role Chinese fishermen] left. [pronoun They] shouted.") == [("Chinese fishermen", "CHN")]
    assert last("[state Norway] told [state Chad] that [pronoun it] would not pay.") == [("Norway", "NOR")]


@pytest.mark.parametrize("words", ["[role kedua negara]", "[role kedua belah pihak]", "[role kedua pihak]"])
def test_two_sides_are_the_two_named_most(words: str) -> None:
    accused = "[state Thailand] menuduh [state Kamboja]. [state Kamboja] membalas [state Thailand]."
    text = f"{accused} [state Malaysia] cemas. {words} berunding."
    assert {country for _, country in last(text, language="id")} == {"THA", "KHM"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[person Emmanuel Macron] menelepon [person Donald Trump]. [pronoun Keduanya] sepakat.", {"FRA", "USA"}),
        ("[role Polisi Chad] membawa dua orang ke pos. Sore itu mereka melepas [pronoun keduanya].", {None}),
    ],
)  # fmt: skip
def test_two_of_whom_no_more_is_said_were_just_named(text: str, expected: set[str | None]) -> None:
    before = "[state Chad] menuduh [state Peru]. [state Peru] menggugat [state Chad]. "
    assert {country for _, country in last(before + text, language="id")} == expected


def test_a_role_of_two_countries_is_one_actor_for_each() -> None:
    text = "[state Japan] and [state Chad] clashed. [role Soldiers of the two countries] died."
    assert last(text) == [("Soldiers of the two countries", "JPN"), ("Soldiers of the two countries", "TCD")]


def test_two_leaders_are_persons() -> None:
    text = "[person Emmanuel Macron] received [person Donald Trump]. [role The two leaders] signed."
    assert {name for name, _ in last(text)} == {"Emmanuel Macron", "Donald Trump"}


def test_a_name_in_the_headline_is_who_the_lead_names_in_full() -> None:
    found = resolved(
        "[person Bakarov] to quit|",
        "[person Chadian Interior Minister Idriss Bakarov] will step down, officials said.",
    )
    assert [(a.name, a.country) for _, actors in found for a in actors] == [("Idriss Bakarov", "TCD")] * 2


def test_a_name_is_freed_of_titles_and_states() -> None:
    assert last("[person Mr Idriss Bakarov]") == [("Idriss Bakarov", None)]
    assert last("[person Presiden Rusia Vladimir Putin]", language="id") == [("Vladimir Putin", "RUS")]


def test_two_people_of_one_surname_stay_apart() -> None:
    found = resolved("[person Ana Lopes] met [person Rui Lopes]. [person Rui Lopes] left.", "[person Lopes] spoke.")
    assert [a.name for _, actors in found for a in actors] == ["Ana Lopes", "Rui Lopes", "Rui Lopes", "Rui Lopes"]


@pytest.mark.parametrize(
    ("wording", "country"),
    [
        ("United States National Security Council", "USA"),
        ("British Red Cross", "GBR"),
        ("Greek Orthodox Church", "GRC"),
        ("Chinese coast guards", "CHN"),
    ],
)
def test_a_national_body_is_not_the_known_one_of_a_like_name(wording: str, country: str) -> None:
    ((_, actors),) = resolved(f"[organisation {wording}] said no.")
    assert (actors[0].name, actors[0].country, actors[0].id) == (wording, country, None)
    assert actors[0].resolved_by == "words beside the name"


def test_a_known_body_is_known_with_its_article_and_state() -> None:
    ((_, actors),) = resolved("[organisation the United Nations Security Council] met.")
    assert actors[0].id == "body:un-security-council"


def test_an_ambassador_is_of_the_first_state_not_of_the_host() -> None:
    assert last("[role the ambassador to Japan] left.") == [("the ambassador to Japan", None)]
    assert last("[role the French ambassador to Japan] left.") == [("the French ambassador to Japan", "FRA")]


def test_a_short_name_or_capitals_take_up_the_full_name() -> None:
    assert last("[organisation Sahel Herders Union] spoke. [organisation SHU] left.")[0][0] == "Sahel Herders Union"
    assert last("[state North Korea] fired. [state North] denied it.") == [("North Korea", "PRK")]


def test_a_noun_takes_up_the_body_and_a_country_the_state() -> None:
    assert last("[group Hamas] spoke. [role The group] left.")[0][0] == "Hamas"
    assert last("[state Chad] dan [state Jepang] bertemu. [role Negara itu] pergi.", language="id")[0][1] == "TCD"


def test_the_country_of_an_article_owns_its_roles_and_no_others() -> None:
    home = "[state Chad] voted. [state Chad] waited. [role The army] stood by."
    mixed = "[state Chad] met [state Japan], [state Norway] and [state Peru]. [role The army] stood by."
    assert last(home) == [("The army", "TCD")]
    assert last(mixed) == [("The army", None)]


def test_a_kind_of_actor_is_no_country_of_an_article() -> None:
    un = "[organisation United Nations] spoke. [organisation UN] left. [organisation United Nations] came."
    assert last(f"{un} [role The army] stood by.") == [("The army", None)]


def test_a_dateline_counts_for_the_country_of_an_article() -> None:
    body = "[state Chad] met [state Japan], [state Peru] and [state Norway]. [role The army] stood by."
    assert last(body) == [("The army", None)]
    assert last(f"[place TOKYO], Dec 4 - {body} [role The army] stood by.")[0][1] == "JPN"


def test_any_president_is_nobody_in_particular() -> None:
    assert last("[role A French president] may do so.") == [("A French president", "FRA")]


def test_sides_are_somebody() -> None:
    text = "20 people, at least 30 lives, two shells, nine, 33 hostages, 12 Thai civilians and the rebels"
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "en")
    parts = re.split(", | and ", text)
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in parts]
    kinds = {"12 Thai civilians": "THA"}
    actors = [_plain(span, span.of(text), kinds.get(span.of(text))) for span in spans]
    kept = [one.name for one in sides_of(actors, article)]
    assert kept == ["33 hostages", "12 Thai civilians", "the rebels"]


def test_people_of_a_kind_that_no_list_knows_are_somebody() -> None:
    assert _sides("over 700 asylum seekers", ("over 700 asylum seekers", None)) == [
        ("over 700 asylum seekers", None)
    ]


def test_all_sides_are_no_side() -> None:
    assert _sides("all sides", ("all sides", None)) == []


def _sides(text: str, *parts: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "en")
    actors = []
    for wording, country in parts:
        span = Span(text.index(wording), text.index(wording) + len(wording))
        kind = ActorKind.STATE if country else ActorKind.UNKNOWN
        actors.append(Actor(wording, kind, span, country and f"country:{country}", wording, country))
    return [(one.name, one.country) for one in sides_of(actors, article)]


def test_a_noun_and_the_state_beside_it_are_one_side() -> None:
    assert _sides("a blogger from Russia", ("a blogger", None), ("Russia", "RUS")) == [("a blogger", "RUS")]
    text = "the winner of the Armenian election"
    assert _sides(text, ("the winner", None), ("Armenian", "ARM")) == [("the winner", "ARM")]
    assert _sides("Syrian wedding hall", ("Syrian", "SYR"), ("wedding hall", None)) == [("wedding hall", "SYR")]


def test_what_is_said_of_a_side_is_no_side_but_a_list_is_kept() -> None:
    thanked = "Ghana for the doctors"
    assert _sides(thanked, ("Ghana", "GHA"), ("the doctors", None)) == [("Ghana", "GHA")]
    listed = "Ghana and the rebels"
    assert _sides(listed, ("Ghana", "GHA"), ("the rebels", None)) == [("Ghana", "GHA"), ("the rebels", None)]


def test_of_a_title_before_a_name_the_name_stays() -> None:
    text = "the leader of Chad, Idriss Bakarov"
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "en")
    title, name = _plain(Span(0, 18), "the leader of Chad", "TCD"), _person(Span(20, 34), "Idriss Bakarov", "TCD")
    assert sides_of([title, name], article) == (name,)
    other = _person(Span(20, 34), "Idriss Bakarov", "NER")
    assert sides_of([title, other], article) == (title, other)


def _plain(span: Span, name: str, country: str | None) -> Actor:
    return Actor(name, ActorKind.UNKNOWN, span, None, name, country)


def _person(span: Span, name: str, country: str | None) -> Actor:
    return Actor(name, ActorKind.PERSON, span, None, name, country)


_PIECES = st.sampled_from(
    ["[state Chad]", "[person Ana Lopes]", "[pronoun he]", "[pronoun mereka]", "[role the army]",
     "[role both sides]", "[organisation the Red Cross]", "[place Paris]", "[person Lopes]", "[role negara itu]",
     "[group Hamas]", "met. "]
)  # fmt: skip


@given(st.lists(_PIECES, min_size=1, max_size=12), st.sampled_from(["en", "id"]))
def test_every_mention_has_an_actor_at_its_own_span(pieces: list[str], language: str) -> None:
    for wording, actors in resolved(" ".join(pieces), language=language):
        assert actors
        assert all(actor.mention.end - actor.mention.start == len(wording) for actor in actors)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[person Emmanuel Macron] spoke to [person Prabowo Subianto] of [role the pope]."),
        ("en", "[person Prabowo Subianto] waited for [role the pontiff]."),
        ("id", "Presiden [person Prabowo Subianto] menyambut [role Paus]."),
    ],
)
def test_the_pope_is_no_head_of_another_state(language: str, text: str) -> None:
    assert last(text, language=language) == [("Pope Leo XIV", "VAT")]


def test_one_person_is_not_taken_up_from_many() -> None:
    text = "[person Emmanuel Macron] waved. [role Thousands of people] sang. [pronoun He] left."
    assert last(text) == [("Emmanuel Macron", "FRA")]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        # "its" is of a state or body, never of a person
        ("en", "[person Emmanuel Macron] praised [state Chad]. [state Chad] moved [role its army].", "TCD"),
        ("en", "[state Norway] sealed it. In 1999 [role its army] held it, [person Emmanuel Macron] said.", "NOR"),
        # "his" is of the person
        ("en", "[state Chad] told [person Emmanuel Macron] about [role his army].", "FRA"),
        # the clitic is of the first of its own sentence, else of a person before
        ("id", "[person Emmanuel Macron] diam. [state Norwegia] melaporkan [role pasukannya] tewas.", "NOR"),
        ("id", "[person Emmanuel Macron] diam. [role Pasukannya] tewas.", "FRA"),
        ("id", "[person Emmanuel Macron] diam. Di [place Oslo] [role pasukannya] tewas.", "FRA"),
    ],
)  # fmt: skip
def test_what_is_owned_is_of_its_likeliest_owner(language: str, text: str, country: str) -> None:
    marked = resolved(text, language=language)
    owned = next(actors for words, actors in marked if words.lower() in {"its army", "his army", "pasukannya"})
    assert [one.country for one in owned] == [country]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[state Chad] and [state Norway] quarrelled. [role Both sides] wait.", {"TCD", "NOR"}),
        ("id", "[state Mali] dan [state Togo] marah pada [state Niger]. [pronoun Keduanya] pergi.", {"MLI", "TGO"}),
        # two that stand alone in its own sentence come first
        (
            "id",
            "[state Mali] dan [state Togo] diam. [state Chad] menelepon [state Peru]; [pronoun keduanya] sepakat.",
            {"TCD", "PER"},
        ),
        # two joined in passing are not taken up
        (
            "id",
            "[state Chad] menegur [state Peru]. [state Peru] menegur [state Chad] di depan [state Mali] "
            "dan [state Togo]. [role Kedua pihak] pergi.",
            {"TCD", "PER"},
        ),
    ],
)  # fmt: skip
def test_both_are_the_two_joined_before(language: str, text: str, expected: set[str]) -> None:
    assert {country for _, country in last(text, language=language)} == expected


def test_both_may_be_of_one_country() -> None:
    text = "Fighting between [role Chadian soldiers] and [group FXL] broke out. [role Both sides] wait."
    assert last(text) == [("Chadian soldiers", "TCD"), ("FXL", None)]


def test_places_and_peoples_are_not_two_sides() -> None:
    text = (
        "[state Chad] sued [state Norway]. [state Norway] sued [state Chad]. "
        "[person Ana Lopes] of [state Peru] saw [group Germans] in [place Oslo]. [role The two countries] wait."
    )
    assert {country for _, country in last(text)} == {"TCD", "NOR"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[role The police] in Oslo waited.", ("The police", "NOR")),
        (
            "en",
            "[organisation The foreign ministry in Beijing] waited.",
            ("The foreign ministry in Beijing", "CHN"),
        ),
        ("id", "[role Polisi] di Oslo menunggu.", ("Polisi", "NOR")),
        ("id", "Di [place Oslo], [role oposisi] menunggu.", ("oposisi", "NOR")),
        ("en", "In [place Oslo] on Friday, [role the opposition] waited.", ("the opposition", None)),
        # where they are is not whose they are
        ("en", "[role The soldiers] in Oslo waited.", ("The soldiers", None)),
        ("en", "[role The ambassador] in Oslo waited.", ("The ambassador", None)),
        ("id", "[role Tiga menteri] di Oslo menunggu.", ("Tiga menteri", None)),
        ("id", "Di [place Oslo] hujan. [role Oposisi] menunggu.", ("Oposisi", None)),
    ],
)
def test_officials_are_of_their_seat_or_of_the_scene(language: str, text: str, expected: tuple[str, str]) -> None:
    *_, (_, actors) = resolved(text, language=language)
    assert [(one.name, one.country) for one in actors] == [expected]


def test_a_seat_goes_before_the_country_of_the_article() -> None:
    home = "[state Chad] voted. [state Chad] waited. [state Chad] slept. "
    assert last(home + "[role The police] waited.") == [("The police", "TCD")]
    assert last(home + "[role The police] in Oslo waited.") == [("The police", "NOR")]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Crowds in [place Oslo] threw stones at [role the police].", "NOR"),
        ("id", "Massa di [place Oslo] melempari [role polisi].", "NOR"),
        ("en", "Crowds from [place Oslo] threw stones at [role the police].", "TCD"),  # where they are from
        ("en", "Crowds in [place Oslo] and [state Peru] threw stones at [role the police].", "TCD"),  # two scenes
        ("en", "[state Chad] sued crowds in [place Oslo] and [role the police].", "TCD"),  # home is there too
        ("en", "Crowds in [place Oslo] threw stones at [role the soldiers].", "TCD"),  # soldiers are sent abroad
        ("en", "Crowds in [place Oslo] sang. Then came [role the police].", "TCD"),  # another sentence
    ],
)
def test_officials_are_of_where_the_sentence_plays_before_they_are_of_home(
    language: str, text: str, country: str
) -> None:
    home = "[state Chad] voted. [state Chad] waited. [state Chad] slept. [state Chad] woke. "
    assert [one for _, one in last(home + text, language=language)] == [country]


def test_several_holders_are_not_the_holder() -> None:
    assert last("[state Chad] and [state Peru] met. [role Two Norwegian prime ministers] came.")[0][1] == "NOR"
    assert last("[role Two Norwegian prime ministers] came.")[0][0] == "Two Norwegian prime ministers"


def test_people_by_descent_are_of_no_state() -> None:
    found = resolved("[group ethnic Albanians] left. [group Albanians] stayed.")
    assert [(a.name, a.country) for _, actors in found for a in actors] == [
        ("ethnic Albanians", None),
        ("Albanians", "ALB"),
    ]


def test_counted_people_who_act_are_somebody() -> None:
    text = "Ribuan orang"
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "id")
    crowd = _plain(Span(0, len(text)), text, None)
    assert sides_of([crowd], article, acting=True) == (crowd,)
    assert sides_of([crowd], article) == ()


@pytest.mark.parametrize("wording", ["nobody", "anyone", "tak seorang pun", "siapa pun", "his", "two shells"])
def test_no_one_is_no_side_even_where_it_acts(wording: str) -> None:
    article = Article(wording, (Paragraph(Span(0, len(wording)), ParagraphKind.BODY),), "en")
    assert sides_of([_plain(Span(0, len(wording)), wording, None)], article, acting=True) == ()


@pytest.mark.parametrize(
    ("wording", "counts"),
    [
        ("the town", False),
        ("white-owned farms", False),
        ("wilayah yang lepas", False),
        ("helikopter", False),
        ("the townsfolk", True),
        ("kotamadya", True),
        ("rumah sakit", True),
        ("dua negara Afrika Tengah", True),
        ("tiga unit Goldman", True),
    ],
)
def test_land_and_gear_are_no_sides_and_a_named_count_is_one(wording: str, counts: bool) -> None:
    assert bool(_sides(wording, (wording, None))) is counts


def test_all_parties_are_no_side_of_the_country_of_the_article() -> None:
    home = "[state Chad] voted. [state Chad] waited. "
    (*_, (_, actors)) = resolved(home + "[role all parties] waited.")
    (*_, (_, others)) = resolved(home + "[role both parties] waited.")
    text = home.replace("[state Chad]", "Chad") + "all parties waited."
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "en")
    assert actors[0].country == "TCD"
    assert sides_of(actors, article) == ()
    assert others


def test_a_place_that_names_an_accord_is_no_side() -> None:
    paris = Actor("France", ActorKind.STATE, Span(4, 9), "country:FRA", "Prancis", "FRA", "GOV", SPEAKS)
    for text, counts in {"The Paris accords": 0, "The Paris peace talks": 1, "The Paris statement": 1}.items():
        article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "en")
        assert len(sides_of([paris], article)) == counts
    text = "isi kesepakatan Paris"
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "id")
    there = Actor("France", ActorKind.STATE, Span(16, 21), "country:FRA", "Prancis", "FRA", "GOV", SPEAKS)
    assert sides_of([there], article) == ()


def test_what_kind_of_group_it_is_stands_before_its_name() -> None:
    text = "Kelompok sempalan Barisan Timur"
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "id")
    kind = _plain(Span(0, 17), "Kelompok sempalan", None)
    group = Actor("Barisan Timur", ActorKind.GROUP, Span(18, 31), None, "Barisan Timur", "PHL")
    assert sides_of([kind, group], article) == (group,)
    listed = Article("Kelompok sempalan, Barisan Timur", article.paragraphs, "id")
    other = Actor("Barisan Timur", ActorKind.GROUP, Span(19, 32), None, "Barisan Timur", "PHL")
    assert sides_of([kind, other], listed) == (kind, other)


def test_a_noun_that_begins_a_sentence_has_the_state_beside_it() -> None:
    assert _sides("Relawan Kamboja pulang.", ("Relawan", None), ("Kamboja", "KHM")) == [("Relawan", "KHM")]
    assert len(_sides("kata Relawan Kamboja pulang.", ("Relawan", None), ("Kamboja", "KHM"))) == 2


def test_of_gear_the_state_beside_it_stays() -> None:
    assert _sides("Roket Kamboja jatuh.", ("Roket", None), ("Kamboja", "KHM")) == [("Kamboja", "KHM")]


def test_a_body_named_by_its_state_is_of_it_in_an_article_about_another() -> None:
    text = "Chad diam. Chad menunggu. Chad tidur. Lalu militer Myanmar diam."
    chad = [Mention(Span(at.start(), at.end()), MentionKind.STATE) for at in re.finditer("Chad", text)]
    army = Span(text.index("militer"), text.index(" diam.", 40))
    body = Mention(army, MentionKind.ORGANISATION, Span(army.start + 8, army.end), entity="country:MMR")
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "id", published=PUBLISHED)
    reading = Reading(reader_named("lexicon").info, (*chad, body), (), ())
    out, home = resolve_actors(
        article, reading, load_knowledge(), wordings_of(article, reading, load_knowledge()), {}
    )
    assert home == "TCD"
    assert [one.country for one in out[body]] == ["MMR"]


def test_towns_that_only_the_gazetteer_knows_count_for_the_country_of_an_article() -> None:
    states = "[state Japan] wrote to [state Chad] and [state Japan]. "
    army = "[role The army] stood by."
    assert last(states + army) == [("The army", "JPN")]
    towns = "[place Moundou] voted. [place Sarh] waited. [place Moundou] slept. "
    assert last(states + towns + army) == [("The army", "TCD")]


def test_an_abbreviation_is_the_group_of_a_country_that_the_article_names() -> None:
    assert last("[state Sri Lanka] waited. [group RSF] spoke.")[0] == ("RSF", None)
    assert last("[state Sudan] waited. [group RSF] spoke.")[0] == ("Rapid Support Forces", "SDN")
    assert last("[group Rapid Support Forces] left. [group RSF] spoke.")[0] == ("Rapid Support Forces", "SDN")
    assert last("[state Ukraine] waited. [group DPR] spoke.")[0][1] == "UKR"
    assert last("[state Indonesia] waited. [organisation DPR] spoke.")[0][1] == "IDN"
    assert last("[state Sri Lanka] waited. [organisation NATO] spoke.")[0][0] == "NATO"


@pytest.mark.parametrize(("last", "country"), [("United States", "USA"), ("Peru", "IRQ")])
def test_a_party_is_its_own_country_s_where_the_article_names_that_one(last: str, country: str) -> None:
    found = resolved(
        "[state Iraq] waited.",
        "[group Democratic Party] spoke.",
        f"[state {last}] left. [state Norway] stayed. [state Japan] did too.",
    )
    assert [one.country for one in found[1][1]] == [country]


def test_a_party_of_many_countries_is_of_the_one_that_the_article_is_about() -> None:
    own = "[state Belanda] memilih. [state Belanda] menunggu. [state Belanda] menghitung. "
    told = resolved(f"{own}[group Partai Buruh] bubar.", language="id")
    assert [actor.country for words, (actor,) in told if words == "Partai Buruh"] == ["NLD"]


@pytest.mark.parametrize(("country", "expected"), [("Filipina", "PHL"), ("Amerika Serikat", "USA")])
def test_a_house_that_many_countries_have_is_of_the_one_that_the_article_is_about(
    country: str, expected: str
) -> None:
    own = f"[state {country}] memilih. [state {country}] menunggu. [state {country}] menghitung. "
    told = resolved(f"{own}[organisation House of Representatives] bersidang.", language="id")
    assert [actor.country for words, (actor,) in told if words == "House of Representatives"] == [expected]
