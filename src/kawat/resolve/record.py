"""A Reading becomes a Record: every span gets its value, repeats are folded, ids are given."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kawat.knowledge import Knowledge, load_knowledge
from kawat.knowledge.entries import is_state
from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Claim,
    ClaimSpans,
    Dropped,
    Mention,
    ParagraphKind,
    Place,
    Reading,
    Record,
    Report,
    ReportSpans,
    Span,
    Status,
    Voice,
    VoiceSpans,
    content_id,
)
from kawat.resolve.actors import Resolved, resolve_actors, wordings_of
from kawat.resolve.answers import with_answers
from kawat.resolve.apposed import BESIDE_IT
from kawat.resolve.beside import with_beside
from kawat.resolve.bystanders import (
    acts_along,
    comes_from,
    helps_fight,
    is_against,
    is_asker,
    is_means,
    is_of_opponents,
    without_voices,
)
from kawat.resolve.clauses import with_clauses
from kawat.resolve.clitics import with_clitics
from kawat.resolve.contents import with_contents
from kawat.resolve.crowds import with_lands
from kawat.resolve.currencies import with_own_money
from kawat.resolve.discourse import BESIDE
from kawat.resolve.dyads import with_dyad
from kawat.resolve.figures import with_figures
from kawat.resolve.fold import fold, repeats
from kawat.resolve.homes import HOME, LANDS, PLAYS, POSTED
from kawat.resolve.hosts import with_visitor
from kawat.resolve.implied import with_implied
from kawat.resolve.located import located
from kawat.resolve.members import with_members
from kawat.resolve.namesakes import with_namesakes
from kawat.resolve.offsets import since, with_offsets
from kawat.resolve.owners import POSSESSIVE
from kawat.resolve.pairs import SIDES
from kawat.resolve.phrases import with_phrases
from kawat.resolve.places import place_mention, resolve_where, surnames
from kawat.resolve.promises import as_said, with_promised
from kawat.resolve.quantities import resolve_many
from kawat.resolve.received import is_giver, with_received
from kawat.resolve.sent import is_sent
from kawat.resolve.sides import is_no_one, sides_of
from kawat.resolve.spoken import with_spoken_of
from kawat.resolve.standing import ALONE, Standing, chance, is_whole, load_standing, parted, private_affairs
from kawat.resolve.stories import stories
from kawat.resolve.terms import as_of
from kawat.resolve.times import Surrounding, is_ahead, resolve_when, surrounding
from kawat.resolve.tolls import with_tolls
from kawat.resolve.topics import is_backer, is_topic
from kawat.resolve.wording import LIES, SPEAKS


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an article's mentions when its reports are made: who they are, where they are.

    ``home``: the country that the article is about, or None; ``starts``: where its stories begin; ``lands``: the
    countries of its states and places.
    """

    article: Article
    knowledge: Knowledge
    actors: Resolved
    home: str | None
    places: Mapping[Mention, Place]
    surnames: frozenset[str]
    around: Surrounding
    starts: Sequence[int]
    lands: Mapping[Mention, str | None]


def resolve(article: Article, reading: Reading) -> Record:
    """Give every span of a reading its value. Pure: the same reading gives the same record."""
    standing = load_standing() if reading.weighed and is_whole(article) else None
    reading = _prepared(article, reading, standing)
    known = _known(article, reading)
    if standing is not None:
        reading = _weighed(reading, known, standing)
        known = replace(known, around=surrounding(reading.reports, reading.mentions))
    whole, folded = _whole(reading, known)
    kept, held = parted(whole, ALONE if reading.weighed else 0.0)
    if standing is not None:
        private = private_affairs(kept)
        kept, held = [one for one in kept if one not in private], [*held, *private]
    one_story = len(known.starts) == 1
    published = with_dyad(kept, article, known.actors, known.home, known.knowledge) if one_story else kept
    claims = tuple(_claim(article, spans, known.actors, published) for spans in reading.claims)
    unsure = [*held, *(_report(spans, known) for spans in reading.candidates)]
    candidates = tuple(sorted(unsure, key=lambda one: (one.trigger, one.type)))
    return Record(reading.reader, article, tuple(published), claims, (*reading.dropped, *folded), candidates)


def asked_reports(article: Article, reading: Reading, standing: Standing) -> list[Report]:
    """The reports whose chance to stand is asked, with their values and the confidence of the reader."""
    reading = _prepared(article, reading, standing)
    return parted(_whole(reading, _known(article, reading))[0])[0]


