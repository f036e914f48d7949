"""The name within a person's wording, and which wordings name nobody or only an owner."""

from __future__ import annotations

import pytest
from test_actors import last, resolved

from kawat.knowledge import load_knowledge
from kawat.records import Article, Mention, MentionKind, Paragraph, ParagraphKind, Span
from kawat.resolve.wording import Wording, wording_of


def wording(text: str, head: str | None = None, language: str = "en") -> Wording:
    """What a person's wording tells. ``head``: what its reader saw as the name."""
    span = Span(0, len(text))
    start = text.rindex(head) if head else 0
    mention = Mention(span, MentionKind.PERSON, Span(start, start + len(head)) if head else None)
    article = Article(text, (Paragraph(span, ParagraphKind.BODY),), language)
    return wording_of(article, mention, load_knowledge())


@pytest.mark.parametrize(
    ("language", "text", "head", "name"),
    [
        ("en", "Rival Joe Biden", "Joe Biden", "Joe Biden"),
        ("en", "Republican Marla Quint", "Marla Quint", "Marla Quint"),
        ("en", "Speaker of the House Marla Quint", "Marla Quint", "Marla Quint"),
        ("en", "Fatah party leader Quint", None, "Quint"),
        ("en", "Rep. Marla Quint (R-Ohio)", "(", "Marla Quint"),
        ("en", "Senator Marla Quint, D-Md.", "D-Md.", "Marla Quint"),
        ("en", "Mr. Quint", None, "Quint"),
        ("en", "Mr. King", None, "King"),
        ("en", 'Dana T. "Bo" Quint', "Quint", 'Dana T. "Bo" Quint'),
        ("en", "President Alpha Oumar Diarra", "Oumar Diarra", "Alpha Oumar Diarra"),
        ("id", "Ketua Uni Afrika Moussa Diarra", "Moussa Diarra", "Moussa Diarra"),
        ("id", "Ketua Komisi Pemilihan Sulawesi Rina Tolan", "Rina Tolan", "Rina Tolan"),
        ("id", "Wakil Menteri Kesehatan Rina Tolan", "Rina Tolan", "Rina Tolan"),
        ("id", "jurubicara Gedung Putih Marla Quint", "Marla Quint", "Marla Quint"),
        ("id", "Gubernur Lampung Rina Tolan", "Tolan", "Rina Tolan"),
    ],
)
def test_a_name_is_whole_and_nothing_else(language: str, text: str, head: str | None, name: str) -> None:
    assert wording(text, head, language).name == name


@pytest.mark.parametrize(
    ("language", "text"), [("id", "Presiden Chad"), ("id", "Duta Besar Norwegia"), ("en", "Secretary General")]
)
def test_an_office_alone_names_nobody(language: str, text: str) -> None:
    assert wording(text, language=language).nameless


@pytest.mark.parametrize(
    ("language", "text", "owned"),
    [
        ("en", "a spokesman for President Moussa Diarra", True),
        ("en", "Moussa Diarra's aides", True),
        ("en", "Prime Minister of Chad Moussa Diarra", False),
        ("en", "Chad's president, Moussa Diarra", False),
        ("id", "pemerintah Perdana Menteri Moussa Diarra", True),
        ("id", "milisi Moussa Diarra", True),
        ("id", "penasihat Presiden Joko Widodo", True),
        ("id", "penasihat Presiden, Rina Tolan", False),
        ("id", "Presiden Jenderal Moussa Diarra", False),
    ],
)
def test_who_only_owns_what_is_meant_is_not_meant(language: str, text: str, owned: bool) -> None:
    assert wording(text, text[text.rindex("Moussa") :][:13] if "Moussa" in text else None, language).owned is owned


