"""Why two reports are one event or two, for an editor and as JSON."""

from __future__ import annotations

from typing import Any

from kawat.cli import cells, reasons
from kawat.cli.face import SHORT, Column, Face, out, short, show
from kawat.export.safe import clean
from kawat.intake.judging import told_as_json
from kawat.intake.why import Bound, Compared, Whole
from kawat.merge.clusters import JOIN
from kawat.merge.pairs import LEAST_LINK, Part
from kawat.records import Telling
from kawat.store.judgements import Judgement, Kind

LEAST_SHOWN = 0.05
"""What adds less to the log-odds is left to --json."""


def show_compared(face: Face, found: Compared) -> None:
    """The two reports, whether they are one event and why, then each comparison, strongest first."""
    reports = (Column("report", width=SHORT), *_REPORT)
    show(face, reports, (found.one, found.other), lambda t: (short(face, t.report.id), *_report(face, t)), _nothing)
    out("")
    for line in _verdict(face, found):
        out(clean(line))
    out("")
    every = found.score.parts
    parts = [part for part in every if not part.weight or abs(part.adds) >= LEAST_SHOWN]
    columns = (Column("reason", 6), Column("compared", 8), Column("adds", width=8, right=True))
    show(face, columns, parts, lambda part: _part(face, part, found), _nothing)
    if len(parts) < len(every):
        out(face.say("parts_left_out", count=len(every) - len(parts)))


def _verdict(face: Face, found: Compared) -> list[str]:
    one, other = found.events
    together = (
        face.say("one_event", event=one) if found.same_event else face.say("two_events", one=one, other=other)
    )
    lines = [together, _score(face, found)]
    if found.between is not None:
        key = "between_pairs" if found.between < JOIN else "between_enough"
        lines.append(face.say(key, share=_number(found.between), pairs=found.pairs, bar=_number(JOIN)))
        if found.article is not None:
            lines.append(face.say("article_of_both", article=found.article))
    lines.append(face.say("not_judged") if found.judged is None else _judged(face, found.judged))
    copied = found.copied
    lines.append(face.say("no_copies") if copied is None else face.say("are_copies", share=f"{copied:.0%}"))
    return lines


def _score(face: Face, found: Compared) -> str:
    if found.link is not None:
        key = "score_linked"
    else:
        key = "score_unmet" if found.score.chance >= LEAST_LINK else "score_low"
    return face.say(key, score=_number(found.score.chance), least=_number(LEAST_LINK), bar=_number(JOIN))


def _judged(face: Face, one: Judgement) -> str:
    key = "pair_linked" if one.kind is Kind.LINK else "pair_parted"
    note = f": {one.note}" if one.note else ""
    return face.say(key, editor=one.editor, day=one.at[:10], id=one.id) + note


def _part(face: Face, part: Part, found: Compared) -> tuple[str, ...]:
    adds = f"{part.adds:+.2f}" if part.weight else ""
    return reasons.reason(face, part), reasons.beside(face, part, found.one, found.other), adds


def show_whole(face: Face, whole: Whole) -> None:
    """Each report of the event, and what binds it."""
    out(face.say("whole_event", event=whole.event, count=len(whole.reports)))
    if len(whole.reports) == 1:
        out(face.say("alone"))
    out("")
    columns = (
        Column("report", width=SHORT),
        *_REPORT,
        Column("bound_to", width=SHORT),
        Column("link", width=8, under=True),
    )
    show(face, columns, whole.reports, lambda bound: _bound(face, bound), _nothing)


def _bound(face: Face, bound: Bound) -> tuple[str, ...]:
    other = short(face, bound.other.report.id) if bound.other else ""
    strength = "" if bound.link is None else _number(bound.link)
    by = "" if bound.judged is None else bound.judged.editor
    told = " ".join(part for part in (strength, by) if part)
    return short(face, bound.telling.report.id), *_report(face, bound.telling), other, told


_REPORT = (
    Column("when", width=13),
    Column("what", 4, under=True),
    Column("who_whom", 8),
    Column("words", 3),
    Column("outlet", 4),
    Column("published", width=10, under=True),
)


def _report(face: Face, telling: Telling) -> tuple[str, ...]:
    report, article = telling.report, telling.article
    return (
        cells.when(face, report.time, article.text),
        cells.type_label(face, report.type, report.mode),
        cells.sides(face, report),
        f"“{report.trigger.of(article.text)}”",
        cells.source(face, article),
        cells.moment(article.published_day),
    )


def compared_json(face: Face, found: Compared) -> dict[str, Any]:
    """All that is known of the pair; ``says`` is the phrase in the language of the interface."""
    return {
        "reports": [found.one.report.id, found.other.report.id],
        "events": list(found.events),
        "same_event": found.same_event,
        "score": found.score.chance,
        "parts": [
            {
                "name": part.name,
                "says": reasons.reason(face, part),
                "compared": reasons.beside(face, part, found.one, found.other),
                "value": part.value,
                "weight": part.weight,
                "adds": part.adds,
            }
            for part in found.score.parts
        ],
        "link": found.link,
        "least_link": LEAST_LINK,
        "join": JOIN,
        "between": found.between,
        "pairs": found.pairs,
        "article_of_both": found.article,
        "judgement": found.judged and told_as_json(found.judged),
        "copied": found.copied,
    }


def _number(value: float) -> str:
    return f"{value:.2f}"


def _nothing(item: object) -> dict[str, Any]:
    raise TypeError(f"{item!r} is shown as a table only")
