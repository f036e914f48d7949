"""Reports as editors left them: rejected ones out, corrected values in, pairs joined or parted as they said."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from kawat.errors import InputError, UsageError
from kawat.intake.correcting import FIELDS, with_value
from kawat.merge.clusters import Pair, pair
from kawat.records import Span, Telling
from kawat.store.judgements import Judgement, Kind, Words, moment_of, reports_at

__all__ = [
    "FIELDS",
    "as_judged",
    "judged_pairs",
    "pair_judged",
    "parsed",
    "report_judged",
    "told_as_json",
    "triggers_of",
    "with_value",
    "words_of",
]

Triggers = Mapping[str, Sequence[tuple[int, int, str]]]
"""For articles where the triggers of their reports stand: start, end, id of the report; rejected ones too."""

PAIRS = frozenset({Kind.LINK, Kind.UNLINK})


def as_judged(tellings: Iterable[Telling], judgements: Iterable[Judgement]) -> list[Telling]:
    """The tellings without those that an editor rejected, with the values that editors set.

    Of an article all reports must be among them, since words stand for the report nearest to them. A value that the
    report as read now can not have (a mode of another type) is passed over.
    """
    told = list(tellings)
    triggers = triggers_of(told)
    by_report: dict[str, list[Judgement]] = {}
    for one in judgements:
        found = report_judged(one, triggers)
        if found is not None:
            by_report.setdefault(found, []).append(one)
    kept: list[Telling] = []
    for telling in told:
        said = by_report.get(telling.report.id, ())
        if not any(one.kind is Kind.REJECT for one in said):
            kept.append(_with_values(telling, said))
    return kept


def judged_pairs(
    judgements: Iterable[Judgement], triggers: Triggers, known: Container[str] | None = None
) -> dict[Pair, bool]:
    """What editors said of pairs of reports that are there: True one event, False two; smaller id first.

    ``known``: the reports that count (all where it is None). Where answers can not all hold (a is b, b is c, a is
    not c), the later ones hold.
    """
    latest: dict[Pair, bool] = {}
    for one in sorted(judgements, key=lambda judged: (judged.at, judged.id)):
        found = pair_judged(one, triggers)
        if found is not None and (known is None or (found[0] in known and found[1] in known)):
            latest.pop(found, None)
            latest[found] = one.kind is Kind.LINK
    return _agreeing(latest)


def _agreeing(said: Mapping[Pair, bool]) -> dict[Pair, bool]:
    """Of answers in the order in which they were given those that hold together, the later before the earlier."""
    group = {one: {one} for p in said for one in p}
    parted: list[Pair] = []
    held: dict[Pair, bool] = {}
    for (one, other), same in reversed(list(said.items())):
        first, second = group[one], group[other]
        if not same:
            if first is second:
                continue
            parted.append((one, other))
        elif first is not second:
            if any((a in first and b in second) or (a in second and b in first) for a, b in parted):
                continue
            first |= second
            group.update(dict.fromkeys(second, first))
        held[one, other] = same
    return held


def report_judged(one: Judgement, triggers: Triggers) -> str | None:
    """The report that is rejected or gets a value, None where no report stands on the words."""
    if one.kind in PAIRS:
        return None
    return next(reports_at(one.words, triggers.get(one.words.article_id, ())), None)


def pair_judged(one: Judgement, triggers: Triggers) -> Pair | None:
    """The two reports that are linked or parted, None where they are not both there."""
    if one.other is None:
        return None
    near, far = sorted((one.words, one.other))
    first = next(reports_at(near, triggers.get(near.article_id, ())), None)
    second = next(reports_at(far, triggers.get(far.article_id, ())), None)
    return None if first is None or second is None or first == second else pair(first, second)


def triggers_of(tellings: Iterable[Telling]) -> dict[str, list[tuple[int, int, str]]]:
    """Where the triggers of the reports stand, by article."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for telling in tellings:
        span = telling.report.trigger
        found.setdefault(telling.article.id, []).append((span.start, span.end, telling.report.id))
    return found


def words_of(telling: Telling) -> Words:
    """The words that a judgement about this report is tied to."""
    return Words(telling.article.id, telling.report.trigger)


def _with_values(telling: Telling, judgements: Iterable[Judgement]) -> Telling:
    report, order = telling.report, list(FIELDS)
    said = [one for one in judgements if one.field in FIELDS]
    for one in sorted(said, key=lambda judged: (order.index(judged.field or ""), judged.at, judged.id)):
        try:
            report = with_value(report, one.field or "", one.value or "", one.editor)
        except UsageError:  # it was a value of what another reader saw here
            continue
    return telling if report is telling.report else replace(telling, report=report)


def told_as_json(one: Judgement) -> dict[str, object]:
    """The judgement as JSON values, which `parsed` takes again."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "words": _words_json(one.words),
        "other": one.other and _words_json(one.other),
        "field": one.field,
        "value": one.value,
        "editor": one.editor,
        "at": one.at,
        "note": one.note,
    }


def _words_json(words: Words) -> dict[str, object]:
    return {"article_id": words.article_id, "span": {"start": words.span.start, "end": words.span.end}}


def parsed(values: object) -> Judgement:
    """A judgement from its JSON values, as `kawat judgements --json` prints them. Raises `InputError`."""
    try:
        if not isinstance(values, Mapping):
            raise TypeError("it is no object")
        field = _text(values, "field")
        if field is not None and field not in FIELDS:
            raise ValueError(f"there is no field {field!r}")
        return Judgement(
            Kind(values["kind"]),
            _words(values["words"]),
            _required(values, "editor"),
            _moment(_required(values, "at")),
            None if values.get("other") is None else _words(values["other"]),
            field,
            _text(values, "value"),
            _text(values, "note"),
        )
    except KeyError as error:
        raise InputError(f"this is no judgement ({error} is missing); {_GIVE}") from error
    except (TypeError, ValueError, OverflowError) as error:
        raise InputError(f"this is no judgement ({error}); {_GIVE}") from error


_GIVE = "give lines of `kawat judgements --json`"


def _words(value: object) -> Words:
    if not isinstance(value, Mapping) or not isinstance(value["span"], Mapping):
        raise TypeError("words are an object with article_id and span")
    start, end = value["span"]["start"], value["span"]["end"]
    if type(start) is not int or type(end) is not int or end > _FARTHEST:
        raise TypeError("a span has a start and an end, whole numbers")
    return Words(_required(value, "article_id"), Span(start, end))


_FARTHEST = 2**53


def _required(values: Mapping[str, object], name: str) -> str:
    value = values[name]
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{name} must be a text")
    return _encodable(name, value)


def _text(values: Mapping[str, object], name: str) -> str | None:
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} must be a text or null")
    return None if value is None else _encodable(name, value)


def _encodable(name: str, value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{name} has half characters") from None
    return value


def _moment(value: str) -> str:
    moment = datetime.fromisoformat(value)
    return moment_of(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
