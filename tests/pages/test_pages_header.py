"""Date lines and bylines, and lines that are neither."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kawat.pages import article_from_page
from kawat.pages.blocks import Block
from kawat.pages.header import date_line, read_header
from kawat.pages.houses import is_house_name
from kawat.records import Page

WIB = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("14 August 2025, 08:01 WIB", datetime(2025, 8, 14, 8, 1, tzinfo=WIB)),
        ("Kamis, 14 Agu 2025 08:01 WIB", datetime(2025, 8, 14, 8, 1, tzinfo=WIB)),
        ("Friday, August 21, 2015", date(2015, 8, 21)),
        ("Diterbitkan 14 Agustus 2025, 08.01 WIB", datetime(2025, 8, 14, 8, 1, tzinfo=WIB)),
        ("Tayang: Kamis, 14 Agustus 2025 08:01 WIB", datetime(2025, 8, 14, 8, 1, tzinfo=WIB)),
        ("Published 12 May 2025 09:00 GMT", datetime(2025, 5, 12, 9, 0, tzinfo=UTC)),
        ("Last updated: May 12, 2025", date(2025, 5, 12)),
        ("Kamis, 14 Agustus 2025 | 08:01 WIB", datetime(2025, 8, 14, 8, 1, tzinfo=WIB)),
    ],
)
def test_a_bare_date_line(line: str, moment: datetime | date) -> None:
    found = date_line(line)
    assert found is not None
    assert found.bare
    assert found.moment == moment


@pytest.mark.parametrize(
    ("line", "byline", "outlet"),
    [
        ("By Jane Doe | Aug. 12, 2025", "Jane Doe", None),
        ("Kabarnusa.com - 12 Agustus 2025, 10:20 WIB", None, "Kabarnusa.com"),
        ("Oleh Budi Santoso • 12 Agustus 2025", "Budi Santoso", None),
    ],
)
def test_a_date_line_may_name_writer_or_outlet(line: str, byline: str | None, outlet: str | None) -> None:
    found = date_line(line)
    assert found is not None
    assert (found.byline, found.outlet) == (byline, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "On 12 August 2025 the two presidents spoke by telephone for an hour.",
        "Presiden tiba di Seoul pada 12 Agustus 2025",
        "The treaty of 19 June 2024 was ratified",
        "Nothing here at all",
        "JAKARTA, 3 March 2025 - Indonesia signed an agreement with Japan on 2 March 2025 in Tokyo.",
        "Jakarta, 3 Maret 2025 - Indonesia meneken perjanjian dengan Jepang pada 2 Maret 2025 di Tokyo.",
    ],
)
def test_a_sentence_with_a_date_is_no_date_line(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and JOHN SMITH", "JANE DOE and JOHN SMITH"),
        ("Oleh: Budi Santoso", "Budi Santoso"),
        ("Penulis: Budi Santoso", "Budi Santoso"),
        ("Penulis: Budi Santoso | Editor: Sari Dewi", "Budi Santoso"),
        ("Reporter: Budi", "Budi"),
        ("Tim Redaksi", "Tim Redaksi"),
    ],
)
def test_bylines(line: str, byline: str) -> None:
    body = "The two ministers met in the capital and agreed to speak again next week."
    header, rest = read_header([Block("Ministers agree"), Block(line), Block(body)], take_title=True)
    assert (header.title, header.byline) == ("Ministers agree", byline)
    assert [block.text for block in rest.blocks] == [body]


@pytest.mark.parametrize("line", ["By Friday Evening", "By the end of it nobody was left", "Oleh sebab itu"])
def test_no_bylines(line: str) -> None:
    body = "The two ministers met in the capital and agreed to speak again next week."
    header, _ = read_header([Block("Ministers agree"), Block(line), Block(body)], take_title=True)
    assert header.byline is None


def test_nothing_below_the_first_sentence_is_header() -> None:
    body = "The two ministers met in the capital and agreed to speak again next week."
    header, rest = read_header(
        [Block("Title"), Block(body), Block("By Jane Doe"), Block("3 May 2020")], take_title=True
    )
    assert header.byline is None
    assert header.moments == ()
    assert len(rest.blocks) == 3


BODY = "The two ministers met in the capital and agreed to speak again next week."


@pytest.mark.parametrize(
    "lines",
    [
        ["The Harbour Post", "Ministers agree to speak again", "Published 3 July 2024 10:15 BST"],
        ["Ministers agree to speak again", "The Harbour Post", "Published 3 July 2024 10:15 BST"],
        ["Ministers agree to speak again", "The Harbour Post", "By Jane Doe", "3 July 2024 10:15 BST"],
        ["Ministers agree to speak again", "The Harbour Post - Wednesday, 3 July 2024 | 10:15 BST"],
    ],
)
def test_an_outlets_name_above_or_below_the_title_is_no_title_and_no_text(lines: list[str]) -> None:
    header, rest = read_header([*map(Block, lines), Block(BODY)], take_title=True)
    assert (header.title, header.outlet) == ("Ministers agree to speak again", "The Harbour Post")
    assert header.moments == (datetime(2024, 7, 3, 10, 15, tzinfo=timezone(timedelta(hours=1))),)
    assert [block.text for block in rest.blocks] == [BODY]


@pytest.mark.parametrize("name", ["Kabar Nusa", "Warta Bahari", "Suara Timur", "Harbour Herald", "kabarnusa.id"])
def test_names_of_outlets(name: str) -> None:
    assert is_house_name(name)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe",
        "Kabar",
        "Suara rakyat kecil",
        "Post office closes",
        "Press freedom: what next",
        "Daily Post 3 July",
        "One Very Long Name of the Harbour Post",
    ],
)
def test_lines_that_name_no_outlet(line: str) -> None:
    assert not is_house_name(line)


def test_a_press_word_in_a_heading_between_paragraphs_stays() -> None:
    header, rest = read_header([Block("Ministers agree again"), Block("Kabar Baik"), Block(BODY)], take_title=True)
    assert header.outlet is None
    assert [block.text for block in rest.blocks] == ["Kabar Baik", BODY]


@pytest.mark.parametrize(
    ("source", "outlet"),
    [("sinar-wallacea-1.txt", "Sinar Wallacea"), ("saved/SinarWallacea.txt", "Sinar Wallacea"), ("0412.txt", None)],
)
def test_a_name_above_the_date_is_the_outlet_where_the_file_is_called_so(source: str, outlet: str | None) -> None:
    text = (
        "Timor Leste masuk ASEAN Oktober nanti\nSinar Wallacea\nSenin, 26 Mei 2025 20.45 WIB\n"
        "Para pemimpin ASEAN menyetujui masuknya Timor Leste pada Oktober, kata tuan rumah."
    )
    article = article_from_page(Page(text.encode(), source_file=source))
    assert article.outlet == outlet
    assert article.byline is None
    assert "Sinar Wallacea" not in article.text
