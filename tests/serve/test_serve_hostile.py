"""Whatever is asked, the answer is JSON that says what is wrong, never a fault; and text of others is only data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_maker import NOW, sample
from serve_maker import client, get, problems, refused
from starlette.testclient import TestClient

from kawat.intake import settle
from kawat.records import Article, Record, Span
from kawat.serve.openapi import BASE
from kawat.serve.parameters import Kind, Parameter
from kawat.serve.routes.table import OPERATIONS
from kawat.store import open_store

READING = [one for one in OPERATIONS if not one.writes]
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ODD = (
    "'", '"', "' OR 1=1 --", "%", "_", "*", "NEAR(a b)", "AND", "OR NOT", "(", ")", '"unclosed', "a:b", "^", "-",
    "\x00", "a\x00", "a\x00b",
    "\r\nX: y", "\u202e", "\u2028", "🙂", "ÀÉ", "../../etc/passwd", "<script>", "{}", "[]", "null", "true",
    "NaN", "1e999", "-1", "0", "99999999999999999999", "2025-02-30", "0000-00-00", "9999-12-31", "0001-01-01",
    "x" * 200, "x" * 201, "x" * 5000, "a" * 150 + "*", " ", "", "١٢٣", "２０２５-08-14",
)  # fmt: skip


def asked(one: Any) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Parameters that the route has, and some that it has not, with any text."""
    names = st.sampled_from([parameter.name for parameter in one.parameters] + ["nothing", "__proto__", ""])
    text = st.sampled_from(ODD) | st.text(max_size=30) | st.dates().map(str) | st.integers().map(str)
    return st.lists(st.tuples(names, text), max_size=5)


@pytest.mark.parametrize("operation", READING, ids=lambda one: one.path)
def test_no_parameters_are_a_fault(reading: TestClient, operation: Any) -> None:
    @QUICK
    @given(asked(operation), st.sampled_from(ODD) | st.text(min_size=1, max_size=30))
    def ask(query: list[tuple[str, str]], part: str) -> None:
        path = operation.path.replace("{id}", "{part}").replace("{key}", "{part}")
        from urllib.parse import quote, urlencode

        where = f"{BASE}{path.format(part=quote(part, safe='', errors='replace'))}"
        response = reading.get(f"{where}?{urlencode(query, errors='replace')}")
        assert response.status_code in (200, 301, 400, 404), response.text
        if response.status_code >= 400:
            assert problems("error", response.json()) == []
        elif (
            response.status_code == 200
            and operation.schema
            and response.headers["content-type"] == "application/json"
        ):
            assert isinstance(response.json(), dict)

    ask()


@pytest.mark.parametrize("words", [one for one in ODD if one.strip() and len(one) <= 300])
@pytest.mark.parametrize("place", ["sentences", "articles"])
def test_no_words_break_the_search(reading: TestClient, words: str, place: str) -> None:
    response = reading.get(f"{BASE}/search", params={"q": words, "in": place})
    assert response.status_code in (200, 400), response.text
    assert problems("search" if response.status_code == 200 else "error", response.json()) == []


@pytest.mark.parametrize(
    ("path", "query", "says"),
    [
        ("/events", {"limit": "0"}, "from 1 to 200"),
        ("/events", {"limit": "201"}, "from 1 to 200"),
        ("/events", {"limit": "1.5"}, "whole number"),
        ("/events", {"since": "2025-13-01"}, "a day such as 2025-08-14"),
        ("/events", {"since": "2025-08-14", "until": "2025-08-01"}, "exchange"),
        ("/events", {"type": "PARTY"}, "one of"),
        ("/events", {"country": "Nowhereland"}, "no country"),
        ("/events", {"with": "SWE"}, "give both"),
        ("/events", {"actor": "x" * 201}, "201 characters"),
        ("/events", {"actor": " "}, "empty"),
        ("/events", {"colour": "red"}, "no parameter 'colour'"),
        ("/search", {}, "q is missing"),
        ("/search", {"q": "x" * 301}, "300"),
        ("/search", {"q": "..."}, "no word"),
        ("/search", {"q": "a", "in": "titles"}, "sentences, articles"),
        ("/timeline", {"a": "IDN", "by": "hour"}, "day, week, month, year"),
        ("/timeline", {"a": "IDN", "since": "2025-08-14", "until": "2025-08-01"}, "exchange"),
        ("/calendar", {"from": "2025-08-14", "to": "2025-08-01"}, "exchange"),
        ("/calendar", {"overdue": "perhaps"}, "true or false"),
        ("/briefing", {"days": "32"}, "from 1 to 31"),
    ],
)
def test_what_is_wrong_is_said(reading: TestClient, path: str, query: dict[str, str], says: str) -> None:
    status, code, message = refused(reading, path, **query)
    assert (status, code) == (400, "bad_request")
    assert says in message


def test_a_parameter_given_twice_and_too_many_are_refused(reading: TestClient) -> None:
    assert reading.get(f"{BASE}/events?actor=a&actor=b").status_code == 400
    assert reading.get(f"{BASE}/events?{'&'.join(f'a{n}=1' for n in range(2000))}").status_code == 400
    assert reading.get(f"{BASE}/events?%FF=%FE&=").status_code == 400


