"""Who stands by an act in other ways than as a side, by the words right around: whence it comes, who asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kawat.records import Article, Mention, MentionKind, Span

LEAD = 32
"""Characters before a mention in which the word that governs it stands."""


def comes_from(mention: Mention, article: Article) -> bool:
    """Whether a state is only where something comes from: "evacuated from Sudan" is not Sudan's act."""
    return (
        mention.kind in {MentionKind.STATE, MentionKind.PLACE}
        and _FROM.search(_before(mention, article)) is not None
    )


def is_means(mention: Mention, article: Article) -> bool:
    """Whether something is done by way of a mention, and not to it: "resigned via Twitter", "melalui Jakarta"."""
    return _VIA.search(_before(mention, article)) is not None


def helps_fight(trigger: Span, article: Article) -> bool:
    """Whether help is against those who stand behind it: "helped intercept Iran's missiles"."""
    return _FIGHTS.match(article.text, trigger.end) is not None


def is_asker(mention: Mention, article: Article) -> bool:
    """Whether something is done at a mention's request: "removed posts at the government's request"."""
    before, after = _before(mention, article), article.text[mention.span.end : mention.span.end + 24]
    return _ASKED_BY.search(before) is not None or (_AT.search(before) and _ASKING.match(after)) is not None


def acts_along(mention: Mention, article: Article) -> bool:
    """Whether somebody acts together with those who act: "opened an inquiry together with partners abroad"."""
    return _TOGETHER.search(_before(mention, article)) is not None


def without_voices(mentions: Sequence[Mention], article: Article) -> list[Mention]:
    """Those who act without who only tells of it: "according to Reuters, Ghana and Togo refused"."""
    others = [one for one in mentions if not _VOICE.search(_before(one, article))]
    return others or list(mentions)


def is_against(mention: Mention, article: Article) -> bool:
    """Whether something is done against a mention: the government of "anti-government protests"."""
    up_to_name = article.text[max(0, mention.span.start - LEAD) : mention.name_span.start]
    return (_ANTI.search(up_to_name) or _ANTI.match(mention.name_span.of(article.text))) is not None


def is_of_opponents(mention: Mention, article: Article) -> bool:
    """Whether people, or their protest, are against a mention, and no war is ("perang anti pemerintah")."""
    before, after = words_before(mention.name_span, article), article.text[mention.span.end :][:LEAD]
    return (_OPPONENTS_AFTER.match(after) or _OPPONENTS_BEFORE.search(before)) is not None


def _before(mention: Mention, article: Article) -> str:
    return words_before(mention.span, article)


def words_before(span: Span, article: Article) -> str:
    """The stretch of text right before a span."""
    return article.text[max(0, span.start - LEAD) : span.start]


_FROM = re.compile(r"\b(?:from|dari)(?: the)? $")
_ANTI = re.compile(r"\b[Aa]nti[- ](?:\Z|(?=[A-Z][\w.]*\Z))")
_OPPONENTS_AFTER = re.compile(
    r" (?:protest|rall(?:y|ies)|demonstrat|march(?:es|ers)?\b|sit-ins?\b|rebels?\b|activists?\b|fighters?\b"
    r"|forces\b"
    r"|militias?\b|groups?\b|movements?\b|crowds?\b|campaigners?\b|dissidents?\b)"
)
_OPPONENTS_BEFORE = re.compile(
    r"\b(?:unjuk rasa|demonstrasi|demo|protes|pawai|aksi|pengunjuk rasa|demonstran|pemrotes|massa|aktivis|milisi"
    r"|pemberontak|kelompok|gerakan|pejuang|pasukan) (?:anti[- ]?)?\Z",
    re.IGNORECASE,
)
_VOICE = re.compile(
    r"\b(?:according to|citing|quoted by|reported by|menurut|mengutip|dikutip|dilansir|dilaporkan)"
    r"(?: (?:the|kantor berita|laporan|media|dari|oleh))* $",
    re.IGNORECASE,
)
_FIGHTS = re.compile(
    r" (?:to )?(?:intercept|fight|repel|combat|defeat|shoot down|counter|resist|drive out|mencegat|menangkis"
    r"|menghalau|memerangi|melawan|menghadapi|menembak jatuh|mengusir|menumpas|mengalahkan)\b"
)
_ASKED_BY = re.compile(
    r"\b(?:at the (?:request|behest|urging|invitation) of|atas (?:permintaan|desakan|undangan))(?: the)? $"
)
_AT = re.compile(r"\bat(?: the)? $")
_ASKING = re.compile(r"['’]s? (?:\w+ )?(?:request|behest|urging|insistence|invitation)\b")
_TOGETHER = re.compile(
    r"\b(?:together with|along with|alongside|accompanied by|jointly with|bersama(?:-sama)?(?: dengan)?)"
    r"(?: the| its| their| his| her)? $"
)
_VIA = re.compile(r"\b(?:via|through|lewat|melalui)(?: the)? $")
