"""Places in the names of what was agreed there: "the Paris accords", "kesepakatan Havana"."""

from __future__ import annotations

import re

from kawat.records import Actor, Article


def names_an_accord(actor: Actor, article: Article) -> bool:
    """ "kesepakatan Havana", "the Paris accords", "waktu Oslo": the place names what was agreed, or the clock."""
    before = article.text[max(0, actor.mention.start - 24) : actor.mention.start]
    after = article.text[actor.mention.end : actor.mention.end + 24]
    return _ACCORD_OF.search(before) is not None or _ACCORD.match(after) is not None


_ACCORDS = r"(?:accords?|agreements?|treaty|deal|pact|declaration|protocol|summit|process|convention)"
_ACCORD = re.compile(
    rf"(?: (?:peace|climate|nuclear|trade|grain|ceasefire|truce|border|security|arms|political|interim|\d{{4}}))?"
    rf" {_ACCORDS}\b| time\b",
    re.IGNORECASE,
)
""" "the Paris climate accord", but "Seoul rejects deal": the word between is no verb."""
_ACCORD_OF = re.compile(
    r"\b(?:perjanjian|kesepakatan|persetujuan|traktat|pakta|deklarasi|protokol|konferensi|ktt|konvensi|waktu"
    r"|accords? of) $",
    re.IGNORECASE,
)
