"""Who acts on whom: actors and recipients of a trigger, by voice, word order and prepositions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kawat.reading.lexicon.analysis import Analysis, Argument
from kawat.reading.lexicon.inflect import Voice
from kawat.reading.lexicon.search import OBJECT_REACH, Scene, after, marked_by, object_of, subject_of
from kawat.reading.lexicon.triggers import TriggerHit
from kawat.records import MentionKind

LIGHT_REACH = 5
STRUCK = frozenset({"ASSAULT", "ACCUSE", "AID"})
STRUCK_REACH = 8
STRUCK_PREPOSITIONS = frozenset({"in", "of", "di", "ke"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Arguments by side; ``symmetric`` when all sides act alike and stand in ``actors``."""

    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    symmetric: bool = False


def roles_of(scene: Scene, hit: TriggerHit) -> Roles:
    """The roles of ``hit`` in its sentence."""
    found = _noun_roles(scene, hit) if hit.voice is Voice.NOUN else _verb_roles(scene, hit)
    if hit.trigger.type == "CONSULT" and hit.trigger.mode != "visit":
        return _all_meeting(found)
    if hit.trigger.type in STRUCK and found.actors and not found.recipients and not found.symmetric:
        return replace(found, recipients=_struck_place(scene, hit, found.actors))
    return found


def _all_meeting(roles: Roles) -> Roles:
    """Who meets, talks or phones acts alike with whom he meets; only a visit has a guest and a host."""
    everyone = (*roles.actors, *(r for r in roles.recipients if r not in roles.actors))
    return Roles(everyone, symmetric=len(everyone) > 1)


