"""The YAML files of the ontology, read once and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from kawat.errors import KnowledgeError
from kawat.ontology.model import Decision, EventType, FormerName, Mode, Ontology, StatusTerm, Term
from kawat.records import Status

PLOVER_FILE = "plover.yaml"
SECTORS_FILE = "sectors.yaml"
SCORE_LIMIT = 10.0

_T = TypeVar("_T")
_Row = Mapping[str, Any]


@cache
def load_ontology() -> Ontology:
    """The ontology as shipped. Raises `KnowledgeError` naming file, row and rule where a file is broken."""
    return parse_ontology(_text(PLOVER_FILE), _text(SECTORS_FILE))


def parse_ontology(plover: str, sectors: str) -> Ontology:
    """An ontology from the two files' text. Raises `KnowledgeError` as `load_ontology` does."""
    main, side = _mapping(plover, PLOVER_FILE), _mapping(sectors, SECTORS_FILE)
    ontology = Ontology(
        types=_rows(main, "types", PLOVER_FILE, _event_type),
        quads=_rows(main, "quads", PLOVER_FILE, _term),
        contexts=_rows(main, "contexts", PLOVER_FILE, _term),
        statuses=_rows(main, "statuses", PLOVER_FILE, _status),
        sectors=_rows(side, "sectors", SECTORS_FILE, _term),
        nonstate=_rows(side, "nonstate", SECTORS_FILE, _term),
        former_names=_rows(main, "former_names", PLOVER_FILE, _former_name),
        decisions=_rows(main, "decisions", PLOVER_FILE, _decision),
    )
    _check(ontology)
    return ontology


def _text(name: str) -> str:
    return files("kawat.ontology").joinpath(name).read_text(encoding="utf-8")


def _mapping(text: str, name: str) -> _Row:
    import yaml  # here: the help of a command should not wait for it

    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{name} is not valid YAML; mend it or install Kawat again: {error}") from error
    if not isinstance(data, dict):
        raise KnowledgeError(f"{name} must hold a mapping; mend it or install Kawat again")
    return data


def _rows(data: _Row, section: str, name: str, make: Callable[[_Row], _T]) -> tuple[_T, ...]:
    rows = data.get(section)
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise KnowledgeError(f"{name} needs a list called {section!r}; mend it or install Kawat again")
    return tuple(_row(row, f"{name}, {section}, row {index}", make) for index, row in enumerate(rows, 1))


def _row(row: _Row, where: str, make: Callable[[_Row], _T]) -> _T:
    try:
        return make(row)
    except (KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"{where}: {type(error).__name__} {error}; mend the row") from error


def _event_type(row: _Row) -> EventType:
    return EventType(
        name=str(row["name"]),
        label_en=str(row["label"]["en"]),
        label_id=str(row["label"]["id"]),
        definition=str(row["definition"]["en"]),
        definition_id=str(row["definition"]["id"]),
        modes=tuple(_mode(mode) for mode in row["modes"]),
        score=float(row["score"]),
        quad=int(row["quad"]),
        needs_recipient=bool(row["needs_recipient"]),
    )


def _mode(row: _Row) -> Mode:
    return Mode(str(row["name"]), str(row["label"]["en"]), str(row["label"]["id"]), float(row["score"]))


def _term(row: _Row) -> Term:
    code = row["code"] if "code" in row else row["name"]
    return Term(str(code), str(row["label"]["en"]), str(row["label"]["id"]))


def _status(row: _Row) -> StatusTerm:
    term = _term(row)
    return StatusTerm(term.code, term.label_en, term.label_id, str(row["definition"]))


def _former_name(row: _Row) -> FormerName:
    mode = row["mode"]
    return FormerName(str(row["name"]), str(row["type"]), None if mode is None else str(mode))


def _decision(row: _Row) -> Decision:
    return Decision(str(row["id"]), str(row["question"]), str(row["decided"]), str(row["reason"]))


def _check(ontology: Ontology) -> None:
    _unique("types", (event_type.name for event_type in ontology.types))
    _unique("contexts", (term.code for term in ontology.contexts))
    _unique("sectors", (term.code for term in (*ontology.sectors, *ontology.nonstate)))
    _unique("former_names", (former.name for former in ontology.former_names))
    _unique("decisions", (decision.id for decision in ontology.decisions))
    quads = {term.code for term in ontology.quads}
    for event_type in ontology.types:
        _check_type(event_type, quads)
    for former in ontology.former_names:
        _check_former(former, {event_type.name: event_type for event_type in ontology.types})
    if [term.name for term in ontology.statuses] != [status.value for status in Status]:
        raise KnowledgeError(f"{PLOVER_FILE}: statuses must be those of kawat.records.Status, in its order")


def _check_type(event_type: EventType, quads: set[str]) -> None:
    _unique(f"modes of {event_type.name}", (mode.name for mode in event_type.modes))
    if str(event_type.quad) not in quads:
        raise KnowledgeError(f"{PLOVER_FILE}, {event_type.name}: quad {event_type.quad} is not under 'quads'")
    for score in (event_type.score, *(mode.score for mode in event_type.modes)):
        if not -SCORE_LIMIT <= score <= SCORE_LIMIT:
            raise KnowledgeError(f"{PLOVER_FILE}, {event_type.name}: score {score} must be within -10 and 10")


def _check_former(former: FormerName, types: Mapping[str, EventType]) -> None:
    known = types.get(former.type)
    if former.name in types or known is None:
        raise KnowledgeError(f"{PLOVER_FILE}, former_names, {former.name}: it must lead to a present type")
    if former.mode is not None and former.mode not in {mode.name for mode in known.modes}:
        raise KnowledgeError(f"{PLOVER_FILE}, former_names, {former.name}: no mode {former.mode!r}")


def _unique(section: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise KnowledgeError(f"{section}: {name!r} stands twice; keep one")
        seen.add(name)
