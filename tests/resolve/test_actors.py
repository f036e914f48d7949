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

_MARK = re.compile(r"\[(\w+) ([^\]]+)\]")
PUBLISHED = datetime(2025, 9, 10, 9, 0, tzinfo=UTC)


def resolved(*paragraphs: str, language: str = "en") -> list[tuple[str, list[Actor]]]:
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
    article = Article(text.rstrip(), tuple(parts), language, published=PUBLISHED)
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
        ("en", "[person Emmanuel Macron] told [person Donald Trump] that [pronoun he] was wrong.", "Donald Trump"),
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


@pytest.mark.parametrize("words", ["[role kedua negara]", "[pronoun keduanya]", "[role kedua pihak]"])
def test_two_sides_are_the_two_named_most(words: str) -> None:
    accused = "[state Thailand] menuduh [state Kamboja]. [state Kamboja] membalas [state Thailand]."
    text = f"{accused} [state Malaysia] cemas. {words} berunding."
    assert {country for _, country in last(text, language="id")} == {"THA", "KHM"}


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
