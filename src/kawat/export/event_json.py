"""An event as JSON: its values, who tells each, and the reports themselves. See docs/events.md."""

from __future__ import annotations

from typing import Any

from kawat.contract.as_json import moment, report_to_dict
from kawat.records import Actor, Event, Place, Quantity, Status, Telling
from kawat.views.accounts import Account, Accounts, Side, Untold
from kawat.views.sentence import sentence_of
from kawat.views.summary import actor_json, day_text, heading_of, place_json
from kawat.views.values import Told, What, When
from kawat.views.versions import Field, Value, outlet_of, versions_of
from kawat.views.voices import Chain

Json = dict[str, Any]


def event_json(event: Event, accounts: Accounts | None = None) -> Json:
    """The event with its values as views over its reports; nothing is chosen where they contradict one another.

    ``accounts``: also the sides and accounts, as `kawat compare` and `kawat show` have them.
    """
    versions = versions_of(event)
    told: Json = {
        **heading_of(event, versions),
        "views": [field_json(field) for field in versions.fields],
        "contradictions": [_contradiction(field) for field in versions.contradictions],
    }
    if accounts is not None:
        told["sides"] = [_side(one) for one in accounts.sides]
        told["accounts"] = [_account(one) for one in accounts.accounts]
    return {**told, "reports": [event_report(telling) for telling in event.tellings]}


def event_report(telling: Telling) -> Json:
    """A report of an event: as in a record, without the vector, with where its article is found."""
    article = telling.article
    told = report_to_dict(telling.report, article.text)
    told.pop("vector", None)
    where = {
        "id": article.id,
        "source_file": article.source_file,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "language": article.language,
        "published": moment(article.published),
        "copy_of": telling.copy_of,
    }
    return {**told, "article": where}


def field_json(field: Field) -> Json:
    return {
        "field": field.name.value,
        "counted": field.counted.value if field.counted else None,
        "unit": field.unit,
        "standing": field.standing.value,
        "values": [_value(value) for value in field.values],
        "clashes": [list(pair) for pair in field.clashes],
    }


def value_json(told: Told) -> Json:
    """A value of any field, in the keys that records have for it, without the words."""
    match told:
        case What():
            return {"type": told.type, "mode": told.mode}
        case Status():
            return {"status": told.value}
        case When():
            first, last = day_text(told.first), day_text(told.last)
            return {"start": first, "end": last, "granularity": told.granularity.value}
        case Place():
            return place_json(told)
        case Actor():
            return actor_json(told)
        case Quantity():
            number = {"value": told.value, "min": told.min, "max": told.max, "approximate": told.approximate}
            return {**number, "unit": told.unit, "what": told.what.value}


def _value(value: Value) -> Json:
    return {
        "value": value_json(value.told),
        "reports": list(value.reports),
        "outlets": list(value.outlets),
        "voices": [_voice(chain, telling) for chain, telling in value.voices],
        "independent": value.independent,
        "first_published": day_text(value.first_published),
        "last_published": day_text(value.last_published),
    }


def _voice(chain: Chain, telling: Telling) -> list[Json]:
    """The chain, outermost first; of the outlet's own voice the outlet alone."""
    if chain:
        return [actor_json(actor) for actor in chain]
    nobody = {"id": None, "name": outlet_of(telling), "name_id": None, "country": None}
    return [{**nobody, "kind": "outlet", "sector": None}]


def _contradiction(field: Field) -> Json:
    told = field_json(field)
    clashing = {end for pair in field.clashes for end in pair}
    values = [value for index, value in enumerate(told["values"]) if index in clashing]
    return {"field": told["field"], "counted": told["counted"], "unit": told["unit"], "values": values}


def _side(side: Side) -> Json:
    return {
        "country": side.country,
        "silent": side.silent,
        "independent": side.sources,
        "reports": [t.report.id for t in side.account.tellings] if side.account else [],
        "left_out": list(side.left_out),
        "untold": [_untold(one) for one in side.untold],
    }


def _untold(one: Untold) -> Json:
    return {
        "id": one.event.id,
        "type": one.event.type,
        "told_by": one.told_by,
        "sentence": sentence_of(one.event),
    }


def _account(account: Account) -> Json:
    return {
        "kind": account.kind.value,
        "country": account.country,
        "voices": [[actor_json(actor) for actor in chain] for chain in account.voices],
        "outlets": list(account.outlets),
        "also_at": list(account.also_at),
        "reports": [telling.report.id for telling in account.tellings],
        "views": [field_json(field) for field in account.fields],
    }
