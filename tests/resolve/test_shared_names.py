"""Names that several bear: persons told apart by their office, houses and palaces by the article's country."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import marked, named, reading, resolved, spans

from kawat.resolve import resolve


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Perdana Menteri Pedro Sanchez", "ESP"),
        ("Menteri Pertahanan Pedro Sanchez", "COL"),
    ],
)
def test_of_two_known_by_one_name_the_office_tells_which(words: str, country: str) -> None:
    text = marked(f"[person {words}] {{ACCUSE menuduh}} [state Maroko].", language="id")
    mentions = (
        replace(text.mentions[0], entity="person:pedro-sanchez-colombia", country_hint="COL"),
        text.mentions[1],
    )
    told = replace(spans(text, 0), actors=mentions[:1], recipients=mentions[1:])
    record = resolve(text.article, replace(reading(text, told), mentions=mentions))
    assert named(record)[0] == [country]


@pytest.mark.parametrize(("about", "country"), [("Nigeria", "NGA"), ("Indonesia", "IDN")])
def test_the_palace_is_of_the_country_that_the_article_is_about(about: str, country: str) -> None:
    home = f"[state {about}] berduka. [state {about}] marah. [state {about}] diam."
    text = marked(home, "[organisation Istana] {REJECT menolak} itu.", language="id")
    assert named(resolved(text, spans(text, 0, ["Istana"])))[0] == [country]
