"""Wire openings: those that are, with the outlet they name, and sentences that only look like one."""

from __future__ import annotations

import pytest

from kawat.pages.wire import wire_opening

OPENINGS = [
    ("Jakarta, CNN Indonesia -- ", "CNN Indonesia"),
    ("Jakarta, CNBC Indonesia - ", "CNBC Indonesia"),
    ("JAKARTA, KOMPAS.com - ", "KOMPAS.com"),
    ("JAKARTA, iNews.id - ", "iNews.id"),
    ("KOMPAS.com - ", "KOMPAS.com"),
    ("TEMPO.CO, Jakarta - ", "TEMPO.CO"),
    ("REPUBLIKA.CO.ID, JAKARTA -- ", "REPUBLIKA.CO.ID"),
    ("Liputan6.com, Jakarta ", "Liputan6.com"),
    ("Liputan6.com, New York ", "Liputan6.com"),
    ("Liputan6.com, Washington, DC - ", "Liputan6.com"),
    ("Metrotvnews.com, Jakarta: ", "Metrotvnews.com"),
    ("VIVA – ", "VIVA"),
    ("Jakarta (ANTARA) - ", "ANTARA"),
    ("Jakarta (Antara/Reuters) - ", "Antara/Reuters"),
    ("Moskow, 13/8 (ANTARA) - ", "ANTARA"),
    ("MOSCOW, Aug 12 (Reuters) – ", "Reuters"),
    ("GAZA/JERUSALEM, Aug 12 (Reuters) - ", "Reuters"),
    ("(Reuters) - ", "Reuters"),
    ("Washington (AFP) - ", "AFP"),
    ("Tel Aviv/Gaza (dpa) - ", "dpa"),
    ("KYIV, Ukraine (AP) — ", "AP"),
    ("PYONGYANG, August 14 (KCNA) -- ", "KCNA"),
    ("BEIJING, 12 Agustus (Xinhua) -- ", "Xinhua"),
    ("SEOUL — ", None),
    ("SIOUX FALLS, S.D. – ", None),
    ("Taipei, Taiwan — ", None),
    ("Jakarta - ", None),
    ("Den Haag - ", None),
]


@pytest.mark.parametrize(("opening", "outlet"), OPENINGS)
@pytest.mark.parametrize("rest", ["Presiden tiba di sana pada Senin.", "“We will talk,” the envoy said."])
def test_an_opening_is_measured_and_names_its_outlet(opening: str, outlet: str | None, rest: str) -> None:
    found = wire_opening(opening + rest)
    assert found is not None
    assert (found.length, found.outlet) == (len(opening), outlet)


@pytest.mark.parametrize(
    "line",
    [
        "Timnas Indonesia - Malaysia bertemu di Jakarta.",
        "Russia - Ukraine talks began on Monday.",
        "Jepang - Korea Selatan sepakat bertemu.",
        "South Korea — The country's parliament voted.",
        "World Health Organization (WHO) said the outbreak is over.",
        "Amerika Serikat (AS) - Rusia bertemu lagi di Alaska.",
        "Sanctions (EU) - The list grew again.",
        "Presiden Rusia Vladimir Putin - Kim Jong Un bertemu.",
        "Kim Jong Un — the leader of the North — spoke.",
        "COVID-19 - The numbers are falling.",
        "G20 - Presiden membuka pertemuan itu.",
        "The minister said - Twice - that he would go.",
        "Hanoi, Vietnam, is where the talks will be held.",
        "Menteri Luar Negeri (Menlu) mengatakan hal itu.",
    ],
)
def test_a_sentence_is_no_opening(line: str) -> None:
    assert wire_opening(line) is None