def _prepared(article: Article, reading: Reading, standing: Standing | None) -> Reading:
    """The reading with the sides that grammar tells, and with the candidates that may stand among its reports."""
    asked = _with_likely(reading, standing.asked) if standing else reading
    asked = with_clitics(article, with_namesakes(article, asked))
    told = with_contents(article, with_phrases(article, with_clauses(article, asked)))
    return with_members(article, with_received(article, told))


def _whole(reading: Reading, known: _Known) -> tuple[list[Report], list[Dropped]]:
    """The reports with all their values, each event once, and the repeats that were folded into them."""
    article = known.article
    told = [with_visitor(as_said(_report(spans, known)), article) for spans in reading.reports]
    reports = with_figures(article, told)
    reports = [since(one, article) for one in with_offsets(with_tolls(article, reports), article)]
    lemmas = [spans.why[0] if spans.why else "" for spans in reading.reports]
    kept, folded = fold(reports, _title(article), lemmas)
    whole = [with_implied(one, article, known.actors, known.home, known.knowledge) for one in kept]
    whole = with_promised(with_spoken_of(whole, article, known.actors), article)
    whole = with_answers(with_beside(whole, article), article)
    placed = [with_lands(one, article, known.home, known.lands) for one in whole]
    return [with_own_money(one, article, known.home) for one in placed], folded


def _weighed(reading: Reading, known: _Known, standing: Standing) -> Reading:
    """The reading with chances as confidences; reports that do not stand, and what repeats them, are candidates."""
    whole, folded = _whole(reading, known)
    told, _ = parted(whole)
    likely = {one.id: chance(one, told, known.article, standing) for one in told}
    by_place = {(one.trigger, one.type): likely.get(one.id) for one in whole}
    by_reason = {repeats(one): likely.get(one.id) for one in whole}
    repeated = {one.span: by_reason.get(one.reason) for one in folded}

    def chance_of(spans: ReportSpans) -> float | None:
        return by_place.get((spans.trigger, spans.type), repeated.get(spans.trigger))

    asked = [(one, chance_of(one)) for one in reading.reports]
    told_by_others = [one for one, found in asked if found is None]
    sure = [replace(one, confidence=found) for one, found in asked if found is not None]
    kept = [*told_by_others, *(one for one in sure if one.confidence >= standing.published)]
    fallen = [one for one in sure if one.confidence < standing.published]
    return replace(
        reading,
        reports=tuple(sorted(kept, key=lambda one: (one.trigger, one.type))),
        candidates=(*reading.candidates, *fallen),
    )


def _with_likely(reading: Reading, least: float) -> Reading:
    """The reading with its likelier candidates among its reports; none where it published nothing."""
    if not reading.reports:
        return reading
    likely = [one for one in reading.candidates if one.confidence >= least]
    return replace(
        reading,
        reports=tuple(sorted((*reading.reports, *likely), key=lambda one: (one.trigger, one.type))),
        candidates=tuple(one for one in reading.candidates if one.confidence < least),
    )


def _known(article: Article, reading: Reading) -> _Known:
    knowledge = load_knowledge()
    words = wordings_of(article, reading, knowledge)
    places = located(article, knowledge, words)
    starts = stories(article, knowledge)
    actors, home = resolve_actors(article, reading, knowledge, words, places, starts)
    around = surrounding(reading.reports, reading.mentions)
    lands = {mention: told[0].country for mention, told in actors.items() if mention.kind in LANDS and told}
    last_names = surnames(article, reading.mentions)
    return _Known(article, knowledge, actors, home, places, last_names, around, starts, lands)


def _title(article: Article) -> Span | None:
    return next((p.span for p in article.paragraphs if p.kind is ParagraphKind.TITLE), None)


