"""Who may ask for what: hosts, tokens, pages of others; and what every answer forbids."""

from __future__ import annotations

from pathlib import Path

import pytest
from serve_maker import BEARER, HOME, TOKEN, client
from starlette.testclient import TestClient

from kawat.serve.openapi import BASE
from kawat.serve.running import needs_token
from kawat.serve.security import CSP, Door, door_for, host_name, is_local
from kawat.serve.static import INDEX, Explorer, load_explorer

COOKIE = Door(TOKEN).cookie


@pytest.mark.parametrize("path", ["/", f"{BASE}/meta", f"{BASE}/none", "/assets/none.js", f"{BASE}/calendar.ics"])
def test_every_answer_forbids_what_it_does_not_need(reading: TestClient, path: str) -> None:
    headers = reading.get(path).headers
    assert headers["content-security-policy"] == CSP
    assert "'unsafe" not in CSP
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_no_other_site_is_let_in(reading: TestClient) -> None:
    asks = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    response = reading.options(f"{BASE}/events", headers=asks)
    assert response.status_code == 405
    assert not [name for name in response.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io:8080", "", "a:b", "[::1"]
)
def test_a_foreign_name_for_this_server_is_refused(reading: TestClient, host: str) -> None:
    for path in ("/", f"{BASE}/meta"):
        response = reading.get(path, headers={"Host": host})
        assert response.status_code == 421
        assert response.json()["error"]["code"] == "bad_host"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080", "localhost."])
def test_its_own_names_are_known(reading: TestClient, host: str) -> None:
    assert reading.get(f"{BASE}/meta", headers={"Host": host}).status_code == 200


def test_on_a_network_every_address_will_do_and_no_foreign_name() -> None:
    door = door_for("0.0.0.0", TOKEN)
    assert door.knows_host("192.168.1.7:8080")
    assert door.knows_host("[2001:db8::1]:8080")
    assert not door.knows_host("evil.example")
    assert not door_for("127.0.0.1", None).knows_host("192.168.1.7")


def test_without_the_token_nothing_is_told(stored: Path) -> None:
    with client(stored, token=TOKEN) as asking:
        for headers in (
            {},
            {"Authorization": "Bearer wrong"},
            {"Authorization": TOKEN},
            {"Cookie": f"{COOKIE}=no"},
        ):
            for path in ("/meta", "/events", "/openapi.json", "/none"):
                response = asking.get(f"{BASE}{path}", headers=headers)
                assert response.status_code == 401
                assert response.json()["error"]["code"] == "unauthorised"
                assert response.headers["www-authenticate"] == "Bearer"
        assert asking.get(f"{BASE}/meta", headers=BEARER).status_code == 200
        assert asking.get(f"{BASE}/meta", headers={"Cookie": f"{COOKIE}={TOKEN}"}).status_code == 200


@pytest.mark.parametrize(
    "others",
    [
        'prefs={"theme":"dark"}; ',
        "a=b c; ",
        "n=é; ",
        "arr[0]=1; ",
        "flag; ",
        "; ;",
        f"{Door('another token').cookie}=another token; ",
        f"{COOKIE}=old; ",
    ],
)
def test_cookies_of_others_on_the_same_host_lock_nobody_out(stored: Path, others: str) -> None:
    with client(stored, token=TOKEN) as asking:
        headers = {"Cookie": f"{others}{COOKIE}={TOKEN}".encode()}
        assert asking.get(f"{BASE}/meta", headers=headers).status_code == 200  # type: ignore[arg-type]


def test_two_servers_on_one_host_keep_two_cookies() -> None:
    assert Door("one").cookie != Door("other").cookie
    both = {"cookie": f"{Door('one').cookie}=one; {Door('other').cookie}=other"}
    assert Door("one").opens(both)
    assert Door("other").opens(both)
    assert not Door("third").opens(both)


def test_the_token_of_the_address_becomes_a_cookie(stored: Path) -> None:
    with client(stored, token=TOKEN) as asking:
        response = asking.get(f"/event/evt-1?token={TOKEN}&lang=id")
        assert (response.status_code, response.headers["location"]) == (303, "/event/evt-1?lang=id")
        cookie = response.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert asking.get(f"{BASE}/meta").status_code == 200, "the client keeps it"
        asking.cookies.clear()
        assert asking.get("/?token=wrong").status_code == 401


@pytest.mark.parametrize(
    "path", ["//evil.example/", "/%5C%5Cevil.example", "///evil.example", "/a%0D%0ASet-Cookie:x"]
)
def test_the_way_back_never_leads_elsewhere(stored: Path, path: str) -> None:
    with client(stored, token=TOKEN) as asking:
        location = asking.get(f"{HOME}{path}?token={TOKEN}").headers["location"]
        assert location.startswith("/")
        assert not location.startswith(("//", "/\\"))
        assert "\r" not in location
        assert "\n" not in location


def test_a_token_is_needed_where_others_can_come_or_judge() -> None:
    assert not needs_token("127.0.0.1", False)
    assert not needs_token("localhost", False)
    assert not needs_token("::1", False)
    assert needs_token("0.0.0.0", False)
    assert needs_token("192.168.1.7", False)
    assert needs_token("127.0.0.1", True)
    assert not is_local("evil.example")


def test_where_a_change_may_come_from() -> None:
    door = Door(TOKEN)
    host = {"host": "localhost:8080"}
    bearer = {"authorization": f"Bearer {TOKEN}"}
    assert door.from_here({**host, "origin": HOME})
    assert door.from_here({**host, "sec-fetch-site": "same-origin"})
    assert door.from_here({**host, **bearer})
    assert not door.from_here(host)
    assert not door.from_here({**host, "cookie": f"{COOKIE}={TOKEN}"})
    assert not door.from_here({**host, **bearer, "origin": "https://evil.example"})
    assert not door.from_here({**host, "origin": "null"})
    assert not door.from_here({**host, "origin": "http://localhost:9999"})
    assert not door.from_here({**host, "origin": HOME, "sec-fetch-site": "cross-site"})


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("a:80", "a"),
        ("A", "a"),
        ("[::1]:80", "::1"),
        ("a:b", None),
        (None, None),
        ("a" * 300, None),
        ("[::1]x", None),
    ],
)
def test_names_are_read_from_host_headers(header: str | None, name: str | None) -> None:
    assert host_name(header) == name


