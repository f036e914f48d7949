"""`/timeline`: what one party did, or two did with one another, period by period."""

from __future__ import annotations

from kawat.errors import UsageError
from kawat.export.period_json import entry_shown, period_json
from kawat.intake.counting import counts_of
from kawat.intake.parties import party_called
from kawat.serve.answers import Answer, Json, json_answer
from kawat.serve.operations import Asked, Operation
from kawat.serve.parameters import SINCE, UNTIL, Kind, Parameter
from kawat.store import Store
from kawat.store.counting import Window
from kawat.views.timeline import By, Entry, Period, Timeline, by_period

A = Parameter("a", "A country or an actor: RUS, Russia, Moskow, Prabowo.", required=True)
B = Parameter("b", "The other one: what both take part in.")
BY = Parameter("by", "How long a period is.", default=By.MONTH.value, among=tuple(By))
EVENTS = Parameter("events", "Each period with its events.", Kind.TRUTH, default=False)
LIMIT = Parameter("limit", "With `events`: at most so many, those of the latest days.", Kind.WHOLE, most=10_000)
LANG = Parameter("lang", "The language of the names of countries.", default="en", among=("en", "id"))


def timeline(store: Store, asked: Asked) -> Answer:
    since, until = asked.day("since"), asked.day("until")
    if since is not None and until is not None and since > until:
        raise UsageError(f"since {since} is after until {until}; exchange the two")
    lang = asked.text("lang") or "en"
    parties = [party_called(name, lang) for name in (asked.text("a"), asked.text("b")) if name is not None]
    by, counts = By(asked.text("by") or By.MONTH), counts_of(store)
    window = Window(since, until)
    who = [{"name": one.name, "country": one.country, "id": one.id} for one in parties]
    if not asked.truth("events"):
        periods = _told(counts.sums(parties, window, by))
        return json_answer({"parties": who, "periods": [period_json(period) for period in periods]})
    limit = asked.whole("limit") if "limit" in asked.values else None
    made = None if limit is None else counts.latest_entries(parties, window, by, limit)
    if made is None:
        entries = asked.deadline.each(counts.entries(parties, window))
        made = by_period(entries, by, since, until)
    periods = _told(made)
    chosen = _latest(periods, limit)
    shown = counts.shown(sorted(chosen))

    def entry_as(entry: Entry) -> Json | None:
        return entry_shown(entry, shown[entry.id]) if entry.id in chosen else None

    return json_answer({"parties": who, "periods": [period_json(period, entry_as) for period in periods]})


def _told(made: Timeline) -> list[Period]:
    return [*made.periods, made.undated] if made.undated.counted else list(made.periods)


def _latest(periods: list[Period], limit: int | None) -> set[str]:
    """The events of the latest days, at most ``limit``; those without a day last."""
    ids = [entry.id for period in periods[::-1] if period.days for entry in period.entries[::-1]]
    ids += [entry.id for period in periods if not period.days for entry in period.entries]
    return set(ids if limit is None else ids[:limit])


OPERATIONS = (
    Operation(
        "/timeline",
        "Cooperation and conflict of a party, or between two, by period; what has no day stands last.",
        timeline,
        "timeline",
        (A, B, BY, SINCE, UNTIL, EVENTS, LIMIT, LANG),
    ),
)