def _report(spans: ReportSpans, known: _Known) -> Report:
    article, actors = known.article, known.actors
    opposed = [one for one in spans.actors if is_against(one, article)]
    from_there = [
        one for one in spans.actors if comes_from(one, article) and not is_giver(spans.trigger, one, article)
    ]
    backers = [one for one in spans.actors if is_backer(one, article)]
    along = [one for one in spans.recipients if acts_along(one, article)]
    own = [one for one in spans.actors if one not in (*opposed, *from_there, *backers)]
    acting = without_voices([*own, *along], article)
    suffering = [
        one for one in (*opposed, *spans.recipients) if one not in along and _undergoes(one, spans, article)
    ]
    across = spans.trigger if spans.symmetric else None
    doing = _without_own(spans.type, sides_of(_unique(acting, actors), article, acting=True, across=across))
    undergoing = [_of_other(one, spans, doing, actors) for one in sides_of(_unique(suffering, actors), article)]
    doing = _without_objects(doing, undergoing, spans, article)
    if not doing and _are_sent(spans, undergoing, article):
        doing, undergoing = tuple(undergoing), []
    receiving = tuple(
        one
        for one in undergoing
        if not (_among(one, doing) or _is_own(spans.type, one, doing) or _is_ground(spans, one))
        if not (one.resolved_by == SIDES and one.country in {each.country for each in doing})
    )
    where = place_mention(article, spans) or _ground(spans, undergoing)
    time = resolve_when(article, spans, known.around)
    ahead = spans.status is Status.OCCURRED and time is not None and is_ahead(time, article.published_day)
    symmetric = spans.symmetric or (len(doing) > 1 and not receiving and spans.type == "CONSULT")
    return Report(
        id=content_id("rep", article.id, str(spans.trigger.start), str(spans.trigger.end), spans.type),
        type=spans.type,
        mode=spans.mode,
        contexts=spans.contexts,
        status=Status.PLANNED if ahead else spans.status,
        salience=spans.salience,
        trigger=spans.trigger,
        sentence=spans.sentence,
        actors=tuple(as_of(one, time, article, known.knowledge) for one in doing),
        recipients=tuple(as_of(one, time, article, known.knowledge) for one in receiving),
        symmetric=symmetric,
        time=time,
        place=resolve_where(article, where, known.knowledge, known.places, known.surnames),
        quantities=resolve_many(article, spans.sentence, spans.quantities),
        attribution=_voices(spans.voices, actors),
        confidence=spans.confidence,
        vector=spans.vector,
    )


_WITHDRAWN = re.compile(r"withdr|pull|ditarik|penarikan", re.IGNORECASE)


def _are_sent(spans: ReportSpans, undergoing: Sequence[Actor], article: Article) -> bool:
    """Whether they are forces that nobody is said to move: "2,000 soldiers were deployed" act themselves.

    So in all of the dozen such events of gold/dev and examples.
    """
    withdrawn = spans.type == "RETREAT" and _WITHDRAWN.match(spans.trigger.of(article.text)) is not None
    moved = spans.type == "MOBILIZE" or withdrawn
    return moved and bool(undergoing) and all(one.sector in _FORCES for one in undergoing)


def _without_objects(
    doing: tuple[Actor, ...], undergoing: Sequence[Actor], spans: ReportSpans, article: Article
) -> tuple[Actor, ...]:
    """Who acts without who is the verb's object: of "A phoned B to congratulate him" B does not congratulate."""
    objects = [one for one in undergoing if article.text[spans.trigger.end : one.mention.start] == " "]
    others = tuple(one for one in doing if not _among(one, objects))
    return others if others and not spans.symmetric else doing


def _undergoes(mention: Mention, spans: ReportSpans, article: Article) -> bool:
    """Whether it is done to a mention, and not by way of it, with it, about it, or to those who are against it."""
    aside = is_means(mention, article) or is_asker(mention, article)
    aside = aside or (spans.type == "AID" and spans.trigger < mention.span and helps_fight(spans.trigger, article))
    aside = aside or is_sent(mention, spans, article) or is_topic(mention, spans, article)
    return not (aside or is_backer(mention, article) or _is_foe(mention, spans, article))


def _is_foe(mention: Mention, spans: ReportSpans, article: Article) -> bool:
    """Whether an act is upon those who are against somebody ("broke up anti-Marcos protests")."""
    return spans.type in _UPON and is_against(mention, article) and is_of_opponents(mention, article)


_UPON = frozenset({"ASSAULT", "COERCE", "AID", "SUPPORT"})
_FORCES = frozenset({"MIL", "COP"})


