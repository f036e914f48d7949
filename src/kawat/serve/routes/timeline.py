"""`/timeline`: what one party did, or two did with one another, period by period."""

from __future__ import annotations

from kawat.errors import UsageError
from kawat.export.period_json import period_json
from kawat.intake.parties import events_of, party_called
from kawat.serve.answers import Answer, json_answer
from kawat.serve.operations import Asked, Operation
from kawat.serve.parameters import SINCE, UNTIL, Kind, Parameter
from kawat.store import Store
from kawat.views import timeline as view
from kawat.views.timeline import By

A = Parameter("a", "A country or an actor: RUS, Russia, Moskow, Prabowo.", required=True)
B = Parameter("b", "The other one: what both take part in.")
BY = Parameter("by", "How long a period is.", default=By.MONTH.value, among=tuple(By))
EVENTS = Parameter("events", "Each period with its events.", Kind.TRUTH, default=False)
LANG = Parameter("lang", "The language of the names of countries.", default="en", among=("en", "id"))


def timeline(store: Store, asked: Asked) -> Answer:
    since, until = asked.day("since"), asked.day("until")
    if since is not None and until is not None and since > until:
        raise UsageError(f"since {since} is after until {until}; exchange the two")
    lang = asked.text("lang") or "en"
    parties = [party_called(name, lang) for name in (asked.text("a"), asked.text("b")) if name is not None]
    other = parties[1] if len(parties) > 1 else None
    events = asked.deadline.each(events_of(store, parties, since, until))
    made = view.timeline(events, parties[0], other, By(asked.text("by") or By.MONTH), since, until)
    periods = [*made.periods, made.undated] if made.undated.entries else list(made.periods)
    told = [period_json(period, asked.truth("events")) for period in periods]
    who = [{"name": one.name, "country": one.country, "id": one.id} for one in parties]
    return json_answer({"parties": who, "periods": told})


OPERATIONS = (
    Operation(
        "/timeline",
        "Cooperation and conflict of a party, or between two, by period; what has no day stands last.",
        timeline,
        "timeline",
        (A, B, BY, SINCE, UNTIL, EVENTS, LANG),
    ),
)
