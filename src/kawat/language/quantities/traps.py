"""Numbers that count nothing: dates, times, ages, durations, article numbers, scores, names, telephones."""

from __future__ import annotations

import re

from kawat.language.listed import listed
from kawat.language.quantities.nouns import Phrase
from kawat.language.quantities.numbers import Number
from kawat.language.quantities.tokens import Line

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|2100")
_PHONE_DIGITS = 9
_LINKS = frozenset({"and", "dan", ",", "to"})

TERM = 4
"""Words between a sentence passed and its years: "sentenced him to"."""
FAR_TERM = 12
"""The same where "in prison" follows: "sentenced the owner of the mine, Juan Perez, to"."""
CHAIN = 6
"""Numbers that one label or month is looked for across: "Articles 5, 6, 7 and 8"."""


def is_trap(line: Line, number: Number, phrase: Phrase | None, *, money: bool) -> bool:
    """Whether ``number`` is no quantity. ``money``: a currency sign or word stands beside it."""
    if money:
        return False
    checks = (_is_date, _is_clock, _is_age, _is_label, _is_glued, _is_score, _is_fraction, _is_chained)
    return (
        any(check(line, number) for check in checks)
        or _is_year(line, number, phrase)
        or _is_duration(line, number, phrase)
        or _is_name(line, number, phrase)
    )


def _is_date(line: Line, number: Number) -> bool:
    """Beside the name of a month: 15 August, Aug. 12, 12 hingga 15 Agustus."""
    months = line.words.months
    if number.vague or number.size > 2100:
        return False
    before = number.first - 2 if line.low(number.first - 1) == "." else number.first - 1
    after = line.at(number.last)
    month_before = line.low(before) in months and line.at(before).capital
    return month_before or (after.lower in months and after.capital)


def _is_clock(line: Line, number: Number) -> bool:
    words = line.words
    if number.vague:
        return False
    if line.low(number.first - 1) in _RATES:
        return True
    if line.low(number.last) in words.clock_after and number.size < 2400:
        return True
    if line.low(number.first - 1) == "pukul":
        return True
    return line.low(number.first - 1) in words.clock_before and number.size < 25 and number.digits


def _is_age(line: Line, number: Number) -> bool:
    """aged 40; (40); Name, 40, said."""
    before, after = line.low(number.first - 1), line.low(number.last)
    if before in line.words.age_words or (line.low(number.first - 2) in line.words.age_words and before == "of"):
        return True
    if not number.digits or number.size > 120:
        return False
    if before == "(" and (after == ")" or after in {"tahun", "th"}):
        return True
    return before == "," and after in {",", "."} and line.at(number.first - 2).capital


def _is_label(line: Line, number: Number) -> bool:
    """Article 5, Pasal 5, Resolution 2231, Boeing 737, No. 5, Group of 20."""
    before = number.first - 2 if line.low(number.first - 1) == "." else number.first - 1
    low = line.low(before)
    if low in line.words.labels:
        plain_verb = low in _ALSO_VERBS and not line.at(before).capital
        return not number.vague and not plain_verb
    return low == "of" and line.low(before - 1) in {"group", "gang"} and line.at(before - 1).capital


_RATES = frozenset({"per", "every", "each", "setiap", "tiap"})
_ALSO_VERBS = frozenset("act part line step model volume track top lot house rule hawk bill area building".split())


def _is_glued(line: Line, number: Number) -> bool:
    """Part of something longer: 12/8/2025, 10:30, +62 812, 021-555, #5, 3.5°."""
    first, last = number.first, number.last
    if not number.digits:
        return False
    if line.glued(first) and line.low(first - 1) in {"/", ":", "#", "+", "_", "@", "=", "-", "–", "."}:
        return line.low(first - 1) != "-" or line.at(first - 2).kind in {"number", "code", "word"}
    if line.glued(last) and line.low(last) in {"/", ":", "°", "º", "_", "@", "-", "–", "×"}:
        follows = line.at(last + 1)
        return line.low(last) in {"°", "º"} or follows.kind == "number" or line.low(last) == "/"
    digits = line.at(first).text
    return digits.isdigit() and (len(digits) >= _PHONE_DIGITS or (digits[0] == "0" and len(digits) > 1))


def _is_score(line: Line, number: Number) -> bool:
    window = line.lowered[max(0, number.first - 2) : number.first]
    is_range = number.low is not None and number.high is not None and number.high < 20
    return number.digits and is_range and any(word in line.words.score_words for word in window)


