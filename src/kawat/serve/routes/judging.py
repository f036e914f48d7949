"""`/judgements`: what an editor decides, through the same functions as the commands."""

from __future__ import annotations

from kawat.errors import UsageError
from kawat.export.change_json import change_json, happened
from kawat.export.judgement_json import judgement_json, listed_judgements
from kawat.intake import deciding
from kawat.intake.deciding import Decided, Editor
from kawat.intake.summaries import summarise
from kawat.serve.answers import Answer, Json, json_answer
from kawat.serve.operations import Asked, Operation
from kawat.serve.parameters import Parameter
from kawat.store import Store

JUDGEMENT = Parameter("id", "The id of a judgement, or the beginning of it.", most=64, in_path=True)


def judge(store: Store, asked: Asked) -> Answer:
    body: Json = asked.body
    name = body.get("editor", "").strip() or asked.setting.editor or asked.setting.login
    decided = _decide(store, body, Editor(name, asked.now, body.get("note", "").strip() or None))
    return _told(store, decided)


def _decide(store: Store, body: Json, editor: Editor) -> Decided:
    if ("event" in body) is ("report" in body):
        raise UsageError("give either event or report: the id of what is judged")
    thing, other = str(body.get("event", body.get("report"))), body.get("other")
    match body["kind"]:
        case "accept":
            return deciding.accept(store, thing, editor)
        case "reject":
            return deciding.reject(store, thing, editor)
        case "unlink":
            return deciding.unlink(store, thing, other, editor)
        case "link":
            if other is None:
                raise UsageError("link needs other: the id of the other report or event")
            return deciding.link(store, thing, other, editor)
        case _:
            if "field" not in body or "value" not in body:
                raise UsageError("set needs field and value")
            return deciding.correct(store, thing, body["field"], body["value"], editor)


def take_back(store: Store, asked: Asked) -> Answer:
    return _told(store, deciding.take_back(store, [str(asked.values["id"])], asked.now))


def _told(store: Store, decided: Decided) -> Answer:
    summarise(store)
    return json_answer(
        {
            "judgements": [judgement_json(one) for one in listed_judgements(store, decided.judgements)],
            "changes": [change_json(one) for one in happened(store, decided.changes)],
            "events": list(decided.events),
            "event": decided.events[0] if decided.events else None,
        }
    )


OPERATIONS = (
    Operation(
        "/judgements",
        "Judge a report, or every report of an event; merging follows. Only with `--edit`.",
        judge,
        "judged",
        method="POST",
        writes=True,
        body="judging",
    ),
    Operation(
        "/judgements/{id}",
        "Take a judgement back. Only with `--edit`.",
        take_back,
        "judged",
        (JUDGEMENT,),
        method="DELETE",
        writes=True,
    ),
)