def test_what_a_person_owns_is_of_the_person_s_country() -> None:
    assert last("[person pemerintah Presiden Joko Widodo]", language="id") == [
        ("pemerintah Presiden Joko Widodo", "IDN")
    ]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "White House spokeswoman Marla Quint", "USA"),
        ("en", "Hamas leader Moussa Diarra", "PSE"),
        ("id", "duta besar untuk PBB Rina Tolan", None),
        ("en", "Rep. Marla Quint (R-Ohio)", "USA"),
    ],
)
def test_who_speaks_for_a_body_is_of_its_country(language: str, text: str, country: str | None) -> None:
    assert last(f"[person {text}]", language=language)[0][1] == country


def test_a_surname_with_a_woman_s_title_is_no_man_s() -> None:
    text = "[person Bill Quint] met [person Susan Quint]. [person Bill Quint] left.", "[person Mrs. Quint] stayed."
    assert last(*text) == [("Susan Quint", None)]
    assert last("[person Bill Quint] left.", "[person Mrs. Quint] stayed.") == [("Quint", None)]


def test_an_office_tells_the_holder_from_the_family() -> None:
    (_, (first,)), (_, (second,)) = resolved("[person President Obama] came with [person Michelle Obama].")
    assert (first.id, second.name) == ("person:barack-obama", "Michelle Obama")


def test_a_son_is_not_his_father() -> None:
    found = resolved("[person Dana Quint Jr.] left.", "[person Dana Quint] and [person Quint] stayed.")
    assert [actors[0].name for _, actors in found] == ["Dana Quint Jr.", "Dana Quint", "Dana Quint"]


def test_kings_of_one_name_and_two_countries_are_two() -> None:
    found = resolved("[person King Abdullah II] met [person King Abdullah] of Saudi Arabia.")
    assert [actors[0].country for _, actors in found] == ["JOR", "SAU"]


def test_a_title_before_a_surname_is_no_part_of_it() -> None:
    assert wording("Secretary Quint").name == "Quint"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "[role The president], [person Moussa Diarra], left.", "Moussa Diarra"),
        ("id", "[role Presiden Chad], [person Moussa Diarra] pergi.", "Moussa Diarra"),
        ("id", "[role Duta Besar Chad] untuk [place Norwegia], [person Moussa Diarra] pergi.", "Moussa Diarra"),
        ("id", "[organisation kantor berita resmi Tiongkok], [organisation Xinhua], diam.", "Xinhua"),
        # a list, several, another's name with an office of its own
        ("en", "[role The president], [person Moussa Diarra] and [person Rui Dias] left.", "The president"),
        ("en", "[role The ministers], [person Moussa Diarra], left.", "The ministers"),
        ("en", "[role The president], [person Senator Rui Dias], left.", "The president"),
        ("en", "[role The Chadian envoy], [person Norwegian Rui Dias], left.", "The Chadian envoy"),
    ],
)
def test_an_office_is_who_is_named_right_beside_it(language: str, text: str, name: str) -> None:
    assert resolved(text, language=language)[0][1][0].name == name


@pytest.mark.parametrize(
    ("language", "text", "id"),
    [
        ("en", "the official Xinhua news agency", "outlet:xinhua"),
        ("id", "kantor berita resmi Yonhap", "outlet:yonhap"),
        ("en", "the Hezbollah militant group", "group:hezbollah"),
        ("en", "a Hezbollah group", None),
        ("en", "the Hezbollah fighters", None),
        ("en", "a United Nations agency", None),
    ],
)
def test_a_known_body_is_known_with_what_kind_it_is(language: str, text: str, id: str | None) -> None:
    ((_, (actor,)),) = resolved(f"[organisation {text}] left.", language=language)
    assert actor.id == id


def test_an_outlet_is_the_one_named_in_full_before() -> None:
    first = "[organisation The New York Times] had the plan."
    assert last(first, "[organisation The Times] said more.") == [("New York Times", "USA")]
    assert last("[organisation The Times] said more.") == [("The Times", "GBR")]


def test_a_force_of_the_world_s_body_is_not_of_where_it_serves() -> None:
    assert last("[organisation the United Nations force in Lebanon] left.")[0][1] == "UNO"