def _struck_place(scene: Scene, hit: TriggerHit, actors: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """ "bombed a village in southern Lebanon", "condemned the coup in Niger": the place's country is meant."""
    countries = {argument.mention.country_hint for argument in actors}
    for argument in after(scene, hit, STRUCK_REACH):
        mention = argument.mention
        placed = mention.kind in {MentionKind.PLACE, MentionKind.STATE} and mention.country_hint
        if placed and argument.governor in STRUCK_PREPOSITIONS and mention.country_hint not in countries:
            return (argument,)
    return ()


def is_passive(scene: Scene, hit: TriggerHit) -> bool:
    """Whether the subject undergoes the act."""
    analysis = scene.analysis
    if hit.voice is Voice.PASSIVE:
        return True
    if hit.voice is not Voice.EITHER:
        return False
    for index in range(hit.first - 1, max(hit.first - 5, -1), -1):
        word = analysis.lower(index)
        if word in analysis.words.passive_auxiliaries:
            return True
        if word not in analysis.words.adverbs and word not in analysis.words.auxiliaries:
            break
    return analysis.lower(hit.last + 1) in analysis.words.agent


# --- verbs ------------------------------------------------------------------------------------------


def _verb_roles(scene: Scene, hit: TriggerHit) -> Roles:
    frame, passive = hit.trigger.frame, is_passive(scene, hit)
    subject = subject_of(scene, hit)
    if passive:
        agent = _agent(scene, hit)
        if frame.partner and len(subject) > 1 and not agent:  # "the Russia-Iran treaty, signed in ..."
            return Roles(subject, symmetric=True)
        marked = marked_by(scene, hit, frame.recipient - {"obj"})
        undergoing = subject if "obj" in frame.recipient else ()
        return Roles(agent, undergoing or marked or subject)
    givers = marked_by(scene, hit, frame.source - {"obj"})
    if not givers and "obj" in frame.source:
        givers = object_of(scene, hit)
    if givers:
        return Roles(givers, subject)
    partners = _partners(scene, hit)
    if partners:
        return Roles((*subject, *partners), symmetric=True)
    recipients = _recipients(scene, hit)
    both = bool(frame.partner) and len(subject) > 1 and not recipients
    return Roles(subject, tuple(r for r in recipients if r not in subject), symmetric=both)


def _partners(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    frame = hit.trigger.frame
    if not frame.partner:
        return ()
    marked = marked_by(scene, hit, frame.partner - {"obj"})
    return marked or (object_of(scene, hit) if "obj" in frame.partner else ())


def _recipients(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    frame = hit.trigger.frame
    marked = marked_by(scene, hit, frame.recipient - {"obj"})
    direct = object_of(scene, hit) if "obj" in frame.recipient and not marked else ()
    return marked or direct or (_relative_agent(scene, hit) if "obj" in frame.recipient else ())


def _relative_agent(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    """ "mendukung semua langkah yang akan diambil Rusia": who does what is supported is who is supported."""
    analysis = scene.analysis
    for argument in analysis.arguments:
        if not 0 < argument.first - hit.last <= OBJECT_REACH or argument.governor not in {None, "oleh"}:
            continue
        between = analysis.between(hit.last, argument.first)
        clause = between[between.index("yang") + 1 :] if "yang" in between else ()
        if clause and clause[-1].startswith("di") and all(w in analysis.words.auxiliaries for w in clause[:-1]):
            return analysis.group_of(argument)
    return ()


def _agent(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    analysis = scene.analysis
    by = marked_by(scene, hit, analysis.words.agent)
    if by or analysis.language == "en":
        return by
    for argument in analysis.arguments:
        if argument.first == hit.last + 1 and argument.governor is None:
            return analysis.group_of(argument)
    return ()


# --- nouns ------------------------------------------------------------------------------------------


def _noun_roles(scene: Scene, hit: TriggerHit) -> Roles:
    frame = hit.trigger.frame
    pair = _between_pair(scene, hit)
    if pair and frame.partner:
        return Roles(pair, symmetric=True)
    actors = _owner(scene, hit) or _noun_agent(scene, hit) or _means(scene, hit)
    recipients = _noun_recipients(scene, hit, actors)
    partners = tuple(a for a in marked_by(scene, hit, frame.partner - {"obj"}) if a not in actors)
    if not actors:
        actors = tuple(a for a in _light_subject(scene, hit) if a not in (*recipients, *partners))
    if frame.source and not recipients and actors:
        return Roles(marked_by(scene, hit, frame.source), actors)
    if partners:
        return Roles((*(actors or _main_subject(scene, hit, partners)), *partners), symmetric=True)
    return Roles(actors, recipients, symmetric=bool(frame.partner) and len(actors) > 1 and not recipients)


def _between_pair(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    """ "talks between A and B", "pertemuan antara A dan B", "US-China talks", "pertemuan A-B"."""
    analysis = scene.analysis
    pair = marked_by(scene, hit, analysis.words.between)
    if pair:
        return pair
    for argument in analysis.arguments:
        near = 0 < hit.first - argument.last <= 2 or 0 < argument.first - hit.last <= 1
        group = analysis.group_of(argument)
        if near and len(group) > 1:
            return group
    return ()


def _owner(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    """ "Iran's attack", "Russian air strikes", "serangan Israel", "pertemuannya" keeps none."""
    analysis = scene.analysis
    for argument in analysis.arguments:
        if analysis.language == "en":
            gap = hit.first - argument.last - 1
            free = all(w not in analysis.words.prepositions for w in analysis.between(argument.last, hit.first))
            if (
                0 <= gap <= 3
                and free
                and not any(i in scene.verbs for i in range(argument.last + 1, hit.first))
                and (argument.owner or gap <= 2)
            ):
                return analysis.group_of(argument)
        elif (
            hit.first < argument.first <= hit.last + 1 <= argument.last + 1
            and argument.governor is None
            and "obj" not in hit.trigger.frame.recipient
        ):
            return analysis.group_of(argument)
    return _clitic_owner(analysis, hit)


def _clitic_owner(analysis: Analysis, hit: TriggerHit) -> tuple[Argument, ...]:
    """ "Putin ... pertemuannya": the owner is whom the sentence is about, its first ungoverned mention."""
    if analysis.language != "id" or not analysis.lower(hit.last).endswith("nya"):
        return ()
    before = (a for a in analysis.arguments if a.last < hit.first and a.governor is None)
    first = next(before, None)
    return (first,) if first else ()


def _noun_agent(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    """ "attack by X", "visit of X", "dukungan yang diberikan oleh X", "keinginan yang disampaikan X"."""
    analysis, markers = scene.analysis, set(scene.analysis.words.agent)
    if "obj" not in hit.trigger.frame.recipient:
        markers |= {"of", "from", "dari"} - hit.trigger.frame.recipient
    for argument in analysis.arguments:
        gap = argument.first - hit.last
        if not 0 < gap <= 6:
            continue
        if argument.governor in markers:
            return analysis.group_of(argument)
        clause = analysis.between(hit.last, argument.first)
        if argument.governor is None and len(clause) == 2 and clause[0] == "yang" and clause[1].startswith("di"):
            return analysis.group_of(argument)
    return ()


def _means(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    """ "opened the war with a surprise attack": who does something by an act does the act."""
    analysis = scene.analysis
    before = {analysis.lower(index) for index in range(max(hit.first - 4, 0), hit.first)}
    return subject_of(scene, hit) if before & {"with", "by", "through", "dengan", "melalui", "lewat"} else ()


def _main_subject(scene: Scene, hit: TriggerHit, partners: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """ "... after talks with X": the one who talked with X is whom the sentence is about."""
    countries = {argument.mention.country_hint for argument in partners}
    for argument in scene.analysis.arguments:
        if argument.last < hit.first and argument.governor is None:
            return () if argument.mention.country_hint in countries else (argument,)
    return ()


def _noun_recipients(scene: Scene, hit: TriggerHit, actors: tuple[Argument, ...]) -> tuple[Argument, ...]:
    frame = hit.trigger.frame
    markers = frame.recipient - {"obj"}
    if "obj" in frame.recipient:
        markers |= {"of"}
        direct = tuple(a for a in object_of(scene, hit) if a not in actors)
        if direct and direct[0].first - hit.last <= 3:
            return direct
    return tuple(a for a in marked_by(scene, hit, markers) if a not in actors)


def _light_subject(scene: Scene, hit: TriggerHit) -> tuple[Argument, ...]:
    """The subject of the light verb that carries the noun: "X launched an attack", "X melakukan kunjungan"."""
    analysis = scene.analysis
    for index in range(hit.first - 1, max(hit.first - LIGHT_REACH - 1, -1), -1):
        word = analysis.lower(index)
        if word in analysis.words.light_verbs:
            voice = Voice.PASSIVE if analysis.language == "id" and word.startswith("di") else Voice.ACTIVE
            light = TriggerHit(hit.trigger, voice, index, index, analysis.tokens[index].span)
            return subject_of(scene, light)
        counted = (
            word == "of" and analysis.lower(index - 1) in analysis.words.determiners | analysis.words.group_nouns
        )
        if word in analysis.words.prepositions | analysis.words.subordinators and not counted:
            return ()
    return ()
