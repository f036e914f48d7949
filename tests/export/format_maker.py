"""Material made of hand-made events and records, and text that nobody should trust."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from event_maker import AUGUST, KREMLIN, PUTIN, TRUMP, UKRAINE, WEDNESDAY, dead, event, on, place, telling
from hypothesis import strategies as st
from record_maker import READER

from kawat.export.material import Material
from kawat.records import Actor, ActorKind, Claim, Event, Place, Record, Salience, Span, Status, Telling
from kawat.store import StoredArticle, StoredClaim

KYIV = place("Kyiv", latitude=50.45, longitude=30.52, precision="point")
RUSSIA_ITSELF = place("Russia", "RUS", precision="country")
SEA = place("Black Sea", None, latitude=43.0, longitude=34.0, precision="region")

HOSTILE = "\t\n\r\v\f\x00\x1b\x85\u2028\u2029\u202e\u2066\ud800\ufffe\U0001f600=+-@'\"`\\<>&;,{}[]()#%|: aZé漢"
hostile = st.text(st.sampled_from(HOSTILE), min_size=1, max_size=12) | st.sampled_from(
    [
        '=HYPERLINK("http://e.example")',
        '"quoted\tcell"',
        "]]></node><script>alert(1)</script>",
        "'; DROP TABLE events; --",
        "\r\nBEGIN:VEVENT\r\nUID:1",
        "Ministry; of, everything",
    ]
)


def material(events: Iterable[Event], claims: Iterable[StoredClaim] = (), lang: str = "en") -> Material:
    """Material of just these events and claims, with the articles that they stand in."""
    told, said = tuple(events), tuple(claims)
    found = {t.article.id: t.article for one in told for t in one.tellings}
    articles = tuple(StoredArticle(a, READER, "2025-08-20T09:30:00+00:00", 1, 0) for a in found.values())
    return Material(lambda: iter(told), lambda: iter(said), lambda: iter(articles), lang)


def with_url(one: Telling, url: str) -> Telling:
    return replace(one, article=replace(one.article, url=url))


def tell(n: int, **more: Any) -> Telling:
    """As `telling`, at an address on the web."""
    return with_url(telling(n, **more), f"https://outlet-{n}.example/a?b={n}")


def several() -> tuple[Event, ...]:
    """Events of every kind of day, place, side and status."""
    early = datetime(2025, 8, 12, 1, 30, tzinfo=UTC)
    strike = event(
        tell(1, mode="aerial", place=KYIV, quantities=(dead(12),), contexts=("military",), published=early),
        telling(2, mode="aerial", place=KYIV, quantities=(dead(12),), actors=(PUTIN,), published=date(2025, 8, 13)),
        id="evt-00000000000a1000",
    )
    talks = event(
        tell(3, type="CONSULT", mode="phone", actors=(PUTIN, TRUMP), recipients=(), symmetric=True, time=None),
        id="evt-00000000000a2000",
    )
    again = event(
        tell(4, type="CONSULT", actors=(TRUMP, PUTIN), recipients=(), symmetric=True, time=on(WEDNESDAY)),
        id="evt-00000000000a3000",
    )
    summit = event(
        tell(5, type="CONSULT", mode="visit", status=Status.PLANNED, actors=(TRUMP,), recipients=(PUTIN,),
             time=on(date(2025, 9, 1)), place=RUSSIA_ITSELF),
        id="evt-00000000000a4000",
    )  # fmt: skip
    threat = event(
        tell(6, status=Status.PLANNED, voices=(KREMLIN,), time=on(date(2025, 9, 2)), place=SEA),
        id="evt-00000000000a5000",
    )
    feared = event(telling(7, status=Status.POSSIBLE, tag="x"), id="evt-00000000000a6000")
    denied = event(telling(8, status=Status.DENIED, voices=(PUTIN,)), id="evt-00000000000a7000")
    march = event(
        tell(9, type="PROTEST", actors=(), recipients=(UKRAINE,), salience=Salience.BACKGROUND,
             time=AUGUST),
        id="evt-00000000000a8000",
    )  # fmt: skip
    alone = event(telling(10, type="RETREAT", mode="resign", recipients=()), id="evt-00000000000a9000")
    return strike, talks, again, summit, threat, feared, denied, march, alone


sides = st.lists(
    st.builds(
        Actor,
        name=hostile,
        kind=st.sampled_from(ActorKind),
        mention=st.just(Span(0, 4)),
        id=st.none() | hostile,
        name_id=st.none() | hostile,
        country=st.sampled_from([None, "IDN", "XKX", "UNO", "ZZZ"]),
        sector=st.sampled_from([None, "GOV", "MED", "CVL"]),
    ),
    max_size=2,
).map(tuple)


@st.composite
def hostile_events(draw: st.DrawFn) -> Event:
    """An event of up to three articles in which every text that others wrote is hostile."""
    tellings = []
    for n in range(draw(st.integers(1, 3))):
        text = f"{draw(hostile)} {draw(hostile)} tells"
        one = telling(
            n,
            status=draw(st.sampled_from(Status)),
            actors=draw(sides),
            recipients=draw(sides),
            sentence=Span(0, len(text)),
            place=draw(
                st.none() | st.builds(Place, name=hostile, country=st.just("IDN"), mention=st.just(Span(0, 4)))
            ),
            outlet=draw(st.none() | hostile),
            published=draw(st.sampled_from([None, date(2025, 8, 12), datetime(2025, 8, 12, 1, 30, tzinfo=UTC)])),
        )
        article = replace(one.article, text=text, title=draw(hostile), byline=draw(hostile), url=draw(hostile))
        tellings.append(replace(one, article=article))
    return Event(f"evt-{draw(st.integers(0, 16**16 - 1)):016x}", "ASSAULT", tuple(tellings))


def claims_of(record: Record) -> list[StoredClaim]:
    return [StoredClaim(record.article, claim) for claim in record.claims]


def claim_in(one: Telling, start: int, end: int) -> StoredClaim:
    claim = Claim("clm-1", (PUTIN,), Span(0, 4), Span(start, end), True, (one.report.id,))
    return StoredClaim(one.article, claim)
