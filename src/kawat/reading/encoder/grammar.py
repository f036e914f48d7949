"""What the grammar around a trigger says of its status, where it says it beyond doubt.

The encoder weighs a whole sentence and may miss a small word. These words settle the status of the verb that they
stand before ("has yet to", "urung"), of the noun that they stand by ("called off the talks", "perundingan batal"),
or of the clause that they open ("if", "andaikata"). A pattern is kept only where it agrees with the annotation of
the train and dev parts of the corpus: `python -m training.encoder.grammar` counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.reading.encoder.cues import (
    BEFORE,
    CAME_TO_NOTHING,
    CANCELLED,
    CANCELS,
    CONDITION,
    GONE_ON,
    HANGING,
    HANGING_BARE,
    INVERTED,
    LASTS,
    PROGRESSIVE,
    SCHEDULED,
    SINCE,
    UNDOING,
    UNDONE,
    WAS_TO,
    WISHED,
)
from kawat.reading.lexicon.tokens import Token
from kawat.records import Span, Status

ANNOUNCED = frozenset({"AGREE", "CONCEDE", "REJECT", "REQUEST", "THREATEN", "ACCUSE"})
"""Acts that an announcement does: "Tokyo will ease visa rules" has given in, "will retaliate" has threatened."""

_VERB = {"en": re.compile(r"[a-z]+ed$"), "id": re.compile(r"(?:me|ber|di|ter)[a-z]{3}|keluar|mundur")}
_BARE_VERB = re.compile(r"(?:me|di)[a-z]{3}")
_INDONESIAN_VERB = re.compile(r"(?:me|ber|di|ter)[a-z]{3}")
_AHEAD = re.compile(r"\b(?:tomorrow|next|later|coming)\b")
_NOT = frozenset({"not", "never", "tidak", "tak", "belum"})
_NO_PROGRESS = frozenset({"willing"})


@dataclass(frozen=True, slots=True)
class Around:
    """The words of a sentence before and after a trigger, each in lower case and with a space, and its own.

    ``word``: its first word; ``rest``: its others.
    """

    left: str
    word: str
    right: str
    rest: str = ""

    @property
    def clause(self) -> str:
        """What stands before the trigger since the last comma or the like."""
        return re.split(r"[,;:]", self.left)[-1].lstrip()


def around(tokens: Sequence[Token], trigger: Span) -> Around:
    """The words around a trigger, which touches at least one of the sentence's."""
    inside = [index for index, token in enumerate(tokens) if token.span.overlaps(trigger)]
    words = [token.text if token.text == "May" else token.lower for token in tokens]  # the month is no "may"
    left, right = words[: inside[0]], words[inside[-1] + 1 :]
    return Around(_spaced(left), words[inside[0]], _spaced(right), _spaced(words[inside[0] + 1 : inside[-1] + 1]))


def _spaced(words: Sequence[str]) -> str:
    return "".join(f"{one} " for one in words)


def status_by_grammar(given: Status, type_name: str, where: Around, language: str) -> Status:
    """The status of an event that the encoder gives as ``given``; the same where the grammar does not object."""
    if _in_condition(where, language):
        return given if given is Status.ONGOING or type_name == "THREATEN" else Status.POSSIBLE
    if _on_condition(where, language) and type_name != "THREATEN":
        return Status.POSSIBLE
    undone = where.word in _NOT and type_name != "REJECT"  # "will [not end] the strike"
    if given is Status.DENIED or undone or _denied(where, language):
        return Status.DENIED
    if _says(Status.POSSIBLE, where, language):
        return Status.POSSIBLE
    if _says(Status.PLANNED, where, language):
        open_ = given is Status.POSSIBLE and not SCHEDULED[language].search(where.left)  # "warned it will fire"
        return given if type_name in ANNOUNCED or open_ else Status.PLANNED
    return _real(given, where, language)


def may_be_denied(type_name: str, where: Around, language: str) -> bool:
    """Whether any word of the sentence could say that something has not happened, and none that it went on."""
    if GONE_ON[language].search(where.left) is not None and not _VERB[language].match(where.word):
        return False
    told = "" if type_name == "REJECT" else where.word  # "has not received them" is the act
    return any(UNDONE[language].search(words) is not None for words in (where.left, told, where.right))


def _real(given: Status, where: Around, language: str) -> Status:
    """Whether what happens goes on or is done; words for both settle nothing."""
    on, done = (_says(status, where, language) for status in (Status.ONGOING, Status.OCCURRED))
    lasting = _lasts(where, language) or (language == "en" and _progressive(where))
    if on and not done and given in {Status.OCCURRED, Status.PLANNED}:
        return given if language == "en" and _held(where) else Status.ONGOING
    if given is Status.OCCURRED and lasting:
        return Status.ONGOING
    if given in {Status.ONGOING, Status.PLANNED} and done and not (on or lasting):
        return Status.OCCURRED
    return given


def _says(status: Status, where: Around, language: str) -> bool:
    cue = BEFORE[language].get(status)
    return cue is not None and cue.search(where.left) is not None


def _denied(where: Around, language: str) -> bool:
    if _says(Status.DENIED, where, language):
        return language == "en" or WISHED.search(where.clause) is None
    if language == "id" and _INDONESIAN_VERB.match(where.word) and UNDOING.search(where.left):
        return True
    if WAS_TO[language].search(where.left) and CAME_TO_NOTHING[language].search(where.right):
        return True
    return not _VERB[language].match(where.word) and _called_off(where, language)


def _called_off(where: Around, language: str) -> bool:
    """Whether the noun told was called off, by what stands before or after it."""
    found = CANCELS[language].search(where.left) or CANCELLED[language].search(where.right)
    return found is not None


def _lasts(where: Around, language: str) -> bool:
    """ "has besieged the town since May": a siege that nobody is said to have ended."""
    left, right = SINCE[language]
    lasting = LASTS[language].fullmatch(f"{where.word} {where.rest}".strip()) is not None
    return lasting and left.search(where.left) is not None and right.match(where.right) is not None


def _held(where: Around) -> bool:
    """A participle after "is holding ...": "the men detained"."""
    return where.word.endswith("ed") and "being" not in where.clause


def _progressive(where: Around) -> bool:
    """ "is shelling", "has been shelling"; with a day to come it is a plan."""
    if not where.word.endswith("ing") or where.word in _NO_PROGRESS:
        return False
    ahead = _AHEAD.search(where.left) or _AHEAD.search(where.right)
    return not ahead and PROGRESSIVE.search(where.left) is not None


def _in_condition(where: Around, language: str) -> bool:
    """Whether the trigger stands in a condition: "if Chad attacks", "had Chad attacked"."""
    opened = CONDITION[language].search(where.clause) is not None
    return opened or (language == "en" and _inverted(where))


def _on_condition(where: Around, language: str) -> bool:
    """Whether the trigger hangs on a condition elsewhere in the sentence: "will attack unless ..."."""
    if language == "id" and _BARE_VERB.match(where.word) and HANGING_BARE.match(where.left):
        return True
    condition = CONDITION[language].search(where.left) or CONDITION[language].search(where.right)
    return condition is not None and HANGING[language].search(where.left) is not None


def _inverted(where: Around) -> bool:
    """ "Should Turkey close the strait, ...", no question."""
    return "?" not in where.right and INVERTED.match(where.left) is not None
