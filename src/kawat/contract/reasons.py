"""Why each value of a report is what it is: by which rule or model, on which words, how sure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kawat.contract.as_json import Json, moment, record_to_dict, span_to_dict
from kawat.records import Actor, Place, Quantity, ReaderInfo, Record, Report, Salience, Span, Time

WORDING = "as worded; nobody known by it"
GRAMMAR = "grammar of numbers"
KNOWN = "known place, by the names beside it and in the article"
NAMED = "name as worded; no known place"
SALIENCE = {
    Salience.MAIN: "its place in the article, tense and date",
    Salience.SECONDARY: "its place in the article, tense and date",
    Salience.BACKGROUND: "an older date, or words that tell history again",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One value of a report. ``evidence``: the words that carry it; ``score`` (0 to 1) where a model gave one."""

    field: str
    value: str
    why: str
    evidence: Span
    score: float | None = None


def reasons_of(report: Report, reader: ReaderInfo) -> tuple[Reason, ...]:
    """A reason for every value that a report has, in the order of the record."""
    return tuple(_reasons(report, f"reader {reader.name} {reader.version}"))


def _reasons(report: Report, by: str) -> Iterator[Reason]:
    mode = f"/{report.mode}" if report.mode else ""
    yield Reason("type", f"{report.type}{mode}", by, report.trigger, round(report.confidence, 4))
    yield Reason("status", report.status.value, by, report.trigger)
    yield Reason("salience", report.salience.value, SALIENCE[report.salience], report.sentence)
    if report.contexts:
        yield Reason("contexts", ", ".join(report.contexts), "words of the sentence", report.sentence)
    for actor in report.actors:
        yield _actor("actors", actor)
    for actor in report.recipients:
        yield _actor("recipients", actor)
    if report.time is not None:
        yield _time(report.time, report.sentence)
    if report.place is not None:
        yield _place(report.place)
    for quantity in report.quantities:
        yield Reason("quantities", _number(quantity), GRAMMAR, quantity.mention)
    for voice in report.attribution:
        said = _actor("attribution", voice.actor)
        yield said if voice.cue is None else Reason("attribution", said.value, said.why, voice.cue)


def _actor(field: str, actor: Actor) -> Reason:
    country = f" ({actor.country})" if actor.country else ""
    return Reason(field, f"{actor.name}{country}", actor.resolved_by or WORDING, actor.mention)


def _time(time: Time, sentence: Span) -> Reason:
    start, end = moment(time.start), moment(time.end)
    value = "unknown" if start is None else start if start == end else f"{start}/{end}"
    return Reason("time", value, time.resolved_by or "not understood", time.said or sentence)


def _place(place: Place) -> Reason:
    country = f" ({place.country})" if place.country else ""
    why = NAMED if place.country is None else KNOWN if place.precision else "words beside the name"
    return Reason("place", f"{place.name}{country}", why, place.mention)


def _number(quantity: Quantity) -> str:
    if quantity.value is not None:
        bounds = f"{quantity.value:g}"
    else:
        low = "" if quantity.min is None else f"{quantity.min:g}"
        high = "" if quantity.max is None else f"{quantity.max:g}"
        bounds = f"{low}..{high}"
    return f"{bounds} {quantity.unit} ({quantity.what.value})".replace("  ", " ")


def explained(record: Record, *, candidates: bool = False) -> Json:
    """The record as the contract has it, each report with its reasons under ``explain``."""
    text, told = record.article.text, record_to_dict(record, candidates=candidates)
    reports = (*record.reports, *(record.candidates if candidates else ()))
    for report, out in zip(reports, (*told["reports"], *told.get("candidates", ())), strict=True):
        out["explain"] = [_reason_to_dict(one, text) for one in reasons_of(report, record.reader)]
    return told


def _reason_to_dict(reason: Reason, text: str) -> Json:
    return {
        "field": reason.field,
        "value": reason.value,
        "why": reason.why,
        "evidence": span_to_dict(reason.evidence, text),
        "score": reason.score,
    }
