"""`/actors`: who occurs in events, and what is told of one of them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kawat.errors import NotFoundError
from kawat.intake.counting import Counts, counts_of
from kawat.intake.dealing import key_of, sides
from kawat.intake.summaries import event_summaries
from kawat.knowledge import EntryKind, load_knowledge
from kawat.knowledge.entries import Entry
from kawat.serve.answers import Answer, Json, json_answer, list_answer
from kawat.serve.operations import Asked, Operation, cursor_of, parts_of
from kawat.serve.parameters import CURSOR, LIMIT, SINCE, UNTIL, Parameter
from kawat.serve.routes.meta import country_json
from kawat.store import Store
from kawat.store.counting import Dealings, Tie, Window

PARTNERS = 50
OUTLETS = 50
THOUSANDTHS = 1000
_CODE = re.compile(r"[A-Z]{3}", re.ASCII)
Q = Parameter("q", "Part of a name or id, in any case and without accents.")
KEY = Parameter(
    "key",
    "The `key` of an actor: its id, or its name where it has none; or the code of a country, for everybody of it.",
    most=300,
    in_path=True,
)


def actors(store: Store, asked: Asked) -> Answer:
    counts = counts_of(store)
    found = counts.parties("actor", Window(asked.day("since"), asked.day("until")), asked.text("q"))
    rows = sorted((-events, key) for key, events in found.items())
    cursor = asked.text("cursor")
    if cursor is not None:
        events, key = parts_of(cursor, int, str)
        rows = [one for one in rows if one > (-events, key)]
    shown = rows[: asked.whole("limit")]
    following = cursor_of(-shown[-1][0], shown[-1][1]) if len(rows) > len(shown) else None
    who = who_are(store, counts, [key for _, key in shown])
    return list_answer([{**who[key], "events": -events} for events, key in shown], following)


def who_are(store: Store, counts: Counts, keys: Sequence[str]) -> dict[str, Json]:
    """Who each of the actors is, with its key, as the latest event with it tells."""
    latest = counts.latest("actor", keys)
    events = {one["id"]: one for one in map(json.loads, event_summaries(store, sorted(set(latest.values()))))}
    told = {key: {key_of(one): one for one in sides(events[event])} for key, event in latest.items()}
    return {key: {"key": key, **told[key][key]} for key in keys}


def country_of(code: str) -> Json:
    """A country as an actor, under its code as the key: everybody of it."""
    names = country_json(code)
    told = {"key": code, "id": f"country:{code}", "name": names["name"], "name_id": names["name_id"]}
    return {**told, "country": code, "kind": "state", "sector": None}


def actor(store: Store, asked: Asked) -> Answer:
    key = str(asked.values["key"])
    counts = counts_of(store)
    everybody = _CODE.fullmatch(key) is not None
    told = counts.dealings("country" if everybody else "actor", key)
    if everybody and told.events == 0:
        everybody, told = False, counts.dealings("actor", key)
    if told.events == 0:
        raise NotFoundError("no event has an actor with this key; /actors lists them")
    ties = sorted(told.ties, key=lambda one: (-one.events, one.other))[:PARTNERS]
    others = [one.other for one in ties]
    if everybody:
        who, names = country_of(key), {code: country_of(code) for code in others}
        voices = store.count_voices_of(key)
    else:
        names = who_are(store, counts, [key, *others])
        who = names[key]
        voices = store.count_voice(who["id"], who["name"])
    return json_answer(
        {**who, "everybody": everybody, **_card(told, ties, names, voices), "known": _known(who["id"])}
    )


def _card(told: Dealings, ties: Sequence[Tie], names: Mapping[str, Json], voices: int) -> Json:
    """What is told of an actor; ``names``: who those are with whom it deals."""
    outlets = Counter(outlet for one in told.outlets for outlet in json.loads(one))
    ranked = sorted(outlets.items(), key=lambda one: (-one[1], one[0]))[:OUTLETS]
    return {
        "events": told.events,
        "by_type": dict(sorted(told.types.items(), key=lambda one: (-one[1], one[0]))),
        "partners": [_partner(one, names[one.other]) for one in ties],
        "voices": voices,
        "first_day": told.first,
        "last_day": told.last,
        "outlets": [{"outlet": name, "events": count} for name, count in ranked],
    }


def _partner(tie: Tie, who: Json) -> Json:
    return {**{name: who[name] for name in ("key", "name", "name_id", "country")}, **sums(tie)}


def sums(tie: Tie) -> Json:
    """How many events of two, and the sums of their scores."""
    scores = {"cooperation": tie.cooperation / THOUSANDTHS, "conflict": tie.conflict / THOUSANDTHS}
    return {"events": tie.events, **scores}


def _known(actor_id: str | None) -> Json | None:
    """Offices and other names that Kawat knows of, None of somebody unknown."""
    try:
        entry = load_knowledge().entry(actor_id or "")
    except NotFoundError:
        return None
    names = [name for name in load_knowledge().names_of(entry.id) if name not in (entry.name_en, entry.name_id)]
    return {"offices": _offices(entry), "aliases": names}


def _offices(entry: Entry) -> list[Json]:
    if entry.kind is not EntryKind.PERSON:
        return []
    return [
        {
            "title": term.title,
            "office": term.office.value,
            "country": term.country,
            "start": term.start.isoformat(),
            "end": term.end and term.end.isoformat(),
        }
        for term in sorted(entry.terms, key=lambda held: held.start, reverse=True)
    ]


OPERATIONS = (
    Operation(
        "/actors",
        "Who takes part in events, most events first.",
        actors,
        "actors",
        (Q, SINCE, UNTIL, LIMIT, CURSOR),
    ),
    Operation(
        "/actors/{key}",
        "One actor: what Kawat knows of it, with whom it deals, which outlets tell of it.",
        actor,
        "actor_card",
        (KEY,),
    ),
)
