"""Plain texts to articles: sample reports of made-up outlets, in the shapes that sites have."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kawat.errors import EmptyError
from kawat.pages import article_from_page
from kawat.records import Article, Page, ParagraphKind

WIB = timezone(timedelta(hours=7))
WITA = timezone(timedelta(hours=8))


def article(text: str) -> Article:
    return article_from_page(Page(text.encode("utf-8"), source_file="sample.txt"))


def pieces(found: Article, *kinds: ParagraphKind) -> list[str]:
    wanted = kinds or tuple(ParagraphKind)
    return [piece.span.of(found.text) for piece in found.paragraphs if piece.kind in wanted]


NUSA = """Beranda / Berita / Internasional
Menlu Bertemu Menlu Jepang di Tokyo
Rina Wijaya - kabarNusa
Kamis, 14 Agu 2025 08:01 WIB
BAGIKAN
Facebook Twitter WhatsApp Copy Link
Foto: Kedua menteri berjabat tangan (Dok. Kemlu)
Jakarta - Menteri Luar Negeri RI bertemu dengan Menteri Luar Negeri Jepang di Tokyo. Keduanya membahas laut.
"Kami sepakat," kata Menlu.ADVERTISEMENT
SCROLL TO CONTINUE WITH CONTENT
Baca juga:
Presiden Terima Dubes Jepang di Istana
Menlu menambahkan bahwa pertemuan berlanjut pekan depan. Baca juga: Jepang Tambah Bantuan
[Gambas:Video 20detik]
Bahas Laut China Selatan
Kedua menteri juga membahas Laut China Selatan. Situasi di sana memanas.
Tonton juga Video: Menlu di Tokyo
Baca Juga Kemlu Siapkan Perjanjian Baru
Halaman selanjutnya
(rfs/idh)
"""


def test_an_indonesian_page_as_copied_keeps_only_its_words() -> None:
    found = article(NUSA)
    assert found.title == "Menlu Bertemu Menlu Jepang di Tokyo"
    assert (found.byline, found.outlet, found.language) == ("Rina Wijaya", "kabarNusa", "id")
    assert found.published == datetime(2025, 8, 14, 8, 1, tzinfo=WIB)
    assert [(piece.kind.value, piece.span.of(found.text)) for piece in found.paragraphs] == [
        ("title", "Menlu Bertemu Menlu Jepang di Tokyo"),
        ("caption", "Kedua menteri berjabat tangan"),
        (
            "lead",
            "Menteri Luar Negeri RI bertemu dengan Menteri Luar Negeri Jepang di Tokyo. Keduanya membahas laut.",
        ),
        ("body", '"Kami sepakat," kata Menlu.'),
        ("body", "Menlu menambahkan bahwa pertemuan berlanjut pekan depan."),
        ("heading", "Bahas Laut China Selatan"),
        ("body", "Kedua menteri juga membahas Laut China Selatan. Situasi di sana memanas."),
    ]


def test_what_is_dropped_is_noted_with_its_reason() -> None:
    notes = article(NUSA).dropped
    assert "editor or credit: (rfs/idh)" in notes
    assert "wire opening: Jakarta -" in notes
    assert "link to another article: Presiden Terima Dubes Jepang di Istana" in notes
    assert "date line: Kamis, 14 Agu 2025 08:01 WIB" in notes
    assert all(len(line) < 130 for line in notes)


WIRE = """Drones shot down over border region, ministry says
By Jane Doe and John Smith
Published Aug. 12, 2025 3:14 p.m. EDT
Updated Aug. 13, 2025 9:00 a.m. EDT
Share
MOSCOW, Aug 12 (Reuters) – The defence ministry said on Tuesday that air defences had shot down twelve drones.
Kyiv did not comment.
Also read: Five things to know about drones
A woman walks past a damaged building in Belgorod. (AP Photo/Ivan Petrov)
Sign up for our daily newsletter to get the top stories in your inbox.
The ministry gave no details. "We are working on it," a spokesman said.
Reporting by Jane Doe; Editing by Bob Ray
© 2025 Example News. All rights reserved.
"""


def test_an_english_wire_report() -> None:
    found = article(WIRE)
    assert found.published == datetime(2025, 8, 12, 15, 14, tzinfo=timezone(timedelta(hours=-4)))
    assert (found.outlet, found.byline) == ("Reuters", "Jane Doe and John Smith")
    assert found.text.split("\n\n") == [
        "Drones shot down over border region, ministry says",
        "The defence ministry said on Tuesday that air defences had shot down twelve drones.",
        "Kyiv did not comment.",
        "A woman walks past a damaged building in Belgorod.",
        'The ministry gave no details. "We are working on it," a spokesman said.',
    ]
    assert pieces(found, ParagraphKind.CAPTION) == ["A woman walks past a damaged building in Belgorod."]


def test_tags_and_credits_at_the_end() -> None:
    found = article(
        "Kemlu: WNI di Teheran dalam keadaan aman\nSelasa, 12 Agustus 2025 19:20 WITA\n"
        "Jakarta (ANTARA) - Kementerian Luar Negeri memastikan WNI di Teheran aman.\n"
        '"Seluruh WNI aman," kata juru bicara Kemlu.\nPewarta: Budi Santoso\nEditor: Sari Dewi\n'
        "Copyright © KABAR 2025\nTags:\nkemlu\nteheran\n"
    )
    assert found.published == datetime(2025, 8, 12, 19, 20, tzinfo=WITA)
    assert (found.outlet, found.byline) == ("ANTARA", "Budi Santoso")
    assert pieces(found)[1:] == [
        "Kementerian Luar Negeri memastikan WNI di Teheran aman.",
        '"Seluruh WNI aman," kata juru bicara Kemlu.',
    ]


def test_image_remnants_are_cut_out_of_lines_and_dropped_as_lines() -> None:
    found = article(
        "Presiden Tiba di Seoul\n"
        "3 Mei 2024, 21:15 WIB:strip_icc():format(webp)/abc-media/medias/1/original/IMG_1.jpeg)\n"
        "Presiden tiba di Seoul pada Jumat malam dan langsung menuju hotel.\n"
        ":strip_icc():format(webp)/abc-media/medias/2/original/2.jpg)\n"
        "https://cdn.contoh.id/images/2024/05/03/presiden.webp?w=640\nDSC_0042.JPG\n"
        "Kunjungan itu berlangsung dua hari.foto_presiden-2.png\n"
    )
    assert found.published == datetime(2024, 5, 3, 21, 15, tzinfo=WIB)
    assert pieces(found)[1:] == [
        "Presiden tiba di Seoul pada Jumat malam dan langsung menuju hotel.",
        "Kunjungan itu berlangsung dua hari.",
    ]


BODY = "The two ministers met in the capital and agreed to speak again next week."

DEBRIS = """Advertisement
ADVERTISEMENT
Iklan
SCROLL TO CONTINUE WITH CONTENT
Scroll to continue with content
Gulir untuk lanjut membaca
Gulir ke bawah untuk melanjutkan membaca
Lanjutkan membaca di bawah
Article continues below this ad
Baca juga: Presiden Terima Tamu dari Kanada
Baca Juga : Presiden Terima Tamu
BACA JUGA: Harga Beras Naik Lagi
Read also: Ministers to meet again
Also read: Ministers to meet again
Read more: What the deal says
Related: What the deal says
[Baca: Presiden Terima Tamu]
Tonton juga video "Menlu di Tokyo" di sini
Simak Video 'Detik-detik Pertemuan'
Lihat juga: Foto-foto Pertemuan
Saksikan juga: Wawancara Menlu
Facebook Twitter WhatsApp Copy Link
Bagikan
Share this article on Facebook
Salin Tautan
Halaman selanjutnya
Halaman 1 dari 3
Selanjutnya
Next page
Lihat Semua
3 min read
Waktu baca 2 menit
Skip to main content
12 Comments
[Gambas:Video 20detik]
[Gambas:Instagram]
Sign up for our newsletter
Subscribe to our newsletter for the latest news.
Dapatkan update berita pilihan setiap hari dari KabarNusa. Gabung di Telegram sekarang.
Ikuti berita terbaru KabarNusa di Google News
Cek Berita dan Artikel yang lain di Google News
Follow us on Facebook and Instagram
© 2024 Kabar Media. All rights reserved.
Copyright 2025 Example News
Hak Cipta Kabar Media 2025
Artikel ini telah tayang di KabarNusa.id dengan judul Presiden Terima Tamu
Dilarang keras mengambil konten tanpa izin tertulis dari redaksi.
Tags: politik, luar negeri, jepang
Topik: Jepang
https://www.contoh.id/berita/1234
(Foto: Kemlu/Budi)
Photo: Jane Doe
image_2024-05.png""".splitlines()


@pytest.mark.parametrize("line", DEBRIS)
def test_a_line_of_debris_leaves_no_trace(line: str) -> None:
    found = article(f"Ministers agree to speak again\n{BODY}\n{line}\nThe talks had been put off twice before.\n")
    assert pieces(found)[1:] == [BODY, "The talks had been put off twice before."]
    assert any(line[:9] in note or line.strip("[]( )").split()[-1][-6:] in note for note in found.dropped)


# Sentences that hold the words of the rules and are news all the same.
WORDS_OF_ARTICLES = """Advertisement revenue fell by a third last year, the company said.
Iklan rokok akan dilarang mulai tahun depan, kata menteri.
Facebook and Twitter were blocked during the vote, the regulator said.
WhatsApp diblokir di negara itu sejak Senin.
Read the treaty first, the minister told reporters.
Baca selalu pasal itu dengan teliti, kata hakim tersebut.
The newsletter was banned by the government in 2020.
Halaman istana dipenuhi pengunjuk rasa sejak pagi.
The next page of the report was missing, investigators said.
Subscribers of the channel were arrested on Monday.
Video menunjukkan rudal itu jatuh di dekat pelabuhan.
The World Health Organization declared an emergency (WHO).
Perjanjian itu ditandatangani oleh Amerika Serikat (AS) dan Indonesia (RI).
Kecepatan angin mencapai 120 kilometer per jam (km/jam) pada malam itu.
Copyright law was at the heart of the talks between the two countries.
Watch towers were built along the border in May.
Foto satelit memperlihatkan pangkalan baru di pulau itu.
Tags were found on the missiles, the army said.
The share of exports rose to a third, the bank said.
Ia membagikan bantuan kepada 300 keluarga.
Source code was stolen from the ministry, officials said.
Mereka mengikuti berita di televisi sepanjang malam.""".splitlines()


@pytest.mark.parametrize("line", WORDS_OF_ARTICLES)
def test_a_sentence_with_the_words_of_a_rule_is_kept(line: str) -> None:
    found = article(f"Ministers agree to speak again\n{BODY}\n{line}\nNobody expected more than that.\n")
    assert line in pieces(found, ParagraphKind.BODY)


def test_a_shelf_of_headlines_goes_with_its_heading_and_the_text_goes_on() -> None:
    found = article(
        f"Ministers agree to speak again\n{BODY}\nPilihan Redaksi\n- Harga Beras Naik Lagi\n- Gempa Guncang Pulau\n"
        "The talks had been put off twice before.\n"
    )
    assert pieces(found)[1:] == [BODY, "The talks had been put off twice before."]


def test_a_link_takes_one_headline_only_and_never_a_sentence() -> None:
    found = article(
        f"Ministers agree to speak again\n{BODY}\nBaca juga:\nThe talks had been put off twice before.\n"
        "Baca juga\nPresiden Terima Tamu dari Kanada\nWhat comes next\nNobody would say what comes next.\n"
    )
    assert pieces(found)[1:] == [
        BODY,
        "The talks had been put off twice before.",
        "What comes next",
        "Nobody would say what comes next.",
    ]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("The harbour of the old town in 2008.", "The harbour of the old town in 2008."),
        ("Soldiers at the border post on Friday. Image: Jane Doe.", "Soldiers at the border post on Friday."),
        ("FILE PHOTO: Soldiers stand at the border post. REUTERS/Jane Doe", "Soldiers stand at the border post."),
        ("Foto: Prajurit berjaga di perbatasan (AFP/BUDI)", "Prajurit berjaga di perbatasan"),
        (
            "Prajurit berjaga di perbatasan, Senin (12/5). ANTARA FOTO/Budi/foc.",
            "Prajurit berjaga di perbatasan, Senin (12/5).",
        ),
        (
            "Ketua parlemen berpidato di Hanoi. (Foto: Kantor Berita/Budi)",
            "Ketua parlemen berpidato di Hanoi.",
        ),
        ("Wounded people wait at a clinic. (File photo)", "Wounded people wait at a clinic."),
    ],
)
def test_captions_are_kept_and_marked_without_their_credit(line: str, caption: str) -> None:
    found = article(f"Ministers agree to speak again\n{BODY}\n{line}\nThe talks had been put off twice before.\n")
    assert pieces(found, ParagraphKind.CAPTION) == [caption]
    assert pieces(found, ParagraphKind.LEAD) == [BODY]


@pytest.mark.parametrize("verb", ["withdrew", "shot", "struck", "sank", "shut", "overthrew", "taught"])
def test_a_short_sentence_with_a_strong_verb_is_no_caption(verb: str) -> None:
    line = f"Militants near the border {verb} them on Friday."
    found = article(f"Ministers agree to speak again\n{BODY}\n{line}\nThe talks had been put off twice before.\n")
    assert line in pieces(found, ParagraphKind.BODY)


def test_a_quotation_pulled_out_of_the_text_is_marked() -> None:
    pulled = "We will not sign a paper that leaves our islands out of it. Ana Lima"
    body = (
        'The minister was firm. "We will not sign a paper that leaves our islands out of it," Ana Lima said twice.'
    )
    found = article(f"Ministers agree to speak again\n{BODY}\n{pulled}\n{body}\n")
    assert pieces(found, ParagraphKind.QUOTE) == [pulled]
    assert body in pieces(found, ParagraphKind.BODY)


def test_lists_are_marked_and_lose_their_signs() -> None:
    found = article(
        f"Ministers agree to speak again\n{BODY}\n• A new border post\n• A joint patrol\nBoth start in May.\n"
    )
    assert pieces(found, ParagraphKind.LIST) == ["A new border post", "A joint patrol"]


def test_hard_wrapped_lines_are_joined() -> None:
    found = article(
        "Seoul says talks will resume\n\n"
        "SEOUL — South Korea said on Friday that talks with the North would\n"
        "resume next week after months of silence, and that both sides had\n"
        "agreed to meet at the border village.\n\n"
        "The unification ministry said the agenda was still open. It did not\n"
        "say who would lead the delegation from the North, but named its own\n"
        "vice minister as head of the team.\n"
    )
    assert pieces(found, ParagraphKind.LEAD, ParagraphKind.BODY) == [
        "South Korea said on Friday that talks with the North would resume next week after months of silence, "
        "and that both sides had agreed to meet at the border village.",
        "The unification ministry said the agenda was still open. It did not say who would lead the delegation "
        "from the North, but named its own vice minister as head of the team.",
    ]


def test_short_paragraphs_on_lines_of_their_own_are_not_joined() -> None:
    lines = [
        "The minister arrived in the city late on Sunday evening.",
        "He met the president for an hour on Monday morning.",
        "Both of them declined to answer any of our questions.",
        "The two will meet again in the spring, aides said.",
    ]
    assert pieces(article("Minister visits\n" + "\n".join(lines)))[1:] == lines


def test_a_text_without_a_title_has_none() -> None:
    found = article("The minister arrived in the city late on Sunday evening.\nHe met the president on Monday.\n")
    assert found.title is None
    assert [piece.kind.value for piece in found.paragraphs] == ["lead", "body"]


def test_a_lead_without_a_full_stop_is_no_heading() -> None:
    found = article(
        "Presiden Tiba di Seoul\n14 August 2025, 08:01 WIB\n"
        "Presiden dan menteri luar negeri tiba di ibu kota Korea Selatan pada Selasa (12/8/2025)\n"
        "Mereka menginap di sana.\n"
    )
    assert pieces(found, ParagraphKind.LEAD) == [
        "Presiden dan menteri luar negeri tiba di ibu kota Korea Selatan pada Selasa (12/8/2025)"
    ]


def test_a_date_that_is_a_heading_in_the_text_stays() -> None:
    found = article(f"Timeline of the talks\nMonday, March 3, 2025\n{BODY}\n4 March 2025\nThe talks ended early.\n")
    assert found.published == date(2025, 3, 3)
    assert pieces(found, ParagraphKind.HEADING) == ["4 March 2025"]


def test_an_update_time_counts_only_where_nothing_better_is_said() -> None:
    both = article(
        f"Talks go on\nUpdated 13 May 2025 10:00 GMT\nPublished 12 May 2025 09:00 GMT\n{BODY}\n{BODY}x\n"
    )
    alone = article(f"Talks go on\nDiperbarui 15 Agustus 2025, 10.22 WIB\n{BODY}\n{BODY}x\n")
    assert both.published == datetime(2025, 5, 12, 9, 0, tzinfo=UTC)
    assert alone.published == datetime(2025, 8, 15, 10, 22, tzinfo=WIB)


def test_sources_at_the_end_are_dropped() -> None:
    found = article(
        f'Talks go on\n{BODY}\nSources\n- "Talks go on" — Example News, May 3, 2020\n- Jane Doe. "More" — Paper\n'
    )
    assert pieces(found)[1:] == [BODY]


def test_invisible_characters_and_white_space_are_gone() -> None:
    found = article(
        "Talks\u00a0go\u200b on\n\tThe min\u00adister  spoke\x00 in\u2009Hano\u0131\u0301 and then he left.\n"
        + BODY
    )
    assert found.title == "Talks go on"
    assert pieces(found)[1] == "The minister spoke in Hano\u0131\u0301 and then he left."


@pytest.mark.parametrize("text", ["", "  \n\t\n", "Advertisement\nBagikan\n", "* * *\n---\n", "\ufeff"])
def test_nothing_to_read_is_an_error_that_says_so(text: str) -> None:
    with pytest.raises(EmptyError):
        article(text)


def test_the_same_page_gives_the_same_article() -> None:
    assert article(NUSA) == article(NUSA)
    assert article(NUSA).text_sha256 == article(NUSA).text_sha256
