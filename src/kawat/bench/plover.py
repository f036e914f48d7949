"""A report as the PLOVER of the marked sentences codes it: what an act amounts to today, in its older conventions.

Kawat types the act itself and keeps its status. What is still to come is another root there, and some acts are
filed elsewhere than `docs/ontology.md` has them: a refusal in any words is REJECT, sanctions are COERCE, a
conviction is ACCUSE. `docs/howto-bench.md` lists them; each follows how the set codes such rows, not single rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.ontology import quad
from kawat.records import Actor, Report, Status

YIELD = "YIELD"
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
TO_COME = frozenset({Status.PLANNED, Status.POSSIBLE})
MATERIAL_CONFLICT = 4
_YIELDS = frozenset({"CONCEDE", "RETREAT"})
_CARRIED_OUT = frozenset({"COERCE", "ASSAULT", "RETREAT", "SANCTION", "ACCUSE"})
"""What an order comes to: "ordered his arrest", "ordered strikes", "ordered the release"."""
_NEAR = 80
"""Characters from an order or a call on in which what is ordered or called for stands."""
_CLAUSE = 70
"""Characters after a trigger that tell what it is about."""
_LIKELY = 0.3
"""The confidence from which what is ordered or called for is taken to be read rightly."""


@dataclass(frozen=True, slots=True)
class Convention:
    """Acts of a type, and of a mode where one is given, whose words match are filed under a root.

    ``words``: a pattern for the text from the trigger on.
    """

    type: str
    root: str
    words: str = ""
    mode: str | None = None

    def holds(self, report: Report, clause: str) -> bool:
        """Whether it is about the report; ``clause``: the text from its trigger on."""
        fits = report.type == self.type and self.mode in {None, report.mode}
        return fits and re.search(self.words, clause, re.IGNORECASE) is not None


_WATCHERS = r"peacekeep|observers|monitors|inspectors"
CONVENTIONS = (
    Convention("SANCTION", "ACCUSE", mode="convict"),
    Convention("SANCTION", "COERCE", r"\b(?:sanction|embargo)"),
    Convention("COERCE", "SANCTION", rf"^expel.*(?:{_WATCHERS}|\b(?:aid )?workers|staff|mission)"),
    Convention("COERCE", "ASSAULT", mode="cyber"),
    Convention("COERCE", "ASSAULT", r"^(?:(?:imposed )?blockad|captur|(?:launched )?cyber)"),
    Convention("RETREAT", "SANCTION", rf"^withdr.*(?:{_WATCHERS})"),
    Convention("REJECT", "ASSAULT", r"^violat.*(?:cease-?fire|truce)"),
    Convention("THREATEN", "COERCE", r"\b(?:warrant|arrest)\b"),
    Convention("AGREE", "SUPPORT", r"^(?:pledg|promis|offer|reiterat).*\bsupport\b"),
    Convention("AGREE", "SUPPORT", r"^(?:agreement|accord|deal|pact)\b"),
    Convention(
        "AGREE", "SUPPORT", r"^agreed (?:on |to )?(?:an?|the) (?:[\w-]+ ){0,5}(?:agreement|deal|pact|accord)\b"
    ),
    Convention("MOBILIZE", "AID", rf"{_WATCHERS}|\bpeace\b"),
)


def plover_root(report: Report, text: str, beside: Sequence[Report] = ()) -> str:
    """The root of a report, CONCEDE and RETREAT as YIELD. ``beside``: what else the ``text`` tells."""
    root = report.type
    if report.status is Status.DENIED and root in COOPERATION:
        return "REJECT"
    if report.status in TO_COME and root in COOPERATION and not _is_declared(report, text):
        return "AGREE" if root not in _YIELDS or report.status is Status.PLANNED else YIELD
    clause = text[report.trigger.start : report.trigger.end + _CLAUSE]
    about = _about(report, text, beside) if root == "REQUEST" else None
    if about is not None:
        return about
    if report.status is Status.PLANNED and quad(root) == MATERIAL_CONFLICT and _own_words(report):
        return "THREATEN"
    filed = next((one.root for one in CONVENTIONS if one.holds(report, clause)), root)
    return YIELD if filed in _YIELDS else filed


def _is_declared(report: Report, text: str) -> bool:
    """Whether a yielding to come is told by a noun: "announced a ceasefire" yields, "will release" agrees to."""
    before = text[: report.trigger.start].split()[-3:]
    noun = bool(before) and re.fullmatch(r"the|an?|of|[\w-]+al|[\w-]+-(?:day|hour|week|month)|its|his", before[-1])
    return report.type in _YIELDS and bool(noun)


def _about(request: Report, text: str, beside: Sequence[Report]) -> str | None:
    """The root of an order, by what is ordered, and of a call for measures; None for what else is asked."""
    word = request.trigger.of(text).lower()
    after = [
        one
        for one in beside
        if 0 < one.trigger.start - request.trigger.start <= _NEAR and one.confidence >= _LIKELY
    ]
    first = min(after, key=lambda one: one.trigger.start, default=None)
    if first is None:
        return None
    if word.startswith("order") and first.type in _CARRIED_OUT:
        return YIELD if first.type in _YIELDS else first.type
    calls = word.startswith("call") and first.status is Status.POSSIBLE
    return "ACCUSE" if calls and first.type in {"SANCTION", "ACCUSE"} else None


def _own_words(report: Report) -> bool:
    """Whether the doer announces the act, or nobody else is said to."""
    voices = [voice.actor for voice in report.attribution]
    return not voices or any(_same(voice, actor) for voice in voices for actor in report.actors)


def _same(one: Actor, other: Actor) -> bool:
    if one.id is not None and one.id == other.id:
        return True
    if one.country is not None or other.country is not None:
        return one.country == other.country
    return one.name.lower() == other.name.lower()
