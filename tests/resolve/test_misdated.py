"""Times and places that stand in the sentence of an act and are those of another act, of a claim, or of nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import Marked, marked, spans

from kawat.records import MentionKind, ReportSpans, Span, Status
from kawat.resolve.misdated import is_of_another
from kawat.resolve.misplaced import is_elsewhere


def events(text: Marked, dated: tuple[int, ...], time: str) -> list[ReportSpans]:
    """The events of a text, those of the numbers with the time."""
    told = [spans(text, number) for number in range(len(text.triggers))]
    return [replace(one, time=text.mention(time)) if at in dated else one for at, one in enumerate(told)]


def kept_from(text: Marked, time: str, number: int, *dated: int) -> bool:
    """Whether grammar keeps a time from the event of a number, the reader having given it to that and ``dated``."""
    told = events(text, (number, *dated), time)
    article = text.article
    return is_of_another(article.text, article.language, told[number], text.mention(time), told)


@pytest.mark.parametrize(
    ("language", "sentence", "time", "expected"),
    [
        ("en", "Chad has {ASSAULT killed} 90 men since Libya sent envoys in [time 2003].", "2003", True),
        ("en", "Chad has {ASSAULT killed} 90 men [time since 2003].", "since 2003", False),
        (
            "en",
            "On [time Monday] Chad shut the road, closed off and on since rebels {COERCE seized} it.",
            "Monday",
            True,
        ),
        ("id", "Chad {ASSAULT membunuh} 90 orang sejak Libya menyerang pada [time 2003].", "2003", True),
        ("id", "Latihan {COOPERATE terbesar} sejak invasi 2022 dimulai [time Jumat].", "Jumat", False),
        ("id", "Pada [time 2006] Chad mengalami masa suram sejak {ASSAULT invasi} Libya.", "2006", True),
        ("en", "Chad {SUPPORT praised} the deal that Mali signed in [time 2016].", "2016", True),
        ("en", "Chad is under {COERCE attacks} that have gone on [time since May].", "since May", False),
        ("id", "Chad {CONSULT membahas} garis batas yang disepakati pada [time 2016].", "2016", True),
        ("id", "Polisi {COERCE menangkap} pria yang membawa bom pada [time Senin].", "Senin", False),
        ("en", "It was the {CONSULT visit} of a minister, the first [time since 2000].", "since 2000", True),
        ("en", "Chad has {COERCE held} them [time since 2000].", "since 2000", False),
        ("id", "Ini {CONSULT lawatan} pertama seorang presiden [time sejak 2019].", "sejak 2019", True),
        ("en", "Chad {AID admitted} refugees after [time 2015].", "2015", True),
        ("en", "Chad {AID admitted} refugees in [time 2015].", "2015", False),
        ("id", "Chad {AID menerima} pengungsi setelah tahun [time 2015].", "2015", True),
        ("en", "Rebels {COERCE seized} a town in the east, police said on [time Monday].", "Monday", True),
        ("en", "Rebels {COERCE seized} a town, it was announced on [time Monday].", "Monday", True),
        ("en", "Rebels {COERCE seized} a town on [time Monday], police said.", "Monday", False),
        ("id", "Chad {SANCTION memecat} menterinya, demikian laporan sebuah koran, [time Senin].", "Senin", True),
        ("id", "Sidang itu {REJECT ditunda}, kata kementerian di Lome [time Rabu].", "Rabu", True),
        ("id", "Sebelum {ASSAULT ledakan} itu, serangan terakhir terjadi pada [time Mei 2003].", "Mei 2003", True),
        ("en", "Before the {ASSAULT blast}, the last strike came in [time May 2003].", "May 2003", True),
        ("id", "Chad {AID mengirim} vaksin ke Bol, tempat wabah diumumkan pada [time 4 Mei].", "4 Mei", True),
        ("en", "Chad {AID sent} vaccine to Bol, where it was announced on [time 4 May].", "4 May", True),
        ("id", "Chad {REJECT menolak} dokumen [time tahun 1974] dari Mali.", "tahun 1974", True),
        ("id", "Chad {REJECT menolak} dokumen tahun [time 1974] dari Mali.", "1974", True),
        ("id", "Chad {SUPPORT meneken} perjanjian tahun [time 1974] dengan Mali.", "1974", False),
        ("id", "Chad {REJECT menolak} tawaran itu pada [time 1974].", "1974", False),
        ("en", "He {RETREAT resigned} over [time Monday]'s raid on Lome.", "Monday", True),
        ("en", "He took part in [time Monday]'s {ASSAULT raid} on Lome.", "Monday", False),
        ("en", "Officials who spoke after the [time 2001] attacks, had {REJECT ignored} him.", "2001", True),
        ("en", "The {ASSAULT raid} on Lome, which took place on [time Monday], failed.", "Monday", False),
        (
            "id",
            "Chad menanti {CONSULT pertemuan} raja (42) di Lome, yang juga akan berlangsung pada [time Juni].",
            "Juni",
            False,
        ),
        ("id", "Chad mengirim regu pada [time Juni] ke Mali, yang {RETREAT memulihkan} diri.", "Juni", True),
    ],
)
def test_a_time_of_another_clause_is_not_the_acts(language: str, sentence: str, time: str, expected: bool) -> None:
    assert kept_from(marked(sentence, language=language), time, 0) is expected


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("On [time Monday] Chad {ACCUSE condemned} Mali over the {ASSAULT killing} of a judge.", 1, True),
        ("On [time Monday] Chad {ACCUSE condemned} Mali over the {ASSAULT killing} of a judge.", 0, False),
        ("Chad {ACCUSE charged} a man on [time Monday] with the {ASSAULT murders} of two judges.", 1, True),
        ("On [time Monday] Chad {ACCUSE sued} Mali for fraud and {COERCE seized} a ship.", 1, False),
        ("Chad {AGREE promised} to {CONCEDE ease} rules on [time Monday].", 0, True),
        ("Chad {AGREE promised} to {CONCEDE ease} rules on [time Monday].", 1, False),
    ],
)
def test_the_day_of_words_is_not_that_of_the_act_they_are_about(sentence: str, number: int, expected: bool) -> None:
    assert kept_from(marked(sentence), "Monday", number, 0, 1) is expected


@pytest.mark.parametrize(
    ("language", "sentence", "place", "expected"),
    [
        ("en", "A bomb {ASSAULT killed} six men, police told reporters in [place Lome].", "Lome", True),
        ("en", "A bomb {ASSAULT killed} six men in [place Lome], police told reporters.", "Lome", False),
        ("en", "He said in [place Lome] that a bomb had {ASSAULT killed} six men.", "Lome", True),
        ("id", "Bom {ASSAULT menewaskan} enam orang, kata polisi kepada wartawan di [place Lome].", "Lome", True),
        ("en", "Troops {COERCE seized} a farm near the border with [state Mali].", "Mali", True),
        ("id", "Kapal itu {ASSAULT diserang} di [place perbatasan Mali].", "perbatasan Mali", False),
        ("id", "Ledakan {ASSAULT menghantam} tambang dekat perbatasan [state Mali].", "Mali", True),
        ("en", "It was a [state Mali] {ASSAULT raid} on the town.", "Mali", True),
        ("en", "It was a [state Mali]-led {ASSAULT invasion}.", "Mali", True),
        ("id", "Togo {RETREAT menarik} pasukannya dari koalisi yang [place dipimpin AS].", "dipimpin AS", True),
        ("en", "Police {COERCE held} a man who had lived in [place Lome].", "Lome", True),
        ("en", "The embassy in [place Lome] {ACCUSE called} it absurd.", "Lome", True),
        ("en", "Rebels in [place Lome] {ASSAULT shot} two men.", "Lome", False),
        ("en", "They marched in [place Lome] over the {ASSAULT war} that Mali lost.", "Lome", True),
        ("id", "Warga [place Lome] berpawai atas {ASSAULT pembunuhan} dua hakim.", "Lome", True),
        ("id", "Jam malam berlaku di [place Lome] setelah {ASSAULT bentrokan}.", "Lome", False),
        ("en", "Togo, which has camps in [place Lome], {REQUEST asked} for help.", "Lome", True),
    ],
)
def test_a_place_of_another_clause_or_of_a_speaker_is_not_the_acts(
    language: str, sentence: str, place: str, expected: bool
) -> None:
    text = marked(sentence, language=language)
    told = spans(text, 0)
    assert is_elsewhere(text.article.text, language, told, text.mention(place)) is expected


def test_status_and_kind_matter() -> None:
    text = marked("Chad {AGREE promised} to {CONCEDE ease} rules on [time Monday].")
    told = [replace(one, status=Status.PLANNED) for one in events(text, (0, 1), "Monday")]
    assert not is_of_another(text.article.text, "en", told[0], text.mention("Monday"), told)
    town = replace(marked("It was a [place Lome] {ASSAULT raid}.").mention("Lome"), kind=MentionKind.PLACE)
    assert not is_elsewhere("It was a Lome raid.", "en", spans(marked("It was a Lome {ASSAULT raid}."), 0), town)


def test_near_a_border_is_in_no_country_for_sure() -> None:
    text = marked("A bomb {ASSAULT killed} six near [place the border with Mali].")
    whole = text.mention("the border with Mali")
    border = replace(whole, head=Span(whole.span.end - 4, whole.span.end))
    assert is_elsewhere(text.article.text, "en", spans(text, 0), border)
    assert not is_elsewhere(text.article.text.replace("near", " at "), "en", spans(text, 0), border)
