"""Acts of speech without a verb of their own: demands ("must"), blame and praise, announcements ("will")."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.reading.lexicon.analysis import Argument
from kawat.reading.lexicon.frames import Roles
from kawat.reading.lexicon.gate import is_public
from kawat.reading.lexicon.search import Scene
from kawat.reading.lexicon.triggers import Needs, TriggerHit
from kawat.records import Mention, VoiceSpans

NEXT_TRIGGER_REACH = 4
HAPPENING = frozenset(
    (
        "be become have remain face need get see lose win come go happen occur take rise fall last end continue "
        "cost mean make find likely probably not never feel know suffer die fail benefit expire stay "
        "menjadi mengalami menyebabkan membuat berlangsung berakhir menghadapi menemui menerima memiliki merupakan "
        "berada mencapai memasuki mendapat mendapatkan meningkat menurun menguat melemah berubah bertahan "
        "berdampak membaik memburuk meluas menyebar menimbulkan memicu membutuhkan memerlukan berjalan berarti"
    ).split()
)


def spoken_roles(scene: Scene, hit: TriggerHit, roles: Roles, voices: Sequence[VoiceSpans]) -> Roles:
    """The roles of a trigger that needs a speaker; empty where it has none, unchanged for all others."""
    if hit.trigger.needs is Needs.NOTHING:
        return roles
    if _other_verb_follows(scene, hit):
        return Roles()
    if hit.trigger.needs is Needs.INTENT and (_describes(scene, hit) or not _wills(scene, hit)):
        return Roles()
    if hit.trigger.needs is Needs.INTENT:
        public = any(is_public(argument.mention) for argument in roles.actors)
        return Roles(roles.actors) if roles.actors and (public or voices) else Roles()
    if not voices:
        return Roles()
    speaker = voices[-1].speaker
    others = tuple(a for a in (*roles.actors, *roles.recipients) if a.mention != speaker and is_public(a.mention))
    return Roles((_argument(speaker),), others)


def _other_verb_follows(scene: Scene, hit: TriggerHit) -> bool:
    """ "will meet" is told by "meet"; "will" by itself tells only what no other trigger tells."""
    told = scene.verbs | scene.nouns
    return any(index in told for index in range(hit.last + 1, hit.last + 1 + NEXT_TRIGGER_REACH))


def _wills(scene: Scene, hit: TriggerHit) -> bool:
    """Whether an act of will follows: "will scrap the interview", not "will be hard", "akan menjadi"."""
    analysis, index = scene.analysis, hit.last + 1
    while analysis.lower(index) in analysis.words.adverbs | analysis.words.auxiliaries - {"be", "have"}:
        index += 1
    word = analysis.lower(index)
    if word in HAPPENING:
        return False
    return word.startswith(("me", "ber")) if analysis.language == "id" else word.isalpha()


def _describes(scene: Scene, hit: TriggerHit) -> bool:
    """ "the meeting that will be held", "yang akan diperingati": a relative clause announces nothing."""
    before = (scene.analysis.lower(hit.first - 1), scene.analysis.lower(hit.first - 2))
    after = scene.analysis.lower(hit.last + 1)
    passive = after in {"be", "segera", "berlangsung"} or (
        scene.analysis.language == "id" and after.startswith("di")
    )
    return passive or bool(set(before) & scene.analysis.words.relatives)


def _argument(mention: Mention) -> Argument:
    return Argument(mention, 0, 0, None, -1, False)
