"""Whether the told event has happened: negation, plans, possibilities, what goes on."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.reading.lexicon.analysis import Analysis
from kawat.reading.lexicon.inflect import Voice
from kawat.reading.lexicon.triggers import TriggerHit
from kawat.records import Status


@dataclass(frozen=True, slots=True)
class Cues:
    """Words before a trigger that settle its status; ``governing`` ones may stand further off."""

    denied: frozenset[str]
    denying_verbs: frozenset[str]
    planned: frozenset[str]
    planning_verbs: frozenset[str]
    possible: frozenset[str]
    wishing_verbs: frozenset[str]
    ongoing: frozenset[str]
    called_off: frozenset[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_EN = Cues(
    denied=_set("not n't never no without neither nor cannot"),
    denying_verbs=_set(
        "deny denies denied denying refuse refuses refused failed fails fail avoid avoided prevent prevented "
        "prevents averted stopped halted blocked forbid forbade prohibit prohibits"
    ),
    planned=_set("will shall 'll upcoming forthcoming planned scheduled proposed next"),
    planning_verbs=_set(
        "plan plans planned planning intend intends intended scheduled set due going prepare prepares preparing "
        "prepared vow vows vowed pledge pledges pledged promise promises promised agree agrees agreed expected "
        "expects announced ordered slated poised ready"
    ),
    possible=_set(
        "may might could would can if unless whether should possible potential alleged hypothetical must ought any"
    ),
    wishing_verbs=_set(
        "urge urges urged urging demanding asking calling seeking threatening warning accusing alleging hoping "
        "call calls called demand demands demanded ask asks asked request requests requested "
        "threaten threatens threatened warn warns warned want wants wanted consider considers considering "
        "considered hope hopes hoped propose proposes proposed accuse accuses accused allege alleges alleged "
        "suspect suspected suspects seek seeks sought try tries tried attempt attempts attempted allow allows "
        "help fear fears feared offer offers offered invite invites invited encourage encouraging wish wishes"
    ),
    ongoing=_set("still continues continue continued continuing ongoing keeps kept amid"),
    called_off=_set("cancelled canceled postponed suspended scrapped aborted shelved"),
)
_ID = Cues(
    denied=_set("tidak tak bukan belum tanpa enggan bukanlah takkan urung batal"),
    denying_verbs=_set(
        "membantah menyangkal menampik dibantah gagal menolak mencegah batal menghindari mengurungkan dicegah "
        "melarang menghentikan berhenti"
    ),
    planned=_set("akan bakal hendak jelang menjelang mendatang direncanakan dijadwalkan rencana rencananya segera"),
    planning_verbs=_set(
        "berencana merencanakan dijadwalkan direncanakan bersiap mempersiapkan berjanji menjanjikan sepakat "
        "setuju menyetujui bersedia siap berniat bertekad memutuskan memerintahkan"
    ),
    possible=_set(
        "mungkin kemungkinan dapat bisa boleh jika kalau bila apabila seandainya andai apakah agar supaya "
        "potensi dugaan harus perlu sebaiknya"
    ),
    wishing_verbs=_set(
        "meminta mendesak menyerukan menuntut mengimbau mengajak memohon mengancam memperingatkan "
        "mempertimbangkan menimbang ingin berharap mengharapkan mengusulkan menuding menuduh diduga dituduh "
        "dituding mencurigai menawarkan mengundang khawatir mengkhawatirkan "
        "bertujuan berupaya berusaha upaya minta desak "
    ),
    ongoing=_set("sedang tengah masih terus berlanjut kian"),
    called_off=_set("dibatalkan batal ditunda ditangguhkan"),
)
CUES = {"en": _EN, "id": _ID}
_BORDER = frozenset({";", ":", "—", "(", ")"})
REACH = 4
GOVERNING_REACH = 9
ANSWERED = frozenset({"REQUEST", "AID", "SUPPORT", "AGREE", "ACCUSE", "THREATEN"})  # an offer refused was made


def status_of(analysis: Analysis, hit: TriggerHit, verbs: frozenset[int]) -> Status:
    """The status that construction and cue words give; OCCURRED when nothing says otherwise."""
    near = frozenset(_before(analysis, hit, REACH, verbs))
    governing = frozenset(_before(analysis, hit, GOVERNING_REACH, frozenset()))
    if _is_denied(analysis, hit, verbs, governing):
        return Status.DENIED
    cues = CUES[analysis.language]
    if near & cues.possible or _conditional(analysis, hit):
        return Status.POSSIBLE
    if near & cues.planned or _to_be(analysis, hit) or _still_to_come(analysis, hit):
        return Status.POSSIBLE if _on_condition(analysis, hit) else Status.PLANNED
    return _open_status(analysis, hit, near, governing)


def _is_denied(analysis: Analysis, hit: TriggerHit, verbs: frozenset[int], governing: frozenset[str]) -> bool:
    cues, near = CUES[analysis.language], _before(analysis, hit, REACH, verbs)
    if _called_off(analysis, hit, cues) or _negated(near, cues) or _denied_clause(analysis, hit):
        return True
    if hit.voice is Voice.NOUN and hit.trigger.type in ANSWERED:
        return False
    close = hit.voice is not Voice.ACTIVE or bool(set(near[:2]) & cues.denying_verbs)
    return close and bool(governing & cues.denying_verbs)


def _open_status(analysis: Analysis, hit: TriggerHit, near: frozenset[str], governing: frozenset[str]) -> Status:
    """What verbs above the trigger and its own form say, where no word settles it."""
    cues, infinite = CUES[analysis.language], _infinite(analysis, hit)
    if (infinite and governing & cues.wishing_verbs) or _wished_clause(analysis, hit, cues):
        return Status.POSSIBLE
    if (infinite and governing & cues.planning_verbs) or _ahead(analysis, hit):
        return Status.PLANNED
    if _purpose(analysis, hit):
        return Status.POSSIBLE
    ongoing = bool(near & cues.ongoing) or _progressive(analysis, hit)
    return Status.ONGOING if ongoing else Status.OCCURRED


def _before(analysis: Analysis, hit: TriggerHit, reach: int, verbs: frozenset[int]) -> list[str]:
    """Words before the trigger, nearest first, up to a clause border or another verb."""
    out: list[str] = []
    for index in range(hit.first - 1, max(hit.first - reach - 1, -1), -1):
        word = analysis.lower(index)
        if word in _BORDER or word == ",":
            break
        if index in verbs:
            break
        if word in {"that", "bahwa", "and", "dan", "but", "tetapi", "namun", "serta"}:
            break
        out.append(word)
    return out


def _negated(near: list[str], cues: Cues) -> bool:
    return any(
        word in cues.denied and (near[index - 1] not in {"only", "hanya", "just"} if index else True)
        for index, word in enumerate(near)
    )


def _infinite(analysis: Analysis, hit: TriggerHit) -> bool:
    """Whether a verb is an infinitive ("to send") or, in Indonesian, stands under another verb."""
    if analysis.language == "id":
        return True
    if hit.voice is Voice.NOUN:
        return True
    return "to" in (analysis.lower(hit.first - 1), analysis.lower(hit.first - 2)) or hit.voice is Voice.GERUND


def _to_be(analysis: Analysis, hit: TriggerHit) -> bool:
    """English headline future: "Putin to meet Xi", "is to visit"."""
    if analysis.language != "en" or hit.voice is not Voice.BASE or analysis.lower(hit.first - 1) != "to":
        return False
    index = hit.first - 2
    while analysis.lower(index) in analysis.words.adverbs:
        index -= 1
    if analysis.lower(index) in {"is", "are", "was", "were", "due", "set", "scheduled"}:
        return True
    return analysis.sentence.kind == "title" and any(a.last == hit.first - 2 for a in analysis.arguments)


_IMPLYING = frozenset(
    (
        "begin began begins begun start started starts continue continued continues manage managed manages go "
        "went goes move moved moves come came help helped helps proceed proceeded rush rushed"
    ).split()
)


def _purpose(analysis: Analysis, hit: TriggerHit) -> bool:
    """A verb that says what something is for: "troops to protect", "bertemu untuk membahas"."""
    if analysis.language == "id":
        return hit.voice is not Voice.NOUN and analysis.lower(hit.first - 1) in {"untuk", "guna", "demi"}
    if hit.voice is not Voice.BASE or analysis.lower(hit.first - 1) != "to":
        return False
    return analysis.lower(hit.first - 2) not in _IMPLYING


_CONDITIONS = frozenset(
    (
        "if unless provided jika jikalau bila bilamana apabila kalau seandainya andai andaikan asal asalkan kecuali"
    ).split()
)
_DENIALS = frozenset("deny denies denied denying membantah menyangkal menampik menepis dibantah".split())
CONDITION_REACH = 24


def _on_condition(analysis: Analysis, hit: TriggerHit) -> bool:
    """ "will seize the planes if ...": what hangs on a condition that follows is not yet planned."""
    end = min(hit.last + CONDITION_REACH, len(analysis.tokens))
    return any(analysis.lower(index) in _CONDITIONS for index in range(hit.last + 1, end))


def _denied_clause(analysis: Analysis, hit: TriggerHit) -> bool:
    """ "denied that X had bombed", "membantah bahwa X menerima": all that the clause tells is denied."""
    for index in range(hit.first - 1, max(hit.first - 13, -1), -1):
        word = analysis.lower(index)
        if word in {"that", "bahwa"}:
            return bool({analysis.lower(index - 1), analysis.lower(index - 2)} & _DENIALS)
        if word in _BORDER:
            return False
    return False


_TO_COME = frozenset(
    [(verb, "be") for verb in ("will", "would", "shall", "to")]
    + [(verb, word) for verb in ("is", "are") for word in ("due", "set", "scheduled", "planned")]
    + [("will", "take"), ("would", "take"), ("due", "to"), ("set", "to")]
)


def _still_to_come(analysis: Analysis, hit: TriggerHit) -> bool:
    """ "talks would be held on Thursday", "pertemuan akan digelar": what follows the noun says it is to come."""
    if hit.voice is not Voice.NOUN:
        return False
    for index in range(hit.last + 1, min(hit.last + 9, len(analysis.tokens) - 1)):
        pair = (analysis.lower(index), analysis.lower(index + 1))
        if pair[0] in {"akan", "bakal"} and pair[1].startswith(("di", "ber")):
            return True
        if pair in _TO_COME or pair[0] in {"dijadwalkan", "direncanakan", "sedianya"}:
            return True
        if pair[0] in _BORDER | {",", "that", "bahwa", "who", "which"}:
            return False
    return False


def _wished_clause(analysis: Analysis, hit: TriggerHit, cues: Cues) -> bool:
    """ "demanding that X resign", "meminta agar X mundur"."""
    for index in range(hit.first - 1, max(hit.first - 11, -1), -1):
        word = analysis.lower(index)
        if word in {"that", "agar", "supaya"}:
            before = {analysis.lower(back) for back in range(max(index - 4, 0), index)}
            return hit.voice in {Voice.BASE, Voice.ACTIVE} and bool(before & cues.wishing_verbs)
        if word in _BORDER:
            return False
    return False


def _conditional(analysis: Analysis, hit: TriggerHit) -> bool:
    starts = _CONDITIONS - {"asal", "provided"}
    for index in range(hit.first - 1, max(hit.first - 13, -1), -1):
        word = analysis.lower(index)
        if word in starts:
            return True
        if word in {",", ";", ":"}:
            return False
    return False


def _ahead(analysis: Analysis, hit: TriggerHit) -> bool:
    """ "ahead of talks", "jelang pertemuan": the event named by the noun is still to come."""
    if hit.voice is not Voice.NOUN:
        return False
    words = [analysis.lower(i) for i in range(max(hit.first - 4, 0), hit.first)]
    return "ahead" in words or bool({"jelang", "menjelang"} & set(words))


def _progressive(analysis: Analysis, hit: TriggerHit) -> bool:
    if hit.voice is not Voice.GERUND:
        return False
    near = {analysis.lower(i) for i in range(max(hit.first - 3, 0), hit.first)}
    return bool(near & {"is", "are", "'s", "'re", "am", "been"})


def _called_off(analysis: Analysis, hit: TriggerHit, cues: Cues) -> bool:
    if hit.voice is not Voice.NOUN:
        return False
    around = [analysis.lower(i) for i in range(max(hit.first - 3, 0), min(hit.last + 6, len(analysis.tokens)))]
    return bool(set(around) & cues.called_off)
