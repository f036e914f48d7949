"""PLOVER types as CAMEO codes, and who acts as CAMEO writes it: what GDELT-like tables need."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from kawat.export.codes import codes_of
from kawat.knowledge.tables import read_rows
from kawat.records import Actor, ActorKind
from kawat.views.actors import is_state

COLUMNS = ("type", "mode", "code", "force")
FILE = "cameo.tsv"

ROLES = {
    "AGR": "AGR", "BUS": "BUS", "COP": "COP", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI", "GOV": "GOV",
    "JRN": "MED", "JUD": "JUD", "LAB": "LAB", "LEG": "LEG", "MED": "HLH", "MIL": "MIL", "OPP": "OPP", "REB": "REB",
    "REF": "REF", "SPY": "SPY", "UAF": "UAF",
}  # fmt: skip
"""PLOVER sectors as CAMEO types; some have none. MED is medicine in PLOVER, the press in CAMEO."""

STATELESS = {"IGO": "IGO", "IMG": "IMG", "MNC": "MNC", "NGO": "NGO", "UNO": "UNO"}
"""PLOVER's codes in place of a country that are types in CAMEO."""

_FORCES = frozenset({"MIL", "REB", "UAF", "PRM"})


@cache
def _codes() -> dict[tuple[str, str], tuple[str, str | None]]:
    rows = read_rows(Path(str(files("kawat.export").joinpath("data", FILE))), COLUMNS)
    return {(r.text("type"), r.optional("mode") or ""): (r.text("code"), r.optional("force")) for r in rows}


def cameo_code(kind: str, mode: str | None, actors: tuple[Actor, ...] = ()) -> str:
    """The CAMEO code of an act by these actors: three or four digits, as text."""
    known = _codes()
    plain, by_force = known.get((kind, mode or "")) or known[kind, ""]
    return by_force if by_force and any(map(_is_force, actors)) else plain


def cameo_country(actor: Actor) -> str:
    """The country as CAMEO writes it; empty where it has no code."""
    return codes_of(actor.country).cameo or ""


def cameo_types(actor: Actor) -> tuple[str, ...]:
    """The CAMEO types of an actor, none of a state as such."""
    known = (STATELESS.get(actor.country or ""), None if _is_bare_state(actor) else ROLES.get(actor.sector or ""))
    return tuple(one for one in known if one)


def _is_bare_state(actor: Actor) -> bool:
    return actor.kind is ActorKind.STATE and is_state(actor.country)


def _is_force(actor: Actor) -> bool:
    return actor.kind is ActorKind.STATE or actor.sector in _FORCES
