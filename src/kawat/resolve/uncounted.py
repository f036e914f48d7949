"""Figures that are of no act: how far off a place lies, how large a body is, what many acts have come to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kawat.records import Quantity, Span

LEAD = 120
"""Characters before a figure in which words tell what it is of."""

_AWAY = re.compile(
    r"\)?(?:\s*\([^()]*\))?,?\s+(?:(?:to the|di|ke|arah|ke arah|sebelah|di sebelah)\s+)?(?:north|south|east|west|"
    r"away|from|off|outside|below|above|inland|dari|utara|selatan|timur|barat|tenggara|luar)"
)
_HIGH = re.compile(
    r"\b(?:altitude of|height of|depth of|distance of|ketinggian|kedalaman|jarak)\s+\Z", re.IGNORECASE
)
_LENGTHS = frozenset(
    "km kilometers kilometres kilometer miles mile mil meter meters metres metre yards kaki feet".split()
)
_SET = re.compile(
    r"\b(?:(?:one|first|second|last|elder|younger|(?:lat|larg|bigg|old|young|small|strong|high)est) of|"
    r"(?:salah satu|pertama|kedua|terakhir) (?:dari|di antara))\s+(?:(?:the|its|their|his|her)\s+)?\Z",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\b(?:(?:union|federation|alliance|coalition|bloc|party|organi[sz]ation|association|umbrella group|country|"
    r"nation|state|city|town|province|region|island) (?:of|representing|with)|"
    r"(?:wadah|serikat|federasi|blok|partai|organisasi|negara|kota|provinsi|wilayah)(?: \w+)? "
    r"(?:bagi|dengan|berpenduduk|beranggotakan)|wadah)\s+\Z",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:(?:tolls?|number|total|tally|losses)\b[^.;:,]{0,60}\b(?:rose|rising|risen|climbed|grew|stands|stood|now)"
    r" (?:to|at)|"
    r"(?:bringing|raising|taking|brought|raised|took|takes)\b[^.;:]{0,90}\bto|"
    r"(?:jumlah|angka|korban|kehilangan)\b[^.;:]{0,90}\bmenjadi)\s+\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|so far|sejak|sejauh ini|th(?:is|e) (?:year|month|war)|(?:bulan|tahun) ini)\b", re.IGNORECASE
)


_TELLS = re.compile(
    r"\b(?:kata|ujar|tutur|ucap|ungkap|menurut|according to|said|say|told|quoting|citing|mengutip)\s+\Z",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?:\s+(?!(?:who|that|which|on|and)\b)[^\s,;:.]+){0,6}?\s+(?:were|was|are|is|ha[dsv]e?|will|would|could|may|might|"
    r"died|fled|surrendered)\b"
)


def is_of_no_act(text: str, sentence: Span, figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether ``figure`` counts nothing that an act of its sentence does; ``figures``: all of that sentence."""
    at = figure.mention
    lead = text[max(sentence.start, at.start - LEAD) : at.start]
    tells = _TELLS.search(lead)
    if tells is not None and not (tells[0].lower().startswith("sa") and _ACTS.match(text, at.end)):
        return True  # "said two officials", not "said two officials were held"
    if figure.unit in _LENGTHS:
        return _AWAY.match(text, at.end) is not None or _HIGH.search(lead) is not None
    return _SIZE.search(lead) is not None or (
        _TOTAL.search(lead) is not None and _is_of_many(text, sentence, figure, figures)
    )


def is_set(text: str, figure: Span) -> bool:
    """Whether ``figure`` counts those of whom one does something: "jailed the elder of two sons"."""
    return _SET.search(text, max(0, figure.start - LEAD), figure.start) is not None


def _is_of_many(text: str, sentence: Span, figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether a toll that has risen is of many acts: of a span of time, or beside the figure of this one."""
    since = _SINCE.search(text, sentence.start, sentence.end) is not None
    return since or any(one.mention < figure.mention for one in figures)