def test_a_surname_that_is_a_known_one_s_is_its_bearer_s_here() -> None:
    found = resolved("[person Ottoline Blair] spoke.", "[person Blair] left.")
    assert [(one.name, one.country) for _, (one,) in found] == [("Ottoline Blair", None)] * 2


@pytest.mark.parametrize(
    ("language", "text", "head", "name"),
    [
        ("en", "the private Kobo news channel", "Kobo", "Kobo news channel"),
        ("en", "Norway's mission, KBO", "KBO", "KBO"),
        ("en", "the Reed Party in Oslo", "Reed Party", "Reed Party"),
        ("en", "The nonpartisan Commission on Reed Debates", "Reed Debates", "Commission on Reed Debates"),
        ("en", "Norwegian news agency KBO", "KBO", "KBO"),
        ("en", "the 3rd Infantry Division", "Infantry Division", "3rd Infantry Division"),
        ("en", "an alliance of Sunni armed groups", "Sunni", "an alliance of Sunni armed groups"),
        (
            "id",
            "Majelis Sungai bagi Hak Asasi Manusia",
            "Hak Asasi Manusia",
            "Majelis Sungai bagi Hak Asasi Manusia",
        ),
        ("id", "perusahaan minyak Kobo itu", "Kobo", "Kobo"),
        ("id", "Sebuah kelompok ultra kanan", "kelompok", "Sebuah kelompok ultra kanan"),
        ("id", "pengadilan Norwegia", "Norwegia", "pengadilan Norwegia"),
    ],
)
def test_a_body_s_name_is_whole(language: str, text: str, head: str, name: str) -> None:
    span, start = Span(0, len(text)), text.index(head)
    mention = Mention(span, MentionKind.ORGANISATION, Span(start, start + len(head)))
    article = Article(text, (Paragraph(span, ParagraphKind.BODY),), language)
    assert wording_of(article, mention, load_knowledge()).name == name


@pytest.mark.parametrize(
    ("kind", "text", "plain"),
    [
        (MentionKind.ORGANISATION, "the United States", True),
        (MentionKind.ORGANISATION, "the Norwegian company", False),
        (MentionKind.ORGANISATION, "Reed School of Norway", False),
        (MentionKind.GROUP, "the Norwegian people", True),
        (MentionKind.GROUP, "Norwegian Fire Brigade", False),
        (MentionKind.GROUP, "African Americans", True),
    ],
)
def test_a_body_with_a_state_in_its_name_is_not_the_state(kind: MentionKind, text: str, plain: bool) -> None:
    span = Span(0, len(text))
    article = Article(text, (Paragraph(span, ParagraphKind.BODY),), "en")
    mention = Mention(span, kind, entity="country:NOR")
    assert wording_of(article, mention, load_knowledge()).plain is plain


def test_a_state_after_what_it_was_is_one_side_with_it() -> None:
    (_, actors), *_ = resolved("[role Bekas penguasa Chad, Prancis], diam.", language="id")
    assert [one.country for one in actors] == ["FRA"]
    (_, actors), *_ = resolved("[role US, Chinese officials] met.")
    assert [one.country for one in actors] == ["USA", "CHN"]


def test_kin_are_who_is_meant_and_what_somebody_does_is_not() -> None:
    assert wording("Quint's father", "Quint").owned
    assert not wording("Quint's movements", "Quint").owned


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Here is [person Ana Quint Image]: some agency.", "Ana Quint"),
        ("id", "Inilah [person Ana Quint Foto]: sebuah kantor.", "Ana Quint"),
        ("en", "Here is [person Ana Quint Image].", "Ana Quint Image"),
        ("en", "Here is [person Ana Quint]: the winner.", "Ana Quint"),
        ("en", "[group Emmanuel Macron's small Dawn party] won.", "Emmanuel Macron's small Dawn party"),
    ],
)
def test_credits_and_owners_are_no_part_of_who_is_named(language: str, text: str, name: str) -> None:
    assert [one for one, _ in last(text, language=language)] == [name]
