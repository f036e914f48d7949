"""Whose a role is by a word that points back: "his government", "pasukannya", "these troops"."""

from __future__ import annotations

import re
from itertools import takewhile

from kawat.records import Actor, ActorKind, Article, Mention, MentionKind
from kawat.resolve.discourse import BACK, Discourse, Seen
from kawat.resolve.homes import Setting
from kawat.resolve.leaning import CLITIC
from kawat.resolve.wording import Wording

NAMED_BEFORE = "role named before in the article"
BY_WORDS = "words beside the role"
HEADED = "who heads it on the publication day"
_TOLD = frozenset({NAMED_BEFORE, BY_WORDS, HEADED})
POSSESSIVE = "possessive"
_COUNTRY = "country"
_WHOSE = "whose"
_OWN = re.compile(r"(his|her|its|their|whose)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(his|her|its|their|whose)\s+(?:own\s+)?$", re.IGNORECASE)
_OF_COUNTRY = re.compile(r"^(?:the |this )?(?:country|nation)['’]s\b|\bnegara (?:itu|tersebut)$", re.IGNORECASE)
_THAT = re.compile(r"^(?:this|that|these|those)\b|\b(?:itu|tersebut|ini)$", re.IGNORECASE)
_NAME_LAST = re.compile(r" [A-Z]\S*$")
""" "polisi Kenya" owns nothing."""
_THAT_NOUN = re.compile(r" (?:itu|tersebut|ini)$")
_LEXICAL = re.compile(
    r"(?:\blain|sedikit|dikit|tidak|\bsemua|\bseluruh|\bsebagian|\bsebelum|\bberikut|\bselanjut|\bumum|\bha)nya$",
    re.IGNORECASE,
)
"""Words with "-nya" that owns nothing: "pejabat lainnya", "sedikitnya"."""
_NOT_OWN = (
    r"(?:attackers?|assailants?|killers?|kidnappers?|abductors?|captors?|perpetrators?|victims?|hostages?|neighbou?rs?"
    r"|ally|allies|partners?|rivals?|enem(?:y|ies)|foes?|adversar(?:y|ies)|counterparts?|colleague|hosts?|guests?)"
)
_BESIDE_THEM = re.compile(
    rf"\b(?i:his|her|its|their|whose) (?:[\w-]+ ){{0,3}}{_NOT_OWN}$"
    r"|\b(?i:pelaku|penyerang|pembunuh|penculik|penembak|pengebom|pembom|korban|sandera|tawanan|pelanggar|musuh|lawan"
    r"|pesaing|saingan|seteru|tetangga|sekutu|mitra|rekan|sejawat|timpalan|kolega|tamu|tuan rumah|penjajah)"
    r"(?:-\w+)?nya$"
)
""" "penyerangnya", "its neighbours": who attacks somebody or is near, with or against them is not theirs."""
_OF_STATE = re.compile(
    r"(?:['’]s?|\b[A-Z]{2}|\b(?:[A-Z]\.){2}) (?:[\w-]+ ){0,2}"
    r"(?:neighbou?rs?|ally|allies|rivals?|enem(?:y|ies)|foes?|adversar(?:y|ies))$"
    r"|^(?:[Pp]ara |[Nn]egara )?(?:sekutu|tetangga|musuh|seteru)(?:-\w+)? [A-Z]",
    re.ASCII,
)
""" "Iran's allies", "sekutu AS": the state is whom they are with or against."""


def is_beside(article: Article, mention: Mention, wording: Wording) -> bool:
    """Whether the words name somebody by whom they are near, with or against, and tell nothing of their country."""
    if wording.countries:
        return _OF_STATE.search(wording.text) is not None
    return _BESIDE_THEM.search(f"{_before(article, mention)}{_THAT_NOUN.sub('', wording.text)}") is not None


def is_of_country(text: str) -> bool:
    """Whether words are of the country that was told of: "the country's army", "militer negara tersebut"."""
    return _OF_COUNTRY.search(text) is not None


def says_whose(article: Article, mention: Mention, wording: Wording) -> str | None:
    """The word that says whose a role is, "his", "nya" or "country", or None."""
    if is_of_country(wording.text):
        return _COUNTRY
    if (owner := _POSSESSIVE.search(_before(article, mention)) or _OWN.match(wording.text)) is not None:
        return owner[1].lower()
    noun = _THAT_NOUN.sub("", wording.text)
    if article.language != "id" or _NAME_LAST.search(noun):
        return None
    clitic = article.text[mention.span.end : mention.span.end + 3] == CLITIC or noun.lower().endswith(CLITIC)
    return CLITIC if clitic and not _LEXICAL.search(noun) else None


def owner_of(word: str, mention: Mention, discourse: Discourse, text: str) -> Actor | None:
    """Whose "his government", "pemerintahnya" or "the country's army" is, where that side has a country."""
    if word == _COUNTRY:
        found = discourse.subject(mention, lambda one: one.actor.kind is ActorKind.STATE)
    else:
        found = _possessor(word, mention, discourse, text)
    return found.actor if found is not None and found.actor.country else None


