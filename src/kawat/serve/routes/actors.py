"""`/actors`: who occurs in events, and what is told of one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kawat.errors import NotFoundError
from kawat.knowledge import EntryKind, load_knowledge
from kawat.knowledge.entries import Entry
from kawat.serve.answers import Answer, Json, json_answer, list_answer
from kawat.serve.gathering import days, happened, key_of, pairs, scores, sides, summaries
from kawat.serve.operations import Asked, Operation, cursor_of, parts_of
from kawat.serve.parameters import CURSOR, LIMIT, SINCE, UNTIL, Parameter
from kawat.store import ReportFilter, Store
from kawat.store.fold import fold

PARTNERS = 50
OUTLETS = 50
Q = Parameter("q", "Part of a name or id, in any case and without accents.")
KEY = Parameter("key", "The `key` of an actor: its id, or its name where it has none.", most=300, in_path=True)


def actors(store: Store, asked: Asked) -> Answer:
    filters = ReportFilter(actor=asked.text("q"), since=asked.day("since"), until=asked.day("until"))
    found = count_actors(summaries(store, asked, filters))
    wanted = fold(asked.text("q") or "")
    rows = [one for one in found if not wanted or _bears(one, wanted)]
    cursor = asked.text("cursor")
    if cursor is not None:
        after = parts_of(cursor, int, str)
        rows = [one for one in rows if _order(one) > (-after[0], after[1])]
    shown = rows[: asked.whole("limit")]
    following = cursor_of(shown[-1]["events"], shown[-1]["key"]) if len(rows) > len(shown) else None
    return list_answer(shown, following)


def count_actors(events: Iterable[Json]) -> list[Json]:
    """Everybody who takes part, with how many events, most first; of several tellings of one the latest."""
    rows: dict[str, Json] = {}
    for event in events:
        for actor in sides(event):
            row = rows.setdefault(key_of(actor), {"key": key_of(actor), **actor, "events": 0})
            row["events"] += 1
    return sorted(rows.values(), key=_order)


def _order(row: Json) -> tuple[int, str]:
    return -row["events"], row["key"]


def _bears(row: Json, wanted: str) -> bool:
    return any(wanted in fold(name) for name in (row["id"], row["name"], row["name_id"]) if name)


def actor(store: Store, asked: Asked) -> Answer:
    key = str(asked.values["key"])
    card = Card(key)
    for event in summaries(store, asked, ReportFilter(actor=key)):
        card.add(event)
    if card.actor is None:
        raise NotFoundError("no event has an actor with this key; /actors lists them")
    voices = store.count_voice(card.actor["id"], card.actor["name"])
    return json_answer(card.told(voices, _known(card.actor["id"])))


@dataclass(slots=True)
class Card:
    """What events tell of the actor ``key``, added up one by one."""

    key: str
    actor: Json | None = None
    events: int = 0
    types: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)
    partners: dict[str, Json] = field(default_factory=dict)
    first: str | None = None
    last: str | None = None

    def add(self, event: Json) -> None:
        own = next((one for one in sides(event) if key_of(one) == self.key), None)
        if own is None:
            return
        self.actor = self.actor or own
        self.events += 1
        self.types[event["type"]] += 1
        self.outlets.update(event["corroboration"]["outlets"])
        told = days(event)
        if told is not None:
            self.first, self.last = min(self.first or told[0], told[0]), max(self.last or told[1], told[1])
        if happened(event):
            self._deal(event)

    def _deal(self, event: Json) -> None:
        cooperation, conflict = scores(event)
        for pair in pairs(event):
            if self.key not in map(key_of, pair):
                continue
            other = pair[1] if key_of(pair[0]) == self.key else pair[0]
            told = {"key": key_of(other), **{name: other[name] for name in ("name", "name_id", "country")}}
            none = {"events": 0, "cooperation": 0.0, "conflict": 0.0}
            row = self.partners.setdefault(key_of(other), {**told, **none})
            row["events"] += 1
            row["cooperation"] = round(row["cooperation"] + cooperation, 3)
            row["conflict"] = round(row["conflict"] + conflict, 3)

    def told(self, voices: int, known: Json | None) -> Json:
        assert self.actor is not None
        return {
            "key": self.key,
            **self.actor,
            "events": self.events,
            "known": known,
            "by_type": dict(self.types.most_common()),
            "partners": sorted(self.partners.values(), key=_order)[:PARTNERS],
            "voices": voices,
            "first_day": self.first,
            "last_day": self.last,
            "outlets": [{"outlet": name, "events": count} for name, count in self.outlets.most_common(OUTLETS)],
        }


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
