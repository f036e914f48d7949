"""Words that help to tell the end of a sentence: what starts one, what introduces a speaker."""

from __future__ import annotations

from kawat.language.listed import listed

_STARTERS_EN = """the a an he she it they we i you in on at but and however meanwhile this that these
those there his her its their our my as after before when while if although though since some many most
several both according earlier later for from with despite last now then two three four five officials
reporters analysts critics police authorities what why how who where no not nor so yet still also among
during until between here once each every all another others one more about around nearly only even such
other following separately instead moreover furthermore nevertheless similarly finally today yesterday
tomorrow local state-run"""

_STARTERS_ID = """ia dia mereka kami kita saya anda namun tetapi tapi sementara selain menurut dalam pada
di ke dari untuk dengan setelah sebelum sebelumnya ketika saat jika kalau karena oleh hal ini itu hingga
sejak para beberapa sejumlah sebanyak seorang sebuah bahkan adapun sedangkan padahal meski meskipun walau
walaupun kemudian lalu selanjutnya akibat akibatnya tidak tak belum juga pemerintah polisi kedua pihak
pertemuan serangan warga korban sekitar lebih kini nantinya demikian begitu apa siapa mengapa bagaimana
apakah bila agar maka atas terkait sesuai seperti berdasarkan dua tiga yang semua seluruh banyak
rencananya tercatat acara upaya langkah pasukan bukan hanya jadi maupun sayangnya akhirnya awalnya tahun
kata ujar rapat kunjungan keputusan pernyataan setidaknya sedikitnya total pelaku tersangka petugas"""

STARTERS: dict[str, frozenset[str]] = {
    "en": listed(_STARTERS_EN),
    "id": listed(_STARTERS_ID),
}
"""Words, in lower case, that commonly start a sentence and hardly ever a name."""

AFTER_CLOCK = listed(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december senin selasa rabu kamis jumat sabtu minggu
    est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist jst kst wib wita wit
    eastern pacific central local hkt sgt msk"""
)
"""What follows "a.m." inside a sentence although it has a capital letter."""

CUES = listed(
    """said says asked asks told replied replies added adds shouted shouts wrote writes warned
    insisted declared exclaimed answered argued demanded chanted kata ujar tutur ucap ungkap jelas
    imbuh tegas tanya tukas sergah tandas cetus seru pungkas berkata mengatakan bertanya menjawab
    berseru menegaskan menambahkan ujarnya katanya tanyanya serunya"""
)

LEADING_CUES = listed("kata ujar tutur ucap ungkap jelas imbuh tegas tanya tukas tandas cetus seru ujarnya katanya")
"""Indonesian cue words that follow a quotation at once, at times with a stray capital letter."""

AFTER_CUE = listed(
    """in on at during after before when while as to of from with di pada dalam saat ketika usai
    kepada dengan seusai sambil seraya monday tuesday wednesday thursday friday saturday sunday
    senin selasa rabu kamis jumat sabtu minggu reporters wartawan lawmakers angrily again later
    repeatedly"""
)
"""What may follow the cue of "...?" Smith asked on Friday: no content of its own."""

LETTERED = listed(
    """plan vitamin hepatitis group grade type category gate block part section letter option scenario
    point team class appendix exhibit zone rencana golongan grup kelas tipe kategori gerbang blok bagian
    huruf opsi skenario butir tim lampiran zona inisial berinisial influenza"""
)
"""Words after which a single capital letter is no initial: "plan B", "tersangka berinisial S"."""

SITE_ENDINGS = listed("com co id go or ac sch org net tv news gov edu int eu uk us my sg info me html htm php js")
"""What follows a full stop inside a site's or a file's name."""
