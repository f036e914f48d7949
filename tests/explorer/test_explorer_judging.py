"""Every judgement clicked in the page, and what it did to the store; and errors, told in words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from helper_browser import Visitor, visitor
from helper_server import served
from playwright.sync_api import Browser, Locator, expect

from kawat.intake.deciding import take_back
from kawat.intake.events import event_with, events
from kawat.records import Event, Status
from kawat.store import open_store
from kawat.views.event import status_of

AT = datetime(2026, 1, 1, tzinfo=UTC)
TOKEN = "a-token-for-this-test-only"


class Desk:
    """An editor at an event: the page, and the store behind it."""

    def __init__(self, one: Visitor, store: Path) -> None:
        self.one, self.store = one, store
        self.before: set[str] = set()

    @property
    def review(self) -> Locator:
        return self.one.page.locator(".review")

    def open(self, event: str, name: str = "Siti") -> None:
        with open_store(self.store, read_only=True) as store:
            self.before = {one.id for one in store.judgements()}
        self.one.go(f"/event/{event}")
        self.review.get_by_label("Your name").fill(name)

    def click(self, name: str) -> None:
        self.review.get_by_role("button", name=name, exact=True).click()

    def kept(self) -> None:
        """Waits until the judgement is kept and its outcome shown."""
        expect(self.one.page.locator(".review .judgements li").first).to_be_visible()
        expect(self.one.page.locator(".review")).not_to_contain_text("Loading")
        self.one.settle()

    def judgements(self) -> list[tuple[str, str, str | None]]:
        """What was decided since the event was opened."""
        with open_store(self.store, read_only=True) as store:
            said = [one for one in store.judgements() if one.id not in self.before]
        return [(one.kind.value, one.editor, one.note) for one in said]

    def event(self, identifier: str) -> Event | None:
        """The event that has, or had, this id."""
        with open_store(self.store, read_only=True) as store:
            return next(iter(event_with(store, identifier)), None)

    def event_of(self, report: str) -> Event | None:
        """The event that has this report."""
        with open_store(self.store, read_only=True) as store:
            own = store.merging().events_of([report]).get(report)
        return None if own is None else self.event(own)


@contextmanager
def sitting(window: Browser, store: Path) -> Iterator[Desk]:
    with served(store, "--edit", "--token", TOKEN) as site, visitor(window, site) as one:
        one.go(f"/?token={TOKEN}")
        yield Desk(one, store)


@pytest.fixture(scope="module")
def edited(window: Browser, demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    copy = tmp_path_factory.mktemp("judging") / "edited.db"
    shutil.copy(demo_store, copy)
    with sitting(window, copy) as made:
        yield made


@pytest.fixture
def desk(edited: Desk) -> Iterator[Desk]:
    """One desk for all; what a test decided is taken back at its end."""
    edited.one.complaints.clear()
    yield edited
    with open_store(edited.store) as store:
        take_back(store, [one.id for one in store.judgements()], AT)
    assert [one for one in edited.one.complaints if "status of 40" not in one] == []


def every(desk: Desk) -> tuple[Event, ...]:
    with open_store(desk.store, read_only=True) as store:
        return events(store)


def told_by_several(desk: Desk) -> Event:
    return max(every(desk), key=lambda one: (len(one.tellings), one.id))


def ids(event: Event | None) -> set[str]:
    return set() if event is None else {telling.report.id for telling in event.tellings}


def test_accepting_keeps_a_judgement_for_each_report(desk: Desk) -> None:
    event = told_by_several(desk)
    desk.open(event.id)
    desk.review.get_by_label("Why (optional)").fill("checked with the ministry")
    desk.click("Accept")
    desk.kept()
    assert desk.judgements() == [("accept", "Siti", "checked with the ministry")] * len(event.tellings)
    assert ids(desk.event(event.id)) == ids(event)


def test_a_rejected_report_leaves_its_event(desk: Desk) -> None:
    event = told_by_several(desk)
    report = event.tellings[-1].report.id
    desk.open(event.id)
    desk.review.get_by_label("About").select_option(report)
    desk.click("Reject")
    desk.kept()
    assert desk.judgements() == [("reject", "Siti", None)]
    assert desk.event_of(report) is None
    assert ids(desk.event(event.id)) >= ids(event) - {report}
    expect(desk.one.page.locator(".review option")).to_contain_text(["the whole event"])
    assert desk.review.get_by_label("About").locator(f"option[value={report}]").count() == 0


@pytest.mark.parametrize("place", [0, -1])
def test_a_rejected_report_can_be_taken_back_after_the_page_was_left(desk: Desk, place: int) -> None:
    event = told_by_several(desk)
    report = event.tellings[place].report.id
    desk.open(event.id)
    desk.review.get_by_label("About").select_option(report)
    desk.click("Reject")
    desk.kept()
    assert desk.event_of(report) is None
    left = desk.event_of(event.tellings[1 if place == 0 else 0].report.id)
    assert left is not None
    for address in (event.id, left.id):  # the one that it had, and the one that it has
        desk.one.go(f"/event/{address}")
        expect(desk.review.locator(".judgements li")).to_have_count(1)
        expect(desk.review.locator(".judgements li")).to_contain_text("rejected")
    desk.click("Take back")
    expect(desk.review).to_contain_text("Taken back.")
    desk.one.settle()
    expect(desk.review.locator(".judgements li")).to_have_count(0)
    assert desk.judgements() == []
    assert ids(desk.event(event.id)) == ids(event)
    expect(desk.review.get_by_label("About").locator(f"option[value={report}]")).to_have_count(1)


def test_a_rejected_report_is_taken_back_at_once(desk: Desk) -> None:
    event = told_by_several(desk)
    report = event.tellings[0].report.id
    choice = desk.review.get_by_label("About").locator(f"option[value={report}]")
    desk.open(event.id)
    desk.review.get_by_label("About").select_option(report)
    desk.click("Reject")
    desk.kept()
    expect(choice).to_have_count(0)
    desk.click("Take back")
    expect(desk.review).to_contain_text("Taken back.")
    expect(desk.review.locator(".judgements li")).to_have_count(0)
    expect(choice).to_have_count(1)
    assert ids(desk.event(event.id)) == ids(event)


def test_a_rejected_event_is_no_more_and_comes_back(desk: Desk) -> None:
    event = next(one for one in every(desk) if len(one.tellings) == 1)
    desk.open(event.id)
    desk.click("Reject")
    expect(desk.review).to_contain_text("No report tells this event any more")
    assert desk.event(event.id) is None
    desk.click("Take back")
    expect(desk.review.locator(".judgements li")).to_have_count(0)
    desk.one.settle()
    assert desk.judgements() == []
    assert ids(desk.event(event.id)) == ids(event)


@pytest.mark.parametrize(
    ("field", "value", "choose", "words"),
    [
        ("status", "denied", True, "Status: denied"),
        ("type", "AID", True, "Type: Aid"),
        ("when", "2025-01-05", False, "When: 5 Jan 2025"),
        ("where", "Bandung, IDN", False, "Where: Bandung, IDN"),
    ],
)
def test_a_corrected_value_is_that_of_the_event(
    desk: Desk, field: str, value: str, choose: bool, words: str
) -> None:
    event = next(one for one in every(desk) if len(one.tellings) == 1 and status_of(one) is Status.OCCURRED)
    desk.open(event.id)
    desk.review.get_by_label("Field").select_option(field)
    new = desk.review.get_by_label("New value")
    if choose:
        new.select_option(value)
    else:
        new.fill(value)
    desk.click("Correct")
    desk.kept()
    assert desk.judgements() == [("set", "Siti", None)]
    now = desk.event_of(event.tellings[0].report.id)
    assert now is not None
    report = now.tellings[0].report
    told: dict[str, Any] = {
        "status": report.status.value,
        "type": now.type,
        "when": report.time and report.time.start and report.time.start.isoformat(),
        "where": report.place and f"{report.place.name}, {report.place.country}",
    }
    assert told[field] == value
    expect(desk.review.locator(".judgements li").first).to_contain_text(words)


def test_a_report_is_taken_out_of_its_event(desk: Desk) -> None:
    event = told_by_several(desk)
    report = event.tellings[-1].report.id
    desk.open(event.id)
    desk.review.get_by_label("About").select_option(report)
    desk.click("Take out of this event")
    desk.kept()
    assert {kind for kind, _, _ in desk.judgements()} == {"unlink"}
    alone, rest = desk.event_of(report), desk.event_of(event.tellings[0].report.id)
    assert report in ids(alone) and event.tellings[0].report.id in ids(rest)
    assert ids(alone) & ids(rest) == set()


def test_what_one_act_kept_is_taken_back_at_once(desk: Desk) -> None:
    event = told_by_several(desk)
    report = event.tellings[-1].report.id
    acts = desk.review.locator(".judgements li")
    for choose, button in (("", "Accept"), (report, "Take out of this event")):
        desk.open(event.id)
        desk.review.get_by_label("About").select_option(choose)
        desk.click(button)
        desk.kept()
        expect(acts).to_have_count(1)
        assert len(desk.judgements()) > 1
        back = desk.review.get_by_role("button", name="Take back")
        back.focus()
        desk.one.page.keyboard.press("Enter")
        expect(acts).to_have_count(0)
        expect(desk.review).to_contain_text("Taken back.")
        expect(desk.review).not_to_contain_text("Kept.")
        assert desk.one.page.evaluate("document.activeElement !== document.body")
        assert desk.judgements() == []
        assert ids(desk.event(event.id)) == ids(event)


def test_two_events_are_joined_by_the_address_of_the_other(desk: Desk) -> None:
    one, other = [event for event in every(desk) if len(event.tellings) == 1][:2]
    desk.open(one.id)
    desk.review.get_by_label("Id of the other event").fill(f"{desk.one.site}/event/{other.id}?lit=who")
    desk.click("Join with another event")
    desk.kept()
    assert desk.judgements() == [("link", "Siti", None)]
    joined = desk.event_of(one.tellings[0].report.id)
    assert ids(joined) == ids(one) | ids(other)
    expect(desk.one.page.locator(".review option")).to_have_count(1 + 2 + 8)  # the whole event, its reports, fields


def test_a_judgement_without_a_name_is_told_beside_the_field(desk: Desk) -> None:
    event = told_by_several(desk)
    name = desk.review.get_by_label("Your name")
    for button in ("Accept", "Reject"):
        desk.open(event.id, name="")
        desk.click(button)
        expect(name).to_be_focused()
        expect(name).to_have_attribute("aria-invalid", "true")
        expect(name).to_have_accessible_description("Judgements are signed: write your name first.")
        expect(desk.review.locator(".review-who").get_by_role("alert")).to_contain_text("write your name first")
        name.fill("Siti")
        expect(desk.review.get_by_role("alert")).to_have_count(0)
    assert desk.judgements() == []


def test_the_editor_that_the_server_was_given_signs(window: Browser, edited: Desk) -> None:
    event = told_by_several(edited)
    options = ("--edit", "--token", TOKEN, "--editor", "Budi")
    with served(edited.store, *options) as site, visitor(window, site) as one:
        one.go(f"/?token={TOKEN}")
        own = Desk(one, edited.store)
        name = own.review.get_by_label("Your name")
        one.go(f"/event/{event.id}")
        expect(name).to_have_value("Budi")
        own.click("Accept")
        own.kept()
        assert {editor for _, editor, _ in own.judgements()} == {"Budi"}
        own.open(event.id, name="Siti")  # whoever else sits there
        own.click("Accept")
        expect(own.review.locator(".judgements li").first).to_contain_text("Siti")
        one.go(f"/event/{event.id}")
        expect(name).to_have_value("Siti")
        name.fill("Budi")
        own.click("Accept")
        expect(own.review.locator(".judgements li").first).to_contain_text("Budi")
        assert one.page.evaluate("localStorage.getItem('editor')") == "", "the server knows it"
    with open_store(edited.store) as store:
        take_back(store, [one.id for one in store.judgements()], AT)


def test_errors_are_told_in_words(desk: Desk) -> None:
    event = told_by_several(desk)
    report = event.tellings[-1].report.id
    alert = desk.review.get_by_role("alert")
    desk.open(event.id)
    other = desk.review.get_by_label("Id of the other event")
    other.fill("evt-0000000000000000")
    desk.click("Join with another event")
    expect(alert).to_contain_text("No report or event has this id")
    other.fill(event.id)
    desk.click("Join with another event")
    expect(alert).to_contain_text("are one event already")
    other.fill("no id at all")
    expect(desk.review.get_by_role("button", name="Join with another event")).to_be_disabled()
    desk.review.get_by_label("New value").fill("soon")
    desk.click("Correct")
    expect(alert).to_contain_text("'soon' is no day; write 2025-08-14")
    assert desk.judgements() == []
    _conflict(desk, event.id, report)


def _conflict(desk: Desk, event: str, report: str) -> None:
    """A page that is older than another editor's word."""
    page = desk.one.page
    page.evaluate(
        "body => fetch('/api/v1/judgements', "
        "{method: 'POST', headers: {'Content-Type': 'application/json'}, body})"
        ".then(answer => answer.json())",
        f'{{"kind": "reject", "report": "{report}", "editor": "Budi"}}',
    )
    desk.review.get_by_label("About").select_option(report)
    desk.review.get_by_label("New value").fill("2025-01-05")
    desk.click("Correct")
    expect(desk.review.get_by_role("alert")).to_contain_text("This was not kept")
    expect(desk.review.get_by_role("alert")).to_contain_text("Budi rejected")
    desk.one.go(f"/event/{event}?lang=id")
    expect(desk.review.locator(".judgements li")).to_contain_text(["Budi"])
