"""What words with a number count: people whom "they" may take up, or things that nobody takes up."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kawat.knowledge.words import folded_words
from kawat.language import find_quantities
from kawat.records import Actor, ActorKind, Article, Counted, Mention
from kawat.resolve.wording import Wording

COUNTED_BODIES = frozenset(
    """countries nations states governments powers parties groups unions companies firms banks agencies
    organisations organizations charities churches universities teams armies negara pemerintah partai kelompok
    serikat perusahaan lembaga organisasi gereja universitas bank tim""".split()
)
"""Of which a number acts: "Twenty countries signed"."""
_PERSONAL = re.compile(
    r"\b(?!tractors|containers|tankers|helicopters|trailers|towers|computers)\w*"
    r"(?:ers|ors|ists|ians|ants|men|women|boys|girls|children|youths)\b"
    r"|\b(?:orang|anak|warga|(?!pesawat|perahu|peluru|peti|pelabuhan)pe[a-z]{4,})\b",
    re.IGNORECASE,
)
""" "two divers", "dua penyelam": nouns for persons, by their form."""
THINGS = frozenset({Counted.WEAPONS, Counted.MONEY, Counted.OTHER})


def counts_of_people(article: Article, mentions: Iterable[Mention]) -> list[tuple[Mention, Actor]]:
    """The people whom numbers count, each with the words as a name: "held [74 people]. They were charged"."""
    out: list[tuple[Mention, Actor]] = []
    for mention in sorted(mentions, key=lambda one: one.span):
        wording = mention.span.of(article.text)
        found = find_quantities(wording, article.language)
        if found and found[0].what not in THINGS:
            out.append((mention, Actor(wording, ActorKind.GROUP, mention.span, None, wording)))
    return out


def counts_things(wording: Wording, language: str) -> bool:
    """Whether words of no known role count what is nobody: "250 tempat", "1,100 lorries"; not "76 negara"."""
    if wording.role is not None or _PERSONAL.search(wording.text):
        return False
    found = find_quantities(wording.text, language)
    return bool(found) and found[0].what in THINGS and not COUNTED_BODIES & {*folded_words(found[0].unit)}
