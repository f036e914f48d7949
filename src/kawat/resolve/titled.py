"""A definite noun for the person named with it: "the writer Ana Dias ... [the writer]", "sang gubernur"."""

from __future__ import annotations

import re

from kawat.knowledge.entries import Office
from kawat.records import Actor, ActorKind, Mention, MentionKind
from kawat.resolve.discourse import Discourse, Seen
from kawat.resolve.leaning import NOUN, as_mention
from kawat.resolve.wording import Wording

TITLED = "named before with that noun"
_DEFINITE = re.compile(r"(?:the|that|this|sang|si) ", re.IGNORECASE)
_THAT = re.compile(r"\s?\b(?:itu|tersebut|ini)$")
_BEHIND = re.compile(r" (?:itu|tersebut|ini)\b")
_REST = re.compile(r" (?:of|from|in|at|for|who|with|asal|dari|di|yang|berusia)\b.*")
_OF = re.compile(r" (?:of|from|in|at|for|dari|di)(?: the)? (?P<whose>[A-Z]\w+)")
_BEFORE = 40  # characters before a name in which its noun stands
_AFTER = 60  # and behind it
_STOP = re.compile(r"[,.;:()\"“”\n]")
_ONE = r"(?:an?|the|one|his|her|its|their|seorang|mantan|former)"
_LINKS = (
    r"(?:of|from|in|at|for|to|on|with|by|and|who|that|asal|dari|di|ke|untuk|dan|yang|pada"
    r"|dengan|said|was|is|had|has)"
)
_LEAST = 4  # letters of a noun that tells somebody from others
_ANYBODY = frozenset(
    "man woman men people person others pria wanita perempuan orang lelaki warga group side party pihak".split()
)


def titled(mention: Mention, wording: Wording, text: str, discourse: Discourse) -> Actor | None:
    """The person whom a definite noun takes up, since it stands beside their name before; None where it is no such.

    Of several so called, the one of this sentence or the last. Offices whose holders are known are `roles.py`'s.
    """
    role = wording.role
    held = role is not None and (role.kind == "organisation" or role.office not in {None, Office.OTHER})
    definite = _DEFINITE.match(wording.text) or _THAT.search(wording.text) or _BEHIND.match(text, mention.span.end)
    if mention.kind is not MentionKind.ROLE or wording.many or held or not definite or "'s " in wording.text:
        return None
    noun = role.form if role is not None else _noun(wording.text, discourse.language)
    if len(noun) < _LEAST or noun.lower() in _ANYBODY:
        return None
    so_called = [one for one in discourse.seen if _is_called(one, noun, text)]
    last = so_called[-1] if so_called else _of_whom_it_tells(mention, wording, discourse)
    if last is None or not _fits(last, wording, text):
        return None
    several = len({one.actor.name for one in so_called}) > 1
    if several and last.sentence < discourse.sentence(mention.span.start) - 1:
        return None
    return as_mention(last.actor, mention, TITLED if so_called else NOUN)


_SANG = re.compile(
    r"sang (?!istri|suami|anak|putr[ai]|ibu|ayah|adik|kakak|bayi|tamu|tuan|korban|lawan|pelaku|pembunuh"
    r"|penyerang|kekasih|mertua)",
    re.IGNORECASE,
)
_NEAR = 2  # sentences


def _of_whom_it_tells(mention: Mention, wording: Wording, discourse: Discourse) -> Seen | None:
    """ "sang jenderal", "sang penyair": Indonesian says so of the person whom it has just told of by name."""
    if _SANG.match(wording.text) is None:
        return None
    here = discourse.sentence(mention.span.start)
    return discourse.latest(
        lambda one: (
            one.mention.kind is MentionKind.PERSON
            and one.actor.kind is ActorKind.PERSON
            and here - _NEAR <= one.sentence < here
        )
    )


def _noun(wording: str, language: str) -> str:
    """The noun of a wording that names no known role: "the [charity worker]", "sang [penulis]"."""
    bare = _THAT.sub("", _DEFINITE.sub("", _REST.sub("", wording), count=1))
    words = bare.split()
    return (words[0] if language == "id" else words[-1]) if words else ""


def _is_called(seen: Seen, noun: str, text: str) -> bool:
    """Whether a noun stands right before the name of a person, or is the first noun of what is set after it."""
    if seen.mention.kind is not MentionKind.PERSON or seen.actor.kind is not ActorKind.PERSON:
        return False
    words, word, name = seen.mention.span.of(text), re.escape(noun), seen.mention.name_span
    within = words.find(seen.actor.name.partition(" ")[0])  # -1 where a known name is spelled in another way
    start = seen.mention.span.start + within if within > 0 else name.start
    before = _STOP.split(text[max(0, start - _BEFORE) : start])[-1]
    if re.search(rf"\b(?i:{word})(?: [A-Z][\w.-]*)* $", before):
        return True
    behind = text[seen.mention.span.end : seen.mention.span.end + _AFTER]
    apposed = re.match(rf", (?:{_ONE} )?(?:(?!{_LINKS}\b)[\w-]+ ){{0,3}}?(?i:{word})(?: {_LINKS}\b|[,.;)])", behind)
    return apposed is not None


def _fits(person: Seen, wording: Wording, text: str) -> bool:
    """Whether nothing that a noun says of whose it is speaks against a person."""
    if None not in (wording.country, person.actor.country) and wording.country != person.actor.country:
        return False
    whose = _OF.search(wording.text)
    behind = re.split(r"[.;\n]", text[person.mention.span.end : person.mention.span.end + _AFTER])[0]
    near = text[max(0, person.mention.span.start - _BEFORE) : person.mention.span.end] + behind
    same = wording.country is not None and wording.country == person.actor.country
    return whose is None or same or whose["whose"] in near
