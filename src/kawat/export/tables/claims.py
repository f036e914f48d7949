"""The table `claims`: who says what."""

from __future__ import annotations

from kawat.export.tables.columns import Column, Kind, Source, Table
from kawat.export.tables.parts import ACTOR, article_of, within, words
from kawat.store import StoredClaim

COLUMNS = (
    Column("id", Kind.ID, "the claim", lambda c: c.claim.id, True),
    *article_of(lambda c: c.article),
    *within(ACTOR, lambda c: c.claim.speakers[-1] if c.claim.speakers else None, "speaker_"),
    Column(
        "speakers",
        Kind.PARTS,
        "the whole chain, outermost first: an agency, whom it quotes",
        lambda c: c.claim.speakers,
        True,
        (),
        ACTOR,
    ),
    Column(
        "cue",
        Kind.TEXT,
        "the words that say so: 'said', 'menurut'",
        lambda c: c.claim.cue and c.claim.cue.of(c.article.text),
    ),
    *words(
        "content", "what is said, as it stands in the article", lambda c: c.claim.content, lambda c: c.article.text
    ),
    Column("quoted", Kind.FLAG, "true where it stands between quotation marks", lambda c: c.claim.quoted, True),
    Column(
        "reports",
        Kind.TEXTS,
        "ids of the reports inside it; an export of a part need not have them",
        lambda c: c.claim.reports,
        True,
    ),
)


def _itself(stored: StoredClaim) -> tuple[StoredClaim]:
    return (stored,)


CLAIMS = Table(
    "claims",
    "one row for each attributed statement",
    Source.CLAIMS,
    _itself,
    COLUMNS,
    ("id",),
    (("article_id", "articles", "id"),),
)
