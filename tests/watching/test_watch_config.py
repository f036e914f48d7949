"""The file of sources: what it may say, and that every setting is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kawat import __version__
from kawat.errors import UsageError
from kawat.intake.watching.config import DEFAULTS, SOURCE, Source, sources_from_toml

HOWTO = (Path(__file__).parents[2] / "docs" / "howto-watch.md").read_text(encoding="utf-8")


def read(text: str) -> object:
    return sources_from_toml(text.encode(), "s.toml")


def source(*settings: str) -> str:
    return "\n".join(["[[source]]", 'url = "https://a.example/rss"', *settings])


def test_defaults_hold_for_every_source_that_says_nothing_else() -> None:
    told = sources_from_toml(
        b"""
        [defaults]
        interval = "30m"
        delay = 10
        outlet = "Warta"
        language = "id"
        user_agent = "desk-reader/2"
        contact = "desk@example.org"
        max_bytes = 500000
        max_new = 9

        [[source]]
        url = "https://a.example/rss#top"

        [[source]]
        url = "http://b.example/sitemap.xml"
        kind = "sitemap"
        interval = "2h"
        outlet = "Kabar"
        language = "en"
        full_text = true
        enabled = false
        max_bytes = 2000
        max_new = 1
        """,
        "s.toml",
    )
    assert (told.delay, told.user_agent) == (10, "desk-reader/2 (+desk@example.org)")
    assert told.sources == (
        Source("https://a.example/rss", "auto", 1800, "Warta", "id", False, True, 500_000, 9),
        Source("http://b.example/sitemap.xml", "sitemap", 7200, "Kabar", "en", True, False, 2000, 1),
    )


def test_one_address_is_enough() -> None:
    told = sources_from_toml(source().encode(), "s.toml")
    assert told.sources == (Source("https://a.example/rss"),)
    assert (told.delay, told.user_agent) == (5.0, f"kawat/{__version__}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no source"),
        ("source = 3", "names no source"),
        ("[[source]", "not TOML"),
        ("x = 1\n" + source(), "unknown setting 'x'"),
        ("[defaults]\ninterwal = 3\n" + source(), r"\[defaults\] has an unknown setting 'interwal'"),
        ("[defaults]\nurl = 'https://x.example'\n" + source(), "unknown setting 'url'"),
        ("defaults = 3\n" + source(), r"\[defaults\] is not a table"),
        (source("delay = 3"), "source 1 has an unknown setting 'delay'"),
        ("[[source]]\nkind = 'feed'", "source 1 has no url"),
        ("[[source]]\nurl = 'ftp://x.example/'", "source 1: url"),
        ("[[source]]\nurl = 'https://u:p@x.example/'", "user name"),
        ("[[source]]\nurl = 'https://[x/'", "source 1: url"),
        (source("kind = 'rss'"), "auto, feed, sitemap"),
        (source("interval = 5"), "from 60 to"),
        (source("interval = 'soon'"), "15m"),
        (source("interval = true"), "interval"),
        (source("interval = nan"), "interval"),
        ("[defaults]\ndelay = -1\n" + source(), "delay"),
        (source("full_text = 1"), "true or false"),
        (source("enabled = 'no'"), "true or false"),
        (source("language = 'fr'"), "id, en"),
        (source("max_bytes = 10"), "from 1000"),
        (source("max_new = 0"), "from 1"),
        (source("outlet = ''"), "outlet"),
        (source(r'outlet = "a\u001b[2Jb"'), "outlet"),
        ('[defaults]\nuser_agent = "a\\r\\nX: y"\n' + source(), "user_agent"),
        ("[defaults]\ncontact = 'é'\n" + source(), "ASCII"),
        (source() + "\n" + source(), "again"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read(text)


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(UsageError, match="not TOML"):
        sources_from_toml(b"\xff\xfe", "s.toml")
    with pytest.raises(UsageError, match="no list of sources"):
        sources_from_toml(b"#" * 1_000_001, "s.toml")


@pytest.mark.parametrize("name", sorted({*DEFAULTS, *SOURCE}))
def test_every_setting_is_documented(name: str) -> None:
    row = re.search(rf"^\| `{name}` \|.*\|$", HOWTO, re.MULTILINE)
    assert row, f"docs/howto-watch.md has no row for {name}"
    where = row[0].split("|")[2]
    assert ("defaults" in where, "source" in where) == (name in DEFAULTS, name in SOURCE)


def test_the_example_in_the_documents_is_right() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", HOWTO, re.DOTALL)
    told = sources_from_toml(example.encode(), "sources.toml")
    assert len(told.sources) >= 2
