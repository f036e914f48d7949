"""Habits of news sites that scraped text carries: galleries, tags, labels, relative update times."""

from __future__ import annotations

from kawat.pages import article_from_page
from kawat.records import Article, Page

BODY = "Menteri Luar Negeri Jepang bertemu Menlu India di Delhi, Senin (3/3/2025). Keduanya membahas laut."


def article(*lines: str) -> Article:
    return article_from_page(Page("\n".join(lines).encode(), media_type="text/plain", source_file="a.txt"))


def texts(found: Article) -> list[str]:
    return [paragraph.span.of(found.text) for paragraph in found.paragraphs]


def test_an_update_time_counted_from_now_does_not_hide_the_date() -> None:
    found = article(
        "Japan and India sign sea pact",
        "March 3, 2025 6:04 PM EST Updated 2 hours ago",
        "DELHI, March 3 (Newsfold) - Japan and India signed a pact on Monday, officials said. It covers ships.",
    )
    assert found.published is not None and found.published.isoformat() == "2025-03-03T18:04:00-05:00"
    assert found.outlet == "Newsfold" and texts(found)[1].startswith("Japan and India signed")


def test_gallery_lines_and_labels_go() -> None:
    found = article(
        "Japan and India sign sea pact",
        "Item 1 of 3 A ship at sea, March 3, 2025. Picturefold/Ann Poe",
        "[1/3] A ship at sea. Picturefold/Ann Poe Purchase Licensing Rights, opens new tab",
        "Summary",
        "Companies",
        "Japan and India signed a pact on Monday, officials in Delhi said. It covers ships and drones.",
        "Sign up here.",
    )
    assert len(texts(found)) == 2


def test_tags_and_the_shelf_behind_them_go() -> None:
    found = article(
        "Jepang dan India Bertemu", BODY, BODY, "Tag", "Jepang", "India", "Berita Terkait", "Kapal India Tiba"
    )
    assert texts(found)[1:] == [BODY, BODY]


def test_an_outlets_name_and_a_copied_address_go() -> None:
    date = "Senin, 3 Mar 2025 20:41 WIB"
    found = article(
        "Jepang dan India Bertemu", "CNN Nusantara", date, "url telah tercopy", "Lihat Foto", BODY, BODY
    )
    assert texts(found)[1:] == [BODY, BODY]


def test_writers_by_calling_or_handle_are_bylines() -> None:
    date = "Senin, 3 Mar 2025 20:41 WIB"
    assert (
        article("Jepang dan India Bertemu", "Nadia Puspita - kanaldunia", date, BODY, BODY).byline
        == "Nadia Puspita"
    )
    assert (
        article("Jepang dan India Bertemu", "Dewi Anggraini, Jurnalis", date, BODY, BODY).byline == "Dewi Anggraini"
    )


def test_labelled_captions_and_ages_of_a_page_are_no_text() -> None:
    found = article(
        "Japan and India sign sea pact",
        "2 hours ago",
        "Image source, Getty Images",
        "Image caption, The two ministers shook hands in front of the flags",
        "Japan and India signed a pact on Monday, officials in Delhi said. It covers ships and drones.",
    )
    assert [paragraph.kind.value for paragraph in found.paragraphs] == ["title", "caption", "lead"]
