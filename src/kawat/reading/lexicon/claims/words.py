"""The small words that the reading of attributions leans on, per language."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Closed word classes, lower case. ``that`` opens a content clause, ``who`` a relative clause.

    ``verbs``: how a verb looks that has an object and stands in no list.
    """

    that: frozenset[str]
    who: frozenset[str]
    and_: frozenset[str]
    contrast: frozenset[str]
    prepositions: frozenset[str]
    skipped: frozenset[str]
    negations: frozenset[str]
    be: frozenset[str]
    to: frozenset[str]
    times: frozenset[str]
    connectives: frozenset[str]
    titles: frozenset[str]
    tails: frozenset[str]
    addressees: frozenset[str]
    finite: frozenset[str]
    anaphors: frozenset[str]
    as_: frozenset[str]
    by: frozenset[str]
    after_cue: frozenset[str]
    turns: frozenset[str]
    did: frozenset[str]
    documents: frozenset[str]
    verbs: re.Pattern[str]
    adverb_ending: str = ""
    head_first: bool = False


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ENGLISH = SmallWords(
    that=_set("that"),
    who=_set("who which whom what"),
    and_=_set("and but then or"),
    contrast=_set("while whereas although though"),
    prepositions=_set(
        "in on at from to of with by for after before during since through via near outside inside under over "
        "against about into following amid ahead between among without despite throughout around within upon "
        "alongside toward towards regarding including"
    ),
    skipped=_set(
        "has have had having also later then again earlier since recently once already still now just "
        "however meanwhile separately subsequently repeatedly previously himself herself itself themselves "
        "'d 've both all simply often first last next early late further ago today yesterday tomorrow"
    ),
    negations=_set("not never cannot no neither nor without n't if whether hardly"),
    be=_set("is are was were be been being 's 're"),
    to=_set("to will would can could may might must shall should let do does did 'll"),
    times=_set(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning "
        "afternoon evening night week month year earlier later late early again recently separately "
        "january february march april may june july august september october november december"
    ),
    connectives=_set(
        "however meanwhile but and yet still also moreover furthermore separately earlier later instead "
        "nevertheless nonetheless additionally besides then so overall"
    ),
    titles=_set(
        "the a an his her its their mr mr. mrs mrs. ms ms. dr dr. sir former then state local official "
        "news agency newspaper broadcaster media outlet senior deputy acting our both some several many most "
        "top u.s. us two three four one another other by spokesman spokeswoman spokesperson officials "
        "sources report reports statement from minister"
    ),
    tails=_set("who whose which as adding citing quoting while when referring speaking describing noting saying"),
    addressees=_set(
        "reporters journalists lawmakers parliament congress senators supporters troops viewers listeners "
        "delegates diplomats them him her us me it you investors ministers residents broadcasters newsmen media "
        "television radio everyone anyone legislators aides allies officials crowds"
    ),
    finite=_set(
        "is are was were has have had will would could can may might must should shall did does do 's 're 'll 've "
        "isn't aren't wasn't weren't won't wouldn't couldn't can't hasn't haven't hadn't didn't doesn't don't "
        "went came took made gave left sent held began fell rose shot struck hit fired killed attacked lost won "
        "knew knows wants needs remains became becomes seems appears deserves continues lies lied broke met found "
        "kept put paid saw got felt makes takes gives goes comes keeps supports violates threatens faces"
    ),
    anaphors=_set("that this it that's these those"),
    as_=_set("as so"),
    by=_set("by from"),
    turns=_set("but and though without"),
    did=_set(
        "gave give declined offered offer provided provide providing offering giving elaborating elaborate refused "
        "say specify name identify confirm comment disclose reveal explain"
    ),
    after_cue=_set(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday last week month year earlier "
        "later late early also again however previously recently separately repeatedly meanwhile afterwards "
        "morning afternoon evening night"
    ),
    documents=_set(
        "letter letters statement report reports email emails memo note message document documents complaint "
        "lawsuit indictment filing petition survey study"
    ),
    verbs=re.compile(r"[a-z]{3,}ed\Z"),
    adverb_ending="ly",
)

