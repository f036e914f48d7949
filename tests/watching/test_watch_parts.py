"""The pieces of watching that are pure: waiting, robots.txt, and what hosts allow."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_maker import START, FakeClock

from kawat.errors import FetchError, InputError, NotTextError, RefusedAddressError, TooLargeError
from kawat.intake.watching.clock import LONGEST_HOLD, backoff, retry_after
from kawat.intake.watching.fetching import (
    LONGEST_WAIT,
    MOST_RULES,
    DisallowedError,
    Fetcher,
    HeldError,
    Hosts,
    is_temporary,
)
from kawat.intake.watching.listings import listing_from_bytes
from kawat.intake.watching.robots import MAX_BYTES, rules_from
from kawat.pages import FetchLimits
from kawat.store import Store
from kawat.store.watching import FeedRow, Named, RobotsRow


@given(st.floats(1, 1e5), st.integers(-3, 10_000), st.floats(1, 1e6), st.floats(0, 1))
def test_waiting_grows_but_never_beyond_the_most(base: float, failures: int, most: float, chance: float) -> None:
    wait = backoff(base, failures, most, chance)
    assert 0 < wait <= 1.25 * most
    assert backoff(base, failures + 1, most, chance) >= wait


def test_waiting_doubles_and_is_spread() -> None:
    assert [backoff(10, n, 1000, 0.5) for n in (1, 2, 3, 4)] == [10, 20, 40, 80]
    assert (backoff(10, 1, 1000, 0), backoff(10, 1, 1000, 1)) == (7.5, 12.5)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None), ("", None), ("soon", None), ("-5", None), ("120", 120), (" 0 ", 0), ("9" * 50, LONGEST_HOLD),
        ("٣", None), (format_datetime(START + timedelta(hours=1)), 3600),
        (format_datetime(START - timedelta(hours=1)), 0), ("Fri, 99 Foo 2025", None),
    ],
)  # fmt: skip
def test_retry_after_in_both_forms(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, START) == seconds


@given(st.text())
def test_no_retry_after_is_a_surprise(value: str) -> None:
    found = retry_after(value, START)
    assert found is None or 0 <= found <= LONGEST_HOLD


def test_the_rules_for_us_come_before_those_for_all() -> None:
    body = (
        b"User-agent: *\nDisallow: /\n\nUser-agent: kawat\nDisallow: /secret\nAllow: /secret/open\nCrawl-delay: 7\n"
    )
    rules = rules_from(200, body, 0)
    assert rules.allows("https://x.example/a", "kawat")
    assert not rules.allows("https://x.example/secret/a", "kawat")
    assert rules.allows("https://x.example/secret/open", "kawat")
    assert not rules.allows("https://x.example/a", "other")
    assert (rules.delay("kawat"), rules.delay("other")) == (7, 0)


@given(st.binary(max_size=2000), st.text(max_size=200))
def test_no_robots_file_is_a_surprise(body: bytes, path: str) -> None:
    rules = rules_from(200, body, 0)
    rules.allows(f"https://x.example/{path}", "kawat")
    assert rules.delay("kawat") >= 0


def test_robots_of_many_wildcards_take_no_time() -> None:
    rules = rules_from(200, b"User-agent: *\nDisallow: /" + b"*a" * (MAX_BYTES // 2), 0)
    assert rules.allows("https://x.example/" + "a" * 2000, "kawat")


def test_a_host_that_asks_for_long_holds_no_thread() -> None:
    clock = FakeClock()
    hosts = Hosts(clock.clock, 5)
    with hosts.turn("x", 0):
        pass
    with hosts.turn("x", 40):
        assert clock.slept == [5]
    with hosts.turn("y", 0):
        assert clock.slept == [5], "another host"
    hosts.hold("x", LONGEST_WAIT + 60)
    with pytest.raises(HeldError) as held, hosts.turn("x", 0):
        pass
    assert held.value.seconds == pytest.approx(LONGEST_WAIT + 60)


@pytest.mark.parametrize(
    ("error", "temporary"),
    [
        (FetchError("x"), True), (HeldError("x", 5), True), (DisallowedError("x"), False),
        (RefusedAddressError("x"), False), (TooLargeError("x"), False), (NotTextError("x"), False),
        (ValueError("x"), False),
    ],
)  # fmt: skip
def test_what_may_work_later(error: Exception, temporary: bool) -> None:
    assert is_temporary(error) is temporary


def test_a_feed_can_not_fill_the_store_with_addresses(store: Store) -> None:
    tables = store.watching()
    with store.transaction():
        tables.put_feed(FeedRow("feed", "auto"))
    for day in range(1, 9):
        named = [Named(f"https://x.example/{day}/{n}", "feed") for n in range(10)]
        with store.transaction():
            tables.name(named, f"2025-08-{day:02}T00:00:00Z", 2, 0, remembered=30)
            for one in list(tables.due("2025-09")):
                tables.done(one.url, f"2025-08-{day:02}T00:00:00Z")
    with store.transaction():
        tables.name([Named("https://x.example/new", "feed")], "2025-08-20T00:00:00Z", 2, 0, remembered=30)
        again = tables.name([Named("https://x.example/8/0", "feed")], "2025-08-21T00:00:00Z", 2, 0, remembered=30)
        gone = tables.name([Named("https://x.example/1/0", "feed")], "2025-08-21T00:00:00Z", 2, 0, remembered=30)
    assert (again, gone) == ((0, 0), (1, 0)), "the latest are remembered, the oldest forgotten"


def test_robots_of_many_sites_are_not_all_kept(store: Store) -> None:
    fetcher = Fetcher(FakeClock().clock, Hosts(FakeClock().clock, 0), FetchLimits())
    for n in range(3 * MOST_RULES):
        fetcher.know(f"https://{n}.example", rules_from(404, b"", 0))
    assert len(fetcher._rules) == MOST_RULES
    with store.transaction():
        store.watching().put_robots(RobotsRow("https://old.example", "2025-08-01T00:00:00Z", 200, b""), "2025-07")
        store.watching().put_robots(
            RobotsRow("https://new.example", "2025-08-09T00:00:00Z", 200, b""), "2025-08-08"
        )
    assert [row.site for row in store.watching().robots("2025")] == ["https://new.example"]


@pytest.mark.parametrize("body", [b"\x00<urlset>", b"\0" * 8 + b"<urlset><url/></urlset>"])
def test_a_site_map_of_nothing_is_refused(body: bytes) -> None:
    with pytest.raises(InputError, match="site map"):
        listing_from_bytes(body, "https://x.example/map", 1_000_000)
