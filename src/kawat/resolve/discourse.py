"""Who was spoken of so far in an article, sentence by sentence, for words that lean on earlier ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from kawat.knowledge.entries import is_state
from kawat.records import Actor, ActorKind, Mention, MentionKind, Span

PEOPLE = "people of a country"
BESIDE = "the one country named around it"
TWO = 2
_AND = re.compile(r",? (?:and|dan|serta) (?:the )?")
_LISTED = re.compile(r",? (?:and|dan|serta) (?:the )?|, (?:the )?")
_JOINS = re.compile(r",? (?:and|dan|serta) (?:the )?|[-–]")
IN_TITLE = 3
"""As many namings as one of two countries together in the first sentence counts for; in another, one."""
_BETWEEN = re.compile(r"\b(?:antara|between)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|at|from|di|dari) (?:the )?$")
_SIDES = frozenset(
    {MentionKind.STATE, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ROLE, MentionKind.GROUP}
)
_TAKEN_UP = _SIDES | {MentionKind.PRONOUN}
_ALIKE = (
    frozenset({ActorKind.PERSON}),
    frozenset({ActorKind.STATE}),
    frozenset({ActorKind.ORGANISATION, ActorKind.GROUP}),
)
_COUNTED_TWO = re.compile(
    r"\b(?:two|dua) (?!(?:of|hours?|days?|weeks?|months?|years?|decades?|jam|hari|pekan"
    r"|minggu|bulan|tahun|dasawarsa|kali|times|million|juta|percent|persen|pertiga|thirds)\b)\w+",
    re.IGNORECASE,
)
""" "two reporters": they may be "the two" of the next sentence."""
_RECENT = 2  # sentences before words for two
_HERS = frozenset({"she", "her", "hers", "herself"})
_HIS = frozenset({"he", "him", "his", "himself"})
BACK = 5  # sentences that a pronoun looks back


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that stood for somebody, and in which sentence."""

    actor: Actor
    mention: Mention
    sentence: int
    plural: bool