INDONESIAN = SmallWords(
    that=_set("bahwa bahwasanya jika"),
    who=_set("yang"),
    and_=_set("dan serta tetapi tapi lalu kemudian namun lantas sembari seraya sambil atau"),
    contrast=_set("sementara sedangkan meskipun meski walaupun"),
    prepositions=_set(
        "di ke dari pada dalam dengan untuk oleh kepada terhadap tentang mengenai saat ketika usai setelah sebelum "
        "sesudah selama sejak lewat melalui antara atas bagi soal terkait seusai selepas pascapertemuan menjelang "
        "hingga sampai pasca sewaktu tatkala per tanpa menyusul berkaitan bersama karena akibat"
    ),
    skipped=_set(
        "telah sudah juga pun kemudian kembali sendiri sebelumnya lantas lalu pernah secara pula sempat baru "
        "terus masih kini sebelum lagi selalu sering berulang kali langsung antara lain itu tersebut ini hanya "
        "kemarin tadi selanjutnya"
    ),
    negations=_set("tidak tak belum bukan enggan menolak jangan tanpa apakah batal urung"),
    be=_set(""),
    to=_set("akan untuk bisa dapat harus agar supaya ingin mau perlu hendak bakal diminta"),
    times=_set(
        "senin selasa rabu kamis jumat jum'at sabtu minggu ahad kemarin tadi malam pagi siang sore dini hari "
        "besok lusa lalu januari februari maret april mei juni juli agustus september oktober november desember "
        "waktu setempat wib wita wit pekan bulan tahun ini itu"
    ),
    connectives=_set(
        "namun tetapi tapi sementara selain itu meski demikian oleh karena akan lebih lanjut bahkan adapun "
        "kemudian lalu selanjutnya sebelumnya dan padahal karenanya karena sebaliknya di sisi lain dengan begitu "
        "apalagi terlebih"
    ),
    titles=_set(
        "oleh dari kantor berita media harian situs laman surat kabar portal stasiun televisi tv radio pihak "
        "pejabat otoritas pemerintah militer para sang si sejumlah beberapa seorang juru bicara bapak ibu pak "
        "bu mantan kementerian tentara intelijen sumber laporan data dr dr. koran majalah menteri kepala wakil "
        "kelompok pasukan semua lembaga badan organisasi pakar pengamat analis"
    ),
    tails=_set(
        "yang seperti sebagaimana sambil seraya sembari merujuk mengacu menanggapi mengutip dikutip dilansir"
    ),
    addressees=_set("wartawan media pers parlemen publik warga mereka dia kami kita pendukungnya"),
    finite=frozenset(),
    anaphors=_set("hal ini itu tersebut pernyataan demikian informasi kabar keterangan laporan penegasan"),
    as_=_set("seperti sebagaimana demikian begitu"),
    by=_set("oleh dari"),
    turns=_set("tetapi tapi namun tanpa meski"),
    did=_set("enggan menolak merinci menyebut menyebutkan menjelaskan memberi memberikan mengungkap bersedia mau"),
    after_cue=_set(
        "senin selasa rabu kamis jumat jum'at sabtu minggu ahad kemarin tadi malam pagi siang sore juga lagi "
        "sebelumnya selanjutnya kembali waktu setempat wib"
    ),
    documents=_set("surat pernyataan laporan dokumen keterangan siaran rilis nota memo pesan gugatan survei studi"),
    verbs=re.compile(r"(?:me|di|ber)[a-z]{4,}\Z"),
    head_first=True,
)


def small_words(language: str) -> SmallWords:
    """The small words of ``language``; a language without cues gets the English ones, which then idle."""
    return INDONESIAN if language == "id" else ENGLISH