def _of_other(struck: Actor, spans: ReportSpans, doing: Sequence[Actor], actors: Resolved) -> Actor:
    """Who is struck: soldiers who seem of the state that strikes, for the article is about it, are the other's.
    So is the envoy whom one summons.

    That is the one other state of the sentence; where there are several, or none, they are of no country.
    """
    strikes = {one.country for one in doing if one.kind is ActorKind.STATE or spans.type == "ACCUSE"}
    forces = struck.sector in _FORCES and struck.resolved_by in {HOME, PLAYS}
    envoy = POSTED.search(struck.name) is not None and struck.id is None
    fits = (spans.type == "ASSAULT" and forces) or (spans.type == "ACCUSE" and envoy)
    if not fits or struck.country not in strikes:
        return struck
    here = {one.country for m, told in actors.items() if spans.sentence.contains(m.span) for one in told}
    others = [one for one in here - strikes if is_state(one)]
    other = others[0] if len(others) == 1 else None
    return replace(struck, country=other, resolved_by=BESIDE if other else None)


def _is_ground(spans: ReportSpans, actor: Actor) -> bool:
    """A place struck, taken or besieged is where it happens: "Seoul says" is a state, "shelled Seoul" is ground.

    In gold/dev and examples the state was a side in one of 12.
    """
    struck = spans.type in {"ASSAULT", "PROTEST"} or (spans.type, spans.mode) == ("COERCE", "seize")
    return struck and actor.resolved_by in {SPEAKS, LIES}


def _ground(spans: ReportSpans, undergoing: Sequence[Actor]) -> Mention | None:
    """The place struck, taken or besieged, where no other is marked: it is where that happens."""
    struck = {one.mention for one in undergoing if spans.place is None and _is_ground(spans, one)}
    return next((one for one in spans.recipients if one.span in struck), None)


def _is_own(type: str, actor: Actor, doing: Sequence[Actor]) -> bool:
    """What one moves is no second side: the soldiers that a state sends out or withdraws are its own."""
    own = actor.country is None or actor.country in {one.country for one in doing} or _is_assumed(actor)
    soldiers = type == "AID" and actor.id is None and actor.sector == "MIL"  # "sent peacekeepers"
    moved = type == "MOBILIZE" or soldiers or (type == "RETREAT" and _is_staff(actor))
    return moved and bool(doing) and own


def _without_own(type: str, doing: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those who act without the soldiers of one of them: "both put their militaries on alert"."""
    if type not in {"MOBILIZE", "RETREAT"}:
        return tuple(doing)
    return tuple(one for one in doing if one == doing[0] or one.resolved_by != POSSESSIVE or one.sector != "MIL")


def _is_assumed(actor: Actor) -> bool:
    """Soldiers whose country no word tells: those whom one sends are one's own, whatever the article is about."""
    return actor.sector == "MIL" and actor.resolved_by in {HOME, PLAYS}


def _is_staff(actor: Actor) -> bool:
    return actor.id is None and (actor.sector == "MIL" or actor.resolved_by == POSSESSIVE)


def _unique(mentions: Sequence[Mention], actors: Resolved) -> tuple[Actor, ...]:
    out: list[Actor] = []
    for mention in mentions:
        for actor in actors.get(mention, ()):
            same = next((at for at, one in enumerate(out) if _key(one) == _key(actor)), None)
            if same is None:
                out.append(actor)
            elif out[same].resolved_by == BESIDE_IT:
                out[same] = actor  # the name itself, not the office before it
    return tuple(out)


def _among(actor: Actor, others: Sequence[Actor]) -> bool:
    return any(_key(actor) == _key(other) for other in others)


def _key(actor: Actor) -> tuple[str | None, str, str | None]:
    return (actor.id, "", None) if actor.id else (None, actor.name.lower(), actor.country)


def _voices(voices: Sequence[VoiceSpans], actors: Resolved) -> tuple[Voice, ...]:
    out: list[Voice] = []
    for voice in voices:
        for actor in actors.get(voice.speaker, ()):
            if not is_no_one(actor) and not any(_key(actor) == _key(other.actor) for other in out):
                out.append(Voice(actor, voice.cue))
    return tuple(out)


def _claim(article: Article, spans: ClaimSpans, actors: Resolved, reports: Sequence[Report]) -> Claim:
    voices = _voices(spans.voices, actors)
    inside = tuple(report.id for report in reports if spans.content.contains(report.trigger))
    return Claim(
        id=content_id("clm", article.id, str(spans.content.start), str(spans.content.end), *_names(voices)),
        speakers=tuple(voice.actor for voice in voices),
        cue=next((v.cue for v in reversed(voices) if v.cue), None),
        content=spans.content,
        quoted=spans.quoted,
        reports=inside,
    )


def _names(voices: Sequence[Voice]) -> list[str]:
    return [voice.actor.id or voice.actor.name for voice in voices]
