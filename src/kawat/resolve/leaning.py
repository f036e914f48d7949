"""Words that stand for somebody named before: pronouns, "the group", "negara itu"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import is_state
from kawat.knowledge.words import folded_words
from kawat.records import Actor, ActorKind, Mention, MentionKind
from kawat.resolve.discourse import Discourse, Seen
from kawat.resolve.homes import HOME, is_outlet

SINGULAR = frozenset("he she him her his hers ia dia beliau himself herself".split())
CLITIC = "nya"
PLURAL = frozenset("they them their theirs mereka themselves".split())
THING = frozenset({"it", "its", "itself"})
OWN_SIDE = "pihaknya"
SPEAKER = frozenset("i we us me our my kami kita saya aku pihaknya".split())
ADDRESSED = frozenset("you your yours yourself yourselves anda kalian kamu kau saudara".split())
_SAID = re.compile(r"(?:kata|ujar|tutur|jelas|ucap|tegas|tambah|imbuh|papar|ungkap|sebut|lanjut)nya")
_DEFINITE = re.compile(r"^(?:the|this|that)\b|\b(?:itu|tersebut|ini)$|nya$", re.IGNORECASE)
_ITU = re.compile(r"^\s(?:itu|tersebut|ini)\b")
_OWN_STATE = re.compile(r"(?:negaranya|(?:his|her|their) (?:own )?(?:country|nation))(?: sendiri)?", re.IGNORECASE)
_OWNERS = frozenset({MentionKind.PERSON, MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.STATE})
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.ROLE})
_SPEAKERS = frozenset({MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.GROUP}) | _PEOPLE
_COMPANIES = frozenset("company firm bank perusahaan".split())
_SPECIFIC = frozenset(
    "ministry department court commission church kementerian komisi mahkamah pengadilan gereja".split()
)
"""Bodies of a kind that the name of one has in it: "the court" takes up no company."""
_BODILY = frozenset({ActorKind.STATE, ActorKind.ORGANISATION})
NOUN = "noun for who was named before"
_GOVERNMENT = re.compile(r"\bgovernment$|^pemerintah\b", re.IGNORECASE)
_ANYBODY = re.compile(r" (?:yang|who|which)\b")
""" "mereka yang menyerah", "they who stayed" takes up nobody, it describes."""
SAYER = "who says so"
_SAYS_OF = {"id": frozenset({"ia", "dia", "beliau", "mereka", OWN_SIDE}), "en": frozenset({"he", "she", "they"})}
_TELLS = re.compile(
    r"(?:, [^,.]{3,80},)? (?:\w+ ){0,2}?(?:told|tells|assured|informed|promised|reminded|warned)\b"
    r"[^,.;:]{2,60}? (?:that )?"
)
""" "A told B that [he] was coming": B is nearer, and A it is."""
_SAYS = re.compile(
    r"(?:, [^,.]{3,80},)? (?:\w+ ){0,2}?(?:mengatakan|menyatakan|menegaskan|mengaku|mengakui|berkata|menambahkan"
    r"|berjanji|berharap|yakin|percaya|membantah|menjelaskan|mengklaim|memperingatkan|mengumumkan|berikrar)"
    r"(?: \w+){0,3}?,? (?:bahwa )?"
)
_OBJECTS = frozenset({"him", "them"})
HER = re.compile(
    r" (?:of|for|to|as|with|in|on|at|over|after|from|and|by|before|that|during|last|not)\b|[.,;]", re.IGNORECASE
)
"""Behind "her" that owns nothing: "accused her of"."""
_EITHER = frozenset({"mereka", "dia", "beliau"})
_UNDERGOES = re.compile(r"(?:\bme[mn]?\w{3,}|\b(?:terhadap|kepada|atas|oleh|dengan)) $")
_CLAUSE = re.compile(
    r"[,;:\"“”—]|\b(?:that|which|who|when|while|after|before|because|if|as|and|but|or|bahwa|yang|ketika|saat|setelah"
    r"|sebelum|karena|dan|tetapi|namun|jika|atau|sebab)\b"
)
_RELATIVE = re.compile(r",? (?:whom|who|that|which|yang) ")
_TO_DO = re.compile(r" (?:to|untuk|agar|supaya) ")
_BEGINS = re.compile(r"\W*(?:(?:that|bahwa) )?")
_OBJECT = re.compile(
    r"(?= ?[.,;:?!)\"”])| (?:an?|the|in|on|at|as|for|from|with|of|when|after|before|because|into|over|through|until"
    r"|if|while|since|during|his|her|their|this|that|to|off|up|out|down|away|back)\b"
)
_BLAMED = re.compile(
    r"\b(?:accus|blam|critici|urg|ask|told|help|let|warn|threaten|invad|attack|join|by"
    r"|order|forc|requir|want|expect|allow)\w* $"
)
_MAKES = re.compile(r"\b(?:mak(?:e|es|ing)|made|find|finds|found|consider\w*|deem\w*) $")
""" "called it an illegal act": what is acted on is mostly a thing that was told of, and no state nor body."""
_EMPTY = re.compile(
    r" (?:is|was|(?:will|would|may|might|could) be|ha[sd] been|remain\w*|seem\w*|appear\w*|bec[ao]me\w*)"
    r"(?: \w+ly| not| still| too| very| so| more| also| now)?"
    r" (?:hard|difficult|easy|(?:un)?clear|(?:im)?possible|(?:un)?likely|time|important|necessary|(?:un)?known"
    r"|feared|believed|thought|hoped|expected|understood|wrong|right)\b"
    r"| (?:(?:will|would|could|may|might|ha[sd])(?: \w+ly)? )?(?:takes?|took|taken)\b[^,.;]{0,24}?"
    r" (?:hour|day|week|month|year)s?\b"
    r"| (?:emerged|turned out)\b|['’]s (?!(?!\w*thing\b)\w+ing\b)"
)
""" "it would be hard to", "it took months" stands for nobody."""
_STATES = frozenset("country nation kingdom republic island negara negeri kerajaan negaranya negerinya".split())
_GROUPS = frozenset("group movement militia faction party kelompok gerakan milisi faksi partai partainya".split())
_ONE_BODY = re.compile(
    r"\b(?:army|military|navy|air force|coast guard|government|parliament|senate|cabinet|court|ministry|junta"
    r"|opposition|commission|coalition|regime|council|committee|police)$",
    re.IGNORECASE,
)
_OF_GROUPS = frozenset({"PTY", "OPP", "REB", "UAF"})
_BODIES = frozenset(
    """agency ministry department company institution bank court body commission organisation organization bloc
    lembaga badan kementerian perusahaan komisi organisasi blok mahkamah pengadilan bank church gereja
    watchdog firm union""".split()
)


def pronoun(mention: Mention, wording: str, text: str, discourse: Discourse) -> tuple[Actor, ...]:
    """Whom a pronoun of the third person stands for, () where nobody fits; "they" may stand for several."""
    low = wording.lower()
    if (low in PLURAL and _ANYBODY.match(text, mention.span.end)) or (
        low == "it" and (_EMPTY.match(text, mention.span.end) or _is_object(mention, text))
    ):
        return ()
    acting = _subject_of(mention, low, text, discourse)
    if low in SINGULAR and (owner := _whose(mention, text, discourse)) is not None:
        discourse.learn(low, owner)
        return (as_mention(owner.actor, mention, "pronoun"),)
    if sayer := _sayer(mention, low, text, discourse):
        found: Seen | None = sayer
    elif low in SINGULAR or _SAID.fullmatch(low):
        found = _the_one(mention, low, discourse, acting)
    elif low == CLITIC:
        found = _somebody_here(mention, discourse, acting)
        found = found or discourse.subject(mention, lambda one: one.mention.kind is MentionKind.PERSON)
    elif low == OWN_SIDE:
        found = discourse.subject(mention, lambda one: one.mention.kind in _SPEAKERS, first=True)
    elif low in PLURAL:
        teller = _teller(mention, text, discourse)
        those = (teller,) if teller else _those(mention, text, discourse, acting)
        return tuple(as_mention(one.actor, mention, "pronoun") for one in those)
    elif low in THING:
        acts = low == "it" and _OBJECT.match(text, mention.span.end) is None
        wanted = partial(_is_thing, speaks=mention in discourse.said)
        found = discourse.second_subject(mention, text, wanted) if acts else None
        found = found or discourse.subject(mention, wanted, first=True)
    else:
        found = None
    if found is not None:
        discourse.learn(low, found)
    return (as_mention(found.actor, mention, SAYER if sayer else "pronoun"),) if found else ()


_PARTISANS = (
    r"opponents?|critics?|rivals?|supporters?|allies|backers|foes|enemies|lawyers?|attorneys?|aides?|family|wife"
    r"|husband|son|daughter|parents|mother|father|brother|sister|widow"
)
_HIS_OWN = re.compile(rf"(?:the )?(?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)['’]s (?:\w+ )?(?:{_PARTISANS})$")
_DARI_DIA = re.compile(
    r"(?:para |seorang )?(?:pendukung|pengacara|kuasa hukum|keluarga|lawan|pengkritik|penentang|istri|suami|putra"
    r"|putri|ibu|ayah|sekutu)(?: politik)? (?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)$",
    re.IGNORECASE,
)


def _whose(mention: Mention, text: str, discourse: Discourse) -> Seen | None:
    """Whose people act or speak just before, of the same sentence: "Abe's opponents accuse [him]"."""
    here = discourse.sentence(mention.span.start)
    last = discourse.seen[-1] if discourse.seen else None
    if last is None or last.sentence != here or last.mention.kind is MentionKind.PRONOUN:
        return None
    wording = last.mention.span.of(text)
    found = _HIS_OWN.match(wording) or _DARI_DIA.match(wording)
    if found is None or _CLAUSE.search(text, last.mention.span.end, mention.span.start):
        return None
    names = found["name"].split()
    return discourse.latest(
        lambda one: one.actor.kind is ActorKind.PERSON and one is not last and names[-1] in one.actor.name.split()
    )


def _the_one(mention: Mention, low: str, discourse: Discourse, acting: Seen | None) -> Seen | None:
    """The person whom "he", "she" or "ia" takes up: not who acts on them, nor who speaks the words around them."""
    speaking = discourse.quoted(mention) if not _SAID.fullmatch(low) else frozenset[str]()
    return discourse.subject(
        mention,
        lambda one: (
            _is_one(one) and one != acting and one.actor.name not in speaking and discourse.may_be(low, one)
        ),
    )


_ONE = re.compile(
    r"seorang \w+|(?:an?|one|another|the) (?:[\w-]+ ){0,3}?(?!poor\b|other\b)"
    r"(?:\w+(?:er|or|ist|ian|ant|man|woman)|boy|girl|student)\b",
    re.IGNORECASE,
)
""" "a protester", "seorang demonstran": one, though the noun is of a group."""
_FORCE = re.compile(
    r"polisi|aparat|petugas|tentara|prajurit|jaksa|penyidik|penuntut umum|police|gendarmes", re.IGNORECASE
)


def _is_one(seen: Seen) -> bool:
    actor = seen.actor
    if actor.id is None and seen.mention.kind is MentionKind.ROLE:
        if _FORCE.fullmatch(actor.name):
            return False  # "polisi" are many
        if _ONE.match(actor.name) and (actor.kind is ActorKind.GROUP or _is_unknown_one(seen)):
            return True
    return actor.kind is ActorKind.PERSON and not seen.plural


def _is_unknown_one(seen: Seen) -> bool:
    return seen.actor.kind is ActorKind.UNKNOWN and not seen.plural


def _is_object(it: Mention, text: str) -> bool:
    """Whether "it" is what is acted on, by a verb that takes a thing."""
    before = text[max(0, it.span.start - 16) : it.span.start]
    if _MAKES.search(before):
        return True  # "made it hard to leave"
    return _OBJECT.match(text, it.span.end) is not None and _BLAMED.search(before) is None


def _sayer(mention: Mention, low: str, text: str, discourse: Discourse) -> Seen | None:
    """Who says what begins with the pronoun: "A mundur setelah B mengatakan bahwa [ia] menang"."""
    if low not in _SAYS_OF.get(discourse.language, ()):
        return None
    says = _SAYS if discourse.language == "id" else _TELLS
    here = discourse.sentence(mention.span.start)
    for one in reversed(discourse.seen):
        if one.sentence < here:
            break
        said = says.fullmatch(text, one.mention.span.end, mention.span.start)
        if said and _speaks_as(one, low):
            return None if low in PLURAL and one in discourse.joined(mention, text) else one
    return None


def _speaks_as(seen: Seen, low: str) -> bool:
    """Whether somebody may speak of themselves as "mereka", "pihaknya" or "ia"."""
    if low in PLURAL:
        return seen.plural or _is_staffed(seen) or seen.actor.kind is ActorKind.STATE
    return not seen.plural and (
        seen.mention.kind in _SPEAKERS if low == OWN_SIDE else seen.actor.kind is ActorKind.PERSON
    )


def _subject_of(mention: Mention, low: str, text: str, discourse: Discourse) -> Seen | None:
    """Who does what the pronoun undergoes, or undergoes what it does: "[men] accused them", "[men] whom they"."""
    before = text[max(0, mention.span.start - 24) : mention.span.start]
    if discourse.seen and _RELATIVE.fullmatch(text, discourse.seen[-1].mention.span.end, mention.span.start):
        return discourse.seen[-1]
    undergoes = low in _OBJECTS or low == CLITIC or (low == "her" and HER.match(text, mention.span.end) is not None)
    if not undergoes and not (low in _EITHER and _UNDERGOES.search(before)):
        return None
    here = discourse.sentence(mention.span.start)
    last = discourse.seen[-1] if discourse.seen else None
    if last is None or last.sentence != here or last.mention.span.end > mention.span.start:
        return None
    begin = last.mention.span.end
    apart = _TO_DO.match(text, begin) or _CLAUSE.search(text, begin, mention.span.start)
    return None if apart else last


def _somebody_here(mention: Mention, discourse: Discourse, acting: Seen | None) -> Seen | None:
    """The first person that the sentence names or describes: "seorang perempuan menuduh polisi memperkosa[nya]"."""
    here = discourse.sentence(mention.span.start)
    own = (one for one in discourse.seen if one.sentence == here and one.mention.kind in _PEOPLE and one != acting)
    return next((one for one in own if one.actor.kind is ActorKind.PERSON and not one.plural), None)


def _teller(mention: Mention, text: str, discourse: Discourse) -> Seen | None:
    """The body or the many who say what begins with "they": "Polisi mengatakan, [mereka] menangkap ..."."""
    here = discourse.sentence(mention.span.start)
    for one in reversed(discourse.seen):
        if one.sentence < here:
            break
        said = discourse.said.get(one.mention)
        begins = said is not None and said.contains(mention.span) and text[said.start : mention.span.start]
        if isinstance(begins, str) and _BEGINS.fullmatch(begins) and (one.plural or _is_staffed(one)):
            return one
    return None


def _is_staffed(seen: Seen) -> bool:
    """Whether "they" may mean those who work for it: a body, not a state nor a person; "polisi" may be either."""
    return seen.actor.kind in {ActorKind.ORGANISATION, ActorKind.GROUP} or seen.actor.sector == "COP"


def _those(mention: Mention, text: str, discourse: Discourse, acting: Seen | None) -> tuple[Seen, ...]:
    """Whom "they" takes up: the many of its own sentence, else those joined there or before, else many before."""
    many = discourse.subject(mention, lambda one: one.plural and one != acting)
    joined = discourse.joined(mention, text) or _couple(mention, text, discourse)
    counted = many is not None and many.mention.kind is MentionKind.QUANTITY
    if joined and (many is None or counted or many.sentence < joined[0].sentence):
        return joined
    return tuple(one for one in discourse.seen if many and one.mention == many.mention)


def _couple(mention: Mention, text: str, discourse: Discourse) -> tuple[Seen, ...]:
    """The two persons or states that the sentence before joins."""
    two = discourse.couple(mention, text)
    return two if {one.mention.kind for one in two} in ({MentionKind.PERSON}, {MentionKind.STATE}) else ()


def own_state(mention: Mention, wording: str, discourse: Discourse, knowledge: Knowledge) -> Actor | None:
    """ "his country", "negaranya": the state of who the sentence tells of first; None for other words."""
    if _OWN_STATE.fullmatch(wording) is None:
        return None
    here = discourse.sentence(mention.span.start)
    owners = (one for one in discourse.seen if one.sentence == here and one.mention.kind in _OWNERS)
    owner = next((one for one in owners if is_state(one.actor.country)), None)
    return as_state(owner.actor, mention, knowledge, "possessive") if owner else None


def noun(
    mention: Mention, wording: str, text: str, discourse: Discourse, knowledge: Knowledge, home: str | None = None
) -> Actor | None:
    """Whom "the group", "kelompok itu" or "the country" takes up; None where the words do not lean on others.

    ``home``: the country that the article is about, which "the country" is where none was named just before.
    """
    definite = _DEFINITE.search(wording) or _ITU.match(text[mention.span.end : mention.span.end + 10])
    bare = [word for word in folded_words(wording) if word not in {"the", "this", "that", "itu", "tersebut", "ini"}]
    if not definite or len(bare) != 1:
        return None
    head = bare[0]
    if head in _STATES:
        return _the_state(mention, discourse, knowledge, home)
    if head in _GROUPS or head in _BODIES:
        staff = re.compile(rf"\bof\b.*\b{re.escape(head)}\b", re.IGNORECASE)
        found = discourse.latest(
            lambda one: _is_body(one) and head in folded_words(one.actor.name) and not staff.search(one.actor.name)
        )
        fits = _is_group if head in _GROUPS else _is_company if head in _COMPANIES else _is_organisation
        if head not in _SPECIFIC:
            found = found or discourse.latest(lambda one: _is_body(one) and _named(one) and fits(one))
    else:
        found = None
    return as_mention(found.actor, mention, NOUN) if found else None


def _the_state(mention: Mention, discourse: Discourse, knowledge: Knowledge, home: str | None) -> Actor | None:
    """Which state "the country" is: in its own sentence that of a government too ("Chad's government said")."""
    here = discourse.sentence(mention.span.start)
    found = discourse.subject(
        mention,
        lambda one: (
            one.actor.kind is ActorKind.STATE
            or (
                one.sentence == here
                and _GOVERNMENT.search(one.actor.name) is not None
                and is_state(one.actor.country)
            )
        ),
    )
    if home is not None and found is not None and found.sentence < here - 1:
        return as_state(replace(found.actor, country=home), mention, knowledge, HOME)
    if found is None or found.actor.kind is ActorKind.STATE:
        return as_mention(found.actor, mention, NOUN) if found else None
    return as_state(found.actor, mention, knowledge, NOUN)


def _is_thing(seen: Seen, *, speaks: bool) -> bool:
    """Whether "it" may take it up: a state or body; an outlet, which mostly is who was told, where "it" speaks."""
    if is_outlet(seen.actor.id) and not speaks:
        return False
    if seen.mention.kind is MentionKind.ROLE and seen.actor.kind is not ActorKind.PERSON:
        body = seen.actor.kind is ActorKind.ORGANISATION and not seen.plural
        return body or _ONE_BODY.search(seen.actor.name) is not None
    taken_up = seen.mention.kind is MentionKind.PRONOUN and seen.actor.kind in _BODILY
    return seen.actor.kind is not ActorKind.PERSON and not seen.plural and (taken_up or _named(seen))


def _is_body(seen: Seen) -> bool:
    return seen.actor.kind in {ActorKind.ORGANISATION, ActorKind.GROUP}


def _is_group(seen: Seen) -> bool:
    return seen.actor.kind is ActorKind.GROUP or seen.actor.sector in _OF_GROUPS


def _is_company(seen: Seen) -> bool:
    return _is_organisation(seen) and seen.actor.sector in {None, "BUS"}


def _is_organisation(seen: Seen) -> bool:
    return seen.actor.kind is ActorKind.ORGANISATION


def _named(seen: Seen) -> bool:
    return seen.mention.kind in {MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.STATE}


def as_state(side: Actor, mention: Mention, knowledge: Knowledge, by: str) -> Actor:
    """The state of a side, named by a mention."""
    assert side.country is not None
    entry, kind = knowledge.country(side.country), ActorKind.STATE
    return Actor(entry.name_en, kind, mention.span, entry.id, entry.name_id, side.country, "GOV", by)


def as_mention(actor: Actor, mention: Mention, by: str) -> Actor:
    """An actor, named by a mention that leans on earlier words."""
    return replace(actor, mention=mention.span, resolved_by=by)
