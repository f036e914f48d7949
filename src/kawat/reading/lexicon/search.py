"""Looking for arguments around a trigger: its subject, its object, what stands behind a preposition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kawat.reading.lexicon.analysis import Analysis, Argument
from kawat.reading.lexicon.inflect import Voice
from kawat.reading.lexicon.triggers import TriggerHit
from kawat.records import MentionKind

OBJECT_REACH = 7
MARKED_REACH = 16
SUBJECT_REACH = 32
_SOURCES = frozenset({"menurut", "according", "citing", "mengutip", "berdasarkan", "dilansir"})
_STOPS = frozenset({";", ":", "—"})
_JOINING = frozenset({"and", "dan", "serta", "lalu", "then", "but", "tetapi", "namun", "sekaligus"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the tokens that trigger verbs and nouns cover, to know what a preposition hangs on."""

    analysis: Analysis
    verbs: frozenset[int]
    nouns: frozenset[int] = frozenset()


def subject_of(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    """Who the verb is about, with those coordinated to it.

    Behind "and" it is the subject of the clause's first verb ("X met Y and praised Z"); else the nearest mention
    before the verb that nothing else governs.
    """
    shared = _shared_subject(scene, hit)
    return shared or _nearest_subject(scene, hit)


def _shared_subject(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    analysis, index = scene.analysis, hit.first - 1
    while analysis.lower(index) in analysis.words.auxiliaries | analysis.words.adverbs:
        index -= 1
    if analysis.lower(index) not in _JOINING:
        return ()
    start = _clause_start(analysis, index)
    first = next((i for i in range(start, index) if is_verb(scene, i)), None)
    if first is None:
        return ()
    for argument in reversed(analysis.arguments):
        if start <= argument.first and argument.last < first and argument.governor is None:
            return analysis.group_of(argument)
    return ()


def _clause_start(analysis: Analysis, index: int) -> int:
    while index > 0 and not (
        analysis.lower(index - 1) in _STOPS | {"that", "bahwa"}
        or analysis.inside_quotes[index - 1] != analysis.inside_quotes[index]
    ):
        index -= 1
    if index == 0 and analysis.lower(0) in _SOURCES:  # "Menurut X, Y telah ... dan ...": X is no subject
        index = next((i + 1 for i, token in enumerate(analysis.tokens) if token.text == ","), 0)
    return index


def is_verb(scene: Scene, index: int) -> bool:
    """Whether a token is a verb, by the dictionaries or by its form."""
    analysis = scene.analysis
    if index in scene.verbs or analysis.lower(index) in analysis.words.light_verbs:
        return True
    word = analysis.tokens[index].text if 0 <= index < len(analysis.tokens) else ""
    if analysis.language == "id":
        return len(word) > 5 and word.startswith(("me", "ber"))
    return len(word) > 4 and word.islower() and word.endswith("ed")


def _nearest_subject(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    analysis = scene.analysis
    relative = _relative(analysis, hit)
    aside = _aside(analysis, hit)
    for argument in reversed(analysis.arguments):
        if argument.first in aside:
            continue
        if argument.last >= hit.first or hit.first - argument.last > SUBJECT_REACH:
            continue
        if _cut(analysis, argument.last, hit.first):
            break
        if argument.mention.kind is MentionKind.PLACE:
            continue
        if relative or (argument.governor is None and not _is_object(scene, argument, hit)):
            return analysis.group_of(argument)
    return ()


def _aside(analysis: Analysis, hit: TriggerHit) -> range:
    """The tokens of a relative clause between commas right before the verb: "Putin, who met Xi, praised ..."."""
    index = hit.first - 1
    while analysis.lower(index) in analysis.words.auxiliaries | analysis.words.adverbs:
        index -= 1
    if analysis.lower(index) != ",":
        return range(0)
    for opening in range(index - 1, 0, -1):
        if analysis.lower(opening) in analysis.words.relatives and analysis.lower(opening - 1) == ",":
            return range(opening, index)
    return range(0)


def _relative(analysis: Analysis, hit: TriggerHit) -> bool:
    """Whether the verb stands right behind "who", "which", "yang", save auxiliaries and adverbs."""
    for index in range(hit.first - 1, max(hit.first - 5, -1), -1):
        word = analysis.lower(index)
        if word in analysis.words.relatives:
            return analysis.lower(index) != "that" or index > 0
        if word not in analysis.words.auxiliaries | analysis.words.adverbs:
            return False
    return False


def _cut(analysis: Analysis, left: int, right: int) -> bool:
    """Whether a sentence-like border stands between two tokens."""
    if any(word in {";", ":", "—"} for word in analysis.between(left, right)):
        return True
    return analysis.inside_quotes[left] != analysis.inside_quotes[min(right, len(analysis.tokens) - 1)]


def _is_object(scene: Scene, argument: Argument, hit: TriggerHit) -> bool:
    """Whether a mention before the verb is the object of an earlier verb, and not also this one's subject."""
    analysis = scene.analysis
    index = argument.first - 1
    while index >= 0 and analysis.lower(index) in analysis.words.determiners:
        index -= 1
    if not is_verb(scene, index):
        return False
    between = analysis.between(argument.last, hit.first)
    controlled = between[:1] in (("to",), ("untuk",), ("agar",), ("supaya",)) or (not between)
    return not controlled


def object_of(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    """The first ungoverned mention after the verb, within its clause."""
    analysis = scene.analysis
    for argument in analysis.arguments:
        if argument.last <= hit.last:
            continue
        if "," in analysis.between(hit.last, argument.first):
            return ()
        if argument.first - hit.last > OBJECT_REACH or _blocked(scene, hit.last, argument.first):
            return ()
        if argument.governor is None or (argument.governor in {"of", "to"} and argument.first - hit.last <= 2):
            return analysis.group_of(argument)
        if argument.governor in {"of", "dari", "pada"}:
            return analysis.group_of(argument)
        return ()
    return ()


def marked_by(scene: Scene, hit: TriggerHit, markers: frozenset[str]) -> tuple[Argument, ...]:
    """The first mention after the trigger that one of ``markers`` governs."""
    for argument in after(scene, hit, MARKED_REACH):
        if argument.governor in markers:
            return scene.analysis.group_of(argument)
    return ()


def after(scene: Scene, hit: TriggerHit, reach: int) -> Iterator[Argument]:
    for argument in scene.analysis.arguments:
        if argument.first <= hit.last:
            continue
        if argument.first - hit.last > reach or _blocked(scene, hit.last, argument.first):
            return
        if hit.voice is Voice.NOUN and any(index in scene.nouns for index in range(hit.last + 1, argument.first)):
            return
        yield argument


def _blocked(scene: Scene, left: int, right: int) -> bool:
    """Whether another clause begins between two tokens: a sign, a subordinator, another verb."""
    analysis = scene.analysis
    for index in range(left + 1, right):
        word = analysis.lower(index)
        if word in _STOPS or index in scene.verbs:
            return True
        if word in analysis.words.subordinators and word not in {
            "since",
            "as",
            "before",
            "after",
            "saat",
            "setelah",
        }:
            return True
    return False
