"""An event as one sentence, in English and Indonesian: only values that reports tell, who tells them at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kawat.knowledge.countries import place_name
from kawat.ontology import load_ontology
from kawat.records import Actor, ActorKind, Event, Place, Status
from kawat.views.actors import folded, is_named
from kawat.views.event import event_days, is_mutual, status_of
from kawat.views.spoken import MOST_NAMES, Spoken, spoken_of
from kawat.views.values import FieldName, What
from kawat.views.versions import Field, Standing, Value, Versions, versions_of
from kawat.views.voices import count_independent
from kawat.views.wording import Verb, verb_of, within_sentence

LANGUAGES = ("en", "id")
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
}
_WORDS = {
    "en": {
        "and": "and",
        "or": "or",
        "in": "in",
        "on": "on",
        "between": "between",
        "alone": "one source",
        "nobody": "a party that is not named",
    },
    "id": {
        "and": "dan",
        "or": "atau",
        "in": "di",
        "on": "pada",
        "between": "antara",
        "alone": "satu sumber",
        "nobody": "pihak yang tidak disebut",
    },
}


@dataclass(frozen=True, slots=True)
class Core:
    """What the sentence tells in any language."""

    what: What
    status: Status
    sides: Spoken
    days: tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a sentence, in one language; ``alone``: a note that only one source tells of these sides."""

    who: str
    whom: str
    alone: str
    when: str
    where: str
    told: str


def sentence_of(event: Event, versions: Versions | None = None) -> dict[str, str]:
    """The event as a sentence for each of `LANGUAGES`. What contradicts one another stands there with "or"."""
    told = versions or versions_of(event)
    core = Core(
        best_what(told),
        status_of(event),
        spoken_of(told, named_actors(told, FieldName.WHO), named_actors(told, FieldName.WHOM)),
        event_days(event),
    )
    return {lang: _sentence(core, told, lang) for lang in LANGUAGES}


def best_what(versions: Versions) -> What:
    """The event's type, with the mode that most sources tell of it, if at least half of them tell one."""
    tellings = [t for t in versions.event.tellings if t.report.type == versions.event.type]
    modes = list(dict.fromkeys(t.report.mode for t in tellings if t.report.mode))
    told = {mode: count_independent([t for t in tellings if t.report.mode == mode]) for mode in modes}
    best = max(modes, key=lambda mode: told[mode], default=None)
    often = best is not None and told[best] * 2 >= count_independent(tellings)
    return What(versions.event.type, best if often else None)


def named_actors(versions: Versions, name: FieldName) -> tuple[Actor, ...]:
    """The actors of a field, each once, those that most sources tell first; where they differ all of them.

    Else without those that far fewer tell, and without descriptions and states beside names that stand for them.
    """
    field = versions.field(name)
    values = [value for value in field.values if _nameable(value)] if field else []
    actors = [value.told for value in values if isinstance(value.told, Actor)]
    if field is None or field.standing is Standing.DIFFERS:
        return tuple(actors)
    most = max((value.independent for value in values), default=0)
    often = [actor for actor, value in zip(actors, values, strict=True) if value.independent * 2 >= most]
    named = [one for one in often if is_named(one)]
    persons = [one for one in named if one.kind is not ActorKind.STATE]
    shown = [one for one in often if one in persons or not _stood_for(one, persons)]
    needed = 2 if is_mutual(versions.event) else 1
    clear = [one for one in shown if one in named]
    return tuple(clear if len(clear) >= needed else shown)


def _nameable(value: Value) -> bool:
    return isinstance(value.told, Actor) and bool(folded(value.told.name))


def _stood_for(one: Actor, named: Sequence[Actor]) -> bool:
    return any(one.country is not None and one.country == other.country for other in named)


def _sentence(core: Core, versions: Versions, lang: str) -> str:
    parts, status, what = _parts(core, versions, lang), core.status, core.what
    mutual = is_mutual(versions.event) and len(core.sides.who) > 1
    verb = verb_of(what.type, what.mode, mutual=mutual) or _plain(what.type)
    said = _english(parts, status, verb) if lang == "en" else _indonesian(parts, status, verb)
    told = " ".join(part for part in (f"{said}{parts.alone}", parts.when, parts.where) if part)
    return f"{told[0].upper()}{told[1:]}, {parts.told}."


def _english(parts: Parts, status: Status, verb: Verb) -> str:
    whom = f" {verb.to} {parts.whom}".replace("  ", " ") if parts.whom else ""
    before, act = {
        Status.OCCURRED: ("", verb.past),
        Status.ONGOING: ("under way: ", verb.ing),
        Status.PLANNED: ("planned: ", f"to {verb.base}"),
        Status.POSSIBLE: ("possible, not certain: ", verb.ing),
        Status.DENIED: ("denied: ", verb.ing),
    }[status]
    return f"{before}{parts.who} {act}{whom}"