# --- the explorer ----------------------------------------------------------------------------------------


@pytest.fixture
def explorer(tmp_path: Path) -> Explorer:
    folder = tmp_path / "explorer"
    (folder / "assets").mkdir(parents=True)
    (folder / INDEX).write_text("<!doctype html><title>Kawat</title>")
    (folder / "assets" / "app-1a2b.js").write_text("export {}")
    (folder / "notes.bin").write_text("not to be served")
    (tmp_path / "secret.txt").write_text("secret")
    return load_explorer(folder)


def test_the_explorer_answers_its_own_paths(stored: Path, explorer: Explorer) -> None:
    with client(stored, explorer=explorer) as asking:
        for path in ("/", "/events?country=IDN", "/day/2025-08-14", "/actor/St. Lucia", "/anything/at/all"):
            response = asking.get(path)
            assert (response.status_code, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
            assert response.headers["cache-control"] == "no-cache"
        script = asking.get("/assets/app-1a2b.js")
        assert script.headers["content-type"].startswith("text/javascript")
        assert "immutable" in script.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../../secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/assets//etc/passwd",
        "/secret.txt",
        "/notes.bin",
        "/assets/none.js",
        "/assets/app-1a2b.js%00.html",
        "/..%5csecret.txt",
    ],
)
def test_no_path_leads_out_of_the_explorer(stored: Path, explorer: Explorer, path: str) -> None:
    with client(stored, explorer=explorer) as asking:
        response = asking.get(HOME + path)
        assert response.status_code == 404
        assert "secret" not in response.text


def test_where_it_is_not_built_the_page_says_how(reading: TestClient) -> None:
    response = reading.get("/")
    assert response.status_code == 200
    assert "make explorer" in response.text
    assert response.headers["content-type"].startswith("text/plain")