def _is_fraction(line: Line, number: Number) -> bool:
    """two thirds, dua pertiga, nine (out) of 10, 9 dari 10."""
    after, words = line.low(number.last), line.words
    if after in words.fractions or line.lowered[max(0, number.first - 2) : number.first] == ("out", "of"):
        return True
    if line.lowered[number.last : number.last + 2] == ("out", "of"):
        return True
    before = line.low(number.first - 1)
    share = before in words.change and not words.link
    if before == words.link != "" and line.low(number.first - 2) in words.fractions:
        return True  # "a quarter of a million"
    share = share or (before == words.link != "" and number.value in _TENTHS)
    return share and (line.at(number.first - 2).kind == "number" or line.low(number.first - 2) in words.units)


_TENTHS = frozenset({10.0, 100.0})


def _is_chained(line: Line, number: Number) -> bool:
    """The second of "Articles 5 and 6", of "Pasal 5 dan 6", of "12, 13 and 14 August"."""
    if not number.digits or number.size > 999:
        return False
    return _label_before(line, number.first) or _month_after(line, number.last)


def _label_before(line: Line, first: int) -> bool:
    """Whether a label or month stands before the numbers that lead up to token ``first``."""
    for at in range(first - 1, first - 2 * CHAIN, -2):
        if line.low(at) not in _LINKS or line.at(at - 1).kind != "number":
            return False
        if (low := line.low(at - 2)) in line.words.labels or low in line.words.months:
            return True
    return False


def _month_after(line: Line, last: int) -> bool:
    """Whether the name of a month stands after the numbers that follow token ``last``."""
    for at in range(last, last + 2 * CHAIN, 2):
        if line.low(at) not in _LINKS or line.at(at + 1).kind != "number":
            return False
        if line.low(at + 2) in line.words.months and line.at(at + 2).capital:
            return True
    return False


def _is_year(line: Line, number: Number, phrase: Phrase | None) -> bool:
    """in 2019, the 2015 deal, 2014-2019, tahun 2024; but "2000 orang" counts."""
    token = line.at(number.first)
    if not number.digits or not _YEAR.fullmatch(token.text) or token.suffix:
        return False
    if line.low(number.first - 1) in line.words.year_words or number.last > number.first + 1:
        return phrase is None or phrase.what is None or line.low(number.first - 1) != line.words.between
    return phrase is None or phrase.what is None


def _is_duration(line: Line, number: Number, phrase: Phrase | None) -> bool:
    """three days, dua puluh lima tahun, five-year; but a term in prison and how often somebody acted count."""
    units = line.words.time_units
    if _is_term(line, number) or _is_often(line, number):
        return False
    if line.low(number.last) in units:
        return True
    if phrase is None:
        return False
    return phrase.head in units


def _is_term(line: Line, number: Number) -> bool:
    """A term in prison that somebody is given: hukuman 12 tahun penjara, jailed for 12 years."""
    if line.low(number.last) not in _LONG:
        return False
    reach = FAR_TERM if line.low(number.last + 1) == "in" and line.low(number.last + 2) in _JAIL else TERM
    return not _JAILED.isdisjoint(line.lowered[max(0, number.first - reach) : number.first])


_LONG = frozenset("years year months month tahun bulan".split())
_JAIL = frozenset({"prison", "jail"})
_JAILED = listed(
    """jailed imprisoned sentenced dipenjara dipenjarakan memenjarakan dihukum menghukum menghukumnya divonis
    memvonis memvonisnya hukuman vonis"""
)


def _is_often(line: Line, number: Number) -> bool:
    """How often in Indonesian: lebih dari 60 kali; not "dua kali lipat". In English "times" mostly compares."""
    if line.low(number.last) != "kali" or number.value == 1 or number.vague:
        return False
    return line.low(number.last + 1) not in {"lipat", "lebih", "dari"}


def _is_name(line: Line, number: Number, phrase: Phrase | None) -> bool:
    """A number word with a capital inside a sentence belongs to a name: Gang of Four, Tiga Pilar."""
    token = line.at(number.first)
    inside = (
        number.first > 0 and not line.ends_sentence(number.first - 1) and line.low(number.first - 1) not in '"“‘('
    )
    if token.kind == "word" and token.capital and inside and not number.vague:
        return phrase is None or phrase.what is None
    brand = line.at(number.first - 1)
    named = brand.capital and not _only_begins(line, number.first - 1)
    return number.digits and named and phrase is None and not line.ends_sentence(number.first - 1)


def _only_begins(line: Line, index: int) -> bool:
    """Whether a word has its capital for standing first: "Some 600 were", "Sedikitnya 30 ditahan"."""
    words = line.words
    if line.low(index) in words.definite | words.articles:
        return True
    first = index == 0 or line.ends_sentence(index - 1)
    return first and (line.low(index) in words.stop | words.fillers or line.low(index) in words.bounds)
