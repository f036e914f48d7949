"""`kawat who` and `kawat ontology`: what Kawat knows, whatever is in the store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.cli import options as opt
from kawat.cli.face import Column, Face, out, show
from kawat.errors import NotFoundError

if TYPE_CHECKING:
    from kawat.knowledge import Term, WhoAnswer
    from kawat.ontology import EventType


def who(
    name: Annotated[list[str], typer.Argument(metavar="NAME...", help="As a text would have it.")],
    on: Annotated[
        date | None, typer.Option("--on", metavar="DAY", parser=opt.day, help="Offices held on this day.")
    ] = None,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Who bears a name, and which offices they held.

    \b
    Examples:
      kawat who Sukarno --on 1960-01-01
      kawat who PBB
    """
    from kawat.export.plain import values
    from kawat.knowledge import who as look_up

    face = Face(lang, as_json, as_csv)
    given = " ".join(name)
    answers = look_up(given, on)
    if not answers:
        raise NotFoundError(face.say("unknown_name", name=given))
    columns = (
        Column("name", 6),
        Column("id", 6, under=True),
        Column("kind", width=12),
        Column("form", width=12, under=True),
        Column("country"),
        Column("sector"),
        Column("offices", 12),
    )
    show(face, columns, answers, lambda answer: _who_cells(face, answer), values)


def _who_cells(face: Face, answer: WhoAnswer) -> tuple[str, ...]:
    entry = answer.entry
    name = entry.name_id if face.lang == "id" else entry.name_en
    offices = "\n".join(dict.fromkeys(_office(face, term) for term in answer.offices))
    kinds = (entry.kind.value, answer.form.value)
    return name, entry.id, *kinds, entry.country or "", entry.sector or "", offices


def _office(face: Face, term: Term) -> str:
    return f"{term.title} ({term.country}, {term.start} – {term.end or face.say('in_office')})"


def ontology(
    name: Annotated[str | None, typer.Argument(metavar="[TYPE]", help="One type, with its modes.")] = None,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """List the types of events that Kawat reads.

    They are those of PLOVER; scores go from -10 (conflict) to 10 (cooperation).

    \b
    Examples:
      kawat ontology
      kawat ontology CONSULT --lang id
    """
    from kawat.export.plain import values
    from kawat.ontology import event_type, load_ontology

    face = Face(lang, as_json, as_csv)
    types = load_ontology().types if name is None else (event_type(name.upper()),)
    columns = (
        Column("code"),
        Column("what", 4),
        Column("quad", right=True),
        Column("score", right=True),
        Column("definition", 10),
        Column("modes", 8),
    )
    show(face, columns, types, lambda one: _type_cells(face, one), values)
    if name is None and not (as_json or as_csv):
        out("\n" + "  ".join(f"{quad.code} {_label(face, quad)}" for quad in load_ontology().quads))


def _type_cells(face: Face, one: EventType) -> tuple[str, ...]:
    label = one.label_id if face.lang == "id" else one.label_en
    definition = one.definition_id if face.lang == "id" else one.definition
    return one.name, label, str(one.quad), f"{one.score:g}", definition, ", ".join(mode.name for mode in one.modes)


def _label(face: Face, term: object) -> str:
    label: str = getattr(term, "label_id" if face.lang == "id" else "label_en")
    return label
