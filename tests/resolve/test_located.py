"""Which place a name means: what stands beside it, what the article is about, and size."""

from __future__ import annotations

import pytest
from test_actors import resolved

from kawat.bench.texts import article_of
from kawat.knowledge import load_knowledge
from kawat.reading import reader_named
from kawat.records import Article, Mention, MentionKind, Paragraph, ParagraphKind, Place, Reading, Span
from kawat.resolve.actors import wordings_of
from kawat.resolve.located import located, plain_name
from kawat.resolve.places import resolve_where


def where(text: str, *names: str, language: str = "en") -> list[Place | None]:
    """The places of the wordings, each marked as a place; states in brackets are marked as states."""
    plain = text.replace("[", "").replace("]", "")
    marked = [one.partition("]")[0] for one in text.split("[")[1:]]
    spans = [(MentionKind.STATE, one) for one in marked] + [(MentionKind.PLACE, one) for one in names]
    mentions = [Mention(Span(plain.index(w), plain.index(w) + len(w)), kind) for kind, w in spans]
    article = Article(plain, (Paragraph(Span(0, len(plain)), ParagraphKind.BODY),), language)
    ordered = tuple(sorted(mentions, key=lambda one: one.span))
    reading = Reading(reader_named("lexicon").info, ordered, (), ())
    found = located(article, load_knowledge(), wordings_of(article, reading, load_knowledge()))
    return [found.get(one) for one in mentions[len(marked) :]]


def country(text: str, name: str, language: str = "en") -> str | None:
    (place,) = where(text, name, language=language)
    return place.country if place else None


def test_a_state_after_the_name_tells() -> None:
    assert country("He died in Paris, Texas, on Monday.", "Paris") == "USA"
    assert country("He died in Springfield, Illinois.", "Springfield") == "USA"
    assert country("Ia tewas di Santiago, Filipina.", "Santiago", "id") == "PHL"


def test_the_countries_of_the_article_tell() -> None:
    assert country("[Canada] fined a firm in Kingston.", "Kingston") == "CAN"
    assert country("[Australia] fined a firm in Newcastle. [Australia] paid.", "Newcastle") == "AUS"


def test_a_large_place_stands_for_its_name_and_a_small_one_does_not() -> None:
    assert country("A bomb went off in Bucaramanga.", "Bucaramanga") == "COL"
    assert country("A bomb went off in Newcastle.", "Newcastle") is None


def test_a_town_of_its_name_elsewhere_is_not_meant_where_a_text_is_of_another_land() -> None:
    told = "[Mozambique] sent troops. A [Mozambican] general fled. [Maputo] asked for help. [Mozambicans] left {}."
    assert country(told.format("Palma"), "Palma") is None
    assert country(told.format("for Kanpur"), "Kanpur") == "IND"
    assert country("Gunmen stormed Palma.", "Palma") == "ESP"
    assert country("Floods hit Surrey.", "Surrey") is None, "the county is meant more often than the town in Canada"


def test_who_means_the_small_town_of_a_great_name_says_so() -> None:
    assert country("[United States] envoys met in Lima.", "Lima") != "USA"
    assert country("[United States] envoys met in Lima, Ohio.", "Lima") == "USA"


def test_a_province_is_no_town_of_its_name_elsewhere() -> None:
    assert country("A strike killed nine people in the northern province of Gilan.", "Gilan") is None
    assert country("Serangan itu menewaskan warga di Provinsi Gilan.", "Gilan", "id") is None
    text = "A strike killed nine people in the northern province of Gilan."
    head = Span(text.index("Gilan"), text.index("."))
    whole = Mention(Span(text.index("the northern"), head.end), MentionKind.PLACE, head)
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "en")
    reading = Reading(reader_named("lexicon").info, (whole,), (), ())
    assert not located(article, load_knowledge(), wordings_of(article, reading, load_knowledge()))


def test_of_two_alike_in_one_country_only_the_country_is_told() -> None:
    (place,) = where("[United States] police searched Springfield.", "Springfield")
    assert place is not None
    assert (place.country, place.latitude, place.precision) == ("USA", None, "country")


def test_a_known_capital_stands_unless_the_text_tells_otherwise() -> None:
    assert where("Talks opened in Paris.", "Paris") == [None]
    assert where("[France] opened talks in Paris.", "Paris") == [None]


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("the southern city of Gwangju", "Gwangju"),
        ("Provinsi Pursat", "Pursat"),
        ("Kabupaten Sleman", "Sleman"),
        ("Aleppo province", "Aleppo"),
        ("northern Aleppo", "Aleppo"),
        ("kota pelabuhan Odesa", "Odesa"),
        ("Western Cape", "Cape"),
    ],
)
def test_the_kind_of_a_place_is_not_its_name(wording: str, name: str) -> None:
    assert plain_name(wording) == name


def test_common_nouns_are_no_places() -> None:
    assert where("They met at the border and in the north.", "the border", "the north") == [None, None]


def test_a_place_struck_is_of_its_country() -> None:
    found = dict(resolved("[state Ukraine] shelled [place Klintsy]. [state Russia] replied."))
    assert [(one.country, one.resolved_by) for one in found["Klintsy"]] == [("RUS", "where the place is")]


def test_a_gulf_called_after_a_state_is_in_no_state() -> None:
    text = "Chad seized a ship in the Gulf of Finland."
    start = text.index("Gulf")
    gulf = Mention(Span(start, len(text) - 1), MentionKind.PLACE, entity="country:FIN", country_hint="FIN")
    found = resolve_where(article_of(text, "en"), gulf, load_knowledge(), {})
    assert found is not None
    assert (found.name, found.country) == ("Gulf of Finland", None)
