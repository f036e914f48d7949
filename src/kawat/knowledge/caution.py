"""Names that are also something else: which occurrences to leave out. See docs/howto-knowledge.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from kawat.knowledge.context import Context, Style
from kawat.knowledge.entries import EntryKind, Form
from kawat.knowledge.surfaces import Case, Rank, Surface, surfaces_of
from kawat.knowledge.tables import Row, read_rows
from kawat.knowledge.words import Word, fold, key_of

COLUMNS = "form language rule note".split()
GIVEN_COLUMNS = ["name", "of"]
_BEARERS = frozenset(("woman", "man"))
_SHORT = 3
_HYPHENS = "-‐‑–"
_MONEY = frozenset(
    "dolar dollar dollars yen won yuan rupee rupees ringgit baht peso pesos rubel riyal lira".split()
)
_PLACE_CUES = frozenset(
    "di ke dari kota kabupaten kab provinsi wilayah daerah pulau bandara pelabuhan polda polres polrestabes kodam "
    "wali walikota asal menuju dekat sekitar in at near from to around outside city town province island".split()
)
_OUTLET_CUES = frozenset(
    "kepada dikutip dilansir melansir mengutip kutip lansir berita lkbn kb laporan menurut pewarta wartawan "
    "jurnalis foto told agency news via newspaper daily harian koran majalah".split()
)
_REPORTS = frozenset(
    "melaporkan melansir memberitakan mewartakan menulis mengabarkan mengutip menyebut "
    "news reported said says".split()
)
_CALENDAR = frozenset(
    "senin selasa rabu kamis jumat sabtu minggu ahad januari februari maret april mei juni juli agustus september "
    "oktober november desember monday tuesday wednesday thursday friday saturday sunday january february march may "
    "june july august october december".split()
)
_COURTESY = frozenset(
    "mr mrs ms dr sir madam lord lady dame prof gen col lt capt sgt gov sen rep st pak bapak ibu bu pakde bung mas "
    "mbak gus kiai kyai haji hj tuan nyonya jenderal letjen mayjen brigjen laksamana marsekal komjen irjen".split()
)


class Rule(StrEnum):
    NEVER = "never"  # the words are no name: Guinea pig, Bahasa Indonesia
    CUED = "cued"  # only where the words beside it ask for a place or an outlet: Serang, Antara
    FIRST_NAME = "first_name"  # also a person's name: not beside another unknown name (Jordan Peterson)
    CAPS_WORD = "caps_word"  # a common word once a line is all capitals: WHO, IS
    PREFIX = "prefix"  # only before a hyphen: Sino-, Anglo-
    HOME = "home"  # of its own country only when no other country's name follows: Kemlu (Rusia)
    MID = "mid"  # not as the first word of a sentence nor in a title-case headline: Labour


Known = Callable[[Word], bool]


class Cautions:
    """The rules of caution.tsv by name, the given names, and the look around a found name."""

    def __init__(self, folder: Path) -> None:
        self.never: list[Surface] = []
        self._rules: dict[str, list[tuple[str | None, Rule]]] = defaultdict(list)
        languages, rules = frozenset(("en", "id", "*")), frozenset(str(rule) for rule in Rule)
        for row in read_rows(folder / "caution.tsv", COLUMNS):
            language = row.one_of("language", languages)
            rule = Rule(row.one_of("rule", rules))
            form = row.text("form")
            if rule is Rule.NEVER:
                marked = form if language == "*" else f"{form}@{language}"
                self.never.extend(surfaces_of(None, (marked,), Form.NAME, Rank.NEVER))
            else:
                self._rules[key_of(form)].append((None if language == "*" else language, rule))
        given = read_rows(folder / "given_names.tsv", GIVEN_COLUMNS)
        self._given = {fold(row.text("name")): _of_woman(row) for row in given}

    def of_woman(self, given: str) -> bool | None:
        """Whether a given name is a woman's; None where both bear it, or nobody is known to."""
        return self._given.get(fold(given))

    @property
    def forms(self) -> frozenset[str]:
        """The keys that a rule other than ``never`` is about."""
        return frozenset(self._rules)

    def has(self, surface: Surface, rule: Rule, language: str) -> bool:
        return any(rule is r and lang in (None, language) for lang, r in self._rules.get(surface.key, ()))

    def admits(self, surface: Surface, context: Context, first: int, end: int, known: Known) -> bool:
        """Whether ``surface``, found at words ``first`` to ``end`` (exclusive), is meant as a name there."""
        rules = [r for lang, r in self._rules.get(surface.key, ()) if lang in (None, context.language)]
        if not all(self._allows(rule, surface, context, first, end, known) for rule in rules):
            return False
        if surface.entry is not None and surface.entry.kind is EntryKind.COUNTRY and _money(context, first, end):
            return False
        if len(surface.shape) > 1:
            return True
        return self._single(surface, context, first, known)

    def _allows(self, rule: Rule, surface: Surface, context: Context, first: int, end: int, known: Known) -> bool:
        if rule is Rule.CUED:
            return _cued(context, first, end)
        if rule is Rule.FIRST_NAME:
            return not self._beside_name(context, first, known)
        if rule is Rule.CAPS_WORD:
            return context.style(first) is not Style.CAPS
        if rule is Rule.PREFIX:
            return context.text[context.words[end - 1].end : context.words[end - 1].end + 1] in tuple(_HYPHENS)
        if rule is Rule.MID:
            return not context.starts_sentence(first) and context.style(first) is Style.PLAIN
        return True

    def _single(self, surface: Surface, context: Context, place: int, known: Known) -> bool:
        """Rules for every name of one word."""
        word = context.words[place]
        if _shouted(surface, word) and context.style(place) is not Style.CAPS:
            return False
        kind = surface.entry.kind if surface.entry else None
        if kind is EntryKind.PERSON:
            return not self._beside_name(context, place, known)
        if kind is EntryKind.PLACE:
            before = context.before(place)
            return before is None or before.folded not in self._given or before.raw[0].islower()
        return True

    def _beside_name(self, context: Context, place: int, known: Known) -> bool:
        """Whether the neighbours make the word part of somebody else's name: Melania Trump, Kim Kardashian."""
        before, after = context.before(place), context.after(place)
        if before is not None and before.folded in self._given and not before.raw[0].islower():
            return True
        if context.style(place) is not Style.PLAIN:
            return False
        titled = before is not None and known(before)  # "Menteri Luar Negeri Georgia Maka Bochorishvili"
        if after is not None and not titled and _stranger(after, known):
            return True
        return before is not None and not context.starts_sentence(place - 1) and _stranger(before, known)


