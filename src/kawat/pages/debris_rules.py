"""The rules by which scrape debris is known: shapes and stock wordings in Indonesian and English.

Whole-line rules drop a line; followers say how many headline-shaped lines after it go with it.
Cuts take a piece out of a line that has words of the article too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_PROMO = 260  # characters: a longer line is a paragraph, whatever it starts with


@dataclass(frozen=True, slots=True)
class LineRule:
    reason: str
    pattern: re.Pattern[str]
    followers: int = 0
    labels: bool = False  # the followers are labels: a few words each, down to the end


@dataclass(frozen=True, slots=True)
class CutRule:
    reason: str
    pattern: re.Pattern[str]


def _line(reason: str, pattern: str, followers: int = 0, labels: bool = False) -> LineRule:
    whole = re.compile(rf"[\W_]{{0,6}}(?:{pattern})[\W_]{{0,6}}", re.IGNORECASE)
    return LineRule(reason, whole, followers, labels)


def _any(*wordings: str) -> str:
    return "|".join(wordings)


_ADVERT = _any(
    r"advert(?:isement|isements|orial|ising)?(?:\s*[-–:·|]?\s*scroll to continue(?: with content)?)?",
    r"iklan|ads?|sponsored(?: content)?|promoted(?: content)?|konten (?:bersponsor|promosi)",
    r"scroll (?:down )?(?:to|for) (?:continue|resume|read|more|reading)(?: with)?(?: the)?(?: content| reading)?",
    r"(?:gulir|scroll|geser)(?: ke (?:bawah|atas))? untuk (?:lanjut|melanjutkan)(?: mem?baca)?",
    r"(?:lanjut(?:kan)?|melanjutkan) (?:mem)?baca(?: di bawah(?: ini)?)?|lanjut baca",
    r"continue reading(?: below)?|keep reading|(?:article|story|text) continues (?:below|after).{0,40}",
    r"remaining time\W+[\d:.]*|ad feedback|skip (?:ad|ads|advertisement|past .{1,60})",
    r"this (?:video|content|audio|post) (?:can ?not|is not|isn.t|could not) .{1,60}",
)
_ALSO = _any(
    r"baca(?: juga| (?:artikel|berita) (?:lain|terkait|selengkapnya)(?:nya)?| selengkapnya| lebih lanjut)?",
    r"read(?: also| more| next| too)|also read|see also|see more|lihat juga|simak juga|tonton juga",
    r"related|terkait|watch(?: also| more| now)?|saksikan juga|dengarkan juga|listen(?: also| now)?",
    r"(?:baca|read) (?:juga|more)(?: (?:di|on|at|about))?|read (?:the )?full (?:story|article|report)",
)
_SHELF = _any(
    r"pilihan (?:redaksi|editor|untukmu|untuk anda)|rekomendasi(?: untuk (?:anda|mu))?",
    r"(?:berita|artikel|video|topik|konten) "
    r"(?:terkait|lain(?:nya)?|terpopuler|populer|pilihan|rekomendasi|terbaru)",
    r"terpopuler|terkini|trending(?: now)?|most (?:read|popular|viewed)|top stories|latest news",
    r"related (?:articles?|stories|news|content|topics|coverage|links?|posts?)|related stories",
    r"more (?:on this story|on this|stories|coverage|like this|from [\w .&'’-]{1,40})",
    r"editor.?s.? (?:picks?|choice)|recommended(?: (?:stories|for you|reading))?|what to (?:read|know) next",
    r"you (?:may|might) (?:also )?(?:like|be interested in)|don.?t miss|in case you missed it",
)
_NEWS_HANDS = (
    r"newsletter|inbox|e-?mail (?:alert|update|list)s?|"
    r"whats ?app|telegram|google news|google berita|aplikasi|our app|the app|notifikasi|"
    r"notifications?|podcast|breaking news|berita (?:terkini|terbaru|pilihan|menarik)|kanal|channel|saluran|"
    r"live ?blog|coverage|"
    r"facebook|twitter|instagram|tiktok|youtube|update|updates|ponsel(?:mu|\s)|smartphone|langganan|subscription"
)
_INVITE = (
    r"(?:sign up|subscribe|register|follow (?:us|our|the|[A-Z][\w .&-]{1,40}(?:.s)?)|"
    r"join (?:us|our|the|[A-Z][\w .&-]{1,40}.s)|download|"
    r"get (?:the|our|all|more|daily)|click|tap|install|"
    r"ikuti|langganan|berlangganan|daftar(?:kan)?|dapatkan|unduh|gabung|bergabung(?:lah)?|cek|simak|klik|"
    r"jangan lewatkan|yuk|baca|temukan|nikmati|tonton)"
)
_NAVIGATION = _any(
    r"(?:ke )?halaman (?:selanjutnya|berikutnya|sebelumnya|\d+(?: dari \d+)?)|selanjutnya|sebelumnya|berikutnya",
    r"next(?: page| article| story)?|previous(?: page| article)?|page \d+(?: of \d+)?|\d+ ?/ ?\d+",
    r"(?:lihat|tampilkan|show|view|see) (?:semua|all|more|lebih banyak|lainnya)(?: \w+){0,2}|load more|loading",
    r"skip to (?:main )?content|back to top|kembali ke atas|menu|search|cari|log ?in|sign in|masuk|daftar",
    r"\d+ (?:min(?:ute)?s?|menit)(?: (?:read|baca|membaca))|(?:waktu|estimasi) baca\W+\d+ menit|\d+ menit",
    r"(?:reading time|read time)\W+\d+.{0,10}|listen to (?:this )?article.{0,20}|"
    r"dengarkan (?:artikel|berita).{0,20}",
    r"\d* ?(?:komentar|comments?)|(?:add|leave|post|tulis|beri) (?:a )?(?:comment|komentar)|reply|balas",
    r"(?:font|ukuran) ?(?:size|huruf)?\W+.{0,20}|a[-+] a[-+]|text size|dark mode|mode gelap",
    r"(?:url|link|tautan)(?: (?:telah|has been|sudah))? (?:ter)?(?:copied|copy|salin)",
    r"lihat (?:semua )?foto|perbesar(?: foto)?",
    r"(?:lanjut|bersambung) ke halaman .{0,40}|summary|companies|key (?:points|takeaways)|ringkasan|sign up here",
    r"(?:(?:last )?updated|diperbarui)?\s*(?:\d+|an?|one|satu) (?:minutes?|hours?|days?|menit|jam|hari) "
    r"(?:ago|(?:yang )?lalu)",
    r"reporting from [\w ,]{2,40}|getty images|item \d+ of \d+\b.{0,300}|\[\d+/\d+\].{0,300}",
    r"(?:home|beranda|berita|news)(?:\s*[>›»/|]\s*[\w &.-]{1,40}){1,5}",
)
_LABELLED = _any(
    r"(?:tags?|topics?|topik|kata kunci|keywords?|categories|kategori|filed under|label)\s*:.{1,300}",
)
_LABEL_HEADS = r"(?:tags?|topics?|topik(?: terkait)?|kata kunci|keywords|categories|kategori)\s*:?"
_COPYRIGHT = _any(
    r"(?:©|copyright\s*(?:©|\(c\)|:|\d{4}|by )|\(c\)\s*\d{4}|all rights? reserved).{0,200}",
    r"(?:copyright|hak cipta|\(c\)) .{2,60}\d{4}|(?:seluruh )?hak cipta dilindungi.{0,100}|copyright|hak cipta",
    r"(?:\w+ ){0,6}all rights reserved.{0,160}",
    r"(?:this material|material ini|dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak)).{0,200}",
    r"(?:artikel|berita|tulisan) ini (?:telah|sudah|pertama kali) (?:tayang|terbit|diterbitkan|dimuat).{0,200}",
    r"this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published|ran).{0,160}",
    r"(?:our standards|standar kami)\s*:.{0,100}",
)

LINE_RULES: tuple[LineRule, ...] = (
    _line("advertisement label", _ADVERT),
    _line("page furniture", _NAVIGATION),
    _line("tags", _LABELLED),
    _line("tags", _LABEL_HEADS, labels=True),
    _line("copyright line", _COPYRIGHT),
    _line("link to another article", rf"(?:{_ALSO})\s*[:：]?", followers=1),
    _line("shelf of other articles", rf"(?:{_SHELF})\s*[:：]?", followers=6),
    _line("link to another article", rf"(?:{_ALSO}|{_SHELF})\s*[:：|»>]\s*\S.{{0,{MAX_PROMO}}}"),
    _line(
        "link to a video",
        rf"(?:simak|tonton|lihat|saksikan)(?:lah)?(?: juga)?,?(?: ini)? video\b.{{0,{MAX_PROMO}}}",
    ),
    _line("link to a video", r"(?:watch|video)\s*[:：].{1,160}|\[?(?:gambas|embed|video|iframe)\W.{0,80}\]"),
    _line("invitation to follow", rf"{_INVITE}(?=\W).{{0,200}}\b(?:{_NEWS_HANDS})\b.{{0,120}}"),
)

# These two tell by the capital after them that a headline follows, so they mind the case.
GLUED_HEADLINE = re.compile(
    r"(?:[Bb]aca [Jj]uga|BACA JUGA|[Rr]ead [Aa]lso|READ ALSO|[Aa]lso [Rr]ead)\s+[A-Z\"'“‘\d].{5,160}"
)

_LABEL = (
    r"(?:Advertisement|ADVERTISEMENT|Iklan|IKLAN|SCROLL TO CONTINUE(?: WITH CONTENT)?|"
    r"Scroll to continue with content|(?:Gulir|Scroll) untuk (?:lanjut|melanjutkan) (?:mem)?baca)"
)

CUT_RULES: tuple[CutRule, ...] = (
    CutRule("image remnant", re.compile(r"!\[[^\[\]\n]{0,200}\]\([^()\s]{0,500}\)")),
    CutRule("image remnant", re.compile(r"(?::[a-z_]{2,30}\([^()\s]{0,80}\)){1,6}(?:/[^\s()]{0,400})?\)?")),
    CutRule(
        "embedded player",
        re.compile(r"\[(?:Gambas|GAMBAS|embed|EMBED|video|VIDEO|iframe|gallery)\b[^\[\]]{0,120}\]"),
    ),
    CutRule(
        "markup",
        re.compile(
            r"</?(?:p|br|b|i|u|em|strong|a|div|span|img|h[1-6]|ul|ol|li|hr|table|t[rdh]|iframe|figure|figcaption"
            r"|blockquote|script|style|center|font|sup|sub|small)(?:\s[^<>]{0,500})?\s?/?>"
        ),
    ),
    CutRule(
        "link to another article",
        re.compile(
            r"[(\[]\s*(?:[Bb]aca|BACA|[Rr]ead|READ|[Ss]ee)(?: [Jj]uga| JUGA| [Aa]lso| [Mm]ore)?"
            r"\s*:[^()\[\]]{3,200}[)\]]"
        ),
    ),
    CutRule(
        "link to another article",
        re.compile(
            r"(?<=[.!?\"”)])\s*(?:Baca [Jj]uga|BACA JUGA|Read [Aa]lso|READ ALSO|Also [Rr]ead)\s*:[^.!?]{3,200}$"
        ),
    ),
    CutRule("advertisement label", re.compile(rf"(?<=[.!?\"”’)…])\s*{_LABEL}[\s.:]*$")),
    CutRule(
        "advertisement label",
        re.compile(
            r"^(?:Advertisement|ADVERTISEMENT|IKLAN|Iklan)(?=[A-Z\"“][a-z])|^(?:ADVERTISEMENT|IKLAN)\s+(?=[A-Z\"“])"
        ),
    ),
    CutRule(
        "advertisement label",
        re.compile(r"(?<=[.!?\"”])\s*(?:ADVERTISEMENT|SCROLL TO CONTINUE(?: WITH CONTENT)?)(?=\s*[A-Z\"“])"),
    ),
)

SHARE_WORDS = frozenset(
    """facebook twitter x whatsapp telegram line linkedin pinterest reddit flipboard messenger threads instagram
    tiktok youtube email e-mail mail print cetak share bagikan copy salin link tautan url copied disalin tersalin
    save simpan bookmark this article artikel ini story on to via with di ke by koran icon tweet post pocket
    bluesky wa fb kirim berita komentar comments sms embed""".split()
)
SHARE_SIGNS = frozenset(
    "facebook twitter whatsapp telegram linkedin pinterest flipboard share bagikan copy salin tweet save "
    "simpan".split()
)

# Ends of articles: "(abc/def)" are editors, "(ANTARA)" after a full stop is the agency.
INITIALS = re.compile(r"\s*[(\[](?:[A-Za-z]{2,6}|\*)(?:\s?[/,|]\s?[A-Za-z]{2,6}){1,3}[)\]]\s*$")
LONE_INITIALS = re.compile(r"(?<=[.!?\"”’])\s*[(\[]([A-Za-z]{2,4}|[A-Z][A-Za-z]{1,12})[)\]]\s*$")
CREDIT_LINE = re.compile(
    r"\(?(?:(?:editor|redaktur|uploader|penerjemah|sumber|source|sources)"
    r"\s*:\s*|(?:additional )?(?:reporting|editing|writing|edited|compiled) by )[\w.,;:()/&'’ -]{2,200}\)?",
    re.IGNORECASE,
)
SOURCES_HEADING = re.compile(
    r"(?:sources?|references?|external links|sister links|further reading|(?:daftar )?sumber|referensi|"
    r"pranala luar|related (?:news|links))\s*:?",
    re.IGNORECASE,
)
