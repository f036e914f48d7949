"""`/meta`: what the store holds, and what a client has to know to ask."""

from __future__ import annotations

from functools import cache

from kawat.errors import NotFoundError
from kawat.knowledge import EntryKind, load_knowledge
from kawat.ontology import load_ontology
from kawat.serve.answers import Answer, Json, json_answer
from kawat.serve.operations import Asked, Operation
from kawat.store import Store


def meta(store: Store, asked: Asked) -> Answer:
    told = store.overview()
    return json_answer(
        {
            "version": asked.setting.version,
            "articles": told.articles,
            "events": told.events,
            "reports": told.reports,
            "claims": told.claims,
            "first_day": told.first_day,
            "last_day": told.last_day,
            "last_change": told.last_change,
            "editable": asked.setting.editable,
            "editor": (asked.setting.editable and asked.setting.editor) or None,
            "settling": store.unsettled() > 0,
            "languages": list(told.languages),
            "types": _types(),
            "countries": [country_json(code) for code in told.countries],
            "country_names": _country_names(),
        }
    )


def country_json(code: str) -> Json:
    """A country with its names; the code itself where nothing is known of it."""
    try:
        entry = load_knowledge().country(code)
    except NotFoundError:
        return {"code": code, "name": code, "name_id": code}
    return {"code": code, "name": entry.name_en, "name_id": entry.name_id}


@cache
def _country_names() -> list[Json]:
    """All countries that Kawat knows: of places, offices and voices may be others than of those who take part."""
    codes = (entry.id.removeprefix("country:") for entry in load_knowledge().entries(EntryKind.COUNTRY))
    return [country_json(code) for code in sorted(codes)]


@cache
def _types() -> list[Json]:
    return [
        {
            "type": kind.name,
            "name": {"en": kind.label_en, "id": kind.label_id},
            "quad": kind.quad,
            "score": kind.score,
            "modes": [
                {"mode": mode.name, "name": {"en": mode.label_en, "id": mode.label_id}, "score": mode.score}
                for mode in kind.modes
            ],
        }
        for kind in load_ontology().types
    ]


OPERATIONS = (
    Operation(
        "/meta",
        "What the store holds, the types of events, the countries that take part, the names of all.",
        meta,
        "meta",
    ),
)