def _of_woman(row: Row) -> bool | None:
    return row.one_of("of", _BEARERS) == "woman" if row.optional("of") else None


def _stranger(word: Word, known: Known) -> bool:
    """A capitalised word that is neither known nor a day, a courtesy or an abbreviation."""
    if not word.raw[0].isupper() or (word.raw.isupper() and len(word.raw) > 1):
        return False
    return word.folded not in _CALENDAR and word.folded not in _COURTESY and not known(word)


def _shouted(surface: Surface, word: Word) -> bool:
    """ "XI" is a number and no Xi; "IRAN" is still Iran."""
    return surface.shape[0] is Case.INITIAL and 1 < len(word.raw) <= _SHORT and word.raw.isupper()


def _money(context: Context, first: int, end: int) -> bool:
    """ "dolar AS", "US dollars", "US$" and "bahasa Rusia" name money and tongues, no state."""
    before, after = context.before(first), context.after(end - 1)
    stop = context.words[end - 1].end
    if context.text[stop : stop + 1] == "$":
        return True
    if before is not None and (before.folded in _MONEY or before.folded == "bahasa"):
        return True
    return after is not None and after.folded in _MONEY


def _cued(context: Context, first: int, end: int) -> bool:
    before, after = context.before(first), context.after(end - 1)
    around = context.text[max(0, context.words[first].start - 1) : context.words[end - 1].end + 1]
    if around[0] == "(" or (before is not None and before.folded in _PLACE_CUES | _OUTLET_CUES):
        return True
    if after is not None and after.folded in _REPORTS:
        return True
    if context.words[end - 1].raw.isupper() and context.style(first) is not Style.CAPS:
        return True
    return context.starts_line(first) and around[-1] in ",("