def owners_of(mention: Mention, text: str, discourse: Discourse) -> tuple[Actor, ...]:
    """The states that "their" takes up together: "Chad and Niger recalled their envoys"; () where it is one's."""
    joined = discourse.joined(mention, text)
    countries = {one.actor.country for one in joined if one.actor.kind is ActorKind.STATE}
    if not joined or len(countries) != len(joined) or None in countries:
        return ()
    end = joined[-1].mention.span.end
    nearer = discourse.latest(lambda one: one.plural and end <= one.mention.span.start < mention.span.start)
    return () if nearer is not None else tuple(one.actor for one in joined)


def _possessor(word: str, mention: Mention, discourse: Discourse, text: str) -> Seen | None:
    """Whom "his", "its", "their" or the clitic takes up: a person, a state or body, several, either."""
    if word == _WHOSE:
        return _named_right_before(mention, discourse, text)
    if word in {"its", CLITIC} and (before := _of_sentence_before(word, mention, discourse, text)) is not None:
        return before
    if word == "its":
        if (second := discourse.second_subject(mention, text, _is_public)) is not None:
            return second
        return discourse.subject(mention, _is_public, first=True) or discourse.latest(_has_country)
    found = None
    if word == CLITIC:
        here = discourse.sentence(mention.span.start)
        found = next((one for one in discourse.seen if one.sentence == here and _owns(one)), None)
    if word == "their":
        found = discourse.subject(mention, lambda one: one.plural)
    found = found or discourse.subject(
        mention, lambda one: one.actor.kind is ActorKind.PERSON and discourse.may_be(word, one)
    )
    return found if found or word in {"his", "her"} else discourse.latest(_has_country)


_OPENING = re.compile(
    r"(?:since|after|before|when|while|in|on|at|during|despite|under|according to|sejak|setelah|sesudah|sebelum"
    r"|ketika|saat|pada|di|dalam|menurut|meski(?:pun)?|selain|selama)\b[^,.;]*, ",
    re.IGNORECASE,
)
""" "Since Russia's invasion, [Kim] has ...": whom a sentence tells of stands behind it."""
_THEN_WHOSE = re.compile(r",? (?:(?:one|some|most|many) of )?whose\b")


def _named_right_before(mention: Mention, discourse: Discourse, text: str) -> Seen | None:
    """Whom "whose" takes up: "the Council, [whose commissioner] objected"."""
    last = discourse.latest(lambda one: one.mention.span.end <= mention.span.start)
    return last if last is not None and _THEN_WHOSE.match(text, last.mention.span.end) else None


_OF_A_STATE = re.compile(
    r"(?:pemerintah|negara|rakyat|warga|parlemen|kabinet)\w*nya\b|its (?:\w+ )?(?:government|people)", re.I
)
"""What only a state has."""


def _of_sentence_before(word: str, mention: Mention, discourse: Discourse, text: str) -> Seen | None:
    """Whose they are that begin a sentence: who the one before tells of first, else, of "its", the body named last.

    "The Fund cut its forecast. Its staff ..."; "He met the Fund. Its staff ...".
    """
    here = discourse.sentence(mention.span.start)
    if any(one.sentence == here for one in discourse.seen):
        return None
    told = [one for one in discourse.seen if one.sentence == here - 1 and one.mention.kind is not MentionKind.PLACE]
    opening = _OPENING.match(text, discourse.starts[here - 2]) if told else None
    seen = [one for one in told if opening is None or one.mention.span.start >= opening.end()]
    state = _OF_A_STATE.match(mention.span.of(text)) is not None
    if word == CLITIC and not state and any(one.actor.kind is ActorKind.PERSON for one in seen):
        return None  # "Rusia menahan X. [Istrinya] ..."
    fit = [one for one in seen if _is_public(one) and (not state or one.actor.kind is ActorKind.STATE)]
    if seen and seen[0] in fit:
        return seen[0]
    return fit[-1] if fit and word == "its" else None


def described(setting: Setting, mention: Mention, wording: Wording, discourse: Discourse) -> str | None:
    """The country that the same role was given just before: "Marinir Inggris ... [marinir tersebut]".

    "The soldiers" are those only where the article is about no one country. None where the words told no country of
    the last ones, or of several.
    """
    text = setting.article.text
    that = _THAT.search(wording.text) or _THAT.match(text[mention.span.end : mention.span.end + 9].lstrip())
    definite = setting.home is None and wording.text.lower().startswith("the ")
    if wording.role is None or not (that or definite):
        return None
    word = re.compile(rf"\b{re.escape(wording.role.form)}\b", re.IGNORECASE)
    here = discourse.sentence(mention.span.start)
    near = takewhile(lambda one: one.sentence >= here - BACK, reversed(discourse.seen))
    nouns = (one for one in near if one.mention.kind not in {MentionKind.PRONOUN, MentionKind.QUANTITY})
    same = [one.actor for one in nouns if word.search(one.actor.name)]
    told = {one.country for one in same if one.resolved_by in _TOLD}
    return same[0].country if len(told) == 1 and same[0].resolved_by in _TOLD else None


def _owns(seen: Seen) -> bool:
    return _has_country(seen) and seen.mention.kind is not MentionKind.PLACE


def _is_public(seen: Seen) -> bool:
    return _has_country(seen) and seen.actor.kind in {ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP}


def _has_country(seen: Seen) -> bool:
    return seen.actor.country is not None


def _before(article: Article, mention: Mention) -> str:
    return article.text[max(0, mention.span.start - 12) : mention.span.start]