@dataclass(slots=True)
class Discourse:
    """What was said so far.

    ``starts``: where sentences begin; ``language`` of the article; ``said``: what each speaker of a claim says;
    ``women``: whether somebody is a woman, by name, where the article tells; ``quotes``: what is said in quotation
    marks, by whom, with the name where it is one.
    """

    language: str
    starts: Sequence[int]
    said: Mapping[Mention, Span] = field(default_factory=dict)
    women: dict[str, bool] = field(default_factory=dict)
    quotes: Sequence[tuple[Span, Mention, str | None]] = ()
    seen: list[Seen] = field(default_factory=list)

    def sentence(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def add(self, actor: Actor, mention: Mention, *, plural: bool) -> None:
        self.seen.append(Seen(actor, mention, self.sentence(mention.span.start), plural))

    def may_be(self, pronoun: str, seen: Seen) -> bool:
        """Whether "she" may be somebody: nobody who is known to be a man; of "he" likewise."""
        woman = self.women.get(seen.actor.name)
        return woman is None or pronoun not in (_HIS if woman else _HERS)

    def learn(self, pronoun: str, seen: Seen) -> None:
        """Keep in mind that somebody was called "he" or "she"."""
        if pronoun in _HIS or pronoun in _HERS:
            self.women.setdefault(seen.actor.name, pronoun in _HERS)

    def quoted(self, mention: Mention) -> frozenset[str]:
        """The names of who speaks the quotation that a mention is in: they speak of themselves as "I"."""
        voices = [(speaker, name) for content, speaker, name in self.quotes if content.contains(mention.span)]
        seen = {one.mention: one.actor.name for one in self.seen} if voices else {}
        return frozenset(named for speaker, name in voices if (named := name or seen.get(speaker)))

    def latest(self, wanted: Callable[[Seen], bool]) -> Seen | None:
        return next((one for one in reversed(self.seen) if wanted(one)), None)

    def subject(self, mention: Mention, wanted: Callable[[Seen], bool], *, first: bool = False) -> Seen | None:
        """Whom a pronoun most likely takes up: of its own sentence one before it, else the first of an earlier one.

        Of its own sentence English takes the nearest, Indonesian the first; pronouns that were understood count as
        well. So .66 (English) and .65 (Indonesian) of the antecedents in GUM's news and CoIN are found, where the
        nearest gives .57 and .45 (`tools/antecedents.py`). One who speaks spoke before ("X said ... He added") and
        is nobody who is told of ("Y will be tried, she said").
        """
        here, own = self.sentence(mention.span.start), [one for one in self._here(mention) if wanted(one)]
        if own:
            return own[0] if first or self.language == "id" else own[-1]
        for sentence in range(here - 1, here - 1 - BACK, -1):
            earlier = [one for one in self.seen if one.sentence == sentence and wanted(one)]
            speaking = [one for one in earlier if one.mention in self.said] if self._speaks(mention) else []
            if earlier:
                return speaking[-1] if speaking else earlier[0]
        return None

    def _here(self, mention: Mention) -> list[Seen]:
        """Those of the mention's own sentence, but for whom a pronoun that speaks after its words tells of."""
        here = self.sentence(mention.span.start)
        own = [one for one in self.seen if one.sentence == here]
        said = self.said[mention] if self._speaks(mention) else None
        if said is None or said.end > mention.span.start:
            return own
        return [one for one in own if not said.contains(one.mention.span)]

    def _speaks(self, mention: Mention) -> bool:
        return mention.kind is MentionKind.PRONOUN and mention in self.said

    def pair(
        self, mention: Mention, text: str, *, people: bool, here_only: bool = False, others: bool = False
    ) -> tuple[Seen, ...]:
        """The two of different countries that stand by themselves, else the two named most; or none.

        By themselves: no third is named in the mention's own sentence, up to it, nor in the one before, where that
        tells of two persons. ``people``: persons only; ``others``: of earlier sentences only.
        """
        here = self.sentence(mention.span.start)
        public = [one for one in self.seen if _is_side(one) and not (others and one.sentence == here)]
        own, last = ([one for one in public if one.sentence == sentence] for sentence in (here, here - 1))
        if here_only:
            return _alone(own, people)
        persons = bool(last) and all(one.mention.kind is MentionKind.PERSON for one in last)
        met = last if persons and not _only_watch(last[0], text) else []
        found = _alone(own, people) or _alone(met, people)
        if found:
            return found
        earlier = [one for one in public if one.sentence < here]
        return _two(earlier, people, text) or _two(public, people, text)

    def met(self, mention: Mention) -> tuple[Seen, ...]:
        """The two persons of the sentence before, where that names two countries only."""
        before = self.sentence(mention.span.start) - 1
        return _alone([one for one in self.seen if one.sentence == before and _is_side(one)], people=True)

    def persons(self, mention: Mention) -> tuple[Seen, ...]:
        """The only two persons of the three sentences up to a mention; or none."""
        here = self.sentence(mention.span.start)
        near = {
            one.actor.id or one.actor.name: one
            for one in self.seen
            if one.actor.kind is ActorKind.PERSON and one.mention.kind is MentionKind.PERSON
            if here - TWO <= one.sentence <= here
        }
        return tuple(near.values()) if len(near) == TWO else ()

    def couple(self, mention: Mention, text: str) -> tuple[Seen, ...]:
        """The two that the sentence before joins as its first words, or as those between whom it happens."""
        here = self.sentence(mention.span.start)
        last = [
            one for one in self.seen if one.sentence == here - 1 and one.mention.kind is not MentionKind.QUANTITY
        ]
        for at, (first, second) in enumerate(pairwise(last)):
            begins = text[self.starts[here - 2] : first.mention.span.start]
            joined = _AND.fullmatch(text[first.mention.span.end : second.mention.span.start])
            if joined and first.mention != second.mention and (at == 0 or _BETWEEN.search(begins)):
                return first, second
        return ()

    def last_two(self, mention: Mention, text: str) -> tuple[Seen, ...]:
        """The only two persons, states or bodies that the last sentences tell of, or "two reporters" there.

        The sentence before is asked first, then with the one before that. Who is named in the mention's own
        sentence is another: "[the police] think that both fled".
        """
        here = self.sentence(mention.span.start)
        others = {_who(one) for one in self.seen if one.sentence == here}
        recent = [
            one for one in self.seen if one.sentence < here and _acts_there(one, text) and _who(one) not in others
        ]
        for begin in range(here - 1, max(0, here - 1 - _RECENT), -1):
            near = [one for one in recent if begin <= one.sentence]
            counted = list(_COUNTED_TWO.finditer(text, self.starts[begin - 1], self.starts[here - 1]))
            if counted:
                last = counted[-1].start()
                return tuple(one for one in near if one.mention.span.start <= last < one.mention.span.end)
            for kinds in _ALIKE:
                found = {_who(one): one for one in near if one.actor.kind in kinds}
                if len(found) == TWO:
                    return tuple(found.values())
        return ()

    def joined(self, mention: Mention, text: str) -> tuple[Seen, ...]:
        """The latest sides that the mention's own sentence joins by "and" before it, two or more."""
        own = [one for one in self._here(mention) if one.mention.kind in _SIDES and not one.plural]
        own = [one for one in own if not _is_within(one, text)]
        for last in range(len(own) - 1, 0, -1):
            first = last
            while first and _LISTED.fullmatch(text, own[first - 1].mention.span.end, own[first].mention.span.start):
                first -= 1
            between = text[own[last - 1].mention.span.end : own[last].mention.span.start]
            if first < last and _AND.fullmatch(between):
                return tuple(own[first : last + 1])
        return ()

    def second_subject(self, mention: Mention, text: str, wanted: Callable[[Seen], bool]) -> Seen | None:
        """The last one before a mention that begins another clause of its sentence, and ends no list."""
        here = self.sentence(mention.span.start)
        own = [one for one in self.seen if one.sentence == here and wanted(one)]
        begun = [one for before, one in pairwise(own) if _begins_clause(before, one, text)]
        return begun[-1] if begun else None

    def listed(self, number: int, text: str) -> tuple[Seen, ...]:
        """The latest list of so many sides of as many countries: "A, B and C"."""
        found: tuple[Seen, ...] = ()
        run: list[Seen] = []
        for one in self.seen:
            gap = text[run[-1].mention.span.end : one.mention.span.start] if run else ""
            if not _is_side(one):
                run = []
                continue
            run = [*run, one] if run and _LISTED.fullmatch(gap) else [one]
            if len({each.actor.country for each in run}) == len(run) == number:
                found = tuple(run)
        return found


_SECOND = re.compile(r"(?:, (?:and|but|while|whereas)|;|\b(?:after|because|while|whereas)) (?:the )?$")
""" "Ghana left, and Togo recalled its men": who begins another clause."""


def _begins_clause(before: Seen, one: Seen, text: str) -> bool:
    between = text[before.mention.span.end : one.mention.span.start]
    return len(between.split()) > TWO and _SECOND.search(between) is not None


_WATCHED = re.compile(
    r"(?:di hadapan|disaksikan(?: oleh)?|ditengahi(?: oleh)?|dimediasi(?: oleh)?|in the presence of|in front of"
    r"|(?:witnessed|mediated|brokered|watched|hosted) by) (?:the )?$",
    re.IGNORECASE,
)
_BEHIND = 32  # characters before a name in which it stands that he only watched


def _only_watch(seen: Seen, text: str) -> bool:
    """Whether two did it in somebody's presence: they are others."""
    start = seen.mention.span.start
    return _WATCHED.search(text[max(0, start - _BEHIND) : start]) is not None


def _who(seen: Seen) -> str:
    return seen.actor.id or seen.actor.name.lower()


def _is_within(seen: Seen, text: str) -> bool:
    """Whether it only says where: "in Chad"."""
    start = seen.mention.span.start
    return _WITHIN.search(text, max(0, start - 8), start) is not None


def _acts_there(seen: Seen, text: str) -> bool:
    """Whether it is somebody named, described, or taken up by a pronoun that was understood; not where it was."""
    understood = seen.mention.kind is not MentionKind.PRONOUN or seen.actor.resolved_by is not None
    return understood and seen.mention.kind in _TAKEN_UP and not _is_within(seen, text)


def _is_side(seen: Seen) -> bool:
    """Whether it can be one of two that act: of a state, no place, and no people that live anywhere."""
    own = is_state(seen.actor.country) and seen.mention.kind in _SIDES
    return own and seen.actor.resolved_by not in {PEOPLE, BESIDE}


def _alone(seen: Sequence[Seen], people: bool) -> tuple[Seen, ...]:
    """The two of a sentence that names two countries only."""
    return _two(seen, people, "") if len({one.actor.country for one in seen}) == TWO else ()


def _two(seen: Sequence[Seen], people: bool, text: str) -> tuple[Seen, ...]:
    """The latest of the two countries named most, in order; of those named as often, the ones named first.

    Two that are named together, as "A-B" or "A and B", count more, most of all in a title: who mediates is named
    often, too.
    """
    latest: dict[str, tuple[int, Seen]] = {}
    counts: Counter[str] = Counter()
    for at, one in enumerate(seen):
        if one.actor.country is None:
            continue
        counts[one.actor.country] += 1
        if not people or one.actor.kind is ActorKind.PERSON:
            latest[one.actor.country] = at, one
    joined = named_together(((one.actor.country, one.mention.span, one.sentence == 1) for one in seen), text)
    named = [country for country, _ in counts.most_common() if country in latest]
    best = max(
        combinations(named, TWO),
        key=lambda two: sum(counts[one] for one in two) + joined[frozenset(two)],
        default=(),
    )
    found = sorted((latest[country] for country in best), key=lambda pair: pair[0])
    return tuple(one for _, one in found)


SECOND = 0.5  # of the mentions of the first state, the second has as many at least,
THIRD = 0.6  # and the third no more than so many of those of the second
LEAST = 3  # mentions of the second


def foremost(named: Mapping[str, int]) -> tuple[str, ...]:
    """The two states that an article names most; () where no two stand out. ``named``: how often it names each."""
    order = Counter(named).most_common(3)
    (_, most), (_, second), (_, third) = [*order, ("", 0), ("", 0), ("", 0)][:3]
    stand_out = second >= max(LEAST, SECOND * most) and third <= THIRD * second
    return tuple(state for state, _ in order[:TWO]) if stand_out else ()


def named_together(places: Iterable[tuple[str | None, Span, bool]], text: str) -> Counter[frozenset[str | None]]:
    """What it counts that each two countries, or somebody of theirs, are named with "and" or a hyphen between.

    ``places``: countries where they are named, in order, and whether that is in the title.
    """
    out: Counter[frozenset[str | None]] = Counter()
    for (one, first, titled), (other, second, _) in pairwise(places):
        if one != other and _JOINS.fullmatch(text, first.end, second.start):
            out[frozenset({one, other})] += IN_TITLE if titled else 1
    return out
