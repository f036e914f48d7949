"""Numbers as written: digits with separators, number words, scales, vague plurals, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kawat.language.quantities.tokens import Line, Token

_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?\Z")
_PERCENT = frozenset({"%", "persen", "percent"})
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Number:
    """A number from token ``first`` to before token ``last``: a value, or the bounds that it is said with."""

    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    scale: float = 1.0  # the last word of magnitude, for "10 to 15 thousand"
    vague: bool = False
    digits: bool = False
    strong: bool = False  # "7,000-strong"

    @property
    def size(self) -> float:
        known = [part for part in (self.value, self.low, self.high) if part is not None]
        return known[0] if known else 0.0


def numbers_of(line: Line) -> Iterator[Number]:
    """The numbers of ``line`` in order, ranges joined; none overlaps another."""
    index = 0
    while index < len(line.tokens):
        number = None if line.tokens[index].kind == "mark" else read_range(line, index)
        if number is None:
            index += 1
        else:
            yield number
            index = number.last


def read_range(line: Line, index: int) -> Number | None:
    """The number that starts at token ``index``, together with the second one of a range."""
    number = read_number(line, index)
    if number is None or number.value is None or line.low(index - 1) in line.words.change:
        return number
    joint = _joint(line, number)
    if joint is None:
        return number
    second = read_number(line, _past_sign(line, joint))
    if second is None or second.value is None or second.vague:
        return number
    return _joined(number, second) or number


def read_number(line: Line, index: int) -> Number | None:
    """The single number that starts at token ``index``, or None."""
    return _vague(line, index) or _counted_vague(line, index) or _exact(line, index)


def parse_digits(digits: str, decimal: str, thousands: str, scaled: bool) -> float | None:
    """The value of ``digits`` where ``decimal`` and ``thousands`` separate; a stray foreign style is understood.

    ``scaled``: a word of magnitude follows, so that "2.5 juta" is two and a half though a comma is the norm.
    """
    if digits.count(decimal) > 1 or (not scaled and digits.endswith(decimal + "000")):
        decimal, thousands = thousands, decimal  # "1.000.000" in English, "15,000" in Indonesian
    whole, _, fraction = digits.partition(decimal)
    groups = whole.split(thousands)
    if len(groups) > 1 and not _are_thousands(groups):
        if fraction or len(groups) != 2 or len(groups[1]) > 2:
            return None
        whole, fraction = groups  # the other style's decimal: "3.5 persen"
    try:
        return float(whole.replace(thousands, "") + "." + (fraction.replace(thousands, "") or "0"))
    except ValueError:
        return None


def _are_thousands(groups: list[str]) -> bool:
    return 1 <= len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:])


def _joint(line: Line, number: Number) -> int | None:
    """The token index after the word or dash that makes a range with ``number``."""
    index = number.last + 1 if line.low(number.last) in _PERCENT else number.last
    word = line.low(index)
    if word == line.words.range_end and _said_between(line, number.first):
        return index + 1
    if word not in line.words.range_words:
        return None
    if word in _DASHES and line.glued(index) != line.glued(index + 1):
        return None
    return index + 2 if line.low(index + 1) == "dengan" else index + 1  # "sampai dengan"


def _said_between(line: Line, first: int) -> bool:
    return line.words.between in (line.low(first - 1), line.low(first - 2))


def _past_sign(line: Line, index: int) -> int:
    return index + 1 if line.at(index).kind == "sign" else index


def _joined(one: Number, two: Number) -> Number | None:
    """``one`` to ``two`` as bounds; the magnitude of the second holds for a smaller first ("10 to 15 thousand")."""
    if one.value is None or two.value is None:
        return None
    low = one.value
    if one.scale == 1 and two.scale > 1 and low < two.value / two.scale:
        low *= two.scale
    if low >= two.value:
        return None
    return replace(two, first=one.first, value=None, low=low, high=two.value, digits=one.digits)


def _vague(line: Line, index: int) -> Number | None:
    """dozens, tens of thousands, ribuan, puluhan ribu; the least that it can mean."""
    words = line.words
    found = words.vague.get(line.low(index))
    if found is None:
        return None
    low, high = found
    last = index + 1
    if words.link and line.low(last) == words.link and line.low(last + 1) in words.vague:
        low, last = low * words.vague[line.low(last + 1)][0], last + 2
        if words.link and line.low(last) == words.link and line.low(last + 1) in words.vague:
            low, last = low * words.vague[line.low(last + 1)][0], last + 2
    while line.low(last) in words.scales and not words.link:
        factor = words.scales[line.low(last)]
        low, high, last = low * factor, high * factor if high else None, last + 1
    if line.low(index) == "tens" and last == index + 1:
        return None
    return Number(index, last, None, low, high, approximate=True, vague=True)


def _counted_vague(line: Line, index: int) -> Number | None:
    """several hundred, a few thousand, beberapa ribu: at least two of them."""
    words = line.words
    start = index + 1 if line.low(index) in words.articles else index
    if line.low(start) not in words.vague_before:
        return None
    low, last = 2.0, start + 1
    while (factor := words.multipliers.get(line.low(last)) or words.scales.get(line.low(last))) is not None:
        low, last = low * factor, last + 1
    return Number(index, last, None, low, None, approximate=True, vague=True) if last > start + 1 else None


def _exact(line: Line, index: int) -> Number | None:
    token = line.at(index)
    if token.kind == "number":
        return _from_digits(line, index)
    if token.kind != "word":
        return None
    return _pair(line, index) or _half(line, index) or _from_words(line, index)


def _from_digits(line: Line, index: int) -> Number | None:
    words, token = line.words, line.at(index)
    suffix = token.suffix.lower().lstrip("-")
    scale = words.short_scales.get(suffix, 1.0)
    scaled = scale > 1 or line.low(index + 1) in words.scales or line.low(index + 1) in words.multipliers
    value = parse_digits(token.text, words.decimal, words.thousands, scaled)
    rounded = suffix == "odd" if words.link else suffix in {"an", "ribuan", "jutaan"}
    if value is None or not (not suffix or scale > 1 or rounded or suffix in {"strong", "plus", "odd"}):
        return None
    number = Number(index, index + 1, value * scale, approximate=rounded, scale=scale, digits=True)
    if suffix == "strong":
        return replace(number, strong=True)
    if suffix == "plus":
        return replace(number, value=None, low=number.value)
    return _scaled(line, number) if scale == 1 else number


def _scaled(line: Line, number: Number) -> Number:
    """``number`` times the words of magnitude after it."""
    value, last, scale = number.value or 0.0, number.last, number.scale
    rounded = number.approximate
    half = 0.0
    if line.low(last) == line.words.half and line.low(last + 1) in line.words.scales:
        half, last = 0.5, last + 1
    while (factor := _factor(line, last)) is not None:
        value, scale, last = (value + half) * factor, scale * factor, last + 1
        half = 0.0
    if not line.words.link and line.low(last) in {"ribuan", "jutaan", "ratusan"}:
        factor = line.words.vague[line.low(last)][0]
        value, scale, last, rounded = value * factor, scale * factor, last + 1, True
    return replace(number, value=value, last=last, scale=scale, approximate=rounded)


def _factor(line: Line, index: int) -> float | None:
    word = line.low(index)
    return line.words.multipliers.get(word) or line.words.scales.get(word)


def _pair(line: Line, index: int) -> Number | None:
    """a pair of, a couple of."""
    if not line.words.link or line.low(index) not in line.words.articles:
        return None
    if line.low(index + 1) not in {"pair", "couple"} or line.low(index + 2) != line.words.link:
        return None
    return Number(index, index + 3, 2.0, approximate=line.low(index + 1) == "couple")


def _half(line: Line, index: int) -> Number | None:
    """half a million, setengah juta."""
    if line.low(index) != line.words.half:
        return None
    start = index + 2 if line.low(index + 1) in line.words.articles else index + 1
    factor = _factor(line, start)
    if factor is None or factor < 10 or line.low(start) == "score":
        return None
    return Number(index, start + 1, factor / 2, scale=factor)


def _from_words(line: Line, index: int) -> Number | None:
    """Number words: dua puluh lima, twenty-five, two hundred and five, a dozen."""
    words = line.words
    reader = _WordReader(line)
    at = index
    if line.low(at) in words.articles:
        if _factor(line, at + 1) is None or line.low(at + 1) == "score":
            return None
        reader.take_unit(1.0)
        at += 1
    while (step := reader.step(at)) > 0:
        at += step
    if at == index or not reader.started:
        return None
    return Number(index, at, reader.total(), scale=reader.scale)


class _WordReader:
    """Adds up number words one by one; ``step`` says how many tokens it took, nought where the number ends."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.sum = 0.0
        self.group = 0.0
        self.pending: float | None = None
        self.scale = 1.0
        self.last_scale = float("inf")
        self.started = False

    def total(self) -> float:
        return self.sum + self.group + (self.pending or 0.0)

    def take_unit(self, value: float) -> bool:
        if self.pending is not None:
            if not (20 <= self.pending < 100 and self.pending % 10 == 0 and 0 < value < 10):
                return False
            value += self.pending
        self.pending = value
        self.started = True
        return True

    def step(self, index: int) -> int:
        token, words = self.line.at(index), self.line.words
        if token.kind != "word":
            return 0
        word = token.lower
        if word in words.units:
            value = words.units[word]
            return int(self._whole(value) if value >= 100 else self.take_unit(value))
        if "-" in word and words.link:
            return self._hyphenated(word)
        if not self.started:
            return 0
        if word == words.teen and self.pending is not None:
            self.group, self.pending = self.group + self.pending + 10, None
            return 1
        if word in words.multipliers:
            return self._multiply(words.multipliers[word])
        if word in words.scales:
            return self._scale(words.scales[word])
        return self._link(index, word)

    def _whole(self, value: float) -> bool:
        """seratus, seribu, sejuta: a unit and its magnitude in one word."""
        if self.pending is not None or value >= self.last_scale or (self.group and value >= 1e3):
            return False
        if value >= 1e3:
            self.sum, self.last_scale = self.sum + value, value
        else:
            self.group += value
        self.started = True
        self.scale = value
        return True

    def _hyphenated(self, word: str) -> int:
        parts = word.split("-")
        values = [self.line.words.units.get(part) for part in parts]
        if len(values) != 2 or values[0] is None or values[1] is None or values[0] < 20 or values[1] > 9:
            return 0
        return int(self.pending is None and self.take_unit(values[0] + values[1]))

    def _multiply(self, factor: float) -> int:
        if self.pending is None:
            return 0
        self.group, self.pending = self.group + self.pending * factor, None
        self.scale = factor
        return 1

    def _scale(self, factor: float) -> int:
        if factor >= self.last_scale or (self.pending is None and not self.group):
            return 0
        self.sum += (self.group + (self.pending or 0.0)) * factor
        self.group, self.pending, self.last_scale = 0.0, None, factor
        self.scale = factor
        return 1

    def _link(self, index: int, word: str) -> int:
        """ "and" inside a number, and the halves: two and a half million, dua setengah juta."""
        line, words = self.line, self.line.words
        low = line.low
        if word == words.half and self.pending is not None and low(index + 1) in words.scales:
            self.pending += 0.5
            return 1
        if word != "and" or not words.link:
            return 0
        if low(index + 1) in words.articles and low(index + 2) == words.half and self.pending is not None:
            self.pending += 0.5
            return 3 if low(index + 3) in words.scales else 0
        follows: Token = line.at(index + 1)
        fits = self.pending is None and (follows.lower in words.units or "-" in follows.lower)
        return 1 if fits and self.scale in {100.0, 1e3} and self._small(follows.lower) else 0

    def _small(self, word: str) -> bool:
        """Whether ``word`` is a number below a hundred, as "five" in "two hundred and five"."""
        return all(part in self.line.words.units for part in word.split("-"))