def _indonesian(parts: Parts, status: Status, verb: Verb) -> str:
    whom = f" {verb.id_to} {parts.whom}".replace("  ", " ") if parts.whom else ""
    before, helper = {
        Status.OCCURRED: ("", ""),
        Status.ONGOING: ("", "sedang "),
        Status.PLANNED: ("", "akan "),
        Status.POSSIBLE: ("mungkin, belum pasti: ", ""),
        Status.DENIED: ("dibantah: ", ""),
    }[status]
    return f"{before}{parts.who} {helper}{verb.id}{whom}"


def _parts(core: Core, versions: Versions, lang: str) -> Parts:
    return Parts(
        who=_names(core.sides, FieldName.WHO, lang) or _WORDS[lang]["nobody"],
        whom=_names(core.sides, FieldName.WHOM, lang),
        alone=_note(lang) if core.sides.alone and versions.corroboration.independent > 1 else "",
        when=_when(core.days, versions, lang),
        where=_where(core.sides.whom, versions, lang),
        told=_told_by(versions, lang),
    )


def _names(sides: Spoken, name: FieldName, lang: str) -> str:
    actors = sides.who if name is FieldName.WHO else sides.whom
    names = [_name(one, lang) for one in actors]
    return _listed(list(dict.fromkeys(names))[:MOST_NAMES], _WORDS[lang]["or" if name in sides.differ else "and"])


def _name(actor: Actor, lang: str) -> str:
    name = (actor.name_id or actor.name) if lang == "id" else actor.name
    return name if actor.id is not None else within_sentence(name)


def _listed(names: Sequence[str], joiner: str) -> str:
    return f"{', '.join(names[:-1])} {joiner} {names[-1]}" if len(names) > 1 else "".join(names)


def _when(days: tuple[date, date] | None, versions: Versions, lang: str) -> str:
    field = versions.field(FieldName.WHEN)
    if days is None or field is None:
        return ""
    words = _WORDS[lang]
    if field.standing is Standing.CONTRADICTED:
        told = [_value_days(value) for value in field.contradicted]
        return f"{words['on']} " + _listed([_range(one, lang) for one in told if one], words["or"])
    own = next((value for value in field.values if _value_days(value) == days), None)
    return f"{_period(days, lang)}{_alone(own, versions, lang)}"


def _period(days: tuple[date, date], lang: str) -> str:
    """On a day, in a month or a year, between two days."""
    first, last = days
    within = "in" if lang == "en" else "pada"
    if first.day == 1 and (last.year, last.month) == (first.year, first.month) and (last - first).days >= 27:
        return f"{within} {_MONTHS[lang][first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{within} {first.year}" if first.year == last.year else f"{within} {first.year} – {last.year}"
    return f"{_WORDS[lang]['on' if first == last else 'between']} {_range(days, lang)}"


def _alone(value: Value | None, versions: Versions, lang: str) -> str:
    """A note that only one of several sources tells this part."""
    if value is None or value.independent > 1 or versions.corroboration.independent < 2:
        return ""
    return _note(lang)


def _note(lang: str) -> str:
    return f" ({_WORDS[lang]['alone']})"


def _value_days(value: Value) -> tuple[date, date] | None:
    first, last = getattr(value.told, "first", None), getattr(value.told, "last", None)
    return (first, last) if first is not None and last is not None else None


def _range(days: tuple[date, date], lang: str) -> str:
    first, last = (f"{day.day} {_MONTHS[lang][day.month - 1]} {day.year}" for day in days)
    return first if first == last else f"{first} {_WORDS[lang]['and']} {last}"


def _where(whom: Sequence[Actor], versions: Versions, lang: str) -> str:
    """The place that most sources tell, unless it is named already; places that differ stand there with "or"."""
    field: Field | None = versions.field(FieldName.WHERE)
    if field is None:
        return ""
    places = [value.told for value in field.values if isinstance(value.told, Place)]
    if field.standing is Standing.DIFFERS:
        return f"{_WORDS[lang]['in']} " + _listed([_place(one, lang) for one in places[:2]], _WORDS[lang]["or"])
    if any(folded(one.name) == folded(places[0].name) for one in whom):
        return ""
    return f"{_WORDS[lang]['in']} {_place(places[0], lang)}{_alone(field.values[0], versions, lang)}"


def _place(place: Place, lang: str) -> str:
    return place_name(place.name, place.country, lang)


def _told_by(versions: Versions, lang: str) -> str:
    """Who tells it: how many independent sources, a single one by name, with how many copies."""
    known = versions.corroboration
    name = known.outlets[0]
    if known.independent > 1:
        told = (
            f"{known.independent} independent sources" if lang == "en" else f"{known.independent} sumber independen"
        )
        return f"according to {told}" if lang == "en" else f"menurut {told}"
    if known.copies:
        more = f"and {known.copies} that copied it" if lang == "en" else f"dan {known.copies} salinannya"
        return f"according to one source, {name} {more}" if lang == "en" else f"menurut satu sumber, {name} {more}"
    return f"according to {name} alone" if lang == "en" else f"menurut {name} saja"


def _plain(event_type: str) -> Verb:
    known = next((one for one in load_ontology().types if one.name == event_type), None)
    en = known.label_en.lower() if known else event_type
    return Verb(en, en, en, "with regard to", known.label_id.lower() if known else event_type, "terhadap")
