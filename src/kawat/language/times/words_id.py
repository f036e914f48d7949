"""Indonesian words of the time grammar: class -> words and phrases, "; " between, "=n" for a value."""

from __future__ import annotations

from kawat.language.times import names
from kawat.language.times.model import Unit

UNITS: dict[str, Unit] = {
    "jam": Unit.HOUR, "menit": Unit.HOUR, "hari": Unit.DAY, "pekan": Unit.WEEK,
    "minggu": Unit.WEEK, "bulan": Unit.MONTH, "kuartal": Unit.QUARTER, "triwulan": Unit.QUARTER,
    "tahun": Unit.YEAR, "dekade": Unit.DECADE, "dasawarsa": Unit.DECADE, "abad": Unit.CENTURY,
}  # fmt: skip
UNIT_CLASSES = {
    "hari": "day_unit", "bulan": "month_unit", "tahun": "year_unit", "kuartal": "quarter", "triwulan": "quarter",
}  # fmt: skip
ONE_UNITS: dict[str, Unit] = {
    "sejam": Unit.HOUR, "sehari": Unit.DAY, "sepekan": Unit.WEEK, "seminggu": Unit.WEEK,
    "sebulan": Unit.MONTH, "setahun": Unit.YEAR, "sedekade": Unit.DECADE, "sedasawarsa": Unit.DECADE,
    "seabad": Unit.CENTURY,
}  # fmt: skip
MONTHS = names.MONTHS_ID
SHORT_MONTHS = names.SHORT_MONTHS_ID
WEEKDAYS = names.WEEKDAYS_ID
SHORT_WEEKDAYS: dict[str, int] = {}
# In lower case these are other words first: minggu (week), ahad (one), mei and jun as names.
CAPITAL_ONLY = frozenset({"minggu", "ahad", "mar", "des", "jun", "sep", "peb", "jan", "apr", "feb", "jul", "agu"})

