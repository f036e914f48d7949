"""A denial is no act, a refusal is one."""

from __future__ import annotations

import pytest

from kawat.reading.encoder.denials import is_denial
from kawat.reading.encoder.grammar import around
from kawat.reading.lexicon.tokens import tokens_of
from kawat.records import Span

DENIALS = [
    ("en", "Kigali denied the charge on Monday.", "denied"),
    ("en", "Chad denies having sent troops.", "denies"),
    ("en", "The army disputed the figure.", "disputed"),
    ("en", "They deny it.", "deny"),
    ("en", "Chad denied again that it sent troops.", "denied again"),
    ("en", "Chad flatly denied the charge.", "flatly denied"),
    ("id", "Chad kembali membantah tuduhan itu.", "kembali membantah"),
    ("id", "Kyiv membantah pernah memerintahkan sabotase itu.", "membantah"),
    ("id", "Tuduhan itu dibantah Moskow.", "dibantah"),
    ("id", "Junta menepis laporan itu.", "menepis"),
    ("id", "Ini tuduhan yang selalu ditepis Ramaphosa.", "ditepis"),
    ("id", "Beijing menyangkalnya.", "menyangkalnya"),
]
ACTS = [
    ("en", "Spain denied entry to the delegation.", "denied"),
    ("en", "Lawyers were denied access to her.", "denied"),
    ("en", "Australia has denied a visa to him.", "denied"),
    ("en", "The judge denied his appeal.", "denied"),
    ("en", "Kigali rejected the charge.", "rejected"),
    ("id", "Teheran menampik syarat kedua.", "menampik"),
    ("id", "Tawaran itu ditampik Kepulauan Solomon.", "ditampik"),
    ("id", "Hakim menolak permintaan itu.", "menolak"),
]


def told(language: str, text: str, trigger: str, type_name: str = "REJECT") -> bool:
    at = text.index(trigger)
    where = around(tokens_of(text, Span(0, len(text))), Span(at, at + len(trigger)))
    return is_denial(type_name, trigger, where, language)


@pytest.mark.parametrize(("language", "text", "trigger"), DENIALS)
def test_denials_are_no_acts(language: str, text: str, trigger: str) -> None:
    assert told(language, text, trigger)
    assert not told(language, text, trigger, "ACCUSE")


@pytest.mark.parametrize(("language", "text", "trigger"), ACTS)
def test_refusals_are_acts(language: str, text: str, trigger: str) -> None:
    assert not told(language, text, trigger)
