"""What merging compares of two reports, in words, with the two values beside one another where that helps."""

from __future__ import annotations

from collections.abc import Callable

from kawat.cli import cells
from kawat.cli.face import Face
from kawat.cli.messages import LANGUAGES
from kawat.merge.pairs import Part
from kawat.merge.trace import MUTUAL_TYPES
from kawat.records import Telling

Value = Callable[[Face, Telling], str]

_REASONS: dict[str, tuple[str, str, str]] = {
    "one": ("before anything is compared", "sebelum apa pun dibandingkan", ""),
    "same_type": ("same type", "jenis sama", "type"),
    "related_type": (
        "two types that one event is often told under",
        "dua jenis yang sering dipakai untuk satu peristiwa",
        "type",
    ),
    "same_mode": ("same mode", "cara sama", "mode"),
    "other_mode": ("different modes", "cara berbeda", "mode"),
    "speech": ("both are acts of speech", "keduanya tindakan berbicara", "type"),
    "who": ("who acts is alike", "pelakunya mirip", "who"),
    "who_unknown": ("who acts is not said", "pelaku tidak disebut", "who"),
    "whom": ("who is acted upon is alike", "sasarannya mirip", "whom"),
    "whom_unknown": ("who is acted upon is not said", "sasaran tidak disebut", "whom"),
    "named": ("the same persons or bodies are named", "orang atau lembaga yang sama disebut", "sides"),
    "other_country": ("no country in common", "tidak ada negara yang sama", "sides"),
    "no_side": ("one of them names nobody", "salah satunya tidak menyebut pihak", "sides"),
    "same_day": ("same day", "hari yang sama", "when"),
    "next_day": ("one day apart", "selisih satu hari", "when"),
    "days_apart": ("days apart", "harinya berjauhan", "when"),
    "overlap": ("the times overlap", "waktunya beririsan", "when"),
    "undated_one": ("one of them has no day", "salah satunya tanpa tanggal", "when"),
    "undated_both": ("neither has a day", "keduanya tanpa tanggal", "when"),
    "published_apart": ("published apart", "terbitnya berjauhan", "published"),
    "after_it_was_told": (
        "the one without a day was published away from the day of the other",
        "yang tanpa tanggal terbit jauh dari tanggal yang lain",
        "when_published",
    ),
    "same_place": ("same place, or within 40 km", "tempat sama, atau dalam 40 km", "place"),
    "same_country": ("places in one country", "tempat di satu negara", "place"),
    "other_place": ("different places", "tempat berbeda", "place"),
    "same_figure": ("a figure agrees", "ada angka yang cocok", "figures"),
    "other_figure": ("the figures differ", "angkanya berbeda", "figures"),
    "both_planned": ("both are still ahead", "keduanya belum terjadi", "status"),
    "planned_one": ("one is still ahead", "salah satunya belum terjadi", "status"),
    "over_before_planned": (
        "one was over before the other was announced",
        "yang satu sudah selesai sebelum yang lain diumumkan",
        "status_when",
    ),
    "denied_one": ("one of them is a denial", "salah satunya bantahan", "status"),
    "history_one": ("one of them is history told again", "salah satunya kisah lama", "history"),
    "history_both": ("both are history told again", "keduanya kisah lama", "history"),
    "like_trigger": ("the words for it are alike", "kata untuk peristiwanya mirip", "trigger"),
    "like_words": ("the sentences share words", "kalimatnya berbagi kata", ""),
    "same_names": ("the sentences share names", "kalimatnya berbagi nama", ""),
    "same_story": ("the articles share names", "artikelnya berbagi nama", ""),
    "about_same": ("the articles are about the same country", "artikelnya tentang negara yang sama", ""),
    "other_language": ("different languages", "bahasa berbeda", "language"),
    "like": ("the sentences mean alike", "makna kalimatnya mirip", ""),
    "like_across": ("they mean alike across languages", "maknanya mirip antarbahasa", "language"),
    "like_in_days": ("they mean alike and are of one day", "maknanya mirip dan harinya sama", "when"),
    "copied": (
        "the same sentence in two copies of one article",
        "kalimat yang sama dalam dua salinan satu artikel",
        "",
    ),
    "same_article": (
        "both stand in one article, which tells an event once",
        "keduanya dalam satu artikel, yang menceritakan satu peristiwa sekali",
        "",
    ),
    "nobody_in_both": (
        "they tell two kinds of thing, and nobody takes part in both",
        "keduanya menceritakan dua jenis hal, dan tak seorang pun terlibat dalam keduanya",
        "who",
    ),
    "too_far_apart": (
        "their days are too far apart for one event",
        "harinya terlalu berjauhan untuk satu peristiwa",
        "when",
    ),
}

_SHARES = frozenset({"who", "whom", "like_trigger", "like_words", "same_names", "same_story", "like"})
"""What is compared as a share, 0 to 1."""


def phrase(lang: str, name: str) -> str:
    """What a comparison of merging means, in words. Raises `KeyError` for an unknown one."""
    return _REASONS[name][LANGUAGES.index(lang)]


def reason(face: Face, part: Part) -> str:
    """The phrase, with how much where it is a share."""
    told = phrase(face.lang, part.name)
    return f"{told} ({part.value:.0%})" if part.name in _SHARES else told


def beside(face: Face, part: Part, one: Telling, other: Telling) -> str:
    """The two values that were compared, once where they read the same; "" where no value tells more."""
    what = _REASONS[part.name][2]
    if what in ("who", "whom") and any(t.report.symmetric or t.report.type in MUTUAL_TYPES for t in (one, other)):
        what = "sides"  # of what is done together, all sides are compared with all
    if not what:
        return ""
    first, second = _VALUES[what](face, one), _VALUES[what](face, other)
    return first if first == second else f"{first} | {second}"


def _when(face: Face, telling: Telling) -> str:
    return cells.when(face, telling.report.time, telling.article.text)


def _published(face: Face, telling: Telling) -> str:
    day = telling.article.published_day
    return day.isoformat() if day else face.say("not_said")


def _when_or_published(face: Face, telling: Telling) -> str:
    time = telling.report.time
    dated = time is not None and (time.start or time.end) is not None
    return _when(face, telling) if dated else f"{face.say('published').lower()} {_published(face, telling)}"


def _figures(face: Face, telling: Telling) -> str:
    return "; ".join(cells.quantity(face, one) for one in telling.report.quantities) or face.say("not_said")


_VALUES: dict[str, Value] = {
    "type": lambda face, t: cells.type_label(face, t.report.type),
    "mode": lambda face, t: cells.type_label(face, t.report.type, t.report.mode),
    "who": lambda face, t: cells.actors(face, t.report.actors) or face.say("nobody"),
    "whom": lambda face, t: cells.actors(face, t.report.recipients) or face.say("nobody"),
    "sides": lambda face, t: cells.sides(face, t.report) or face.say("nobody"),
    "when": _when,
    "published": _published,
    "when_published": _when_or_published,
    "place": lambda face, t: cells.place(face, t.report.place),
    "figures": _figures,
    "status": lambda face, t: face.say(t.report.status.value),
    "status_when": lambda face, t: f"{face.say(t.report.status.value)}, {_when_or_published(face, t)}",
    "history": lambda face, t: f"{_when(face, t)}, {face.say(t.report.salience.value)}",
    "trigger": lambda face, t: f"“{t.report.trigger.of(t.article.text)}”",
    "language": lambda face, t: t.article.language,
}