@given(st.text(max_size=60))
def test_a_parameter_reads_a_value_or_refuses(text: str) -> None:
    from kawat.errors import UsageError

    for kind in Kind:
        parameter = Parameter("p", "", kind, least=0, most=50)
        try:
            value = parameter.read(text)
        except UsageError as error:
            assert len(str(error)) < 200
        else:
            assert kind is not Kind.WHOLE or 0 <= int(value) <= 50  # type: ignore[arg-type]


# --- text of others --------------------------------------------------------------------------------------

TAGS = (
    "script",
    "img src=x onerror",
    "svg onload",
    "iframe src",
    "body onload",
    "a href",
    "input autofocus onfocus",
)
DOES = ("alert(1)", "javascript:alert(1)", "//evil.example", "fetch('//evil.example')")
FORMS = ("<{tag}={does}>", "\"><{tag}='{does}'>", "'--><{tag}={does}//", "]]><{tag}={does}>")
PAYLOADS = [form.format(tag=tag, does=does) for tag in TAGS for does in DOES for form in FORMS] + [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "&lt;script&gt;",
    "\u2028alert(1)\u2029",
    "\u202e<script>\u202c",
]


def poisoned(n: int, payload: str) -> Record:
    """An article whose title, outlet, text, names and places are the payload."""
    record = sample(n)
    article = record.article
    text = f"{payload} {article.text}"
    by = len(payload) + 1
    first = article.paragraphs[0]
    moved = [replace(one, span=one.span.shifted(by)) for one in article.paragraphs[1:]]
    paragraphs = (replace(first, span=Span(0, first.span.end + by)), *moved)
    made: Article = replace(article, text=text, title=payload, outlet=payload, paragraphs=tuple(paragraphs))
    reports = []
    for number, one in enumerate(record.reports):
        reports.append(
            replace(
                one,
                id=f"rep-{n:08x}{number:08x}",
                trigger=one.trigger.shifted(by),
                sentence=one.sentence.shifted(by),
                actors=tuple(replace(who, name=payload, mention=Span(0, len(payload))) for who in one.actors),
                place=one.place and replace(one.place, name=payload, mention=Span(0, len(payload))),
            )
        )
    return replace(record, article=made, reports=tuple(reports), claims=())


@pytest.fixture(scope="module")
def poison(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("poison") / "p.db"
    with open_store(path, create=True) as store, store.transaction():
        for n, payload in enumerate(PAYLOADS):
            store.add_record(poisoned(n, payload), NOW)
        settle(store, NOW)
    with client(path) as asking:
        yield asking


def test_text_of_others_comes_back_only_as_json(poison: TestClient) -> None:
    assert len(PAYLOADS) > 100
    seen: set[str] = set()
    paths = [
        "/events?limit=200",
        "/articles?limit=200",
        "/reports?limit=200",
        "/actors?limit=200",
        "/map",
        "/network",
    ]
    events = get(poison, "/events", limit=200)["items"]
    articles = get(poison, "/articles", limit=200)["items"]
    paths += [f"/events/{one['id']}" for one in events]
    paths += [f"/articles/{one['id']}" for one in articles]
    paths += ["/search?q=alert&limit=200", "/calendar", "/timeline?a=IDN&events=true", "/briefing", "/meta"]
    for path in paths:
        response = poison.get(f"{BASE}{path}")
        assert response.status_code == 200
        assert response.headers["content-type"] == "application/json"
        assert response.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in response.headers["content-security-policy"]
        seen |= set(_texts(response.json()))
    assert set(PAYLOADS) <= seen, "unharmed, as it stands in the article"


def test_an_error_is_json_whatever_it_quotes(poison: TestClient) -> None:
    for payload in PAYLOADS:
        for query in ({"country": payload}, {payload: "1"}, {"cursor": payload}, {"type": payload}):
            response = poison.get(f"{BASE}/events", params=query)
            assert response.status_code == 400
            assert response.headers["content-type"] == "application/json"
        page = poison.get("/", params={"q": payload})
        assert payload not in page.text


def test_a_log_line_tells_no_query(poison: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "gone.db"
    open_store(path, create=True).close()
    notes: list[str] = []
    with client(path, note=notes.append, seconds=-1.0) as asking:
        asking.get(f"{BASE}/events?actor=secret%0Aforged")
    assert notes == [f"GET {BASE}/events: too slow"]


def test_a_line_of_the_log_stays_one_line_whatever_the_path(
    stored: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kawat.cli.face import err

    with client(stored, note=err, seconds=-1.0) as asking:
        assert asking.get(f"{BASE}/actors/a%0AGET%20/forged").status_code == 404, "no path has line breaks"
        asking.get(f"{BASE}/actors/a%1B%5B2J%E2%80%A8GET%20/forged%C2%85b")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"GET {BASE}/actors/a")
    assert "\x1b" not in line


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def test_half_characters_come_as_escapes() -> None:
    from kawat.serve.answers import json_bytes

    assert json.loads(json_bytes({"a": "\ud800", "b": "é"})) == {"a": "\ud800", "b": "é"}
