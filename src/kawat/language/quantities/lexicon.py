"""The shape of the word tables that quantities are found with: one `Lexicon` per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kawat.records import Counted


class Bound(StrEnum):
    """What a word beside a number says about it."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    NEARLY = "nearly"


@dataclass(frozen=True)
class Lexicon:
    """Everything that differs between the languages. All words in lower case."""

    decimal: str
    thousands: str
    units: Mapping[str, float]  # one, twenty; satu, sepuluh, seratus
    teen: str | None  # "belas" adds ten to the unit before it
    multipliers: Mapping[str, float]  # hundred, dozen; puluh, ratus, lusin: apply to the unit before them
    scales: Mapping[str, float]  # thousand and up: apply to all that was said before them
    short_scales: Mapping[str, float]  # written against the digits: bn, m, k; rb, jt
    articles: frozenset[str]  # "a" in "a hundred"
    vague: Mapping[str, tuple[float, float | None]]  # dozens, thousands; belasan, ribuan: least and most
    vague_before: frozenset[str]  # several, a few; beberapa
    link: str  # "of" in "hundreds of thousands"; empty in Indonesian
    half: str
    bounds: Mapping[str, Bound]  # before the number
    bounds_after: Mapping[str, Bound]  # after it
    cautious_bounds: frozenset[str]  # need a number of ten or more: "over two islands" bounds nothing
    fillers: frozenset[str]  # between bound and number: another, sebanyak
    range_words: frozenset[str]
    between: str
    range_end: str
    change: frozenset[str]  # from, dari: two values, no range
    months: frozenset[str]
    year_words: frozenset[str]
    time_units: frozenset[str]
    clock_before: frozenset[str]
    clock_after: frozenset[str]
    age_words: frozenset[str]
    labels: frozenset[str]  # Article 5, Pasal 5
    score_words: frozenset[str]
    fractions: frozenset[str]
    one: frozenset[str]  # one, satu: a number only beside a counted noun
    definite: frozenset[str]
    nouns: Mapping[str, Counted]
    solid: frozenset[str]  # of those, what "one" counts too: one ship, satu pesawat
    measures: frozenset[str]
    classifiers: frozenset[str]
    others: frozenset[str]
    skip: frozenset[str]  # between number and noun: more, further; lagi
    stop: frozenset[str]  # end a noun phrase
    participles: Mapping[str, Counted]  # killed; tewas: said of the counted, beside them
    happened: frozenset[str]  # of those, the ones that no object can follow: died, tewas
    verbs_before: Mapping[str, Counted]  # killing, menewaskan: the counted are the object
    nouns_before: Mapping[str, Counted]  # the killing of, korban tewas
    toll_words: Mapping[str, Counted]  # "death toll ... 45"
    auxiliaries: frozenset[str]
    currencies: Mapping[str, str]  # after the number: dollars, rupiah


SYMBOLS: Mapping[str, str] = {
    "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "s$": "SGD", "hk$": "HKD", "c$": "CAD", "ca$": "CAD",
    "nz$": "NZD", "nt$": "TWD", "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW",
    "₽": "RUB", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₫": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN",
    "rp": "IDR", "rp.": "IDR", "rm": "MYR", "rs": "INR", "rs.": "INR",
}  # fmt: skip
"""Currency signs before a number. The yen sign is taken for Japan's, the bare dollar for America's."""

CODES = frozenset(
    "USD IDR EUR GBP JPY CNY AUD SGD MYR HKD CAD NZD CHF INR KRW RUB THB PHP VND SAR AED ILS TRY UAH BRL".split()
)


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon | None:
    """The tables for "id" or "en"; None for a language that Kawat does not read."""
    if language == "en":
        from kawat.language.quantities.words_en import ENGLISH

        return ENGLISH
    if language == "id":
        from kawat.language.quantities.words_id import INDONESIAN

        return INDONESIAN
    return None
