"""What the words around a trigger do to its status, and which triggers are only memories.

In a case the trigger stands in square brackets.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.reading.encoder.grammar import Around, around, may_be_denied, status_by_grammar
from kawat.reading.encoder.memory import is_memory
from kawat.reading.lexicon.tokens import tokens_of
from kawat.records import Span, Status

DENIED, POSSIBLE, PLANNED = Status.DENIED, Status.POSSIBLE, Status.PLANNED
ONGOING, OCCURRED = Status.ONGOING, Status.OCCURRED

SETTLED = [
    ("en", "Chad has yet to [sign] the treaty.", DENIED),
    ("en", "The two envoys left without [meeting].", DENIED),
    ("en", "Malta never [apologised] to Libya.", DENIED),
    ("en", "Malta didn't [apologise] to Libya.", DENIED),
    ("en", "Neither Peru nor Chile has [ratified] it.", DENIED),
    ("en", "No Saudi bank was [sanctioned].", DENIED),
    ("en", "Oman decided against [recalling] its envoy.", DENIED),
    ("en", "Oman stopped short of [accusing] Yemen.", DENIED),
    ("en", "Oman came very close to [expelling] him.", DENIED),
    ("en", "Iraq almost [attacked] the port.", DENIED),
    ("en", "Iraq refused to [release] them.", DENIED),
    ("en", "The two were to have [met] in Basra.", DENIED),
    ("en", "It was not Mali that [shelled] the camp.", DENIED),
    ("en", "Fiji called off the joint naval [exercise].", DENIED),
    ("en", "The [talks] in Doha were cancelled.", DENIED),
    ("en", "The [talks] between Togo and Benin never took place.", DENIED),
    ("en", "The two have been unable to reschedule a [meeting].", DENIED),
    ("en", "The [talks] in Doha fell through.", DENIED),
    ("en", "Togo and Benin were supposed to [meet] in May, but the talks fell through.", DENIED),
    ("en", "He was due to [visit] Lome on Monday, but the trip was cancelled.", DENIED),
    ("id", "Togo dan Benin sedianya [bertemu] pada Mei, tetapi perundingan itu batal.", DENIED),
    ("id", "Mereka gagal menjadwalkan [pertemuan] kedua.", DENIED),
    ("en", "They will not hold [talks].", DENIED),
    ("en", "Cuba might [release] the sailors.", POSSIBLE),
    ("en", "Cuba would have [released] the sailors.", POSSIBLE),
    ("en", "If Cuba [releases] the sailors, Spain will pay.", POSSIBLE),
    ("en", "Imagine that Cuba [seized] the sailors.", POSSIBLE),
    ("id", "Bayangkan Kuba [menahan] pelaut itu.", POSSIBLE),
    ("en", "Cuba will [release] the sailors if Spain pays.", POSSIBLE),
    ("en", "Had Cuba [released] the sailors, Spain would have paid.", POSSIBLE),
    ("en", "Cuba could [release] them as long as Spain pays.", POSSIBLE),
    ("en", "Cuba is weighing new [sanctions] against Spain.", POSSIBLE),
    ("en", "Cuba is considering whether to [release] the sailors.", POSSIBLE),
    ("id", "Kuba mempertimbangkan untuk [membebaskan] pelaut itu.", POSSIBLE),
    ("id", "Chad belum juga [menandatangani] perjanjian itu.", DENIED),
    ("id", "Chad tak kunjung [menandatangani] perjanjian itu.", DENIED),
    ("id", "Kedua utusan pulang tanpa [bertemu].", DENIED),
    ("id", "Malta tidak pernah [meminta maaf] kepada Libya.", DENIED),
    ("id", "Oman urung [mengusir] duta besar itu.", DENIED),
    ("id", "Oman nyaris [menyerang] pelabuhan.", DENIED),
    ("id", "Irak menolak [membebaskan] mereka.", DENIED),
    ("id", "Irak membantah telah [mengebom] pasar.", DENIED),
    ("id", "Bukan Mali yang [menembaki] kamp itu.", DENIED),
    ("id", "Belum ada negara yang [mengakui] pemerintah itu.", DENIED),
    ("id", "Fiji membatalkan [latihan] bersama.", DENIED),
    ("id", "[Perundingan] di Doha batal digelar.", DENIED),
    ("id", "Togo batal menggelar [perundingan].", DENIED),
    ("id", "Kuba mungkin [membebaskan] pelaut itu.", POSSIBLE),
    ("id", "Jika Kuba [membebaskan] pelaut itu, Spanyol membayar.", POSSIBLE),
    ("id", "Apabila Spanyol membayar, Kuba [membebaskan] pelaut itu.", POSSIBLE),
    ("id", "Kuba akan [membebaskan] pelaut itu andaikata Spanyol membayar.", POSSIBLE),
    ("id", "Kuba bersedia [membebaskan] pelaut itu asalkan Spanyol membayar.", POSSIBLE),
]
MOVED = [
    ("en", "Laos will soon [send] rice to Nepal.", OCCURRED, PLANNED),
    ("en", "Laos is about to [send] rice to Nepal.", POSSIBLE, PLANNED),
    ("en", "Laos is to hold [talks] with Nepal.", OCCURRED, PLANNED),
    ("en", "The camp is being [shelled].", OCCURRED, ONGOING),
    ("en", "Mali has been [shelling] the camp.", OCCURRED, ONGOING),
    ("en", "Togo and Benin are holding joint naval [exercises].", PLANNED, ONGOING),
    ("en", "The army has [besieged] the town since May.", OCCURRED, ONGOING),
    ("id", "Tentara [mengepung] kota itu sejak Mei.", OCCURRED, ONGOING),
    ("en", "Togo admitted [sending] troops to Benin.", PLANNED, OCCURRED),
    ("id", "Laos akan segera [mengirim] beras ke Nepal.", OCCURRED, PLANNED),
    ("id", "Laos berencana [mengirim] beras ke Nepal.", POSSIBLE, PLANNED),
    ("id", "Kamp itu tengah [digempur].", OCCURRED, ONGOING),
    ("id", "Mali masih [menggempur] kamp itu.", OCCURRED, ONGOING),
    ("id", "Menteri itu sempat [bertemu] utusan.", PLANNED, OCCURRED),
    ("id", "Togo mengaku [mengirim] tentara ke Benin.", PLANNED, OCCURRED),
]
LEFT = [
    ("en", "They [met] in May, but the trip to Lome fell through.", OCCURRED),
    ("en", "In May [talks] were held.", OCCURRED),
    ("en", "Theresa May [met] the king.", OCCURRED),
    ("en", "Mali not only [shelled] the camp.", OCCURRED),
    ("en", "Kenya warned that it will [shoot] at any boat.", POSSIBLE),
    ("en", "Kenya will [meet] them for as long as it takes.", PLANNED),
    ("en", "Kenya urged Mali not to [attack].", POSSIBLE),
    ("en", "If the [strikes] go on, Iran will leave.", ONGOING),
    ("en", "Greece is [visiting] Rome next week.", PLANNED),
    ("en", "It is [willing] to help.", OCCURRED),
    ("en", "The army [besieged] the town in May.", OCCURRED),
    ("en", "Mali has [shelled] the camp twice since May.", OCCURRED),
    ("id", "Ribuan warga [mengepung] kantor itu sejak pagi.", OCCURRED),
    ("id", "Mali [menggempur] kamp itu dua kali sejak Mei.", OCCURRED),
    ("en", "No group claimed the [attack].", OCCURRED),
    ("id", "Irak menolak [permintaan] Iran.", OCCURRED),
    ("id", "Iran membantah [tuduhan] itu.", OCCURRED),
    ("id", "Serangan di Timur Tengah [menewaskan] tiga orang.", OCCURRED),
    ("id", "Iran mengancam akan [menyerang].", POSSIBLE),
    ("id", "Mali meminta agar Chad tidak [menyerang].", POSSIBLE),
    ("id", "Mereka mengatakan kalau Chad [menyerang].", OCCURRED),
    ("id", "Jika sebelumnya Spanyol menolak, Kuba [membebaskan] pelaut itu.", OCCURRED),
    ("id", "Jika Spanyol membayar, Kuba telah [membebaskan] pelaut itu.", OCCURRED),
]
MEMORIES = [
    ("en", "Kyiv marked the anniversary of the [invasion]."),
    ("en", "Kyiv [marked] thirty years of the treaty."),
    ("en", "They laid flowers for the students [shot] in 1973."),
    ("en", "They lit candles in memory of the [killed]."),
    ("en", "The film tells of the [siege] of Leningrad."),
    ("en", "A museum about the [uprising] opened."),
    ("en", "Pirates [kidnapped] the heiress in a new opera."),
    ("en", "The town fell silent, five years after the [shooting] near the gate."),
    ("en", "It was thirty years to the day since the [withdrawal] of the marines."),
    ("en", "The [plea] for mercy in 1911 inspired a play in Windhoek."),
    ("id", "Kota itu hening, lima tahun setelah [penembakan] di dekat gerbang."),
    ("id", "Hari itu genap tiga puluh tahun [penarikan] marinir."),
    ("id", "[Permohonan] ampun tahun 1911 menjadi pokok drama sekolah."),
    ("id", "Kota itu memperingati 80 tahun [pembebasan]."),
    ("id", "Peringatan 80 tahun [pembebasan] digelar."),
    ("id", "Mereka mengenang [pembantaian] itu."),
    ("id", "Film itu berkisah tentang [pengepungan] kota."),
    ("id", "Bajak laut [menculik] pewaris dalam sebuah opera."),
]
NO_MEMORIES = [
    ("en", "On the anniversary, Kyiv [attacked] the port."),
    ("en", "A museum in Berlin [returned] the masks."),
    ("en", "Candles burned after planes [bombed] it."),
    ("en", "The two ministers held [talks] in the Ankara museum."),
    ("en", "Five years after the army [left], the town is empty."),
    ("en", "Five years after the war, Kyiv [attacked] the port."),
    ("id", "Kedua menteri menggelar [perundingan] dalam museum."),
    ("id", "Lima tahun setelah tentara [mundur], kota itu kosong."),
    ("id", "Lima tahun setelah perang, Kyiv [menyerang] pelabuhan."),
    ("id", "Iran memberi peringatan lalu [menyerang]."),
    ("id", "Museum di Leiden [mengembalikan] fosil."),
    ("id", "Pada hari peringatan itu, Iran [menyerang]."),
]
WORDS = st.lists(
    st.sampled_from(
        """if will not been being was to the have tidak akan sedang telah jika batal yang mungkin talks attacking
        , never may masih belum are holding nor neither menggelar membantah andaikata sempat""".split()
    ),
    max_size=12,
)


def cut(case: str) -> Around:
    text = case.replace("[", "").replace("]", "")
    trigger = Span(case.index("["), case.index("]") - 1)
    return around(tokens_of(text, Span(0, len(text))), trigger)


@pytest.mark.parametrize(("language", "case", "wanted"), SETTLED)
def test_words_that_settle_the_status_whatever_the_encoder_says(language: str, case: str, wanted: Status) -> None:
    for before in (OCCURRED, PLANNED, wanted):
        assert status_by_grammar(before, "ASSAULT", cut(case), language) is wanted


@pytest.mark.parametrize(("language", "case", "before", "wanted"), MOVED)
def test_words_that_move_some_statuses(language: str, case: str, before: Status, wanted: Status) -> None:
    assert status_by_grammar(before, "ASSAULT", cut(case), language) is wanted
    assert status_by_grammar(DENIED, "ASSAULT", cut(case), language) is DENIED


@pytest.mark.parametrize(("language", "case", "status"), LEFT)
def test_words_that_only_look_alike(language: str, case: str, status: Status) -> None:
    assert status_by_grammar(status, "ASSAULT", cut(case), language) is status


@pytest.mark.parametrize(
    ("language", "case", "expected"),
    [
        ("en", "Chad and Mali do this together, and there are kinds of [amnesty].", False),
        ("en", "We [intercept] every convoy.", False),
        ("en", "Chad did not [attack] the port.", True),
        ("en", "The [talks] were called off.", True),
        ("en", "The raids on Chad did not stop the rebel [attacks].", False),
        ("en", "They [never] attacked.", True),
        ("id", "Ini hal yang dilakukan Chad dan Mali bersama, dan ada berbagai [amnesti].", False),
        ("id", "Chad menyangkal telah [menyerang] pelabuhan.", True),
        ("id", "Taipei tunda [perundingan] tarif.", True),
        ("id", "Serbuan itu gagal menghentikan [serangan] pemberontak.", False),
    ],
)
def test_what_no_word_denies_is_not_denied(language: str, case: str, expected: bool) -> None:
    assert may_be_denied("ASSAULT", cut(case), language) is expected


def test_a_refusal_may_have_its_negation_in_itself() -> None:
    where = cut("The officials have [not] received the papers.")
    assert not may_be_denied("REJECT", where, "en")
    assert may_be_denied("AID", where, "en")


def test_a_meeting_at_which_something_was_said_was_held() -> None:
    said = cut("Kita harus berunding, kata Presiden Chad di depan [pertemuan] para gubernur.")
    assert status_by_grammar(PLANNED, "CONSULT", said, "id") is OCCURRED
    to_come = cut("Chad menyatakan pembahasan akan dilanjutkan dalam [pertemuan] lain.")
    assert status_by_grammar(PLANNED, "CONSULT", to_come, "id") is PLANNED
    said = cut("He told reporters after the [talks] that it was over.")
    assert status_by_grammar(PLANNED, "CONSULT", said, "en") is OCCURRED
    to_come = cut("He told Chad to speak at the next [summit].")
    assert status_by_grammar(PLANNED, "CONSULT", to_come, "en") is PLANNED


def test_what_should_be_is_not_planned() -> None:
    where = cut("Chad dan Mali hendaknya membuka [perundingan].")
    assert status_by_grammar(PLANNED, "CONSULT", where, "id") is PLANNED  # no light verb that the grammar knows
    where = cut("Chad hendaknya [berunding] dengan Mali.")
    assert status_by_grammar(PLANNED, "CONSULT", where, "id") is POSSIBLE


def test_an_announcement_is_done_by_being_made() -> None:
    where = cut("Tokyo will [ease] visa rules.")
    assert status_by_grammar(OCCURRED, "CONCEDE", where, "en") is OCCURRED
    assert status_by_grammar(OCCURRED, "AID", where, "en") is PLANNED


def test_a_threat_is_made_on_a_condition() -> None:
    where = cut("Mali will [retaliate] if Chad attacks.")
    assert status_by_grammar(OCCURRED, "THREATEN", where, "en") is OCCURRED


@pytest.mark.parametrize(("language", "case"), MEMORIES)
def test_memories(language: str, case: str) -> None:
    assert is_memory(cut(case), language)


@pytest.mark.parametrize(("language", "case"), NO_MEMORIES)
def test_no_memories(language: str, case: str) -> None:
    assert not is_memory(cut(case), language)


@given(WORDS, WORDS, st.sampled_from(["talks", "attacking", "shelled", "menyerang", "perundingan"]))
def test_what_the_grammar_settled_stays_so(left: list[str], right: list[str], word: str) -> None:
    where = Around("".join(f"{one} " for one in left), word, "".join(f"{one} " for one in right))
    for language in ("en", "id"):
        for before in Status:
            once = status_by_grammar(before, "ASSAULT", where, language)
            assert status_by_grammar(once, "ASSAULT", where, language) is once