WORDS: dict[str, str] = {
    "season": "musim semi=3; musim panas=6; musim gugur=9; musim dingin=12",
    "daypart": "larut malam; lewat tengah malam; "
    "pagi; siang; sore; petang; malam; dini hari; subuh; pagi hari; siang hari; sore hari; "
    "malam hari; petang hari; pagi buta; tengah malam; "
    "tengah hari; menjelang siang; menjelang malam",
    "weekend": "akhir pekan; akhir minggu",
    "half": "paruh; semester",
    "last": "lalu; silam; yang lalu; yang silam",
    "this": "ini",
    "next": "depan",
    "coming": "mendatang; yang akan datang; nanti; yad",
    "ahead": "ke depan; kedepan",
    "more": "lagi",
    "recent": "terakhir; terakhir ini; ke belakang",
    "recent_vague": "belakangan ini; belakangan",
    "same": "yang sama",
    "that": "itu; tersebut",
    "following": "berikutnya; selanjutnya; setelahnya; sesudahnya; kemudian; berselang; setelah itu",
    "previous": "sebelumnya; sebelum itu",
    "before": "sebelum",
    "after": "setelah; sesudah; usai",
    "relative_day": "hari ini=0; besok=1; esok=1; lusa=2; besok lusa=2; kemarin lusa=-2; "
    "kemarin dulu=-2; tadi malam=-1; semalam=-1; malam tadi=-1; tadi pagi=0; tadi siang=0; tadi sore=0; "
    "pagi tadi=0; siang tadi=0; sore tadi=0; dini hari tadi=0; malam ini=0; pagi ini=0; siang ini=0; "
    "sore ini=0; petang ini=0; nanti malam=0; nanti sore=0; nanti siang=0; kemarin malam=-1; kemarin sore=-1; "
    "kemarin pagi=-1; kemarin siang=-1; esok hari=1; hari kemarin=-1; hari esok=1",
    "kemarin": "kemarin=-1",
    "anaphoric_day": "keesokan harinya=1; keesokan hari=1; esok harinya=1; esok paginya=1; keesokan paginya=1; "
    "sehari kemudian=1; sehari setelahnya=1; sehari sebelumnya=-1; malam sebelumnya=-1; malam harinya=0; "
    "hari yang sama=0; hari itu=0; hari itu juga=0; malam itu=0; pagi itu=0; siang itu=0; sore itu=0; "
    "pada saat itu=0; saat itu=0; ketika itu=0; kala itu=0; waktu itu=0",
    "early": "awal; permulaan; dari awal",
    "mid": "pertengahan; medio; tengah; sekitar pertengahan",
    "late": "akhir; penghujung; ujung; pengujung",
    "since": "sejak; semenjak; terhitung sejak",
    "until": "hingga; sampai; sampai dengan; s/d; s.d",
    "between": "antara",
    "and_": "dan",
    "from_": "dari",
    "during": "dalam; selama; sepanjang; kurun; dalam waktu; dalam kurun; dalam kurun waktu; selama kurun waktu",
    "prep": "pada; di; per; sekitar; menjelang; jelang; untuk; mulai; usai; kira-kira; "
    "terhitung mulai; bertanggal; bertarikh",
    "ke": "ke",
    "date_word": "tanggal; tgl",
    "or_": "atau",
    "dated_noun": "perang; "
    "kudeta; invasi; revolusi; perjanjian; kesepakatan; krisis; kerusuhan; serangan; genosida; "
    "referendum; pembantaian; konflik; perang saudara; kemerdekaan; pemberontakan; pemilihan; pertempuran; "
    "proklamasi; tragedi; bencana; gempa; tsunami; perang dunia; memorandum; sidang; konferensi",
    "cardinal": "satu=1; dua=2; tiga=3; empat=4; lima=5; enam=6; tujuh=7; delapan=8; sembilan=9; "
    "sepuluh=10; sebelas=11; dua belas=12; tiga belas=13; empat belas=14; lima belas=15; enam belas=16; "
    "tujuh belas=17; delapan belas=18; sembilan belas=19; dua puluh=20; tiga puluh=30; empat puluh=40; "
    "lima puluh=50; enam puluh=60; tujuh puluh=70; delapan puluh=80; sembilan puluh=90; seratus=100",
    "few": "beberapa; sejumlah; banyak; puluhan; ratusan; belasan; ribuan; berapa",
    "ordinal": "pertama=1; kedua=2; ketiga=3; keempat=4; kelima=5; keenam=6; ketujuh=7; kedelapan=8; "
    "kesembilan=9; kesepuluh=10; kesembilan belas=19; kedua puluh=20; kedua puluh satu=21",
    "roman": "I=1; II=2; III=3; IV=4; XV=15; XVI=16; XVII=17; XVIII=18; XIX=19; XX=20; XXI=21",
    "an": "an",
    "zone": "wib; wita; wit; gmt; utc",
    "local": "waktu setempat; waktu jakarta; waktu moskow; waktu amerika; waktu amerika serikat; waktu as; "
    "waktu indonesia barat; waktu indonesia tengah; waktu indonesia timur; waktu washington; waktu kyiv; "
    "waktu tehran; waktu beijing; waktu korea; waktu london",
    "period": "era; dekade; masa; periode",
    "aged": "berusia; usia; umur; berumur",
    "every": "setiap; tiap; tiap-tiap; saban",
    "anniversary": "hut; ulang tahun; hari jadi; hari ulang tahun; dirgahayu",
    "commemoration": "peringatan; memperingati; diperingati; perayaan; merayakan",
    "vague": "baru-baru ini; akhir-akhir ini; kelak; suatu hari nanti; suatu saat; "
    "suatu saat nanti; di masa lalu; "
    "di masa silam; masa silam; di waktu lalu; di masa depan; pada masa lalu; masa lalu; masa depan; "
    "masa mendatang; "
    "di kemudian hari; dalam waktu dekat; waktu dekat; beberapa waktu lalu; beberapa waktu terakhir; "
    "bertahun-tahun; berbulan-bulan; berminggu-minggu; berpekan-pekan; berhari-hari; berabad-abad; "
    "tempo hari; dahulu kala; zaman dahulu; suatu ketika; cepat atau lambat; dewasa ini; "
    "beberapa saat lalu; tak lama lagi; tidak lama lagi; sewaktu-waktu; hari-hari ini; dulu kala; "
    "sejak lama; sejak dulu; bertahun-tahun lalu; kapan saja; suatu hari; suatu hari kelak; "
    "waktu mendatang; hari-hari mendatang; tahun-tahun mendatang; hari-hari terakhir; tahun-tahun terakhir",
    "holiday": "idul fitri; idulfitri; idul adha; iduladha; lebaran; ramadan; ramadhan; natal; paskah; "
    "imlek; tahun baru imlek; tahun baru; malam tahun baru; nyepi; waisak; maulid; isra mikraj; galungan; "
    "hari raya; nowruz; diwali; malam natal; jumat agung; rabu abu; minggu palma; "
    "bulan suci ramadan; tahun baru islam; muharam; sumpah pemuda; hari raya idul fitri; minggu berdarah; "
    "jumat hitam; hari h; halloween; thanksgiving; hari-h",
    "event": "olimpiade; piala dunia; pemilu; pilpres; pilkada; asian games; sea games; piala asia; piala eropa; "
    "expo; pileg; paralimpiade; konferensi asia afrika; pemilihan umum",
    "counted": "orang; tentara; warga; jiwa; personel; korban; dolar; rupiah; km; kilometer; meter; ton; "
    "barel; rumah; suara; unit; kasus; polisi; pengungsi; anggota; buah; ekor; persen; kursi; hektare; "
    "hektar; keluarga; pekerja; mahasiswa; tahanan; ribu; juta; miliar; triliun; prajurit; pasukan; penumpang; "
    "peserta; demonstran; pengunjuk; desa; kilogram; liter; milisi; sandera; drone; rudal; pesawat; kapal",
    "trap": "salat jumat; shalat jumat; sholat jumat; khotbah jumat; khutbah jumat; ibadah minggu; "
    "ibadah hari minggu; jumat berkah; musim semi arab; musim semi praha; sekolah minggu; pasar minggu; "
    "pasar senin; pasar rebo; pasar jumat; malam minggu; malam jumat; puasa senin kamis; "
    "olimpiade musim dingin; olimpiade musim panas; gerakan 30 september; bulan sabit; bulan sabit merah; "
    "bulan madu; tujuh bulanan; akhir kata; awal mula; "
    "hari libur; hari kerja; sampai jumpa",
}
_ONES = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
WORDS["cardinal"] += "".join(
    f"; {_ONES[tens - 1]} puluh {one}={tens * 10 + digit}"
    for tens in range(2, 10)
    for digit, one in enumerate(_ONES, 1)
)
HOLIDAY_WORD = "Hari"
HINT_FOLLOWS = True  # Jumat lalu
SUPERLATIVES: frozenset[str] = frozenset()
# "ditunda dari Senin hingga Jumat" is no range.
SHIFTS = frozenset("ditunda diundur dipindah digeser dimajukan dipindahkan dimundurkan".split())
